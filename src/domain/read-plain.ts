/** Readers of text, numbers, times and words. */
import { compareDecimals, isDecimal, numberText } from './measurement.js';
import { asText, isAbsent, listOf, optional, raw, type Reader } from './reading.js';
import { dispositions, holdReasons, type DecimalText, type Id, type Instant } from './run.js';

export const text: Reader<string> = (value, reading) => {
  if (typeof value === 'string') return value;
  const number = numberText(value);
  if (number === undefined) reading.problem(isAbsent(value) ? 'missing' : 'wrong-type', value);
  return number ?? '';
};

/** Text that is only for display, and so may be cut where laying it out would hold up the page. */
const upTo =
  (length: number): Reader<string> =>
  (value, reading, source) => {
    const whole = text(value, reading, source);
    if (whole.length <= length) return whole;
    reading.problem('too-long');
    return `${whole.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
  };

export const title = upTo(10_000);
/** One paragraph of an instruction. */
export const paragraph = upTo(50_000);

/** How many there are. */
export const count: Reader<number> = (value, reading) => {
  if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number;
  if (!isAbsent(value)) reading.problem('wrong-type', value);
  return 0;
};

/** What is neither true nor false is read as the stricter of the two. */
export const flag =
  (absent: boolean, strict = true): Reader<boolean> =>
  (value, reading) => {
    if (typeof value === 'boolean') return value;
    if (isAbsent(value)) return absent;
    reading.problem('wrong-type', value);
    return strict;
  };

/** Not a decimal spoils: nothing could be judged by it. */
export const decimal: Reader<DecimalText> = (value, reading) => {
  const number = typeof value === 'string' ? value : numberText(value);
  if (number !== undefined && isDecimal(number)) return number;
  reading.spoil(isAbsent(value) ? 'missing' : 'unfit-value', value);
  return '0';
};

/** How much there is of something: never less than nothing. */
export const quantity: Reader<DecimalText> = (value, reading, source) => {
  const number = decimal(value, reading, source);
  if (compareDecimals(number, '0') >= 0) return number;
  reading.spoil('unfit-value', value);
  return '0';
};

const asStored = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
/** Without a zone it would be read in the device's. */
const zoned = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i;
/** Stands for a time that cannot be read. It must be a time, or formatting it would throw. */
const noTime: Instant = '1970-01-01T00:00:00.000Z';

export const instant: Reader<Instant> = (value, reading) => {
  const date = new Date(
    typeof value === 'number' || (typeof value === 'string' && zoned.test(value)) ? value : NaN,
  );
  if (!Number.isNaN(date.getTime())) {
    const stored = typeof value === 'string' && asStored.test(value) ? value : date.toISOString();
    // Years of more than four digits would be sorted before all others.
    if (asStored.test(stored)) return stored;
  }
  reading.problem(isAbsent(value) ? 'missing' : 'unfit-value', value);
  return noTime;
};

// Choices ---------------------------------------------------------------------------------------------------

const bare = (word: string): string => word.toLowerCase().replace(/[^a-z]/g, '');
const otherWords: Readonly<Record<string, string>> = {
  completed: 'complete',
  cancelled: 'canceled',
  onhold: 'hold',
};

/** The known word that is meant, however it is written: `IN_PROGRESS`, `In Progress`, `Completed` (R9). */
export function recognize<T extends string>(known: readonly T[], value: unknown): T | undefined {
  if (typeof value !== 'string' || value.length > 100) return undefined;
  if (known.includes(value as T)) return value as T;
  const find = (word: string | undefined): T | undefined =>
    (word && known.find((one) => bare(one) === word)) || undefined;
  return find(bare(value)) ?? find(otherWords[bare(value)]);
}

/** One of these, else what stands in for it; without a stand-in, an unknown word spoils. */
export const oneOf =
  <T extends string>(known: readonly T[], otherwise?: T): Reader<T> =>
  (value, reading) => {
    const word = recognize(known, value);
    if (word === undefined) {
      reading[otherwise === undefined ? 'spoil' : 'problem'](
        isAbsent(value) ? 'missing' : 'unknown-value',
        value,
      );
    }
    return word ?? otherwise ?? known[0]!;
  };

/** A word of the policy; one that is not known leaves the default. */
export const choice =
  <T extends string>(...known: T[]): Reader<T | undefined> =>
  (value, reading) => {
    const word = recognize(known, value);
    if (word === undefined && value !== undefined) reading.problem('unknown-value', value);
    return word;
  };
/** A status and, where it is not known, what the backend called it. */
export const status = <T extends string>(
  known: readonly T[],
): { status: Reader<T | 'unknown'>; reported: Reader<string | undefined> } => ({
  status: (value, reading) => {
    const word = recognize(known, value);
    if (word === undefined && value !== 'unknown') reading.problem('unknown-value', value);
    return word ?? 'unknown';
  },
  reported: (value, reading, source) => {
    const word = reading.at('status', source, raw);
    if (recognize(known, word) !== undefined) return undefined;
    return optional(title)(word === 'unknown' ? value : asText(word), reading, source);
  },
});

/** One that everybody knows however it is written, else as it is. */
const knownOr =
  (known: readonly string[]): Reader<string> =>
  (value, reading, source) =>
    recognize(known, value) ?? title(value, reading, source);

/** What is to become of something. */
export const disposition = knownOr(dispositions);
/** Why work stops. */
export const holdReason = knownOr(holdReasons);

/** Words that no other part of the run depends on. */
export const words = listOf(text);

/** The id of a field, a requirement or a step. A target that does not keep its own id is spoiled. */
export const targetId: Reader<Id> = (value, reading, source) => {
  const known = text(value, reading, source);
  const id = reading.distinct(known, reading.ids);
  if (id !== known) {
    reading.spoiled = true;
    if (known) reading.problem('duplicate-id', known);
  }
  return id;
};
