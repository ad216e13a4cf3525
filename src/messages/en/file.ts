import { counted, formatBytes, formatPercent } from '../format.js';

/** Files at a field. */
export const file = {
  choose: 'Choose files',
  photo: 'Take a photo',
  drop: 'or drop or paste them here',
  count: (count: number) => counted('en', count, { one: 'file', other: 'files' }),
  size: (bytes: number, locale: string) => formatBytes(bytes, locale),
  open: (name: string) => `Open ${name}`,
  remove: (name: string) => `Remove ${name}`,
  /** `part` from 0 to 1. */
  uploading: (name: string, part: number, locale: string) =>
    `Uploading ${name}: ${formatPercent(part, locale)}`,
  cancel: (name: string) => `Cancel ${name}`,
  retry: (name: string) => `Try ${name} again`,
  waiting: 'Waiting',
  giveUp: (name: string) => `Give up ${name}`,
  notUploaded: (name: string) => `${name} was not uploaded`,
  notRecorded: (name: string) => `${name} was uploaded and is not recorded yet. Try again.`,
  /** Told before anything is sent. */
  tooLarge: (name: string, size: number, limit: number, locale: string) =>
    `${name} is too large: it has ${formatBytes(size, locale)}, and the connected system takes at most ${formatBytes(limit, locale)}. Choose a smaller one.`,
  /** Its name says something else than its content. */
  otherContent: (name: string, content: string) => `Named as ${name}; what is in it is ${content}.`,
  notOpened: (name: string) => `${name} could not be opened.`,
  /** The backend stores no files. */
  notTaken: 'The connected system takes no files.',
};
