import { or } from './lists.js';

const tries = ['First', 'Second', 'Third', 'Fourth', 'Fifth'];
const whoever = (names: readonly string[]): string =>
  names.length > 0 ? or(names) : 'Somebody with the permission';

/**
 * What happens to a step or a run beside the work: what is asked before it, how it looks afterwards, and what is said
 * of it. `step` is a step's number and title, `when` a date and time in words, `time` a length of time.
 */
export const life = {
  // Forms. Each has its title, what happens then, its button, and what that says meanwhile.
  hold: {
    title: 'Put the step on hold',
    text: 'Work stops here, and everybody is checked out.',
    why: 'Why does work stop?',
    own: 'Your reason',
    comment: 'Comment',
    commentHint: 'For the person who goes on',
    submit: 'Put on hold',
    busy: 'Putting on hold…',
  },
  fail: {
    title: 'Fail the step',
    text: 'Everybody is checked out. The run goes on, and is not complete until this step is settled.',
    why: 'What went wrong?',
    issue: 'Issue',
    issueHint: 'Resolved as use as is, it settles the step.',
    noIssue: 'No issue',
    opensIssue: 'Open a new one',
    submit: 'Fail step',
    busy: 'Failing…',
  },
  reopen: {
    title: 'Reopen the step',
    text: 'It is to do again. What was recorded stays.',
    why: 'Why is it reopened?',
    submit: 'Reopen step',
    busy: 'Reopening…',
  },
  duplicate: {
    title: 'Repeat the step',
    text: 'The same step comes in after this one, empty. This one stays as it is.',
    submit: 'Repeat step',
    busy: 'Repeating…',
  },
  cancel: {
    title: 'Cancel the step',
    text: 'It is not worked on, and everybody is checked out. It can be restored.',
    why: 'Why is it canceled?',
    submit: 'Cancel step',
    busy: 'Canceling…',
  },
  failRun: {
    title: 'Fail the run',
    text: 'The run ends here and is locked. Everybody is checked out of every step.',
    why: 'Why has the run failed?',
    submit: 'Fail run',
    busy: 'Failing…',
  },
  cancelRun: {
    title: 'Cancel the run',
    text: 'The run ends here and is locked. Everybody is checked out of every step.',
    why: 'Why is the run canceled?',
    submit: 'Cancel run',
    busy: 'Canceling…',
  },
  /** How a step stands. */
  state: {
    heldBy: (name: string, when: string) => `${name}, since ${when}`,
    failed: 'Failed',
    failedTimes: (count: number) => (count === 2 ? 'Failed for the second time' : `Failed ${count} times`),
    reopened: 'Reopened',
    canceled: 'Canceled',
    canceledText: 'This step is not worked on.',
    restores: (names: readonly string[]) => `${whoever(names)} can restore it.`,
    redline: (title: string) => (title ? `In redline: ${title}` : 'In redline'),
    redlineText: 'It stands still until the redline is closed.',
    unknown: (reported: string) => `Unknown status: ${reported}`,
    unknownText: 'This version does not know it, so the step can only be read.',
    by: (name: string, when: string) => `${name}, ${when}`,
  },
  /** What comes after a failure. */
  next: {
    reopen: (names: readonly string[]) => `${whoever(names)} can reopen it.`,
    duplicate: (names: readonly string[]) => `${whoever(names)} can repeat it.`,
    both: (names: readonly string[]) => `${whoever(names)} can reopen or repeat it.`,
    /** For who may do it. */
    yours: 'It blocks the run until it is settled.',
    repeated: 'Repeated as',
    settledByRepeat: 'Settled by its repetition',
    settledByIssue: 'Settled as use as is by',
    issue: 'Issue',
    openIssue: (number: string) => `Go to issue ${number}`,
  },
  /** Where a step comes from: before the name of the step that it repeats, or of the redline. */
  tryOf: (count: number) => `${tries[count - 1] ?? `${count}th`} try of`,
  addedBy: (title: string) => (title ? `Put in by a redline: ${title}` : 'Put in by a redline'),
  /** How a run ended. */
  ended: {
    failed: 'The run has failed',
    canceled: 'The run was canceled',
    by: (name: string, when: string) => `${name}, ${when}`,
    locked: 'It is locked, and can only be read.',
  },
  /** For the live region: what has become of the step; by whom, where it was somebody else; why. */
  announce: (line: string, by: string, why: string) =>
    `${line}${by ? `, by ${by}` : ''}.${why ? ` ${why}` : ''}`,
  announceRepeat: (step: string, repeat: string) => `${step} is repeated as ${repeat}.`,
};
