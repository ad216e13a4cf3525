/** Putting a step into a run that is under way. */
import { stepsInside } from './lifecycle.js';
import type { Id, Run, Step } from './run.js';

/** After another step of the same parent and all that is inside it; without one as the last of its parent. */
export function putIn(run: Run, step: Step, after: Id | undefined): Run {
  const before = after ?? step.parentId;
  const inside = before === undefined ? run.steps : stepsInside(run, before);
  const last = inside.at(-1)?.id ?? before;
  const at = last === undefined ? -1 : run.steps.findIndex(({ id }) => id === last);
  return { ...run, steps: run.steps.toSpliced(at + 1, 0, step) };
}
