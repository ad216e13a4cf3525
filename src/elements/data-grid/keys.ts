/** Where the keys of a spreadsheet lead. */
import type { Place } from './layout.js';

export interface Extent {
  rows: number;
  columns: number;
  /** How many rows are in view. */
  page: number;
  rtl: boolean;
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Whether a key types something. The space opens the editor and is none. */
export const isLetter = (event: KeyboardEvent): boolean =>
  event.key.length === 1 &&
  event.key !== ' ' &&
  ((!event.ctrlKey && !event.metaKey && !event.altKey) || event.getModifierState('AltGraph'));

/** The place that a key leads to; nothing where it leads nowhere. To the left of the cells are the names of the rows. */
export function lead(pressed: Pressed, { row, column }: Place, extent: Extent): Place | undefined {
  const { key, shiftKey, altKey } = pressed;
  const far = pressed.ctrlKey || pressed.metaKey;
  const { rows, columns, page, rtl } = extent;
  const to = (nextRow: number, nextColumn: number): Place => ({
    row: Math.min(Math.max(nextRow, 0), rows - 1),
    column: Math.min(Math.max(nextColumn, -1), columns - 1),
  });
  if (altKey) return undefined;
  const forward = rtl ? 'ArrowLeft' : 'ArrowRight';
  switch (key) {
    case 'ArrowUp':
      return to(far ? 0 : row - 1, column);
    case 'ArrowDown':
      return to(far ? rows : row + 1, column);
    case 'ArrowLeft':
    case 'ArrowRight':
      return key === forward
        ? to(row, far ? columns : column + 1)
        : to(row, far ? 0 : Math.max(column - 1, shiftKey ? 0 : -1));
    case 'Home':
      return to(far ? 0 : row, 0);
    case 'End':
      return to(far ? rows : row, columns);
    case 'PageUp':
      return to(row - page, column);
    case 'PageDown':
      return to(row + page, column);
    case 'Tab':
      return shiftKey ? before({ row, column }, extent) : after({ row, column }, extent);
    default:
      return undefined;
  }
}

const after = ({ row, column }: Place, { rows, columns }: Extent): Place | undefined =>
  column + 1 < columns
    ? { row, column: column + 1 }
    : row + 1 < rows
      ? { row: row + 1, column: 0 }
      : undefined;

const before = ({ row, column }: Place, { columns }: Extent): Place | undefined =>
  column > 0 ? { row, column: column - 1 } : row > 0 ? { row: row - 1, column: columns - 1 } : undefined;
