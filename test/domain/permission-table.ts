// Who may give which command, and when, as agreed. Whoever changes a row here changes what people may do on the floor.
import type { CommandType, Permission, RunStatus, StepStatus } from '../../src/domain/index.js';

/** A person who holds exactly the permissions of a column may give the commands that are marked in it. */
export const columns: Readonly<Record<string, readonly Permission[]>> = {
  nobody: [],
  operator: ['execute', 'comment', 'open-issue'],
  inspector: ['sign', 'comment', 'open-issue', 'accept-deviation'],
  quality: ['sign', 'manage-issue', 'accept-deviation', 'except-requirement'],
  redliner: ['create-redline', 'update-redline'],
  author: ['create-redline'],
  reviewer: ['update-redline'],
  lead: ['manage-step', 'edit-labor', 'manage-batch', 'complete-run', 'manage-run'],
  admin: ['reopen-run'],
};

/**
 * A row for every command, or nothing compiles. `who`: the columns. `at`: the statuses of the step in which it may be
 * given, in a run that goes on, where nothing stands before the step. `run`: the statuses of the run, for what is given
 * to the run itself; a run that is over takes nothing but being reopened.
 */
export type Row = { who: string } & ({ at: string; run?: string } | { run: string; at?: undefined });

const working = 'in-progress';
const always = 'todo in-progress complete hold redline failed canceled';
const open = 'todo in-progress hold redline partial-complete';

export const table: Readonly<Record<CommandType, Row>> = {
  'start-step': { who: 'operator', at: 'todo' },
  'check-in': { who: 'operator', at: working },
  'check-out': { who: 'operator', at: working },
  'set-value': { who: 'operator', at: working },
  'clear-value': { who: 'operator', at: working },
  'mark-not-applicable': { who: 'operator', at: working },
  'accept-deviation': { who: 'inspector quality', at: working },
  'attach-file': { who: 'operator', at: working },
  'remove-file': { who: 'operator', at: working },
  // A gate of the run is signed while the run is open.
  sign: { who: 'inspector quality', at: working, run: open },
  'install-part': { who: 'operator', at: working },
  'uninstall-part': { who: 'operator', at: 'in-progress failed' },
  'except-requirement': { who: 'quality', at: working },
  'complete-step': { who: 'operator', at: working },
  'fail-step': { who: 'operator', at: working },
  'hold-step': { who: 'operator', at: 'todo in-progress' },
  'resume-step': { who: 'operator', at: 'hold' },
  'reopen-step': { who: 'lead', at: 'failed complete' },
  'duplicate-step': { who: 'lead', at: 'failed' },
  'cancel-step': { who: 'lead', at: 'todo in-progress hold' },
  'restore-step': { who: 'lead', at: 'canceled' },
  comment: { who: 'operator inspector', at: always },
  'open-issue': { who: 'operator inspector', at: always, run: open },
  'disposition-issue': { who: 'quality', at: always, run: open },
  'advance-issue': { who: 'quality', at: always, run: open },
  'resolve-issue': { who: 'quality', at: always, run: open },
  'reopen-issue': { who: 'quality', at: always, run: open },
  'link-issue': { who: 'operator inspector', at: always, run: open },
  // Without a step it adds one.
  'propose-redline': { who: 'redliner', at: 'todo in-progress failed', run: open },
  'approve-redline': { who: 'redliner reviewer', at: 'redline' },
  'reject-redline': { who: 'redliner reviewer', at: 'redline' },
  'close-redline': { who: 'redliner', at: 'redline' },
  'cancel-redline': { who: 'redliner', at: 'redline' },
  'edit-labor': { who: 'lead', at: always },
  'join-batch': { who: 'lead', run: open },
  'leave-batch': { who: 'lead', run: open },
  'acknowledge-findings': { who: 'lead', at: 'complete' },
  'complete-run': { who: 'lead', run: 'in-progress partial-complete' },
  'fail-run': { who: 'lead', run: 'in-progress hold redline partial-complete' },
  'cancel-run': { who: 'lead', run: 'todo in-progress hold redline' },
  'reopen-run': { who: 'admin', run: 'complete failed canceled' },
};

export const stepStatusesOf = ({ at = '' }: Row): readonly StepStatus[] =>
  at.split(' ').filter(Boolean) as StepStatus[];
export const runStatusesOf = ({ run = '' }: Row): readonly RunStatus[] =>
  run.split(' ').filter(Boolean) as RunStatus[];
