/** Reading a number that a person typed, as decimal text. It is needed when somebody works, not to show what is recorded. */
import { isDecimal } from './measurement.js';
import type { DecimalText } from './run.js';

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
/** Longer texts are no numbers, and reading them would take time. */
const longest = 1000;
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
  if (visible.length > longest) return { problem: 'not-a-number' };
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
