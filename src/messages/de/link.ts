import type { Messages } from '../en.js';
import { counted, formatNumber } from '../format.js';

const matches = (found: number, usable: number): string => {
  const all = counted('de', found, { one: 'Treffer', other: 'Treffer' });
  if (usable === found) return all;
  return `${all}, davon ${usable === 0 ? 'keiner' : formatNumber(usable, 'de')} wählbar`;
};

export const link: Messages['link'] = {
  placeholder: {
    tool: 'Seriennummer oder Name scannen oder eingeben',
    person: 'Ausweis scannen oder Namen eingeben',
    part: 'Teilenummer oder Name scannen oder eingeben',
  },
  list: 'Liste zeigen',
  choices: (label) => `Auswahl für ${label}`,
  choose: 'Wählen',
  serial: (serial) => `Seriennummer ${serial}`,
  calibrated: (date) => `Kalibriert bis ${date}`,
  searching: 'Suche …',
  found: (found, usable) => `${matches(found, usable)}.`,
  scanned: (text, found, usable) => `„${text}“ gescannt: ${matches(found, usable)}.`,
  notFound: (text) =>
    `Nichts gefunden zu „${text}“. Prüfen Sie die Eingabe oder lassen Sie sich die Liste zeigen.`,
  notScanned: (text) =>
    `„${text}“ gescannt, dazu ist nichts bekannt. Prüfen Sie das Etikett oder lassen Sie sich die Liste zeigen.`,
  empty: 'Das angebundene System kennt nichts, das hier passt.',
  more: (count) => `${formatNumber(count, 'de')} weitere zeigen`,
  notSearched: 'Nicht nachgeschlagen.',
};
