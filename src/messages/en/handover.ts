import { counted } from '../format.js';
import { and, or } from './lists.js';

const parts: Readonly<Record<string, Parameters<typeof counted>[2]>> = {
  values: { one: 'value', other: 'values' },
  parts: { one: 'part', other: 'parts' },
  signoffs: { one: 'sign-off', other: 'sign-offs' },
  files: { one: 'file', other: 'files' },
  uploads: { one: 'upload', other: 'uploads' },
};

/** What the next person has to know. `step` is a step's number and title, `when` a date and time in words. */
export const handover = {
  of: (name: string) => `Hand-over: ${name}`,
  since: (when: string) => `Since ${when}`,
  nothing: 'Nothing to hand over: no work has begun.',
  allDone: 'Everything is done.',
  // The four lists, each after how many it has.
  done: 'Done',
  half: 'Half done',
  waits: 'Waiting',
  doubtful: 'To check',
  later: 'Later',
  next: 'Next',
  present: 'Checked in',
  nobody: 'Nobody is checked in.',
  comments: 'Newest comments',
  forYou: 'For you',
  more: (count: number) => counted('en', count, { other: 'more' }),
  /** How much: `kind` is one of values, parts, signoffs, files, uploads. */
  count: (kind: string, count: number) => counted('en', count, parts[kind] ?? { other: kind }),
  list: and,
  approved: 'Approved',
  runCompleted: 'The run is complete',
  worked: and,
  by: (names: readonly string[], when: string) => [and(names), when].filter(Boolean).join(', '),
  missing: (what: readonly string[]) => `${and(what)} missing`,
  /** Of the parts that are missing some are in. */
  begun: (count: number) => counted('en', count, { one: 'part begun', other: 'parts begun' }),
  nothingMissing: 'Nothing missing: ready to be completed',
  // Who or what is waited for.
  failed: 'Failed',
  canceled: 'Canceled, and required',
  stopped: (status: string) => status,
  issue: (name: string, status: string) => `Issue ${name}: ${status}`,
  redline: (title: string) => `Redline: ${title}`,
  signoff: (role: string) => `For ${role} to sign`,
  signoffLater: (role: string) => `For ${role} to sign, once the rest is done`,
  upstream: (names: readonly string[]) => `After ${and(names)}`,
  who: (names: readonly string[]) => (names.length > 0 ? or(names) : 'Nobody in this run may do it'),
  // What does not hold.
  'out-of-range': 'Out of range',
  'failed-check': 'Check failed',
  'stale-signoff': 'Changed after it was approved',
  'rejected-signoff': 'Rejected',
  isIn: (step: string, when: string) => `${step}, since ${when}`,
  copy: 'Copy as text',
  copied: 'Copied',
  notCopied: 'Not copied. Select the text instead.',
};
