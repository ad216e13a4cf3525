/** The rows and columns of a step's table as a redline changes them. Each is a line, and the fields at it are its cells. */
import { cellName, cellsOf } from './grid.js';
import { changedField, keysOf, valueOf } from './redline-content.js';
import type { Axis, Change, Field, FieldContent, GridLine, Id, Step, Version } from './run.js';
import { same } from './same.js';

export type LineChange = Extract<Change, { change: `${string}-line` }>;

export const linesOf = ({ grid }: Step, axis: Axis): readonly GridLine[] => grid?.[`${axis}s`] ?? [];
export const lineOf = (step: Step, axis: Axis, id: Id | undefined): GridLine | undefined =>
  linesOf(step, axis).find((line) => line.id === id);
export const cellsAt = (step: Step, axis: Axis, id: Id): readonly Field[] =>
  axis === 'row' ? cellsOf(step, id) : step.fields.filter(({ cell }) => cell?.column === id);

/** The cells that a content of a line speaks of: all of a column, of a row the numbers. */
const takes = (axis: Axis, { type }: Field): boolean => axis === 'column' || type === 'number';

/**
 * What of a line can be changed for all of its cells at once, as it is; `null` where there is nothing. What differs from
 * cell to cell is left out: there is no one thing that it was. Of a row, that is its name and the limits of its numbers.
 */
export function lineContent(step: Step, axis: Axis, id: Id): FieldContent | undefined {
  const line = lineOf(step, axis, id);
  if (!line) return undefined;
  const [first, ...others] = cellsAt(step, axis, id).filter((cell) => takes(axis, cell));
  const isAlike = (key: string): boolean =>
    others.every((cell) => same(valueOf(cell, key), valueOf(first!, key)));
  const keys: readonly string[] =
    !first || !isAlike('type') || !isAlike('unit') ? [] : axis === 'row' ? ['limits'] : keysOf(first);
  return {
    ...Object.fromEntries(keys.filter(isAlike).map((key) => [key, valueOf(first!, key)])),
    label: line.label,
  };
}

/** A step with one change made to its table. A table without a row or without a column is none. */
export function applyLine(step: Step, change: LineChange, version: Version): Step {
  const { axis } = change;
  const { grid = { rows: [], columns: [] } } = step;
  const put = (lines: readonly GridLine[], fields: Step['fields']): Step => {
    const { grid: _, ...alone } = step;
    const to = { ...grid, [`${axis}s`]: lines };
    return lines.length > 0 ? { ...step, grid: to, fields } : { ...alone, fields };
  };
  const lines = linesOf(step, axis);
  switch (change.change) {
    case 'add-line': {
      const { line, after } = change;
      const at = lines.findIndex(({ id }) => id === after);
      const { id, label, allowNotApplicable = false } = line;
      const added = axis === 'row' ? { id, label, allowNotApplicable } : { id, label };
      return put(lines.toSpliced(at < 0 ? lines.length : at + 1, 0, added), withCells(step, change, version));
    }
    case 'change-line': {
      const { targetId, to } = change;
      const named = lines.map((line) =>
        line.id === targetId && to.label !== undefined ? { ...line, label: to.label } : line,
      );
      const cells = step.fields.map((field) =>
        field.cell?.[axis] === targetId ? changedCell(step, field, change, version) : field,
      );
      return put(named, cells);
    }
    case 'remove-line': {
      const { id } = change.line;
      return put(
        lines.filter((line) => line.id !== id),
        step.fields.filter(({ cell }) => cell?.[axis] !== id),
      );
    }
  }
}

/** A cell is called by its row and its column, unless it has a name of its own. */
function changedCell(
  step: Step,
  field: Field,
  { axis, from, to: { label, ...content } }: Extract<LineChange, { change: 'change-line' }>,
  version: Version,
): Field {
  const taken = takes(axis, field) ? content : {};
  if (label === undefined)
    return Object.keys(taken).length > 0 ? changedField(field, { from, to: taken }, version) : field;
  const labels = (['row', 'column'] as const).map((one) => lineOf(step, one, field.cell![one])?.label ?? '');
  const isCalledSo = field.label === cellName(labels[0]!, labels[1]!);
  labels[axis === 'row' ? 0 : 1] = label;
  const name = isCalledSo ? cellName(labels[0]!, labels[1]!) : field.label;
  return changedField(field, { from, to: { ...taken, label: name } }, version);
}

/** The fields with new cells among them: each behind the one that it stands after, else behind the last of its row or of the table. */
function withCells(
  { fields }: Step,
  { axis, cells, after }: Extract<LineChange, { change: 'add-line' }>,
  version: Version,
): readonly Field[] {
  const rowOf = ({ cell }: Field): string => (axis === 'row' ? '' : cell!.row);
  const last = new Map<string, Id>();
  const own = new Map<string, Id>();
  for (const field of fields) {
    if (!field.cell) continue;
    last.set(rowOf(field), field.id);
    if (field.cell[axis] === after) own.set(rowOf(field), field.id);
  }
  const behind = new Map<Id | undefined, Field[]>();
  for (const cell of cells) {
    const place = own.get(rowOf(cell)) ?? last.get(rowOf(cell));
    behind.set(place, [...(behind.get(place) ?? []), { ...cell, version }]);
  }
  return [
    ...fields.flatMap((field) => [field, ...(behind.get(field.id) ?? [])]),
    ...(behind.get(undefined) ?? []),
  ];
}
