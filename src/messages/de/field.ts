import type { Messages } from '../en.js';

export const field: Messages['field'] = {
  required: 'Pflicht',
  empty: 'Nicht erfasst',
  notApplicable: 'Nicht zutreffend',
  recorded: (name, when) => `Erfasst von ${name}, ${when}`,
  unsaved: 'Noch nicht gespeichert',
  saving: 'Wird gespeichert …',
  queued: 'Wartet auf das Senden',
  notSaved: 'Nicht gespeichert',
  notDrawn: 'Das konnte nicht geladen werden. Verbindung prüfen.',
  retry: 'Erneut versuchen',
  cancel: 'Abbrechen',
  missing: (label) => `${label} ist Pflicht`,
  unknownType: (reported) => `Nur lesbar: „${reported}“ ist hier nicht bekannt`,
};
