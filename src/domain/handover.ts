/**
 * What the next person has to know, from the record alone: what was done, what is half done, what waits for whom, what
 * is out of range or has changed since it was signed. Every line tells the place that it leads to.
 */
import type { Blocker } from './command.js';
import { runWarnings, stepBlockers } from './completion.js';
import { doneAt, doneByRun, workBegan, type Done } from './handover-done.js';
import { waitingFor, type Waiting } from './handover-waits.js';
import {
  availableToWork,
  isFailureResolved,
  isOver,
  stepsInside,
  takenOut,
  type FindStep,
} from './lifecycle.js';
import { findStep, openLabor, type Comment, type Id, type Instant, type Run, type Step } from './run.js';

export type { Done } from './handover-done.js';
export type { Waiting } from './handover-waits.js';

/** Where a line leads. `stepId` is empty for what belongs to the run. */
export interface Place {
  stepId: Id;
  targetId: Id;
}

/** A step that was begun and is not complete, with what is missing in it. */
export interface HalfDone extends Place {
  status: Step['status'];
  /** Empty fields, parts that are not in, uploads that are not there. */
  missing: readonly Blocker[];
  values: number;
  parts: number;
  /** Of the parts that are missing, those of which some are in. */
  partsBegun: number;
  signoffs: number;
  uploads: number;
}

/** A value that does not hold, or a signature that no longer does. */
export interface Doubtful extends Place {
  kind: 'out-of-range' | 'failed-check' | 'stale-signoff' | 'rejected-signoff';
  /** Who signs again. */
  role?: string;
}

export interface Present extends Place {
  personId: Id;
  since: Instant;
}

export interface Handover {
  /** What is listed as done was done since then; absent where everything is. */
  since?: Instant;
  done: readonly Done[];
  half: readonly HalfDone[];
  waits: readonly Waiting[];
  doubtful: readonly Doubtful[];
  /** The steps that can be started now. */
  next: readonly Place[];
  /** Who is still checked in. */
  present: readonly Present[];
  /** The newest of each step, the newest first. */
  comments: readonly Comment[];
}

export interface HandoverOptions {
  /** Only this step, with those inside it. */
  stepId?: Id | undefined;
  /** Since when what was done counts; else since work began again after the last time that everybody had gone. */
  since?: Instant | undefined;
  /** What is outstanding at a step, where that is known already. */
  blockersOf?: (step: Step) => readonly Blocker[];
}

export function handover(
  run: Run,
  { stepId, since, blockersOf = (step) => stepBlockers(run, step.id) }: HandoverOptions = {},
): Handover {
  const only = stepId === undefined ? undefined : findStep(run, stepId);
  const steps = stepId === undefined ? run.steps : only ? [only, ...stepsInside(run, stepId)] : [];
  const byId = new Map(run.steps.map((step) => [step.id, step]));
  const find = (id: Id): Step | undefined => byId.get(id);
  const open = (isOver(run) ? [] : openSteps(run, steps, find)).map((step) => ({
    step,
    blockers: isBegun(step) ? blockersOf(step).filter(({ kind }) => kind !== 'not-checked-in') : [],
  }));
  const began = since ?? workBegan(steps);
  const half = open.flatMap(({ step, blockers }) => (isBegun(step) ? halfDone(step, blockers) : []));
  const todo = open
    .filter(({ step }) => step.status === 'todo')
    .map(({ step }) => ({ step, is: availableToWork(run, step, find) }));
  return {
    ...(began !== undefined && { since: began }),
    done: [...steps.flatMap((step) => doneAt(step, began)), ...(only ? [] : doneByRun(run, began))],
    half,
    waits: isOver(run) ? [] : waitingFor(run, { steps, open, whole: !only, find }),
    doubtful: isOver(run) ? [] : doubtfulAt(run, steps, open, !only, find),
    next: todo.filter(({ is }) => is.available).map(({ step }) => atStep(step)),
    present: steps.flatMap((step) =>
      openLabor(step).map((labor) => ({ ...atStep(step), personId: labor.personId, since: labor.in })),
    ),
    comments: steps
      .flatMap(({ id, latestComment }) => (latestComment ? { ...latestComment, stepId: id } : []))
      .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)),
  };
}

const atStep = ({ id }: Step): Place => ({ stepId: id, targetId: id });

/** Whether something happened there already, whatever has become of it since. */
const isBegun = ({ status, startedAt }: Step): boolean => startedAt !== undefined || status === 'in-progress';

/** The steps that somebody still has to do something about. */
const openSteps = (run: Run, steps: readonly Step[], find: FindStep): readonly Step[] =>
  steps.filter(
    (step) =>
      step.status !== 'complete' &&
      step.status !== 'canceled' &&
      !isFailureResolved(run, step) &&
      takenOut(run, step, find) === undefined,
  );

const missingKinds: ReadonlySet<string> = new Set([
  'empty-field',
  'uninstalled-requirement',
  'upload-pending',
] satisfies Blocker['kind'][]);

function halfDone(step: Step, blockers: readonly Blocker[]): HalfDone {
  const count = (...kinds: readonly Blocker['kind'][]): number =>
    blockers.filter(({ kind }) => kinds.includes(kind)).length;
  const missing = blockers.filter(({ kind }) => missingKinds.has(kind));
  const parts = new Set(
    missing.filter(({ kind }) => kind === 'uninstalled-requirement').map(({ targetId }) => targetId),
  );
  return {
    ...atStep(step),
    // The line leads to the first thing that is missing.
    targetId: missing[0]?.targetId ?? step.id,
    status: step.status,
    missing,
    values: count('empty-field'),
    parts: parts.size,
    partsBegun: step.requirements.filter(({ id, installs }) => parts.has(id) && installs.length > 0).length,
    signoffs: count('unapproved-signoff', 'rejected-signoff', 'stale-signoff'),
    uploads: count('upload-pending'),
  };
}

const doubtfulKinds: ReadonlySet<string> = new Set([
  'out-of-range',
  'failed-check',
  'stale-signoff',
  'rejected-signoff',
] satisfies Doubtful['kind'][]);

function doubtfulAt(
  run: Run,
  steps: readonly Step[],
  open: readonly { step: Step; blockers: readonly Blocker[] }[],
  whole: boolean,
  find: FindStep,
): readonly Doubtful[] {
  const inside = new Set(steps.map(({ id }) => id));
  const seen = new Set<Id>();
  const found: Doubtful[] = [];
  const add = (kind: string, stepId: Id, targetId: Id): void => {
    if (!doubtfulKinds.has(kind) || seen.has(targetId)) return;
    seen.add(targetId);
    const field =
      stepId === ''
        ? run.gates.find(({ id }) => id === targetId)
        : find(stepId)?.fields.find(({ id }) => id === targetId);
    found.push({
      kind: kind as Doubtful['kind'],
      stepId,
      targetId,
      ...(field?.type === 'signoff' && { role: field.role }),
    });
  };
  for (const { blockers } of open)
    for (const { kind, stepId, targetId } of blockers) add(kind, stepId, targetId);
  for (const { kind, stepId, targetId } of runWarnings(run)) {
    if (stepId === '' ? !whole : !inside.has(stepId)) continue;
    add(
      kind === 'out-of-range-without-issue' ? outOfRangeKind(find(stepId), targetId) : kind,
      stepId,
      targetId,
    );
  }
  return found;
}

const outOfRangeKind = (step: Step | undefined, targetId: Id): Doubtful['kind'] =>
  step?.fields.find(({ id }) => id === targetId)?.type === 'pass-fail' ? 'failed-check' : 'out-of-range';
