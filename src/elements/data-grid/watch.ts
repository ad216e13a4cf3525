/** Hears of each cell and row of a table, drawn or not: thousands, and none of them tells the others. */
import type { Id } from '../../domain/run.js';
import type { RunSession } from '../../session.js';
import type { Views } from '../../session/followers.js';
import type { Layout } from './layout.js';

export interface Watcher {
  /** A cell looks different; how its entry stood and stands. */
  cell(id: Id, before: string | undefined, now: string | undefined): void;
  row(id: Id): void;
  reveal(id: Id): void;
}

export class Watch {
  readonly #watcher: Watcher;
  #session: RunSession | undefined;
  #views: Views | undefined;
  /** How entries stood when something was heard of them last. */
  #states = new Map<Id, string>();

  constructor(watcher: Watcher) {
    this.#watcher = watcher;
  }

  join(session: RunSession, layout: Layout): void {
    this.leave();
    this.#session = session;
    for (const id of session.ongoing.ids('entry')) this.#note(id);
    const rows = new Set(layout.rows.map(({ id }) => id));
    const view = (id: Id, requestUpdate: () => void) => ({
      requestUpdate,
      reveal: () => this.#watcher.reveal(id),
    });
    this.#views = {
      keys: () => [...layout.places.keys(), ...rows].values(),
      get: (id) =>
        layout.places.has(id)
          ? view(id, () => this.#watcher.cell(id, this.#states.get(id), this.#note(id)))
          : rows.has(id)
            ? view(id, () => this.#watcher.row(id))
            : undefined,
    };
    session.joinAll(this.#views);
  }

  leave(): void {
    if (this.#views) this.#session!.leaveAll(this.#views);
    this.#views = undefined;
    this.#states.clear();
  }

  /** How an entry stands, which is kept. */
  #note(id: Id): string | undefined {
    const now = this.#session!.ongoing.peek('entry', id)?.value;
    if (now) this.#states.set(id, now);
    else this.#states.delete(id);
    return now;
  }
}
