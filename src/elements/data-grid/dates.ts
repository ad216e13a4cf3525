/** Dates as spreadsheets show them in a locale. What may mean two days is not read. */
import { cached } from '../../messages/format-value.js';

const order = (locale: string): readonly string[] =>
  cached(Intl.DateTimeFormat, locale, { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' })
    .formatToParts(new Date(0))
    .map(({ type }) => type as string)
    .filter((type) => type === 'year' || type === 'month' || type === 'day');

const two = (number: string | undefined): string => (number ?? '').padStart(2, '0');

/** `YYYY-MM-DD`, or nothing. A year has four digits. */
export function readDate(text: string, locale: string): string | undefined {
  const found = /^(\d{1,4})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{1,4})\.?$/.exec(text.trim());
  if (!found) return undefined;
  const [, first = '', ...rest] = found as readonly string[];
  const names = first.length === 4 ? ['year', 'month', 'day'] : order(locale);
  const part = (name: string): string => [first, ...rest][names.indexOf(name)] ?? '';
  if (part('year').length !== 4) return undefined;
  const date = `${part('year')}-${two(part('month'))}-${two(part('day'))}`;
  const instant = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date) ? date : undefined;
}

/** `YYYY-MM-DDTHH:MM` by the site's clock, or nothing. */
export function readDateTime(text: string, locale: string): string | undefined {
  const found = /^(\S+?)[T,]?\s*(\d{1,2}):(\d\d)(:\d\d)?\s*([ap])?\.?\s?m?\.?$/i.exec(
    text.trim().replace(/[\u202f\u00a0]/g, ' '),
  );
  const date = found && readDate(found[1]!, locale);
  if (!date) return undefined;
  const [, , hour, minute, , half] = found;
  const at = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour);
  return at < 24 && Number(minute) < 60 ? `${date}T${two(String(at))}:${minute}` : undefined;
}
