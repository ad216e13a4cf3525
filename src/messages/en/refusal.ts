import type { Permission } from '../../domain/run.js';
import { explainRefusals, type RefusalFacts } from '../explain.js';
import { known } from '../phrases.js';
import { notDone } from './not-done.js';
import { status } from './status.js';

const permissions = {
  execute: 'work on steps',
  sign: 'sign',
  comment: 'comment',
  'open-issue': 'open issues',
  'manage-issue': 'manage issues',
  'accept-deviation': 'accept deviations',
  'except-requirement': 'except build requirements',
  'manage-step': 'manage steps',
  'create-redline': 'propose redlines',
  'update-redline': 'edit redlines',
  'edit-labor': 'edit labor',
  'manage-batch': 'manage batches',
  'complete-run': 'complete runs',
  'manage-run': 'manage runs',
  'reopen-run': 'reopen runs',
} satisfies Record<Permission, string>;

const it = ({ message }: RefusalFacts): string => (message ? `“${message}”` : 'This');
const lower = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1);
const lead = 'Ask your lead.';

/** `say(refusal, about)`: what was refused, why, and what to do next. */
export const refusal = {
  say: explainRefusals({
    language: 'en',
    notDone,
    status: (word) => lower(status.work(word, word)),
    unitStatus: (word) => lower(status.unit(word)),
    needs: (needs) => known(permissions, needs) ?? needs,
    more: (count) => `${count} more`,
    yes: 'yes',
    no: 'no',
    notApplicable: 'not applicable',
    empty: 'nothing',
    codes: {
      blocked: ({ blockers, warnings }) =>
        warnings
          ? [`Not acknowledged yet: ${warnings}.`, 'Review it again and confirm.']
          : [
              blockers ? `Still outstanding: ${blockers}.` : 'Something is still outstanding.',
              'Finish that, then try again.',
            ],
      'not-permitted': ({ needs }) => [
        needs ? `It takes: ${needs}.` : 'You are not permitted to do this.',
        lead,
      ],
      'wrong-status': ({ status: state }) => [
        state ? `Its status is ${state}.` : 'Its status does not allow this.',
        'Wait until that changes, or ask your lead.',
      ],
      'wrong-part': ({ partNumber, expected }) => [
        `${partNumber || 'This part'} does not belong here${expected && `; ${expected} does`}.`,
        'Put it back and scan the right part.',
      ],
      'not-installable': ({ unit, state }) => [
        unit ? `${unit} is ${state}.` : 'This unit cannot be installed.',
        'Take another one.',
      ],
      'scan-required': () => ['Parts must be scanned here.', 'Scan the label.'],
      stale: ({ yours, theirs, by }) =>
        yours
          ? [
              `You entered ${yours}; ${by || 'someone else'} now has ${theirs} there.`,
              'Keep yours or take theirs.',
            ]
          : ['It has changed since you looked.', 'Check it, then try again.'],
      invalid: (facts) => [`${it(facts)} does not fit here.`, 'Correct the entry.'],
      locked: ({ status: state }) => [
        `The run is ${state || 'closed'}.`,
        'To change anything, have the run reopened.',
      ],
      rule: ({ message }) => [message || 'The system gave no reason.', 'Correct it, or ask your lead.'],
      reauthenticate: () => ['The system must know that it is you.', 'Confirm who you are, then try again.'],
      'not-found': ({ message }) => [
        message ? `“${message}” was not found.` : 'It is no longer there.',
        'Check the label, or reload the run.',
      ],
      'not-supported': () => ['The connected system cannot do this.', lead],
    },
    reasons: {
      'not-a-number': (facts) => [
        `${it(facts)} is not a number.`,
        `Use digits and “${facts.decimalSign}” only.`,
      ],
      'ambiguous-number': (facts) => [
        `${it(facts)} can mean two numbers.`,
        `Use “${facts.decimalSign}” for decimals and leave thousands unmarked.`,
      ],
      'not-a-date': (facts) => [`${it(facts)} is not a date.`, 'Enter day, month and year.'],
      'not-an-option': (facts) => [`${it(facts)} is not an option.`, 'Choose one that is listed.'],
      'not-a-value': (facts) => [`${it(facts)} is not a value for this field.`, 'Enter it again.'],
      'comment-needed': () => ['A rejection needs a comment.', 'Say why you reject.'],
      'rationale-needed': () => ['A deviation needs a reason.', 'Say why it is acceptable.'],
      'text-needed': () => ['The text is empty.', 'Enter some text.'],
      'not-applicable-not-allowed': () => ['It always applies.', 'Enter a value.'],
      'not-out-of-range': () => ['The value is in range.', 'There is nothing to accept.'],
      upstream: ({ waitsFor }) => [`It waits for ${waitsFor || 'another step'}.`, 'Complete that first.'],
      parent: ({ waitsFor }) => [`${waitsFor || 'The step above'} is not in progress.`, 'Start that first.'],
      'already-checked-in': () => ['You are checked in already.', 'Go on working.'],
      'not-checked-in': () => ['You are not checked in.', 'Check in first.'],
      role: ({ needs }) => [`Only ${needs || 'another role'} may sign here.`, 'Ask a person with that role.'],
      permission: ({ needs }) => [
        `You may not ${needs || 'do this'}.`,
        'Ask a person who may, or your lead.',
      ],
      'peer-review': ({ needs }) => [
        'You worked on this yourself.',
        `Ask another person${needs && ` with the role ${needs}`}.`,
      ],
      'unit-status': ({ unit, state, unitReason }) => [
        `${unit || 'This unit'} is ${state || 'not available'}${unitReason && `: ${unitReason}`}.`,
        'Take another one.',
      ],
      'kitted-elsewhere': ({ unit }) => [
        `${unit || 'This unit'} is kitted for another run.`,
        'Take another one.',
      ],
      'already-installed': ({ unit }) => [
        `${unit || 'This unit'} is installed here already.`,
        'Take the next one.',
      ],
      'too-many': ({ remaining }) => [
        remaining === '0' ? 'Everything here is installed.' : `Only ${remaining || 'less'} may still go in.`,
        remaining === '0' ? 'To replace a part, uninstall it first.' : 'Lower the quantity.',
      ],
      'not-enough': ({ unit, available }) => [
        `${unit || 'This unit'} has only ${available || 'less'}.`,
        'Lower the quantity, or take another one.',
      ],
      'quantity-one': ({ unit }) => [`${unit || 'This unit'} is a single piece.`, 'Set the quantity to 1.'],
      'quantity-needed': () => ['The quantity is zero.', 'Enter how much you install.'],
      'nothing-installed': () => ['It is not installed any more.', 'Check the list.'],
    },
  }),
};
