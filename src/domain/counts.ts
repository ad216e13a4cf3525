/** How much of a run is done. */
import { isSatisfied } from './install.js';
import { isFailureResolved, takenOut } from './lifecycle.js';
import type { Run } from './run.js';
import { signoffState } from './signoff.js';

/** What the review shows beside blockers and warnings (R101). */
export interface RunCounts {
  /** A `total` leaves out what is settled; `failed` are those that nothing has settled yet; `resolved` failed once and are done or settled. */
  steps: { complete: number; required: number; total: number; failed: number; resolved: number };
  requirements: { installed: number; excepted: number; total: number };
  redlines: { open: number; closed: number };
  issues: { open: number; dispositioned: number; resolved: number };
  approvals: { given: number; rejected: number; total: number };
}

export function runCounts(run: Run): RunCounts {
  const count = <T>(all: readonly T[], test: (one: T) => boolean): number => all.filter(test).length;
  // What a step that is settled did not get, nobody waits for.
  const counting = run.steps.filter((step) => !isFailureResolved(run, step) && !takenOut(run, step));
  const requirements = counting.flatMap((step) => step.requirements);
  const signoffs = [
    ...counting.flatMap((step) => step.fields.map((field) => ({ step, field }))),
    ...run.gates.map((field) => ({ step: undefined, field })),
  ].flatMap(({ step, field }) => (field.type === 'signoff' ? [signoffState(run, step, field)] : []));
  return {
    steps: {
      complete: count(run.steps, (step) => step.status === 'complete'),
      required: count(run.steps, (step) => step.required),
      total: counting.length,
      failed: count(run.steps, (step) => step.status === 'failed' && !isFailureResolved(run, step)),
      resolved: count(
        run.steps,
        (step) => isFailureResolved(run, step) || (step.status === 'complete' && !!step.failures?.length),
      ),
    },
    requirements: {
      installed: count(requirements, (one) => one.exception === undefined && isSatisfied(one)),
      excepted: count(requirements, (one) => one.exception !== undefined),
      total: requirements.length,
    },
    redlines: {
      open: count(run.redlines, (one) => one.status === 'open'),
      closed: count(run.redlines, (one) => one.status === 'accepted' || one.status === 'rejected'),
    },
    issues: {
      open: count(run.issues, (one) => one.status !== 'resolved'),
      dispositioned: count(run.issues, (one) => one.disposition !== undefined),
      resolved: count(run.issues, (one) => one.status === 'resolved'),
    },
    approvals: {
      given: count(signoffs, (state) => state === 'approved'),
      rejected: count(signoffs, (state) => state === 'rejected'),
      total: signoffs.length,
    },
  };
}
