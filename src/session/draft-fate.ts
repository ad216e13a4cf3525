/** What becomes of a stored draft: whether its place is still the one that it was written for. */
import type { DraftKind, StoredDraft } from '../drafts/drafts.js';
import { checkValue, sameValue } from '../domain/fields.js';
import { recordOf, type Field, type Id, type Version } from '../domain/run.js';
import type { RunSession } from '../session.js';
import type { Target } from './places.js';

export interface DraftPlace {
  /** Empty for the run as a whole; so is the target's. */
  stepId: Id;
  targetId: Id;
  version: Version;
  field: Field | undefined;
}

const ofTheRun: DraftPlace = { stepId: '', targetId: '', version: '', field: undefined };

/** Where a key belongs: `comment:STEP` and `edit-labor:LABOR` to the step, `fail-run:` and `link-issue:ISSUE` to the run. */
export function placeOf(
  session: RunSession,
  { kind, key }: { kind: DraftKind; key: Id },
): DraftPlace | undefined {
  const about = key.slice(key.indexOf(':') + 1);
  if (kind === 'review' || about === '') return ofTheRun;
  const target = session.target(key) ?? session.target(about) ?? stepOfLabor(session, about);
  if (!target) return session.run?.issues.some(({ id }) => id === about) ? ofTheRun : undefined;
  const stepId = target.step?.id ?? '';
  const field = target.kind === 'field' ? target.field : undefined;
  const { id, version } = field ?? (target.kind === 'requirement' ? target.requirement : target.step!);
  return { stepId, targetId: id, version, field };
}

function stepOfLabor(session: RunSession, laborId: Id): Target | undefined {
  const step = session.run?.steps.find(({ labor }) => labor.some(({ id }) => id === laborId));
  return step && { kind: 'step', step };
}

const remedies = ['set-value', 'accept-deviation', 'open-issue', 'install-part'] as const;

/**
 * `later`: this person may not do it now. `saved`: it says what is recorded. `lost`: its place is gone, or is not what it
 * was; it is kept a while and never shown.
 */
export function fateOf(session: RunSession, stored: StoredDraft): 'show' | 'later' | 'saved' | 'lost' {
  const { kind, key, stepId, targetId, base, draft } = stored;
  const place = placeOf(session, stored);
  if (!place || place.stepId !== stepId || place.targetId !== targetId) return 'lost';
  const may = (...types: readonly Parameters<RunSession['may']>[0][]): 'show' | 'later' =>
    types.some((type) => session.may(type, stepId === '' ? {} : { stepId })) ? 'show' : 'later';
  const { field, version } = place;
  if (kind === 'entry' && field && key === targetId) {
    if (!accepts(field, draft)) return 'lost';
    const record = recordOf(field);
    if (record && sameValue(record.raw ?? record.value, draft)) return 'saved';
    return may('set-value');
  }
  if (typeof draft !== 'string') return 'lost';
  if (kind === 'review') return may('complete-run');
  // What is said of a value or a part is said of that one alone; of a step or the run, of whatever becomes of it.
  if (targetId === stepId) return 'show';
  if (base !== version) return 'lost';
  return kind === 'signoff' ? may('sign') : may(...remedies);
}

/** Whether a control of this field could hold a draft: text may be half a value, a choice is one of those there are. */
function accepts(field: Field, draft: StoredDraft['draft']): boolean {
  if (field.type === 'multi-select' && Array.isArray(draft) && draft.length === 0) return true;
  return /^(number|text|date|date-time)$/.test(field.type)
    ? typeof draft === 'string'
    : field.type !== 'file' && checkValue(field, draft) === undefined;
}
