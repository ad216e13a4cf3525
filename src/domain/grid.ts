/** Grids: which of a step's fields are the cells of a row. */
import { isValueField, recordOf } from './record.js';
import type { Field, GridRow, Id, Step } from './run.js';

export const rowOf = (step: Step | undefined, rowId: Id): GridRow | undefined =>
  step?.grid?.rows.find(({ id }) => id === rowId);

const byRow = new WeakMap<Step['fields'], ReadonlyMap<Id, readonly Field[]>>();

/** The cells of a row. Asked of every row of a grid in turn, so all rows are sorted out at once. */
export function cellsOf({ fields }: Step, rowId: Id): readonly Field[] {
  let rows = byRow.get(fields);
  if (!rows) {
    const made = new Map<Id, Field[]>();
    for (const field of fields) {
      if (!field.cell) continue;
      const cells = made.get(field.cell.row);
      if (cells) cells.push(field);
      else made.set(field.cell.row, [field]);
    }
    byRow.set(fields, (rows = made));
  }
  return rows.get(rowId) ?? [];
}

/** Whether everything that could be recorded in a row was marked as not applicable: there is nothing to sign then. */
export function isRowNotApplicable(step: Step, rowId: Id): boolean {
  const values = cellsOf(step, rowId).filter(isValueField);
  return values.length > 0 && values.every((field) => recordOf(field)?.notApplicable);
}

/** What a cell is called. */
export const cellName = (row: string, column: string): string => `${row}, ${column}`;

/** What a grid's cells are made from: one field per row and column, of the column's type. */
export interface GridPlan {
  columns: readonly ({ id: Id; label: string } & CellPlan)[];
  rows: readonly { id: Id; label: string; required?: boolean; allowNotApplicable?: boolean }[];
}
type CellPlan = Field extends infer One
  ? One extends Field
    ? Omit<One, 'id' | 'label' | 'cell' | 'version' | 'required' | 'allowNotApplicable' | 'record'> & {
        required?: boolean;
      }
    : never
  : never;

/** The layout and the empty cells of a grid; both go into a step. */
export function gridOf({ columns, rows }: GridPlan): Required<Pick<Step, 'grid' | 'fields'>> {
  const cell = (
    row: GridPlan['rows'][number],
    { id, label, required, ...plan }: GridPlan['columns'][number],
  ) =>
    ({
      ...plan,
      id: `${row.id}:${id}`,
      label: cellName(row.label, label),
      required: (row.required ?? true) && (required ?? true),
      allowNotApplicable: row.allowNotApplicable ?? false,
      version: '0',
      cell: { row: row.id, column: id },
      ...(plan.type === 'signoff' && { decisions: [] }),
    }) as Field;
  return {
    grid: {
      columns: columns.map(({ id, label }) => ({ id, label })),
      rows: rows.map(({ id, label, allowNotApplicable = false }) => ({ id, label, allowNotApplicable })),
    },
    fields: rows.flatMap((row) => columns.map((column) => cell(row, column))),
  };
}
