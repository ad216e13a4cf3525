/** Redlines: changes to a step of this run, each with what stood there before. */
import type { Cell, Field, GridColumn, GridRow, Limits, Option } from './run-field.js';
import type { Requirement, Substitute } from './run-part.js';
import type { DecimalText, Id, Instant, StepStatus } from './run.js';

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
  /** A line of the step's table, with the fields that are its cells. It stands after another one; without one at the end. */
  | { change: 'add-line'; axis: Axis; line: GridLine; cells: readonly Field[]; after?: Id }
  /** What all cells of a line have in common, and what the line is called. */
  | { change: 'change-line'; axis: Axis; targetId: Id; from: FieldContent; to: FieldContent }
  | { change: 'remove-line'; axis: Axis; line: GridLine; cells: readonly Field[] }
  | { change: 'add-dependency'; targetId: Id }
  | { change: 'remove-dependency'; targetId: Id }
  /** Of a kind that this version does not know. It can be looked at and not approved. */
  | { change: 'unknown'; reported: string };

/** A line of a table is a row or a column of it. */
export type Axis = keyof Cell;
/** Of a row it is also told whether it may be marked as not applicable. */
export type GridLine = GridColumn & Partial<GridRow>;

/** What of a field a redline may change. */
export interface FieldContent {
  label?: string;
  hint?: string | null;
  required?: boolean;
  allowNotApplicable?: boolean;
  unit?: string | null;
  limits?: Limits | null;
  options?: readonly Option[];
  /** Of a sign-off. */
  role?: string;
  meaning?: string | null;
  peerReview?: boolean;
}
/** What of a requirement a redline may change. */
export interface RequirementContent {
  partNumber?: string;
  description?: string;
  quantity?: DecimalText;
  unit?: string | null;
  substitutes?: readonly Substitute[];
  designators?: readonly string[] | null;
}
