import { counted, formatNumber } from '../format.js';
import type { RunCounts } from '../../domain/completion.js';

const number = (count: number): string => formatNumber(count, 'en');
/** "2 of 5 complete, 1 failed": a part that counts nothing is left out. */
const also = (count: number, word: string): string => (count > 0 ? `, ${number(count)} ${word}` : '');

/** `when` is a date and time in words (`formatInstant`). */
export const review = {
  open: 'Complete run',
  title: 'Complete run?',
  blockers: (count: number) => counted('en', count, { one: 'thing blocks', other: 'things block' }),
  warnings: (count: number) => counted('en', count, { one: 'warning', other: 'warnings' }),
  nothing: 'Nothing stands in the way',
  acknowledge: (count: number) =>
    count === 1 ? 'I have seen the warning' : `I have seen the ${number(count)} warnings`,
  acknowledgeFirst: 'Acknowledge the warnings first',
  counts: {
    steps: 'Steps',
    requirements: 'Build requirements',
    redlines: 'Redlines',
    issues: 'Issues',
    approvals: 'Approvals',
  } satisfies Record<keyof RunCounts, string>,
  steps: ({ complete, total, failed }: RunCounts['steps']) =>
    `${number(complete)} of ${number(total)} complete${also(failed, 'failed')}`,
  requirements: ({ installed, total, excepted }: RunCounts['requirements']) =>
    `${number(installed)} of ${number(total)} installed${also(excepted, 'excepted')}`,
  redlines: ({ open, closed }: RunCounts['redlines']) => `${number(open)} open${also(closed, 'closed')}`,
  issues: ({ open, dispositioned, resolved }: RunCounts['issues']) =>
    `${number(open)} open${also(dispositioned, 'dispositioned')}${also(resolved, 'resolved')}`,
  approvals: ({ given, total, rejected }: RunCounts['approvals']) =>
    `${number(given)} of ${number(total)} given${also(rejected, 'rejected')}`,
  note: 'Note',
  confirm: 'Complete run',
  completing: 'Completing…',
  cancel: 'Cancel',
  close: 'Close',
  done: 'The run is complete',
  doneBy: (name: string, when: string) => `Completed by ${name}, ${when}`,
  goTo: (line: string) => `Go to: ${line}`,
};
