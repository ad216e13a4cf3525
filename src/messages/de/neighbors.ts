import type { Messages } from '../en.js';

export const neighbors: Messages['neighbors'] = {
  label: 'Schritte neben diesem',
  previous: (name) => `Voriger Schritt: ${name}`,
  next: (name) => `Nächster Schritt: ${name}`,
  noPrevious: 'Dies ist der erste Schritt',
  noNext: 'Dies ist der letzte Schritt',
  workable: 'kann bearbeitet werden',
};
