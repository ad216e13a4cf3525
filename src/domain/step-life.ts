/** What happens to a step beside the work in it: holding, failing, reworking, canceling, and the way back. */
import { createdId, type Decider, type Refusal } from './command.js';
import { isOpen, newIssue, wrongIssue } from './issue.js';
import { closeLabor, closeOwnLabor } from './labor.js';
import { stepsInside } from './lifecycle.js';
import {
  findStep,
  policyOf,
  type Failure,
  type Field,
  type Hold,
  type Id,
  type Redline,
  type Run,
  type Step,
} from './run.js';
import { allowsRework, repeatsOf, reworkOf } from './rework.js';
import { said } from './said.js';

const reasonNeeded: Refusal = { refused: 'invalid', detail: { reason: 'reason-needed' } };

/** Work stops, with a reason that can be counted and a comment that can be read (R94); everybody is checked out. */
export const holdStep: Decider<'hold-step'> = (command, { run, by, at }) => {
  const { stepId } = command;
  const step = findStep(run, stepId)!;
  const reason = said(command.reason);
  const comment = said(command.comment);
  if (reason === '') return reasonNeeded;
  const before = step.status === 'todo' ? 'todo' : 'in-progress';
  const hold: Hold = { reason, ...(comment && { comment }), before, by, at };
  return [
    ...closeLabor(run, step),
    { type: 'step-held', stepId, hold },
    ...(comment
      ? [
          {
            type: 'commented' as const,
            stepId,
            comment: { id: createdId(command), stepId, by, at, text: comment, hold: reason },
          },
        ]
      : []),
  ];
};

/** Back to work where it was going on, else to do; nobody is checked in by that. */
export const resumeStep: Decider<'resume-step'> = ({ stepId }) => [{ type: 'step-resumed', stepId }];

/**
 * A failed step needs words; an issue may be named, or is opened where the policy says so (R14, R15). One that is resolved
 * settles nothing that came after.
 */
export const failStep: Decider<'fail-step'> = (command, { run, by, at }) => {
  const { stepId, issueId } = command;
  const step = findStep(run, stepId)!;
  const reason = said(command.reason);
  if (reason === '') return reasonNeeded;
  const named = run.issues.find(({ id }) => id === issueId);
  if (issueId !== undefined && !named) return { refused: 'not-found' };
  if (named && !isOpen(named)) return wrongIssue(named);
  const opens = !named && policyOf(run, step).issueOnFail;
  const settledBy = named?.id ?? (opens ? createdId(command) : undefined);
  const opened = { id: createdId(command), title: reason, links: [stepId] };
  const failure: Failure = { reason, ...(settledBy !== undefined && { issueId: settledBy }), by, at };
  return [
    ...closeLabor(run, step),
    ...(opens ? [{ type: 'issue-opened' as const, stepId, issue: newIssue({ run, by, at }, opened) }] : []),
    ...(named && !named.links.includes(stepId)
      ? [{ type: 'issue-linked' as const, stepId, issueId: named.id, links: [stepId] }]
      : []),
    { type: 'step-failed', stepId, failure },
  ];
};

const otherwise: Refusal = { refused: 'not-permitted', detail: { reason: 'rework-otherwise' } };

/** A failed or a completed step is to do again, with all that was recorded (R16). */
export const reopenStep: Decider<'reopen-step'> = (command, { run }) => {
  const { stepId } = command;
  const step = findStep(run, stepId)!;
  const reason = said(command.reason);
  if (!reworkOf(run, step).includes('reopen')) return otherwise;
  return reason === '' ? reasonNeeded : [{ type: 'step-reopened', stepId, reason }];
};

/**
 * The same step again and empty, with those inside it, put in after the failed one, which stays as it was. What was a
 * second try already is not tried twice, and what was to come in by a redline comes in by that alone.
 */
export const duplicateStep: Decider<'duplicate-step'> = (command, { run }) => {
  const { stepId } = command;
  const step = findStep(run, stepId)!;
  if (!allowsRework(policyOf(run, step), 'duplicate')) return otherwise;
  if (repeatsOf(run, stepId).length > 0) return [];
  const id = createdId(command);
  const ids = new Map([[stepId, id]]);
  const inside = stepsInside(run, stepId).filter((one) => {
    const comesAlong = ids.has(one.parentId!) && one.duplicateOf === undefined && !unapproved(run, one.id);
    if (comesAlong) ids.set(one.id, `${id}:${one.id}`);
    return comesAlong;
  });
  return [step, ...inside].map((one) => ({
    type: 'step-duplicated',
    stepId: one.id,
    step: emptyCopy(one, ids),
  }));
};

/** Ids are made from the new step's, since every target of a run has its own. */
function emptyCopy(step: Step, ids: ReadonlyMap<Id, Id>): Step {
  const id = ids.get(step.id)!;
  const own = (target: Id): Id => `${id}:${target}`;
  const { title, instructions, required, upstream, parentId, policy, grid, canceled } = step;
  return {
    id,
    duplicateOf: step.id,
    ...(parentId !== undefined && { parentId: ids.get(parentId) ?? parentId }),
    title,
    instructions,
    status: step.status === 'canceled' ? 'canceled' : 'todo',
    ...(canceled && { canceled }),
    upstream: upstream.map((one) => ids.get(one) ?? one),
    required,
    version: '0',
    fields: step.fields.map((field) => ({ ...emptied(field), id: own(field.id), version: '0' })),
    ...(grid && { grid }),
    requirements: step.requirements.map(({ exception: _, ...one }) => ({
      ...one,
      id: own(one.id),
      ...(one.partOf !== undefined && { partOf: own(one.partOf) }),
      installs: [],
      version: '0',
    })),
    labor: [],
    commentCount: 0,
    ...(policy && { policy }),
  };
}

function emptied(field: Field): Field {
  if (field.type === 'signoff') return { ...field, decisions: [] };
  const { record: _, shown: __, ...empty } = field as Field & { record?: unknown; shown?: unknown };
  return empty;
}

export const cancelStep: Decider<'cancel-step'> = (command, { run }) => {
  const { stepId } = command;
  const reason = said(command.reason);
  if (reason === '') return reasonNeeded;
  return [...closeLabor(run, findStep(run, stepId)!), { type: 'step-canceled', stepId, reason }];
};

/** The redline that was to add this step, where nobody has approved it. */
const unapproved = ({ redlines }: Run, stepId: Id): Redline | undefined =>
  redlines.find((one) => one.adds && one.stepId === stepId && one.status !== 'accepted');

/** A step that was to come in by a redline comes in by that alone. */
export const restoreStep: Decider<'restore-step'> = ({ stepId }, { run }) => {
  const redline = unapproved(run, stepId);
  return redline
    ? { refused: 'invalid', detail: { reason: 'redline-status', status: redline.status } }
    : [{ type: 'step-restored', stepId }];
};

/** Failing the run is an act of its own (R18), and so is canceling it. Everybody is checked out. */
const endRun =
  (status: 'failed' | 'canceled'): Decider<'fail-run' | 'cancel-run'> =>
  (command, { run }) => {
    const reason = said(command.reason);
    if (reason === '') return reasonNeeded;
    return [...run.steps.flatMap(closeOwnLabor), { type: 'run-ended', status, reason }];
  };
export const failRun = endRun('failed');
export const cancelRun = endRun('canceled');
