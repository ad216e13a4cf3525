/** The difference that a redline makes, put together by what it is about. */
import { changeDiff, type RedlineDifference } from '../../domain/redline-diff.js';
import { cellsAt, lineOf } from '../../domain/redline-grid.js';
import { isSigned } from '../../domain/redline-sound.js';
import {
  findStep,
  type Change,
  type Field,
  type Id,
  type Redline,
  type Requirement,
  type Run,
  type Step,
} from '../../domain/run.js';
import { clip } from '../../messages/phrases.js';
import { calledOf } from '../called.js';
import type { Property, Teller } from './told.js';

/** What was beside what will be; one of the two where something comes or goes. */
export interface Pair {
  /** Empty where the group says it. */
  name: string;
  before?: string;
  after?: string;
  /** A text, which is compared word by word. */
  isText?: boolean;
  /** A list, which is compared piece by piece. */
  pieces?: { before: readonly string[]; after: readonly string[]; between: string };
}

export interface Group {
  does: 'added' | 'removed' | 'changed' | 'unknown';
  title: string;
  /** What it is about. */
  name: string;
  pairs: readonly Pair[];
  /** What follows from it. */
  note?: string;
}

const texts: ReadonlySet<string> = new Set(['label', 'hint', 'description', 'meaning']);

export function groupsOf(run: Run, redline: Redline, teller: Teller): readonly Group[] {
  const step = findStep(run, redline.stepId);
  const added: Group = {
    does: 'added',
    title: teller.texts.newStep,
    name: clip(step?.title ?? ''),
    pairs: step ? [{ name: '', after: teller.place(step) }] : [],
  };
  const changes = (redline.changes ?? []).flatMap((change) =>
    groupsIn({ run, redline, step, teller }, change),
  );
  return redline.adds ? [added, ...changes] : changes;
}

interface It {
  run: Run;
  redline: Redline;
  step: Step | undefined;
  teller: Teller;
}

function groupsIn(it: It, change: Change): readonly Group[] {
  const { redline, step, teller } = it;
  const { texts: say } = teller;
  const whole = (
    kind: 'field' | 'requirement' | 'row' | 'column',
    does: 'added' | 'removed',
    name: string,
    all: readonly Property[],
  ): readonly Group[] => {
    const pairs = all.map(([property, value]): Pair => ({
      name: kind === 'row' ? property : say.property(property),
      [does === 'added' ? 'after' : 'before']: value,
    }));
    return [{ does, title: say[kind][does], name: clip(name), pairs }];
  };
  const after = (label: string | undefined): readonly Property[] =>
    label === undefined ? [] : [['after', clip(label)]];
  switch (change.change) {
    case 'instructions':
      return changeDiff(change, redline.stepId).map((row) => paragraph(row, teller));
    case 'add-field': {
      const { field } = change;
      const all = [...teller.field(field), ...after(step && fieldAt(step, change.after)?.label)];
      return whole('field', 'added', field.label, all);
    }
    case 'remove-field':
      return whole('field', 'removed', change.field.label, teller.field(change.field));
    case 'add-requirement':
    case 'remove-requirement': {
      const { requirement } = change;
      const does = change.change === 'add-requirement' ? 'added' : 'removed';
      return whole('requirement', does, labelOf(requirement), teller.requirement(requirement));
    }
    case 'add-line':
    case 'remove-line': {
      const { axis, line, cells } = change;
      const does = change.change === 'add-line' ? 'added' : 'removed';
      const told = axis === 'row' ? teller.cells(step, cells) : cells[0] ? teller.field(cells[0]) : [];
      const place =
        step && does === 'added' && 'after' in change ? lineOf(step, axis, change.after) : undefined;
      const all = place
        ? [...told, [axis === 'row' ? say.property('after') : 'after', clip(place.label)] as const]
        : told;
      return whole(axis, does, line.label, all);
    }
    case 'change-field':
    case 'change-requirement':
    case 'change-line':
      return [changed(it, change)];
    case 'add-dependency':
    case 'remove-dependency': {
      const does = change.change === 'add-dependency' ? 'added' : 'removed';
      return [{ does, title: say.dependency[does], name: teller.step(change.targetId), pairs: [] }];
    }
    case 'unknown':
      return [{ does: 'unknown', title: say.unknown(clip(change.reported)), name: '', pairs: [] }];
  }
}

function paragraph({ before, after }: RedlineDifference, { texts: say }: Teller): Group {
  const does = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  const sides = { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
  return {
    does,
    title: say.paragraph[does],
    name: '',
    pairs: [{ name: '', isText: true, ...sides } as Pair],
  };
}

type ContentChange = Extract<Change, { to: object; targetId: Id }>;

/** What differs of a thing that stays. */
function changed({ run, redline, step, teller }: It, change: ContentChange): Group {
  const { texts: say } = teller;
  const { targetId } = change;
  const isLine = change.change === 'change-line';
  const kind = isLine ? change.axis : change.change === 'change-field' ? 'field' : 'requirement';
  const line = step && isLine ? lineOf(step, change.axis, targetId) : undefined;
  const fields = !step ? [] : isLine ? cellsAt(step, change.axis, targetId) : [fieldAt(step, targetId)];
  const name = line?.label ?? calledOf(run, targetId);
  const unit = fields.find((field) => field?.type === 'number')?.unit;
  const isAskedAnew =
    redline.status === 'open' &&
    ('role' in change.to || 'meaning' in change.to || 'peerReview' in change.to) &&
    fields.some((field) => field && isSigned(field));
  return {
    does: 'changed',
    title: say[kind].changed,
    name: name === targetId ? say.gone : clip(name),
    pairs: pairsOf(changeDiff(change, redline.stepId), unit, teller),
    ...(isAskedAnew && { note: say.askedAnew }),
  };
}
function pairsOf(
  rows: readonly RedlineDifference[],
  unit: string | undefined,
  teller: Teller,
): readonly Pair[] {
  const units = rows.find(({ kind }) => kind === 'unit');
  const side = (which: 'before' | 'after'): string | undefined =>
    units ? (units[which] as string | undefined) : unit;
  return rows.map((row) => {
    const before = teller.value(row.kind, row.before, side('before'));
    const after = teller.value(row.kind, row.after, side('after'));
    return {
      name: teller.texts.property(row.kind),
      before: before || teller.texts.nothing,
      after: after || teller.texts.nothing,
      ...(texts.has(row.kind) && before !== '' && after !== '' && { isText: true }),
      ...(isList(row) &&
        before !== '' &&
        after !== '' && {
          pieces: {
            before: teller.pieces(row.before!),
            after: teller.pieces(row.after!),
            // Places are short, and many.
            between: row.kind === 'designators' ? ', ' : '\n',
          },
        }),
    };
  });
}

type ListDifference = Extract<RedlineDifference, { kind: 'options' | 'substitutes' | 'designators' }>;
const isList = (row: RedlineDifference): row is ListDifference =>
  row.kind === 'options' || row.kind === 'substitutes' || row.kind === 'designators';

const fieldAt = (step: Step, id: Id | undefined): Field | undefined =>
  step.fields.find((one) => one.id === id);
const labelOf = ({ description, partNumber }: Requirement): string => description || partNumber;
