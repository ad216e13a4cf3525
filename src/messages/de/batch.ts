import type { Messages } from '../en.js';
import { counted, formatNumber } from '../format.js';
import { more } from './lists.js';

const number = (count: number): string => formatNumber(count, 'de');

export const batch: Messages['batch'] = {
  title: 'Los',
  titleOf: (name) => `Los ${name}`,
  reaches: (name, others, all = others) =>
    others === undefined
      ? `Los ${name}: Was Sie hier erfassen, wird auch in den anderen Läufen erfasst.`
      : others === 0
        ? all
          ? `Los ${name}: Seine anderen Läufe sind beendet.`
          : `Los ${name}: Es ist noch kein anderer Lauf darin.`
        : `Los ${name}: Was Sie hier erfassen, wird auch in ${counted('de', others, { one: 'anderen Lauf', other: 'anderen Läufen' })} erfasst.`,
  stays: 'Teile, Kommentare und Issues bleiben bei diesem Lauf.',
  done: (done, all) =>
    done === all
      ? `Erledigt hier und ${all === 1 ? 'im anderen Lauf' : `in allen ${number(all)} anderen Läufen`}.`
      : done === 0
        ? 'Nur hier erledigt.'
        : `Erledigt hier und in ${number(done)} von ${number(all)} anderen Läufen.`,
  run: (run) => `Lauf ${run}`,
  runs: 'Läufe dieses Loses',
  steps: (complete, all) => `${number(complete)} von ${number(all)} Schritten`,
  more: more,
  notDone: (run) => `Nicht erledigt in Lauf ${run}`,
  dismiss: 'Ausblenden',
  dismissOf: (run) => `Ausblenden: nicht erledigt in Lauf ${run}`,
  alone: 'Dieser Lauf wird für sich bearbeitet.',
  unlisted: 'Dieses System sagt nicht, welche Läufe das sind.',
  notRead: 'Die Läufe dieses Loses ließen sich nicht lesen.',
  retry: 'Noch einmal versuchen',
  join: 'In ein Los aufnehmen',
  joinTitle: (run) => `Lauf ${run} in ein Los aufnehmen`,
  joinText:
    'Was an einem Schritt erfasst wird, wird dann auch in den anderen Läufen erfasst, wo der Schritt derselbe ist und ebenso steht.',
  which: 'In welches Los?',
  fresh: 'Ein neues Los',
  freshHint: 'Als erster Lauf darin',
  withRuns: (count) => counted('de', count, { one: 'Lauf', other: 'Läufe' }),
  name: 'Name des Loses',
  joinNow: 'Aufnehmen',
  joining: 'Wird aufgenommen …',
  leave: 'Los verlassen',
  leaveTitle: (name) => `Los ${name} verlassen?`,
  leaveText:
    'Was erfasst ist, bleibt. Dieser Lauf wird dann für sich bearbeitet, und die anderen gehen ohne ihn weiter.',
  leaveNow: 'Verlassen',
  leaving: 'Wird verlassen …',
  redlined: (steps) =>
    `Nicht, solange ein Schritt in Redline ist: ${steps}. Schließen Sie die Redline, oder brechen Sie sie ab.`,
};
