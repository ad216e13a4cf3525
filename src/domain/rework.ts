/** How a step that failed may be done again (R19), and how often it has been tried. */
import { isFailureResolved } from './settled.js';
import { findStep, policyOf, type Id, type Policy, type Run, type Step } from './run.js';

export type ReworkWay = 'reopen' | 'duplicate';

/** Which ways of rework a procedure allows. */
export const allowsRework = (policy: Policy, way: ReworkWay): boolean =>
  policy.rework === way || policy.rework === 'both';

/** The steps that were put in to repeat one, without those that were canceled. */
export const repeatsOf = (run: Run, stepId: Id): readonly Step[] =>
  run.steps.filter(({ duplicateOf, status }) => duplicateOf === stepId && status !== 'canceled');

/** The ways that make sense at a step now: what is being repeated, or is settled, needs neither. */
export function reworkOf(run: Run, step: Step): readonly ReworkWay[] {
  if (step.status === 'complete') return ['reopen'];
  if (step.status !== 'failed' || repeatsOf(run, step.id).length > 0) return [];
  const policy = policyOf(run, step);
  const ways = (['reopen', 'duplicate'] as const).filter((way) => allowsRework(policy, way));
  // What was settled may be found wanting later, and is opened again then.
  return isFailureResolved(run, step) ? ways.filter((way) => way === 'reopen') : ways;
}

/** Which try a step is: 1, unless it repeats another one. */
export function tryOf(run: Run, step: Step): number {
  const seen = new Set<Id>();
  let one: Step | undefined = step;
  while (one && !seen.has(one.id)) {
    seen.add(one.id);
    one = one.duplicateOf === undefined ? undefined : findStep(run, one.duplicateOf);
  }
  return seen.size;
}
