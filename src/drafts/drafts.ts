/** The port to where drafts are kept beyond the page: what a person has typed and not saved, and exactly where it belongs. */
import type { DecimalText, EntryMethod, FieldValue, Id, Instant, Link, Version } from '../domain/run.js';

/** Whose drafts, and in which record: never shown for another. */
export interface DraftScope {
  /** The adapter's; empty where it names none. */
  tenant: string;
  runId: Id;
  person: Id;
}

/** What is being drafted: an entry, the comment of a rejection, the note of a review. */
export type DraftKind = 'entry' | 'signoff' | 'review';

/** Names one draft; the later of two with the same key replaces the earlier. */
export interface DraftKey extends DraftScope {
  kind: DraftKind;
  /** The entry's key: its target's id, or one derived from it such as `comment:STEP`. */
  key: Id;
}

/** As it is stored. Files are no drafts. */
export interface StoredDraft extends DraftKey {
  v: 1;
  /** Empty where the draft belongs to the run as a whole. */
  stepId: Id;
  targetId: Id;
  /** The target's version that the person saw. Absent: an own value was on its way. */
  base?: Version;
  draft: string | boolean | readonly string[] | Link;
  /** How it came, where it was not typed; and the smallest step that a gauge shows. */
  how?: EntryMethod;
  resolution?: DecimalText;
  savedAt: Instant;
}

/** `leaving`: the page may end before a promise settles, so what can be done at once is done at once. */
export interface DraftOptions {
  leaving?: boolean;
}

/** What is asked is done in the order of the calls. One that fails rejects; the session tells of it and goes on. */
export interface DraftStore {
  /** Everything kept for one person in one run. What comes back is checked before it is used. */
  load(scope: DraftScope): Promise<readonly StoredDraft[]>;
  save(draft: StoredDraft, options?: DraftOptions): Promise<void>;
  remove(key: DraftKey, options?: DraftOptions): Promise<void>;
}

/** After so many milliseconds nobody comes back to a draft whose place is gone. */
export const draftLife = 30 * 24 * 3_600_000;

const kinds: ReadonlySet<unknown> = new Set<DraftKind>(['entry', 'signoff', 'review']);
const isText = (value: unknown): value is string => typeof value === 'string';

/** A draft that can be kept. A file is not: its bytes are elsewhere. */
export const isKeepable = (draft: FieldValue | undefined): draft is StoredDraft['draft'] =>
  Array.isArray(draft)
    ? draft.every(isText)
    : isText(draft) ||
      typeof draft === 'boolean' ||
      (typeof draft === 'object' &&
        (draft as Link | null) !== null &&
        isText((draft as Link).id) &&
        isText((draft as Link).name));

/** A stored draft of any released version as this one reads it; nothing where it is none, or of a later version. */
export function readDraft(stored: unknown): StoredDraft | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const draft = stored as StoredDraft;
  const { v, tenant, runId, person, kind, key, stepId, targetId, savedAt } = draft;
  const texts = [tenant, runId, person, key, stepId, targetId, savedAt].every(isText);
  const { base, how, resolution } = draft;
  const rest = [base, how, resolution].every((value) => value === undefined || isText(value));
  const isWhole = (v as number) === 1 && texts && rest && kinds.has(kind);
  return isWhole && isKeepable(draft.draft) ? draft : undefined;
}

export const isOfScope = (draft: DraftScope, { tenant, runId, person }: DraftScope): boolean =>
  draft.tenant === tenant && draft.runId === runId && draft.person === person;
