import { counted, formatNumber } from '../format.js';
import { and } from './lists.js';

const number = (count: number): string => formatNumber(count, 'en');

/** The steps of a run as a queue. */
export const steps = {
  title: 'Steps',
  /** How far the run is. */
  complete: (done: number, total: number) => `${number(done)} of ${number(total)} complete`,
  show: 'Show',
  now: 'What I can do now',
  mine: 'Mine',
  all: 'All',
  find: 'Find a step',
  findHint: 'Number or title',
  /** What is left of a list that is filtered. */
  found: (count: number, total: number) =>
    `${number(count)} of ${counted('en', total, { one: 'step', other: 'steps' })}`,
  none: 'This run has no steps.',
  noneFound: 'No step matches.',
  showAll: 'Show all steps',
  /** What needs the attention of somebody: the name of a group, and each kind with its count. */
  attention: 'Needs attention',
  failed: (count: number) => `${number(count)} failed`,
  hold: (count: number) => `${number(count)} on hold`,
  redline: (count: number) => `${number(count)} in redline`,
  stale: (count: number) => counted('en', count, { one: 'stale signature', other: 'stale signatures' }),
  issue: (count: number) => `${number(count)} with open issues`,
  optional: 'Optional',
  secondTry: (of: string) => `Second try of ${of}`,
  putIn: 'Put in by redline',
  people: and,
  atWork: 'At work:',
  you: 'You',
  waitsFor: (numbers: readonly string[]) => `Waits for ${and(numbers)}`,
  progress: (done: number, total: number) => `${number(done)} of ${number(total)} done`,
  issues: (count: number) => counted('en', count, { one: 'open issue', other: 'open issues' }),
  settled: 'Settled',
  /** Why it is on hold, in words. */
  held: (why: string, comment?: string) => (comment ? `${why}: ${comment}` : why),
};
