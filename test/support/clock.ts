// A clock that a test moves by hand: for what is given its timing, and for a page's own timers.
import type { Timing } from '../../src/session/idle.js';

interface Waiting {
  at: number;
  call: () => void;
}

export interface FakeClock extends Timing {
  /** Goes on by so many milliseconds, calling whatever is due in its order. */
  pass(milliseconds: number): void;
  /** The device sleeps: time passes, and no timer is called until something else wakes it. */
  sleep(milliseconds: number): void;
  /** Calls what is overdue, as a device does when it has woken. */
  wake(): void;
}

export function fakeClock(start = Date.parse('2026-11-20T09:00:00.000Z')): FakeClock {
  let now = start;
  const waiting = new Set<Waiting>();
  const next = (until: number): Waiting | undefined =>
    [...waiting].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
  const call = (one: Waiting): void => {
    waiting.delete(one);
    one.call();
  };
  return {
    now: () => now,
    after(milliseconds, callback) {
      const one = { at: now + milliseconds, call: callback };
      waiting.add(one);
      return () => waiting.delete(one);
    },
    pass(milliseconds) {
      const until = now + milliseconds;
      for (let one = next(until); one; one = next(until)) {
        now = Math.max(now, one.at);
        call(one);
      }
      now = until;
    },
    sleep(milliseconds) {
      now += milliseconds;
    },
    wake() {
      for (let one = next(now); one; one = next(now)) call(one);
    },
  };
}

/** Puts a clock in the place of the page's own; returns what puts that back. */
export function useClock(clock: FakeClock): () => void {
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  const { now } = Date;
  const cancels = new Map<number, () => void>();
  let count = 1e9;
  Date.now = () => clock.now();
  globalThis.setTimeout = ((callback: () => void, milliseconds = 0) => {
    count += 1;
    cancels.set(count, clock.after(milliseconds, callback));
    return count;
  }) as unknown as typeof setTimeout;
  globalThis.clearTimeout = (id) => {
    const cancel = cancels.get(id as unknown as number);
    if (cancel) cancel();
    else clear(id);
  };
  return () => {
    Date.now = now;
    globalThis.setTimeout = set;
    globalThis.clearTimeout = clear;
  };
}
