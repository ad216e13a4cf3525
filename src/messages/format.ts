/**
 * Numbers, dates and lists in a locale. Formatters are made once. What the platform does not know (a wrong language
 * tag, a wrong zone) is left out; what is no date stays as it came.
 */
import { dated } from './format-instant.js';
import { cached } from './format-value.js';

export { formatInstant } from './format-instant.js';
export { formatList } from './format-list.js';
export { decimalSign, formatDecimal } from './format-value.js';

export const formatNumber = (value: number, locale: string, options: Intl.NumberFormatOptions = {}): string =>
  cached(Intl.NumberFormat, locale, options).format(value);

/** A part of one as percent: 0.4 is "40%". */
export const formatPercent = (part: number, locale: string): string =>
  formatNumber(part, locale, { style: 'percent' });

/** Bytes in a unit that reads well: "999 bytes", "1.5 MB". */
export function formatBytes(bytes: number, locale: string): string {
  const power = bytes < 1000 ? 0 : bytes < 1e6 ? 1 : 2;
  return formatNumber(bytes / 1000 ** power, locale, {
    style: 'unit',
    unit: `${['', 'kilo', 'mega'][power]}byte`,
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  });
}

/** A date without a time, `YYYY-MM-DD`, is the same day everywhere. */
export const formatDate = (text: string, locale: string): string =>
  dated(text, (date) =>
    cached(Intl.DateTimeFormat, locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(date),
  );

/** A date with its time keeps the offset that it was said in: "Mar 4, 2026, 10:15 AM UTC+01:00". */
export function formatDateTime(text: string, locale: string): string {
  const offset = /([+-]\d\d:\d\d|Z)$/.exec(text)?.[0];
  if (offset === undefined) return text;
  const timeZone = offset === 'Z' ? 'UTC' : offset;
  const shown = dated(text, (date) =>
    cached(Intl.DateTimeFormat, locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(date),
  );
  return shown === text ? text : `${shown} UTC${offset === 'Z' ? '' : offset}`;
}

/** A count with the form of its noun: `counted('en', 2, { one: 'step', other: 'steps' })` is "2 steps". */
export function counted(
  language: string,
  count: number,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
): string {
  const rule = cached(Intl.PluralRules, language, {}).select(count);
  return `${formatNumber(count, language)} ${forms[rule] ?? forms.other}`;
}
