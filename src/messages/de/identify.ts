import type { Messages } from '../en.js';
import { clip, known } from '../phrases.js';

const means: Readonly<Record<string, string>> = {
  pin: 'Unterschrieben mit PIN',
  badge: 'Unterschrieben mit Ausweis',
  passkey: 'Unterschrieben mit Passkey',
  host: 'Unterschrieben nach anderer Bestätigung',
};

export const identify: Messages['identify'] = {
  person: 'Person',
  choosePerson: 'Person wählen',
  personNeeded: 'Wählen Sie, wer Sie sind',
  pin: 'PIN',
  pinNeeded: 'Geben Sie Ihre PIN ein',
  badge: (also) => (also ? 'Oder scannen Sie Ihren Ausweis' : 'Scannen Sie Ihren Ausweis'),
  passkey: 'Passkey verwenden',
  host: 'Anders bestätigen',
  whoSigns: 'Wer unterschreibt?',
  signedBy: (signer, worker) => `Unterschrieben von ${signer}. ${worker} arbeitet weiter.`,
  signedWith: (by) => known(means, by) ?? `Unterschrieben mit ${clip(by)}`,
  checking: 'Es wird geprüft, wer Sie sind …',
};
