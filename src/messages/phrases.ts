/** What every language builds in the same way, given its own words. */
import { bounds } from '../domain/measurement.js';
import type { DecimalText, Limits } from '../domain/run.js';
import { counted, formatDecimal } from './format.js';

/** The entry of a table for a key that may come from outside. */
export const known = <Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** Long foreign text would bury the sentence around it. */
export const clip = (text: string): string => (text.length > 500 ? `${text.slice(0, 499)}…` : text);

/** A word for each status, told by the type parameter; one that is not known is shown as the backend reported it. */
export const statusWords =
  <Status extends string>(table: Readonly<Record<Status, string>>, unknown: (reported: string) => string) =>
  (status: string, reported?: string): string =>
    known<string>(table, status) ?? unknown(clip(reported ?? status));

/** What a template's names stand for; a fact that is not there is empty. */
export type TemplateFacts = Readonly<Record<string, string>>;

/**
 * Fills a template: `{unit} is {state}[: {reason}].` A part in brackets is left out with its fact. Where any other
 * fact is missing, nothing is said at all. Facts are never read as templates.
 */
export function fill(template: string, facts: TemplateFacts): string | undefined {
  const missing: string[] = [];
  const text = template
    .replace(/\[([^\]]*\{(\w+)\}[^\]]*)\]/g, (_, part: string, name: string) => (facts[name] ? part : ''))
    .replace(/\{(\w+)\}/g, (_, name: string) => {
      const fact = facts[name];
      if (!fact) missing.push(name);
      return clip(fact ?? '');
    });
  return missing.length > 0 ? undefined : text;
}

/** A short line for each kind of thing, `{name} is empty`; unknown kinds name themselves. */
export const lines =
  <Kind extends string>(table: Readonly<Record<Kind, string>>) =>
  (kind: string, name: string): string =>
    fill(known<string>(table, kind) ?? `{name}: ${kind}`, { name: name || '—' })!;

/** How many there are of each kind, "3 fields are empty"; unknown kinds name themselves. */
export const countedKinds =
  <Kind extends string>(language: string, table: Readonly<Record<Kind, Parameters<typeof counted>[2]>>) =>
  (kind: string, count: number): string =>
    counted(language, count, known<Parameters<typeof counted>[2]>(table, kind) ?? { other: kind });

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
 * Limits in words: a tolerance as it was drawn, else what the value must lie between.
 * Empty without limits.
 */
export const limitsIn =
  ({ between, atLeast, atMost, target }: LimitWords) =>
  (limits: Limits | undefined, unit: string | undefined, locale: string): string => {
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
    const { low, high } = bounds(limits);
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
