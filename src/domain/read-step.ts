/** Foreign steps, one by one and among one another. */
import { file, readField } from './read-field.js';
import { readRequirement } from './read-part.js';
import { listOf, optional, raw, shape, thingsOf, type Reader, type Reading } from './reading.js';
import { numberText } from './measurement.js';
import {
  choice,
  count,
  disposition,
  flag,
  holdReason,
  instant,
  paragraph,
  status,
  targetId,
  text,
  title,
  words,
} from './read-plain.js';
import {
  stepStatuses,
  type Comment,
  type Evidence,
  type Disposition,
  type Failure,
  type Field,
  type Grid,
  type GridColumn,
  type GridRow,
  type Hold,
  type HoldReason,
  type Id,
  type Labor,
  type Policy,
  type Reasoned,
  type Requirement,
  type Step,
  type UnknownField,
} from './run.js';

const yesNo = optional(flag(false));

/** An organization's own list. One without any would let no issue leave pending, and no step be held: it counts as none. */
const ownList =
  <T extends { value: string }>(one: Reader<T>): Reader<readonly T[] | undefined> =>
  (value, reading, source) => {
    const own = listOf(one)(value, reading, source).filter((each) => each.value !== '');
    return own.length > 0 ? own : undefined;
  };

export const policy = shape<Partial<Policy>>({
  outOfRange: choice('block', 'with-issue', 'with-rationale', 'warn'),
  requireScan: yesNo,
  rework: choice('reopen', 'duplicate', 'both'),
  rollUp: choice('explicit', 'derived'),
  canceledUpstream: choice('satisfies', 'blocks'),
  canceledRequired: choice('required', 'excused'),
  overInstall: choice('refuse', 'allow'),
  staleSignature: choice('block', 'warn'),
  reasonForChange: yesNo,
  blockingWarnings: optional(words),
  blockingIssues: yesNo,
  idleMinutes: optional(count),
  offlineSignoff: choice('refuse', 'pending'),
  issueOnFail: yesNo,
  dispositions: ownList(
    shape<Disposition>({ value: disposition, label: optional(title), hint: optional(title) }),
  ),
  holdReasons: ownList(shape<HoldReason>({ value: holdReason, label: optional(title) })),
});

const laborShape = shape<Labor>({ id: text, personId: text, in: instant, out: optional(instant) });
const labor: Reader<Labor> = (value, reading, source) => {
  const read = laborShape(value, reading, source);
  // Closed labor stays closed, even if nobody can say when.
  return read.out !== undefined && read.out < read.in ? { ...read, out: read.in } : read;
};

const comment = shape<Comment>({
  id: text,
  stepId: text,
  by: text,
  at: instant,
  text,
  mentions: optional(listOf(text)),
  hold: optional(text),
});

const grid = shape<Grid>({
  columns: thingsOf(shape<GridColumn>({ id: text, label: title })),
  rows: thingsOf(shape<GridRow>({ id: text, label: title, allowNotApplicable: flag(false, false) })),
});

export const reasoned = shape<Reasoned>({ reason: text, by: text, at: instant });

const evidence = shape<Evidence>({
  id: text,
  file,
  caption: optional(title),
  by: text,
  at: instant,
  removed: optional(reasoned),
});

type ReadStep = Omit<Step, 'requirements'> & { requirements: readonly (Requirement | UnknownField)[] };
const stepShape = shape<ReadStep>({
  id: targetId,
  parentId: optional(text),
  title,
  instructions: listOf(paragraph),
  ...status(stepStatuses),
  upstream: words,
  required: flag(true),
  version: text,
  fields: listOf(readField),
  grid: optional(grid),
  requirements: listOf(readRequirement),
  evidence: optional(thingsOf(evidence)),
  labor: thingsOf(labor),
  startedAt: optional(instant),
  completedBy: optional(text),
  completedAt: optional(instant),
  hold: optional(
    shape<Hold>({
      reason: text,
      comment: optional(text),
      before: choice('todo', 'in-progress'),
      by: text,
      at: instant,
    }),
  ),
  failures: optional(
    listOf(shape<Failure>({ reason: text, issueId: optional(text), by: text, at: instant })),
  ),
  canceled: optional(reasoned),
  reopenings: optional(listOf(reasoned)),
  duplicateOf: optional(text),
  addedBy: optional(text),
  commentCount: count,
  latestComment: optional(comment),
  policy: optional(policy),
});

const isStray = (one: Requirement | UnknownField): one is UnknownField => 'type' in one;

export const stepReader: Reader<Step> = (value, reading, source) => {
  const { requirements, ...read } = stepShape(value, reading, source);
  const own = reading.at('id', value, raw);
  const strays = requirements.filter(isStray);
  const step: Step = {
    ...read,
    ...(read.grid && {
      grid: { ...read.grid, rows: namedApart(read.grid.rows, read.fields, value, reading) },
    }),
    fields: inGrid(strays.length > 0 ? [...read.fields, ...strays] : read.fields, read.grid),
    requirements: requirements.filter((one): one is Requirement => !isStray(one)),
  };
  if (read.id === (numberText(own) ?? own)) return step;
  // Under an id that is not its own nothing can be asked of the backend.
  return { ...step, status: 'unknown', reported: step.reported ?? step.status };
};

/** A row that goes by the name of a field cannot be marked whole: the command would mean the field. */
function namedApart(
  rows: readonly GridRow[],
  fields: readonly Field[],
  value: unknown,
  reading: Reading,
): readonly GridRow[] {
  const taken = new Set(fields.map(({ id }) => id));
  return rows.map((row) => {
    if (!row.allowNotApplicable || !taken.has(row.id)) return row;
    reading.at('grid', value, () => reading.problem('duplicate-id', row.id));
    return { ...row, allowNotApplicable: false };
  });
}

/** A cell of a row or a column that there is not stands as a field of its own, so that it is not overlooked. */
function inGrid(fields: readonly Field[], layout: Grid | undefined): readonly Field[] {
  if (!layout && fields.every(({ cell }) => !cell)) return fields;
  const rows = new Set(layout?.rows.map(({ id }) => id));
  const columns = new Set(layout?.columns.map(({ id }) => id));
  const taken = new Set<string>();
  return fields.map((field) => {
    const { cell, ...alone } = field;
    if (!cell) return field;
    const place = JSON.stringify([cell.row, cell.column]);
    const fits = rows.has(cell.row) && columns.has(cell.column) && !taken.has(place);
    taken.add(place);
    return fits ? field : alone;
  });
}

export type Tell = (step: number, key: string, code: 'not-found' | 'cycle', id: Id) => void;

/** Leaves out what points to no step or back to itself, and puts children after their parents. */
export function settle(steps: readonly Step[], tell: Tell): readonly Step[] {
  const ids = new Set(steps.map(({ id }) => id));
  const upstream = sound(steps, (step) => step.upstream);
  const parents = sound(steps, ({ parentId }) => (parentId === undefined ? [] : [parentId]));
  const settled = steps.map((step, index) => {
    const waitsFor = upstream.get(step.id)!;
    const orphan = step.parentId !== undefined && parents.get(step.id)!.length === 0;
    if (waitsFor.length === step.upstream.length && !orphan) return step;
    const missed = (key: string, id: Id): void =>
      tell(index, key, ids.has(id) ? 'cycle' : 'not-found', id.slice(0, 100));
    step.upstream.filter((id) => !waitsFor.includes(id)).forEach((id) => missed('upstream', id));
    const { parentId, ...rest } = step;
    if (orphan) missed('parentId', parentId!);
    return { ...rest, ...(!orphan && parentId !== undefined && { parentId }), upstream: waitsFor };
  });
  return nested(settled);
}

/** Of each step's references those that lead to a step and never back. Without recursion: chains may be long. */
function sound(steps: readonly Step[], of: (step: Step) => readonly Id[]): ReadonlyMap<Id, readonly Id[]> {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const kept = new Map<Id, Id[]>();
  const path: { id: Id; left: Id[] }[] = [];
  const onPath = new Set<Id>();
  const enter = (step: Step): void => {
    kept.set(step.id, []);
    onPath.add(step.id);
    path.push({ id: step.id, left: [...of(step)].reverse() });
  };
  for (const root of steps) {
    if (!kept.has(root.id)) enter(root);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const id = top.left.pop();
      if (id === undefined) onPath.delete(path.pop()!.id);
      else if (byId.has(id) && !onPath.has(id)) {
        kept.get(top.id)!.push(id);
        if (!kept.has(id)) enter(byId.get(id)!);
      }
    }
  }
  return kept;
}

/** Procedure order: every step directly after its parent and the children before it. */
function nested(steps: readonly Step[]): readonly Step[] {
  const children = new Map<Id | undefined, Step[]>();
  for (const step of steps.toReversed()) {
    const siblings = children.get(step.parentId) ?? [];
    children.set(step.parentId, siblings);
    siblings.push(step);
  }
  const ordered: Step[] = [];
  const left = children.get(undefined) ?? [];
  for (let step = left.pop(); step; step = left.pop()) {
    ordered.push(step);
    for (const child of children.get(step.id) ?? []) left.push(child);
  }
  return ordered;
}
