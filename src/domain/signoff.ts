/** Sign-offs: who may decide, what a decision covers, and when it no longer stands. */
import { createdId, type Decider, type Refusal } from './command.js';
import { cellsOf } from './grid.js';
import {
  findField,
  findPerson,
  findStep,
  rolesOf,
  type Decision,
  type Id,
  type Run,
  type SignoffField,
  type Step,
  type Version,
} from './run.js';
import { said } from './said.js';

export type SignoffState = 'open' | 'approved' | 'rejected' | 'stale';

type Where = Partial<Pick<SignoffField, 'id' | 'cell' | 'asked'>>;

interface Covered {
  id: Id;
  version: Version;
}

/**
 * A decision speaks of its own sign-off too, once a redline has changed what that asks for: it answers what was asked
 * when it was made, and stays as it was given, with the role and the meaning of then. Where something else is asked for
 * now, an approval is stale and names the sign-off itself; a rejection stays one until somebody of the role of now
 * decides otherwise.
 */
function covered(run: Run, step: Step | undefined, { id = '', cell, asked }: Where = {}): readonly Covered[] {
  if (!step) return run.steps;
  const values = (cell ? cellsOf(step, cell.row) : step.fields).filter(({ type }) => type !== 'signoff');
  const own = asked === undefined ? [] : [{ id, version: asked }];
  if (cell) return [...own, ...values];
  const evidence = (step.evidence ?? []).map((one) => ({
    id: one.id,
    version: one.removed ? 'removed' : 'attached',
  }));
  return [...own, ...values, ...step.requirements, ...evidence, ...instructed(run, step)];
}

/** By which redline a step has its instructions; nothing while they are those of the procedure. */
function instructed({ redlines }: Run, { id }: Step): readonly Covered[] {
  const last = redlines.findLast(
    ({ stepId, status, changes }) =>
      stepId === id && status === 'accepted' && changes?.some(({ change }) => change === 'instructions'),
  );
  return last ? [{ id, version: last.id }] : [];
}

/**
 * The version of all that is on the screen when somebody decides: of the step, or, for a gate, of every step and of the
 * gate itself.
 */
export const versionSeen = (run: Run, step: Step | undefined, field: SignoffField): Version =>
  step ? step.version : [field, ...run.steps].map(({ version }) => version).join(' ');

/**
 * Everything that a decision at this place speaks of: a step's values, parts, evidence and instructions, in a grid the
 * values of its row, or, for a gate, all steps.
 */
export const coverage = (run: Run, step: Step | undefined, field?: Where): Readonly<Record<Id, Version>> =>
  Object.fromEntries(covered(run, step, field).map(({ id, version }) => [id, version]));

export const lastDecision = (field: SignoffField): Decision | undefined => field.decisions.at(-1);

/** What has changed since a decision, by target. Any difference counts: changed, added, taken away. */
export function changedSince(
  run: Run,
  step: Step | undefined,
  decision: Decision,
  field?: Where,
): readonly Id[] {
  const now = coverage(run, step, field);
  const ids = new Set([...Object.keys(now), ...Object.keys(decision.covers)]);
  return [...ids].filter((id) => now[id] !== decision.covers[id]);
}

/** Whether anything has changed since. Asked at every change of a step, so it lists nothing. */
function isStale(run: Run, step: Step | undefined, { covers }: Decision, field: Where): boolean {
  const targets = covered(run, step, field);
  return (
    targets.some(({ id, version }) => covers[id] !== version) || targets.length !== Object.keys(covers).length
  );
}

export function signoffState(run: Run, step: Step | undefined, field: SignoffField): SignoffState {
  const decision = lastDecision(field);
  if (!decision) return 'open';
  if (decision.decision === 'reject') return 'rejected';
  return isStale(run, step, decision, field) ? 'stale' : 'approved';
}

/** Whether this person may decide here (R67, R69), apart from status and the permission to sign. */
export function maySign(
  run: Run,
  step: Step | undefined,
  field: SignoffField,
  personId: Id,
): Refusal | undefined {
  const person = findPerson(run, personId);
  const no = (reason: 'role' | 'peer-review'): Refusal => ({
    refused: 'not-permitted',
    detail: { reason, needs: field.role },
  });
  if (!person || !rolesOf(run, person).has(field.role)) return no('role');
  return field.peerReview && workedOn(run, step, personId) ? no('peer-review') : undefined;
}

/** Whoever logged labor, recorded a value, brought evidence or installed a part has worked on it; a comment is no work. */
function workedOn(run: Run, step: Step | undefined, personId: Id): boolean {
  return (step ? [step] : run.steps).some(
    ({ labor, fields, requirements, evidence = [] }) =>
      labor.some((one) => one.personId === personId) ||
      fields.some((field) => 'record' in field && field.record?.by === personId) ||
      evidence.some(({ by, removed }) => by === personId || removed?.by === personId) ||
      requirements.some((requirement) => requirement.installs.some((install) => install.by === personId)),
  );
}

/** Records a decision with its meaning and everything that it covers (R71). */
export const sign: Decider<'sign'> = (command, { run, by, at, identifiedBy }) => {
  const step = command.stepId === undefined ? undefined : findStep(run, command.stepId);
  const field = findField(run, step, command.targetId);
  if (field?.type !== 'signoff') return { refused: 'not-found' };
  const refusal = maySign(run, step, field, by);
  if (refusal) return refusal;
  if (command.decision !== 'approve' && command.decision !== 'reject') {
    return { refused: 'invalid', detail: { reason: 'not-an-option', message: said(command.decision) } };
  }
  const comment = said(command.comment);
  if (command.decision === 'reject' && comment === '')
    return { refused: 'invalid', detail: { reason: 'comment-needed' } };
  const decision: Decision = {
    id: createdId(command),
    decision: command.decision,
    by,
    role: field.role,
    at,
    ...(field.meaning !== undefined && { meaning: field.meaning }),
    ...(comment && { comment }),
    ...(identifiedBy !== undefined && { identifiedBy }),
    covers: coverage(run, step, field),
  };
  return [{ type: 'signed', ...(step && { stepId: step.id }), targetId: field.id, decision }];
};
