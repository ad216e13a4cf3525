/** What blocks each step, kept by target: a change is judged at its target alone. */
import type { Blocker } from '../domain/command.js';
import { fieldBlockers, requirementBlockers, stepOwnBlockers } from '../domain/completion.js';
import type { Id, Run, Step } from '../domain/run.js';
import type { Target } from './places.js';

interface StepIndex {
  /** Every target, in the step's order; the step itself is the last. */
  byTarget: Map<Id, readonly Blocker[]>;
  /** At how many fields and requirements something blocks. */
  blocked: number;
  /** All blockers in one list, once it has been asked for. */
  list?: readonly Blocker[] | undefined;
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
    const index = this.#index(run, step);
    return (index.list ??= [...index.byTarget.values()].flat());
  }

  /** How many of a step's fields and requirements are in order. */
  progress(run: Run, step: Step): { done: number; total: number } {
    const { byTarget, blocked } = this.#index(run, step);
    const total = byTarget.size - 1;
    return { done: total - blocked, total };
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
    index.byTarget.set(id, now);
    if (id !== step.id) index.blocked += Math.sign(now.length) - Math.sign(before.length);
    // What blocks no more is taken out of the list, which is asked for at every value; the rest is rare.
    index.list = before[0] && index.list?.toSpliced(index.list.indexOf(before[0]), before.length, ...now);
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
    let blocked = 0;
    const put = (id: Id, blockers: readonly Blocker[]): void => {
      byTarget.set(id, blockers);
      if (id !== step.id && blockers.length > 0) blocked += 1;
    };
    for (const field of step.fields) put(field.id, fieldBlockers(run, step, field));
    for (const requirement of step.requirements) put(requirement.id, requirementBlockers(step, requirement));
    put(step.id, stepOwnBlockers(run, step));
    index = { byTarget, blocked };
    this.#steps.set(step.id, index);
    return index;
  }
}
