/** The name of anything in a run that a message may speak of. */
import { stepNumbers, type Id, type Run } from '../domain/run.js';

export function nameOf(run: Run, id: Id): string {
  const gate = run.gates.find((one) => one.id === id);
  if (gate) return gate.label;
  for (const step of run.steps) {
    if (step.id === id) return `${stepNumbers(run).get(id)} ${step.title}`;
    const inside =
      step.fields.find((field) => field.id === id)?.label ??
      step.requirements.find((requirement) => requirement.id === id)?.description;
    if (inside !== undefined) return inside;
  }
  return (
    run.issues.find((issue) => issue.id === id)?.number ??
    run.redlines.find((redline) => redline.id === id)?.title ??
    id
  );
}
