/** Who of a run's people may do what was refused to one of them. */
import type { CommandRequest, Refusal } from './command.js';
import { permits } from './permission.js';
import { findField, findStep, type Permission, type Person, type Run } from './run.js';
import { maySign } from './signoff.js';

export function whoMay(
  run: Run,
  { detail: { reason, needs } = {} }: Refusal,
  request: CommandRequest | undefined,
): readonly Person[] {
  if (reason === 'permission')
    return run.people.filter((person) =>
      request ? !permits(person, request.type) : person.permissions.includes(needs as Permission),
    );
  if (request?.type !== 'sign') return [];
  const step = request.stepId === undefined ? undefined : findStep(run, request.stepId);
  const field = findField(run, step, request.targetId);
  if (field?.type !== 'signoff') return [];
  return run.people.filter((person) => !permits(person, 'sign') && !maySign(run, step, field, person.id));
}
