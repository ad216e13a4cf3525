/** People at a step: starting it, checking in and out, and the labor that this records. */
import { createdId, type Command, type Decider, type EventRequest } from './command.js';
import { stepsInside, workRefused } from './lifecycle.js';
import {
  findStep,
  isCheckedIn,
  openLabor,
  type Id,
  type Instant,
  type Labor,
  type Run,
  type Step,
} from './run.js';
import { said } from './said.js';

const checkedIn = (command: Command<'start-step' | 'check-in'>, personId: Id, at: Instant): EventRequest => ({
  type: 'checked-in',
  stepId: command.stepId,
  labor: { id: createdId(command), personId, in: at },
});

/** One act starts the step and checks the person in (R1); the first start begins the run (R21). */
export const startStep: Decider<'start-step'> = (command, { run, by, at }) => {
  const step = findStep(run, command.stepId)!;
  return (
    workRefused(run, step) ?? [
      ...(run.status === 'todo' || run.startedAt === undefined ? [{ type: 'run-started' } as const] : []),
      { type: 'step-started', stepId: step.id },
      ...(isCheckedIn(step, by) ? [] : [checkedIn(command, by, at)]),
    ]
  );
};

export const checkIn: Decider<'check-in'> = (command, { run, by, at }) => {
  const step = findStep(run, command.stepId)!;
  if (isCheckedIn(step, by)) return { refused: 'invalid', detail: { reason: 'already-checked-in' } };
  return workRefused(run, step) ?? [checkedIn(command, by, at)];
};

export const checkOut: Decider<'check-out'> = (command, { run, by }) => {
  const labor = openLabor(findStep(run, command.stepId)!).filter((one) => one.personId === by);
  if (labor.length === 0) return { refused: 'invalid', detail: { reason: 'not-checked-in' } };
  return labor.map(({ id }) => ({
    type: 'checked-out',
    stepId: command.stepId,
    laborId: id,
    personId: by,
    because: command.because === 'idle' ? 'idle' : 'asked',
  }));
};

/** Leaving in-progress closes everybody's labor (R4), also that at the steps inside, where work cannot go on either (R6). */
export const closeLabor = (run: Run, step: Step): readonly EventRequest[] =>
  [step, ...stepsInside(run, step.id)].flatMap(closeOwnLabor);

export const closeOwnLabor = (step: Step): readonly EventRequest[] =>
  openLabor(step).map(({ id, personId }) => ({
    type: 'checked-out',
    stepId: step.id,
    laborId: id,
    personId,
    because: 'step-left',
  }));

/** As the record keeps instants, so that they compare as text: of a year of four digits. */
const isInstant = (text: Instant): boolean => {
  const time = Date.parse(text);
  return /^\d/.test(text) && !Number.isNaN(time) && new Date(time).toISOString() === text;
};

/** Times that were forgotten or wrong are set right, by who may, with the reason; the times before stay in the history (R97). */
export const editLabor: Decider<'edit-labor'> = (command, { run, at }) => {
  const { stepId, laborId } = command;
  const all = findStep(run, stepId)!.labor;
  const before = all.find(({ id }) => id === laborId);
  if (!before) return { refused: 'not-found' };
  const out = command.out ?? undefined;
  const reason = said(command.reason);
  if (reason === '') return { refused: 'invalid', detail: { reason: 'reason-needed' } };
  const ordered = [command.in, out ?? command.in, at];
  const crossed = !ordered.every((time, index) => isInstant(time) && (ordered[index - 1] ?? '') <= time);
  const labor = { ...before, in: command.in, ...(out !== undefined && { out }) };
  // No time of one person at one step counts twice.
  const isTwice = all.some(
    (one) =>
      one !== before &&
      one.personId === before.personId &&
      one.in < (labor.out ?? at) &&
      labor.in < (one.out ?? at),
  );
  if (crossed || isTwice || (out === undefined && before.out !== undefined)) {
    return { refused: 'invalid', detail: { reason: 'times-crossed' } };
  }
  return [{ type: 'labor-edited', stepId, labor, before, reason }];
};

// Looking at labor ------------------------------------------------------------------------------------------

/** Everything that a person is checked in to (R96). */
export const laborOf = (run: Run, personId: Id): readonly { step: Step; labor: Labor }[] =>
  run.steps.flatMap((step) =>
    openLabor(step).flatMap((labor) => (labor.personId === personId ? [{ step, labor }] : [])),
  );

/** Milliseconds of work until now, of one person or of all (R95). */
export const laborTime = (step: Step, now: Instant, personId?: Id): number =>
  step.labor
    .filter((one) => personId === undefined || one.personId === personId)
    .reduce((sum, one) => sum + Math.max(0, Date.parse(one.out ?? now) - Date.parse(one.in) || 0), 0);

/** Time that was worked and time that runs: at any instant `fixed + running × instant`, so that a clock adds up nothing. */
export interface WorkedTime {
  fixed: number;
  /** How many people it is running for. */
  running: number;
}

export function workedTime(labor: readonly Labor[]): WorkedTime {
  let fixed = 0;
  let running = 0;
  for (const one of labor) {
    const begin = Date.parse(one.in);
    const end = one.out === undefined ? 0 : Date.parse(one.out);
    if (Number.isNaN(end - begin)) continue;
    fixed += one.out === undefined ? -begin : Math.max(0, end - begin);
    if (one.out === undefined) running += 1;
  }
  return { fixed, running };
}

/** One person at a step. */
export interface PersonLabor {
  personId: Id;
  /** Where they are in now. */
  open: Labor | undefined;
  all: readonly Labor[];
}

/** Everybody's labor at a step: one's own first, then who is in now, the longest in first (R95). */
export function laborByPerson(step: Step, personId?: Id): readonly PersonLabor[] {
  const byPerson = new Map<Id, Labor[]>();
  for (const one of step.labor) {
    const found = byPerson.get(one.personId);
    if (found) found.push(one);
    else byPerson.set(one.personId, [one]);
  }
  const rank = (one: PersonLabor): number => (one.personId === personId ? 0 : one.open ? 1 : 2);
  return [...byPerson]
    .map(([id, all]) => ({ personId: id, open: all.find(({ out }) => out === undefined), all }))
    .sort((a, b) => rank(a) - rank(b) || (a.open?.in ?? '').localeCompare(b.open?.in ?? ''));
}
