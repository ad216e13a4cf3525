/** Decimal text: reading what a person typed, and judging it against limits in exact arithmetic. */
import { Big } from 'big.js';
import type { DecimalText, Limits } from './run.js';

export type Verdict = 'in-range' | 'low' | 'high' | 'no-limits' | 'not-a-number';

/** Longer numbers are mistakes, and judging them would take time. */
const maxLength = 100;
const decimalText = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

export const isDecimal = (text: string): boolean => text.length <= maxLength && decimalText.test(text);

const big = (text: DecimalText | undefined): Big | undefined =>
  text !== undefined && isDecimal(text) ? new Big(text.replace('+', '')) : undefined;

/** A number of JSON written out as decimal text; nothing for anything else. */
export const numberText = (value: unknown): string | undefined =>
  typeof value === 'bigint'
    ? String(value)
    : typeof value === 'number' && Number.isFinite(value)
      ? new Big(value).toFixed()
      : undefined;

/** What a value must lie between, both ends included. */
export interface Range {
  low: DecimalText | undefined;
  high: DecimalText | undefined;
}

/** The limits as absolute numbers, inclusive; a stated `min` or `max` comes before the tolerance. */
export function bounds(limits: Limits): Range {
  const target = big(limits.target);
  const offset = (by: DecimalText | undefined): string | undefined => {
    const distance = big(by);
    return target && distance ? target.plus(distance).toFixed() : undefined;
  };
  return {
    low: limits.min ?? offset(limits.minus),
    high: limits.max ?? offset(limits.plus),
  };
}

let last: { value: DecimalText; limits: Limits; verdict: Verdict } | undefined;

/** Judges decimal text against limits; both ends are in range, and a target alone is no limit. */
export function judge(value: DecimalText, limits: Limits = {}): Verdict {
  // A value that is saved is judged several times in a row: before it is sent, laid over the run, and confirmed.
  if (last?.value !== value || last.limits !== limits)
    last = { value, limits, verdict: compare(value, limits) };
  return last.verdict;
}

function compare(value: DecimalText, limits: Limits): Verdict {
  const number = big(value);
  if (!number) return 'not-a-number';
  const { low, high } = bounds(limits);
  const lowest = big(low);
  const highest = big(high);
  if (!lowest && !highest) return 'no-limits';
  if (lowest && number.lt(lowest)) return 'low';
  if (highest && number.gt(highest)) return 'high';
  return 'in-range';
}

export const compareDecimals = (a: DecimalText, b: DecimalText): number =>
  (big(a) ?? new Big(0)).cmp(big(b) ?? new Big(0));

export const addDecimals = (...all: readonly DecimalText[]): DecimalText =>
  all.reduce((sum, text) => sum.plus(big(text) ?? 0), new Big(0)).toFixed();

export const subtractDecimals = (a: DecimalText, b: DecimalText): DecimalText =>
  (big(a) ?? new Big(0)).minus(big(b) ?? 0).toFixed();

export const multiplyDecimals = (a: DecimalText, b: DecimalText): DecimalText =>
  (big(a) ?? new Big(0)).times(big(b) ?? 0).toFixed();

/** Rounded where it does not end; a thing divided among none is whole. */
export const divideDecimals = (a: DecimalText, b: DecimalText): DecimalText => {
  const among = big(b) ?? new Big(0);
  return among.eq(0) ? a : (big(a) ?? new Big(0)).div(among).toFixed();
};

/** The signs that a locale writes numbers with. */
export interface NumberSigns {
  decimal: string;
  group: string;
}

export type ParsedNumber =
  { value: DecimalText } | { problem: 'not-a-number' | 'ambiguous-number' | 'empty' };

// Zeros of the decimal digits that people really type: ASCII, Arabic, Persian, Devanagari, Bengali, full width.
const zeros = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xff10];
const asciiDigit = (char: string): string => {
  const code = char.codePointAt(0)!;
  const zero = zeros.find((first) => code >= first && code <= first + 9);
  return zero === undefined ? char : String(code - zero);
};
const minusSigns = /[\u2212\u2010-\u2013\uff0d\ufe63]/g;
const plusSigns = /[\uff0b\ufe62]/g;
const invisible = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * Reads what a person typed as decimal text, keeping its zeros. The locale's decimal sign always works; the other
 * one (`.` or `,`) only where the locale does not group with it, since then it can mean two things.
 */
export function parseNumber(typed: string, signs: NumberSigns): ParsedNumber {
  // Nearly always it is typed as it is stored.
  if (signs.decimal === '.' && isDecimal(typed)) return { value: typed.replace('+', '') };
  const visible = typed.replace(invisible, '').trim();
  if (visible.length > 10 * maxLength) return { problem: 'not-a-number' };
  const text = Array.from(visible, asciiDigit)
    .join('')
    .replace(minusSigns, '-')
    .replace(plusSigns, '+')
    .replace(/\u066b/g, signs.decimal)
    .replace(/\uff0e/g, '.')
    .replace(/\uff0c/g, ',');
  if (text === '') return { problem: 'empty' };
  const points = [...text].filter((char) => char === '.' || char === ',' || char === signs.decimal);
  if (points.length > 1)
    return { problem: /^[+-]?[\d.,]+$/.test(text) ? 'ambiguous-number' : 'not-a-number' };
  const point = points[0];
  if (point !== undefined && point !== signs.decimal && point === signs.group) {
    return { problem: 'ambiguous-number' };
  }
  const value = point === undefined ? text : text.replace(point, '.');
  return isDecimal(value) ? { value: value.replace(/^\+/, '') } : { problem: 'not-a-number' };
}

const known = new Map<string, NumberSigns>();

/** The decimal and grouping signs of a locale, from the platform; its own where it does not know the locale. */
export function numberSigns(locale: string): NumberSigns {
  const signs = known.get(locale) ?? askedSigns(locale);
  known.set(locale, signs);
  return signs;
}

function askedSigns(locale: string): NumberSigns {
  let format: Intl.NumberFormat;
  try {
    format = new Intl.NumberFormat(locale || undefined);
  } catch {
    format = new Intl.NumberFormat();
  }
  const parts = format.formatToParts(12345.6);
  const sign = (type: string, otherwise: string): string =>
    parts.find((part) => part.type === type)?.value ?? otherwise;
  return { decimal: sign('decimal', '.'), group: sign('group', ',') };
}
