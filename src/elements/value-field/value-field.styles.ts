import { css } from 'lit';

export const styles = css`
  .hint > b {
    color: var(--_text);
  }
  .segments,
  select,
  textarea,
  input {
    max-inline-size: 36em;
  }
  /* Short options side by side, long ones below each other. */
  .segments > label {
    flex: 1 1 auto;
    min-inline-size: 7em;
  }
  .checks {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(11em, 100%), 1fr));
    gap: 0 calc(var(--_space) * 2);
  }
  .row,
  .drop,
  .files > li {
    display: flex;
    gap: var(--_space);
    align-items: center;
  }
  .files {
    display: grid;
    gap: calc(var(--_space) / 2);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .name {
    flex: 0 1 auto;
    min-inline-size: 0;
    text-align: start;
  }
  progress {
    flex: 1;
    min-inline-size: 4em;
    max-inline-size: 16em;
  }
  .no {
    min-inline-size: var(--_target);
    min-block-size: var(--_target);
    border: 0;
    background: none;
    color: var(--_accent);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  textarea {
    min-block-size: var(--_target);
    max-block-size: 20em;
    field-sizing: content;
  }
  [type='date'] {
    max-inline-size: 14em;
  }
  [name='choice'][aria-disabled] {
    border: 0;
    cursor: not-allowed;
  }
  label:has(> [aria-disabled]) {
    cursor: not-allowed;
  }
  .segments > label:has(> [aria-disabled]) {
    border-style: dashed;
    background: var(--_surface-sunken);
  }
`;
