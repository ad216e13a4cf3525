/** What a proposed change to the table of a step comes to. Its cells are fields, and what holds for fields holds for them. */
import type { ProposedChange, Refusal } from './command.js';
import { cellName } from './grid.js';
import { fieldContent } from './read-field.js';
import { difference } from './redline-content.js';
import { applyLine, cellsAt, lineContent, lineOf, linesOf, type LineChange } from './redline-grid.js';
import {
  invalid,
  isHeld,
  isSigned,
  newField,
  soundContent,
  soundField,
  type Resolved,
} from './redline-sound.js';
import type { FieldContent, Field, GridLine, Id, Step } from './run.js';
import { said } from './said.js';

type Proposed<Kind> = Extract<ProposedChange, { change: Kind }>;

const unfit = (name: string): Refusal => invalid('redline-unfit', name);

/** A new row is like the one that it stands after, a new column has a cell in each row; none of them is filled. */
export function addLine(step: Step, proposed: Proposed<'add-line'>, id: Id): Resolved {
  const { axis } = proposed;
  const after = typeof proposed.after === 'string' ? proposed.after : undefined;
  if (!step.grid || (axis !== 'row' && axis !== 'column')) return { refused: 'not-found' };
  const beside = linesOf(step, axis).at(-1)?.id;
  const like = lineOf(step, axis, after ?? beside);
  if (after !== undefined && !like) return { refused: 'not-found' };
  const label = said(proposed.line?.label);
  const cells =
    label === ''
      ? undefined
      : axis === 'row'
        ? rowCells(step, like, proposed.line, id)
        : columnCells(step, proposed.line, id);
  if (!cells || cells.length === 0) return unfit(label);
  const allowNotApplicable = like?.allowNotApplicable ?? false;
  const line: GridLine = { id, label, ...(axis === 'row' && { allowNotApplicable }) };
  return { change: 'add-line', axis, line, cells, ...(after !== undefined && { after }) };
}

/** All of them, or nothing if one of them cannot be. */
const whole = (cells: readonly (Field | undefined)[]): readonly Field[] | undefined =>
  cells.every((cell) => cell !== undefined) ? cells : undefined;

function rowCells(
  step: Step,
  like: GridLine | undefined,
  { label, limits }: FieldContent,
  id: Id,
): readonly Field[] | undefined {
  const hasOwn = limits !== undefined;
  if (!like || (hasOwn && lineContent(step, 'row', like.id)?.limits === undefined)) return undefined;
  return whole(
    cellsAt(step, 'row', like.id).map(({ cell, ...one }) => {
      const { column } = cell!;
      return newField({
        ...one,
        ...(one.type === 'number' && { sample: undefined, ...(hasOwn && { limits }) }),
        id: `${id}:${column}`,
        label: cellName(said(label), lineOf(step, 'column', column)?.label ?? ''),
        cell: { row: id, column },
      });
    }),
  );
}

const columnCells = (step: Step, field: { label?: unknown }, id: Id): readonly Field[] | undefined =>
  whole(
    linesOf(step, 'row').map((row) =>
      newField({
        ...field,
        id: `${id}:${row.id}`,
        label: cellName(row.label, said(field.label)),
        cell: { row: row.id, column: id },
      }),
    ),
  );

export function ofLine(step: Step, proposed: Proposed<'change-line' | 'remove-line'>): Resolved {
  const { axis, targetId } = proposed;
  const line = axis === 'row' || axis === 'column' ? lineOf(step, axis, targetId) : undefined;
  if (!line) return { refused: 'not-found' };
  const cells = cellsAt(step, axis, targetId);
  // What is not known here stays as it is.
  if (cells.some(({ type }) => type === 'unknown')) return unfit(line.label);
  if (proposed.change === 'remove-line') {
    const held = cells.find(isHeld);
    return held ? invalid('recorded-already', held.label) : { change: 'remove-line', axis, line, cells };
  }
  const to = soundContent(fieldContent, proposed.to);
  const now = lineContent(step, axis, targetId)!;
  const keys = Object.keys(now) as (keyof FieldContent)[];
  // What differs from cell to cell is changed cell by cell.
  if (!to || Object.keys(to).some((key) => !(key in now))) return unfit(line.label);
  const content = difference(now, to, keys);
  if (!content) return undefined;
  const { label } = content.to;
  const signed = label === undefined ? undefined : cells.find(isSigned);
  if (signed) return invalid('recorded-already', signed.label);
  const change = { change: 'change-line', axis, targetId, ...content } as const;
  return contentFits(step, change) ? change : unfit(line.label);
}

/** Whether a line can be so, with what all of its cells have in common and nothing else of it changed. */
function contentFits(step: Step, change: Extract<LineChange, { change: 'change-line' }>): boolean {
  const { axis, targetId, to } = change;
  const now = lineContent(step, axis, targetId);
  return (
    now !== undefined &&
    to.label !== '' &&
    Object.keys(to).every((key) => key in now) &&
    cellsAt(applyLine(step, change, '0'), axis, targetId).every((cell) => soundField(cell))
  );
}

/** Whether a change of the table still speaks of what is there. */
export function lineFits(step: Step, change: LineChange): boolean {
  const { axis } = change;
  if (change.change === 'change-line') return contentFits(step, change);
  const { line, cells } = change;
  const other = axis === 'row' ? 'column' : 'row';
  const ids = new Set(cells.map(({ id }) => id));
  if (change.change === 'remove-line') {
    const there = cellsAt(step, axis, line.id);
    return (
      lineOf(step, axis, line.id) !== undefined &&
      there.length === cells.length &&
      there.every((cell) => ids.has(cell.id) && !isHeld(cell))
    );
  }
  return (
    lineOf(step, axis, line.id) === undefined &&
    cells.length > 0 &&
    new Set(cells.map(({ cell }) => cell?.[other])).size === cells.length &&
    ids.size === cells.length &&
    step.fields.every(({ id }) => !ids.has(id)) &&
    cells.every(
      ({ type, cell }) => type !== 'unknown' && cell?.[axis] === line.id && lineOf(step, other, cell[other]),
    )
  );
}
