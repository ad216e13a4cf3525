import { css } from 'lit';
import { foot } from './value-element.styles.js';

const line = css`
  .line.line {
    position: relative;
    display: inline;
    min-block-size: 0;
    min-inline-size: 0;
    padding: 0;
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
    inset: -0.5rem -0.5rem -1rem;
    content: '';
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
