/** Which siblings of a batch take part in a command, and what the person who gives it has seen of them. */
import type { Command, Recorder, Refusal } from './command.js';
import { sameValue } from './fields.js';
import { cellsOf } from './grid.js';
import { runLocked } from './lifecycle.js';
import {
  findField,
  findStep,
  openLabor,
  recordOf,
  type Field,
  type Id,
  type Run,
  type Step,
  type Version,
} from './run.js';
import { same } from './same.js';
import { isAlike, type Twins } from './twins.js';

/** Why a sibling takes no part, if it does not. */
export function apart(
  run: Run,
  command: Command,
  sibling: Run,
  twins: Twins,
  { by }: Recorder,
): Refusal | undefined {
  const { stepId } = command;
  const refusal = runLocked(sibling);
  if (refusal || stepId === undefined) return refusal;
  const step = findStep(run, stepId)!;
  const { step: twin } = twins;
  const alike: Refusal = { refused: 'invalid', detail: { reason: 'not-alike' } };
  if (!twin) return alike;
  // Time that began together is set right and ended together, whatever has become of the steps since.
  if (command.type === 'check-out' && openTogether(step, twin, by)) return undefined;
  if (command.type === 'edit-labor' && twin.labor.some(({ id }) => id === command.laborId)) return undefined;
  if (!isAlike(run, step, sibling, twins)) return alike;
  if (!together(step, twin))
    return { refused: 'wrong-status', detail: { status: twin.reported ?? twin.status } };
  return command.type === 'sign' && !sawTheSame(step, command.targetId, twins)
    ? { refused: 'stale' }
    : undefined;
}

const openTogether = (step: Step, twin: Step, by: Id): boolean =>
  openLabor(twin).some(
    ({ id, personId }) => personId === by && openLabor(step).some((labor) => labor.id === id),
  );

/**
 * To do in both, never begun in both, or begun by the same command: its labor has the same name everywhere. Times tell
 * nothing: two people may begin in the same millisecond.
 */
const together = (step: Step, twin: Step): boolean =>
  step.status === twin.status &&
  (step.status === 'todo' ||
    (step.startedAt === undefined && twin.startedAt === undefined) ||
    step.labor.some(({ id }) => twin.labor.some((labor) => labor.id === id)));

// What the person saw ---------------------------------------------------------------------------------------

const recordedAlike = (one: Field | undefined, other: Field | undefined): boolean => {
  const [ours, theirs] = [one && recordOf(one), other && recordOf(other)];
  if (!ours || !theirs) return ours === theirs;
  return sameValue(ours.value, theirs.value) && ours.unit === theirs.unit;
};

/** A signature reaches those whose values and photos are the ones that were signed for. Parts are each unit's own. */
function sawTheSame(step: Step, targetId: Id, { step: twin, there }: Twins): boolean {
  const { cell } = step.fields.find(({ id }) => id === targetId) ?? {};
  const signed = cell ? cellsOf(step, cell.row) : step.fields;
  return (
    (cell !== undefined || same(shownWith(step), shownWith(twin!))) &&
    signed.every((field) =>
      recordedAlike(
        field,
        twin!.fields.find(({ id }) => id === there(field.id)),
      ),
    )
  );
}

/** The files beside the fields, and whether they still count. */
const shownWith = ({ evidence = [] }: Step): unknown =>
  evidence.map(({ file, removed }) => [file.id, removed !== undefined]);

/**
 * Who said what they saw here has seen the sibling's as well where it is the same. Another value there is not written
 * over unseen: it is stale.
 */
export function baseThere(run: Run, command: Command, { step: twin, there }: Twins): Version | undefined {
  if (command.base === undefined || !('targetId' in command) || !twin) return undefined;
  const ours = findField(run, findStep(run, command.stepId!), command.targetId!);
  const theirs = twin.fields.find(({ id }) => id === there(command.targetId!));
  if (!ours || !theirs || command.type === 'sign') return undefined;
  return recordedAlike(ours, theirs) ? theirs.version : `not ${theirs.version}`;
}
