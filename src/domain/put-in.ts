/** Putting a step into a run that is under way. */
import { stepsInside } from './lifecycle.js';
import type { Id, Run, Step } from './run.js';

/**
 * After another step of the same parent and all that is inside it, or before another one; without either as the last of
 * its parent.
 */
export function putIn(run: Run, step: Step, after: Id | undefined, before?: Id): Run {
  const around = after ?? step.parentId;
  const inside = around === undefined ? run.steps : stepsInside(run, around);
  const last = inside.at(-1)?.id ?? around;
  const place = (id: Id | undefined): number => run.steps.findIndex((one) => one.id === id);
  const next = after === undefined ? place(before) : -1;
  return { ...run, steps: run.steps.toSpliced(next < 0 ? place(last) + 1 : next, 0, step) };
}
