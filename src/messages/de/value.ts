import type { Messages } from '../en.js';

export const value: Messages['value'] = {
  pass: 'Bestanden',
  fail: 'Nicht bestanden',
  yes: 'Ja',
  no: 'Nein',
  choose: 'Wählen …',
  notOffered: (option) => `${option} (nicht mehr wählbar)`,
  announce: (label, shown) => `${label}: ${shown}`,
};
