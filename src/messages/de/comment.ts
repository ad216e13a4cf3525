import type { Messages } from '../en.js';
import { counted } from '../format.js';
import { and } from './lists.js';

export const comment: Messages['comment'] = {
  title: 'Kommentare',
  none: 'Noch keine Kommentare.',
  forYou: 'Für Sie',
  whole: 'Ganz anzeigen',
  earlier: 'Frühere Kommentare',
  loading: 'Wird geladen …',
  notLoaded: 'Die Kommentare konnten nicht geladen werden.',
  unlisted: (count) =>
    `${counted('de', count, { one: 'weiterer Kommentar', other: 'weitere Kommentare' })} im angebundenen System`,
  write: 'Kommentar schreiben',
  how: 'Mit @ erwähnen Sie jemanden.',
  mention: 'Jemanden erwähnen',
  people: 'Personen zum Erwähnen',
  found: (count) => `${counted('de', count, { one: 'Person', other: 'Personen' })} zur Auswahl`,
  meant: (names) => `Für ${and(names)}`,
  send: 'Senden',
  sending: 'Wird gesendet …',
  keys: 'Strg+Eingabe',
  keysOfMac: '⌘ Eingabe',
  needed: 'Schreiben Sie zuerst etwas.',
  notSent: 'Nicht gesendet.',
  change: 'Ändern',
  added: 'Kommentar hinzugefügt',
  addedBy: (name) => `Neuer Kommentar von ${name}`,
  addedForYou: (name) => `Neuer Kommentar von ${name}, für Sie`,
  news: (count) => counted('de', count, { one: 'neuer Kommentar', other: 'neue Kommentare' }),
  newsSince: 'Seit Sie zuletzt hier waren',
  newsFirst: 'Bevor Sie kamen',
  moreNews: (count) =>
    `${counted('de', count, { one: 'weiterer', other: 'weitere' })} unten bei den Kommentaren`,
  read: 'Gelesen',
};
