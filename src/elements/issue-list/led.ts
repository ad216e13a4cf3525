/** Leads whoever names one of some issues to where they are listed. */
import type { Id } from '../../domain/run.js';
import type { RunSession } from '../../session.js';

export class Led {
  readonly #show: (id: Id) => void;
  readonly #stops = new Map<Id, () => void>();
  #session: RunSession | undefined;

  constructor(show: (id: Id) => void) {
    this.#show = show;
  }

  /** These, from now on. */
  follow(session: RunSession | undefined, all: readonly Id[]): void {
    if (session !== this.#session) this.stop();
    this.#session = session;
    const ids = new Set(all);
    for (const [id, stop] of this.#stops) {
      if (ids.has(id)) continue;
      stop();
      this.#stops.delete(id);
    }
    if (!session) return;
    for (const id of ids) {
      if (!this.#stops.has(id))
        this.#stops.set(
          id,
          session.onReveal(id, () => this.#show(id)),
        );
    }
  }

  stop(): void {
    for (const stop of this.#stops.values()) stop();
    this.#stops.clear();
  }
}
