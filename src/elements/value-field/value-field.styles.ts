import { css } from 'lit';

export const styles = css`
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
    gap: var(--_gap) calc(var(--_space) * 2);
  }
  textarea {
    min-block-size: var(--_target);
    max-block-size: 20em;
    field-sizing: content;
  }
  [type='date'] {
    max-inline-size: 14em;
  }
  label:has(> [aria-disabled]) {
    cursor: not-allowed;
  }
  .segments > label:has(> [aria-disabled]) {
    border-style: dashed;
    background: var(--_surface-sunken);
  }
`;
