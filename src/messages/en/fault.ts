import { explainFaults } from '../explain.js';
import { counted } from '../format.js';
import { notDone } from './not-done.js';

const support = 'Tell whoever looks after this system.';

/** `say(fault, about)` for what was not saved, `notLoaded(fault)` for a run that did not come. */
export const fault = explainFaults({
  notDone,
  unsure: (name) => `${name} may not have been saved.`,
  kept: 'Your entry is kept.',
  notLoaded: 'The run could not be loaded.',
  why: {
    offline: 'There is no connection.',
    timeout: 'The system took too long to answer.',
    'rate-limited': 'The system is busy.',
    unavailable: 'The system is not available.',
    unauthorized: 'The system does not know who you are.',
    'not-found': 'The system does not know it.',
    malformed: 'The system gave an answer that makes no sense.',
    'storage-full': 'The storage of this device is full.',
    'storage-blocked': 'This device does not let the page store anything.',
    unsupported: 'The system or this browser cannot do this.',
    internal: 'Something went wrong.',
  },
  next: {
    unauthorized: 'Confirm who you are, then try again.',
    'not-found': 'Check the run, or ask your lead.',
    malformed: support,
    'storage-full': 'Free some space, then try again.',
    'storage-blocked': 'Close other tabs of this page or allow it to store data, then try again.',
    unsupported: support,
  },
  tryAgain: (seconds) =>
    seconds > 0
      ? `Try again in ${counted('en', seconds, { one: 'second', other: 'seconds' })}.`
      : 'Try again.',
  safe: 'Nothing is recorded twice.',
});
