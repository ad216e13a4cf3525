/** Repeated readings of one characteristic, taken together: mean, lowest, highest, range, and the verdict of the whole. */
import { Big } from 'big.js';
import { inUnitOf, verdictOf } from './fields.js';
import { isDecimal, type Verdict } from './measurement.js';
import type { DecimalText, Id, NumberField } from './run.js';

export interface Spread {
  /** What was read, in the field's unit and order; a reading that is empty, not applicable or no number is not among them. */
  readings: readonly { id: Id; value: DecimalText; verdict: Verdict }[];
  /** Rounded, where it does not end, to one decimal more than was read. */
  mean: DecimalText;
  exact: boolean;
  lowest: DecimalText;
  highest: DecimalText;
  range: DecimalText;
  /** That of the worst reading. */
  verdict: Verdict;
}

/** The worst first. */
const order: readonly Verdict[] = ['not-a-number', 'low', 'high', 'in-range', 'no-limits'];

const decimals = (text: DecimalText): number => text.split('.')[1]?.length ?? 0;

/** Nothing before there is a reading. All in exact arithmetic, whichever unit each was typed in. */
export function spreadOf(fields: readonly NumberField[]): Spread | undefined {
  const readings = fields.flatMap((field) => {
    const value = inUnitOf(field, field.record)?.text;
    return value !== undefined && isDecimal(value)
      ? [{ id: field.id, value, verdict: verdictOf(field)! }]
      : [];
  });
  if (readings.length === 0) return undefined;
  const numbers = readings.map(({ value }) => new Big(value.replace('+', '')));
  const sum = numbers.reduce((one, other) => one.plus(other));
  const places = Math.max(...readings.map(({ value }) => decimals(value)));
  const mean = sum.div(numbers.length).round(places + 1);
  const least = numbers.reduce((one, other) => (other.lt(one) ? other : one));
  const most = numbers.reduce((one, other) => (other.gt(one) ? other : one));
  const textOf = (number: Big): DecimalText => readings[numbers.indexOf(number)]!.value;
  return {
    readings,
    mean: mean.toFixed(Math.max(places, decimals(mean.toFixed()))),
    exact: mean.times(numbers.length).eq(sum),
    lowest: textOf(least),
    highest: textOf(most),
    range: most.minus(least).toFixed(places),
    verdict: order.find((verdict) => readings.some((one) => one.verdict === verdict))!,
  };
}
