import type { Messages } from '../en.js';
import { counted, formatNumber } from '../format.js';
import { known } from '../phrases.js';
import { more, or } from './lists.js';

const number = (count: number): string => formatNumber(count, 'de');

const dispositions: Readonly<Record<string, string>> = {
  'use-as-is': 'Verwenden, wie es ist',
  rework: 'Nacharbeit',
  scrap: 'Ausschuss',
};
const follows: Readonly<Record<string, string>> = {
  'use-as-is':
    'Es bleibt, wie es ist. Ist das Issue gelöst, gilt ein deshalb fehlgeschlagener Schritt als erledigt.',
  rework: 'Es wird noch einmal bearbeitet: Der Schritt kann wieder geöffnet oder wiederholt werden.',
  scrap: 'Es wird nicht mehr verwendet: Der Lauf kann als fehlgeschlagen beendet werden.',
};

export const issue: Messages['issue'] = {
  title: 'Issues',
  titleOfRun: 'Issues des Laufs',
  none: 'Keine Issues.',
  badge: (all, open) => {
    const shown = counted('de', all, { one: 'Issue', other: 'Issues' });
    return open === all ? shown : open === 0 ? `${shown}, erledigt` : `${shown}, ${number(open)} offen`;
  },
  goTo: (badge) => `Gehe zu: ${badge}`,
  oneIssue: (name, title) => `${name} ${title}`,
  disposition: (value) => known(dispositions, value) ?? value,
  follows: (value) => known(follows, value),
  noDisposition: 'Noch nicht entschieden',
  concerns: 'Betrifft',
  elsewhere: (id) => `${id} (nicht in diesem Lauf)`,
  openedBy: (person, when) => `Eröffnet von ${person}, ${when}`,
  decidedBy: (names) =>
    names.length > 0 ? `Darüber entscheidet ${or(names)}` : 'Niemand in diesem Lauf darf darüber entscheiden',
  announce: (name, status, disposition, why) =>
    `${name}: ${status}${disposition && `, ${disposition}`}.${why && ` ${why}`}`,
  unknownStatus: 'Nur zu lesen: Dieser Status ist hier nicht bekannt.',
  find: 'Suchen',
  show: 'Anzeigen',
  showing: { all: 'Alle', open: 'Offene', settled: 'Erledigte' },
  noMatch: 'Kein Issue passt.',
  more: more,
  saving: 'Wird gespeichert …',
  choose: 'Entscheidung treffen',
  change: 'Entscheidung ändern',
  start: 'In Arbeit nehmen',
  needsDisposition: 'Treffen Sie zuerst die Entscheidung.',
  review: 'Zur Prüfung geben',
  resolve: 'Lösen',
  giveBack: 'Zurückgeben',
  reopen: 'Wieder öffnen',
  link: 'Verknüpfen',
  of: (act, name) => `${act}: ${name}`,
  dismiss: 'Schließen',
  retry: 'Noch einmal versuchen',
  open: 'Issue eröffnen',
  whatIsWrong: 'Was ist nicht in Ordnung?',
  about: 'Was betrifft es?',
  thisStep: 'Diesen Schritt',
  thisRun: 'Den Lauf im Ganzen',
  openNow: 'Issue eröffnen',
  opening: 'Wird eröffnet …',
  dispositionOf: (name) => `Entscheidung zu ${name}`,
  whatBecomes: 'Was soll damit werden?',
  pendingAgain: 'Mit einer anderen Entscheidung ist das Issue wieder offen.',
  chooseNow: 'Entscheiden',
  giveBackOf: (name) => `${name} zurückgeben`,
  reopenOf: (name) => `${name} wieder öffnen`,
  toInProgress: 'Das Issue ist dann wieder in Arbeit.',
  why: 'Warum?',
  linkOf: (name) => `${name} verknüpfen`,
  linkTo: 'Was betrifft es noch?',
  linkNow: 'Verknüpfen',
  reworkOffer: (step) => `Nacharbeit an ${step}`,
  scrapOffer: 'Das Teil ist Ausschuss. Der Lauf kann als fehlgeschlagen beendet werden.',
  reopenStep: 'Schritt wieder öffnen',
  reopenStepOf: (step) => `${step} wieder öffnen?`,
  reopenStepText: 'Er ist wieder zu tun. Was erfasst wurde, bleibt.',
  duplicateStep: 'Schritt wiederholen',
  duplicateStepOf: (step) => `${step} wiederholen?`,
  duplicateStepText: 'Derselbe Schritt kommt leer danach. Der fehlgeschlagene bleibt, wie er ist.',
  failRun: 'Lauf fehlschlagen lassen',
  failRunOf: (run) => `Lauf ${run} fehlschlagen lassen?`,
  failRunText: 'Der Lauf endet und ist gesperrt. Alle werden abgemeldet.',
};
