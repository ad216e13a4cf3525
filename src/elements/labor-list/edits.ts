/** Which labor was set right later, as far as the history tells: read when somebody looks at what is finished. */
import type { RunEvent } from '../../domain/command.js';
import type { Id } from '../../domain/run.js';
import type { RunSession } from '../../session.js';

export interface Edit {
  by: Id;
  reason: string;
}

const pageSize = 500;

export class Edits {
  readonly #session: RunSession;
  readonly #byLabor = new Map<Id, Edit & { sequence: number }>();
  #read: Promise<void> | undefined;

  constructor(session: RunSession) {
    this.#session = session;
    session.observe((news) => news.kind === 'events' && this.#take(news.events));
  }

  /** The last one. */
  of(laborId: Id): Edit | undefined {
    return this.#byLabor.get(laborId);
  }

  /** Reads the history, once; what it does not tell is not marked. */
  read(): Promise<void> {
    return (this.#read ??= this.#readPages().catch(() => {
      this.#read = undefined;
    }));
  }

  async #readPages(): Promise<void> {
    const { adapter, runId } = this.#session;
    let cursor: string | undefined;
    do {
      const page = await adapter.history?.(runId, {
        limit: pageSize,
        ...(cursor !== undefined && { cursor }),
      });
      this.#take(page?.items ?? []);
      cursor = page?.cursor;
    } while (cursor !== undefined && this.#session.status !== 'stopped');
  }

  #take(events: readonly RunEvent[]): void {
    for (const event of events) {
      if (event.type !== 'labor-edited') continue;
      const { labor, by, reason, sequence } = event;
      if ((this.#byLabor.get(labor.id)?.sequence ?? -1) < sequence)
        this.#byLabor.set(labor.id, { by, reason, sequence });
    }
  }
}

const known = new WeakMap<RunSession, Edits>();

export function editsOf(session: RunSession): Edits {
  let edits = known.get(session);
  if (!edits) known.set(session, (edits = new Edits(session)));
  return edits;
}
