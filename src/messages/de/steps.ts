import type { Messages } from '../en.js';
import { counted, formatNumber } from '../format.js';
import { and } from './lists.js';

const number = (count: number): string => formatNumber(count, 'de');

export const steps: Messages['steps'] = {
  title: 'Schritte',
  complete: (done, total) => `${number(done)} von ${number(total)} abgeschlossen`,
  show: 'Anzeigen',
  now: 'Was ich jetzt tun kann',
  mine: 'Meine',
  all: 'Alle',
  find: 'Schritt suchen',
  findHint: 'Nummer oder Titel',
  found: (count, total) =>
    `${number(count)} von ${counted('de', total, { one: 'Schritt', other: 'Schritten' })}`,
  none: 'Dieser Lauf hat keine Schritte.',
  noneFound: 'Kein Schritt passt dazu.',
  showAll: 'Alle Schritte zeigen',
  attention: 'Braucht Aufmerksamkeit',
  failed: (count) => `${number(count)} fehlgeschlagen`,
  hold: (count) => `${number(count)} angehalten`,
  redline: (count) => `${number(count)} in Redline`,
  stale: (count) => counted('de', count, { one: 'veraltete Freigabe', other: 'veraltete Freigaben' }),
  issue: (count) => `${number(count)} mit offenen Issues`,
  optional: 'Freiwillig',
  secondTry: (of) => `Zweiter Versuch von ${of}`,
  putIn: 'Durch Redline eingefügt',
  people: and,
  atWork: 'Angemeldet:',
  you: 'Sie',
  waitsFor: (numbers) => `Wartet auf ${and(numbers)}`,
  progress: (done, total) => `${number(done)} von ${number(total)} erledigt`,
  issues: (count) => counted('de', count, { one: 'offenes Issue', other: 'offene Issues' }),
  settled: 'Geklärt',
  held: (why, comment) => (comment ? `${why}: ${comment}` : why),
};
