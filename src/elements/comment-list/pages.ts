/** The comments of a step as far as they have been read: the newest first, and on from there as they are asked for. */
import { toFault, type AdapterFault } from '../../adapters/adapter.js';
import type { Comment, Id, Step } from '../../domain/run.js';
import type { RunSession } from '../../session.js';
import { atOnce, readComment } from './read-comment.js';

export class CommentPages {
  items: readonly Comment[] = [];
  doing: 'nothing' | 'loading' | 'failed' = 'nothing';
  fault: AdapterFault | undefined;
  /** Where what has been read ends, if there is more. */
  cursor: string | undefined;
  readonly #changed: () => void;
  #session: RunSession | undefined;
  #step: Step | undefined;
  /** The last one that was asked for; what comes for an earlier one is late. */
  #reading: object | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** To be called before each drawing. What is new comes with the step, so nothing is asked for what is known. */
  show(session: RunSession, step: Step): void {
    const before = this.#step;
    const same = session === this.#session && step.id === before?.id;
    this.#session = session;
    this.#step = step;
    const { latestComment: latest, commentCount } = step;
    if (!same) {
      this.items = latest ? [latest] : [];
      this.cursor = undefined;
      this.doing = 'nothing';
      this.#reading = undefined;
      if (commentCount > this.items.length) void this.#read(true);
    } else if (latest && before.latestComment?.id !== latest.id && !this.#has(latest.id)) {
      const missed = commentCount - before.commentCount !== 1;
      this.items = [latest, ...this.items];
      if (missed) void this.#read(true);
    }
  }

  #has(id: Id): boolean {
    return this.items.some((one) => one.id === id);
  }

  more(): void {
    if (this.doing !== 'loading') void this.#read(false);
  }

  /** Once more what could not be read. */
  again(): void {
    void this.#read(this.cursor === undefined);
  }

  async #read(anew: boolean): Promise<void> {
    const { adapter, runId } = this.#session!;
    const { id } = this.#step!;
    if (!adapter.comments) return;
    const reading = (this.#reading = {});
    this.doing = 'loading';
    this.#changed();
    try {
      const { items, cursor } = await adapter.comments(runId, id, {
        newestFirst: true,
        limit: atOnce,
        ...(!anew && this.cursor !== undefined && { cursor: this.cursor }),
      });
      if (this.#reading !== reading) return;
      this.doing = 'nothing';
      this.#take(items.flatMap(readComment), cursor, anew);
    } catch (error) {
      if (this.#reading !== reading) return;
      this.doing = 'failed';
      this.fault = toFault(error);
    }
    this.#changed();
  }

  #take(page: readonly Comment[], cursor: string | undefined, anew: boolean): void {
    const ids = new Set(page.map(({ id }) => id));
    if (!anew) {
      this.items = [...this.items, ...page.filter(({ id }) => !this.#has(id))];
      this.cursor = cursor;
      return;
    }
    // What came while it was being read is newer still; what is nowhere listed stays where its time puts it.
    const { items } = this;
    const apart = items.filter(({ id }) => !ids.has(id));
    const newer = apart.filter(({ at }) => !page[0] || at > page[0].at);
    const end = items.findIndex(({ id }) => id === page.at(-1)?.id);
    const goesOn = end >= 0 && end < items.length - 1;
    const rest = goesOn ? items.slice(end + 1) : cursor === undefined ? apart : [];
    this.items = [...newer, ...page, ...rest.filter((one) => !newer.includes(one) && !ids.has(one.id))];
    if (!goesOn) this.cursor = cursor;
  }
}
