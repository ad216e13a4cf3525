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

const same = (all: readonly unknown[]): boolean => new Set(all.map((one) => JSON.stringify(one))).size <= 1;

function describe(id: Id, label: string, fields: readonly Field[]): Column {
  const [first] = fields;
  const numbers = fields.filter((field) => field.type === 'number');
  return {
    id,
    label,
    type: !first || fields.some(({ type }) => type !== first.type) ? 'mixed' : first.type,
    unit: same(numbers.map(({ unit }) => unit)) ? numbers[0]?.unit : undefined,
    limits: same(numbers.map(({ limits }) => limits)) ? numbers[0]?.limits : undefined,
    example: first?.id,
  };
}

export function layoutOf(step: Step): Layout {
  const { columns = [], rows = [] } = step.grid ?? {};
  const names = new Map(columns.map(({ id, label }) => [id, label]));
  const lines = new Map<Id, GridRow>(rows.map((row) => [row.id, row]));
  const table = new Map<Id, Map<Id, Field>>(rows.map(({ id }) => [id, new Map<Id, Field>()]));
  const byColumn = new Map<Id, Field[]>(columns.map(({ id }) => [id, []]));
  const newRow = (id: Id, label: string): Id => {
    lines.set(id, { id, label, allowNotApplicable: false });
    table.set(id, new Map());
    return id;
  };
  for (const field of step.fields) {
    if (!isInGrid(step, field)) continue;
    const { row, column } = field.cell!;
    if (!names.has(column)) {
      names.set(column, column);
      byColumn.set(column, []);
    }
    if (!table.has(row)) newRow(row, row);
    // Two that claim one cell are both shown.
    const at = table.get(row)!.has(column) ? newRow(field.id, field.label) : row;
    table.get(at)!.set(column, field);
    byColumn.get(column)!.push(field);
  }
  const order = [...names.keys()];
  const ids = [...lines.keys()].map((row) => order.map((column) => table.get(row)!.get(column)?.id));
  const places = new Map<Id, Place>();
  ids.forEach((line, row) =>
    line.forEach((id, column) => id !== undefined && places.set(id, { row, column })),
  );
  return {
    columns: order.map((id) => describe(id, names.get(id)!, byColumn.get(id)!)),
    rows: [...lines.values()],
    ids,
    places,
  };
}
