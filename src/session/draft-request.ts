/** What saving a draft asks of the backend, and of the person before it is sent. */
import type { CommandRequest, RefusalReason } from '../domain/command.js';
import { atSite } from '../domain/day.js';
import { checkValue, judgeIn, sameValue } from '../domain/fields.js';
import { numberSigns, parseNumber, type NumberSigns } from '../domain/typed-number.js';
import { asksReason, checkUnit } from '../domain/values.js';
import {
  recordOf,
  type EntryMethod,
  type Field,
  type FieldValue,
  type Id,
  type NumberField,
  type Run,
  type Version,
} from '../domain/run.js';
import { splitUnit } from '../domain/units.js';
import type { Asked, Draft } from '../machines/entry.js';

export type DraftRequest =
  | { request: CommandRequest; asks?: Asked }
  /** The draft cannot be read. */
  | { problem: RefusalReason }
  /** It says what is recorded already. */
  | { unchanged: true };

/** Where a draft was made, and how. */
export interface DraftPlace {
  run: Run;
  stepId: Id;
  field: Field;
  base: Version;
  locale: string;
  how?: EntryMethod | undefined;
  resolution?: string | undefined;
}

const isEmptyDraft = (draft: Draft): boolean =>
  Array.isArray(draft) ? draft.length === 0 : typeof draft === 'string' && draft.trim() === '';

/** Reads a draft as the person's locale writes it. An empty one clears the field. */
export function draftRequest(place: DraftPlace, draft: Draft): DraftRequest {
  const { stepId, field, base, how, resolution } = place;
  const record = recordOf(field);
  const target = { stepId, targetId: field.id, base };
  if (isEmptyDraft(draft)) {
    return record ? asking(place, { type: 'clear-value', ...target }) : { unchanged: true };
  }
  const read = readDraft(place, draft);
  if ('problem' in read) return read;
  const { value, unit } = read;
  if (record && !record.notApplicable && record.unit === unit && sameValue(record.value, value)) {
    return { unchanged: true };
  }
  const problem = checkValue(field, value);
  if (problem) return { problem };
  return asking(place, {
    type: 'set-value',
    ...target,
    value,
    ...(typeof draft === 'string' && draft !== value && { raw: draft }),
    ...(unit !== undefined && { unit }),
    ...(how && { how }),
    ...(resolution !== undefined && { resolution }),
  });
}

type Read = { value: FieldValue; unit?: string } | { problem: RefusalReason };

function readDraft({ run, field, locale }: DraftPlace, draft: Draft): Read {
  if (field.type === 'number')
    return readNumber(field, typeof draft === 'string' ? draft : '', numberSigns(locale));
  if (field.type === 'date-time' && typeof draft === 'string' && /T\d\d:\d\d(:\d\d)?$/.test(draft)) {
    return { value: atSite(draft, run.zone) };
  }
  return { value: draft };
}

/** A number, perhaps in another unit of the same kind: `1.25 in` where millimeters are asked for. */
function readNumber(field: NumberField, draft: string, signs: NumberSigns): Read {
  const parsed = parseNumber(draft, signs);
  if ('value' in parsed) return parsed;
  const { number, unit } = splitUnit(draft);
  const apart = unit === undefined ? parsed : parseNumber(number, signs);
  if ('problem' in apart) return { problem: apart.problem === 'empty' ? 'not-a-number' : apart.problem };
  const problem = checkUnit(field, unit);
  if (problem) return { problem };
  return unit === field.unit ? apart : { ...apart, unit: unit! };
}

/** The request, with what the person is asked before it is sent. */
export function asking(
  { run, stepId, field }: Pick<DraftPlace, 'run' | 'stepId' | 'field'>,
  request: CommandRequest,
): {
  request: CommandRequest;
  asks?: Asked;
} {
  const reason = asksReason(run, stepId, field);
  const verdict =
    request.type === 'set-value' && field.type === 'number'
      ? judgeIn(field, request.value as string, request.unit)
      : undefined;
  const outOfRange = verdict === 'low' || verdict === 'high' ? verdict : undefined;
  if (!reason && !outOfRange) return { request };
  return {
    request,
    asks: { request, ...(outOfRange && { outOfRange }), ...(reason && { reason: true as const }) },
  };
}
