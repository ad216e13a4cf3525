/** What each field type accepts as a value, and when a field counts as filled: one row per type. */
import type { RefusalReason } from './command.js';
import { isLink } from './link.js';
import { bounds, isDecimal, judge, type Verdict } from './measurement.js';
import {
  recordOf,
  type DecimalText,
  type Field,
  type FieldType,
  type FieldValue,
  type FileRef,
  type NumberField,
} from './run.js';
import { compareIn, convert, sameKind } from './units.js';

type Problem = RefusalReason;
type OfType<T extends FieldType> = Extract<Field, { type: T }>;

/** Why a value cannot be stored in a field of this type, or nothing. Foreign values of any shape may come. */
type Check<T extends FieldType> = (value: unknown, field: OfType<T>) => Problem | undefined;

const isDate = (text: string): boolean => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/** A date and a time of day, with the offset that it was said in. */
const dateTime =
  /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const isDateTime = (text: string): boolean => isDate(dateTime.exec(text)?.[1] ?? '');

export const isFileRef = (value: unknown): value is FileRef =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as FileRef).id === 'string' &&
  typeof (value as FileRef).name === 'string' &&
  typeof (value as FileRef).type === 'string' &&
  Number.isSafeInteger((value as FileRef).size) &&
  (value as FileRef).size >= 0;

// A function declaration, since the table below is made before what is written under it.
function linkOnly(value: unknown): Problem | undefined {
  return isLink(value) ? undefined : 'not-a-value';
}

const checks: { [T in FieldType]: Check<T> } = {
  number: (value) => (typeof value === 'string' && isDecimal(value) ? undefined : 'not-a-number'),
  'pass-fail': (value) => (value === 'pass' || value === 'fail' ? undefined : 'not-an-option'),
  text: (value) =>
    typeof value !== 'string' ? 'not-a-value' : value.trim() === '' ? 'text-needed' : undefined,
  date: (value) => (typeof value === 'string' && isDate(value) ? undefined : 'not-a-date'),
  'date-time': (value) => (typeof value === 'string' && isDateTime(value) ? undefined : 'not-a-date'),
  'single-select': (value, { options }) =>
    options.some((option) => option.value === value) ? undefined : 'not-an-option',
  'multi-select': (value, { options }) =>
    Array.isArray(value) &&
    value.length > 0 &&
    new Set(value).size === value.length &&
    value.every((one) => options.some((option) => option.value === one))
      ? undefined
      : 'not-an-option',
  boolean: (value) => (typeof value === 'boolean' ? undefined : 'not-a-value'),
  file: (value) =>
    Array.isArray(value) && value.length > 0 && value.every(isFileRef) ? undefined : 'not-a-value',
  tool: linkOnly,
  person: linkOnly,
  part: linkOnly,
  signoff: () => 'not-a-value',
  unknown: () => 'not-a-value',
};

/** Why this value cannot be stored in this field, or nothing. */
export const checkValue = (field: Field, value: unknown): Problem | undefined =>
  (checks[field.type] as Check<FieldType>)(value, field);

/** A number as its field counts; rounded where the other unit does not come out even. */
export interface Measured {
  text: DecimalText;
  exact: boolean;
  unit: string | undefined;
  /** The unit that it was typed in, where that is another. */
  from?: string;
}

/** What is recorded, or is to be, in the field's own unit; nothing where that cannot be said. */
export function inUnitOf(
  { unit: own }: Pick<NumberField, 'unit'>,
  said: { value: unknown; unit?: string | undefined } | undefined,
): Measured | undefined {
  const { value, unit = own } = said ?? {};
  if (typeof value !== 'string') return undefined;
  if (unit === own) return { text: value, exact: true, unit: own };
  const converted = own && unit ? convert(value, unit, own) : undefined;
  return converted && { ...converted, unit: own, from: unit! };
}

export interface Judged extends Measured {
  verdict: Verdict;
}

/** How a number, typed in this unit, stands to its field's limits: exactly, in whichever unit it was typed. */
export function judgeIn({ limits, unit: own }: NumberField, value: string, unit?: string): Verdict {
  if (unit === undefined || unit === own) return judge(value, limits);
  if (own === undefined || !isDecimal(value) || !sameKind(unit, own)) return 'not-a-number';
  const { low, high } = bounds(limits ?? {});
  if (low !== undefined && compareIn(value, unit, low, own)! < 0) return 'low';
  if (high !== undefined && compareIn(value, unit, high, own)! > 0) return 'high';
  return low === undefined && high === undefined ? 'no-limits' : 'in-range';
}

/** A field is asked for its verdict by all who show something of it, and is another object when it has another one. */
const judged = new WeakMap<Field, Verdict>();

/** The verdict on what is recorded in a field; a failed check is judged like a value out of range. */
export function verdictOf(field: Field): Verdict | undefined {
  const record = recordOf(field);
  if (!record || record.notApplicable) return undefined;
  if (field.type === 'number') {
    let verdict = judged.get(field);
    if (!verdict) judged.set(field, (verdict = judgeIn(field, record.value as string, record.unit)));
    return verdict;
  }
  if (field.type === 'pass-fail') return record.value === 'fail' ? 'low' : 'in-range';
  return undefined;
}

export const isOutOfRange = (field: Field): boolean => {
  const verdict = verdictOf(field);
  return verdict === 'low' || verdict === 'high' || verdict === 'not-a-number';
};

export const sameValue = (a: FieldValue | null | undefined, b: FieldValue | null | undefined): boolean =>
  a === b ||
  (isLink(a) && isLink(b) && a.id === b.id) ||
  (Array.isArray(a) && Array.isArray(b) && JSON.stringify(a) === JSON.stringify(b));
