/** The dialog that lists what can be done with a key now, and switches them off. */
import { css, html, render, type ReactiveElement } from 'lit';
import { shortcut as shortcutWords } from '../../messages/en/shortcut.js';
import { words } from '../../messages/registry.js';
import { choices } from '../../styles/choices.js';
import { close, glyph } from '../../styles/glyphs.js';
import { adopt } from '../adopt.js';
import { openOver } from '../modal.js';
import { personal, type Usable } from './shortcuts.js';

const styles = css`
  .shortcuts {
    inline-size: min(28em, 100% - var(--_space) * 2);
  }
  .shortcuts > header {
    display: flex;
    /* Room for the focus ring of the button. */
    gap: calc(var(--_space) * 1.5);
    align-items: center;
    justify-content: space-between;
    position: static;
    margin-block-end: calc(var(--_space) * 1.5);
    padding: 0;
    border: 0;
  }
  .shortcuts > p {
    color: var(--_text-quiet);
  }
  .keys {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 calc(var(--_space) * 2);
    align-items: baseline;
    margin: calc(var(--_space) * 2) 0;
  }
  .keys > div {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    align-items: center;
    padding-block: calc(var(--_space) * 0.75);
    border-block-start: 1px solid var(--_line);
  }
  .keys :is(dt, dd) {
    margin: 0;
    overflow-wrap: anywhere;
  }
  kbd {
    display: inline-block;
    min-inline-size: 2em;
    padding: 0.15em 0.5em;
    border: 1px solid var(--_line-strong);
    border-block-end-width: 3px;
    border-radius: var(--_radius);
    background: var(--_surface-sunken);
    font: 600 var(--_size-2) / 1.4 var(--_font-numeric);
    text-align: center;
  }
`;

/** Opens it; the focus goes back to where it was when it is closed. `redraw` is called when keys were switched. */
export function openHelp(element: ReactiveElement, usable: readonly Usable[]): void {
  const root = element.shadowRoot!;
  if (root.querySelector('dialog.shortcuts')) return;
  const texts = words(element, 'shortcut', shortcutWords);
  adopt({ element }, choices, styles);
  const dialog = document.createElement('dialog');
  dialog.className = 'shortcuts';
  dialog.setAttribute('aria-labelledby', 'shortcuts-title');
  const line = (key: unknown, does: string): unknown =>
    html`<div>
      <dt>${key}</dt>
      <dd>${does}</dd>
    </div>`;
  render(
    html`<header>
        <h2 class="heading" id="shortcuts-title">${texts.title}</h2>
        <button type="button" class="icon quiet" aria-label=${texts.close} @click=${() => dialog.close()}>
          ${glyph(close)}
        </button>
      </header>
      <p>${texts.now}</p>
      <dl class="keys">
        ${usable.map(({ key, does, label }) =>
          line(html`<kbd>${key.toUpperCase()}</kbd>`, does ?? texts[label!]),
        )}
        ${
          usable.some(({ act }) => act === 'outstanding')
            ? line(html`<kbd>${texts.control}</kbd> <kbd>Enter</kbd>`, texts.whileTyping)
            : ''
        }
      </dl>
      <label class="check"
        ><input
          type="checkbox"
          .checked=${personal.on}
          @change=${(event: Event) => (personal.on = (event.target as HTMLInputElement).checked)}
        />${texts.use}</label
      >`,
    dialog,
  );
  openOver(root, dialog);
}
