import type { Messages } from '../en.js';
import { counted, formatNumber } from '../format.js';

const number = (count: number): string => formatNumber(count, 'de');

export const session: Messages['session'] = {
  loading: 'Der Lauf wird geladen …',
  retry: 'Erneut versuchen',
  problems: (count) => `${number(count)} nicht lesbar in diesem Lauf`,
  problemsHint: 'Es wird so weit wie möglich gezeigt und kann nicht bearbeitet werden.',
  noRun: 'Es ist kein Lauf verbunden.',
  stepNotFound: 'Dieser Schritt gehört nicht zum Lauf.',
  targetNotFound: (id) => `„${id}“ gehört nicht zum Lauf.`,
  offline: 'Keine Verbindung',
  queued: (count) =>
    counted('de', count, { one: 'Eintrag wartet auf das Senden', other: 'Einträge warten auf das Senden' }),
  oldBrowser: 'Dieser Browser ist zu alt. Nötig ist Chrome oder Edge 125, Firefox 126, Safari 18 oder neuer.',
};
