/** What a run asks for no more: steps that failed and are settled, and what is inside a step that was taken out. */
import { findStep, type Id, type Issue, type Run, type Step } from './run.js';

export type FindStep = (id: Id) => Step | undefined;

/**
 * The step around this one that was canceled, or failed and is settled: what is inside goes with it, and comes back
 * with it. Nothing where the step counts for itself. A step that is named as inside itself is looked at once.
 */
export function takenOut(run: Run, step: Step, find: FindStep = (id) => findStep(run, id)): Step | undefined {
  const seen = new Set<Id>();
  for (let id = step.parentId; id !== undefined && !seen.has(id);) {
    seen.add(id);
    const parent = find(id);
    if (!parent) return undefined;
    if (parent.status === 'canceled' || isFailureResolved(run, parent)) return parent;
    id = parent.parentId;
  }
  return undefined;
}

/** The steps inside a step, however deep, in procedure order. */
export function stepsInside(run: Run, stepId: Id): readonly Step[] {
  const within = new Set([stepId]);
  return run.steps.filter(({ id, parentId }) => {
    const is = parentId !== undefined && within.has(parentId);
    if (is) within.add(id);
    return is;
  });
}

/**
 * Whether a failed step is settled: by its duplicate being complete, or by its issue being resolved as use as is. A
 * duplicate that failed in turn may have been settled itself.
 */
export function isFailureResolved(run: Run, step: Step, seen: ReadonlySet<Id> = new Set()): boolean {
  if (step.status !== 'failed' || seen.has(step.id)) return false;
  if (issuesOfFailure(run, step).some(isUseAsIs)) return true;
  const passed = new Set([...seen, step.id]);
  return run.steps.some(
    (one) =>
      one.duplicateOf === step.id && (one.status === 'complete' || isFailureResolved(run, one, passed)),
  );
}

const isUseAsIs = ({ status, disposition }: Issue): boolean =>
  status === 'resolved' && disposition === 'use-as-is';

/** The issue that was named when a step failed; where none was, those that were opened against the step since then. */
export function issuesOfFailure({ issues }: Run, step: Step): readonly Issue[] {
  const failure = step.status === 'failed' ? step.failures?.at(-1) : undefined;
  if (!failure) return [];
  const { issueId, at } = failure;
  return issues.filter((one) =>
    issueId === undefined ? one.links.includes(step.id) && one.at >= at : one.id === issueId,
  );
}
