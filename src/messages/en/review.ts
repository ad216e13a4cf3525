import { counted, formatNumber } from '../format.js';
import { countedKinds } from '../phrases.js';
import type { BlockerKind } from '../../domain/command.js';
import type { RunCounts } from '../../domain/completion.js';
import { or } from './lists.js';

const number = (count: number): string => formatNumber(count, 'en');

/** `when` is a date and time in words (`formatInstant`). */
export const review = {
  open: 'Complete run',
  title: 'Complete run?',
  blockers: (count: number) =>
    counted('en', count, { one: 'thing stands in the way', other: 'things stand in the way' }),
  warnings: (count: number) => counted('en', count, { one: 'warning', other: 'warnings' }),
  /** Values out of range that were accepted with a rationale. */
  deviations: (count: number) =>
    counted('en', count, { one: 'deviation was accepted', other: 'deviations were accepted' }),
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
  /** What stands after the large number of a count: 5 "of 8 complete". */
  of: {
    steps: (total) => `of ${number(total)} complete`,
    requirements: (total) => `of ${number(total)} installed`,
    redlines: () => 'open',
    issues: () => 'open',
    approvals: (total) => `of ${number(total)} given`,
  } satisfies Record<keyof RunCounts, (total: number) => string>,
  /** Below it, where there are any. */
  also: {
    failed: (count: number) => `${number(count)} failed`,
    excepted: (count: number) => `${number(count)} excepted`,
    closed: (count: number) => `${number(count)} closed`,
    dispositioned: (count: number) => `${number(count)} dispositioned`,
    resolved: (count: number) => `${number(count)} resolved`,
    rejected: (count: number) => `${number(count)} rejected`,
  },
  /** `kinds(kind, count)`: what stands in the way, by kind. */
  kinds: countedKinds<BlockerKind>('en', {
    'empty-field': { one: 'field is empty', other: 'fields are empty' },
    'out-of-range': { one: 'value is out of range', other: 'values are out of range' },
    'failed-check': { one: 'check failed', other: 'checks failed' },
    'unapproved-signoff': { one: 'sign-off is missing', other: 'sign-offs are missing' },
    'rejected-signoff': { one: 'sign-off was rejected', other: 'sign-offs were rejected' },
    'stale-signoff': { one: 'sign-off no longer fits', other: 'sign-offs no longer fit' },
    'uninstalled-requirement': { one: 'part is not installed', other: 'parts are not installed' },
    'not-checked-in': { other: 'not checked in' },
    'upload-pending': { one: 'file is uploading', other: 'files are uploading' },
    'incomplete-step': { one: 'step is not complete', other: 'steps are not complete' },
    'open-gate': { one: 'approval of the run is missing', other: 'approvals of the run are missing' },
    'blocking-issue': { one: 'issue is not resolved', other: 'issues are not resolved' },
  }),
  /** Beside a failed step that still blocks the run. */
  failedStep: 'It failed: reopen or repeat it, or resolve its issue as use as is',
  /** Shows what a list has left out. */
  more: (count: number) => `${number(count)} more`,
  /** Approvals of the run itself. */
  gates: 'Approvals of the run',
  note: 'Note (optional)',
  /** Before the note that was left. */
  noted: 'Note:',
  confirm: 'Complete run',
  completing: 'Completing…',
  retry: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  done: 'The run is complete',
  /** The completion is kept on this device, to be sent later. */
  queued: 'Waiting to be sent',
  doneBy: (name: string, when: string) => `Completed by ${name}, ${when}`,
  /** For everybody who may not complete the run: who may. */
  others: (names: readonly string[]) =>
    names.length > 0 ? `Somebody else completes this run: ${or(names)}` : 'Your lead completes this run',
  goTo: (line: string) => `Go to: ${line}`,
};
