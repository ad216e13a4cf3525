import { counted, formatNumber } from '../format.js';
import { known } from '../phrases.js';
import { or } from './lists.js';

const number = (count: number): string => formatNumber(count, 'en');
const issues = (count: number): string => counted('en', count, { one: 'issue', other: 'issues' });

const dispositions: Readonly<Record<string, string>> = {
  'use-as-is': 'Use as is',
  rework: 'Rework',
  scrap: 'Scrap',
};
const follows: Readonly<Record<string, string>> = {
  'use-as-is': 'It stays as it is. Once the issue is resolved, a step that failed by it counts as settled.',
  rework: 'It is worked on again: the step can be reopened or repeated.',
  scrap: 'It is not used any more: the run can be failed.',
};

/** `name` is an issue's number, `when` a date and time in words (`formatInstant`). */
export const issue = {
  title: 'Issues',
  titleOfRun: 'Issues of the run',
  none: 'No issues.',
  /** A badge: how many there are, and how many of them are not resolved. */
  badge: (all: number, open: number) =>
    open === all
      ? issues(all)
      : open === 0
        ? `${issues(all)}, settled`
        : `${issues(all)}, ${number(open)} open`,
  /** Before a badge that leads to the issues of something. */
  goTo: (badge: string) => `Go to: ${badge}`,
  oneIssue: (name: string, title: string) => `${name} ${title}`,
  /** One that everybody knows; any other has the name that the organization gave it. */
  disposition: (value: string) => known(dispositions, value) ?? value,
  follows: (value: string) => known(follows, value),
  noDisposition: 'No disposition yet',
  concerns: 'Concerns',
  /** What it concerns has no place in this run. */
  elsewhere: (id: string) => `${id} (not in this run)`,
  openedBy: (person: string, when: string) => `Opened by ${person}, ${when}`,
  /** Names of who may decide. */
  decidedBy: (names: readonly string[]) =>
    names.length > 0 ? `Decided by ${or(names)}` : 'Nobody in this run may decide',
  /** Its status has changed; what is to become of it and why, where that was said. */
  announce: (name: string, status: string, disposition: string, why: string) =>
    `${name}: ${status}${disposition && `, ${disposition}`}.${why && ` ${why}`}`,
  unknownStatus: 'Read only: this status is not known here.',
  /** Filters, where there are many. */
  find: 'Search',
  show: 'Show',
  showing: { all: 'All', open: 'Open', settled: 'Settled' },
  noMatch: 'No issue fits.',
  more: (count: number) => `${number(count)} more`,
  saving: 'Saving…',
  // What is done with one.
  choose: 'Choose disposition',
  change: 'Change disposition',
  start: 'Move to in progress',
  needsDisposition: 'Choose a disposition first.',
  review: 'Send to review',
  resolve: 'Resolve',
  giveBack: 'Return',
  reopen: 'Reopen',
  link: 'Link',
  /** The same, for those who hear it among many. */
  of: (act: string, name: string) => `${act}: ${name}`,
  dismiss: 'Dismiss',
  retry: 'Try again',
  // Forms.
  open: 'Open an issue',
  whatIsWrong: 'What is wrong?',
  about: 'What does it concern?',
  thisStep: 'This step',
  thisRun: 'The run as a whole',
  openNow: 'Open issue',
  opening: 'Opening…',
  dispositionOf: (name: string) => `Disposition of ${name}`,
  whatBecomes: 'What is to become of it?',
  pendingAgain: 'Another disposition makes the issue pending again.',
  chooseNow: 'Choose',
  giveBackOf: (name: string) => `Return ${name}`,
  reopenOf: (name: string) => `Reopen ${name}`,
  toInProgress: 'The issue is in progress again.',
  why: 'Why?',
  linkOf: (name: string) => `Link ${name}`,
  linkTo: 'What does it concern as well?',
  linkNow: 'Link',
  // What a disposition offers.
  reworkOffer: (step: string) => `Rework of ${step}`,
  scrapOffer: 'The part is scrap. The run can be failed.',
  reopenStep: 'Reopen the step',
  reopenStepOf: (step: string) => `Reopen ${step}?`,
  reopenStepText: 'It is to do again. What was recorded stays.',
  duplicateStep: 'Repeat the step',
  duplicateStepOf: (step: string) => `Repeat ${step}?`,
  duplicateStepText: 'The same step comes in after it, empty. The failed one stays as it is.',
  failRun: 'Fail the run',
  failRunOf: (run: string) => `Fail run ${run}?`,
  failRunText: 'The run ends and is locked. Everybody is checked out.',
};
