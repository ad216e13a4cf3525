/** One entry of a field's history: what, how it stands to the limits, who, when, how and why. */
import { html, nothing, type TemplateResult } from 'lit';
import { checkValue, judgeIn } from '../../domain/fields.js';
import type { Verdict } from '../../domain/measurement.js';
import { asText, isAbsent, isObject } from '../../domain/reading.js';
import { personName, type Deviation, type Field, type Run, type ValueRecord } from '../../domain/run.js';
import { history as historyWords } from '../../messages/en/history.js';
import { remedy as remedyWords } from '../../messages/en/remedy.js';
import { verdict as verdictWords } from '../../messages/en/verdict.js';
import { formatInstant } from '../../messages/format.js';
import { clip, known } from '../../messages/phrases.js';
import { localeOf, words } from '../../messages/registry.js';
import { failed, glyph, high, low, ok, unknown, warning } from '../../styles/glyphs.js';
import { numberText, valueText } from '../value-text.js';

/** What is drawn of a verdict; nothing of a number without limits. */
const verdicts: Readonly<Partial<Record<Verdict, readonly [tone: string, path: string]>>> = {
  'in-range': ['ok', ok],
  low: ['bad', low],
  high: ['bad', high],
  'not-a-number': ['bad', unknown],
};

type Dictionary = Readonly<Record<PropertyKey, unknown>>;

/** What a backend gives may be anything: texts are made texts, and what is no record is left out. */
export function readEntry(given: unknown): readonly ValueRecord[] {
  if (!isObject(given)) return [];
  const { deviation } = given;
  const entry: unknown = {
    ...given,
    ...textsOf(given, 'by', 'at', 'how'),
    ...textsIn(given),
    ...(isObject(deviation) && { deviation: textsOf(deviation, 'by', 'at', 'rationale') }),
  };
  return [entry as ValueRecord];
}

const textsOf = (given: Dictionary, ...keys: readonly string[]): Dictionary =>
  Object.fromEntries(keys.map((key) => [key, asText(given[key])]));
const textsIn = (given: Dictionary): Dictionary =>
  textsOf(given, ...['raw', 'unit', 'reason', 'resolution'].filter((key) => !isAbsent(given[key])));

export function entry(host: Element, run: Run, field: Field, record: ValueRecord): TemplateResult {
  const texts = words(host, 'history', historyWords);
  const { deviation, reason } = record;
  // A record of nothing but a deviation says that what stood there was accepted.
  const alone = deviation && record.value === null && !record.notApplicable && !record.cleared;
  const { by, at } = alone ? deviation : record;
  return html`<li part="entry">
    <p class="what">${valueLine(host, field, record)}</p>
    <p class="hint">
      ${[texts.by(personName(run, by), whenOf(host, run, at)), ...waysOf(host, field, record)].join(' · ')}
    </p>
    ${reason ? html`<p class="said">${texts.reason(whole(reason))}</p>` : nothing}
    ${deviation ? accepted(host, run, deviation, alone) : nothing}
  </li>`;
}

/** A value, with how it stands to the limits. */
export function valueLine(host: Element, field: Field, record: ValueRecord): TemplateResult {
  const check = field.type === 'pass-fail' ? { pass: 'ok', fail: 'bad' }[record.value as string] : undefined;
  return html`<span class="value numbers ${check ? `toned ${check}` : ''}"
      >${check ? glyph(check === 'ok' ? ok : failed) : nothing} ${shownOf(host, field, record)}</span
    >
    ${judged(host, field, record)}`;
}

const whenOf = (host: Element, run: Run, at: string): string => formatInstant(at, localeOf(host), run.zone);

function shownOf(host: Element, field: Field, record: ValueRecord): string {
  const texts = words(host, 'history', historyWords);
  const { value, notApplicable, cleared, deviation } = record;
  if (cleared) return texts.cleared;
  if (value === null && !notApplicable) return deviation ? texts.accepted : texts.unreadable;
  if (!notApplicable && checkValue(field, value) !== undefined) {
    return typeof value === 'string' ? whole(value) : texts.unreadable;
  }
  return whole(valueText(host, field, record));
}

/** An earlier text is read whole, where that does not hold up the page. */
const whole = (text: string): string => (text.length > 10_000 ? `${text.slice(0, 9_999)}…` : text);

function judged(host: Element, field: Field, { value, unit }: ValueRecord): TemplateResult | typeof nothing {
  if (field.type !== 'number' || typeof value !== 'string') return nothing;
  const verdict = judgeIn(field, value, unit);
  const looks = verdicts[verdict];
  if (!looks) return nothing;
  const word = words(host, 'verdict', verdictWords).words[verdict];
  return html`<span class="verdict ${looks[0]}" part="verdict">${glyph(looks[1])}${word}</span>`;
}

/** How it came, and what was lost in reading it. */
function waysOf(host: Element, field: Field, record: ValueRecord): readonly string[] {
  const texts = words(host, 'history', historyWords);
  const { how, raw, resolution, unit, value } = record;
  if (value === null) return [];
  const step =
    resolution && field.type === 'number' ? numberText(localeOf(host), field, resolution, unit) : '';
  return [
    known<string>(texts.how, how) ?? clip(how),
    step && texts.resolution(step),
    raw && !unit ? texts.raw(clip(raw)) : '',
  ].filter(Boolean);
}

function accepted(
  host: Element,
  run: Run,
  { rationale, by, at }: Deviation,
  alone: boolean | undefined,
): TemplateResult {
  const { deviated } = words(host, 'remedy', remedyWords);
  const text = alone ? rationale : deviated(personName(run, by), whenOf(host, run, at), rationale);
  return html`<p class="message toned warn" part="deviation">
    ${glyph(warning)}<span>${whole(text)}</span>
  </p>`;
}
