import { counted } from '../format.js';

/** What stands where there is no run to show; a load that failed is `fault.notLoaded`. */
export const session = {
  loading: 'Loading the run…',
  retry: 'Try again',
  problems: (count: number) =>
    `${counted('en', count, { one: 'thing', other: 'things' })} in this run could not be read`,
  problemsHint: 'They are shown as far as possible and cannot be edited.',
  /** An element without an adapter, a run or a session around it. */
  noRun: 'No run is connected.',
  stepNotFound: 'This step is not in the run.',
  targetNotFound: (id: string) => `“${id}” is not in the run.`,
  offline: 'No connection',
  queued: (count: number) =>
    counted('en', count, { one: 'entry waits to be sent', other: 'entries wait to be sent' }),
  oldBrowser: 'This browser is too old. Use Chrome or Edge 125, Firefox 126, Safari 18 or newer.',
};
