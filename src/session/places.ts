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
  readonly #signoffs = new Map<Id, Id[]>();

  constructor(run: Run) {
    for (const { id, fields } of run.steps) {
      const signoffs = fields.filter(({ type }) => type === 'signoff');
      if (signoffs.length > 0)
        this.#signoffs.set(
          id,
          signoffs.map((field) => field.id),
        );
    }
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

  /** The sign-offs of a step, which a change to anything in it may concern. */
  signoffs(stepId: Id | undefined): readonly Id[] {
    return (stepId !== undefined && this.#signoffs.get(stepId)) || [];
  }
}
