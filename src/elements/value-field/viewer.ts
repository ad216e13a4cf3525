/** Shows a file that was opened: a picture in a dialog, anything else goes to the device. */
import { html, render } from 'lit';
import type { FileRef } from '../../domain/run.js';
import { history as historyWords } from '../../messages/en/history.js';
import { words } from '../../messages/registry.js';
import { close, glyph } from '../../styles/glyphs.js';
import { surface } from '../../styles/surface.js';
import { adopt, adoptButtons } from '../adopt.js';
import { openOver } from '../modal.js';
import { isPicture } from './file-kind.js';

export function view(element: HTMLElement, blob: Blob, file: FileRef, about: string): void {
  const url = URL.createObjectURL(blob);
  const forget = (): void => URL.revokeObjectURL(url);
  if (!isPicture(file)) {
    Object.assign(document.createElement('a'), { href: url, download: file.name }).click();
    setTimeout(forget);
    return;
  }
  adoptButtons({ element });
  adopt({ element }, surface);
  const dialog = document.createElement('dialog');
  dialog.className = 'viewer';
  dialog.setAttribute('aria-labelledby', 'viewed');
  render(
    html`<header>
        <h2 class="heading" id="viewed">${about}</h2>
        <button
          type="button"
          class="icon quiet"
          aria-label=${words(element, 'history', historyWords).close}
          @click=${() => dialog.close()}
        >
          ${glyph(close)}
        </button>
      </header>
      <img src=${url} alt=${about} />`,
    dialog,
  );
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  openOver(element.shadowRoot!, dialog, forget);
}
