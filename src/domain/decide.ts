/**
 * `decide`: what a command does to a run, as events or as a refusal. Pure: time, person and stock come in.
 * The checks that all commands share stand here, in the order in which a person would want to hear of them.
 */
import {
  createdId,
  supportedCommands,
  type Command,
  type CommandType,
  type Decider,
  type EventRequest,
  type Needs,
  type Recorder,
  type Refusal,
  type RunEvent,
  type SupportedCommand,
  type SupportedCommandType,
} from './command.js';
import { completeRun, completeStep } from './completion.js';
import { sameValue } from './fields.js';
import { isLink } from './link.js';
import { attachFile, removeFile } from './evidence.js';
import { exceptRequirement, installPart, uninstallPart } from './install-part.js';
import { advanceIssue, dispositionIssue, linkIssue, openIssue, reopenIssue, resolveIssue } from './issue.js';
import { checkIn, checkOut, editLabor, startStep } from './labor.js';
import { mayGive } from './may-give.js';
import { approveRedline, cancelRedline, closeRedline, proposeRedline, rejectRedline } from './redline.js';
import { acceptDeviation, clearValue, markNotApplicable, setValue } from './values.js';
import { recordOf, findField, findRequirement, findStep, type Field, type Run, type Step } from './run.js';
import { joinBatch, leaveBatch } from './membership.js';
import { sign, versionSeen } from './signoff.js';
import {
  cancelRun,
  cancelStep,
  duplicateStep,
  failRun,
  failStep,
  holdStep,
  reopenStep,
  restoreStep,
  resumeStep,
} from './step-life.js';
import { addComment } from './comment.js';
import { said } from './said.js';

const deciders: { [T in SupportedCommandType]: Decider<T> } = {
  'start-step': startStep,
  'check-in': checkIn,
  'check-out': checkOut,
  'set-value': setValue,
  'clear-value': clearValue,
  'mark-not-applicable': markNotApplicable,
  'accept-deviation': acceptDeviation,
  'attach-file': attachFile,
  'remove-file': removeFile,
  sign,
  'install-part': installPart,
  'uninstall-part': uninstallPart,
  'except-requirement': exceptRequirement,
  'complete-step': completeStep,
  'fail-step': failStep,
  'hold-step': holdStep,
  'resume-step': resumeStep,
  'reopen-step': reopenStep,
  'duplicate-step': duplicateStep,
  'cancel-step': cancelStep,
  'restore-step': restoreStep,
  'propose-redline': proposeRedline,
  'approve-redline': approveRedline,
  'reject-redline': rejectRedline,
  'close-redline': closeRedline,
  'cancel-redline': cancelRedline,
  'edit-labor': editLabor,
  'disposition-issue': dispositionIssue,
  'advance-issue': advanceIssue,
  'resolve-issue': resolveIssue,
  'reopen-issue': reopenIssue,
  'join-batch': joinBatch,
  'leave-batch': leaveBatch,
  'fail-run': failRun,
  'cancel-run': cancelRun,
  comment: addComment,
  'open-issue': openIssue,
  'link-issue': linkIssue,
  'complete-run': completeRun,
};

const isSupported = (command: Command): command is SupportedCommand => supportedCommands.has(command.type);

/** What a decision about this command must be told beside the run. */
export function needs(command: Command): Needs {
  const unit = command.type === 'install-part' ? command.unitId : undefined;
  const link = command.type === 'set-value' && isLink(command.value) ? [command.value.id] : [];
  return { units: unit === undefined ? [] : [unit], tools: link, parts: link };
}

/**
 * Decides a command. Events come back numbered after the run's sequence; an empty list means that all is so already.
 */
export function decide(run: Run, command: Command, recorder: Recorder): readonly RunEvent[] | Refusal {
  const refusal = mayGive(run, command, recorder.by) ?? stale(run, command);
  if (refusal) return refusal;
  if (!isSupported(command)) return { refused: 'not-supported' };
  if (atTarget.has(command.type) && said((command as { targetId?: unknown }).targetId) === '') {
    return { refused: 'not-found' };
  }
  const decider = deciders[command.type] as Decider<SupportedCommandType>;
  const decided = decider(command, { run, ...recorder });
  return 'refused' in decided ? decided : stamp(run, command, recorder, decided);
}

/** What is given for one target, and for nothing without it. */
const atTarget: ReadonlySet<CommandType> = new Set<CommandType>([
  'set-value',
  'clear-value',
  'mark-not-applicable',
  'accept-deviation',
  'remove-file',
  'install-part',
  'uninstall-part',
  'except-requirement',
]);

const stamp = (
  run: Run,
  command: Command,
  { by, at }: Recorder,
  requests: readonly EventRequest[],
): readonly RunEvent[] =>
  requests.map((request, index) => ({
    v: 1,
    id: createdId(command, index),
    runId: run.id,
    sequence: run.sequence + index + 1,
    commandId: command.id,
    by,
    at,
    ...request,
  }));

/**
 * A target that has changed since the person saw it (R113). A signature speaks of the whole step, or of all of them, so
 * its base is the version of that. What would change nothing is not stale.
 */
function stale(run: Run, command: Command): Refusal | undefined {
  if (command.base === undefined) return undefined;
  const step = command.stepId === undefined ? undefined : findStep(run, command.stepId);
  const target = targetOf(run, step, command);
  if (!target || target.version === command.base) return undefined;
  if (command.type !== 'set-value') return { refused: 'stale' };
  const { value, raw, unit, how = 'typed' } = command;
  const theirs = recordOf(target as Field);
  const own = 'unit' in target ? target.unit : undefined;
  const sameUnit = (theirs?.unit ?? own) === (unit ?? own);
  if (theirs && sameUnit && sameValue(theirs.value, value)) return undefined;
  const yours = {
    value,
    how,
    by: '',
    at: command.madeAt,
    ...(raw !== undefined && { raw }),
    ...(unit !== undefined && { unit }),
  };
  return { refused: 'stale', detail: { yours, theirs } };
}

function targetOf(run: Run, step: Step | undefined, command: Command): { version: string } | undefined {
  if (!('targetId' in command) || command.targetId === undefined) return step;
  const { targetId } = command;
  const field = findField(run, step, targetId);
  if (command.type === 'sign' && field?.type === 'signoff') return { version: versionSeen(run, step, field) };
  // A row and evidence have no version of their own.
  return field ?? (step && (findRequirement(step, targetId) ?? step));
}
