/** What something that a signature covers is called, though a redline may have taken it away since. */
import type { Id, Run } from '../../domain/run.js';
import { nameOf } from '../names.js';

export function calledOf(run: Run, id: Id): string {
  const name = nameOf(run, id);
  if (name !== id) return name;
  for (const { changes = [] } of run.redlines) {
    for (const change of changes) {
      if (change.change === 'remove-field' && change.field.id === id) return change.field.label;
      if (change.change !== 'remove-requirement' || change.requirement.id !== id) continue;
      const { description, partNumber } = change.requirement;
      return description || partNumber;
    }
  }
  return id;
}
