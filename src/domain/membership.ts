/** Joining a batch and leaving it: a run is in one batch at most. */
import type { Decider, Refusal } from './command.js';
import type { Run } from './run.js';
import { said } from './said.js';

export const joinBatch: Decider<'join-batch'> = ({ batch }, { run }) => {
  const id = said(batch?.id);
  const name = said(batch?.name);
  if (id === '' || name === '') return { refused: 'invalid', detail: { reason: 'text-needed' } };
  if (run.batch) {
    return run.batch.id === id
      ? []
      : { refused: 'invalid', detail: { reason: 'in-batch', message: run.batch.name } };
  }
  return [{ type: 'batch-joined', batch: { id, name } }];
};

/** A run with a step in redline does not leave its batch (R84); what it has accumulated stays. */
export const leaveBatch: Decider<'leave-batch'> = (_command, { run }) => {
  const { batch } = run;
  if (!batch) return { refused: 'invalid', detail: { reason: 'not-in-batch' } };
  return leavingRefused(run) ?? [{ type: 'batch-left', batch }];
};

export function leavingRefused(run: Run): Refusal | undefined {
  const blockers = run.steps
    .filter(({ status }) => status === 'redline')
    .map(({ id }) => ({ kind: 'incomplete-step' as const, stepId: id, targetId: id }));
  return blockers.length > 0 ? { refused: 'blocked', blockers } : undefined;
}
