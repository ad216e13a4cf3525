/** A redline as a difference to read: what stood there, and what is to stand there. Data; words are made elsewhere. */
import { align } from './redline-align.js';
import {
  findStep,
  type Change,
  type DecimalText,
  type Field,
  type GridLine,
  type Id,
  type Limits,
  type Option,
  type Redline,
  type Requirement,
  type Run,
  type Substitute,
} from './run.js';

/** What can differ, by kind. */
export interface RedlineDifferences {
  /** A step that comes in, with its title. */
  step: string;
  /** A paragraph. */
  instruction: string;
  field: Field;
  label: string;
  hint: string;
  required: boolean;
  allowNotApplicable: boolean;
  unit: string;
  limits: Limits;
  options: readonly Option[];
  role: string;
  meaning: string;
  peerReview: boolean;
  /** A line of the step's table. */
  row: WholeLine;
  column: WholeLine;
  requirement: Requirement;
  partNumber: string;
  description: string;
  quantity: DecimalText;
  substitutes: readonly Substitute[];
  designators: readonly string[];
  /** The step to wait for. */
  dependency: Id;
  /** Something that this version does not know, as the backend calls it. */
  unknown: string;
}
/** A line that comes or goes, with its cells. */
export interface WholeLine extends GridLine {
  cells: readonly Field[];
}
export type RedlineDifferenceKind = keyof RedlineDifferences;

/** Without `before` it comes in, without `after` it goes. `targetId` is the step's where it has no target of its own. */
export type RedlineDifference = {
  [Kind in RedlineDifferenceKind]: {
    kind: Kind;
    targetId: Id;
    before?: RedlineDifferences[Kind];
    after?: RedlineDifferences[Kind];
  };
}[RedlineDifferenceKind];

const row = (kind: RedlineDifferenceKind, targetId: Id, before: unknown, after: unknown): RedlineDifference =>
  ({
    kind,
    targetId,
    ...(before !== null && before !== undefined && { before }),
    ...(after !== null && after !== undefined && { after }),
  }) as RedlineDifference;

/** Property by property, in the order in which they are read. */
const contents = (targetId: Id, from: object, to: object): readonly RedlineDifference[] =>
  Object.entries(to).map(([key, after]) =>
    row(key as RedlineDifferenceKind, targetId, (from as Readonly<Record<string, unknown>>)[key], after),
  );

export function redlineDiff(run: Run, redline: Redline): readonly RedlineDifference[] {
  const { stepId } = redline;
  const added = redline.adds ? [row('step', stepId, undefined, findStep(run, stepId)?.title)] : [];
  return [...added, ...(redline.changes ?? []).flatMap((change) => changeDiff(change, stepId))];
}

/** What one change of a redline makes different. */
export function changeDiff(change: Change, stepId: Id): readonly RedlineDifference[] {
  switch (change.change) {
    case 'instructions':
      return paragraphs(change.from, change.to).map(([before, after]) =>
        row('instruction', stepId, before, after),
      );
    case 'add-field':
      return [row('field', change.field.id, undefined, change.field)];
    case 'remove-field':
      return [row('field', change.field.id, change.field, undefined)];
    case 'change-field':
    case 'change-requirement':
    case 'change-line':
      return contents(change.targetId, change.from, change.to);
    case 'add-requirement':
      return [row('requirement', change.requirement.id, undefined, change.requirement)];
    case 'remove-requirement':
      return [row('requirement', change.requirement.id, change.requirement, undefined)];
    case 'add-line':
      return [row(change.axis, change.line.id, undefined, { ...change.line, cells: change.cells })];
    case 'remove-line':
      return [row(change.axis, change.line.id, { ...change.line, cells: change.cells }, undefined)];
    case 'add-dependency':
      return [row('dependency', change.targetId, undefined, change.targetId)];
    case 'remove-dependency':
      return [row('dependency', change.targetId, change.targetId, undefined)];
    case 'unknown':
      return [row('unknown', stepId, undefined, change.reported)];
  }
}

type Pair = readonly [before: string | undefined, after: string | undefined];

/** The paragraphs that differ, the old one beside the new one where one takes the place of the other. */
const paragraphs = (from: readonly string[], to: readonly string[]): readonly Pair[] =>
  align(from, to).flatMap((one) => ('same' in one ? [] : side(one.gone, one.come)));

const side = (gone: readonly string[], come: readonly string[]): readonly Pair[] =>
  Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => [gone[index], come[index]]);
