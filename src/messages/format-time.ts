/** Times of day and lengths of time, for labor. */
import { dayAt } from '../domain/day.js';
import type { Instant } from '../domain/run.js';
import { dated, formatInstant } from './format-instant.js';
import { cached } from './format-value.js';
import { formatNumber } from './format.js';

const unit = (count: number, name: string, locale: string): string =>
  formatNumber(count, locale, { style: 'unit', unit: name, unitDisplay: 'short' });

/** Seconds in the first minute, minutes after it, "1 hr 5 min" from an hour on. Nothing is rounded up. */
export function formatDuration(milliseconds: number, locale: string): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000)) || 0;
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return unit(seconds, 'second', locale);
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return unit(minutes, 'minute', locale);
  const rest = minutes % 60;
  return unit(hours, 'hour', locale) + (rest === 0 ? '' : ` ${unit(rest, 'minute', locale)}`);
}

/** An instant at the site: its time of day where that day is today, else the date as well. */
export function formatMoment(instant: Instant, locale: string, zone: string, now: Instant): string {
  return dayAt(instant, zone) === dayAt(now, zone)
    ? dated(instant, (date) =>
        cached(
          Intl.DateTimeFormat,
          locale,
          { timeStyle: 'short', timeZone: zone },
          { timeStyle: 'long', timeZone: 'UTC' },
        ).format(date),
      )
    : formatInstant(instant, locale, zone);
}
