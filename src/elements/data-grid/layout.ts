/** Where the cells of a step's grid stand. Cells that the grid has no place for get one, so that nothing is hidden. */
import type { Field, FieldType, GridRow, Id, Limits, Step } from '../../domain/run.js';

/** Counted from 0; the row's own header is in column -1. */
export interface Place {
  row: number;
  column: number;
}

/** A column, with what all of its cells have in common. */
export interface Column {
  id: Id;
  label: string;
  type: FieldType | 'mixed';
  unit: string | undefined;
  limits: Limits | undefined;
  /** One of its cells, for whatever holds for all of them. */
  example: Id | undefined;
}

export interface Layout {
  columns: readonly Column[];
  rows: readonly GridRow[];
  /** The cells' fields by row and column. */
  ids: readonly (readonly (Id | undefined)[])[];
  places: ReadonlyMap<Id, Place>;
}

/** Whether a field of this step is shown in its grid. */
export const isInGrid = (step: Step, field: Field): boolean =>
  step.grid !== undefined && field.cell !== undefined;

export const noLayout: Layout = { columns: [], rows: [], ids: [], places: new Map() };

type Shared = { -readonly [Key in keyof Column]: Column[Key] } & { isMeasured: boolean };

const isSame = (a: Limits = {}, b: Limits = {}): boolean =>
  a === b ||
  (a.min === b.min && a.max === b.max && a.target === b.target && a.plus === b.plus && a.minus === b.minus);

/** Takes in another cell of a column: what all of them have in common is left. */
function takeIn(column: Shared, field: Field): void {
  if (column.example === undefined) column.type = field.type;
  else if (column.type !== field.type) column.type = 'mixed';
  column.example ??= field.id;
  if (field.type !== 'number') return;
  const { unit, limits } = field;
  if (!column.isMeasured) Object.assign(column, { unit, limits, isMeasured: true });
  if (unit !== column.unit) column.unit = undefined;
  if (!isSame(limits, column.limits)) column.limits = undefined;
}

export function layoutOf(step: Step): Layout {
  const columns: Shared[] = [];
  const columnAt = new Map<Id, number>();
  const newColumn = (id: Id, label: string): number => {
    columnAt.set(id, columns.length);
    const shared = { type: 'mixed', unit: undefined, limits: undefined, example: undefined } as const;
    return columns.push({ id, label, ...shared, isMeasured: false }) - 1;
  };
  const rows: GridRow[] = [];
  const rowAt = new Map<Id, number>();
  const lines: (Id | undefined)[][] = [];
  const newRow = (row: GridRow): number => {
    rowAt.set(row.id, rows.length);
    lines.push([]);
    return rows.push(row) - 1;
  };
  for (const { id, label } of step.grid?.columns ?? []) if (!columnAt.has(id)) newColumn(id, label);
  for (const row of step.grid?.rows ?? []) if (!rowAt.has(row.id)) newRow(row);
  for (const field of step.fields) {
    if (!isInGrid(step, field)) continue;
    const { row, column } = field.cell!;
    const at = columnAt.get(column) ?? newColumn(column, column);
    let line = rowAt.get(row) ?? newRow({ id: row, label: row, allowNotApplicable: false });
    // Two that claim one cell are both shown.
    if (lines[line]![at] !== undefined)
      line = newRow({ id: field.id, label: field.label, allowNotApplicable: false });
    lines[line]![at] = field.id;
    takeIn(columns[at]!, field);
  }
  // A column may have been found after a row's last cell.
  for (const line of lines) line.length = columns.length;
  let places: ReadonlyMap<Id, Place> | undefined;
  return {
    columns,
    rows,
    ids: lines,
    // Thousands, which nobody asks for before something happens in one of them.
    get places() {
      return (places ??= placesOf(lines));
    },
  };
}

const placesOf = (ids: Layout['ids']): ReadonlyMap<Id, Place> =>
  new Map(
    ids.flatMap((line, row) =>
      line.flatMap((id, column) => (id === undefined ? [] : [[id, { row, column }] as const])),
    ),
  );
