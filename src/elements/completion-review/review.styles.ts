import { css } from 'lit';

export const styles = css`
  .review {
    gap: calc(var(--_space) * 3);
  }
  h3.label {
    display: flex;
    align-items: center;
    gap: var(--_space);
    margin: 0 0 var(--_space);
    font-size: var(--_size-2);
  }
  #title:focus-visible,
  .done:focus-visible {
    outline: none;
  }
  dialog .heading {
    font-size: var(--_size-4);
  }
  /* Numbers of one row stand on one line, however long the words above them are. */
  .counts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(9.25em, 45%), 1fr));
    gap: 0 calc(var(--_space) * 2);
    margin: calc(var(--_space) * -2) 0 0;
  }
  .tally {
    display: grid;
    grid-row: span 3;
    grid-template-rows: subgrid;
    margin-block-start: calc(var(--_space) * 2);
    padding-block-start: var(--_space);
    border-block-start: 3px solid var(--_tone, var(--_line-strong));
  }
  dt,
  .also {
    color: var(--_text-quiet);
    font-size: var(--_size-1);
  }
  dt {
    display: flex;
    align-items: start;
    gap: calc(var(--_space) / 2);
  }
  dt > .glyph + span + .glyph {
    margin-inline-start: auto;
    color: var(--_tone);
  }
  dd {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    align-content: start;
    gap: 0 calc(var(--_space) * 0.75);
    margin: 0;
  }
  .large {
    font: 600 2.25rem / 1.2 var(--_font-numeric);
    font-variant-numeric: tabular-nums;
  }
  .also {
    gap: 0 calc(var(--_space) * 1.5);
  }
  .deviations {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .deviations li + li {
    margin-block-start: var(--_gap);
  }
  .deviations li {
    padding-block: calc(var(--_space) / 2) var(--_space);
    border-block-end: 1px solid var(--_line);
  }
  .deviations button {
    inline-size: 100%;
    justify-content: space-between;
    padding-inline: 0;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .deviations small {
    display: block;
    color: var(--_text-quiet);
    font-size: var(--_size-1);
    overflow-wrap: anywhere;
  }
  #warnings li {
    display: flex;
    align-items: center;
    gap: var(--_space);
    padding-block: max(var(--_gap), var(--_space) / 2);
    border-block-end: 1px solid var(--_line);
  }
  #warnings li > :first-child {
    flex: 1;
  }
  #warnings > .check {
    margin-block-start: var(--_gap);
    font-weight: 600;
  }
  dialog footer {
    position: sticky;
    inset-block-end: calc(var(--_space) * -3);
    margin: 0 calc(var(--_space) * -3) calc(var(--_space) * -3);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-block-start: 1px solid var(--_line);
    background: var(--_surface-raised);
  }
  [role='alert'] > .notice,
  #held {
    margin-block-end: calc(var(--_space) * 1.5);
  }
`;
