/**
 * Foreign fields. One that cannot be read whole is shown as an unknown field: its label and its value stay readable,
 * nobody writes over them, and where it is required it blocks.
 */
import { checkValue } from './fields.js';
import {
  asText,
  isObject,
  listOf,
  optional,
  orNone,
  raw,
  shape,
  thingsOf,
  type Reader,
  type Readers,
  type Reading,
} from './reading.js';
import { count, decimal, flag, instant, oneOf, recognize, targetId, text, title } from './read-plain.js';
import { checkUnit } from './values.js';
import type {
  Decision,
  Field,
  FieldContent,
  FieldType,
  FileRef,
  Id,
  Limits,
  Link,
  Option,
  Sample,
  SignoffField,
  UnknownField,
  ValueRecord,
  Version,
} from './run.js';

type Base = Omit<UnknownField, 'type' | 'reported' | 'shown'>;
const base: Readers<Base> = {
  id: targetId,
  label: title,
  hint: optional(title),
  required: flag(false),
  allowNotApplicable: flag(false, false),
  version: text,
  cell: optional(shape({ row: text, column: text })),
};

// Values ----------------------------------------------------------------------------------------------------

/** What was recorded. Whether the value fits is asked when the field is known. */
const recordOf = (value: Reader<unknown>): Reader<never> =>
  optional(
    shape<Record<keyof ValueRecord, unknown>>({
      value: (one, reading, source) => optional(value)(one, reading, source) ?? null,
      raw: optional(text),
      unit: optional(text),
      resolution: optional(decimal),
      reason: optional(text),
      cleared: () => undefined,
      notApplicable: (one, reading, source) => flag(false)(one, reading, source) || undefined,
      how: oneOf(['typed', 'scanned', 'gauge', 'pasted', 'imported'], 'imported'),
      by: text,
      at: instant,
      deviation: optional(shape({ rationale: text, by: text, at: instant })),
    }),
  ) as Reader<never>;

const number: Reader<unknown> = (value, reading, source) =>
  typeof value === 'string' ? value : decimal(value, reading, source);
/** A backend may know a check as a choice of two or as yes and no (R36). */
const check: Reader<unknown> = (value) =>
  typeof value === 'boolean' ? (value ? 'pass' : 'fail') : (recognize(['pass', 'fail'], value) ?? value);
export const file = shape<FileRef>({ id: text, name: text, type: text, size: count });
const files = listOf(file);

const linkShape = shape<Link>({ id: text, name: title });
const link: Reader<Link> = (value, reading, source) => {
  const read = linkShape(value, reading, source);
  // It leads nowhere, and must not pass for an answer.
  if (read.id === '') reading.spoiled = true;
  return read;
};

const limit = optional(decimal);
const limits = shape<Limits>({ min: limit, max: limit, target: limit, plus: limit, minus: limit });

const optionShape = shape<Option>({ value: text, label: title });
const options = listOf<Option>((value, reading, source) => {
  if (isObject(value)) return optionShape(value, reading, source);
  const word = text(value, reading, source);
  return { value: word, label: word };
});

// Sign-offs -------------------------------------------------------------------------------------------------

const covers: Reader<Decision['covers']> = (value, reading) => {
  let ids: readonly Id[] = [];
  try {
    if (isObject(value)) ids = Object.keys(value);
    else reading.problem('missing');
  } catch {
    reading.problem('unreadable');
  }
  return Object.fromEntries(ids.map((id): [Id, Version] => [id, reading.at(id, value, text)]));
};

const decision = shape<Decision>({
  id: text,
  decision: oneOf(['approve', 'reject']),
  by: text,
  role: text,
  at: instant,
  meaning: optional(title),
  comment: optional(text),
  identifiedBy: optional(title),
  covers,
});

const signoff = shape<SignoffField>({
  ...base,
  type: () => 'signoff',
  role: text,
  meaning: optional(title),
  peerReview: flag(false),
  asked: optional(text),
  decisions: thingsOf(decision),
});

// Fields ----------------------------------------------------------------------------------------------------

const is =
  <T extends FieldType>(type: T): Reader<T> =>
  () =>
    type;

const variants: { [T in Exclude<FieldType, 'unknown'>]: Reader<Extract<Field, { type: T }>> } = {
  number: shape({
    ...base,
    type: is('number'),
    unit: optional(title),
    limits: optional(limits),
    sample: optional(shape<Sample>({ of: text, label: title, index: count })),
    record: recordOf(number),
  }),
  'pass-fail': shape({ ...base, type: is('pass-fail'), record: recordOf(check) }),
  text: shape({ ...base, type: is('text'), record: recordOf(raw) }),
  date: shape({ ...base, type: is('date'), record: recordOf(raw) }),
  'date-time': shape({ ...base, type: is('date-time'), record: recordOf(raw) }),
  'single-select': shape({ ...base, type: is('single-select'), options, record: recordOf(raw) }),
  'multi-select': shape({ ...base, type: is('multi-select'), options, record: recordOf(listOf(raw)) }),
  boolean: shape({ ...base, type: is('boolean'), record: recordOf(raw) }),
  file: shape({ ...base, type: is('file'), record: recordOf(files) }),
  tool: shape({
    ...base,
    type: is('tool'),
    partNumber: optional(text),
    subtype: optional(text),
    record: recordOf(link),
  }),
  person: shape({ ...base, type: is('person'), role: optional(text), record: recordOf(link) }),
  part: shape({ ...base, type: is('part'), record: recordOf(link) }),
  signoff,
};
const labelOnly = shape(base);

const types = Object.keys(variants) as (keyof typeof variants)[];
const typeOf: Reader<keyof typeof variants | undefined> = (value, reading) => {
  const type = recognize(types, value);
  if (type === undefined && value !== 'unknown') reading.problem('unknown-value', value);
  return type;
};

export const readField: Reader<Field> = (value, reading, source) => {
  reading.spoiled = false;
  const type = reading.at('type', value, typeOf);
  if (type === undefined) return unknown(labelOnly(value, reading, source), value, reading);
  const field: Field = variants[type](value, reading, source);
  settleRecord(field, reading);
  return reading.spoiled ? unknown(field, value, reading) : field;
};

/** A record that its field could not have taken spoils it; one that records nothing is left out. */
function settleRecord(field: Field & { record?: ValueRecord }, reading: Reading): void {
  const { record } = field;
  if (!record || reading.spoiled) return;
  if (record.value === null) {
    if (record.notApplicable) return;
    delete field.record;
  } else if (
    !record.notApplicable &&
    checkValue(withRecorded(field, record.value), record.value) === undefined &&
    checkUnit(field, record.unit) === undefined
  ) {
    return;
  } else reading.spoiled = true;
  reading.at('record', undefined, () => reading.problem('unfit-value', record.value));
}

/** A select as it was when its value was recorded: an option that was removed since still stands there (R40). */
const withRecorded = (field: Field, value: unknown): Field =>
  field.type === 'single-select' || field.type === 'multi-select'
    ? {
        ...field,
        options: [
          ...field.options,
          ...[value].flat().map((one) => ({ value: one as string, label: '' })),
        ].filter((option) => typeof option.value === 'string'),
      }
    : field;

function unknown(known: Base & { type?: FieldType }, value: unknown, reading: Reading): UnknownField {
  const { id, label, hint, required, allowNotApplicable, version, cell } = known;
  const reported = known.type ?? reading.at('type', value, raw);
  const record = reading.at('record', value, raw);
  const shown = asText(
    reading.at('shown', value, raw) ??
      (isObject(record) ? reading.at('value', record, raw) : (record ?? reading.at('value', value, raw))),
  );
  return {
    id,
    type: 'unknown',
    label,
    ...(hint !== undefined && { hint }),
    required,
    allowNotApplicable,
    version,
    ...(cell && { cell }),
    reported: asText(reported === 'unknown' ? reading.at('reported', value, raw) : reported),
    ...(shown && { shown }),
  };
}

/** A gate that cannot be read stays a gate, and one that nobody can open. */
export const readGate: Reader<SignoffField> = (value, reading, source) => {
  reading.spoiled = false;
  const type = reading.at('type', value, typeOf);
  const gate = signoff(value, reading, source);
  const required = reading.at('required', value, flag(true));
  return reading.spoiled || type !== 'signoff'
    ? { ...gate, required: true, role: '', decisions: [] }
    : { ...gate, required };
};

/** What a redline says of a field. */
export const fieldContent = shape<FieldContent>({
  label: optional(title),
  hint: orNone(title),
  required: optional(flag(false)),
  allowNotApplicable: optional(flag(false)),
  unit: orNone(title),
  limits: orNone(limits),
  options: optional(options),
  role: optional(text),
  meaning: orNone(title),
  peerReview: optional(flag(false)),
});
