/** Applying the changes of a redline to a step. */
import type { Change, Field, FieldContent, Step, ValueRecord, Version } from './run.js';

/** A step with one change made. What it changes or adds gets this version. */
export function applyChange(step: Step, change: Change, version: Version): Step {
  switch (change.change) {
    case 'instructions':
      return { ...step, instructions: change.to };
    case 'add-field': {
      const after = step.fields.findIndex(({ id }) => id === change.after);
      const at = after < 0 ? step.fields.length : after + 1;
      return { ...step, fields: step.fields.toSpliced(at, 0, { ...change.field, version }) };
    }
    case 'change-field':
      return {
        ...step,
        fields: step.fields.map((field) =>
          field.id === change.targetId ? changedField(field, change, version) : field,
        ),
      };
    case 'remove-field':
      return { ...step, fields: step.fields.filter(({ id }) => id !== change.field.id) };
    case 'add-requirement':
      return { ...step, requirements: [...step.requirements, { ...change.requirement, version }] };
    case 'change-requirement':
      return {
        ...step,
        requirements: step.requirements.map((one) =>
          one.id === change.targetId ? { ...rewritten(one, change.to), version } : one,
        ),
      };
    case 'remove-requirement':
      return { ...step, requirements: step.requirements.filter(({ id }) => id !== change.requirement.id) };
    case 'add-dependency':
      return { ...step, upstream: [...step.upstream, change.targetId] };
    case 'remove-dependency':
      return { ...step, upstream: step.upstream.filter((id) => id !== change.targetId) };
    case 'unknown':
      return step;
  }
}

/** With these properties in place of its own; `null` takes one away. */
export const rewritten = <T extends object>(thing: T, content: object): T =>
  Object.fromEntries(
    Object.entries({ ...thing, ...content }).filter(([, value]) => value !== null && value !== undefined),
  ) as T;

/**
 * A number that was recorded stays in the unit that it was read in. What was accepted was accepted beyond the limits of
 * then.
 */
export function changedField(
  field: Field,
  { from, to }: { from: FieldContent; to: FieldContent },
  version: Version,
): Field {
  const changed = { ...rewritten(field, to), version } as Field & { record?: ValueRecord };
  if (!changed.record || (to.limits === undefined && to.unit === undefined)) return changed;
  const { deviation: _, ...record } = changed.record;
  const unit = record.value && record.unit === undefined && to.unit !== undefined && from.unit;
  return { ...changed, record: { ...record, ...(unit && { unit }) } } as Field;
}
