/** The name of anything in a run that a message may speak of. */
import { stepNumbers, type Id, type Run } from '../domain/run.js';
import type { RunSession } from '../session.js';

export function nameOf(run: Run, id: Id): string {
  const gate = run.gates.find((one) => one.id === id);
  if (gate) return gate.label;
  for (const step of run.steps) {
    if (step.id === id) return `${stepNumbers(run).get(id)} ${step.title}`;
    const has = (one: { id: Id }): boolean => one.id === id;
    const requirement = step.requirements.find(has);
    const evidence = step.evidence?.find(has);
    const inside =
      step.fields.find(has)?.label ??
      (requirement && (requirement.description || requirement.partNumber)) ??
      (evidence && (evidence.caption ?? evidence.file.name)) ??
      step.grid?.rows.find(has)?.label;
    if (inside !== undefined) return inside;
  }
  return (
    run.issues.find((issue) => issue.id === id)?.number ??
    run.redlines.find((redline) => redline.id === id)?.title ??
    id
  );
}

/** The same for many names: each is found at once, and the steps are numbered once. */
export function namer(session: RunSession): (id: Id) => string {
  let numbers: ReadonlyMap<Id, string> | undefined;
  return (id) => {
    const { run } = session;
    const target = session.target(id);
    if (!run) return id;
    if (target?.kind === 'field') return target.field.label;
    if (target?.kind === 'requirement')
      return target.requirement.description || target.requirement.partNumber;
    if (!target) return nameOf(run, id);
    numbers ??= stepNumbers(run);
    return `${numbers.get(id) ?? ''} ${target.step.title}`;
  };
}
