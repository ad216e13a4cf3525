/** Which cell of a table is the active one, and what is selected from where to there. */
import { placesIn, type Range } from './clipboard.js';
import type { Place } from './layout.js';
import type { Table } from './table.js';

export class Selection {
  readonly #table: Table;
  readonly #moved: () => void;
  #active: Place = { row: 0, column: 0 };
  /** Where a range that is selected began. */
  #anchor: Place | undefined;

  /** `moved` is called when another cell has become the active one. */
  constructor(table: Table, moved: () => void) {
    this.#table = table;
    this.#moved = moved;
  }

  get active(): Place {
    return this.#active;
  }

  get range(): Range {
    const { row, column } = this.#active;
    const other = this.#anchor ?? this.#active;
    return {
      from: { row: Math.min(row, other.row), column: Math.max(0, Math.min(column, other.column)) },
      to: { row: Math.max(row, other.row), column: Math.max(column, other.column) },
    };
  }

  get isRange(): boolean {
    return this.#anchor !== undefined;
  }

  has({ row, column }: Place): boolean {
    if (!this.#anchor) return false;
    const { from, to } = this.range;
    return row >= from.row && row <= to.row && column >= from.column && column <= to.column;
  }

  /** Before another table is drawn: nothing is selected, and where the active cell is gone, the first one is. */
  begin(isThere: (place: Place) => boolean): void {
    this.#anchor = undefined;
    if (!isThere(this.#active)) this.#active = { row: 0, column: 0 };
  }

  /** Makes a cell the active one; `extend` keeps what was selected from on. */
  go(place: Place, { extend = false, focus = true } = {}): void {
    const before = this.#anchor || extend ? this.range : undefined;
    if (extend) this.#anchor ??= this.#active;
    else this.#anchor = undefined;
    this.#unmark();
    this.#active = place;
    this.#table.keep(place.row);
    this.mark();
    for (const range of [before, this.#anchor && this.range])
      if (range) for (const one of placesIn(range)) this.#show(one);
    if (focus) this.focus();
    this.#moved();
  }

  select(from: Place, to: Place): void {
    this.go(from);
    this.go(to, { extend: true });
  }

  #show(place: Place): void {
    const cell = this.#table.cell(place);
    if (this.has(place)) cell?.setAttribute('aria-selected', 'true');
    else cell?.removeAttribute('aria-selected');
  }

  #unmark(): void {
    const cell = this.#table.cell(this.#active);
    delete cell?.dataset.active;
    for (const one of cell ? [cell, ...cell.querySelectorAll('button')] : []) one.tabIndex = -1;
  }

  /** The active cell is the one that Tab leads to. */
  mark(): void {
    const cell = this.#table.cell(this.#active);
    if (!cell) return;
    cell.dataset.active = '';
    (cell.querySelector('button') ?? cell).tabIndex = 0;
  }

  focus(block: ScrollLogicalPosition = 'nearest'): void {
    this.#table.keep(this.#active.row);
    this.mark();
    const cell = this.#table.cell(this.#active);
    (cell?.querySelector('button') ?? cell)?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block, inline: 'nearest' });
  }
}
