/** People at a step: starting it, checking in and out, and the labor that this records. */
import { createdId, type Command, type Decider, type EventRequest, type Refusal } from './command.js';
import { availableToWork } from './lifecycle.js';
import { findStep, isCheckedIn, openLabor, type Id, type Instant, type Run, type Step } from './run.js';

const notAvailable = (run: Run, step: Step): Refusal | undefined => {
  const { available, reason, waitsFor } = availableToWork(run, step);
  if (available) return undefined;
  return {
    refused: reason === 'status' ? 'wrong-status' : 'blocked',
    detail: reason === 'upstream' || reason === 'parent' ? { reason, waitsFor } : { status: step.status },
  };
};

const checkedIn = (command: Command<'start-step' | 'check-in'>, personId: Id, at: Instant): EventRequest => ({
  type: 'checked-in',
  stepId: command.stepId,
  labor: { id: createdId(command), personId, in: at },
});

/** One act starts the step and checks the person in (R1); the first start begins the run (R21). */
export const startStep: Decider<'start-step'> = (command, { run, by, at }) => {
  const step = findStep(run, command.stepId)!;
  return (
    notAvailable(run, step) ?? [
      ...(run.status === 'todo' || run.startedAt === undefined ? [{ type: 'run-started' } as const] : []),
      { type: 'step-started', stepId: step.id },
      ...(isCheckedIn(step, by) ? [] : [checkedIn(command, by, at)]),
    ]
  );
};

export const checkIn: Decider<'check-in'> = (command, { run, by, at }) => {
  const step = findStep(run, command.stepId)!;
  if (isCheckedIn(step, by)) return { refused: 'invalid', detail: { reason: 'already-checked-in' } };
  return notAvailable(run, step) ?? [checkedIn(command, by, at)];
};

export const checkOut: Decider<'check-out'> = (command, { run, by }) => {
  const labor = openLabor(findStep(run, command.stepId)!).filter((one) => one.personId === by);
  if (labor.length === 0) return { refused: 'invalid', detail: { reason: 'not-checked-in' } };
  return labor.map(({ id }) => ({
    type: 'checked-out',
    stepId: command.stepId,
    laborId: id,
    personId: by,
    because: 'asked',
  }));
};

/** Leaving in-progress closes everybody's labor (R4). */
export const closeLabor = (step: Step): readonly EventRequest[] =>
  openLabor(step).map(({ id, personId }) => ({
    type: 'checked-out',
    stepId: step.id,
    laborId: id,
    personId,
    because: 'step-left',
  }));
