/** Instants in a locale, for what says when something was done; a field that is empty does without. */
import type { Instant } from '../domain/run.js';
import { cached } from './format-value.js';

/** What is no date stays as it came. */
export const dated = (text: string, format: (date: Date) => string): string => {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? text : format(date);
};

/** An instant as date and time at the site. */
export const formatInstant = (instant: Instant, locale: string, zone: string): string =>
  dated(instant, (date) =>
    cached(
      Intl.DateTimeFormat,
      locale,
      { dateStyle: 'medium', timeStyle: 'short', timeZone: zone },
      { dateStyle: 'medium', timeStyle: 'long', timeZone: 'UTC' },
    ).format(date),
  );
