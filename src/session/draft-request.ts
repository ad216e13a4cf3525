/** What saving a draft asks of the backend. */
import type { CommandRequest, RefusalReason } from '../domain/command.js';
import { checkValue, sameValue } from '../domain/fields.js';
import { numberSigns, parseNumber } from '../domain/measurement.js';
import { recordOf, type Field, type FieldValue, type Id, type Version } from '../domain/run.js';
import type { Draft } from '../machines/entry.js';

export type DraftRequest =
  | { request: CommandRequest }
  /** The draft cannot be read. */
  | { problem: RefusalReason }
  /** It says what is recorded already. */
  | { unchanged: true };

const isEmptyDraft = (draft: Draft): boolean =>
  Array.isArray(draft) ? draft.length === 0 : typeof draft === 'string' && draft.trim() === '';

/** Reads a draft as the person's locale writes it. An empty one clears the field. */
export function draftRequest(
  { stepId, field, base, locale }: { stepId: Id; field: Field; base: Version; locale: string },
  draft: Draft,
): DraftRequest {
  const record = recordOf(field);
  const place = { stepId, targetId: field.id, base };
  if (isEmptyDraft(draft)) {
    return record ? { request: { type: 'clear-value', ...place } } : { unchanged: true };
  }
  let value: FieldValue = draft;
  if (field.type === 'number') {
    const parsed = parseNumber(typeof draft === 'string' ? draft : '', numberSigns(locale));
    if ('problem' in parsed) return { problem: parsed.problem === 'empty' ? 'not-a-number' : parsed.problem };
    value = parsed.value;
  }
  if (record && !record.notApplicable && sameValue(record.value, value)) return { unchanged: true };
  const problem = checkValue(field, value);
  if (problem) return { problem };
  return {
    request: {
      type: 'set-value',
      ...place,
      value,
      ...(typeof draft === 'string' && draft !== value && { raw: draft }),
    },
  };
}
