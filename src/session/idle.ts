/**
 * Whether somebody is still there: asks when nothing has been entered for too long, and gives up when nobody answers.
 * It knows no page; whoever runs it tells of input and shows the question.
 *
 * A device that sleeps has no clock. When it wakes after the time is over, nobody is checked out at once, since nobody
 * could have answered: the question is asked then, with how long it has been, and a minute is left for it. What woke the
 * device is input too, and would answer a question that nobody has read, so that the first moment of a late question
 * takes none.
 */

/** Time as a page has it; a test gives its own. */
export interface Timing {
  now(): number;
  /** Calls back once; returns what keeps it from that. */
  after(milliseconds: number, callback: () => void): () => void;
}

export const pageTiming: Timing = {
  now: () => Date.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

export interface IdleOptions {
  timing?: Timing;
  /** Milliseconds without input after which it asks: the least of what is at stake, undefined where nothing is. */
  limit(): number | undefined;
  /** The question came or went. */
  changed(): void;
  /** Nobody has answered; `idle` is for how long nothing was entered. Called again every minute while something is at stake. */
  leave(idle: number): void;
}

export interface IdleQuestion {
  /** When something was entered last. */
  since: number;
  /** When it is given up. */
  until: number;
}

const second = 1000;
/** How long the question waits for an answer, and what was not carried out for the next try. */
export const patience = 60 * second;
/** A timer that is later than this has slept. */
const asleep = 5 * second;
/** In which a late question takes no answer but its own buttons. */
const waking = second;
/** No timer counts further. */
const longest = 2 ** 31 - 1;

export class IdleWatch {
  readonly #options: IdleOptions;
  readonly #timing: Timing;
  /** When something was entered last. */
  #last: number;
  #limit: number | undefined;
  #question: (IdleQuestion & { deaf: number }) | undefined;
  /** Given up: from here on it is only tried again. */
  #left = false;
  #cancel: (() => void) | undefined;

  constructor(options: IdleOptions) {
    this.#options = options;
    this.#timing = options.timing ?? pageTiming;
    this.#last = this.#timing.now();
    this.look();
  }

  /** What is asked now. */
  get question(): IdleQuestion | undefined {
    return this.#question;
  }

  /** Something was entered. Called on every key, so it does next to nothing. */
  touched(): void {
    const now = this.#timing.now();
    if (this.#question) {
      if (now >= this.#question.deaf) this.answer();
    } else if (this.#left) this.answer();
    // A device may wake by a touch before its timers do.
    else if (this.#limit !== undefined && now - this.#last >= this.#limit) this.#check();
    else this.#last = now;
  }

  /** Somebody is there. */
  answer(): void {
    this.#last = this.#timing.now();
    this.#left = false;
    this.#ask(undefined);
    this.look();
  }

  /** What is at stake may have changed, or the device may have slept. */
  look(): void {
    this.#limit = this.#options.limit();
    if (this.#limit === undefined) {
      this.#wait(undefined);
      // Where nothing is at stake, whoever begins something is there.
      if (this.#left || this.#question) this.#last = this.#timing.now();
      this.#left = false;
      this.#ask(undefined);
    } else this.#check();
  }

  stop(): void {
    this.#wait(undefined);
    this.#question = undefined;
    this.#limit = undefined;
  }

  #check(): void {
    const now = this.#timing.now();
    if (this.#left || this.#limit === undefined) return;
    const due = this.#last + this.#limit;
    if (this.#question) {
      const { until, since } = this.#question;
      if (now > until + asleep) this.#ask({ since, until: now + patience, deaf: now + waking });
      else if (now >= until) return this.#leave();
    } else if (now >= due) {
      const isLate = now > due + asleep;
      this.#ask({ since: this.#last, until: now + patience, deaf: isLate ? now + waking : now });
    }
    this.#wait((this.#question?.until ?? due) - now);
  }

  #leave(): void {
    this.#left = true;
    this.#ask(undefined);
    this.#options.leave(this.#timing.now() - this.#last);
    this.#wait(patience);
  }

  #ask(question: (IdleQuestion & { deaf: number }) | undefined): void {
    if (question === this.#question) return;
    this.#question = question;
    this.#options.changed();
  }

  #wait(milliseconds: number | undefined): void {
    this.#cancel?.();
    this.#cancel =
      milliseconds === undefined
        ? undefined
        : this.#timing.after(Math.min(longest, Math.max(0, milliseconds)), () => {
            if (this.#left) this.#leave();
            else this.#check();
          });
  }
}
