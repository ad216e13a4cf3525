import { explainRefusals } from '../explain.js';
import { notDone } from './not-done.js';
import { status } from './status.js';

const lower = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1);
const again = 'then try again.';
const another = 'Take another one.';
const lead = 'Ask your lead.';

/** `say(refusal, about)`: what was refused, why, and what to do next. */
export const refusal = {
  say: explainRefusals({
    language: 'en',
    notDone,
    quoted: (text) => `“${text}”`,
    it: 'This',
    status: (word) => lower(status.work(word)),
    unitStatus: (word) => lower(status.unit(word)),
    permission: (permission) => permission.replaceAll('-', ' '),
    more: (count) => `${count} more`,
    empty: 'nothing',
    vague: `The system gave no reason.|${lead}`,
    cases: {
      blocked: `Still outstanding: {blockers}.|Finish that, ${again}`,
      unacknowledged: 'Not acknowledged yet: {warnings}.|Review again and confirm.',
      upstream: `It waits for {waitsFor}.|Complete that, ${again}`,
      parent: `{waitsFor} is not in progress.|Start that, ${again}`,
      'not-permitted': `You may not do this.|${lead}`,
      permission: 'You lack the permission “{needs}”.|Ask a person with it.',
      role: 'Only {needs} may sign here.|Ask a person with the role {needs}.',
      'peer-review': 'You worked on this yourself.|Ask another person with the role {needs}.',
      'wrong-status': 'Its status is {status}.|Wait until that changes, or ask your lead.',
      'not-started': `It has not been started.|Start it, ${again}`,
      locked: 'The run is {status}.|Have it reopened.',
      'wrong-part':
        '{partNumber} does not belong here[; {expected} does].|Put it back and scan the right part.',
      'scan-required': 'Parts must be scanned here.|Scan the label.',
      'not-installable': `{unit} is {state}.|${another}`,
      'unit-status': `{unit} is {state}[: {unitReason}].|${another}`,
      'kitted-elsewhere': `{unit} is kitted for another run.|${another}`,
      'already-installed': `{unit} is installed here already.|${another}`,
      'too-many': 'Only {remaining} may still go in.|Lower the quantity.',
      'all-installed': 'All are installed.|To replace one, uninstall it first.',
      'not-enough': `{unit} has only {available}.|Lower the quantity. ${another}`,
      'quantity-one': '{unit} is a single piece.|Set the quantity to 1.',
      'quantity-needed': 'The quantity is zero.|Enter how much you install.',
      'nothing-installed': 'It is not installed any more.|Check the list.',
      stale: `It has changed since you looked.|Check it, ${again}`,
      'stale-value': 'You entered {yours}; it is now {theirs}[, by {by}].|Keep yours or take theirs.',
      invalid: '{it} does not fit here.|Correct it.',
      'not-a-number': '{it} is not a number.|Use digits and “{decimalSign}” only.',
      'ambiguous-number': '{it} can mean two numbers.|Use “{decimalSign}” for decimals and no other sign.',
      'not-a-date': '{it} is not a date.|Enter day, month and year.',
      'not-an-option': '{it} is not an option.|Choose one from the list.',
      'not-a-value': '{it} does not fit here.|Enter it again.',
      'comment-needed': 'A rejection needs a comment.|Say why you reject.',
      'rationale-needed': 'A deviation needs a reason.|Say why it is acceptable.',
      'text-needed': 'The text is empty.|Enter some text.',
      'not-applicable-not-allowed': 'It always applies.|Enter a value.',
      'not-out-of-range': 'The value is in range.|Nothing to accept.',
      'already-checked-in': 'You are checked in already.|Go on working.',
      'not-checked-in': `You are not checked in.|Check in, ${again}`,
      rule: '{message}|Correct it, or ask your lead.',
      reauthenticate: `The system must know who you are.|Confirm who you are, ${again}`,
      'not-found': '{it} was not found.|Check it, or reload the run.',
      'not-supported': `The system cannot do this.|${lead}`,
    },
  }),
};
