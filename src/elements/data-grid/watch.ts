/** Hears of each cell and row of a table, drawn or not: thousands, and none of them tells the others. */
import type { Id } from '../../domain/run.js';
import type { RunSession } from '../../session.js';

export interface Watcher {
  /** A cell looks different; how its entry stood and stands. */
  cell(id: Id, before: string | undefined, now: string | undefined): void;
  row(id: Id): void;
  reveal(id: Id): void;
}

export class Watch {
  readonly #watcher: Watcher;
  #session: RunSession | undefined;
  #leave: (() => void)[] = [];
  #states = new Map<Id, string>();

  constructor(watcher: Watcher) {
    this.#watcher = watcher;
  }

  join(session: RunSession, cells: Iterable<Id>, rows: Iterable<Id>): void {
    this.leave();
    this.#session = session;
    const join = (id: Id, requestUpdate: () => void): void => {
      const view = { requestUpdate, reveal: () => this.#watcher.reveal(id) };
      session.join(id, view);
      this.#leave.push(() => session.leave(id, view));
    };
    const all = new Set(cells);
    for (const id of all) {
      const state = session.ongoing.peek('entry', id)?.value;
      if (state) this.#states.set(id, state);
      join(id, () => this.#heard(id));
    }
    for (const id of rows) if (!all.has(id)) join(id, () => this.#watcher.row(id));
  }

  leave(): void {
    for (const leave of this.#leave.splice(0)) leave();
    this.#states.clear();
    this.#session = undefined;
  }

  #heard(id: Id): void {
    const before = this.#states.get(id);
    const now = this.#session?.ongoing.peek('entry', id)?.value;
    if (now) this.#states.set(id, now);
    else this.#states.delete(id);
    this.#watcher.cell(id, before, now);
  }
}
