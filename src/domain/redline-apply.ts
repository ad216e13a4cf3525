/** Applying the changes of a redline to a step. */
import { changedField, rewritten } from './redline-content.js';
import { applyLine } from './redline-grid.js';
import type { Change, Step, Version } from './run.js';

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
    case 'add-line':
    case 'change-line':
    case 'remove-line':
      return applyLine(step, change, version);
    case 'add-dependency':
      return { ...step, upstream: [...step.upstream, change.targetId] };
    case 'remove-dependency':
      return { ...step, upstream: step.upstream.filter((id) => id !== change.targetId) };
    case 'unknown':
      return step;
  }
}
