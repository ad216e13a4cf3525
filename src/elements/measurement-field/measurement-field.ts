import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Judged } from '../../domain/fields.js';
import type { Verdict } from '../../domain/measurement.js';
import { measurement as measurementWords } from '../../messages/en/measurement.js';
import { verdict as verdictWords } from '../../messages/en/verdict.js';
import { formatDecimal } from '../../messages/format-value.js';
import { words } from '../../messages/registry.js';
import { glyph, high, low, ok, unknown } from '../../styles/glyphs.js';
import { inputs } from '../../styles/inputs.js';
import { tokens } from '../../styles/tokens.js';
import { tones } from '../../styles/tones.js';
import { ValueElement } from '../value-element.js';
import { foot } from '../value-element.styles.js';
import { styles } from './measurement-field.styles.js';
import { picture } from './picture.js';

const toneOf = (verdict: Verdict | undefined): string =>
  verdict === 'in-range' ? 'ok' : verdict && verdict !== 'no-limits' ? 'bad' : '';
const glyphs: Readonly<Partial<Record<Verdict, string>>> = { 'in-range': ok, low, high };

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
 * @fires {LocateRequestedEvent} locate-requested - A person wants to see an issue, and nothing shows it.
 *
 * @csspart label - The field's label.
 * @csspart input - The native input.
 * @csspart unit - The unit after the input.
 * @csspart limits - The limits in words.
 * @csspart picture - The picture of the value between its limits.
 * @csspart verdict - The verdict: glyph and word.
 * @csspart message - What became of the entry; who recorded the value.
 * @csspart deviation - Why a value out of range was accepted, and by whom.
 * @csspart actions - What can be done about an entry that was not taken.
 * @csspart question - A reason to give, and the ways on, before an entry is saved.
 * @csspart remedy - What can be done about a value out of range, and its issues.
 * @csspart issue-badge - How many issues it has; leads to them.
 *
 * @cssstate in-range - The recorded value is in range.
 * @cssstate out-of-range - The recorded value is out of range.
 * @cssstate submitting - The entry is being saved.
 * @cssstate pending - The value is shown and has not been confirmed yet.
 * @cssstate asking - The entry is out of range or changes what was recorded, and the person is asked.
 * @cssstate invalid - The entry cannot be read.
 * @cssstate refused - The entry was refused.
 * @cssstate failed - The entry could not be sent.
 */
export class MeasurementField extends ValueElement {
  static override styles = [tokens, tones, inputs, foot, styles];

  /** In place of the label, for those who hear it, where this is one of several readings; its number is seen. */
  reading: string | undefined;

  #text = '';
  #bad = false;

  protected override render(): TemplateResult | typeof nothing {
    const { shown, entry, locale } = this;
    if (shown?.field.type !== 'number') return nothing;
    const { field } = shown;
    const { record, limits, unit, label, hint } = field;
    const range = this.current!.range(field.id);
    const draft = entry?.context.draft as string | undefined;
    // A value on its way is shown and judged, and so is one that is asked about; one that is being typed is not.
    const settled = draft === undefined || /^(ask|sav)ing$/.test(entry!.value);
    const measured = settled ? this.current!.measured(field.id) : undefined;
    const tone = toneOf(measured?.verdict);
    this.resting = [record?.value ? formatDecimal(record.value, locale) : '', record?.unit]
      .filter(Boolean)
      .join(' ');
    this.#text = draft ?? this.resting;
    this.#bad = tone ? tone === 'bad' : /^(invalid|refused)$/.test(entry?.value ?? '');
    // The label stands here and not in a template of its own: what a part weighs counts, where thousands are shown.
    return html`<div class=${`field ${tone}`}>
      <label class="label" part="label" id="label" for="input"
        >${this.reading ? field.sample!.index : label}
        <span class="required">${field.required ? this.words.required : nothing}</span></label
      >
      <p class="hint numbers" part="limits" id="limits">
        <bdi>${words(this, 'verdict', verdictWords).limits(limits, unit, locale, range)}</bdi>${
          hint ? html` <span>${hint}</span>` : nothing
        }
      </p>
      <div class="reading">
        <div class="with-unit">
          <input
            id="input"
            part="input"
            class="numeric"
            inputmode="decimal"
            autocomplete="off"
            spellcheck="false"
            enterkeyhint="done"
            aria-label=${words(this, 'measurement', measurementWords).label(this.reading ?? label, unit)}
            aria-describedby="limits verdict message"
          /><span class="unit" part="unit" aria-hidden="true">${unit ?? nothing}</span>
        </div>
        <div class="judged">
          <span class="verdict" part="verdict" id="verdict"
            >${record?.notApplicable && settled ? this.words.notApplicable : this.#verdict(measured)}</span
          >
          ${this.recovery() ?? picture(range, measured?.text, locale)}
        </div>
      </div>
      <div class="foot">
        <div class="message" part="message" id="message">${this.message(field)}</div>
        ${this.offers(field)}
      </div>
      ${this.remedy(field)}
    </div>`;
  }

  /** What the input says of itself beside its name; parts in the template would weigh more, in every field. */
  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const input = this.renderRoot.querySelector('input');
    if (!input) return;
    // Typing has changed what it holds, so it is compared with that and not with what was drawn before.
    if (input.value !== this.#text) input.value = this.#text;
    input.readOnly = !this.editable;
    input.ariaRequired = String(this.shown!.field.required);
    input.ariaInvalid = String(this.#bad);
    this.#fit(input);
  }

  #fit({ classList, value }: HTMLInputElement): void {
    // A coordinate measuring machine gives eighteen digits, and all of them are read.
    classList.toggle('long', value.length > 9);
    // What is typed with a unit is not in the field's.
    classList.toggle('other', /[\p{L}°"']/u.test(value));
  }

  /** The verdict; what was typed in another unit stands beside it in the field's own. */
  #verdict({ text, exact, from, unit, verdict }: Partial<Judged> = {}): unknown {
    const own = from && `${exact ? '=' : '≈'} ${formatDecimal(text!, this.locale)} ${unit}`;
    if (!verdict || verdict === 'no-limits') return own;
    const word = words(this, 'verdict', verdictWords).words[verdict];
    return html`${glyph(glyphs[verdict] ?? unknown)} ${own ? `${word}\u2003${own}` : word}`;
  }

  /** @internal */
  handleEvent(event: Event): void {
    const input = event.target as HTMLInputElement;
    if (input.id !== 'input') return;
    if (event.type === 'input') {
      const { inputType, data } = event as InputEvent;
      this.#fit(input);
      this.edit(input.value, inputType === 'insertFromPaste' && data === input.value ? 'pasted' : undefined);
    } else if (event.type === 'change') this.finished();
    else if (event.type === 'focusout') this.left(event as FocusEvent, input);
    else if ((event as KeyboardEvent).key === 'Enter') this.entered(event);
    else this.escaped(event as KeyboardEvent);
  }
}
