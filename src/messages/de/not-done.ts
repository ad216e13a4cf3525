import type { NotDone } from '../explain.js';

const saved = '{name} wurde nicht gespeichert.';
const completed = '{name} wurde nicht abgeschlossen.';

export const notDone: NotDone = {
  'start-step': '{name} wurde nicht begonnen.',
  'check-in': 'Sie wurden nicht angemeldet: {name}.',
  'check-out': 'Sie wurden nicht abgemeldet: {name}.',
  'set-value': saved,
  'clear-value': '{name} wurde nicht geleert.',
  'mark-not-applicable': '{name} wurde nicht als nicht zutreffend markiert.',
  'accept-deviation': 'Die Abweichung wurde nicht angenommen: {name}.',
  'attach-file': 'Die Datei wurde nicht hinzugefügt: {name}.',
  'remove-file': 'Die Datei wurde nicht entfernt: {name}.',
  sign: '{name} wurde nicht unterschrieben.',
  'install-part': 'Nichts wurde eingebaut: {name}.',
  'uninstall-part': 'Nichts wurde ausgebaut: {name}.',
  'except-requirement': '{name} wurde nicht ausgenommen.',
  'complete-step': completed,
  comment: 'Der Kommentar wurde nicht gespeichert: {name}.',
  'open-issue': 'Es wurde kein Issue eröffnet: {name}.',
  'link-issue': 'Das Issue wurde nicht verknüpft: {name}.',
  'complete-run': completed,
  other: 'Nichts wurde geändert: {name}.',
};
