/** The table itself: what scrolls, and only the rows of it that can be seen. */
import { html, render } from 'lit';
import { blankRow, gap, headOf, paintCell, paintHead, widths } from './cells.js';
import type { Contents } from './contents.js';
import { noLayout, type Layout, type Place } from './layout.js';
import { blank } from './look.js';

/** Up to so many rows are all there: the browser scrolls and finds in them. */
const few = 60;
/** So many beyond the edges are drawn, so that scrolling shows no gaps. */
const beyond = 8;
/** The height of a row, and of all that are in view, in most themes: for as long as nothing was measured. */
const usual = { row: 48, view: 640 };
/** No column is narrower. */
const narrow = 100;

export class Table {
  /** What scrolls. */
  readonly box: HTMLElement;
  readonly #table: HTMLTableElement;
  readonly #columns: HTMLElement;
  readonly #head: HTMLElement;
  readonly #body: HTMLElement;
  readonly #contents: Contents;
  readonly #isSelected: (place: Place) => boolean;
  #layout = noLayout;
  #corner = '';
  #blankRow = blankRow([]);
  /** Not only the rows and columns are there that are seen first. */
  #isWhole = false;
  #rows = new Map<number, HTMLTableRowElement>();
  #numbers = new WeakMap<Element, number>();
  #rowHeight = usual.row;
  #headHeight = 0;
  #kept: number | undefined;

  constructor(contents: Contents, isSelected: (place: Place) => boolean) {
    this.#contents = contents;
    this.#isSelected = isSelected;
    const place = document.createElement('div');
    render(
      html`<div class="box" part="box">
        <table part="table" role="grid" aria-multiselectable="true" aria-describedby="keys">
          <colgroup></colgroup>
          <thead></thead>
          <tbody></tbody>
        </table>
      </div>`,
      place,
    );
    this.box = place.querySelector('div')!;
    this.#table = place.querySelector('table')!;
    this.#columns = place.querySelector('colgroup')!;
    this.#head = place.querySelector('thead')!;
    this.#body = place.querySelector('tbody')!;
    this.box.addEventListener('scroll', () => this.fill(), { passive: true });
    // Also when it is laid out first: measuring at every drawing would lay the whole page out each time.
    const resized = new ResizeObserver(() => this.#measure());
    for (const part of [this.box, this.#head]) resized.observe(part);
  }

  /** Begins anew with another layout. */
  show(layout: Layout, corner: string): void {
    this.#layout = layout;
    const { columns, rows } = layout;
    this.#corner = corner;
    this.#rows.clear();
    this.#body.replaceChildren();
    this.#columns.replaceChildren(...widths(columns));
    if (this.#isLong) this.#table.setAttribute('aria-rowcount', String(rows.length + 1));
    else this.#table.removeAttribute('aria-rowcount');
    this.#isWhole = this.#headHeight > 0;
    this.#begin(this.#isWhole ? columns : columns.slice(0, Math.ceil(innerWidth / narrow)));
    this.#fill(0, this.#isWhole ? beyond : 0);
  }

  #begin(columns: Layout['columns']): void {
    const head = headOf(this.#corner, columns, (column) => this.#contents.about(column));
    if (this.#isLong) head.setAttribute('aria-rowindex', '1');
    this.#head.replaceChildren(head);
    this.#blankRow = blankRow(columns);
  }

  name(text: string, readOnly: boolean): void {
    this.#table.setAttribute('aria-label', text);
    this.#table.setAttribute('aria-readonly', String(readOnly));
  }

  get #isLong(): boolean {
    return this.#layout.rows.length > few;
  }

  /** How many rows are in view. */
  get page(): number {
    return Math.max(1, Math.floor((this.box.clientHeight - this.#head.offsetHeight) / this.#rowHeight) - 1);
  }

  /** Keeps a row there, wherever the box is scrolled to. */
  keep(row: number | undefined): void {
    this.#kept = row;
    this.fill();
  }

  /** Draws the rows in view that are not there, before they come into view, and drops those that are far from it. */
  fill(): void {
    if (!this.#isWhole) this.#widen();
    this.#fill(1, beyond);
  }

  /** Takes to the head and to every row what was not in view at first. */
  #widen(): void {
    this.#isWhole = true;
    this.#begin(this.#layout.columns);
    for (const [row, line] of this.#rows) {
      const from = line.cells.length;
      const more = (this.#blankRow.cloneNode(true) as HTMLTableRowElement).cells;
      line.append(...[...more].slice(from));
      this.#paintCells(row, line, from, true);
    }
  }

  /** Where fewer than `least` rows around those in view are there, `most` of them are drawn. */
  #fill(least: number, most: number): void {
    const count = this.#layout.rows.length;
    const [first, last] = this.#isLong || !this.#isWhole ? this.#inView : [0, count - 1];
    const isThere = (row: number): boolean => this.#rows.has(Math.min(Math.max(row, 0), count - 1));
    const kept = this.#kept ?? first;
    if (isThere(first - least) && isThere(last + least) && isThere(kept)) return;
    const wanted = new Set<number>();
    for (const [from, to] of [[first - most, last + most] as const, [kept, kept] as const])
      for (let row = Math.max(0, from); row <= Math.min(to, count - 1); row += 1) wanted.add(row);
    this.#arrange([...wanted].sort((a, b) => a - b));
  }

  get #inView(): readonly [first: number, last: number] {
    const { scrollTop, clientHeight } = this.box;
    const view = clientHeight ? clientHeight - this.#headHeight : usual.view;
    return [Math.floor(scrollTop / this.#rowHeight), Math.ceil((scrollTop + view) / this.#rowHeight) - 1];
  }

  /** All rows are equally high; how high, the theme says. */
  #measure(): void {
    this.#headHeight = this.#head.offsetHeight;
    // Not by properties of our own, which every cell would inherit.
    const { style } = this.box;
    style.setProperty('scroll-padding-block-start', `${this.#headHeight}px`);
    style.setProperty('scroll-padding-inline-start', `${this.#head.querySelector('th')?.offsetWidth ?? 0}px`);
    const [row] = this.#rows.values();
    const height = row?.getBoundingClientRect().height || this.#rowHeight;
    const isOther = height !== this.#rowHeight;
    this.#rowHeight = height;
    // The rest waits until this has been painted.
    if (!this.#isWhole) setTimeout(() => this.box.isConnected && this.fill());
    if (!this.#isLong) return;
    if (isOther) this.#arrange([...this.#rows.keys()].sort((a, b) => a - b));
    this.#fill(0, beyond);
  }

  /** Rows that stay are never moved, so that nothing in them loses the focus. */
  #arrange(wanted: readonly number[]): void {
    const count = this.#layout.rows.length;
    const keep = new Set(wanted);
    for (const [row, element] of this.#rows) {
      if (keep.has(row)) continue;
      element.remove();
      this.#rows.delete(row);
    }
    for (const one of this.#body.querySelectorAll('.gap')) one.remove();
    const nodes: HTMLElement[] = [];
    let next = 0;
    for (const row of [...wanted, count]) {
      if (row > next) nodes.push(gap((row - next) * this.#rowHeight));
      if (row < count) nodes.push(this.#rows.get(row) ?? this.#draw(row));
      next = row + 1;
    }
    let cursor = this.#body.firstChild;
    for (const node of nodes) {
      if (node === cursor) cursor = cursor.nextSibling;
      else this.#body.insertBefore(node, cursor);
    }
  }

  #draw(row: number): HTMLTableRowElement {
    const line = this.#blankRow.cloneNode(true) as HTMLTableRowElement;
    if (this.#isLong) line.setAttribute('aria-rowindex', String(row + 2));
    this.#rows.set(row, line);
    this.#numbers.set(line, row);
    this.paintRow(row);
    this.#paintCells(row, line, 1, true);
    return line;
  }

  #paintCells(row: number, line: HTMLTableRowElement, from = 1, isNew = false): void {
    [...line.cells].forEach((cell, at) => {
      if (at >= from) this.#paint(cell, { row, column: at - 1 }, isNew);
    });
  }

  /** Draws one cell again, if it is there. */
  paint(place: Place): void {
    const cell = this.cell(place);
    if (cell && place.column >= 0) this.#paint(cell, place);
  }

  #paint(cell: HTMLElement, place: Place, isNew = false): void {
    const { ids, columns } = this.#layout;
    const id = ids[place.row]?.[place.column];
    const look = id === undefined ? undefined : this.#contents.look(id);
    const isSelected = this.#isSelected(place);
    // Most cells of a new table.
    if (isNew && look === blank && !isSelected) return;
    paintCell(cell, columns[place.column]!.type, look);
    if (isSelected) cell.setAttribute('aria-selected', 'true');
    else cell.removeAttribute('aria-selected');
  }

  /** Draws a row's head again. */
  paintRow(row: number): void {
    const names = this.cell({ row, column: -1 });
    if (names) paintHead(names, this.#contents.row(row));
  }

  /** Draws everything that is there again. */
  repaint(): void {
    for (const [row, line] of this.#rows) {
      this.paintRow(row);
      this.#paintCells(row, line);
    }
  }

  /** A cell, or with the column -1 a row's head, where it is there. */
  cell({ row, column }: Place): HTMLElement | undefined {
    return this.#rows.get(row)?.cells[column + 1];
  }

  /** Where an event happened. */
  placeOf(target: EventTarget | null): Place | undefined {
    const cell = (target as Element | null)?.closest?.<HTMLTableCellElement>('td, th');
    const row = cell ? this.#numbers.get(cell.parentElement!) : undefined;
    return row === undefined ? undefined : { row, column: cell!.cellIndex - 1 };
  }
}
