import { css } from 'lit';

export const styles = css`
  .readings {
    display: grid;
    gap: max(var(--_gap), var(--_space) * 0.75);
  }
  .whole {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20em), 1fr));
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
    align-items: center;
    max-inline-size: 52em;
    padding-block-start: var(--_space);
    border-block-start: 1px solid var(--_line);
  }
  .judged {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 1.5);
    align-items: center;
    min-block-size: 1.4em;
    font-size: var(--_size-1);
  }
  .done {
    unicode-bidi: plaintext;
    color: var(--_text-quiet);
  }
  .picture {
    display: grid;
    grid-template-columns: 44% 12% 44%;
    color: var(--_text-quiet);
    font: 0.75rem / 1.2 var(--_font-numeric);
    font-variant-numeric: tabular-nums;
    text-align: center;
  }
  .picture > span {
    direction: ltr;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .picture > span + span {
    grid-column: 3;
  }
  .picture > svg {
    grid-column: 1 / -1;
    inline-size: 100%;
    block-size: 1.75rem;
    overflow: visible;
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
  .picture .band {
    stroke: var(--_line-strong);
  }
  .picture .mean {
    stroke: var(--_text);
    stroke-width: 2;
  }
  .picture .dot {
    stroke: var(--_ok);
    stroke-width: 9;
    stroke-linecap: round;
  }
  .picture .dot.bad {
    stroke: var(--_bad);
    stroke-linecap: square;
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(var(--_space) * 2.5);
    min-inline-size: 0;
    margin: 0;
    overflow-wrap: anywhere;
  }
  dt {
    color: var(--_text-quiet);
    font-size: var(--_size-1);
  }
  dd {
    margin: 0;
    font-weight: 600;
  }
`;

/** One reading in a row: number, entry, verdict, who recorded it. What stands once above is not repeated. */
export const row = css`
  :host([compact]) .field:not(form, [part]) {
    grid-template-columns: 1.5em minmax(7em, 11em) minmax(6.5em, auto) minmax(0, 1fr);
    gap: max(var(--_gap), var(--_space) / 2) calc(var(--_space) * 1.5);
    align-items: center;
  }
  :host([compact]) .label {
    font-family: var(--_font-numeric);
    color: var(--_text-quiet);
    text-align: end;
    justify-self: end;
  }
  :host([compact]) form .label,
  :host([compact]) [part='remedy'] .label {
    font-family: inherit;
    color: inherit;
    justify-self: start;
  }
  :host([compact]) :is(.required, .hint, .picture) {
    display: none;
  }
  :host([compact]) .reading {
    display: contents;
  }
  :host([compact]) .numeric:not(.long) {
    font-size: var(--_size-3);
  }
  :host([compact]) .field:has(.long):not(form, [part]) {
    grid-template-columns: 1.5em minmax(7em, 20em) minmax(6.5em, auto) minmax(0, 1fr);
  }
  :host([compact]) .foot {
    justify-content: start;
    max-inline-size: none;
  }
  :host([compact]) :is(form, [part='remedy']) {
    grid-column: 2 / -1;
  }
  @media (max-width: 48em) {
    :host([compact]) .field:not(form, [part]) {
      grid-template-columns: 1.5em minmax(min(7em, 50%), 11em) minmax(0, 1fr);
    }
    :host([compact]) .foot {
      grid-column: 2 / -1;
      min-block-size: 0;
    }
  }
`;
