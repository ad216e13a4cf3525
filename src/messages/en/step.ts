import { counted, formatNumber } from '../format.js';
import { and } from './lists.js';

/** `when` is a date and time in words (`formatInstant`). */
export const step = {
  heading: (number: string, title: string) => `${number} ${title}`,
  optional: 'Optional step',
  start: 'Start and check in',
  starting: 'Starting…',
  checkIn: 'Check in',
  checkingIn: 'Checking in…',
  checkOut: 'Check out',
  checkingOut: 'Checking out…',
  complete: 'Complete step',
  completing: 'Completing…',
  outstanding: (count: number) => counted('en', count, { other: 'outstanding' }),
  outstandingTitle: 'Outstanding',
  nothingOutstanding: 'Nothing outstanding',
  /** Shows what a list has left out. */
  more: (count: number) => `${formatNumber(count, 'en')} more`,
  /** Before the buttons that lead to what is outstanding. */
  goTo: (line: string) => `Go to: ${line}`,
  checkedIn: (names: readonly string[]) =>
    names.length > 0 ? `Checked in: ${and(names)}` : 'Nobody checked in',
  you: 'You',
  since: (name: string, when: string) => `${name}, since ${when}`,
  waitsFor: (names: readonly string[]) => `Waits for: ${and(names)}`,
  checkInFirst: 'Check in to record',
  progress: (done: number, total: number) =>
    `${done} of ${counted('en', total, { one: 'entry', other: 'entries' })} done`,
  instructions: 'Instructions',
  fields: 'Record',
  requirements: 'Parts',
  signoffs: 'Sign-offs',
  /** The steps inside a step. */
  children: 'Steps inside',
  moreActions: 'More actions',
  comment: 'Comment',
  comments: (count: number) => counted('en', count, { one: 'comment', other: 'comments' }),
  addComment: 'Add comment',
  commentBy: (name: string, when: string) => `${name}, ${when}`,
  openIssue: 'Open an issue',
  issueTitle: 'What is wrong?',
  issueAbout: 'Concerns',
  thisStep: 'This step',
  issueOpened: (number: string) => `Issue ${number} opened`,
  issue: (number: string, title: string) => `Issue ${number}: ${title}`,
  commented: 'Comment added',
  startedAt: (when: string) => `Started ${when}`,
  completedBy: (name: string, when: string) => `Completed by ${name}, ${when}`,
  /** For the live region. */
  /** A scan that a field may take. */
  offered: (text: string, field: string) => `Scanned “${text}”: choose it at ${field}`,
  announce: (title: string, status: string) => `${title}: ${status}`,
  announceCheckedIn: (title: string) => `You are checked in to ${title}`,
  announceCheckedOut: (title: string) => `You are checked out of ${title}`,
  /** Before what a receipt warned of. */
  warned: 'Saved, with a warning:',
  dismiss: 'Dismiss',
  none: 'No step can be worked on now.',
};
