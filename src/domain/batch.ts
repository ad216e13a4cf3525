/**
 * Batches: runs that are worked as one. What is done at a step is done at its siblings as well, each by its own rules,
 * and the result of each is told; what belongs to one unit stays with it. Pure: an adapter knows which runs belong
 * together, and records.
 */
import {
  isRefusal,
  type Command,
  type CommandType,
  type Recorder,
  type Refusal,
  type RunEvent,
} from './command.js';
import { decide } from './decide.js';
import { stepsInside } from './lifecycle.js';
import { findStep, stepNumbers, type Field, type Id, type Requirement, type Run, type Step } from './run.js';

/** What reaches the siblings: status, values, signatures, labor and redlines. Parts, issues and talk do not (R83). */
export const propagates: Readonly<Record<CommandType, boolean>> = {
  'start-step': true,
  'check-in': true,
  'check-out': true,
  'set-value': true,
  'clear-value': true,
  'mark-not-applicable': true,
  'accept-deviation': true,
  'attach-file': true,
  'remove-file': true,
  sign: true,
  'install-part': false,
  'uninstall-part': false,
  'except-requirement': false,
  'complete-step': true,
  'fail-step': true,
  'hold-step': true,
  'resume-step': true,
  'reopen-step': true,
  'duplicate-step': true,
  'cancel-step': true,
  'restore-step': true,
  comment: false,
  'open-issue': false,
  'disposition-issue': false,
  'advance-issue': false,
  'resolve-issue': false,
  'reopen-issue': false,
  'link-issue': false,
  'propose-redline': true,
  'approve-redline': true,
  'reject-redline': true,
  'close-redline': true,
  'cancel-redline': true,
  'edit-labor': true,
  'join-batch': false,
  'leave-batch': false,
  'acknowledge-findings': false,
  'complete-run': false,
  'fail-run': false,
  'cancel-run': false,
  'reopen-run': false,
};

// Which steps are siblings ----------------------------------------------------------------------------------

/** Another run's ids for those of a run: steps by their number, and what is in them by its place. */
function twins(run: Run, sibling: Run): ReadonlyMap<Id, Id> {
  const ids = new Map<Id, Id>();
  const numbers = stepNumbers(run);
  const theirs = new Map([...stepNumbers(sibling)].map(([id, number]) => [number, id]));
  const pair = (ours: readonly { id: Id }[] = [], others: readonly { id: Id }[] = []): void =>
    ours.forEach(({ id }, index) => others[index] && ids.set(id, others[index].id));
  for (const step of run.steps) {
    const twin = findStep(sibling, theirs.get(numbers.get(step.id)!) ?? '');
    if (!twin) continue;
    ids.set(step.id, twin.id);
    pair(step.fields, twin.fields);
    pair(step.requirements, twin.requirements);
    pair(step.grid?.rows, twin.grid?.rows);
  }
  return ids;
}

/** What of a step must be equal, in words that do not depend on its ids. */
function structure(run: Run, step: Step, nameOf: (id: Id) => Id): unknown {
  const field = (one: Field): unknown => ({
    ...one,
    id: nameOf(one.id),
    version: 0,
    record: 0,
    decisions: 0,
    cell: one.cell && { ...one.cell, row: nameOf(one.cell.row) },
  });
  const requirement = ({ partOf, ...one }: Requirement): unknown => ({
    ...one,
    id: nameOf(one.id),
    partOf: partOf === undefined ? '' : nameOf(partOf),
    version: 0,
    installs: 0,
    exception: 0,
  });
  return [step, ...stepsInside(run, step.id)].map((one) => [
    nameOf(one.id),
    one.title,
    one.instructions,
    one.required,
    one.upstream.map(nameOf),
    one.fields.map(field),
    one.requirements.map(requirement),
  ]);
}

const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a, sorted) === JSON.stringify(b, sorted);

/** The step of another run that has the same place and the same structure, with all that is inside; nothing if none has. */
export function siblingStep(run: Run, stepId: Id, sibling: Run): Step | undefined {
  const ids = twins(run, sibling);
  const step = findStep(run, stepId);
  const twin = findStep(sibling, ids.get(stepId) ?? '');
  if (!step || !twin) return undefined;
  const ours = structure(run, step, (id) => ids.get(id) ?? `missing ${id}`);
  return same(
    ours,
    structure(sibling, twin, (id) => id),
  )
    ? twin
    : undefined;
}

// Doing the same --------------------------------------------------------------------------------------------

const places: ReadonlySet<string> = new Set(['stepId', 'targetId', 'after', 'parentId']);

/** The same command for another run; what is of one run alone, its issues and what was seen of it, is left out. */
function translated(command: Command, run: Run, sibling: Run): Command {
  const ids = twins(run, sibling);
  const { base: _, issueId: __, ...said } = command as Command & { issueId?: Id };
  const text = JSON.stringify({ ...said, runId: sibling.id }, (key, value: unknown) =>
    places.has(key) && typeof value === 'string' ? (ids.get(value) ?? value) : value,
  );
  return JSON.parse(text) as Command;
}

export interface BatchAnswer {
  answer: readonly RunEvent[] | Refusal;
  /** Of each sibling, in the order given; empty where the command stays with its run or was refused there. */
  siblings: readonly { runId: Id; answer: readonly RunEvent[] | Refusal }[];
}

/**
 * Decides a command for a run and its siblings. A sibling takes part while its step is alike and stands where this one
 * stands: to do, or begun with it (R82). One that refuses hides nothing and stops nobody (R81).
 */
export function decideBatch(
  run: Run,
  siblings: readonly Run[],
  command: Command,
  recorder: Recorder,
): BatchAnswer {
  const answer = decide(run, command, recorder);
  const shared = propagates[command.type] && (command.stepId !== undefined || 'changes' in command);
  if (isRefusal(answer) || !shared) return { answer, siblings: [] };
  return {
    answer,
    siblings: siblings.map((sibling) => {
      const refused = apart(run, command.stepId, sibling);
      return {
        runId: sibling.id,
        answer: refused ?? decide(sibling, translated(command, run, sibling), recorder),
      };
    }),
  };
}

/** Why a sibling takes no part, if it does not. */
function apart(run: Run, stepId: Id | undefined, sibling: Run): Refusal | undefined {
  if (stepId === undefined) return undefined;
  const step = findStep(run, stepId)!;
  const twin = siblingStep(run, stepId, sibling);
  if (!twin) return { refused: 'invalid', detail: { reason: 'not-alike' } };
  return twin.status === step.status && twin.startedAt === step.startedAt
    ? undefined
    : { refused: 'wrong-status', detail: { status: twin.reported ?? twin.status } };
}
