/** Heads, rows and cells of a table, in plain DOM: there are thousands, and a template each would take its time. */
import type { Column } from './layout.js';
import { blank, type Look, type RowLook } from './look.js';

/** What a row's head says, and what can be done from there. */
export interface RowHead extends RowLook {
  label: string;
  action?: { text: string; label: string };
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

/** How wide the columns are. */
export const widths = (columns: readonly Column[]): readonly HTMLElement[] =>
  ['names', ...columns.map(({ type }) => type)].map((looks) => make('col', looks));

/** The head of the table. */
export function headOf(
  corner: string,
  columns: readonly Column[],
  about: (column: Column) => string,
): HTMLTableRowElement {
  const heading = (text: string, looks: string, more = ''): HTMLElement => {
    const head = make('th', looks, make('span', 'label', text));
    head.scope = 'col';
    if (more) head.append(make('bdi', 'hint numbers', more));
    return head;
  };
  return make(
    'tr',
    '',
    heading(corner, 'corner'),
    ...columns.map((column) => heading(column.label, column.type, about(column))),
  );
}

/** A row of which nothing is known yet. It is made once, and each row is a copy of it. */
export function blankRow(columns: readonly Column[]): HTMLTableRowElement {
  const names = make('th', 'names');
  names.scope = 'row';
  const cells = columns.map(({ type }) => {
    const cell = make('td', looksOf(type));
    cell.setAttribute('role', 'gridcell');
    return cell;
  });
  for (const one of [names, ...cells]) one.tabIndex = -1;
  return make('tr', '', names, ...cells);
}

/** So many rows that are not there. */
export function gap(height: number): HTMLTableRowElement {
  const row = make('tr', 'gap', make('td'));
  row.setAttribute('aria-hidden', 'true');
  row.style.setProperty('block-size', `${height}px`);
  return row;
}

const looksOf = (type: Column['type'], ...more: readonly (string | false | null | undefined)[]): string =>
  ['cell', type === 'number' && type, ...more].filter(Boolean).join(' ');

/** Draws a cell again; one without a look has no field. */
export function paintCell(cell: HTMLElement, type: Column['type'], look: Look | undefined): void {
  const { text, tone, mark, quiet } = look ?? blank;
  // The editor stays in the cell that it is open in.
  const editor = cell.querySelector('.editor');
  cell.className = looksOf(
    type,
    tone,
    mark && 'marked',
    quiet && 'said',
    !look && 'none',
    editor && 'edited',
  );
  const parts: Node[] = [];
  // Nobody reads more of it in a cell; the whole text stands below the table.
  if (text) parts.push(make('span', 'text', text.length > 300 ? `${text.slice(0, 299)}…` : text));
  if (mark) parts.push(drawn(mark.path, mark.word));
  if (!editor) return cell.replaceChildren(...parts);
  while (editor.nextSibling) editor.nextSibling.remove();
  cell.append(...parts);
}

/** Draws a row's head again: its name and what is outstanding in it. */
export function paintHead(names: HTMLElement, { label, text, tone, path, action }: RowHead): void {
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
