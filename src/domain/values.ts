/** Recording values: setting and clearing them, not applicable, deviations. */
import type {
  Command,
  Decider,
  DecisionContext,
  EventRequest,
  Refusal,
  RefusalDetail,
  RefusalReason,
} from './command.js';
import { checkValue, isOutOfRange } from './fields.js';
import { cellsOf, rowOf } from './grid.js';
import { linked } from './link.js';
import { isDecimal } from './measurement.js';
import {
  findField,
  findStep,
  isValueField,
  policyOf,
  recordOf,
  type EntryMethod,
  type Field,
  type Run,
  type ValueRecord,
} from './run.js';
import { said } from './said.js';
import { isUnit, sameKind } from './units.js';

const refusing = (detail: RefusalDetail): Refusal => ({ refused: 'invalid', detail });
const invalid = (reason: RefusalReason): Refusal => refusing({ reason });
const fieldAt = (run: Run, { stepId, targetId }: { stepId: string; targetId: string }): Field =>
  findField(run, findStep(run, stepId), targetId)!;

/** How a value may have come. */
const ways: readonly EntryMethod[] = ['typed', 'scanned', 'gauge', 'pasted', 'imported'];

/** Whether the policy asks why what is recorded here is changed. */
export const asksReason = (run: Run, stepId: string, field: Field): boolean =>
  recordOf(field) !== undefined && policyOf(run, findStep(run, stepId)).reasonForChange;

/** The reason of a change, for its event; a refusal where it is missing. */
function reasonOf(
  run: Run,
  field: Field,
  command: Command<'set-value' | 'clear-value' | 'mark-not-applicable'>,
): { reason?: string } | Refusal {
  const reason = said(command.reason);
  if (reason === '' && asksReason(run, command.stepId, field)) return invalid('reason-needed');
  return reason && recordOf(field) ? { reason } : {};
}

/** Why a number cannot be recorded in this unit. */
export function checkUnit(field: Field, unit: string | undefined): RefusalReason | undefined {
  if (unit === undefined || (field.type === 'number' && unit === field.unit)) return undefined;
  if (field.type !== 'number' || field.unit === undefined) return 'not-a-unit';
  if (sameKind(unit, field.unit)) return undefined;
  return isUnit(unit) ? 'other-unit' : 'not-a-unit';
}

export const setValue: Decider<'set-value'> = (command, context) => {
  const { run, by, at } = context;
  const { stepId, targetId, raw, resolution, how = 'typed' } = command;
  const unit = command.unit === undefined ? undefined : said(command.unit);
  const field = fieldAt(run, command);
  const problem = checkValue(field, command.value) ?? checkUnit(field, unit);
  if (problem) return invalid(problem);
  const reason = reasonOf(run, field, command);
  if ('refused' in reason) return reason;
  const known = linked(field, command.value, context);
  if ('problem' in known) return refusing(known.problem);
  const { value } = known;
  const record: ValueRecord = {
    value,
    ...(typeof raw === 'string' && raw !== value && { raw }),
    ...(unit !== undefined && field.type === 'number' && unit !== field.unit && { unit }),
    ...(isDecimal(said(resolution)) && { resolution: said(resolution) }),
    how: ways.find((way) => way === how) ?? 'imported',
    by,
    at,
    ...reason,
  };
  return [{ type: 'value-set', stepId, targetId, record }];
};

export const clearValue: Decider<'clear-value'> = (command, { run }) => {
  const { stepId, targetId } = command;
  const field = fieldAt(run, command);
  if (recordOf(field) === undefined) return [];
  const reason = reasonOf(run, field, command);
  return 'refused' in reason ? reason : [{ type: 'value-cleared', stepId, targetId, ...reason }];
};

export const markNotApplicable: Decider<'mark-not-applicable'> = (command, context) => {
  const { run } = context;
  const { stepId, targetId } = command;
  const step = findStep(run, stepId)!;
  const field: Field | undefined = findField(run, step, targetId);
  if (field) {
    if (!field.allowNotApplicable) return invalid('not-applicable-not-allowed');
    const reason = reasonOf(run, field, command);
    return 'refused' in reason ? reason : [notApplicable(context, stepId, field.id, reason)];
  }
  if (!rowOf(step, targetId)?.allowNotApplicable) return invalid('not-applicable-not-allowed');
  return cellsOf(step, targetId)
    .filter((cell) => isValueField(cell) && recordOf(cell) === undefined)
    .map((cell) => notApplicable(context, stepId, cell.id, {}));
};

const notApplicable = (
  { by, at }: Pick<DecisionContext, 'by' | 'at'>,
  stepId: string,
  targetId: string,
  reason: { reason?: string },
): EventRequest => ({
  type: 'marked-not-applicable',
  stepId,
  targetId,
  record: { value: null, notApplicable: true, how: 'typed', by, at, ...reason },
});

/** A rationale turns an out-of-range value into a deviation (R35), where the policy lets it pass at all. */
export const acceptDeviation: Decider<'accept-deviation'> = (command, { run, by, at }) => {
  const { stepId, targetId } = command;
  const rationale = said(command.rationale);
  if (rationale === '') return invalid('rationale-needed');
  if (!isOutOfRange(fieldAt(run, command))) return invalid('not-out-of-range');
  if (policyOf(run, findStep(run, stepId)).outOfRange === 'block') {
    return { refused: 'blocked', blockers: [{ kind: 'out-of-range', stepId, targetId }] };
  }
  return [{ type: 'deviation-accepted', stepId, targetId, deviation: { rationale, by, at } }];
};
