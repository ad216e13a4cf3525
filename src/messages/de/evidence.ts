import type { Messages } from '../en.js';
import { counted, formatNumber } from '../format.js';

const number = (count: number): string => formatNumber(count, 'de');

export const evidence: Messages['evidence'] = {
  title: 'Nachweise',
  none: 'Noch nichts hinzugefügt.',
  add: 'Foto, Zeichnung oder Dokument',
  caption: 'Beschreibung',
  captionOf: (name) => `Beschreibung von ${name}`,
  optional: 'Freiwillig',
  attach: (count) => (count === 1 ? 'Hinzufügen' : `${number(count)} Dateien hinzufügen`),
  attaching: 'Wird hinzugefügt …',
  attachedBy: (name, when) => `Hinzugefügt von ${name}, ${when}`,
  notAttached: 'Nicht hinzugefügt.',
  remove: (name) => `${name} entfernen`,
  whyRemoved: (name) => `Warum wird ${name} entfernt?`,
  removeNow: 'Entfernen',
  removing: 'Wird entfernt …',
  notRemoved: 'Nicht entfernt.',
  removed: (count) => `${counted('de', count, { one: 'Datei', other: 'Dateien' })} entfernt`,
  removedBy: (name, when) => `Entfernt von ${name}, ${when}`,
  reason: (reason) => `Grund: ${reason}`,
  giveUp: 'Aufgeben',
  announceAttached: (name) => `${name} hinzugefügt`,
  announceRemoved: (name) => `${name} entfernt`,
};
