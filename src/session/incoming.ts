/** Puts events into order: whichever way and however often they come, each leaves once, without a gap before it. */
import type { RunEvent } from '../domain/command.js';

export class Incoming {
  readonly #waiting = new Map<number, RunEvent>();

  /** The events that follow directly on a sequence. Those after a gap wait. */
  take(after: number, events: readonly RunEvent[]): readonly RunEvent[] {
    for (const event of events) if (event.sequence > after) this.#waiting.set(event.sequence, event);
    const ready: RunEvent[] = [];
    for (let next = after + 1; this.#waiting.has(next); next += 1) {
      ready.push(this.#waiting.get(next)!);
      this.#waiting.delete(next);
    }
    return ready;
  }

  /** Whether something waits for an event that has not come. */
  get hasGap(): boolean {
    return this.#waiting.size > 0;
  }

  clear(): void {
    this.#waiting.clear();
  }
}
