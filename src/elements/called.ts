/** What something that was looked at once is called, though a redline may have taken it away since. */
import type { Change, Id, Run } from '../domain/run.js';
import { nameOf } from './names.js';

export function calledOf(run: Run, id: Id): string {
  const name = nameOf(run, id);
  if (name !== id) return name;
  for (const { changes = [] } of run.redlines) {
    for (const change of changes) {
      const taken = takenAway(change, id);
      if (taken !== undefined) return taken;
    }
  }
  return id;
}

function takenAway(change: Change, id: Id): string | undefined {
  switch (change.change) {
    case 'remove-field':
      return change.field.id === id ? change.field.label : undefined;
    case 'remove-requirement': {
      const { id: own, description, partNumber } = change.requirement;
      return own === id ? description || partNumber : undefined;
    }
    case 'remove-line':
      return [change.line, ...change.cells].find((one) => one.id === id)?.label;
    default:
      return undefined;
  }
}
