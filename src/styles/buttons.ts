import { css } from 'lit';

/**
 * Buttons. Without a class a `<button>` is secondary; `primary`, `quiet` and `danger` are the others, `icon` makes
 * one with a glyph alone square. `button` gives a `<summary>`, a label or a link the same looks. `actions` is a row
 * of them that wraps, and on a phone fills the width.
 *
 * `aria-disabled="true"` looks disabled and stays focusable and readable, so that its reasons can be found.
 * `aria-pressed` and `aria-busy="true"` show.
 */
export const buttons = css`
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space);
    min-block-size: var(--_target);
    min-inline-size: var(--_target);
    margin: 0;
    padding: calc(var(--_space) * 0.75) calc(var(--_space) * 2);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    color: var(--_text);
    font: 600 var(--_size-2) / 1.25 var(--_font);
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    touch-action: manipulation;
    /* A press is still seen when the finger is away. */
    transition: box-shadow 0.3s 0.1s;
  }
  .primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .quiet {
    border-color: transparent;
    background: none;
    color: var(--_accent);
  }
  .danger {
    border-color: var(--_bad);
    color: var(--_bad);
  }
  .icon {
    padding: 0;
  }
  [aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent-surface);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  @media (hover: hover) {
    button:hover,
    .button:hover {
      box-shadow: inset 0 0 0 99px color-mix(in srgb, currentColor 8%, transparent);
    }
  }
  button:active,
  .button:active {
    box-shadow: inset 0 0 0 99px color-mix(in srgb, currentColor 24%, transparent);
    translate: 0 1px;
    transition: none;
  }
  @media (prefers-reduced-motion: reduce) {
    button,
    .button {
      transition: box-shadow 0s 0.3s;
    }
    button:active,
    .button:active {
      translate: none;
      transition: none;
    }
  }
  button:disabled,
  [aria-disabled='true'] {
    border: 1px dashed var(--_line-strong);
    background: var(--_surface-sunken);
    color: var(--_text-quiet);
    box-shadow: none !important;
    translate: none;
    cursor: not-allowed;
  }
  [aria-busy='true'] {
    cursor: progress;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space);
  }
  @media (max-width: 30em) {
    .actions > :not(.icon, .quiet) {
      flex: 1 1 auto;
      padding-inline: calc(var(--_space) * 1.25);
    }
  }
  @media (forced-colors: active) {
    .primary {
      border: 2px solid;
    }
    .quiet {
      border-color: Canvas;
      color: LinkText;
    }
    button:disabled,
    [aria-disabled='true'] {
      border: 1px dashed GrayText;
      color: GrayText;
    }
  }
`;
