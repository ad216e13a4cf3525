/** Decimal text, judged against limits in exact arithmetic. What a person typed is read by `typed-number`. */
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
