/** Whether a command may be given at all, here and now: what elements ask before they offer it, and `decide` asks first. */
import { supportedCommands, type CommandType, type Refusal } from './command.js';
import { rowOf } from './grid.js';
import { statusAllows } from './lifecycle.js';
import { permits } from './permission.js';
import {
  findField,
  findPerson,
  findRequirement,
  findStep,
  isValueField,
  type Id,
  type Run,
  type Step,
} from './run.js';

/** A command that is only thought of: what elements ask about before they offer it. */
export type Asked = { type: CommandType; stepId?: Id; targetId?: Id };

/** Whether a person may give this command here and now, apart from what it would say; the reason if not. */
export function mayGive(run: Run, asked: Asked & { runId?: Id }, personId: Id): Refusal | undefined {
  if (!supportedCommands.has(asked.type)) return { refused: 'not-supported' };
  const step = asked.stepId === undefined ? undefined : findStep(run, asked.stepId);
  const missing: Refusal = { refused: 'not-found' };
  if (asked.runId !== undefined && asked.runId !== run.id) return missing;
  if (asked.stepId !== undefined ? !step : !runWide.has(asked.type)) return missing;
  return (
    permits(findPerson(run, personId), asked.type) ??
    statusAllows(run, step, asked.type) ??
    (asked.targetId === undefined || targetExists(run, step, asked.type, asked.targetId)
      ? undefined
      : missing)
  );
}

/** Commands that may come without a step. */
const runWide: ReadonlySet<CommandType> = new Set([
  'sign',
  // A redline may add a step instead of changing one.
  'propose-redline',
  'open-issue',
  'link-issue',
  'disposition-issue',
  'advance-issue',
  'resolve-issue',
  'reopen-issue',
  'join-batch',
  'leave-batch',
  'complete-run',
  'fail-run',
  'cancel-run',
]);

function targetExists(run: Run, step: Step | undefined, type: CommandType, targetId: Id): boolean {
  if (type === 'install-part' || type === 'uninstall-part' || type === 'except-requirement') {
    return step !== undefined && findRequirement(step, targetId) !== undefined;
  }
  if (type === 'remove-file') return step?.evidence?.some(({ id }) => id === targetId) ?? false;
  const field = findField(run, step, targetId);
  if (!field) return type === 'mark-not-applicable' && rowOf(step, targetId) !== undefined;
  return type === 'sign' ? field.type === 'signoff' : isValueField(field);
}
