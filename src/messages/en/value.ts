import { counted, formatBytes, formatPercent } from '../format.js';

export const value = {
  pass: 'Pass',
  fail: 'Fail',
  yes: 'Yes',
  no: 'No',
  choose: 'Choose…',
  /** Of several options. */
  chosen: (count: number) => counted('en', count, { other: 'chosen' }),
  /** A recorded option that the field does not offer. */
  notOffered: (option: string) => `${option} (no longer offered)`,
  chooseFile: 'Choose files',
  dropFile: 'or drop them here',
  file: (name: string, bytes: number, locale: string) => `${name}, ${formatBytes(bytes, locale)}`,
  files: (count: number) => counted('en', count, { one: 'file', other: 'files' }),
  openFile: (name: string) => `Open ${name}`,
  removeFile: (name: string) => `Remove ${name}`,
  /** `part` from 0 to 1. */
  uploading: (name: string, part: number, locale: string) =>
    `Uploading ${name}: ${formatPercent(part, locale)}`,
  notUploaded: (name: string) => `${name} was not uploaded`,
  announce: (label: string, shown: string) => `${label}: ${shown}`,
};
