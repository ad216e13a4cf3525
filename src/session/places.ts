/** Where each target of a run stands, so that one among thousands is found at once. */
import type { Field, Id, Requirement, Run, Step } from '../domain/run.js';

export type Target =
  | { kind: 'step'; step: Step }
  | { kind: 'field'; step: Step | undefined; field: Field }
  | { kind: 'requirement'; step: Step; requirement: Requirement };

type Place = { kind: 'step' | 'field' | 'requirement'; step: number; index: number };
const gates = -1;

export class Places {
  readonly #places = new Map<Id, Place>();

  constructor(run: Run) {
    run.gates.forEach(({ id }, index) => this.#places.set(id, { kind: 'field', step: gates, index }));
    run.steps.forEach((step, at) => {
      this.#places.set(step.id, { kind: 'step', step: at, index: 0 });
      step.fields.forEach(({ id }, index) => this.#places.set(id, { kind: 'field', step: at, index }));
      step.requirements.forEach(({ id }, index) =>
        this.#places.set(id, { kind: 'requirement', step: at, index }),
      );
    });
  }

  /** The target as it is in this run, which must have the places that this was made for. */
  find(run: Run, targetId: Id): Target | undefined {
    const place = this.#places.get(targetId);
    if (!place) return undefined;
    const step = run.steps[place.step];
    if (place.kind === 'field') {
      const field = (place.step === gates ? run.gates : step?.fields)?.[place.index];
      return field && { kind: 'field', step, field };
    }
    if (!step) return undefined;
    if (place.kind === 'step') return { kind: 'step', step };
    const requirement = step.requirements[place.index];
    return requirement && { kind: 'requirement', step, requirement };
  }
}
