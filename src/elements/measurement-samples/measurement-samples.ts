import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Verdict } from '../../domain/measurement.js';
import type { Id, NumberField } from '../../domain/run.js';
import { isFilled } from '../../domain/record.js';
import { spreadOf } from '../../domain/samples.js';
import { field as fieldWords } from '../../messages/en/field.js';
import { samples as samplesWords } from '../../messages/en/samples.js';
import { verdict as verdictWords } from '../../messages/en/verdict.js';
import { localeOf, words } from '../../messages/registry.js';
import { glyph, high, low, ok, unknown } from '../../styles/glyphs.js';
import { inputs } from '../../styles/inputs.js';
import { tokens } from '../../styles/tokens.js';
import { tones } from '../../styles/tones.js';
import { adopt } from '../adopt.js';
import type { MeasurementField } from '../measurement-field/measurement-field.js';
import { SessionElement } from '../session-element.js';
import { row, styles } from './measurement-samples.styles.js';
import { spreadPicture, spreadWords } from './spread.js';

const verdicts: Readonly<Record<Verdict, readonly [tone: string, path: string]>> = {
  'in-range': ['ok', ok],
  low: ['bad', low],
  high: ['bad', high],
  'no-limits': ['', ok],
  'not-a-number': ['bad', unknown],
};

/**
 * Repeated readings of one characteristic: its label, unit and limits once, an entry for each reading, and below them
 * how they spread over the limits, as a picture and in numbers. The verdict of the whole is that of the worst reading.
 *
 * Each reading is a `measurement-field` of its own: saved and judged by itself, with its own blockers. Enter saves one
 * and goes on to the next that is empty.
 *
 * @tagname measurement-samples
 * @summary Repeated readings with their spread.
 *
 * @csspart label - The characteristic's label.
 * @csspart limits - The limits in words.
 * @csspart readings - The entries, one below the other.
 * @csspart verdict - The verdict of the whole: glyph and word.
 * @csspart picture - The picture of the readings over their limits.
 * @csspart spread - Mean, lowest, highest and range.
 *
 * @cssstate in-range - All readings so far are in range.
 * @cssstate out-of-range - A reading is out of range.
 */
export class MeasurementSamples extends SessionElement {
  static override styles = [tokens, tones, inputs, styles];

  static override properties: PropertyDeclarations = {
    fieldIds: {
      attribute: 'field-ids',
      converter: (text: string | null) => text?.split(/\s+/).filter(Boolean) ?? [],
    },
  };

  /** Which fields of the run, by id, in the order of the readings; in HTML with spaces between them. */
  fieldIds: readonly Id[] = [];

  readonly #internals = this.attachInternals();
  readonly #elements = new Map<Id, MeasurementField>();

  protected override get followed(): readonly Id[] {
    return this.fieldIds;
  }

  get #fields(): readonly NumberField[] {
    return this.fieldIds.flatMap((id) => {
      const target = this.current?.target(id);
      return target?.kind === 'field' && target.field.type === 'number' ? [target.field] : [];
    });
  }

  protected override render(): TemplateResult | typeof nothing {
    const fields = this.#fields;
    const [first] = fields;
    if (!first) return nothing;
    const texts = words(this, 'samples', samplesWords);
    const verdictTexts = words(this, 'verdict', verdictWords);
    const locale = localeOf(this);
    const { limits, unit, hint } = first;
    const label = first.sample?.label || first.label;
    const range = this.current!.range(first.id);
    const spread = spreadOf(fields);
    const done = fields.filter(isFilled).length;
    const [tone, path] = spread ? verdicts[spread.verdict] : ['', ''];
    const { in: inRange, out } = { in: tone === 'ok', out: tone === 'bad' };
    for (const [state, on] of [
      ['in-range', inRange],
      ['out-of-range', out],
    ] as const) {
      if (on) this.#internals.states.add(state);
      else this.#internals.states.delete(state);
    }
    const required = fields.some((field) => field.required);
    return html`<div class="field" role="group" aria-labelledby="label" aria-describedby="limits">
      <span class="label" part="label" id="label"
        >${label}
        <span class="required">${required ? words(this, 'field', fieldWords).required : nothing}</span></span
      >
      <p class="hint numbers" part="limits" id="limits">
        <bdi>${verdictTexts.limits(limits, unit, locale, range)}</bdi
        >${hint ? html` <span>${hint}</span>` : nothing}
      </p>
      <div class="readings" part="readings" @keydown=${this.#keyDown}>
        ${fields.map((field, at) => this.#entry(field, texts.reading(at + 1, fields.length, label)))}
      </div>
      <div class="whole">
        <div>
          <div class="judged">
            ${
              spread && spread.verdict !== 'no-limits'
                ? html`<span class="verdict ${tone}" part="verdict"
                    >${glyph(path)} ${verdictTexts.words[spread.verdict]}</span
                  >`
                : nothing
            }
            <span class="done">${texts.done(done, fields.length)}</span>
          </div>
          ${spreadPicture(spread, range ?? {}, locale)}
        </div>
        ${spread ? spreadWords(this, spread, unit) : nothing}
      </div>
    </div>`;
  }

  /** Made once; it draws itself from then on. */
  #entry(field: NumberField, reading: string): MeasurementField {
    const known = this.#elements.get(field.id);
    const element =
      known ?? (document.createElement(this.tag('measurement-field')) as unknown as MeasurementField);
    this.#elements.set(field.id, element);
    element.session = this.current;
    element.fieldId = field.id;
    if (element.reading !== reading) {
      element.reading = reading;
      element.toggleAttribute('compact', true);
      element.requestUpdate?.();
    }
    return element;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    for (const element of this.#elements.values()) if (element.shadowRoot) adopt({ element }, row);
  }

  /** Enter has saved a reading: on to the next one that is empty. What was not taken keeps the focus. */
  #keyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.defaultPrevented) return;
    const from = this.fieldIds.indexOf((event.target as MeasurementField).fieldId ?? '');
    const state = this.current!.ongoing.peek('entry', this.fieldIds[from] ?? '')?.value;
    if (from < 0 || (state !== undefined && state !== 'saving')) return;
    const fields = this.#fields;
    const rest = [...fields.slice(from + 1), ...fields.slice(0, from)];
    const next = rest.find((field) => !isFilled(field));
    // Nothing was read here, so there is nothing to go on from.
    if (!next || !isFilled(fields[from]!)) return;
    event.preventDefault();
    this.#elements.get(next.id)?.focus();
  }
}
