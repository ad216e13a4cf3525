import { css } from 'lit';

/** What the dialog of a command needs beside the sheets tokens, tones, notice, surface, buttons and inputs. */
export const styles = css`
  .command-form {
    inline-size: min(36em, 100% - var(--_space) * 2);
  }
  .command-form .about {
    gap: var(--_space);
  }
  .command-form p {
    max-inline-size: 60ch;
    margin: 0;
  }
  .command-form .heading:focus {
    outline: none;
  }
  .command-form legend {
    margin-block-end: calc(var(--_space) * 0.75);
  }
  .command-form .message {
    min-block-size: 0;
    color: var(--_bad);
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 13em), 1fr));
    gap: var(--_space);
  }
  /* Three in two columns look as if one were missing. */
  .cards:has(> :nth-child(3):last-child) {
    grid-template-columns: minmax(0, 1fr);
  }
  .cards > .card {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.25);
    min-block-size: var(--_target);
    padding: var(--_space) calc(var(--_space) * 1.5);
    border-color: var(--_line-strong);
    border-radius: var(--_radius);
    cursor: pointer;
    touch-action: manipulation;
  }
  .cards .hint {
    display: block;
  }
  .cards input {
    flex: none;
    inline-size: 1.375rem;
    block-size: 1.375rem;
    margin: 0;
    /* The card around it shows what is wrong. */
    box-shadow: none;
  }
  .cards > :has(:checked) {
    border-color: var(--_accent);
    background: var(--_accent-surface);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .cards > :has([aria-invalid='true']) {
    border-color: var(--_bad);
  }
  .cards > :has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 3px;
  }
  .cards :focus-visible {
    outline: none;
  }
  .cards > :has(:disabled, [aria-disabled]) {
    border-style: dashed;
    cursor: not-allowed;
  }
  .command-form .primary.danger {
    background: var(--_bad);
    color: var(--_surface-raised);
  }
  @media (forced-colors: active) {
    .cards > :has(:checked) {
      border: 3px solid Highlight;
    }
  }
`;
