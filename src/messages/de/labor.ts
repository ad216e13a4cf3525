import type { Messages } from '../en.js';
import { counted, formatNumber } from '../format.js';
import { more } from './lists.js';

const number = (count: number): string => formatNumber(count, 'de');

export const labor: Messages['labor'] = {
  title: 'Arbeitszeit',
  you: 'Sie',
  total: 'Gesamt',
  nobody: 'Niemand ist angemeldet.',
  inNow: (count) => `${counted('de', count, { one: 'Person', other: 'Personen' })} jetzt angemeldet`,
  since: (when) => `Angemeldet seit ${when}`,
  now: 'jetzt',
  out: 'Abgemeldet',
  all: (count) => `Alle ${number(count)} Personen zeigen`,
  closed: (count) =>
    counted('de', count, { one: 'abgeschlossener Eintrag', other: 'abgeschlossene Einträge' }),
  more: more,
  span: (begin, end) => `${begin} – ${end}`,
  edit: (name) => `Zeiten von ${name} berichtigen`,
  editTitle: (name) => `Berichtigen: ${name}`,
  editAbout: 'Die Zeiten davor bleiben im Verlauf.',
  checkedIn: 'Angemeldet',
  checkedOut: 'Abgemeldet',
  stillIn: 'Leer lassen, solange noch gearbeitet wird.',
  zone: (zone) => `Zeit am Standort: ${zone}`,
  reason: 'Warum?',
  save: 'Berichtigen',
  edited: (name, reason) => `Berichtigt von ${name}, Grund: ${reason}`,
  told: {
    idle: (step) => `Sie wurden von ${step} abgemeldet: Niemand hat geantwortet.`,
    asked: (step) => `Sie wurden auf einem anderen Gerät von ${step} abgemeldet.`,
    hold: (step, by) => `Sie wurden abgemeldet: ${by} hat ${step} angehalten.`,
    redline: (step, by) => `Sie wurden abgemeldet: ${by} hat ${step} in Redline gesetzt.`,
    failed: (step, by) => `Sie wurden abgemeldet: ${by} hat ${step} als fehlgeschlagen gemeldet.`,
    canceled: (step, by) => `Sie wurden abgemeldet: ${by} hat ${step} abgebrochen.`,
    complete: (step, by) => `Sie wurden abgemeldet: ${by} hat ${step} abgeschlossen.`,
    other: (step) => `Sie wurden von ${step} abgemeldet.`,
  },
  dismiss: 'Ausblenden',
};
