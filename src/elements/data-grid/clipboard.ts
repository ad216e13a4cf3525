/** Blocks of cells: out to a spreadsheet and in from one. */
import type { Field, Id, Step } from '../../domain/run.js';
import { grid as gridWords } from '../../messages/en/grid.js';
import { words } from '../../messages/registry.js';
import { copiedText, takesText } from './cell-text.js';
import type { Layout, Place } from './layout.js';
import { formatTsv, parseTsv } from './tsv.js';

/** Cells from one corner to the other. */
export interface Range {
  from: Place;
  to: Place;
}

export function* placesIn({ from, to }: Range): Generator<Place> {
  for (let row = from.row; row <= to.row; row += 1)
    for (let column = from.column; column <= to.column; column += 1) yield { row, column };
}

export function copied(
  element: Element,
  { ids }: Layout,
  field: (id: Id) => Field | undefined,
  { from, to }: Range,
): string {
  const rows = ids.slice(from.row, to.row + 1).map((line) =>
    line.slice(from.column, to.column + 1).map((id) => {
      const one = id === undefined ? undefined : field(id);
      return one ? copiedText(element, one) : '';
    }),
  );
  return formatTsv(rows);
}

export interface PastedBlock {
  texts: ReadonlyMap<Id, string>;
  notes: readonly string[];
}

/** Which text goes into which cell. Empty ones change nothing: a gap in a sheet erases no record. */
export function pastedBlock(
  element: Element,
  { ids, columns }: Layout,
  step: Step,
  start: Place,
  text: string,
): PastedBlock {
  const say = words(element, 'grid', gridWords);
  const fields = new Map(step.fields.map((field) => [field.id, field]));
  const texts = new Map<Id, string>();
  const untaken = new Set<string>();
  let outside = 0;
  let other = 0;
  parseTsv(text).forEach((line, row) =>
    line.forEach((one, column) => {
      if (one.trim() === '') return;
      const place = { row: start.row + row, column: start.column + column };
      const id = ids[place.row]?.[place.column];
      const field = id === undefined ? undefined : fields.get(id);
      if (!field) outside += 1;
      else if (takesText(field)) texts.set(field.id, one);
      else {
        other += 1;
        untaken.add(columns[place.column]!.label);
      }
    }),
  );
  const notes = [
    ...(outside > 0 ? [say.tooLarge(outside)] : []),
    ...(other > 0 ? [say.notPasted(other, [...untaken])] : []),
    ...(texts.size + outside + other === 0 ? [say.nothing] : []),
  ];
  return { texts, notes };
}
