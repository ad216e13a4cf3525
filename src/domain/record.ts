/** Looking up what a field holds, and who recorded it. */
import type { Field, Id, Person, Run, ValueField, ValueRecord } from './run.js';

export const findPerson = (run: Run, personId: Id): Person | undefined =>
  run.people.find((person) => person.id === personId);

/** What a person is called; one whom the run does not know, by id. */
export const personName = (run: Run, id: Id): string => findPerson(run, id)?.name ?? id;

export const isValueField = (field: Field): field is ValueField =>
  field.type !== 'signoff' && field.type !== 'unknown';

export const recordOf = (field: Field): ValueRecord | undefined =>
  isValueField(field) ? field.record : undefined;

/** Zero, false and N/A are answers; only a missing record is empty (R39). */
export const isFilled = (field: Field): boolean => recordOf(field) !== undefined;
