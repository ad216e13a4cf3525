/** How often somebody may guess: per person and in all, with longer and longer pauses. */
import type { Id } from '../../domain/run.js';

const minute = 60_000;
/** Wrong ones that are nobody's concern: of one person in an hour, of all in ten minutes. */
const limits = { person: { free: 5, within: 60 * minute }, all: { free: 30, within: 10 * minute } } as const;
/** The longest pause. */
const longest = 60 * minute;

/** When it was tried; the latest is last. */
type Times = readonly number[];

const recent = (times: Times, within: number, now: number): Times => times.filter((at) => now - at < within);

/** From when on it may be tried again: a minute after the first one too many, then twice as long each time. */
function openFrom(times: Times, free: number): number {
  const over = times.length - free;
  return over < 0 ? -Infinity : times.at(-1)! + Math.min(longest, minute * 2 ** over);
}

export class Tries {
  readonly #ofPerson = new Map<Id, Times>();
  #ofAll: Times = [];

  /** Counts one; false where there were too many. */
  take(person: Id | undefined, now: number): boolean {
    const all = recent(this.#ofAll, limits.all.within, now);
    const own =
      person === undefined ? [] : recent(this.#ofPerson.get(person) ?? [], limits.person.within, now);
    this.#ofAll = all;
    if (now < openFrom(all, limits.all.free) || now < openFrom(own, limits.person.free)) return false;
    this.#ofAll = [...all, now];
    if (person !== undefined) this.#ofPerson.set(person, [...own, now]);
    return true;
  }

  /** It was right after all. */
  giveBack(person: Id | undefined, at: number): void {
    const index = this.#ofAll.lastIndexOf(at);
    this.#ofAll = this.#ofAll.filter((_, other) => other !== index);
    if (person !== undefined) this.#ofPerson.delete(person);
  }
}
