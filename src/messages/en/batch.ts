import { counted, formatNumber } from '../format.js';

const number = (count: number): string => formatNumber(count, 'en');

/** `name` is the name of a batch, `run` the number of a run. */
export const batch = {
  title: 'Batch',
  titleOf: (name: string) => `Batch ${name}`,
  /** Before anybody acts; `others` is how many other runs take part, where that is known, and `all` how many there are. */
  reaches: (name: string, others: number | undefined, all = others) =>
    others === undefined
      ? `Batch ${name}: what you record here is recorded in its other runs too.`
      : others === 0
        ? all
          ? `Batch ${name}: its other runs are over.`
          : `Batch ${name}: there is no other run in it yet.`
        : `Batch ${name}: what you record here is recorded in ${counted('en', others, { one: 'other run', other: 'other runs' })} too.`,
  stays: 'Parts, comments and issues stay with this run.',
  /** What became of the last thing that was done. */
  done: (done: number, all: number) =>
    done === all
      ? `Done here and in ${all === 1 ? 'the other run' : `all ${number(all)} other runs`}.`
      : done === 0
        ? 'Done here only.'
        : `Done here and in ${number(done)} of ${number(all)} other runs.`,
  run: (run: string) => `Run ${run}`,
  runs: 'Runs of this batch',
  steps: (complete: number, all: number) => `${number(complete)} of ${number(all)} steps`,
  more: (count: number) => `${number(count)} more`,
  notDone: (run: string) => `Not done in run ${run}`,
  dismiss: 'Dismiss',
  dismissOf: (run: string) => `Dismiss: not done in run ${run}`,
  alone: 'This run is worked on its own.',
  unlisted: 'This system does not tell which runs these are.',
  notRead: 'The runs of this batch could not be read.',
  retry: 'Try again',
  // Managing.
  join: 'Put into a batch',
  joinTitle: (run: string) => `Put run ${run} into a batch`,
  joinText:
    'From then on what is recorded at a step is recorded in the other runs too, where the step is the same and stands at the same point.',
  which: 'Which batch?',
  fresh: 'A new batch',
  freshHint: 'The first run of it',
  withRuns: (count: number) => counted('en', count, { one: 'run', other: 'runs' }),
  name: 'Name of the batch',
  joinNow: 'Put in',
  joining: 'Putting in…',
  leave: 'Leave the batch',
  leaveTitle: (name: string) => `Leave batch ${name}?`,
  leaveText:
    'What was recorded stays. From then on this run is worked on its own, and the others go on without it.',
  leaveNow: 'Leave',
  leaving: 'Leaving…',
  /** Why not, with the steps. */
  redlined: (steps: string) => `Not while a step is in redline: ${steps}. Close or cancel the redline first.`,
};
