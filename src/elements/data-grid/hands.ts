/** Keys, taps and the clipboard at a table: they move, edit, copy and paste as in a spreadsheet. */
import { attend } from '../field-actions.js';
import type { Grid } from './grid.js';
import { isLetter, lead } from './keys.js';
import type { Place } from './layout.js';

const isSame = (a: Place | undefined, b: Place): boolean => a?.row === b.row && a.column === b.column;

export class Hands {
  readonly #grid: Grid;
  /** A press began at the active cell. */
  #again = false;
  #dragging = false;
  /** Escape was pressed where nothing could be taken back: Tab leaves. */
  #leaving = false;

  constructor(grid: Grid) {
    this.#grid = grid;
    const { box } = grid.table;
    const listen = <Type extends keyof HTMLElementEventMap>(
      type: Type,
      listener: (event: HTMLElementEventMap[Type]) => void,
    ): void => box.addEventListener(type, listener);
    listen('keydown', (event) => this.#keyDown(event));
    listen('focusin', (event) => this.#focusIn(event));
    listen('mousedown', (event) => this.#mouseDown(event));
    listen('mouseover', (event) => this.#mouseOver(event));
    listen('click', (event) => this.#click(event));
    listen('copy', (event) => this.#copy(event));
    listen('paste', (event) => this.#paste(event));
  }

  // Keys ----------------------------------------------------------------------------------------------------

  #keyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const { editing } = this.#grid;
    const handled = editing.field ? editing.key(event) : this.#key(event);
    if (handled) event.preventDefault();
  }

  #key(event: KeyboardEvent): boolean {
    const grid = this.#grid;
    const { selection, editing } = grid;
    const { key, shiftKey, altKey } = event;
    const far = event.ctrlKey || event.metaKey;
    const leaving = this.#leaving;
    this.#leaving = key === 'Shift' && leaving;
    if (key === 'Tab' && leaving) return false;
    const next = lead(event, selection.active, grid.extent);
    if (next) {
      selection.go(next, { extend: shiftKey && key !== 'Tab' });
      return true;
    }
    if (key === 'Escape') return this.#escape(event);
    if (far && key === 'a') {
      const { rows, columns } = grid.extent;
      selection.select({ row: 0, column: 0 }, { row: rows - 1, column: columns - 1 });
      return true;
    }
    if (selection.active.column < 0) return false;
    if (key === 'Enter' && altKey) grid.acts.details();
    else if (key === 'Enter' && shiftKey)
      selection.go({ ...selection.active, row: Math.max(0, selection.active.row - 1) });
    else if (key === 'Enter' || key === 'F2' || key === ' ') editing.begin();
    else if (key === 'Delete' || key === 'Backspace') this.#clear();
    else if (isLetter(event) || key === 'Process' || key === 'Unidentified') {
      editing.type(key.length === 1 ? key : '');
      // The letter goes into the editor, which has the focus now; a list has chosen by it.
      return editing.isChoice;
    } else return false;
    return true;
  }

  #escape(event: KeyboardEvent): boolean {
    const grid = this.#grid;
    const id = grid.activeId;
    const entry = id === undefined ? undefined : grid.entries.peek(id);
    if (entry && !entry.hasTag('submitting')) grid.entries.discard(id!);
    else if (grid.selection.isRange) grid.selection.go(grid.selection.active);
    else {
      this.#leaving = true;
      return false;
    }
    event.stopPropagation();
    return true;
  }

  #clear(): void {
    const grid = this.#grid;
    if (grid.editable && grid.acts.clear() === 'asks') attend(grid.host);
  }

  // Pointing ------------------------------------------------------------------------------------------------

  #mouseDown(event: MouseEvent): void {
    const grid = this.#grid;
    const place = grid.table.placeOf(event.target);
    if (!place || event.button !== 0 || this.#isInside(event.target)) return;
    const focused = grid.root.activeElement;
    this.#again =
      isSame(place, grid.selection.active) && focused === grid.table.cell(place) && !event.shiftKey;
    this.#dragging = place.column >= 0;
    if (!event.shiftKey || place.column < 0) return;
    event.preventDefault();
    grid.editing.leave();
    grid.selection.go(place, { extend: true });
  }

  /** In the editor, or on a button. */
  #isInside(target: EventTarget | null): boolean {
    return (target as Element).closest('.editor, button') !== null;
  }

  #mouseOver({ buttons, target }: MouseEvent): void {
    const grid = this.#grid;
    if (!this.#dragging || buttons !== 1 || grid.editing.field) return;
    const place = grid.table.placeOf(target);
    if (place && place.column >= 0 && !isSame(place, grid.selection.active)) {
      this.#again = false;
      grid.selection.go(place, { extend: true });
    }
  }

  #click({ target }: MouseEvent): void {
    const grid = this.#grid;
    this.#dragging = false;
    const place = grid.table.placeOf(target);
    if (!place) return;
    if (place.column < 0 && (target as Element).closest('button')) grid.acts.markRow(place.row);
    else if (this.#again && !this.#isInside(target) && isSame(place, grid.selection.active))
      grid.editing.begin({ drop: true });
    this.#again = false;
  }

  #focusIn({ target }: FocusEvent): void {
    const place = this.#grid.table.placeOf(target);
    if (place && !isSame(place, this.#grid.selection.active))
      this.#grid.selection.go(place, { focus: false });
  }

  // The clipboard -------------------------------------------------------------------------------------------

  #copy(event: ClipboardEvent): void {
    const grid = this.#grid;
    if (grid.editing.field || grid.selection.active.column < 0) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', grid.acts.copy());
  }

  #paste(event: ClipboardEvent): void {
    const grid = this.#grid;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const isBlock = /[\t\r\n]/.test(text.replace(/\r?\n$/, ''));
    if (!grid.editable || grid.selection.active.column < 0 || (grid.editing.field && !isBlock)) return;
    event.preventDefault();
    grid.editing.discard();
    if (grid.acts.paste(text) === 'asks') attend(grid.host);
  }
}
