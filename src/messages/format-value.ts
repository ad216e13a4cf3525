/** Measured values in a locale: what a field needs at once. The rest is in `format.ts`. */
import type { DecimalText } from '../domain/run.js';

const made = new Map<string, unknown>();

/** One formatter per constructor, locale and options. */
export function cached<Options extends object, Formatter>(
  Kind: new (locale?: string, options?: Options) => Formatter,
  locale: string,
  options: Options,
  otherwise: Options = options,
): Formatter {
  const key = JSON.stringify([Kind.name, locale, options]);
  let formatter = made.get(key) as Formatter | undefined;
  if (!formatter) {
    const tries = [
      [locale || undefined, options],
      [undefined, options],
      [undefined, otherwise],
    ] as const;
    for (const [tag, how] of tries) {
      try {
        formatter ??= new Kind(tag, how);
      } catch {
        // What the platform does not know is left out: the language before the zone.
      }
    }
    made.set(key, formatter);
  }
  return formatter!;
}

const signs = new Map<string, string>();

/** The sign that a locale puts before decimals. */
export function decimalSign(locale: string): string {
  let sign = signs.get(locale);
  if (sign === undefined) {
    const parts = cached(Intl.NumberFormat, locale, {}).formatToParts(0.1);
    signs.set(locale, (sign = parts.find(({ type }) => type === 'decimal')?.value ?? '.'));
  }
  return sign;
}

/** Decimal text as people read it: every digit stays, only the signs are the locale's. No grouping, no rounding. */
export const formatDecimal = (text: DecimalText, locale: string): string =>
  text.replace(/^-/, '\u2212').replace('.', () => decimalSign(locale));
