/** What stands in the way of completing a step or a run, and what only deserves a warning. */
import type { Blocker, BlockerKind, Decider, Warning } from './command.js';
import { isOutOfRange } from './fields.js';
import { isRowNotApplicable } from './grid.js';
import { isSatisfied } from './install.js';
import { closeLabor, closeOwnLabor } from './labor.js';
import { isFailureResolved, takenOut } from './lifecycle.js';
import {
  isFilled,
  isValueField,
  recordOf,
  findStep,
  isCheckedIn,
  policyOf,
  type Field,
  type Id,
  type Requirement,
  type Run,
  type Step,
} from './run.js';
import { list, said } from './said.js';
import { lastDecision, signoffState } from './signoff.js';

export { runCounts, type RunCounts } from './counts.js';

const none: readonly Blocker[] = [];

const linked = new WeakMap<Run['issues'], ReadonlySet<Id>>();

/** Whether an issue is linked to any of these. Asked for every value that is out of range, so the links are kept. */
function hasIssue(run: Run, ...targets: readonly Id[]): boolean {
  const ids = linked.get(run.issues) ?? new Set(run.issues.flatMap(({ links }) => links));
  linked.set(run.issues, ids);
  return targets.some((id) => ids.has(id));
}

/** What blocks at one field. Only the field, its issues and its policy are looked at. */
export function fieldBlockers(run: Run, step: Step | undefined, field: Field): readonly Blocker[] {
  const blocker = (kind: BlockerKind): readonly Blocker[] => [
    { kind, stepId: step?.id ?? '', targetId: field.id },
  ];
  if (field.type === 'signoff') {
    if (!field.required || (step && field.cell && isRowNotApplicable(step, field.cell.row))) return none;
    const state = signoffState(run, step, field);
    if (state === 'approved') return none;
    if (state === 'stale')
      // What is asked for since then nobody has approved (R68).
      return policyOf(run, step).staleSignature === 'block' ||
        lastDecision(field)!.covers[field.id] !== field.asked
        ? blocker('stale-signoff')
        : none;
    return blocker(step ? (state === 'rejected' ? 'rejected-signoff' : 'unapproved-signoff') : 'open-gate');
  }
  if (!isFilled(field)) return field.required ? blocker('empty-field') : none;
  if (!isOutOfRange(field) || isExcusedOutOfRange(run, step, field)) return none;
  return blocker(field.type === 'pass-fail' ? 'failed-check' : 'out-of-range');
}

/** Whether the policy lets a value that is out of range pass as it stands (R34, R35). */
function isExcusedOutOfRange(run: Run, step: Step | undefined, field: Field): boolean {
  switch (policyOf(run, step).outOfRange) {
    case 'block':
      return false;
    case 'with-issue':
      return hasIssue(run, field.id, step?.id ?? field.id);
    case 'with-rationale':
      return recordOf(field)?.deviation !== undefined;
    case 'warn':
      return true;
  }
}

export const requirementBlockers = (step: Step, requirement: Requirement): readonly Blocker[] =>
  isSatisfied(requirement)
    ? none
    : [{ kind: 'uninstalled-requirement', stepId: step.id, targetId: requirement.id }];

const byParent = new WeakMap<Run['steps'], ReadonlyMap<Id | undefined, readonly Step[]>>();

/** The steps inside a step, looked up once for a run that is judged whole. */
function childrenOf({ steps }: Run, { id }: Step): readonly Step[] {
  let children = byParent.get(steps);
  if (!children) {
    const made = new Map<Id | undefined, Step[]>();
    for (const step of steps) {
      const beside = made.get(step.parentId) ?? [];
      beside.push(step);
      made.set(step.parentId, beside);
    }
    byParent.set(steps, (children = made));
  }
  return children.get(id) ?? [];
}

/** What blocks at the step itself rather than at something in it. */
export function stepOwnBlockers(run: Run, step: Step): readonly Blocker[] {
  const children = childrenOf(run, step)
    .filter((child) => child.required && !isDone(run, child))
    .map((child): Blocker => ({ kind: 'incomplete-step', stepId: step.id, targetId: child.id }));
  const unresolved = run.issues.filter((issue) => issue.status !== 'resolved');
  if (unresolved.length === 0 || !policyOf(run, step).blockingIssues) return children;
  const targets = new Set(targetIds(step));
  const issues = unresolved
    .filter((issue) => issue.links.some((id) => targets.has(id)))
    .map((issue): Blocker => ({ kind: 'blocking-issue', stepId: step.id, targetId: issue.id }));
  return [...children, ...issues];
}

/** What blocks at one target of a step. */
export function targetBlockers(run: Run, step: Step, targetId: Id): readonly Blocker[] {
  const field = step.fields.find(({ id }) => id === targetId);
  if (field) return fieldBlockers(run, step, field);
  const requirement = step.requirements.find(({ id }) => id === targetId);
  if (requirement) return requirementBlockers(step, requirement);
  return targetId === step.id ? stepOwnBlockers(run, step) : none;
}

/**
 * Everything that stands in the way of completing a step, in the step's order. With a person, their missing
 * check-in is named as well (R74).
 */
export function stepBlockers(run: Run, stepId: Id, personId?: Id): readonly Blocker[] {
  const step = findStep(run, stepId);
  if (!step) return none;
  return [
    ...notCheckedIn(step, personId),
    ...step.fields.flatMap((field) => fieldBlockers(run, step, field)),
    ...step.requirements.flatMap((requirement) => requirementBlockers(step, requirement)),
    ...stepOwnBlockers(run, step),
  ];
}

export const notCheckedIn = (step: Step, personId: Id | undefined): readonly Blocker[] =>
  personId === undefined || isCheckedIn(step, personId)
    ? none
    : [{ kind: 'not-checked-in', stepId: step.id, targetId: step.id }];

const isDone = (run: Run, step: Step): boolean =>
  step.status === 'complete' ||
  isFailureResolved(run, step) ||
  (step.status === 'canceled' && policyOf(run, step).canceledRequired === 'excused') ||
  // The step around it speaks for it.
  takenOut(run, step) !== undefined;

/**
 * Everything that stands in the way of completing the run (R99): required steps that are not complete, with what is
 * missing in those that were begun, and the run's own gates.
 */
export function runBlockers(
  run: Run,
  blockersOf: (step: Step) => readonly Blocker[] = (step) => stepBlockers(run, step.id),
): readonly Blocker[] {
  const steps = run.steps
    .filter((step) => step.required && !isDone(run, step))
    .flatMap((step) => [
      { kind: 'incomplete-step', stepId: step.id, targetId: step.id } as const,
      ...(step.startedAt === undefined ? none : blockersOf(step)),
    ]);
  const gates = run.gates.flatMap((gate) => fieldBlockers(run, undefined, gate));
  const blocking = run.policy.blockingWarnings;
  const warnings = (blocking.length > 0 ? runWarnings(run) : [])
    .filter((warning) => blocking.includes(warning.kind))
    .map(({ kind, stepId, targetId }): Blocker => ({
      kind: blockerOfWarning[kind] ?? 'blocking-issue',
      stepId,
      targetId,
    }));
  return [...steps, ...gates, ...warnings];
}

const blockerOfWarning: Readonly<Partial<Record<string, BlockerKind>>> = {
  'open-issue': 'blocking-issue',
  'open-redline': 'incomplete-step',
  'out-of-range-without-issue': 'out-of-range',
  'stale-signoff': 'stale-signoff',
  'unfinished-step': 'incomplete-step',
};

/** What a reviewer should know before completing the run; the policy may make any of it block (R100). */
export function runWarnings(run: Run): readonly Warning[] {
  const unresolved = run.issues.filter((issue) => issue.status !== 'resolved');
  const places = stepsOf(run, new Set(unresolved.flatMap(({ links }) => links)));
  const issues = unresolved.map((issue): Warning => ({
    kind: 'open-issue',
    stepId: issue.links.map((id) => places.get(id)).find((id) => id !== undefined) ?? '',
    targetId: issue.id,
  }));
  const redlines = run.redlines
    .filter((redline) => redline.status === 'open')
    .map((redline): Warning => ({ kind: 'open-redline', stepId: redline.stepId, targetId: redline.id }));
  const gates = run.gates
    .filter((gate) => gate.required && signoffState(run, undefined, gate) === 'stale')
    .map((gate): Warning => ({ kind: 'stale-signoff', stepId: '', targetId: gate.id }));
  return [...issues, ...redlines, ...run.steps.flatMap((step) => stepWarnings(run, step)), ...gates];
}

function stepWarnings(run: Run, step: Step): readonly Warning[] {
  const warnings: Warning[] = [];
  const warn = (kind: Warning['kind'], targetId: Id): number =>
    warnings.push({ kind, stepId: step.id, targetId });
  if (
    !step.required &&
    ['in-progress', 'hold', 'redline', 'failed'].includes(step.status) &&
    !isFailureResolved(run, step) &&
    !takenOut(run, step)
  ) {
    warn('unfinished-step', step.id);
  }
  for (const field of step.fields) {
    if (isValueField(field) && isOutOfRange(field) && !field.record?.deviation) {
      if (!hasIssue(run, field.id, step.id)) warn('out-of-range-without-issue', field.id);
    } else if (field.type === 'signoff' && field.required && signoffState(run, step, field) === 'stale') {
      warn('stale-signoff', field.id);
    }
  }
  return warnings;
}

const targetIds = ({ id, fields, requirements }: Step): readonly Id[] => [
  id,
  ...fields.map((field) => field.id),
  ...requirements.flatMap(({ id: own, installs }) => [own, ...installs.map((install) => install.id)]),
];

/** The steps to which some targets belong. */
function stepsOf(run: Run, targets: ReadonlySet<Id>): ReadonlyMap<Id, Id> {
  const steps = new Map<Id, Id>();
  if (targets.size === 0) return steps;
  for (const step of run.steps) {
    for (const id of targetIds(step)) if (targets.has(id)) steps.set(id, step.id);
  }
  return steps;
}

/** Names a warning, so that an acknowledgement can cite it. */
export const warningKey = (warning: Warning): string => `${warning.kind}:${warning.targetId}`;

/** Completing a step asks for a checked-in person and for nothing outstanding (R74, R75); everybody is checked out (R4). */
export const completeStep: Decider<'complete-step'> = (command, { run, by }) => {
  const step = findStep(run, command.stepId)!;
  const blockers = stepBlockers(run, step.id, by);
  if (blockers.length > 0) return { refused: 'blocked', blockers };
  return [...closeLabor(run, step), { type: 'step-completed', stepId: step.id }];
};

/**
 * Completing a run judges it afresh (R112): a blocker refuses, and so does a warning that the reviewer has not
 * acknowledged, since it was not there when they looked.
 */
export const completeRun: Decider<'complete-run'> = (command, { run, by, at }) => {
  const blockers = runBlockers(run);
  if (blockers.length > 0) return { refused: 'blocked', blockers };
  const acknowledged = list(command.acknowledged).map(said);
  const warnings = runWarnings(run).filter((warning) => !acknowledged.includes(warningKey(warning)));
  if (warnings.length > 0) return { refused: 'blocked', blockers: [], detail: { warnings } };
  const note = said(command.note);
  return [
    ...run.steps.flatMap(closeOwnLabor),
    {
      type: 'run-completed',
      completion: { by, at, ...(note && { note }), acknowledged },
    },
  ];
};
