import type { Messages } from '../en.js';
import { counted } from '../format.js';

export const changes: Messages['changes'] = {
  show: 'Zeigen, was sich geändert hat',
  then: 'Bei der Freigabe',
  now: 'Jetzt',
  empty: 'Leer',
  unknown: 'Nicht im Verlauf',
  redefined: 'Was hier verlangt ist, wurde geändert.',
  added: 'Seitdem hinzugekommen',
  gone: 'Nicht mehr da',
  takenOut: (name, when) => `Ausgebaut von ${name}, ${when}`,
  partsLess: 'Ein Teil wurde ausgebaut, oder was hier verlangt ist, wurde geändert.',
  attached: (name, when) => `Hinzugefügt von ${name}, ${when}`,
  removed: (name, when) => `Entfernt von ${name}, ${when}`,
  more: (count) => counted('de', count, { one: 'weitere Änderung', other: 'weitere Änderungen' }),
  notLoaded: 'Was vorher da war, konnte nicht geladen werden.',
};
