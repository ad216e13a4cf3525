import { explainFaults } from '../explain.js';
import { counted } from '../format.js';
import { notDone } from './not-done.js';

const again = 'then try again.';
const support = 'Tell whoever looks after it.';

/** `say(fault, about)` for what was not saved, `notLoaded(fault)` for a run that did not come. */
export const fault = explainFaults({
  notDone,
  unsure: '{name} may not have been saved.',
  kept: 'Your entry is kept.',
  notLoaded: 'The run could not be loaded.',
  cases: {
    offline: 'There is no connection.',
    timeout: 'The system did not answer in time.',
    'rate-limited': 'The system is busy.',
    unavailable: 'The system is not available.',
    unauthorized: `The system does not know who you are.|Confirm who you are, ${again}`,
    'not-found': 'It was not found.|Check the run, or ask your lead.',
    malformed: `The system’s answer makes no sense.|${support}`,
    'storage-full': `This device is full.|Free some space, ${again}`,
    'storage-blocked': `The page cannot store data on this device.|Close its other tabs or allow storage, ${again}`,
    unsupported: `The system cannot do this.|${support}`,
    internal: 'Something went wrong.',
  },
  tryAgain: (seconds) =>
    seconds > 0
      ? `Try again in ${counted('en', seconds, { one: 'second', other: 'seconds' })}.`
      : 'Try again.',
  safe: 'Nothing is recorded twice.',
});
