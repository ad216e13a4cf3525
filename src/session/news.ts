/** Which views an event concerns: targets and steps by id, or everything. */
import type { RunEvent } from '../domain/command.js';
import type { Field, Id, Run } from '../domain/run.js';
import type { Places } from './places.js';

export interface News {
  targets: ReadonlySet<Id>;
  steps: ReadonlySet<Id>;
  /** A status changed, so what may be done has changed everywhere. */
  everything: boolean;
  /** Steps or fields came or went. */
  structure: boolean;
}

export function newsOf(events: readonly RunEvent[], run: Run, places: Places): News {
  const targets = new Set<Id>();
  const steps = new Set<Id>();
  let everything = false;
  let structure = false;
  for (const event of events) {
    switch (event.type) {
      case 'checked-in':
      case 'checked-out':
      case 'commented':
      case 'file-attached':
      case 'file-removed':
        steps.add(event.stepId);
        for (const id of signed(run, places, event.stepId)) targets.add(id);
        break;
      case 'value-set':
      case 'value-cleared':
      case 'marked-not-applicable':
      case 'deviation-accepted':
        targets.add(event.targetId);
        for (const id of signed(run, places, event.stepId, rowAt(run, places, event.targetId)))
          targets.add(id);
        break;
      case 'part-uninstalled':
      case 'requirement-excepted':
        targets.add(event.targetId);
        for (const id of signed(run, places, event.stepId)) targets.add(id);
        break;
      case 'part-installed':
        targets.add(event.targetId);
        if (event.install.how === 'made') steps.add(event.stepId);
        for (const id of signed(run, places, event.stepId)) targets.add(id);
        break;
      case 'signed':
        targets.add(event.targetId);
        for (const id of signed(run, places, undefined)) targets.add(id);
        break;
      case 'step-read':
      case 'step-duplicated':
      case 'redline-proposed':
      case 'redline-approved':
        structure = true;
        everything = true;
        break;
      default:
        everything = true;
    }
  }
  return { targets, steps, everything, structure };
}

/** The row of a grid that a value stands in. */
function rowAt(run: Run, places: Places, targetId: Id): Id | undefined {
  const target = places.find(run, targetId);
  return target?.kind === 'field' ? target.field.cell?.row : undefined;
}

/**
 * Sign-offs that look different after work on a step: a change to what a decision covers makes it stale, and who has
 * worked may not sign a peer review. Those in a grid speak of their row, and with nothing in it they are not needed.
 */
const signed = (run: Run, places: Places, stepId: Id | undefined, row?: Id): readonly Id[] => {
  const concerned = (field: Field): boolean =>
    field.type === 'signoff' &&
    (field.peerReview ||
      (field.cell && row !== undefined ? field.cell.row === row : field.decisions.length > 0));
  const ofStep = places.signoffs(stepId).filter((id) => {
    const target = places.find(run, id);
    return target?.kind === 'field' && concerned(target.field);
  });
  return [...ofStep, ...run.gates.filter(concerned).map(({ id }) => id)];
};
