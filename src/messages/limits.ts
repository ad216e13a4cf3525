/** Limits of a measurement in words, the same way in every language. */
import type { Range } from '../domain/measurement.js';
import type { DecimalText, Limits } from '../domain/run.js';
import { formatDecimal } from './format-value.js';

export interface LimitWords {
  between(low: string, high: string): string;
  atLeast(low: string): string;
  atMost(high: string): string;
  target(target: string): string;
}

/** Signs of angles stand at their number, every other unit apart. */
const withUnit = (text: string, unit = ''): string =>
  unit === '' ? text : /^[°'"′″]$/.test(unit) ? text + unit : `${text} ${unit}`;

/**
 * Limits in words: a tolerance as it was drawn, else what the value must lie between. Empty without limits. Where a
 * tolerance has one side only, `range` holds the sum (`session.range`): adding exactly takes a library that a field
 * does without.
 */
export const limitsIn =
  ({ between, atLeast, atMost, target }: LimitWords) =>
  (
    limits: Limits | undefined,
    unit: string | undefined,
    locale: string,
    { low = limits?.min, high = limits?.max }: Partial<Range> = {},
  ): string => {
    if (!limits) return '';
    const number = (text: DecimalText): string => formatDecimal(text.replace(/^\+/, ''), locale);
    const signed = (text: DecimalText): string => (/^-/.test(text) ? '' : '+') + number(text);
    const { plus, minus } = limits;
    const aim = limits.target === undefined ? undefined : withUnit(number(limits.target), unit);
    if (
      aim &&
      plus !== undefined &&
      minus !== undefined &&
      limits.min === undefined &&
      limits.max === undefined
    ) {
      return `-${plus.replace(/^\+/, '')}` === minus
        ? withUnit(`${number(limits.target!)} ± ${number(plus)}`, unit)
        : `${aim}, ${signed(plus)} / ${signed(minus)}`;
    }
    const range =
      low !== undefined && high !== undefined
        ? between(number(low), withUnit(number(high), unit))
        : low !== undefined
          ? atLeast(withUnit(number(low), unit))
          : high !== undefined
            ? atMost(withUnit(number(high), unit))
            : undefined;
    return [range, aim && target(aim)].filter(Boolean).join(', ');
  };
