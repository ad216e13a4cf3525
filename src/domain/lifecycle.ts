/**
 * Which status may follow which: one table for steps and one for runs. `decide` asks them, the docs draw them,
 * and the machines `stepLifecycle` and `runLifecycle` are made from them.
 */
import type { CommandType, Refusal } from './command.js';
import type { Id, Policy, Run, RunStatus, Step, StepStatus } from './run.js';
import { findStep, policyOf } from './run.js';
import { isFailureResolved, takenOut, type FindStep } from './settled.js';

export * from './settled.js';

/**
 * The statuses that a command leads to. Where there are several, the step's past decides: `resume-step` goes back to
 * work only if it had begun, `cancel-redline` to what it was before. A step that a redline was to add and that nobody
 * approved is canceled.
 */
export type Transitions<Status extends string> = Readonly<
  Record<Status, Readonly<Partial<Record<CommandType, readonly Status[]>>>>
>;

export const stepTransitions: Transitions<StepStatus> = {
  todo: {
    'start-step': ['in-progress'],
    'hold-step': ['hold'],
    'propose-redline': ['redline'],
    'cancel-step': ['canceled'],
  },
  'in-progress': {
    'complete-step': ['complete'],
    'hold-step': ['hold'],
    'fail-step': ['failed'],
    'propose-redline': ['redline'],
    'cancel-step': ['canceled'],
  },
  hold: { 'resume-step': ['in-progress', 'todo'], 'cancel-step': ['canceled'] },
  redline: {
    'close-redline': ['todo', 'canceled'],
    'cancel-redline': ['in-progress', 'todo', 'failed', 'canceled'],
  },
  failed: { 'reopen-step': ['todo'], 'propose-redline': ['redline'] },
  canceled: { 'restore-step': ['todo'] },
  complete: { 'reopen-step': ['todo'] },
};

export const runTransitions: Transitions<RunStatus> = {
  todo: { 'start-step': ['in-progress'], 'cancel-run': ['canceled'] },
  'in-progress': {
    'complete-run': ['complete'],
    'fail-run': ['failed'],
    'cancel-run': ['canceled'],
  },
  hold: { 'cancel-run': ['canceled'], 'fail-run': ['failed'] },
  redline: { 'cancel-run': ['canceled'], 'fail-run': ['failed'] },
  'partial-complete': { 'complete-run': ['complete'], 'fail-run': ['failed'] },
  complete: { 'reopen-run': ['in-progress'] },
  failed: { 'reopen-run': ['in-progress'] },
  canceled: { 'reopen-run': ['in-progress'] },
};

/** Commands that act on what a step holds, and the statuses in which they may. */
const working: readonly StepStatus[] = ['in-progress'];
export const stepStatusesFor: Readonly<Partial<Record<CommandType, readonly StepStatus[]>>> = {
  'check-in': working,
  'check-out': working,
  'set-value': working,
  'clear-value': working,
  'mark-not-applicable': working,
  'accept-deviation': working,
  'attach-file': working,
  'remove-file': working,
  sign: working,
  'install-part': working,
  // What was built in comes out of a failed step, so that it can go into its duplicate.
  'uninstall-part': ['in-progress', 'failed'],
  'except-requirement': working,
  'duplicate-step': ['failed'],
  'approve-redline': ['redline'],
  'reject-redline': ['redline'],
};

/** What people do in the course of the work: only where work may go on, and not merely where it once began (R6, R87). */
const executing: ReadonlySet<CommandType> = new Set<CommandType>([
  'set-value',
  'clear-value',
  'mark-not-applicable',
  'accept-deviation',
  'attach-file',
  'remove-file',
  'sign',
  'install-part',
  'uninstall-part',
  'except-requirement',
  'complete-step',
]);

const wrongStatus = (status: string): Refusal => ({ refused: 'wrong-status', detail: { status } });

/** Whether a command may be given at a step in its present status; nothing is said of who gives it. */
export function statusAllows(run: Run, step: Step | undefined, type: CommandType): Refusal | undefined {
  const locked = runLocked(run);
  if (locked && type !== 'reopen-run') return locked;
  // What happens to the run is asked of the run, even if a command names a step as well.
  if (!step || (isRunTransition(type) && !isStepTransition(type))) {
    const next = run.status !== 'unknown' && runTransitions[run.status][type];
    return isRunTransition(type) && !next ? wrongStatus(run.status) : undefined;
  }
  if (step.status === 'unknown') return wrongStatus(step.reported ?? 'unknown');
  const allows = isStepTransition(type)
    ? stepTransitions[step.status][type] !== undefined
    : (stepStatusesFor[type]?.includes(step.status) ?? true);
  if (!allows) return wrongStatus(step.status);
  return step.status === 'in-progress' && executing.has(type) ? workRefused(run, step) : undefined;
}

const commandsIn = (table: Readonly<Record<string, object>>): ReadonlySet<string> =>
  new Set(Object.values(table).flatMap((row) => Object.keys(row)));
const stepCommands = commandsIn(stepTransitions);
const runCommands = commandsIn(runTransitions);
const isStepTransition = (type: CommandType): boolean => stepCommands.has(type);
const isRunTransition = (type: CommandType): boolean => runCommands.has(type);

/** Nothing is left to do in a run that is over. */
export const isOver = ({ status }: Pick<Run, 'status'>): boolean =>
  status === 'complete' || status === 'failed' || status === 'canceled';

/** A run that is over refuses every edit until it is reopened (R105). */
export const runLocked = (run: Run): Refusal | undefined =>
  isOver(run)
    ? { refused: 'locked', detail: { status: run.status } }
    : run.status === 'unknown'
      ? wrongStatus(run.reported ?? 'unknown')
      : undefined;

// Available to work -----------------------------------------------------------------------------------------

export interface Availability {
  available: boolean;
  /** Why not, if not. */
  reason?: 'status' | 'upstream' | 'parent' | 'run';
  waitsFor: readonly Id[];
}

/** Whether work may go on at a step, with what it waits for (R5, R6, R7). */
export function availableToWork(
  run: Run,
  step: Step,
  find: FindStep = (id) => findStep(run, id),
): Availability {
  const no = (
    reason: 'status' | 'upstream' | 'parent' | 'run',
    waitsFor: readonly Id[] = [],
  ): Availability => ({
    available: false,
    reason,
    waitsFor,
  });
  if (runLocked(run)) return no('run');
  if (step.status !== 'todo' && step.status !== 'in-progress') return no('status');
  const waitsFor = step.upstream.filter((id) => !satisfied(run, policyOf(run, step), find(id), find));
  if (waitsFor.length > 0) return no('upstream', waitsFor);
  if (step.parentId !== undefined && find(step.parentId)?.status !== 'in-progress') {
    return no('parent', [step.parentId]);
  }
  return { available: true, waitsFor: [] };
}

/** Why nobody can work at a step, as a refusal. */
export function workRefused(run: Run, step: Step): Refusal | undefined {
  const { available, reason, waitsFor } = availableToWork(run, step);
  if (available) return undefined;
  return reason === 'upstream' || reason === 'parent'
    ? { refused: 'blocked', detail: { reason, waitsFor } }
    : { refused: 'wrong-status', detail: { status: step.status } };
}

/** A step that was taken out, or is inside one that was, counts as canceled. */
function satisfied(run: Run, policy: Policy, upstream: Step | undefined, find: FindStep): boolean {
  if (!upstream) return false;
  if (upstream.status === 'complete' || isFailureResolved(run, upstream)) return true;
  const out = upstream.status === 'canceled' ? upstream : takenOut(run, upstream, find);
  return out?.status === 'canceled' ? policy.canceledUpstream === 'satisfies' : out !== undefined;
}

/**
 * The step to work on: one where this person is checked in, else one in progress, else the first that can start (R22).
 * A parent comes after its children, since they are what there is to do, unless none of them can be worked on.
 */
export function activeStep(run: Run, personId?: Id): Step | undefined {
  const byId = new Map(run.steps.map((step) => [step.id, step]));
  const find: FindStep = (id) => byId.get(id);
  const open = run.steps.filter((step) => availableToWork(run, step, find).available);
  const parents = new Set(
    run.steps
      .filter((step) => step.status !== 'complete' && step.status !== 'canceled')
      .map((s) => s.parentId),
  );
  const leaves = open.filter((step) => step.status === 'todo' || !parents.has(step.id));
  const inProgress = leaves.filter((step) => step.status === 'in-progress');
  return (
    inProgress.find((step) => step.labor.some((labor) => !labor.out && labor.personId === personId)) ??
    inProgress[0] ??
    leaves[0] ??
    open[0]
  );
}

// Roll-up ---------------------------------------------------------------------------------------------------

/** The status of a run where it follows from its steps (policy `rollUp: 'derived'`, R20). */
export function rollUp(steps: readonly Step[]): RunStatus {
  const has = (status: StepStatus): boolean => steps.some((step) => step.status === status);
  const all = (...statuses: StepStatus[]): boolean =>
    steps.length > 0 && steps.every((step) => (statuses as string[]).includes(step.status));
  if (has('redline')) return 'redline';
  if (has('hold')) return 'hold';
  if (has('failed')) return 'failed';
  if (has('in-progress')) return 'in-progress';
  if (all('complete')) return 'complete';
  if (all('canceled')) return 'canceled';
  if (all('complete', 'canceled')) return 'partial-complete';
  return has('complete') ? 'in-progress' : 'todo';
}

/** The status to show for a run. An explicit end stands whatever its steps say. */
export const runStatus = (run: Run): RunStatus | 'unknown' =>
  run.policy.rollUp === 'derived' && !runLocked(run) ? rollUp(run.steps) : run.status;
