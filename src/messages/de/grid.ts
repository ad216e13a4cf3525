import type { Messages } from '../en.js';
import { counted, formatNumber } from '../format.js';
import { and } from './lists.js';

const number = (count: number): string => formatNumber(count, 'de');

export const grid: Messages['grid'] = {
  table: (rows, columns) =>
    `Tabelle, ${counted('de', rows, { one: 'Zeile', other: 'Zeilen' })}, ${counted('de', columns, { one: 'Spalte', other: 'Spalten' })}`,
  keys: 'Die Pfeiltasten bewegen. Eingabetaste oder Tippen bearbeitet. Escape, dann Tab verlässt die Tabelle.',
  row: 'Zeile',
  empty: 'Diese Tabelle hat keine Zeilen.',
  cell: (row, column) => `${row}, ${column}`,
  notApplicable: 'n. z.',
  open: (count) => counted('de', count, { other: 'offen' }),
  done: 'Fertig',
  markRow: (row) => `Nicht zutreffend: ${row}`,
  clearRow: (row) => `Aufheben: ${row}`,
  mark: 'Nicht zutreffend',
  clear: 'Aufheben',
  details: 'Einzelheiten',
  edit: 'Bearbeiten',
  close: 'Schließen',
  states: {
    drafting: 'Noch nicht gespeichert',
    asking: 'Zu bestätigen',
    invalid: 'Nicht lesbar',
    refused: 'Abgelehnt',
    saving: 'Wird gespeichert',
    failed: 'Nicht gesendet',
  },
  true: 'WAHR',
  false: 'FALSCH',
  saving: (done, total) => `${number(done)} von ${number(total)} werden gespeichert …`,
  saved: (saved, total) => `${number(saved)} von ${number(total)} gespeichert`,
  toCheck: (count) => `${number(count)} zu prüfen`,
  notSent: (count) => `${number(count)} nicht gesendet`,
  checkNext: 'Zur nächsten gehen',
  saveAsTheyAre: (count) => (count === 1 ? '1 Wert so speichern' : `${number(count)} Werte so speichern`),
  sendAgain: (count) => `${counted('de', count, { one: 'Wert', other: 'Werte' })} erneut senden`,
  whyChanged: (count) =>
    count === 1 ? 'Warum wird er geändert?' : `Warum werden diese ${number(count)} Werte geändert?`,
  tooLarge: (count) =>
    count === 1
      ? '1 Wert passte nicht in die Tabelle.'
      : `${number(count)} Werte passten nicht in die Tabelle.`,
  notPasted: (count, columns) =>
    `${counted('de', count, { one: 'Wert', other: 'Werte' })} nicht einfügbar: ${and(columns)}.`,
  nothing: 'Darin ist nichts, was sich einfügen lässt.',
};
