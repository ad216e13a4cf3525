/** What blocks each step, kept by target: a change is judged at its target alone. */
import type { Blocker } from '../domain/command.js';
import { fieldBlockers, requirementBlockers, stepOwnBlockers } from '../domain/completion.js';
import type { Id, Run, Step } from '../domain/run.js';
import type { Target } from './places.js';

interface StepIndex {
  /** Every target, in the step's order; the step itself is the last. */
  byTarget: Map<Id, readonly Blocker[]>;
  /** How many fields and requirements must be answered. */
  required: number;
  /** At how many of these something blocks, and at how many of the others. */
  blocked: { required: number; optional: number };
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

const group = (target: Target): 'required' | 'optional' | undefined =>
  target.kind === 'step'
    ? undefined
    : target.kind === 'requirement' || target.field.required
      ? 'required'
      : 'optional';

export class BlockerIndex {
  readonly #steps = new Map<Id, StepIndex>();

  /** Everything that blocks a step, in order. Judged whole the first time, by target afterwards. */
  of(run: Run, step: Step): readonly Blocker[] {
    const index = this.#index(run, step);
    return (index.list ??= [...index.byTarget.values()].flat());
  }

  /** How many of the fields and requirements that matter are in order: the required ones, and others that block. */
  progress(run: Run, step: Step): { done: number; total: number } {
    const { required, blocked } = this.#index(run, step);
    return { done: required - blocked.required, total: required + blocked.optional };
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
    const counted = group(target);
    if (counted) index.blocked[counted] += Math.sign(now.length) - Math.sign(before.length);
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
    index = { byTarget: new Map(), required: 0, blocked: { required: 0, optional: 0 } };
    const { byTarget, blocked } = index;
    const targets: readonly (readonly [Id, Target])[] = [
      ...step.fields.map((field) => [field.id, { kind: 'field', step, field }] as const),
      ...step.requirements.map((one) => [one.id, { kind: 'requirement', step, requirement: one }] as const),
      [step.id, { kind: 'step', step }],
    ];
    for (const [id, target] of targets) {
      const blockers = judge(run, target);
      byTarget.set(id, blockers);
      const counted = group(target);
      if (counted === 'required') index.required += 1;
      if (counted && blockers.length > 0) blocked[counted] += 1;
    }
    this.#steps.set(step.id, index);
    return index;
  }
}
