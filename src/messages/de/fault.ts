import type { Messages } from '../en.js';
import { explainFaults } from '../explain.js';
import { counted } from '../format.js';
import { notDone } from './not-done.js';

const again = 'und versuchen Sie es erneut.';
const support = 'Sagen Sie es der Systembetreuung.';

export const fault: Messages['fault'] = explainFaults({
  notDone,
  unsure: '{name} wurde vielleicht nicht gespeichert.',
  kept: 'Ihre Eingabe bleibt erhalten.',
  notLoaded: 'Der Lauf konnte nicht geladen werden.',
  cases: {
    offline: 'Es besteht keine Verbindung.',
    timeout: 'Das System hat nicht rechtzeitig geantwortet.',
    'rate-limited': 'Das System ist ausgelastet.',
    unavailable: 'Das System ist nicht erreichbar.',
    unauthorized: `Das System weiß nicht, wer Sie sind.|Weisen Sie sich aus ${again}`,
    'not-found': 'Das System kennt es nicht.|Prüfen Sie den Lauf oder fragen Sie Ihre Leitung.',
    malformed: `Die Antwort des Systems ergibt keinen Sinn.|${support}`,
    'storage-full': `Der Speicher dieses Geräts ist voll.|Schaffen Sie Platz ${again}`,
    'storage-blocked': `Dieses Gerät lässt die Seite nichts speichern.|Schließen Sie ihre anderen Tabs oder erlauben Sie ihr das Speichern ${again}`,
    unsupported: `Das System oder dieser Browser kann das nicht.|${support}`,
    internal: 'Etwas ist schiefgegangen.',
  },
  tryAgain: (seconds) =>
    seconds > 0
      ? `Versuchen Sie es in ${counted('de', seconds, { one: 'Sekunde', other: 'Sekunden' })} erneut.`
      : 'Versuchen Sie es erneut.',
  safe: 'Nichts wird doppelt erfasst.',
});
