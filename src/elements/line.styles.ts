import { css } from 'lit';

/** The line that says who recorded a value, as a button: it looks like its text and reaches beyond it for the finger. */
export const lineStyles = css`
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
