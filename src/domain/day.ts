/** Days and times of day at a site: what is due or expires by date does so there, not in UTC. */
import type { Instant } from './run.js';

const calendars = new Map<string, Intl.DateTimeFormat>();

/** Making one takes a hundred times as long as using it, and times are shown with every drawing. */
function calendarAt(zone: string): Intl.DateTimeFormat {
  const known = calendars.get(zone);
  if (known) return known;
  const calendar = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  calendars.set(zone, calendar);
  return calendar;
}

/** Whether the platform knows a zone; it throws at any other. */
export function isZone(zone: string): boolean {
  try {
    return calendarAt(zone) !== undefined;
  } catch {
    return false;
  }
}

/** `YYYY-MM-DD`; in UTC where the zone is not known. */
export function dayAt(instant: Instant, zone: string): string {
  try {
    const parts = calendarAt(zone).formatToParts(new Date(instant));
    const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
    return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
  } catch {
    return instant.slice(0, 10);
  }
}

/** `+02:00`: how far a zone's clocks are from UTC at an instant; nothing where the zone is not known. */
function offsetAt(instant: Date, zone: string): string | undefined {
  try {
    const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    const name = parts.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    return /[+-]\d\d:\d\d/.exec(name)?.[0] ?? '+00:00';
  } catch {
    return undefined;
  }
}

/** A date and time of day as a site's clocks show it (`2026-03-04T10:15`), with the offset that they have then. */
export function atSite(local: string, zone: string): string {
  const guess = offsetAt(new Date(`${local}Z`), zone) ?? '+00:00';
  const time = new Date(`${local}${guess}`);
  return Number.isNaN(time.getTime()) ? local : `${local}${offsetAt(time, zone) ?? guess}`;
}
