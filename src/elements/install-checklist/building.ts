/** Making a part on the assembly: what it is called, how much of it, and what must lie ready before. */
import { html, nothing, type TemplateResult } from 'lit';
import { missingParts } from '../../domain/made.js';
import { numberSigns, parseNumber } from '../../domain/typed-number.js';
import { findRequirement } from '../../domain/run.js';
import { field as fieldWords } from '../../messages/en/field.js';
import { install as installWords } from '../../messages/en/install.js';
import { formatDecimal } from '../../messages/format.js';
import { localeOf, words } from '../../messages/registry.js';
import { glyph, todo } from '../../styles/glyphs.js';
import { nameOf } from './names.js';
import { idIn, type Panel } from './panel.js';

export function building(panel: Panel): TemplateResult {
  const { element, step, context, state, key, desk, lead } = panel;
  const requirement = findRequirement(step, key)!;
  const { tracking } = requirement;
  const said = words(element, 'install', installWords);
  const locale = localeOf(element);
  const busy = state === 'submitting' || state === 'failed';
  const missing = missingParts(step, requirement);
  // A part that is scanned next must not become the name.
  const waits = missing.length > 0 && state !== 'refused';
  const send = (event: Event): void => {
    if (busy) return;
    const box = (event.currentTarget as HTMLElement).closest('.installing')!;
    const text = box.querySelector<HTMLInputElement>('.numeric')?.value;
    if (text === undefined) return desk.install(key, '1');
    const typed = parseNumber(text, numberSigns(locale));
    if ('value' in typed) desk.install(key, typed.value);
    else
      desk.unreadable(key, {
        reason: typed.problem === 'empty' ? 'quantity-needed' : typed.problem,
        message: text,
      });
  };
  const outstanding = html`<div class="field">
    <p class="label">${glyph(todo)} ${said.stillMissing}</p>
    <div class="actions">
      ${missing.map(
        (one, at) =>
          html`<button type="button" class=${at === 0 ? 'attend' : ''} @click=${() => lead(one.id)}>
            ${nameOf(one)}
          </button>`,
      )}
    </div>
  </div>`;
  return html`<div class="installing" part="quantity">
    ${waits ? outstanding : nothing} ${tracking === 'bulk' ? nothing : name()}
    ${tracking === 'serial' ? nothing : amount()}
    <div class="actions">
      <button type="button" class="primary" aria-disabled=${busy} @click=${send}>${said.buildNow}</button>
      ${
        busy
          ? nothing
          : html`<button type="button" class="quiet" @click=${() => desk.cancel(key)}>
              ${words(element, 'field', fieldWords).cancel}
            </button>`
      }
    </div>
  </div>`;

  /** A scanner ends with Enter as well, so only the button builds. */
  function keyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') event.preventDefault();
  }

  function name(): TemplateResult {
    const id = idIn(panel, 'made');
    return html`<div class="field">
      <label class="label" for=${id}>${tracking === 'lot' ? said.newLot : said.newSerial}</label>
      <p class="hint" id="${id}-hint">${said.automatic}</p>
      <input
        id=${id}
        class="made ${waits ? '' : 'attend'}"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        enterkeyhint="done"
        aria-describedby="${id}-hint"
        aria-invalid=${context.refusal?.detail?.reason === 'serial-taken'}
        ?readonly=${busy}
        .value=${context.name}
        @keydown=${keyDown}
        @input=${(event: Event) => desk.named(key, (event.target as HTMLInputElement).value)}
      />
    </div>`;
  }

  function amount(): TemplateResult {
    const id = idIn(panel, 'quantity');
    return html`<div class="field">
      <label class="label" for=${id}>${said.quantity}</label>
      <div class="with-unit short">
        <input
          id=${id}
          class="numeric ${tracking === 'bulk' && !waits ? 'attend' : ''}"
          inputmode="decimal"
          autocomplete="off"
          enterkeyhint="done"
          aria-invalid=${desk.unread?.key === key}
          ?readonly=${busy}
          .value=${formatDecimal(context.quantity, locale)}
          @keydown=${keyDown}
          @input=${(event: Event) => desk.typed(key, (event.target as HTMLInputElement).value)}
        />${requirement.unit ? html`<span class="unit">${requirement.unit}</span>` : nothing}
      </div>
    </div>`;
  }
}
