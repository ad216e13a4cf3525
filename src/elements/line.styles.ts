import { css } from 'lit';
import { foot } from './value-element.styles.js';

const line = css`
  .line.line {
    position: relative;
    display: inline;
    min-block-size: 0;
    min-inline-size: 0;
    margin-block-start: calc(var(--_gap) * 0.3);
    padding: calc(var(--_gap) * 1.7) 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    text-decoration: underline dotted var(--_line-strong);
    text-underline-offset: 0.25em;
    cursor: pointer;
  }
  .line.line:hover {
    box-shadow: none;
    text-decoration-style: solid;
  }
  .line::after {
    position: absolute;
    inset: min(0px, var(--_gap) * 9 - 0.55rem) min(0px, var(--_gap) * 9 - 0.5rem)
      min(0px, var(--_gap) * 9 - 1rem);
    content: '';
  }
  /* With a gap to keep it does not reach into what stands around. */
  .with-unit > .numeric {
    padding-inline: calc(var(--_space) * 1.5 - var(--_gap) * 0.8);
  }
  .foot.foot > button {
    margin-block: calc((1.4rem - var(--_target)) / 2 + var(--_gap) * 1.8);
  }
`;

let known = false;

/**
 * The line that says who recorded a value, as a button: it looks like its text and reaches beyond it for the finger. Its
 * looks come to all fields at once: a sheet for each would have the styles of its field worked out anew.
 */
export function dressLines(): void {
  if (known) return;
  known = true;
  const sheet = foot.styleSheet!;
  for (const { cssText } of line.styleSheet!.cssRules) sheet.insertRule(cssText, sheet.cssRules.length);
}
