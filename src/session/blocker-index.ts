/** What blocks each step, kept by target: a change is judged at its target alone. */
import type { Blocker } from '../domain/command.js';
import { fieldBlockers, requirementBlockers, stepOwnBlockers } from '../domain/completion.js';
import type { Id, Run, Step } from '../domain/run.js';
import type { Target } from './places.js';

interface StepIndex {
  /** Only targets at which something blocks, in the step's order. */
  byTarget: Map<Id, readonly Blocker[]>;
  /** How many targets there are to answer for. */
  total: number;
}

const judge = (run: Run, target: Target): readonly Blocker[] =>
  target.kind === 'field'
    ? fieldBlockers(run, target.step, target.field)
    : target.kind === 'requirement'
      ? requirementBlockers(target.step, target.requirement)
      : stepOwnBlockers(run, target.step);

const sameKinds = (a: readonly Blocker[], b: readonly Blocker[]): boolean =>
  a.length === b.length &&
  a.every((one, index) => one.kind === b[index]!.kind && one.targetId === b[index]!.targetId);

export class BlockerIndex {
  readonly #steps = new Map<Id, StepIndex>();

  /** Everything that blocks a step, in order. Judged whole the first time, by target afterwards. */
  of(run: Run, step: Step): readonly Blocker[] {
    return [...this.#index(run, step).byTarget.values()].flat();
  }

  /** How many of a step's fields and requirements are in order. */
  progress(run: Run, step: Step): { done: number; total: number } {
    const { byTarget, total } = this.#index(run, step);
    return { done: total - byTarget.size + (byTarget.has(step.id) ? 1 : 0), total };
  }

  /** Judges one target afresh. Returns whether anything about the step's blockers has changed. */
  update(run: Run, target: Target): boolean {
    const { step } = target;
    const index = step && this.#steps.get(step.id);
    if (!index) return step === undefined;
    const id =
      target.kind === 'field'
        ? target.field.id
        : target.kind === 'requirement'
          ? target.requirement.id
          : step.id;
    const before = index.byTarget.get(id) ?? [];
    const now = judge(run, target);
    if (sameKinds(before, now)) return false;
    if (now.length === 0) index.byTarget.delete(id);
    else if (before.length > 0) index.byTarget.set(id, now);
    // A target that blocks again belongs back at its place, which a map cannot do: judge the step whole, next time.
    else this.#steps.delete(step.id);
    return true;
  }

  /** Forgets what was judged of a step, or of all. */
  forget(stepId?: Id): void {
    if (stepId === undefined) this.#steps.clear();
    else this.#steps.delete(stepId);
  }

  #index(run: Run, step: Step): StepIndex {
    let index = this.#steps.get(step.id);
    if (index) return index;
    const byTarget = new Map<Id, readonly Blocker[]>();
    const put = (id: Id, blockers: readonly Blocker[]): void => {
      if (blockers.length > 0) byTarget.set(id, blockers);
    };
    for (const field of step.fields) put(field.id, fieldBlockers(run, step, field));
    for (const requirement of step.requirements) put(requirement.id, requirementBlockers(step, requirement));
    put(step.id, stepOwnBlockers(run, step));
    index = { byTarget, total: step.fields.length + step.requirements.length };
    this.#steps.set(step.id, index);
    return index;
  }
}
