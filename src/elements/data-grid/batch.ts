/**
 * Many cells at once: pasted, cleared, confirmed or sent again. One after the other and a few on their way, so that the
 * page stays alive; a fault stops it, and what was not sent waits for the person.
 */
import type { Id } from '../../domain/run.js';
import type { Became, Entries } from './entries.js';

/** So many are on their way at a time: the backend takes those of a step one by one. */
const most = 4;
/** Milliseconds of work until the page gets its turn. */
const turn = 10;
const pause = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));

type Act = (id: Id) => Became | 'drafted';

export interface Tally {
  /** Without those that were given up. */
  total: number;
  /** Asked about, unreadable, refused. */
  toCheck: readonly Id[];
  asking: readonly Id[];
  /** Failed, or waiting behind what failed. */
  notSent: readonly Id[];
}

export class Batch {
  /** What else there is to say: what did not fit. */
  readonly notes: readonly string[];
  running = true;
  /** The reason that is typed for all of them. */
  reason = '';
  readonly #entries: Entries;
  readonly #changed: () => void;
  readonly #ids: readonly Id[];
  readonly #saved = new Set<Id>();
  readonly #sending = new Map<Id, () => void>();
  #since = 0;
  #isStopped = false;

  constructor(entries: Entries, ids: readonly Id[], notes: readonly string[], changed: () => void) {
    this.#entries = entries;
    this.#ids = ids;
    this.notes = notes;
    this.#changed = changed;
  }

  get total(): number {
    return this.#ids.length;
  }

  get saved(): number {
    return this.#saved.size;
  }

  /** Asks about each cell: for when nothing is on its way any more. */
  get tally(): Tally {
    const toCheck: Id[] = [];
    const asking: Id[] = [];
    const notSent: Id[] = [];
    let gone = 0;
    for (const id of this.#ids) {
      const state = this.#entries.peek(id)?.value;
      if (state === 'asking') asking.push(id);
      if (state === 'asking' || state === 'invalid' || state === 'refused') toCheck.push(id);
      else if (state === 'failed' || state === 'drafting') notSent.push(id);
      else if (!state && !this.#saved.has(id)) gone += 1;
    }
    return { total: this.#ids.length - gone, toCheck, asking, notSent };
  }

  /** To be told whenever the entry at a cell is in another state. */
  heard(id: Id, before: string | undefined, now: string | undefined): void {
    if (before === 'saving' && now === undefined) this.#saved.add(id);
    if (now === 'failed') this.#isStopped = true;
    if (now === 'saving') return;
    this.#sending.get(id)?.();
    this.#sending.delete(id);
  }

  /** Does one thing after the other, each with all of its cells. */
  async run(phases: readonly (readonly [ids: readonly Id[], act: Act])[]): Promise<void> {
    this.running = true;
    this.#isStopped = false;
    this.#since = performance.now();
    this.#changed();
    for (const [ids, act] of phases) {
      for (const id of ids) {
        if (this.#isStopped) break;
        if (act(id) === 'unchanged') this.#saved.add(id);
        if (this.#entries.peek(id)?.value === 'saving') await this.#sent(id);
        await this.#breathe();
      }
    }
    await Promise.all([...this.#sending.keys()].map((id) => this.#answered(id)));
    this.running = false;
    this.#changed();
  }

  /** Settles when there is room for another one. */
  async #sent(id: Id): Promise<void> {
    this.#sending.set(id, () => undefined);
    while (this.#sending.size >= most) await this.#answered([...this.#sending.keys()][0]!);
  }

  #answered(id: Id): Promise<void> {
    const known = this.#sending.get(id);
    if (!known) return Promise.resolve();
    return new Promise((resolve) =>
      this.#sending.set(id, () => {
        known();
        resolve();
      }),
    );
  }

  async #breathe(): Promise<void> {
    if (performance.now() - this.#since < turn) return;
    this.#changed();
    await pause();
    this.#since = performance.now();
  }
}
