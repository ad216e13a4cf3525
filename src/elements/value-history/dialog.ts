/** The dialog in which a field shows its history. */
import { html, render } from 'lit';
import { history as historyWords } from '../../messages/en/history.js';
import { words } from '../../messages/registry.js';
import { close, glyph } from '../../styles/glyphs.js';
import { surface } from '../../styles/surface.js';
import { adopt, adoptButtons } from '../adopt.js';
import { defineElement } from '../define-element.js';
import type { FieldHost } from '../field-actions.js';
import { openOver } from '../modal.js';
import { dialogStyles } from './dialog.styles.js';
import { ValueHistory } from './value-history.js';

/** Opens it; the focus goes back to where it was when it is closed. */
export function openHistory(host: FieldHost): void {
  const { element, session, shown } = host;
  const texts = words(element, 'history', historyWords);
  const { prefix = '' } = element.constructor as { prefix?: string };
  // Only here is it known that it is needed, and under which name.
  defineElement('value-history', ValueHistory, prefix);
  adoptButtons(host);
  adopt(host, surface, dialogStyles);
  const history = document.createElement(`${prefix}value-history`);
  Object.assign(history, { session, fieldId: shown.field.id });
  const dialog = document.createElement('dialog');
  dialog.className = 'history';
  dialog.setAttribute('aria-labelledby', 'history-title');
  dialog.setAttribute('part', 'history');
  render(
    html`<header>
        <h2 class="heading" id="history-title">${texts.of(shown.field.label)}</h2>
        <button type="button" class="icon quiet" aria-label=${texts.close} @click=${() => dialog.close()}>
          ${glyph(close)}
        </button>
      </header>
      ${history}`,
    dialog,
  );
  // What happens in it is not an entry in the field.
  for (const type of ['keydown', 'input', 'change'])
    dialog.addEventListener(type, (event) => event.stopPropagation());
  openOver(element.shadowRoot!, dialog);
}
