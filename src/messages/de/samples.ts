import type { Messages } from '../en.js';

export const samples: Messages['samples'] = {
  reading: (index, count, label) => `Messung ${index} von ${count}, ${label}`,
  done: (done, count) => `${done} von ${count} Messungen`,
  mean: 'Mittelwert',
  lowest: 'Kleinster',
  highest: 'Größter',
  range: 'Spannweite',
};
