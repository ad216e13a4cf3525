import { css } from 'lit';

export const styles = css`
  .hint {
    min-block-size: 1.4em;
  }
  .hint > span {
    margin-inline-start: 0.75em;
  }
  .reading {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 7em), 1fr));
    gap: calc(var(--_space) * 2);
    align-items: center;
    max-inline-size: 33em;
    min-block-size: 3.25rem;
  }
  .reading:has(.long) {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17.5em), 1fr));
    max-inline-size: 40em;
  }
  .other + .unit {
    display: none;
  }
  .long {
    font-size: var(--_size-3);
  }
  .judged {
    display: grid;
    align-content: center;
    min-inline-size: 0;
  }
  .verdict {
    min-block-size: 1.4em;
    font-size: var(--_size-1);
  }
  .verdict:has(+ .actions) {
    display: none;
  }
  .picture {
    display: grid;
    grid-template-columns: 44% 12% 44%;
    color: var(--_text-quiet);
    font-size: 0.75rem;
    line-height: 1.2;
    text-align: center;
  }
  .picture > * {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    direction: ltr;
  }
  .picture > span + span {
    grid-column: 3;
  }
  .picture > svg {
    grid-column: 1 / -1;
    inline-size: 100%;
    block-size: 0.875rem;
    fill: none;
    stroke: var(--_line);
    stroke-width: 4;
  }
  :host(:dir(rtl)) .picture > svg {
    transform: scaleX(-1);
  }
  .picture path {
    vector-effect: non-scaling-stroke;
  }
  .band {
    stroke: var(--_line-strong);
  }
  .mark {
    stroke: var(--_tone, var(--_text));
  }
`;
