import type { Messages } from '../en.js';
import { counted, formatBytes, formatPercent } from '../format.js';

export const file: Messages['file'] = {
  choose: 'Dateien wählen',
  photo: 'Foto aufnehmen',
  drop: 'oder hier ablegen oder einfügen',
  count: (count) => counted('de', count, { one: 'Datei', other: 'Dateien' }),
  size: (bytes, locale) => formatBytes(bytes, locale),
  open: (name) => `${name} öffnen`,
  remove: (name) => `${name} entfernen`,
  uploading: (name, part, locale) => `${name} wird hochgeladen: ${formatPercent(part, locale)}`,
  cancel: (name) => `${name} abbrechen`,
  retry: (name) => `${name} erneut versuchen`,
  waiting: 'Wartet',
  giveUp: (name) => `${name} aufgeben`,
  notUploaded: (name) => `${name} wurde nicht hochgeladen`,
  notRecorded: (name) => `${name} wurde hochgeladen und ist noch nicht gespeichert. Versuchen Sie es erneut.`,
  tooLarge: (name, size, limit, locale) =>
    `${name} ist zu groß: ${formatBytes(size, locale)}, und das angebundene System nimmt höchstens ${formatBytes(limit, locale)}. Wählen Sie eine kleinere Datei.`,
  otherContent: (name, content) => `Benannt als ${name}; der Inhalt ist ${content}.`,
  notOpened: (name) => `${name} konnte nicht geöffnet werden.`,
  notTaken: 'Das angebundene System nimmt keine Dateien.',
};
