/** A cell's field, whole, in a dialog: its history, its files, what can be done about it. Nothing of it is built twice. */
import { html, render } from 'lit';
import type { Field } from '../../domain/run.js';
import { grid as gridWords } from '../../messages/en/grid.js';
import { words } from '../../messages/registry.js';
import { close, glyph } from '../../styles/glyphs.js';
import { openOver } from '../modal.js';
import { isEditedInCell } from './editor.js';
import type { GridHost } from './entries.js';

const tagFor = ({ type }: Field): string =>
  type === 'number' ? 'measurement-field' : type === 'signoff' ? 'signoff-field' : 'value-field';

/** Opens it; `closed` hears when it is closed. */
export function openDetails(host: GridHost, field: Field, name: string, closed: () => void): void {
  const { element, session } = host;
  const say = words(element, 'grid', gridWords);
  const shown = document.createElement(host.tag(tagFor(field)));
  Object.assign(shown, { session, fieldId: field.id });
  const place = document.createElement('div');
  render(
    html`<dialog class="details" part="details" aria-label=${name}>
      ${shown}
      <button type="button" class="icon quiet" aria-label=${say.close} @click=${() => dialog.close()}>
        ${glyph(close)}
      </button>
    </dialog>`,
    place,
  );
  const dialog = place.querySelector('dialog')!;
  openOver(element.shadowRoot!, dialog, closed);
  // What is entered here and nowhere else is what it was opened for.
  const { updateComplete } = shown as HTMLElement & { updateComplete?: Promise<boolean> };
  if (!isEditedInCell(field)) void updateComplete?.then(() => shown.focus());
}
