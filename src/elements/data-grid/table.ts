/** The table itself, in plain DOM: thousands of cells without a template each, and only the rows that can be seen. */
import { html, render } from 'lit';
import type { Id } from '../../domain/run.js';
import type { Look, RowLook } from './look.js';
import type { Column, Layout, Place } from './layout.js';

/** Up to so many rows are all there: the browser scrolls and finds in them. */
const few = 60;
/** So many beyond the edges are drawn, so that scrolling shows no gaps. */
const beyond = 8;

/** What a table asks of whoever knows what its cells hold. */
export interface Contents {
  look(id: Id): Look;
  row(row: number): RowLook & { label: string; action?: { text: string; label: string } };
  /** What a column's cells have in common, in words. */
  about(column: Column): string;
  isSelected(place: Place): boolean;
}

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  looks = '',
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (looks) element.className = looks;
  element.append(...children);
  return element;
}

const namespace = 'http://www.w3.org/2000/svg';
/** A glyph with its word, as one picture. */
function drawn(path: string, word = ''): SVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('class', 'glyph');
  svg.setAttribute('viewBox', '0 0 24 24');
  if (word) {
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', word);
  } else svg.setAttribute('aria-hidden', 'true');
  svg.append(document.createElementNS(namespace, 'path'));
  svg.firstElementChild!.setAttribute('d', path);
  return svg;
}

export class Table {
  /** What scrolls. */
  readonly box: HTMLElement;
  readonly #table: HTMLTableElement;
  readonly #columns: HTMLElement;
  readonly #head: HTMLElement;
  readonly #body: HTMLElement;
  readonly #contents: Contents;
  #layout: Layout | undefined;
  #rows = new Map<number, HTMLTableRowElement>();
  #places = new WeakMap<Element, Place>();
  #rowHeight = 0;
  #kept: number | undefined;

  constructor(contents: Contents) {
    this.#contents = contents;
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
    const resized = new ResizeObserver(() => this.measure());
    for (const part of [this.box, this.#head]) resized.observe(part);
  }

  /** Begins anew with another layout. */
  show(layout: Layout, corner: string): void {
    this.#layout = layout;
    this.#rows.clear();
    this.#body.replaceChildren();
    const { columns, rows } = layout;
    this.#columns.replaceChildren(make('col', 'names'), ...columns.map(({ type }) => make('col', type)));
    const heading = (text: string, about: string, looks: string): HTMLElement => {
      const head = make('th', looks, make('span', 'label', text));
      head.scope = 'col';
      if (about) head.append(make('bdi', 'hint numbers', about));
      return head;
    };
    this.#head.replaceChildren(
      make(
        'tr',
        '',
        heading(corner, '', 'corner'),
        ...columns.map((column) => heading(column.label, this.#contents.about(column), column.type)),
      ),
    );
    if (this.#isLong) {
      this.#table.setAttribute('aria-rowcount', String(rows.length + 1));
      this.#head.firstElementChild!.setAttribute('aria-rowindex', '1');
    } else this.#table.removeAttribute('aria-rowcount');
    this.fill();
  }

  name(text: string, readOnly: boolean): void {
    this.#table.setAttribute('aria-label', text);
    this.#table.setAttribute('aria-readonly', String(readOnly));
  }

  get #isLong(): boolean {
    return (this.#layout?.rows.length ?? 0) > few;
  }

  /** How many rows are in view. */
  get page(): number {
    return Math.max(
      1,
      Math.floor((this.box.clientHeight - this.#head.offsetHeight) / (this.#rowHeight || 48)) - 1,
    );
  }

  /** Keeps a row there, wherever the box is scrolled to. */
  keep(row: number | undefined): void {
    this.#kept = row;
    this.fill();
  }

  /** Draws the rows in view that are not there, and drops those that are far from it. */
  fill(): void {
    const count = this.#layout?.rows.length ?? 0;
    const wanted = new Set<number>();
    const add = (from: number, to: number): void => {
      for (let row = Math.max(0, from); row < Math.min(to, count); row += 1) wanted.add(row);
    };
    if (!this.#isLong) add(0, count);
    else {
      const height = this.#rowHeight || 48;
      const first = Math.floor(this.box.scrollTop / height);
      const last = first + Math.ceil((this.box.clientHeight || 640) / height);
      const isThere = (row: number): boolean => this.#rows.has(Math.min(Math.max(row, 0), count - 1));
      if (
        this.#rows.size > 0 &&
        isThere(first - 1) &&
        isThere(last + 1) &&
        (this.#kept === undefined || isThere(this.#kept))
      )
        return;
      add(first - beyond, last + beyond);
      if (this.#kept !== undefined) add(this.#kept, this.#kept + 1);
    }
    this.#arrange(
      [...wanted].sort((a, b) => a - b),
      count,
    );
  }

  /** All rows are equally high; how high, the theme says. */
  measure(): void {
    const [row] = this.#rows.values();
    const height = row?.getBoundingClientRect().height ?? 0;
    const { style } = this.box;
    style.setProperty('--_head', `${this.#head.offsetHeight}px`);
    style.setProperty('--_names', `${this.#head.querySelector('th')?.offsetWidth ?? 0}px`);
    if (height === this.#rowHeight || height === 0) return;
    this.#rowHeight = height;
    if (!this.#isLong) return;
    const rows = [...this.#rows.keys()].sort((a, b) => a - b);
    this.#arrange(rows, this.#layout!.rows.length);
    this.fill();
  }

  /** Rows that stay are never moved, so that nothing in them loses the focus. */
  #arrange(wanted: readonly number[], count: number): void {
    const keep = new Set(wanted);
    for (const [row, element] of this.#rows) {
      if (keep.has(row)) continue;
      element.remove();
      this.#rows.delete(row);
    }
    for (const gap of this.#body.querySelectorAll('.gap')) gap.remove();
    const nodes: HTMLElement[] = [];
    let next = 0;
    for (const row of [...wanted, count]) {
      if (row > next) nodes.push(this.#gap(row - next));
      if (row < count) nodes.push(this.#rows.get(row) ?? this.#draw(row));
      next = row + 1;
    }
    let cursor = this.#body.firstChild;
    for (const node of nodes) {
      if (node === cursor) cursor = cursor.nextSibling;
      else this.#body.insertBefore(node, cursor);
    }
  }

  #gap(rows: number): HTMLElement {
    const gap = make('tr', 'gap', make('td'));
    gap.setAttribute('aria-hidden', 'true');
    gap.style.setProperty('block-size', `${rows * (this.#rowHeight || 48)}px`);
    return gap;
  }

  #draw(row: number): HTMLTableRowElement {
    const { columns } = this.#layout!;
    const names = make('th', 'names');
    names.scope = 'row';
    names.tabIndex = -1;
    this.#places.set(names, { row, column: -1 });
    const line = make('tr', '', names);
    if (this.#isLong) line.setAttribute('aria-rowindex', String(row + 2));
    this.#rows.set(row, line);
    this.paintRow(row);
    columns.forEach(({ type }, column) => {
      const cell = make('td');
      cell.setAttribute('role', 'gridcell');
      cell.dataset.type = type;
      cell.tabIndex = -1;
      this.#places.set(cell, { row, column });
      line.append(cell);
      this.#paint(cell, { row, column });
    });
    return line;
  }

  /** Draws one cell again, if it is there. */
  paint(place: Place): void {
    const cell = this.cell(place);
    if (cell && place.column >= 0) this.#paint(cell, place);
  }

  #paint(cell: HTMLElement, place: Place): void {
    const id = this.#layout!.ids[place.row]?.[place.column];
    const { text, tone, mark, quiet } =
      id === undefined ? { text: '', tone: '' as const } : this.#contents.look(id);
    cell.className = `cell${tone && ` ${tone}`}${quiet ? ' said' : ''}${id === undefined ? ' none' : ''}`;
    if (this.#contents.isSelected(place)) cell.setAttribute('aria-selected', 'true');
    else cell.removeAttribute('aria-selected');
    // The editor stays in the cell that it is open in.
    const editor = cell.querySelector('.editor');
    const parts: Node[] = editor ? [editor] : [];
    // Nobody reads more of it in a cell; the whole text stands below the table.
    if (text) parts.push(make('span', 'text', text.length > 300 ? `${text.slice(0, 299)}…` : text));
    if (mark) parts.push(drawn(mark.path, mark.word));
    if (!editor) return cell.replaceChildren(...parts);
    while (editor.nextSibling) editor.nextSibling.remove();
    cell.append(...parts.slice(1));
  }

  /** Draws a row's head again: its name and what is outstanding in it. */
  paintRow(row: number): void {
    const names = this.#rows.get(row)?.querySelector<HTMLElement>('th');
    if (!names) return;
    const { label, text, tone, path, action } = this.#contents.row(row);
    const state = make('span', `state ${tone}`, ...(path ? [drawn(path)] : []), text);
    const about = make('span', 'about', make('span', 'label', label.slice(0, 300)), state);
    const button = names.querySelector('button');
    if (!action) return names.replaceChildren(about);
    const shown = button ?? make('button', 'quiet row-action');
    shown.type = 'button';
    shown.tabIndex = -1;
    shown.textContent = action.text;
    shown.setAttribute('aria-label', action.label);
    if (button) button.previousElementSibling!.replaceWith(about);
    else names.replaceChildren(about, shown);
  }

  /** Draws everything that is there again. */
  repaint(): void {
    for (const [row, line] of this.#rows) {
      this.paintRow(row);
      for (const cell of line.cells) {
        const place = this.#places.get(cell);
        if (place && place.column >= 0) this.#paint(cell, place);
      }
    }
  }

  /** A cell, or with the column -1 a row's head, where it is there. */
  cell({ row, column }: Place): HTMLElement | undefined {
    return this.#rows.get(row)?.cells[column + 1];
  }

  /** Where an event happened. */
  placeOf(target: EventTarget | null): Place | undefined {
    const cell = (target as Element | null)?.closest?.('td, th');
    return cell ? this.#places.get(cell) : undefined;
  }
}
