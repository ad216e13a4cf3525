/** The fields of a step: what is asked for, and the record of what was answered, by whom, when and how. */
import type { DecimalText, Id, Instant, Unknown, Version } from './run.js';

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

export interface SignoffField extends FieldBase {
  type: 'signoff';
  /** The role expected to approve. */
  role: string;
  /** What the signature says, for example "Torque witnessed". */
  meaning?: string;
  /** Whoever worked on the step may not sign. */
  peerReview: boolean;
  /** The version of role, meaning and peer review, where a redline has changed them: a decision answers one of these. */
  asked?: Version;
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
  /**
   * How the signer showed who they are, told by the backend that asked: `pin`, `badge`, `passkey`, `host`, or a word of its
   * own. Absent where nobody was asked.
   */
  identifiedBy?: string;
  /** The version of everything that the signature speaks of, as the signer saw it. */
  covers: Readonly<Record<Id, Version>>;
}

/** A field of a type that this version does not know: labelled, read-only, and blocking where required. */
export interface UnknownField extends FieldBase, Unknown {
  type: 'unknown';
  /** The value as text, for reading. */
  shown?: string;
}
