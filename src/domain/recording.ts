/** Recording values: setting and clearing them, not applicable, deviations. */
import type { Decider, Refusal, RefusalReason } from './command.js';
import { checkValue, isOutOfRange } from './fields.js';
import { recordOf, findField, findStep, policyOf, type Field, type Run } from './run.js';

const invalid = (reason: RefusalReason): Refusal => ({ refused: 'invalid', detail: { reason } });
const fieldAt = (run: Run, { stepId, targetId }: { stepId: string; targetId: string }): Field =>
  findField(run, findStep(run, stepId), targetId)!;

export const setValue: Decider<'set-value'> = (command, { run, by, at }) => {
  const { stepId, targetId, value, raw, how = 'typed' } = command;
  const problem = checkValue(fieldAt(run, command), value);
  if (problem) return invalid(problem);
  const record = { value, how, by, at, ...(raw !== undefined && raw !== value && { raw }) };
  return [{ type: 'value-set', stepId, targetId, record }];
};

export const clearValue: Decider<'clear-value'> = (command, { run }) =>
  recordOf(fieldAt(run, command)) === undefined
    ? []
    : [{ type: 'value-cleared', stepId: command.stepId, targetId: command.targetId }];

export const markNotApplicable: Decider<'mark-not-applicable'> = (command, { run, by, at }) => {
  const { stepId, targetId } = command;
  if (!fieldAt(run, command).allowNotApplicable) return invalid('not-applicable-not-allowed');
  return [
    {
      type: 'marked-not-applicable',
      stepId,
      targetId,
      record: { value: null, notApplicable: true, how: 'typed', by, at },
    },
  ];
};

/** A rationale turns an out-of-range value into a deviation (R35), where the policy lets it pass at all. */
export const acceptDeviation: Decider<'accept-deviation'> = (command, { run, by, at }) => {
  const { stepId, targetId } = command;
  const rationale = command.rationale.trim();
  if (rationale === '') return invalid('rationale-needed');
  if (!isOutOfRange(fieldAt(run, command))) return invalid('not-out-of-range');
  if (policyOf(run, findStep(run, stepId)).outOfRange === 'block') {
    return { refused: 'blocked', blockers: [{ kind: 'out-of-range', stepId, targetId }] };
  }
  return [{ type: 'deviation-accepted', stepId, targetId, deviation: { rationale, by, at } }];
};
