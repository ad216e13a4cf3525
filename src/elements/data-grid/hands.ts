/** Keys, taps and the clipboard at a table: they move, edit, copy and paste as in a spreadsheet. */
import { attend } from '../field-actions.js';
import { chooseBy, controlFor, draftOf, isEditedInCell, type Control } from './editor.js';
import type { Field } from '../../domain/run.js';
import type { Grid } from './grid.js';
import { lead, type Extent } from './keys.js';
import type { Place } from './layout.js';

interface Editing {
  field: Field;
  control: Control;
  /** Typing began in the cell, so the arrows still lead to others. */
  over: boolean;
  /** The last change came from a key. */
  keyed: boolean;
  /** The letters by which a choice is being made, and until when they count. */
  letters: string;
  until: number;
}

const isSame = (a: Place | undefined, b: Place): boolean => a?.row === b.row && a.column === b.column;

const isLetter = (event: KeyboardEvent): boolean =>
  event.key.length === 1 &&
  event.key !== ' ' &&
  ((!event.ctrlKey && !event.metaKey && !event.altKey) || event.getModifierState('AltGraph'));

export class Hands {
  readonly #grid: Grid;
  #editing: Editing | undefined;
  /** A press began at the active cell. */
  #again = false;
  #dragging = false;
  /** A finger pressed last, so the keyboard on the screen stays up from cell to cell. */
  #touch = false;
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
    listen('focusout', (event) => this.#focusOut(event));
    listen('pointerdown', ({ pointerType }) => (this.#touch = pointerType === 'touch'));
    listen('mousedown', (event) => this.#mouseDown(event));
    listen('mouseover', (event) => this.#mouseOver(event));
    listen('click', (event) => this.#click(event));
    listen('input', (event) => this.#input(event));
    listen('change', () => this.#change());
    listen('copy', (event) => this.#copy(event));
    listen('paste', (event) => this.#paste(event));
  }

  get #extent(): Extent {
    const { layout, table } = this.#grid;
    return {
      rows: layout.rows.length,
      columns: layout.columns.length,
      page: table.page,
      rtl: table.box.matches(':dir(rtl)'),
    };
  }

  // Editing -------------------------------------------------------------------------------------------------

  /** Edits what stands in the active cell, or begins anew over it. */
  edit(over = false, letter = ''): void {
    const grid = this.#grid;
    const id = grid.activeId;
    const field = id === undefined ? undefined : grid.entries.field(id);
    if (!field || this.#editing?.field.id === id) return;
    if (!isEditedInCell(field) || !grid.editable) {
      if (!over) grid.details();
      return;
    }
    grid.focus();
    const cell = grid.table.cell(grid.active)!;
    const draft = grid.entries.peek(field.id)?.context.draft;
    const control = controlFor(grid.host.element, field, draft, grid.zone);
    this.#editing = { field, control, over, keyed: false, letters: '', until: 0 };
    cell.prepend(control);
    control.focus();
    if (control instanceof HTMLSelectElement) {
      if (letter) this.#choose(letter);
      else if (!over && this.#again) this.#open(control);
    } else if (over) control.value = '';
    else control.select();
  }

  #choose(letter: string): void {
    const editing = this.#editing!;
    const now = performance.now();
    editing.letters = now < editing.until ? editing.letters + letter : letter;
    editing.until = now + 1000;
    if (chooseBy(editing.control as HTMLSelectElement, editing.letters)) this.#take();
  }

  #open(control: HTMLSelectElement): void {
    try {
      control.showPicker();
    } catch {
      // Not every browser opens it for a script; the next press does.
    }
  }

  #take(how?: 'pasted'): void {
    const { field, control } = this.#editing!;
    control.removeAttribute('aria-invalid');
    this.#grid.entries.edit(field.id, draftOf(control, field), how);
  }

  /** Takes the editor away; what was typed stays a draft. */
  close(focus = true): void {
    const editing = this.#editing;
    if (!editing) return;
    this.#editing = undefined;
    const { control, field } = editing;
    const place = this.#grid.layout.places.get(field.id);
    control.remove();
    if (place) this.#grid.table.paint(place);
    if (focus) this.#grid.focus();
  }

  /** Saves what is in the editor. False where it cannot be read, or something is asked first. */
  #commit(move?: Place): void {
    const grid = this.#grid;
    const { field, control } = this.#editing!;
    const isDraft = grid.entries.peek(field.id)?.value === 'drafting';
    const became = isDraft ? grid.entries.commit(field.id) : 'unchanged';
    if (became === 'invalid') {
      control.setAttribute('aria-invalid', 'true');
      if (!(control instanceof HTMLSelectElement)) control.select();
      return;
    }
    this.close();
    if (became === 'asks') return attend(grid.host);
    if (move) grid.go(move);
    if (move && this.#touch) this.edit();
  }

  /** Saves it because the person goes elsewhere: whatever comes of it stays in the cell. */
  leaveEditor(): void {
    const id = this.#editing?.field.id;
    this.close(false);
    if (id !== undefined && this.#grid.entries.peek(id)?.value === 'drafting') this.#grid.entries.commit(id);
  }

  #focusOut({ relatedTarget }: FocusEvent): void {
    const control = this.#editing?.control;
    if (!control || relatedTarget === control) return;
    // Not when it is the window that is left, nor when the whole table is taken off the page.
    queueMicrotask(() => {
      const { root, host } = this.#grid;
      if (this.#editing?.control === control && root.activeElement !== control && host.element.isConnected)
        this.leaveEditor();
    });
  }

  #input({ inputType, data, isTrusted }: InputEvent): void {
    if (!this.#editing) return;
    const { control, over, field } = this.#editing;
    // It was a scan that began in the cell: it has been taken elsewhere, and nothing was typed.
    if (inputType === 'historyUndo' && !isTrusted && over && control.value.length <= 1) {
      this.#grid.entries.discard(field.id);
      return this.close();
    }
    this.#take(inputType === 'insertFromPaste' && data === control.value ? 'pasted' : undefined);
  }

  /** A choice made by a press is made; one on the way with the keys is not. */
  #change(): void {
    const { control, keyed } = this.#editing ?? {};
    if (control instanceof HTMLSelectElement && !keyed) this.#commit();
  }

  // Keys ----------------------------------------------------------------------------------------------------

  #keyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const handled = this.#editing ? this.#keyInEditor(event) : this.#key(event);
    if (handled) event.preventDefault();
  }

  #keyInEditor(event: KeyboardEvent): boolean {
    const { key, shiftKey, altKey } = event;
    const editing = this.#editing!;
    const { control, over, field } = editing;
    editing.keyed = true;
    const grid = this.#grid;
    const typed = over && (field.type === 'number' || field.type === 'text');
    if (key === 'Escape') {
      event.stopPropagation();
      grid.entries.discard(field.id);
      this.close();
    } else if (key === 'Enter' && altKey && control instanceof HTMLTextAreaElement) {
      control.setRangeText('\n', control.selectionStart, control.selectionEnd, 'end');
      this.#take();
    } else if (key === 'Enter') {
      const { row, column } = grid.active;
      const next = Math.min(Math.max(row + (shiftKey ? -1 : 1), 0), this.#extent.rows - 1);
      this.#commit({ row: next, column });
    } else if (key === 'Tab') {
      const next = lead(event, grid.active, this.#extent);
      this.#commit(next);
      // At the last cell it leaves, unless there is something to answer first.
      return (
        next !== undefined || this.#editing !== undefined || !grid.table.box.contains(grid.root.activeElement)
      );
    } else if (typed && (key === 'ArrowUp' || key === 'ArrowDown')) {
      this.#commit(lead(event, grid.active, this.#extent));
    } else if (control instanceof HTMLSelectElement && isLetter(event)) this.#choose(key);
    else return false;
    return true;
  }

  #key(event: KeyboardEvent): boolean {
    const grid = this.#grid;
    const { key, shiftKey, altKey } = event;
    const far = event.ctrlKey || event.metaKey;
    const leaving = this.#leaving;
    this.#leaving = key === 'Shift' && leaving;
    if (key === 'Tab' && leaving) return false;
    const next = lead(event, grid.active, this.#extent);
    if (next) {
      grid.go(next, { extend: shiftKey && key !== 'Tab' });
      return true;
    }
    if (key === 'Escape') return this.#escape(event);
    if (far && key === 'a') {
      grid.select({ row: 0, column: 0 }, { row: this.#extent.rows - 1, column: this.#extent.columns - 1 });
      return true;
    }
    if (grid.active.column < 0) return false;
    if (key === 'Enter' && altKey) grid.details();
    else if (key === 'Enter' && shiftKey) grid.go({ ...grid.active, row: Math.max(0, grid.active.row - 1) });
    else if (key === 'Enter' || key === 'F2' || key === ' ') this.edit();
    else if (key === 'Delete' || key === 'Backspace') this.#clear();
    else if (isLetter(event) || key === 'Process' || key === 'Unidentified') {
      this.edit(true, key.length === 1 ? key : '');
      // The letter goes into the editor, which has the focus now; a list has chosen by it.
      return this.#editing?.control instanceof HTMLSelectElement;
    } else return false;
    return true;
  }

  #escape(event: KeyboardEvent): boolean {
    const grid = this.#grid;
    const id = grid.activeId;
    const entry = id === undefined ? undefined : grid.entries.peek(id);
    if (entry && !entry.hasTag('submitting')) grid.entries.discard(id!);
    else if (grid.isRange) grid.go(grid.active);
    else {
      this.#leaving = true;
      return false;
    }
    event.stopPropagation();
    return true;
  }

  #clear(): void {
    const grid = this.#grid;
    if (grid.editable && grid.clear() === 'asks') attend(grid.host);
  }

  // Pointing ------------------------------------------------------------------------------------------------

  #mouseDown(event: MouseEvent): void {
    const grid = this.#grid;
    const place = grid.table.placeOf(event.target);
    if (!place || event.button !== 0 || this.#isInside(event.target)) return;
    const focused = grid.root.activeElement;
    this.#again = isSame(place, grid.active) && focused === grid.table.cell(place) && !event.shiftKey;
    this.#dragging = place.column >= 0;
    if (!event.shiftKey || place.column < 0) return;
    event.preventDefault();
    this.leaveEditor();
    grid.go(place, { extend: true });
  }

  /** In the editor, or on a button. */
  #isInside(target: EventTarget | null): boolean {
    return (target as Element).closest('.editor, button') !== null;
  }

  #mouseOver({ buttons, target }: MouseEvent): void {
    const grid = this.#grid;
    if (!this.#dragging || buttons !== 1 || this.#editing) return;
    const place = grid.table.placeOf(target);
    if (place && place.column >= 0 && !isSame(place, grid.active)) {
      this.#again = false;
      grid.go(place, { extend: true });
    }
  }

  #click({ target }: MouseEvent): void {
    const grid = this.#grid;
    this.#dragging = false;
    const place = grid.table.placeOf(target);
    if (!place) return;
    if (place.column < 0 && (target as Element).closest('button')) grid.markRow(place.row);
    else if (this.#again && !this.#isInside(target) && isSame(place, grid.active)) this.edit();
    this.#again = false;
  }

  #focusIn({ target }: FocusEvent): void {
    const place = this.#grid.table.placeOf(target);
    if (place && !isSame(place, this.#grid.active)) this.#grid.go(place, { focus: false });
  }

  // The clipboard -------------------------------------------------------------------------------------------

  #copy(event: ClipboardEvent): void {
    const grid = this.#grid;
    if (this.#editing || grid.active.column < 0) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', grid.copy());
  }

  #paste(event: ClipboardEvent): void {
    const grid = this.#grid;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const isBlock = /[\t\r\n]/.test(text.replace(/\r?\n$/, ''));
    if (!grid.editable || grid.active.column < 0 || (this.#editing && !isBlock)) return;
    event.preventDefault();
    if (this.#editing) {
      grid.entries.discard(this.#editing.field.id);
      this.close();
    }
    if (grid.paste(text) === 'asks') attend(grid.host);
  }
}
