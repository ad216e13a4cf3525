/** Who or what is waited for: sign-offs by role, holds, failed steps, issues, redlines, earlier steps. */
import type { Blocker, CommandType } from './command.js';
import { fieldBlockers } from './completion.js';
import { issuesIn } from './issue.js';
import { availableToWork, isFailureResolved, takenOut } from './lifecycle.js';
import { permits } from './permission.js';
import {
  policyOf,
  type Id,
  type Instant,
  type Issue,
  type Redline,
  type Run,
  type SignoffField,
  type Step,
} from './run.js';
import { maySign } from './signoff.js';

interface At {
  stepId: Id;
  targetId: Id;
}
/** `people` may do something about it. */
interface ForPeople extends At {
  people: readonly Id[];
}

export type Waiting =
  | (At & { kind: 'hold'; reason: string; comment?: string; by: Id; at: Instant })
  /** Work stands still for a reason that the record does not tell. */
  | (At & { kind: 'stopped'; status: Step['status']; reported?: string })
  /** To be done again, or settled by its issue. */
  | (ForPeople & { kind: 'failed'; reason?: string })
  /** Required, and taken out. */
  | (ForPeople & { kind: 'canceled' })
  | (ForPeople & { kind: 'issue'; status: Issue['status'] })
  | (ForPeople & { kind: 'redline'; status: Redline['status'] })
  /** `ready`: everything else at its step is there. */
  | (ForPeople & { kind: 'signoff'; role: string; ready: boolean })
  | (At & { kind: 'upstream' | 'parent'; waitsFor: readonly Id[] });

export interface Scope {
  steps: readonly Step[];
  open: readonly { step: Step; blockers: readonly Blocker[] }[];
  /** All of the run, with what belongs to no step. */
  whole: boolean;
  find: (id: Id) => Step | undefined;
}

const order: readonly Waiting['kind'][] = [
  'hold',
  'failed',
  'stopped',
  'redline',
  'issue',
  'signoff',
  'canceled',
  'upstream',
  'parent',
];

/** What stops work comes first, what only has its turn later last. */
export function waitingFor(run: Run, scope: Scope): readonly Waiting[] {
  const able = peopleWho(run);
  const inRedline = new Set(run.redlines.filter(isOpen).map(({ stepId }) => stepId));
  return [
    ...scope.steps.flatMap((step) => canceledStep(run, step, scope, able)),
    ...scope.open.flatMap(({ step, blockers }) => [
      ...(step.status === 'redline' && inRedline.has(step.id) ? [] : standing(run, step, able, scope.find)),
      ...signoffs(run, step, blockers),
    ]),
    ...issues(run, scope, able),
    ...redlines(run, scope, able),
    ...(scope.whole ? gates(run) : []),
  ].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

type Able = (type: CommandType) => readonly Id[];

/** Who may give a command, found once for all that wait for it. */
function peopleWho({ people }: Run): Able {
  const found = new Map<CommandType, readonly Id[]>();
  return (type) => {
    const known = found.get(type);
    if (known) return known;
    const able = people.filter((person) => permits(person, type) === undefined).map(({ id }) => id);
    found.set(type, able);
    return able;
  };
}

/** Why nobody goes on with a step, where nobody does. */
function standing(run: Run, step: Step, able: Able, find: Scope['find']): readonly Waiting[] {
  const { status, hold, failures, reported } = step;
  const at = { stepId: step.id, targetId: step.id };
  if (status === 'hold' && hold) return [{ ...at, kind: 'hold', ...hold }];
  if (status === 'failed') {
    const reason = failures?.at(-1)?.reason;
    return [{ ...at, kind: 'failed', ...(reason !== undefined && { reason }), people: able('reopen-step') }];
  }
  if (status === 'todo' || status === 'in-progress') {
    const { reason, waitsFor } = availableToWork(run, step, find);
    if (reason === 'upstream' || reason === 'parent') return [{ ...at, kind: reason, waitsFor }];
    return reason === undefined ? [] : [{ ...at, kind: 'stopped', status }];
  }
  return [{ ...at, kind: 'stopped', status, ...(reported !== undefined && { reported }) }];
}

function canceledStep(run: Run, step: Step, { find }: Scope, able: Able): readonly Waiting[] {
  const waits =
    step.status === 'canceled' &&
    step.required &&
    policyOf(run, step).canceledRequired === 'required' &&
    takenOut(run, step, find) === undefined;
  return waits
    ? [{ kind: 'canceled', stepId: step.id, targetId: step.id, people: able('restore-step') }]
    : [];
}

const maySignNow = (run: Run, step: Step | undefined, field: SignoffField): readonly Id[] =>
  run.people
    .filter((person) => permits(person, 'sign') === undefined && !maySign(run, step, field, person.id))
    .map(({ id }) => id);

function signoffs(run: Run, step: Step, blockers: readonly Blocker[]): readonly Waiting[] {
  const open = blockers.filter(({ kind }) => kind === 'unapproved-signoff');
  const ready = blockers.every(({ kind }) => kind.endsWith('-signoff'));
  return open.flatMap(({ targetId }): readonly Waiting[] => {
    const field = step.fields.find(({ id }) => id === targetId);
    if (field?.type !== 'signoff') return [];
    const people = maySignNow(run, step, field);
    return [{ kind: 'signoff', stepId: step.id, targetId, role: field.role, ready, people }];
  });
}

/** Approvals of the run: all of its steps come first. */
function gates(run: Run): readonly Waiting[] {
  const ready = run.steps.every(
    (step) => step.status === 'complete' || step.status === 'canceled' || isFailureResolved(run, step),
  );
  return run.gates.flatMap((gate): readonly Waiting[] =>
    fieldBlockers(run, undefined, gate)
      .filter(({ kind }) => kind === 'open-gate')
      .map(() => ({
        kind: 'signoff',
        stepId: '',
        targetId: gate.id,
        role: gate.role,
        ready,
        people: maySignNow(run, undefined, gate),
      })),
  );
}

function issues(run: Run, { steps, whole }: Scope, able: Able): readonly Waiting[] {
  const open = run.issues.filter(({ status }) => status !== 'resolved');
  if (open.length === 0) return [];
  const places = new Map<Id, Id>();
  for (const step of steps)
    for (const issue of issuesIn(run, step)) if (!places.has(issue.id)) places.set(issue.id, step.id);
  return open
    .filter(({ id }) => whole || places.has(id))
    .map(({ id, status }) => ({
      kind: 'issue',
      stepId: places.get(id) ?? '',
      targetId: id,
      status,
      people: able(status === 'pending' ? 'disposition-issue' : 'advance-issue'),
    }));
}

/** Proposed and not decided, or decided and not closed. */
const isOpen = ({ status, closed }: Redline): boolean =>
  status === 'open' || status === 'unknown' || (status !== 'canceled' && !closed);

function redlines(run: Run, { steps, whole }: Scope, able: Able): readonly Waiting[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  return run.redlines
    .filter(
      (one) =>
        isOpen(one) &&
        (one.status === 'open' || byId.get(one.stepId)?.status === 'redline') &&
        (whole || byId.has(one.stepId)),
    )
    .map(({ id, stepId, status }) => ({
      kind: 'redline',
      stepId: byId.has(stepId) ? stepId : '',
      targetId: id,
      status,
      people: able(status === 'open' ? 'approve-redline' : 'close-redline'),
    }));
}
