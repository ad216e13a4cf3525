import type { Messages } from '../en.js';
import { and } from './lists.js';

export const signoff: Messages['signoff'] = {
  expecting: (role) => `Freigabe erwartet von: ${role}`,
  states: {
    open: 'Offen',
    approved: 'Freigegeben',
    rejected: 'Abgelehnt',
    stale: 'Seit der Freigabe geändert',
  },
  approve: 'Freigeben',
  reject: 'Ablehnen',
  approveAgain: 'Erneut freigeben',
  comment: 'Kommentar',
  commentNeeded: 'Sagen Sie, warum Sie ablehnen',
  signingAs: (name, role) => `Unterschrift als ${name}, ${role}`,
  byTeam: (role, team) => `${role}, durch das Team ${team}`,
  signing: 'Wird unterschrieben …',
  decided: (decision, name, role, when) =>
    `${decision === 'approve' ? 'Freigegeben' : 'Abgelehnt'} von ${name}, ${role}, ${when}`,
  meaning: (text) => `Die Unterschrift bedeutet: ${text}`,
  changed: (names) => `Seitdem geändert: ${and(names)}`,
  signAgain: 'Es muss erneut unterschrieben werden.',
  earlier: 'Frühere Entscheidungen',
  readOnly: (reason, role) =>
    reason === 'peer-review'
      ? `Sie haben daran gearbeitet: jemand anderes entscheidet (${role})`
      : reason === 'role' || reason === 'permission'
        ? `Hier entscheidet nur: ${role}`
        : 'Kann jetzt nicht entschieden werden',
};
