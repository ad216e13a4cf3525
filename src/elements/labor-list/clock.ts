/**
 * Running times on the screen. One clock ticks for a whole document, only while it is seen and a time runs in it, and
 * changes texts alone: nothing is drawn again for a tick.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { WorkedTime } from '../../domain/labor.js';
import { localeOf } from '../../messages/registry.js';

/** To be put at an empty element, whose text the clock writes: `data-time=${runningText(time)}`. */
export const runningText = ({ fixed, running }: WorkedTime): string => `${fixed} ${running}`;

const second = 1000;
const minute = 60 * second;

class Clock {
  readonly #times = new Set<RunningTimes>();
  readonly #document: Document;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(document: Document) {
    this.#document = document;
  }

  readonly #tick = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    // It goes on when the page is seen again.
    if (this.#document.hidden) return;
    const now = Date.now();
    const next = Math.min(...[...this.#times].map((one) => one.write(now)));
    if (next < Infinity) this.#timer = setTimeout(this.#tick, Math.max(second / 4, next));
  };

  add(times: RunningTimes): void {
    if (this.#times.size === 0) this.#document.addEventListener('visibilitychange', this.#tick);
    this.#times.add(times);
    this.#tick();
  }

  remove(times: RunningTimes): void {
    if (!this.#times.delete(times) || this.#times.size > 0) return;
    clearTimeout(this.#timer);
    this.#document.removeEventListener('visibilitychange', this.#tick);
  }
}

const clocks = new WeakMap<Document, Clock>();
function clockOf(document: Document): Clock {
  let clock = clocks.get(document);
  if (!clock) clocks.set(document, (clock = new Clock(document)));
  return clock;
}

/** Keeps the texts of an element's `[data-time]` right; `say` gives a length of time in words. */
export class RunningTimes implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #say: (milliseconds: number) => string;
  /** What the host had drawn when it was looked at last. */
  #drawn = '';

  constructor(host: ReactiveControllerHost & HTMLElement, say: (milliseconds: number) => string) {
    this.#host = host;
    this.#say = say;
    host.addController(this);
  }

  hostUpdated(): void {
    if (!this.#host.isConnected) return;
    const places = this.#places;
    const drawn = [localeOf(this.#host), ...places.map(({ dataset }) => dataset.time)].join();
    // The host is drawn for every value; of what it had drawn before the clock sees to everything.
    if (drawn === this.#drawn && places.every(({ textContent }) => textContent !== '')) return;
    this.#drawn = drawn;
    const clock = clockOf(this.#host.ownerDocument);
    if (places.some((place) => !place.dataset.time!.endsWith(' 0'))) clock.add(this);
    else {
      clock.remove(this);
      this.write(Date.now());
    }
  }

  hostDisconnected(): void {
    this.#drawn = '';
    clockOf(this.#host.ownerDocument).remove(this);
  }

  get #places(): readonly HTMLElement[] {
    return [...this.#host.shadowRoot!.querySelectorAll<HTMLElement>('[data-time]')];
  }

  /** Writes the texts; milliseconds until the first of them is another one. */
  write(now: number): number {
    let next = Infinity;
    for (const place of this.#places) {
      const [fixed = 0, running = 0] = place.dataset.time!.split(' ').map(Number);
      // A device whose clock is behind the recorder's has not worked less than nothing.
      const time = Math.max(0, fixed + running * now);
      const text = this.#say(time);
      if (place.textContent !== text) place.textContent = text;
      const step = time < minute ? second : minute;
      // A countdown runs down, and is at its next text a moment after the full second.
      const left = running < 0 ? (time % second) + 1 : step - (time % step);
      if (running !== 0) next = Math.min(next, left / Math.abs(running));
    }
    return next;
  }
}
