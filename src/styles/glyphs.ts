import { html, type TemplateResult } from 'lit';

/**
 * Glyphs: one stroked path each on a grid of 24, distinct in shape. `${glyph(ok)}` draws one in the color of its text
 * and 1.25 times its height; it is hidden from assistive technology, so a word stands beside it or names its button.
 * The class `glyph` is styled by tokens.ts. All glyphs share one template: when a verdict changes, one attribute does.
 */
export const glyph = (path: string): TemplateResult =>
  html`<svg class="glyph" viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>`;

const ring = 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18';

// Verdicts and notices.
/** A check mark. */
export const ok = 'm4 13 5 5L20 7';
/** An arrow down to a line. */
export const low = 'M12 3v12m-5-5 5 5 5-5M5 20h14';
/** An arrow up to a line. */
export const high = 'M12 21V9m-5 5 5-5 5 5M5 4h14';
/** A triangle with an exclamation mark. */
export const warning = 'M12 4 2.5 20.5h19zm0 6v5m0 2.5v0';
/** An octagon with a bar. */
export const blocked = 'M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM8 12h8';
/** A ring with an i. */
export const info = `${ring}m0 8.5v5m0-9v0`;
/** A clock: sent or to be sent, not confirmed. */
export const pending = `${ring}m0 4v5l3.5 2`;

// Statuses.
/** A ring. */
export const todo = ring;
/** A ring with its half filled. */
export const inProgress = `${ring}m0 4a5 5 0 0 1 0 10zm2 3v4`;
/** A ring with a check mark. */
export const complete = `${ring}M8 12.5l3 3 5.5-6.5`;
/** Half a ring with a check mark. */
export const partialComplete = 'M12 3a9 9 0 1 0 0 18M8 12.5l3 3 6.5-7.5';
/** Two bars. */
export const hold = 'M8 5v14M16 5v14';
/** A pencil. */
export const redline = 'm4 20 1.5-5.5L16 4l4 4L9.5 18.5zM13 7l4 4';
/** A cross in a box. */
export const failed = 'M4 4h16v16H4zM9 9l6 6m0-6-6 6';
/** A ring with a slash. */
export const canceled = `${ring}M6 18 18 6`;
/** An eye: somebody looks at it. */
export const inReview = 'M2 12c5-8 15-8 20 0-5 8-15 8-20 0m10-3a3 3 0 1 0 0 6 3 3 0 0 0 0-6';
/** A question mark: what this version does not know. */
export const unknown = 'M8.5 9a3.5 3.5 0 1 1 3.5 4v1.5m0 4v0';

// Things and actions.
export const person = 'M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4 21c0-8 16-8 16 0';
/** The corners of a viewfinder with a line. */
export const scan = 'M4 8V4h4m8 0h4v4m0 8v4h-4m-8 0H4v-4m3-4h10';
/** A box. */
export const part = 'm12 3 8 4.5v9L12 21l-8-4.5v-9zM4 7.5l8 4.5 8-4.5M12 12v9';
/** A signature on a line. */
export const sign = 'M3 20h18M4 15c4-3 6-11 4-11s-1 11 1 11 3-4 5-4-.5 4 1.5 4 3.5-1 4.5-2.5';
export const lock = 'M5 11h14v10H5zm3 0V7a4 4 0 0 1 8 0v4';
/** Points down. */
export const chevron = 'm6 9 6 6 6-6';
/** Three dots. */
export const more = 'M5 11.5a.5.5 0 1 0 .1 0m7 0a.5.5 0 1 0 .1 0m7 0a.5.5 0 1 0 .1 0';
export const comment = 'M4 5h16v11h-9l-5 4v-4H4z';
export const close = 'm6 6 12 12m0-12L6 18';
/** An arrow round. */
export const retry = 'M20 12a8 8 0 1 1-2.5-5.8M20 3v5h-5';
/** Two sheets, one behind the other. */
export const repeat = 'M9 9h11v11H9zM5 15V4h11';
/** An arrow back. */
export const undo = 'M8 5 4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11H9';
/** A flag: an issue. */
export const issue = 'M5 21V4h14l-3.5 4.5L19 13H5';
/** A sheet with a folded corner. */
export const file = 'M6 3h8l5 5v13H6zm8 0v5h5';
export const camera = 'M3 8h4l2-3h6l2 3h4v11H3zm9 1.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7';
/** A flashlight. */
export const light = 'M8 3h8v4l-2 3v11h-4V10L8 7zm0 4h8';
/** A dial with its needle. */
export const gauge = `${ring}m0 9 4-4M12 6v0m-6 6v0m12 0v0`;
/** A loudspeaker. */
export const sound = 'M4 9v6h4l5 4V5L8 9zm12.5-.5a5 5 0 0 1 0 7M19 6a8.5 8.5 0 0 1 0 12';
/** A keyboard. */
export const keyboard = 'M3 6h18v12H3zm4 4v0m3 0v0m4 0v0m3 0v0M8 14h8';
