/**
 * The record of a run: what a backend stores, what `readRun` produces, what every element shows.
 * Plain JSON throughout, so it survives a structured clone, a network and a decade.
 *
 * An instant is UTC ISO text with milliseconds, a date is `YYYY-MM-DD`, a number is decimal text as it was
 * typed. Ids are opaque. A field, a requirement and a step are *targets*: their ids are unique in the run.
 */

import type { Policy } from './policy.js';

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
  ended?: { reason: string; by: Id; at: Instant };
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

/** Why work at a step has stopped, and since when. */
export interface Hold {
  /** One of `holdReasons`, or the organization's own word. */
  reason: string;
  comment?: string;
  by: Id;
  at: Instant;
}
/** The reasons that everybody knows; their words are in the messages. */
export const holdReasons = [
  'waiting-for-part',
  'waiting-for-quality',
  'waiting-for-tool',
  'waiting-for-instruction',
  'end-of-shift',
  'other',
] as const;

/** That a step failed, and why. */
export interface Failure {
  reason: string;
  /** The issue that is to settle it. */
  issueId?: Id;
  by: Id;
  at: Instant;
}

/** One person's time at a step. Always called labor: *session* is the connection to a run. */
export interface Labor {
  id: Id;
  personId: Id;
  in: Instant;
  out?: Instant;
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

// Fields ----------------------------------------------------------------------------------------------------

export type Field =
  | NumberField
  | PassFailField
  | TextField
  | DateField
  | DateTimeField
  | SingleSelectField
  | MultiSelectField
  | BooleanField
  | FileField
  | ToolField
  | PersonField
  | PartField
  | SignoffField
  | UnknownField;
export type FieldType = Field['type'];
/** Fields that hold a value; a sign-off holds decisions, an unknown field can only be shown. */
export type ValueField = Exclude<Field, SignoffField | UnknownField>;

interface FieldBase {
  id: Id;
  label: string;
  hint?: string;
  required: boolean;
  allowNotApplicable: boolean;
  version: Version;
  /** Where it stands in its step's grid. */
  cell?: Cell;
}

export interface Cell {
  row: Id;
  column: Id;
}

/**
 * A table that a person fills in. It is a layout and nothing else: each of its cells is a field of the step, so a cell
 * is saved, judged, signed and outstanding like any field.
 */
export interface Grid {
  columns: readonly GridColumn[];
  rows: readonly GridRow[];
}
export interface GridColumn {
  id: Id;
  label: string;
}
export interface GridRow {
  id: Id;
  label: string;
  /** Whether the whole row may be marked as not applicable. */
  allowNotApplicable: boolean;
}

interface Recorded<Value> {
  /** Absent while nothing has been recorded. */
  record?: ValueRecord<Value>;
}

export interface ValueRecord<Value = FieldValue> {
  /** `null` with `notApplicable`; zero, false and an empty set of choices are values. */
  value: Value | null;
  /** The text as typed, where reading it changed anything. */
  raw?: string;
  /** The unit that a number was typed in, where it is another than its field's. */
  unit?: string;
  /** The smallest step that a gauge shows, in the reading's unit. */
  resolution?: DecimalText;
  notApplicable?: true;
  /** Only among earlier values: the field was emptied. A record of nothing but a deviation says that it was accepted. */
  cleared?: true;
  /** Why what stood here before was changed. */
  reason?: string;
  how: EntryMethod;
  by: Id;
  at: Instant;
  /** An out-of-range value that was accepted, with its reason. */
  deviation?: Deviation;
}

export interface Deviation {
  rationale: string;
  by: Id;
  at: Instant;
}

export type EntryMethod = 'typed' | 'scanned' | 'gauge' | 'pasted' | 'imported';
export type FieldValue = string | boolean | readonly string[] | readonly FileRef[] | Link;

/** Something that the backend knows: a tool, a person, a part; with the name that it had when it was recorded. */
export interface Link {
  id: Id;
  name: string;
}

/** Limits of a measurement, any of them alone. `minus` is signed: the lower limit is `target + minus`. */
export interface Limits {
  min?: DecimalText;
  max?: DecimalText;
  target?: DecimalText;
  plus?: DecimalText;
  minus?: DecimalText;
}

export interface NumberField extends FieldBase, Recorded<DecimalText> {
  type: 'number';
  unit?: string;
  limits?: Limits;
  sample?: Sample;
}
/** One of several readings of the same characteristic, which stand one after the other in their step. */
export interface Sample {
  of: Id;
  /** The characteristic's name. */
  label: string;
  /** Counts from 1. */
  index: number;
}
export interface PassFailField extends FieldBase, Recorded<'pass' | 'fail'> {
  type: 'pass-fail';
}
export interface TextField extends FieldBase, Recorded<string> {
  type: 'text';
}
export interface DateField extends FieldBase, Recorded<string> {
  type: 'date';
}
/** The value is ISO text that keeps its offset: `2026-03-04T10:15:00+01:00`. */
export interface DateTimeField extends FieldBase, Recorded<string> {
  type: 'date-time';
}
export interface Option {
  value: string;
  label: string;
}
export interface SingleSelectField extends FieldBase, Recorded<string> {
  type: 'single-select';
  options: readonly Option[];
}
export interface MultiSelectField extends FieldBase, Recorded<readonly string[]> {
  type: 'multi-select';
  options: readonly Option[];
}
export interface BooleanField extends FieldBase, Recorded<boolean> {
  type: 'boolean';
}
export interface FileField extends FieldBase, Recorded<readonly FileRef[]> {
  type: 'file';
}
/** Bytes that the backend already has; a command cites them. */
export interface FileRef {
  id: Id;
  name: string;
  type: string;
  size: number;
}

/** Which tool was used. What it may be is narrowed by part number and subtype. */
export interface ToolField extends FieldBase, Recorded<Link> {
  type: 'tool';
  partNumber?: string;
  subtype?: string;
}
/** A link to a person of the run. */
export interface PersonField extends FieldBase, Recorded<Link> {
  type: 'person';
  /** Only who has this role. */
  role?: string;
}
/** A link to a part: what is made or used by number, not a piece of stock. */
export interface PartField extends FieldBase, Recorded<Link> {
  type: 'part';
}

/** A photo, drawing or document at a step. */
export interface Evidence {
  id: Id;
  file: FileRef;
  caption?: string;
  by: Id;
  at: Instant;
  removed?: { reason: string; by: Id; at: Instant };
}

export interface SignoffField extends FieldBase {
  type: 'signoff';
  /** The role expected to approve. */
  role: string;
  /** What the signature says, for example "Torque witnessed". */
  meaning?: string;
  /** Whoever worked on the step may not sign. */
  peerReview: boolean;
  /** The newest last; earlier decisions stay. */
  decisions: readonly Decision[];
}

export interface Decision {
  id: Id;
  decision: 'approve' | 'reject';
  by: Id;
  role: string;
  at: Instant;
  meaning?: string;
  comment?: string;
  /** The version of everything that the signature speaks of, as the signer saw it. */
  covers: Readonly<Record<Id, Version>>;
}

/** A field of a type that this version does not know: labelled, read-only, and blocking where required. */
export interface UnknownField extends FieldBase, Unknown {
  type: 'unknown';
  /** The value as text, for reading. */
  shown?: string;
}

// Build requirements ----------------------------------------------------------------------------------------

export interface Requirement {
  id: Id;
  partNumber: string;
  description: string;
  /** A minimum. Zero asks for trace data only. */
  quantity: DecimalText;
  unit?: string;
  tracking: Tracking;
  substitutes: readonly Substitute[];
  /** The places on the assembly, one install each: `R1`, `R2`. */
  designators?: readonly string[];
  /** Made here, during this run, rather than taken from stock. */
  madeOnAssembly?: true;
  /** The made-on-assembly requirement whose unit this goes into. */
  partOf?: Id;
  installs: readonly Install[];
  /** Excused by an issue. */
  exception?: { issueId: Id; by: Id; at: Instant };
  version: Version;
}
export type Tracking = 'serial' | 'lot' | 'bulk';
export interface Substitute {
  partNumber: string;
  description: string;
}

/** What really went in. */
export interface Install {
  id: Id;
  /** The unit that is in the assembly now; after a split not the one that was scanned. */
  unitId: Id;
  splitFrom?: Id;
  partNumber: string;
  serial?: string;
  lot?: string;
  quantity: DecimalText;
  designator?: string;
  /** The install of the made unit that it went into. */
  into?: Id;
  /** What was in the unit when it went in, and comes out with it. */
  children?: readonly Child[];
  by: Id;
  at: Instant;
  how: InstallMethod;
}
export type InstallMethod = 'scanned' | 'picked' | 'typed' | 'made';

/** A part inside a unit. */
export interface Child {
  partNumber: string;
  serial?: string;
  lot?: string;
  quantity: DecimalText;
  designator?: string;
  children?: readonly Child[];
}

/** A piece of stock: one serial, one lot, or a bulk quantity. */
export interface Unit {
  id: Id;
  partNumber: string;
  description?: string;
  /** The global trade item number of its part. */
  gtin?: string;
  serial?: string;
  lot?: string;
  quantity: DecimalText;
  /** The last day on which it may be installed. */
  expires?: string;
  /** What is built into it. */
  children?: readonly Child[];
  status: UnitStatus;
  /** Why it is unavailable, in the backend's words. */
  reason?: string;
  kittedTo?: Id;
  /** The lot that this one was split from. */
  splitFrom?: Id;
  installedIn?: { runId: Id; requirementId: Id };
}
export const unitStatuses = [
  'available',
  'kitted',
  'installed',
  'wip',
  'on-hold',
  'expired',
  'unavailable',
  'scrapped',
] as const;
export type UnitStatus = (typeof unitStatuses)[number];

/** A serialized tool or gauge. */
export interface Tool {
  id: Id;
  partNumber: string;
  name: string;
  serial: string;
  subtype?: string;
  status: 'available' | 'unavailable';
  /** Why it is unavailable, in the backend's words. */
  reason?: string;
  /** The last day on which its calibration holds. */
  calibrationDue?: string;
}

/** A part by its number. */
export interface Part {
  id: Id;
  partNumber: string;
  description: string;
  gtin?: string;
}

// Quality ---------------------------------------------------------------------------------------------------

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

export const redlineStatuses = ['open', 'accepted', 'rejected', 'canceled'] as const;
export type RedlineStatus = (typeof redlineStatuses)[number];
/** A change to a step of this run, proposed, looked at and decided. Its step stands still until it is closed. */
export interface Redline {
  id: Id;
  stepId: Id;
  title: string;
  status: RedlineStatus | 'unknown';
  reported?: string;
  by?: Id;
  at?: Instant;
  /** The issue that asks for it. */
  issueId?: Id;
  /** What the step was before, and is again if the redline is canceled. */
  before?: StepStatus;
  /** The step itself is what it adds. */
  adds?: true;
  changes?: readonly Change[];
  decided?: { by: Id; at: Instant; comment?: string };
  closed?: { by: Id; at: Instant };
}

/**
 * One change of a redline. It keeps what stood there before, so that the difference can be read at any time; `null` is
 * what was or is not there.
 */
export type Change =
  | { change: 'instructions'; from: readonly string[]; to: readonly string[] }
  /** After which field it stands; without one at the end. */
  | { change: 'add-field'; field: Field; after?: Id }
  | { change: 'change-field'; targetId: Id; from: FieldContent; to: FieldContent }
  | { change: 'remove-field'; field: Field }
  | { change: 'add-requirement'; requirement: Requirement }
  | { change: 'change-requirement'; targetId: Id; from: RequirementContent; to: RequirementContent }
  | { change: 'remove-requirement'; requirement: Requirement }
  | { change: 'add-dependency'; targetId: Id }
  | { change: 'remove-dependency'; targetId: Id }
  /** Of a kind that this version does not know. It can be looked at and not approved. */
  | { change: 'unknown'; reported: string };

/** What of a field a redline may change. */
export interface FieldContent {
  label?: string;
  hint?: string | null;
  required?: boolean;
  allowNotApplicable?: boolean;
  unit?: string | null;
  limits?: Limits | null;
  options?: readonly Option[];
}
/** What of a requirement a redline may change. */
export interface RequirementContent {
  partNumber?: string;
  description?: string;
  quantity?: DecimalText;
  unit?: string | null;
  substitutes?: readonly Substitute[];
}

// By re-export: policy, and ways to find what is in a run. What a field alone needs has a file of its own, so that its
// page need not load the rest.
export * from './policy.js';
export { findPerson, isFilled, isValueField, personName, recordOf } from './record.js';
export * from './find.js';
export { isPutIn, stepNumbers } from './step-numbers.js';
