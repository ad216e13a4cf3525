import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Verdict } from '../../domain/measurement.js';
import type { NumberField } from '../../domain/run.js';
import { verdict as verdictWords } from '../../messages/en/verdict.js';
import { formatDecimal } from '../../messages/format.js';
import { words } from '../../messages/registry.js';
import { buttons } from '../../styles/buttons.js';
import { glyph, high, low, ok, unknown } from '../../styles/glyphs.js';
import { inputs } from '../../styles/inputs.js';
import { tokens } from '../../styles/tokens.js';
import { tones } from '../../styles/tones.js';
import { FieldElement } from '../field-element.js';
import { styles } from './measurement-field.styles.js';
import { picture } from './picture.js';

const verdictGlyphs: Readonly<Record<Verdict, string>> = {
  'in-range': ok,
  low,
  high,
  'no-limits': ok,
  'not-a-number': unknown,
};
const verdictTones: Readonly<Record<Verdict, string>> = {
  'in-range': 'ok',
  low: 'bad',
  high: 'bad',
  'no-limits': '',
  'not-a-number': 'bad',
};

/**
 * One measured value: typed as decimal text, judged against its limits when it is saved.
 *
 * The verdict is told by a glyph, a word and a color, and a small picture shows where the value lies. An entry that
 * cannot be read, was refused or could not be sent keeps its text and says what to do next.
 *
 * @tagname measurement-field
 * @summary A measured value with its limits and its verdict.
 *
 * @fires input - A person has typed.
 * @fires change - A person has finished an entry; it is being saved.
 * @fires {CommandRequestedEvent} command-requested - Before the value goes to the backend. Cancelable.
 * @fires {CommandRefusedEvent} command-refused - The backend refused the value.
 * @fires {CommandFailedEvent} command-failed - The value could not be sent.
 *
 * @csspart label - The field's label.
 * @csspart input - The native input.
 * @csspart unit - The unit after the input.
 * @csspart limits - The limits in words.
 * @csspart picture - The picture of the value between its limits.
 * @csspart verdict - The verdict: glyph and word.
 * @csspart message - What became of the entry; who recorded the value.
 * @csspart actions - What can be done about an entry that was not taken.
 *
 * @cssstate in-range - The recorded value is in range.
 * @cssstate out-of-range - The recorded value is out of range.
 * @cssstate submitting - The entry is being saved.
 * @cssstate pending - The value is shown and has not been confirmed yet.
 * @cssstate invalid - The entry cannot be read.
 * @cssstate refused - The entry was refused.
 * @cssstate failed - The entry could not be sent.
 */
export class MeasurementField extends FieldElement {
  static override styles = [tokens, tones, buttons, inputs, styles];

  protected override render(): TemplateResult | typeof nothing {
    const { shown, entry } = this;
    if (shown?.field.type !== 'number') return nothing;
    const field: NumberField = shown.field;
    const { record, limits = {}, unit } = field;
    const verdict = this.current!.verdict(field.id);
    const value = record?.value ?? undefined;
    const draft = entry?.context.draft as string | undefined;
    const text = draft ?? (value === undefined ? '' : formatDecimal(value, this.locale));
    const { editable } = this;
    const judged = draft === undefined ? verdict : undefined;
    const limitsText = words(this, 'verdict', verdictWords).limits(limits, unit, this.locale);
    return html`<div class="field">
      ${this.labelLine(field, 'input')}
      <p class="hint numbers" part="limits" id="limits">
        ${limitsText}${field.hint ? html` <span>${field.hint}</span>` : nothing}
      </p>
      <div class="reading ${judged ? verdictTones[judged] : ''}">
        <div class="with-unit">
          <input
            id="input"
            part="input"
            class="numeric"
            inputmode="decimal"
            autocomplete="off"
            spellcheck="false"
            enterkeyhint="done"
            aria-describedby="limits verdict message"
            aria-invalid=${entry?.value === 'invalid' || entry?.value === 'refused' || judged === 'low' || judged === 'high'}
            ?readonly=${!editable}
            .value=${live(text)}
            @input=${(event: InputEvent) => this.edit((event.target as HTMLInputElement).value)}
            @change=${this.#changed}
            @keydown=${this.#keyDown}
          />${unit ? html`<span class="unit" part="unit">${unit}</span>` : nothing}
        </div>
        <div class="judged">
          ${picture(limits, draft === undefined ? value : undefined)}
          <span class="verdict" part="verdict" id="verdict"
            >${this.#verdict(judged, record?.notApplicable)}</span
          >
        </div>
      </div>
      ${this.messageLine()} ${this.recovery()}
      ${field.allowNotApplicable && editable && draft === undefined ? this.#notApplicable(record?.notApplicable) : nothing}
    </div>`;
  }

  #verdict(verdict: Verdict | undefined, notApplicable: boolean | undefined): TemplateResult | string {
    if (notApplicable) return this.words.notApplicable;
    if (!verdict || verdict === 'no-limits') return '';
    return html`${glyph(verdictGlyphs[verdict])} ${words(this, 'verdict', verdictWords).words[verdict]}`;
  }

  #notApplicable(marked: boolean | undefined): TemplateResult {
    return html`<div class="actions">
      ${
        marked
          ? html`<button type="button" class="quiet" @click=${() => this.clear()}>
              ${this.words.clear}
            </button>`
          : html`<button type="button" class="quiet" @click=${() => this.markNotApplicable()}>
              ${this.words.markNotApplicable}
            </button>`
      }
    </div>`;
  }

  #changed(): void {
    this.commit();
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #keyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.entry) {
      event.stopPropagation();
      this.discard();
    } else if (event.key === 'Enter') this.commit();
  }
}
