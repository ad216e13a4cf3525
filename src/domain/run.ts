/**
 * The record of a run: what a backend stores, what `readRun` produces, what every element shows.
 * Plain JSON throughout, so it survives a structured clone, a network and a decade.
 *
 * An instant is UTC ISO text with milliseconds, a date is `YYYY-MM-DD`, a number is decimal text as it was
 * typed. Ids are opaque. A field, a requirement and a step are *targets*: their ids are unique in the run.
 */

import type { Policy } from './policy.js';
import type { Field, Grid, FileRef, SignoffField } from './run-field.js';
import type { Requirement, UnitStatus } from './run-part.js';
import type { Redline } from './run-redline.js';

export type Id = string;
export type Instant = string;
export type DecimalText = string;
/** Opaque; another text means that the target has changed since. */
export type Version = string;

export const stepStatuses = [
  'todo',
  'in-progress',
  'complete',
  'hold',
  'redline',
  'failed',
  'canceled',
] as const;
export type StepStatus = (typeof stepStatuses)[number];
export type RunStatus = StepStatus | 'partial-complete';

/** What a backend called something that this version does not know. Shown as it is, never acted on. */
export interface Unknown {
  reported: string;
}

export interface Run {
  v: 1;
  id: Id;
  /** Names the store's owner, so that drafts of two customers on one tablet never meet. */
  tenant?: string;
  number: string;
  title: string;
  status: RunStatus | 'unknown';
  reported?: string;
  /** The sequence of the last event in this record; order comes from it alone. */
  sequence: number;
  /** IANA zone of the site, for display. */
  zone: string;
  procedure?: { title: string; revision: string };
  unit?: ProducedUnit;
  /** In procedure order; nesting is told by `parentId`. */
  steps: readonly Step[];
  /** Approvals of the run itself. */
  gates: readonly SignoffField[];
  issues: readonly Issue[];
  redlines: readonly Redline[];
  people: readonly Person[];
  teams: readonly Team[];
  policy: Policy;
  /** The batch that it is worked in, with other runs like it. */
  batch?: Batch;
  startedAt?: Instant;
  /** Every completion, the newest last: reopening keeps the earlier ones. */
  completions: readonly Completion[];
  /** Why the run failed or was canceled. */
  ended?: Reasoned;
}

/** Runs that are worked as one. Which they are is known to the backend. */
export interface Batch {
  id: Id;
  name: string;
}

export interface Completion {
  by: Id;
  at: Instant;
  note?: string;
  /** Codes of the warnings that were shown and accepted. */
  acknowledged: readonly string[];
}

/** What the run makes. */
export interface ProducedUnit {
  id: Id;
  partNumber: string;
  description?: string;
  serial?: string;
  lot?: string;
  status: UnitStatus | 'unknown';
  reported?: string;
}

export interface Person {
  id: Id;
  name: string;
  roles: readonly string[];
  permissions: readonly Permission[];
}

/** A team's roles count for its members. */
export interface Team {
  id: Id;
  name: string;
  members: readonly Id[];
  roles: readonly string[];
}

export const permissions = [
  'execute',
  'sign',
  'comment',
  'open-issue',
  'manage-issue',
  'accept-deviation',
  'except-requirement',
  'manage-step',
  'create-redline',
  'update-redline',
  'edit-labor',
  'manage-batch',
  'complete-run',
  'manage-run',
  'reopen-run',
] as const;
export type Permission = (typeof permissions)[number];

export interface Step {
  id: Id;
  parentId?: Id;
  title: string;
  /** Paragraphs of plain text. */
  instructions: readonly string[];
  status: StepStatus | 'unknown';
  reported?: string;
  /** Steps that must be complete before this one can start. */
  upstream: readonly Id[];
  required: boolean;
  version: Version;
  fields: readonly Field[];
  /** How those fields that are cells stand in rows and columns. */
  grid?: Grid;
  requirements: readonly Requirement[];
  /** Photos, drawings and documents beside the fields, the newest last. What was removed stays, with its reason. */
  evidence?: readonly Evidence[];
  labor: readonly Labor[];
  startedAt?: Instant;
  completedBy?: Id;
  completedAt?: Instant;
  /** Why it stands still. */
  hold?: Hold;
  /** Every time that it failed, the newest last. */
  failures?: readonly Failure[];
  /** Why it is not to be done. */
  canceled?: Reasoned;
  /** Every time that it was to do again, the newest last. */
  reopenings?: readonly Reasoned[];
  /** The failed step that this one was put in for. */
  duplicateOf?: Id;
  /** The redline that put it in. */
  addedBy?: Id;
  /** How many comments there are, and the newest; the others are paged (`adapter.comments`). */
  commentCount: number;
  latestComment?: Comment;
  /** Overrides the run's policy for this step. */
  policy?: Partial<Policy>;
}

/** Why something was done, by whom, and when. */
export interface Reasoned {
  reason: string;
  by: Id;
  at: Instant;
}

/** Why work at a step has stopped, and since when. The reason is one of `holdReasons`, or the organization's own word. */
export interface Hold extends Reasoned {
  comment?: string;
  /** What the step was, and is again when it is resumed; told by its first start, if not said. */
  before?: 'todo' | 'in-progress';
}

/** That a step failed, and why. */
export interface Failure extends Reasoned {
  /** The issue that is to settle it. */
  issueId?: Id;
}

/** One person's time at a step. Always called labor: *session* is the connection to a run. */
export interface Labor {
  id: Id;
  personId: Id;
  in: Instant;
  out?: Instant;
}

/** A photo, drawing or document at a step. */
export interface Evidence {
  id: Id;
  file: FileRef;
  caption?: string;
  by: Id;
  at: Instant;
  removed?: Reasoned;
}

export interface Comment {
  id: Id;
  stepId: Id;
  by: Id;
  at: Instant;
  text: string;
  /** The people whom it is meant for. */
  mentions?: readonly Id[];
  /** Why work stopped, where it was said with that. */
  hold?: string;
}

export const issueStatuses = ['pending', 'in-progress', 'in-review', 'resolved'] as const;
export type IssueStatus = (typeof issueStatuses)[number];
export interface Issue {
  id: Id;
  number: string;
  title: string;
  status: IssueStatus | 'unknown';
  reported?: string;
  /** What is to become of what it concerns: `use-as-is`, `rework`, `scrap`, or the organization's own word. */
  disposition?: string;
  /** Steps, fields and requirements that it concerns. */
  links: readonly Id[];
  by: Id;
  at: Instant;
}

// By re-export: the record's fields, parts and redlines, policy, and ways to find what is in a run. What a field alone
// needs of these has a file of its own, so that its page need not load the rest.
export type * from './run-field.js';
export * from './run-part.js';
export * from './run-redline.js';
export * from './policy.js';
export { findPerson, isFilled, isValueField, personName, recordOf } from './record.js';
export * from './find.js';
export { isPutIn, stepNumbers } from './step-numbers.js';
