/** Hears of what concerns labor in any number of sessions. */
import { runKey, type RunSession } from '../../session.js';
import type { EventType } from '../../domain/command.js';
import type { Id } from '../../domain/run.js';
import { closingsOf } from '../labor-list/told.js';

const concerns: ReadonlySet<EventType> = new Set(['checked-in', 'checked-out', 'labor-edited']);

export class Following {
  readonly #told: () => void;
  readonly #stops = new Map<RunSession, { stop: () => void; keys: Map<Id, () => void> }>();

  constructor(told: () => void) {
    this.#told = told;
  }

  /** From now on these, and no others; each with the keys of what is going on in it. */
  sync(sessions: ReadonlyMap<RunSession, readonly Id[]>): void {
    for (const [session, { stop, keys }] of this.#stops) {
      if (sessions.has(session)) continue;
      stop();
      for (const unfollow of keys.values()) unfollow();
      this.#stops.delete(session);
    }
    for (const [session, wanted] of sessions) {
      const { keys } = this.#stops.get(session) ?? this.#begin(session);
      for (const key of wanted) if (!keys.has(key)) keys.set(key, session.follow(key, this.#told));
    }
  }

  #begin(session: RunSession): { keys: Map<Id, () => void> } {
    const stops = [
      session.follow(runKey, this.#told),
      closingsOf(session).follow(this.#told),
      session.observe(
        (news) =>
          news.kind === 'events' && news.events.some(({ type }) => concerns.has(type)) && this.#told(),
      ),
    ];
    const begun = { stop: () => stops.forEach((stop) => stop()), keys: new Map<Id, () => void>() };
    this.#stops.set(session, begun);
    return begun;
  }
}
