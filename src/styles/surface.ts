import { css } from 'lit';

/**
 * Surfaces. `card` is a bordered panel (`<section class="card">`); `stack` puts its children one below the other,
 * `row` side by side, wrapping; `heading` sizes a title.
 *
 * `menu` is a popover of buttons: `<button class="menu-button" popovertarget="m">…</button>
 * <div id="m" class="menu" popover>…</div>`. It hangs below its button where the browser can anchor it, and is a
 * sheet at the lower edge of the screen elsewhere and on a phone. One per shadow root. `dialog` is styled by its tag.
 *
 * Public: `--stepwright-shadow` of what floats.
 */
export const surface = css`
  .card {
    padding: calc(var(--_space) * 2);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 2);
    background: var(--_surface-raised);
  }
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 2);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 1.5);
  }
  .heading {
    margin: 0;
    font-size: var(--_size-3);
    font-weight: 600;
    line-height: 1.25;
    text-wrap: balance;
  }
  .menu,
  dialog {
    padding: var(--_space);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 2);
    background: var(--_surface-raised);
    box-shadow: var(--stepwright-shadow, 0 8px 28px #0005);
    color: inherit;
  }
  .menu {
    inset: auto 0 0;
    inline-size: auto;
    margin: var(--_space);
  }
  .menu > button {
    display: flex;
    inline-size: 100%;
    justify-content: start;
    border: 0;
    font-weight: 400;
    text-align: start;
  }
  .menu > hr {
    margin: calc(var(--_space) / 2) var(--_space);
    border: 0;
    border-block-start: 1px solid var(--_line);
  }
  .menu > * + button {
    margin-block-start: var(--_gap);
  }
  .menu-button {
    anchor-name: --menu;
  }
  @supports (position-area: block-end) {
    @media (min-width: 30em) {
      .menu {
        position-anchor: --menu;
        position-area: block-end span-inline-start;
        position-try-fallbacks: flip-block, flip-inline;
        inset: auto;
        inline-size: max-content;
        min-inline-size: 14em;
        margin: calc(var(--_space) / 2) 0;
      }
    }
  }
  dialog {
    inline-size: min(40em, 100% - var(--_space) * 2);
    max-block-size: calc(100% - var(--_space) * 2);
    padding: calc(var(--_space) * 3);
  }
  dialog::backdrop {
    background: #0009;
  }
  @media (max-width: 30em) {
    .menu::backdrop {
      background: #0009;
    }
    dialog {
      padding: calc(var(--_space) * 2);
    }
  }
`;
