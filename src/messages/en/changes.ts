import { counted } from '../format.js';

/** What has changed since a signature. `when` is a date and time in words. */
export const changes = {
  show: 'Show what changed',
  /** Before a value: what it was, and what it is. */
  then: 'When approved',
  now: 'Now',
  empty: 'Empty',
  unknown: 'Not in the history',
  /** The value is the same; its limits or the like are not. */
  redefined: 'What is asked for here was changed.',
  added: 'Added since',
  gone: 'No longer there',
  /** After the name of a part. */
  takenOut: (name: string, when: string) => `Uninstalled by ${name}, ${when}`,
  /** Of a part to install, where nothing went in since and no history tells what went out. */
  partsLess: 'A part was taken out, or what is asked for here was changed.',
  /** A photo or a document. */
  attached: (name: string, when: string) => `Added by ${name}, ${when}`,
  removed: (name: string, when: string) => `Removed by ${name}, ${when}`,
  more: (count: number) => counted('en', count, { one: 'more change', other: 'more changes' }),
  notLoaded: 'What was there before could not be loaded.',
};
