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
  .counts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(8.5em, 1fr));
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    margin: 0;
  }
  .tally {
    padding-block-start: var(--_space);
    border-block-start: 3px solid var(--_tone, var(--_line-strong));
  }
  dt {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 0.75);
    color: var(--_text-quiet);
    font-size: var(--_size-1);
  }
  dd {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 calc(var(--_space) * 0.75);
    margin: 0;
  }
  dd > .glyph {
    align-self: center;
    margin-inline-start: auto;
    color: var(--_tone);
  }
  .large {
    font: 600 2.25rem / 1.2 var(--_font-numeric);
    font-variant-numeric: tabular-nums;
  }
  .also {
    color: var(--_text-quiet);
    font-size: var(--_size-1);
  }
  #warnings li {
    display: flex;
    align-items: center;
    gap: var(--_space);
    border-block-end: 1px solid var(--_line);
  }
  #warnings li > :first-child {
    flex: 1;
  }
  #warnings > .check {
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
  footer > :empty {
    display: none;
  }
`;
