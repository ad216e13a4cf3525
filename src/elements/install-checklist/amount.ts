/** How much of a chosen unit goes in, and where: the last question before it is installed. */
import { html, nothing, type TemplateResult } from 'lit';
import { openDesignators, remaining } from '../../domain/install.js';
import { numberSigns, parseNumber } from '../../domain/typed-number.js';
import type { Requirement, Unit } from '../../domain/run.js';
import { field as fieldWords } from '../../messages/en/field.js';
import { install as installWords } from '../../messages/en/install.js';
import { formatDate, formatDecimal } from '../../messages/format.js';
import { localeOf, words } from '../../messages/registry.js';
import { glyph, part, warning } from '../../styles/glyphs.js';
import { isSure } from './fitting.js';
import { nameOf, unitName } from './names.js';
import { idIn, type Panel } from './panel.js';

export function measure(panel: Panel, unit: Unit, requirement: Requirement): TemplateResult {
  const { element, context, state, key, desk } = panel;
  const said = words(element, 'install', installWords);
  const locale = localeOf(element);
  const busy = state === 'submitting' || state === 'failed';
  const sure = isSure(requirement, unit);
  const send = (event: Event): void => {
    if (busy) return;
    const box = (event.currentTarget as HTMLElement).closest('.installing')!;
    if (requirement.designators && desk.peek(key)?.context.designator === undefined) {
      return desk.unreadable(key, {
        reason: 'designator-needed',
        expected: openDesignators(requirement),
        unit,
      });
    }
    const text = box.querySelector<HTMLInputElement>('.numeric')?.value;
    if (text === undefined) return desk.install(key, desk.peek(key)?.context.quantity ?? context.quantity);
    const typed = parseNumber(text, numberSigns(locale));
    if ('value' in typed) desk.install(key, typed.value);
    else
      desk.unreadable(key, {
        reason: typed.problem === 'empty' ? 'quantity-needed' : typed.problem,
        message: text,
      });
  };
  return html`<div class="installing" part="quantity">
    <p>
      ${glyph(part)} <strong class="numbers">${said.chosen(unitName(said, unit))}</strong>
      ${key !== desk.scanKey ? nothing : said.into(nameOf(requirement))}
    </p>
    ${doubt()}${requirement.designators ? where() : sure ? nothing : amount()}
    <div class="actions">
      <button type="button" class="primary ${sure ? 'attend' : ''}" aria-disabled=${busy} @click=${send}>
        ${said.install}
      </button>
      ${
        busy
          ? nothing
          : html`<button type="button" class="quiet" @click=${() => desk.cancel(key)}>
              ${words(element, 'field', fieldWords).cancel}
            </button>`
      }
    </div>
  </div>`;

  function doubt(): TemplateResult | typeof nothing {
    const which = desk.doubt(key, unit);
    if (!which) return nothing;
    const label = formatDate(context.label!.expires!, locale);
    return html`<div class="notice warn" role="alert">
      ${glyph(warning)}
      <span
        >${which === 'past' ? said.labelExpired(label) : said.labelExpires(label, formatDate(unit.expires!, locale))}</span
      >
    </div>`;
  }

  /** The open places. None is chosen, not even the only one (R58). */
  function where(): TemplateResult {
    return html`<fieldset class="field">
      <legend class="label">${said.where}</legend>
      <p class="hint">${said.scanPlace}</p>
      <div class="places">
        ${openDesignators(requirement).map(
          (place, at) =>
            html`<label class="check numbers"
              ><input
                type="radio"
                class=${at === 0 ? 'attend' : ''}
                name=${idIn(panel, 'place')}
                ?disabled=${busy}
                .checked=${context.designator === place}
                @change=${() => desk.place(key, place)}
              />${place}</label
            >`,
        )}
      </div>
    </fieldset>`;
  }

  function amount(): TemplateResult {
    const id = idIn(panel, 'quantity');
    const label = context.label?.quantity;
    return html`<div class="quantity">
      <label class="label" for=${id}>${said.quantity}</label>
      <p class="hint numbers" id="${id}-amounts">
        ${said.remaining(formatDecimal(remaining(requirement), locale))} ·
        ${said.available(formatDecimal(unit.quantity, locale))}
        ${label === undefined ? nothing : html`· ${said.labelQuantity(formatDecimal(label, locale))}`}
      </p>
      <div class="with-unit">
        <input
          id=${id}
          class="numeric attend"
          inputmode="decimal"
          autocomplete="off"
          enterkeyhint="done"
          aria-describedby="${id}-amounts"
          aria-invalid=${state === 'refused' || desk.unread?.key === key}
          ?readonly=${busy}
          .value=${formatDecimal(context.quantity, locale)}
          @input=${(event: Event) => desk.typed(key, (event.target as HTMLInputElement).value)}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            send(event);
          }}
        />${requirement.unit ? html`<span class="unit">${requirement.unit}</span>` : nothing}
      </div>
    </div>`;
  }
}
