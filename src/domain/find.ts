/** Finding what is in a run: steps, fields, requirements, labor, roles. */
import type { Field, Id, Labor, Person, Requirement, Run, Step, Team } from './run.js';

export const findStep = (run: Run, stepId: Id): Step | undefined =>
  run.steps.find((step) => step.id === stepId);

let last = 0;

/**
 * Where in a list of fields one stands. A command looks for the same field several times in a row, in lists that
 * differ in that field alone, so what was found last is tried first.
 */
export function fieldIndex(fields: readonly { id: Id }[], fieldId: Id): number {
  if (fields[last]?.id !== fieldId) last = fields.findIndex((field) => field.id === fieldId);
  return last;
}

export const findField = (run: Run, step: Step | undefined, fieldId: Id): Field | undefined => {
  const fields = step?.fields ?? run.gates;
  return fields[fieldIndex(fields, fieldId)];
};

export const findRequirement = (step: Step, requirementId: Id): Requirement | undefined =>
  step.requirements.find((requirement) => requirement.id === requirementId);

/** Labor that has not been closed. */
export const openLabor = (step: Step): readonly Labor[] => step.labor.filter((labor) => !labor.out);

export const isCheckedIn = (step: Step, personId: Id): boolean =>
  step.labor.some((labor) => !labor.out && labor.personId === personId);

/** A person's roles, with those of their teams (R70). */
export const rolesOf = (run: Run, person: Person): ReadonlySet<string> =>
  new Set([
    ...person.roles,
    ...run.teams.filter((team) => team.members.includes(person.id)).flatMap((team) => team.roles),
  ]);

/** The team by which a role comes: to a person who does not have it by themselves, or, of no person, to anybody. */
export function teamOf(run: Run, role: string, personId?: Id): Team | undefined {
  if (run.people.some(({ id, roles }) => id === personId && roles.includes(role))) return undefined;
  return run.teams.find(
    ({ roles, members }) => roles.includes(role) && (personId === undefined || members.includes(personId)),
  );
}
