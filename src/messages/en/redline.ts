import { counted } from '../format.js';
import { known } from '../phrases.js';

/** The types that a field can have. */
const fieldTypes = {
  number: 'Number',
  'pass-fail': 'Pass or fail',
  text: 'Text',
  date: 'Date',
  'date-time': 'Date and time',
  'single-select': 'One of several',
  'multi-select': 'Any of several',
  boolean: 'Yes or no',
  file: 'File',
  tool: 'Tool',
  person: 'Person',
  part: 'Part',
  signoff: 'Sign-off',
  unknown: 'Unknown',
};

/** The redlines of a step or a run, and the difference that one makes. `when` is a date and time in words, `step` a number and title. */
export const redline = {
  title: 'Redline',
  titleOfAll: 'Redlines',
  none: 'No redlines.',
  earlier: (count: number) => counted('en', count, { one: 'earlier redline', other: 'earlier redlines' }),
  addStep: 'Add a step',
  proposedBy: (name: string, when: string) => `Proposed by ${name}, ${when}`,
  forIssue: (number: string, title: string) => `For issue ${number}: ${title}`,
  decidedBy: (status: string, name: string, when: string) =>
    `${status === 'accepted' ? 'Approved' : 'Rejected'} by ${name}, ${when}`,
  /** Of a decision that is not the last word yet. */
  notClosed: 'Not closed yet',
  closedBy: (name: string, when: string) => `Closed by ${name}, ${when}`,
  canceledBy: (name: string, when: string) => `Canceled by ${name}, ${when}`,
  goTo: (step: string) => `Go to ${step}`,
  waitsForDecision: 'It waits for somebody who may approve or reject it.',
  waitsForClosing: 'It waits for somebody who may close it.',
  addedBy: (title: string) => `Added by redline “${title}”`,

  show: 'Show the difference',
  was: 'Was',
  will: 'Will be',
  /** Of a redline that was approved. */
  is: 'Is now',
  /** Of one that was not. */
  wouldBe: 'Would have been',
  /** Around what is marked in a text, for who hears it. */
  removedText: 'taken out:',
  addedText: 'put in:',
  end: 'end',
  nothing: 'Nothing',
  untold: 'What it changes is not told.',
  more: (count: number) => `Show ${counted('en', count, { one: 'more change', other: 'more changes' })}`,
  instructions: 'Instructions',
  paragraph: { added: 'Paragraph added', removed: 'Paragraph removed', changed: 'Paragraph changed' },
  field: { added: 'Field added', removed: 'Field removed', changed: 'Field changed' },
  row: { added: 'Row added', removed: 'Row removed', changed: 'Row changed' },
  column: { added: 'Column added', removed: 'Column removed', changed: 'Column changed' },
  requirement: { added: 'Part added', removed: 'Part removed', changed: 'Part changed' },
  dependency: { added: 'Waits for one more step', removed: 'No longer waits for a step' },
  /** Of a sign-off that asks for something else than what was decided. */
  askedAnew: 'It has been decided already. It has to be decided again.',
  waitsFor: (step: string) => `Waits for ${step}`,
  newStep: 'New step',
  place: {
    between: (before: string, after: string) => `Between ${before} and ${after}`,
    after: (step: string) => `After ${step}`,
    before: (step: string) => `Before ${step}`,
    inside: (step: string) => `Inside ${step}`,
    alone: 'The only step',
  },
  unknown: (reported: string) =>
    `A change that is not known here: “${reported}”. It can be looked at and not approved.`,
  gone: 'No longer there',
  /** What of a field or a part differs, by its name in the record. */
  property: (name: string) =>
    known<string>(
      {
        label: 'Label',
        hint: 'Hint',
        required: 'Required',
        allowNotApplicable: 'May be marked as not applicable',
        unit: 'Unit',
        limits: 'Limits',
        options: 'Options',
        partNumber: 'Part number',
        description: 'Description',
        quantity: 'Quantity',
        substitutes: 'Substitutes',
        type: 'Type',
        after: 'Stands after',
        role: 'Role',
        meaning: 'Meaning',
        peerReview: 'By another person than who did the work',
        tracking: 'Traced by',
        designators: 'Places',
      },
      name,
    ) ?? name,
  /** Of a field. */
  type: (type: string) => known<string>(fieldTypes, type) ?? type,
  tracking: (tracking: string) =>
    known<string>({ serial: 'Serial', lot: 'Lot', bulk: 'Quantity only' }, tracking) ?? tracking,
  yes: 'Yes',
  no: 'No',

  approve: 'Approve',
  reject: 'Reject',
  close: 'Close redline',
  cancel: 'Cancel redline',
  approving: 'Approving…',
  rejecting: 'Rejecting…',
  closing: 'Closing…',
  canceling: 'Canceling…',
  comment: 'Comment',
  whyRejected: 'Why is it rejected?',
  /** What happens then. */
  then: {
    approve: 'The step has these changes from here on. It stays in redline until the redline is closed.',
    approveStep: 'The step is part of the run from here on. It can be worked on when the redline is closed.',
    reject: 'Nothing of it is changed. The step stays in redline until the redline is closed or canceled.',
    close: (status: string) => `The step returns to ${status}, with these changes.`,
    closeRejected: (status: string) => `The step returns to ${status}, without these changes.`,
    leaveOut: 'The step is not added to the work.',
    cancel: (status: string) => `Nothing is changed. The step is as it was before: ${status}.`,
  },
  /** For the live region. */
  announceApproved: (title: string) => `Redline “${title}” approved`,
  announceRejected: (title: string) => `Redline “${title}” rejected`,
  notKnown: 'It holds a change that is not known here, so it cannot be approved here.',
};
