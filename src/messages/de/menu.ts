import type { Messages } from '../en.js';

export const menu: Messages['menu'] = {
  comment: 'Kommentieren',
  openIssue: 'Issue eröffnen',
  redline: 'Redline vorschlagen',
  hold: 'Anhalten',
  resume: 'Schritt fortsetzen',
  resuming: 'Wird fortgesetzt …',
  reopen: 'Schritt wieder öffnen',
  duplicate: 'Schritt wiederholen',
  restore: 'Schritt wiederherstellen',
  restoring: 'Wird wiederhergestellt …',
  fail: 'Schritt als fehlgeschlagen melden',
  cancel: 'Schritt abbrechen',
  failRun: 'Lauf als fehlgeschlagen beenden',
  cancelRun: 'Lauf abbrechen',
};
