/** Which code in a stream of pictures is a scan: one that was not there before. */
import type { Code } from './code.js';

/** Milliseconds for which a code must have been away to be read again. */
const pause = 1500;
/** The same where another code was read in between. Shorter is a picture that was blurred. */
const blink = 400;

/** These have no check digit of their own, so a part of one reads like a whole: two pictures in a row must agree. */
const doubtful = new Set(['itf', 'code_39']);

export class Fresh {
  /** When each code that was read has last been seen. */
  readonly #seen = new Map<string, number>();
  #doubt: string | undefined;

  /** The text to take from a picture, if any: of the code that is aimed at, which comes first. `now` in milliseconds. */
  take(codes: readonly Code[], now: number): string | undefined {
    const [aimed] = codes;
    for (const [text, at] of this.#seen) if (now - at > pause) this.#seen.delete(text);
    for (const { text } of codes) if (this.#seen.has(text)) this.#seen.set(text, now);
    const sure = aimed && (!doubtful.has(aimed.format) || this.#doubt === aimed.text);
    this.#doubt = aimed?.text;
    if (!sure || aimed.text === '' || this.#seen.has(aimed.text)) return undefined;
    for (const [text, at] of this.#seen) if (now - at > blink) this.#seen.delete(text);
    this.#seen.set(aimed.text, now);
    return aimed.text;
  }
}
