import { counted, formatBytes, formatPercent } from '../format.js';

/** Files at a field. */
export const file = {
  choose: 'Choose files',
  drop: 'or drop them here',
  count: (count: number) => counted('en', count, { one: 'file', other: 'files' }),
  size: (bytes: number, locale: string) => formatBytes(bytes, locale),
  open: (name: string) => `Open ${name}`,
  remove: (name: string) => `Remove ${name}`,
  /** `part` from 0 to 1. */
  uploading: (name: string, part: number, locale: string) =>
    `Uploading ${name}: ${formatPercent(part, locale)}`,
  cancel: (name: string) => `Cancel ${name}`,
  retry: (name: string) => `Try ${name} again`,
  notUploaded: (name: string) => `${name} was not uploaded`,
  /** The backend stores no files. */
  notTaken: 'The connected system takes no files.',
};
