/** What a backend answers to a command: a receipt with events, a refusal with its reason, or that it is queued. */
import type { RunEvent } from './event.js';
import type { DecimalText, Id, Tool, Unit, ValueRecord } from './run.js';

export type BlockerKind =
  | 'empty-field'
  | 'out-of-range'
  | 'failed-check'
  | 'unapproved-signoff'
  | 'rejected-signoff'
  | 'stale-signoff'
  | 'uninstalled-requirement'
  | 'not-checked-in'
  | 'upload-pending'
  | 'incomplete-step'
  | 'open-gate'
  | 'blocking-issue';

/** Something that stands in the way, and where. `stepId` is empty for a gate of the run. */
export interface Blocker {
  kind: BlockerKind;
  stepId: Id;
  targetId: Id;
}

export type WarningKind =
  'open-issue' | 'open-redline' | 'out-of-range-without-issue' | 'stale-signoff' | 'unfinished-step';
export interface Warning {
  kind: WarningKind | (string & {});
  stepId: Id;
  targetId: Id;
}

export type RefusalCode =
  | 'blocked'
  | 'not-permitted'
  | 'wrong-status'
  | 'wrong-part'
  | 'not-installable'
  | 'scan-required'
  | 'stale'
  | 'invalid'
  | 'locked'
  | 'rule'
  | 'reauthenticate'
  | 'not-found'
  | 'not-supported';

/** The facts behind a refusal; which are present follows from the code. Words are made from them elsewhere. */
export interface RefusalDetail {
  /** Which rule of an `invalid`, `blocked`, `not-permitted` or `not-installable` it was. */
  reason?: RefusalReason;
  /** `rule`: the backend's own message. `invalid`: what was read. */
  message?: string;
  /** `stale`: the value that the person meant to write, and the one that stands now. */
  yours?: ValueRecord | undefined;
  theirs?: ValueRecord | undefined;
  /** `wrong-part`: what was offered and what may be installed. */
  partNumber?: string;
  expected?: readonly string[];
  /** `not-installable`: the unit as it is. */
  unit?: Unit;
  /** `invalid`: the tool as it is. */
  tool?: Tool;
  /** `not-permitted`: the role or permission that is missing. */
  needs?: string;
  /** `wrong-status`: the status that stands in the way. */
  status?: string;
  /** `blocked`: the upstream or parent steps that are not there yet. */
  waitsFor?: readonly Id[];
  /** How much there may still be. */
  remaining?: DecimalText;
  /** `blocked`: warnings that nobody has acknowledged yet. */
  warnings?: readonly Warning[];
}
export type RefusalReason =
  | 'not-a-number'
  | 'ambiguous-number'
  | 'not-a-date'
  | 'not-a-unit'
  | 'other-unit'
  | 'not-an-option'
  | 'not-a-value'
  | 'comment-needed'
  | 'rationale-needed'
  | 'reason-needed'
  | 'issue-needed'
  | 'disposition-needed'
  | 'issue-status'
  | 'rework-otherwise'
  | 'times-crossed'
  | 'redline-empty'
  | 'redline-unfit'
  | 'redline-status'
  | 'recorded-already'
  | 'both-in-redline'
  | 'waits-for-itself'
  | 'text-needed'
  | 'not-applicable-not-allowed'
  | 'not-out-of-range'
  | 'upstream'
  | 'parent'
  | 'already-checked-in'
  | 'not-checked-in'
  | 'role'
  | 'other-role'
  | 'permission'
  | 'peer-review'
  | 'unit-status'
  | 'kitted-elsewhere'
  | 'already-installed'
  | 'too-many'
  | 'not-enough'
  | 'quantity-one'
  | 'quantity-needed'
  | 'nothing-installed'
  | 'expired'
  | 'serial-needed'
  | 'lot-needed'
  | 'designator-needed'
  | 'designator-filled'
  | 'not-made-here'
  | 'made-here'
  | 'parts-missing'
  | 'inside-made'
  | 'serial-taken'
  | 'not-found'
  | 'tool-unavailable'
  | 'tool-overdue'
  | 'tool-other'
  | 'removed-already'
  | 'in-batch'
  | 'not-in-batch'
  | 'not-alike'
  | 'unreadable'
  | 'not-recognized'
  | 'too-many-tries'
  | 'proof-refused';

export interface Refusal {
  refused: RefusalCode;
  blockers?: readonly Blocker[];
  detail?: RefusalDetail;
}

/** One of the other runs of a batch, with why it took no part, if so. */
export interface Sibling {
  runId: Id;
  refused?: Refusal;
}

export interface Receipt {
  commandId: Id;
  /** May go beyond what was asked: an upgraded step, an automatic install. */
  events: readonly RunEvent[];
  warnings?: readonly Warning[];
  /** What became of it in the other runs of the batch, each by itself. */
  siblings?: readonly Sibling[];
}

/** Kept by an offline adapter, to be sent later. */
export interface Queued {
  queued: true;
  commandId: Id;
}
export type Answer = Receipt | Refusal | Queued;

export const isRefusal = (answer: object): answer is Refusal => 'refused' in answer;
export const isQueued = (answer: object): answer is Queued => 'queued' in answer;
export const isReceipt = (answer: object): answer is Receipt => 'events' in answer;
