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
import { isOver } from './lifecycle.js';
import { findStep, type Id, type Run, type Step, type Version } from './run.js';
import { apart, baseThere } from './taking-part.js';
import { isAlike, pairing, type Named } from './twins.js';

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

/** The step of another run that has the same place and is the same work, with all that is inside; nothing if none is. */
export function siblingStep(run: Run, stepId: Id, sibling: Run): Step | undefined {
  const step = findStep(run, stepId);
  const twins = pairing(run, stepId)(sibling);
  return step && isAlike(run, step, sibling, twins) ? twins.step : undefined;
}

// Doing the same --------------------------------------------------------------------------------------------

const places: ReadonlySet<string> = new Set(['stepId', 'targetId', 'after', 'before', 'parentId', 'partOf']);

/** Something of a command in the names of another run. */
function renamed(said: unknown, named: Named): unknown {
  if (Array.isArray(said)) return said.map((one) => renamed(one, named));
  if (typeof said !== 'object' || said === null) return said;
  return Object.fromEntries(
    Object.entries(said).map(([key, value]) => [
      key,
      places.has(key) && typeof value === 'string' ? (named(value) ?? value) : renamed(value, named),
    ]),
  );
}

/** The same command for another run. Its issues are its own, and what the person saw is what it has as well. */
function translated(command: Command, sibling: Run, there: Named, base?: Version): Command {
  const { base: _, issueId: __, ...said } = command as Command & { issueId?: Id };
  const rest: object = { ...said, runId: sibling.id, ...(base !== undefined && { base }) };
  // A value is what was said, never a place.
  const { value } = said as { value?: unknown };
  return {
    ...(renamed({ ...rest, value: undefined }, there) as object),
    ...(value !== undefined && { value }),
  } as Command;
}

/** A refusal in the names of the run where the command was given: that is where it is read. */
function toldBack(refusal: Refusal, back: Named): Refusal {
  const { blockers, detail } = refusal;
  const { waitsFor, warnings } = detail ?? {};
  return {
    ...refusal,
    ...(blockers && { blockers: renamed(blockers, back) as typeof blockers }),
    ...(detail && {
      detail: {
        ...detail,
        ...(waitsFor && { waitsFor: waitsFor.map((id) => back(id) ?? id) }),
        ...(warnings && { warnings: renamed(warnings, back) as typeof warnings }),
      },
    }),
  };
}

export interface SiblingAnswer {
  runId: Id;
  answer: readonly RunEvent[] | Refusal;
}
export interface BatchAnswer {
  answer: readonly RunEvent[] | Refusal;
  /** Of each sibling that is not over, in the order given; empty where the command stays with its run or was refused there. */
  siblings: readonly SiblingAnswer[];
}

/** Whether a command is for the siblings as well. An approval of a run itself covers its own unit, and stays. */
export const isShared = (command: Command): boolean =>
  propagates[command.type] && (command.stepId !== undefined || 'changes' in command);

/** Decides a command for a run and its siblings, in the same moment. */
export function decideBatch(
  run: Run,
  siblings: readonly Run[],
  command: Command,
  recorder: Recorder,
): BatchAnswer {
  const answer = decide(run, command, recorder);
  return {
    answer,
    siblings: isRefusal(answer) ? [] : decideSiblings(run, siblings, command, recorder),
  };
}

/**
 * What becomes of a command in the other runs of the batch; `run` is the one that it was given to, as it was before. A
 * sibling takes part while its step is alike and stands where this one stands: to do, or begun with it (R82). One that
 * refuses hides nothing and stops nobody (R81). One that is over is asked for nothing any more, and could not even leave.
 */
export function decideSiblings(
  run: Run,
  siblings: readonly Run[],
  command: Command,
  recorder: Recorder,
): readonly SiblingAnswer[] {
  if (!isShared(command) || siblings.length === 0) return [];
  const pair = pairing(run, command.stepId);
  return siblings.flatMap((sibling): SiblingAnswer | readonly SiblingAnswer[] => {
    if (isOver(sibling)) return [];
    try {
      const twins = pair(sibling);
      const answer =
        apart(run, command, sibling, twins, recorder) ??
        decide(sibling, translated(command, sibling, twins.there, baseThere(run, command, twins)), recorder);
      if (!isRefusal(answer)) return { runId: sibling.id, answer };
      return { runId: sibling.id, answer: isSoAlready(command, answer) ? [] : toldBack(answer, twins.back) };
    } catch {
      // A record that a rule stumbles over is not to stop those who work on another.
      return { runId: sibling.id, answer: unreadable };
    }
  });
}

/** A sibling whose record cannot be made out. */
export const unreadable: Refusal = { refused: 'invalid', detail: { reason: 'unreadable' } };

/** Who is in already, or out, is where the command would have brought them. */
const isSoAlready = ({ type }: Command, { detail }: Refusal): boolean =>
  (type === 'check-in' && detail?.reason === 'already-checked-in') ||
  (type === 'check-out' && detail?.reason === 'not-checked-in');
