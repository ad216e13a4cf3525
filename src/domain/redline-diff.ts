/** A redline as a difference to read: what stood there, and what is to stand there. Data; words are made elsewhere. */
import {
  findStep,
  type DecimalText,
  type Field,
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
  requirement: Requirement;
  partNumber: string;
  description: string;
  quantity: DecimalText;
  substitutes: readonly Substitute[];
  /** The step to wait for. */
  dependency: Id;
  /** Something that this version does not know, as the backend calls it. */
  unknown: string;
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
  const changes = (redline.changes ?? []).flatMap((change) => {
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
        return contents(change.targetId, change.from, change.to);
      case 'add-requirement':
        return [row('requirement', change.requirement.id, undefined, change.requirement)];
      case 'remove-requirement':
        return [row('requirement', change.requirement.id, change.requirement, undefined)];
      case 'add-dependency':
        return [row('dependency', change.targetId, undefined, change.targetId)];
      case 'remove-dependency':
        return [row('dependency', change.targetId, change.targetId, undefined)];
      case 'unknown':
        return [row('unknown', stepId, undefined, change.reported)];
    }
  });
  return [...added, ...changes];
}

type Pair = readonly [before: string | undefined, after: string | undefined];

/** Longer texts are told paragraph by paragraph where they differ, without looking for what was moved. */
const mostCells = 250_000;

/** The paragraphs that differ, the old one beside the new one where one takes the place of the other. */
function paragraphs(from: readonly string[], to: readonly string[]): readonly Pair[] {
  let start = 0;
  while (start < Math.min(from.length, to.length) && from[start] === to[start]) start += 1;
  let end = 0;
  while (end < Math.min(from.length, to.length) - start && from.at(-1 - end) === to.at(-1 - end)) end += 1;
  const before = from.slice(start, from.length - end);
  const after = to.slice(start, to.length - end);
  if (before.length * after.length > mostCells) return side(before, after);
  const pairs: Pair[] = [];
  let gone: string[] = [];
  let come: string[] = [];
  const lengths = common(before, after);
  for (let i = 0, j = 0; i < before.length || j < after.length;) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      pairs.push(...side(gone, come));
      [gone, come] = [[], []];
      i += 1;
      j += 1;
    } else if (j >= after.length || (i < before.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) {
      gone.push(before[i]!);
      i += 1;
    } else {
      come.push(after[j]!);
      j += 1;
    }
  }
  return [...pairs, ...side(gone, come)];
}

const side = (gone: readonly string[], come: readonly string[]): readonly Pair[] =>
  Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => [gone[index], come[index]]);

/** The length of the longest common part from each pair of places on. */
function common(before: readonly string[], after: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: before.length + 1 }, () =>
    new Array<number>(after.length + 1).fill(0),
  );
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      lengths[i]![j] =
        before[i] === after[j]
          ? lengths[i + 1]![j + 1]! + 1
          : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
    }
  }
  return lengths;
}
