/** Editing in a cell: the control comes into it, what is typed is a draft, and leaving saves it. */
import type { Field } from '../../domain/run.js';
import { attend } from '../field-actions.js';
import { chooseBy, controlFor, draftOf, isEditedInCell, type Control } from './editor.js';
import type { Grid } from './grid.js';
import { isLetter, lead } from './keys.js';
import type { Place } from './layout.js';

interface Open {
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

export class Editing {
  readonly #grid: Grid;
  #open: Open | undefined;
  /** A finger pressed last, so the keyboard on the screen stays up from cell to cell. */
  #touch = false;

  constructor(grid: Grid) {
    this.#grid = grid;
    const { box } = grid.table;
    box.addEventListener('pointerdown', ({ pointerType }) => (this.#touch = pointerType === 'touch'));
    box.addEventListener('focusout', (event) => this.#focusOut(event));
    box.addEventListener('input', (event) => this.#input(event));
    box.addEventListener('change', () => this.#change());
  }

  /** What is being edited. */
  get field(): Field | undefined {
    return this.#open?.field;
  }

  get isChoice(): boolean {
    return this.#open?.control instanceof HTMLSelectElement;
  }

  /** Edits what stands in the active cell; `drop` opens the list of a choice. */
  begin({ drop = false } = {}): void {
    const control = this.#place(false);
    if (control instanceof HTMLSelectElement) {
      if (drop) this.#drop(control);
    } else control?.select();
  }

  /** Begins anew over what stands in the active cell, with the letter that was typed, if any. */
  type(letter = ''): void {
    const control = this.#place(true);
    if (!(control instanceof HTMLSelectElement)) {
      if (control) control.value = '';
    } else if (letter) this.#choose(letter);
  }

  /** Puts the control into the active cell; nothing where there is none, or it is there. */
  #place(over: boolean): Control | undefined {
    const grid = this.#grid;
    const id = grid.activeId;
    const field = id === undefined ? undefined : grid.entries.field(id);
    if (!field || this.field?.id === id) return undefined;
    if (!isEditedInCell(field) || !grid.editable) {
      if (!over) grid.acts.details();
      return undefined;
    }
    grid.selection.focus();
    const draft = grid.entries.peek(field.id)?.context.draft;
    const control = controlFor(grid.host.element, field, draft, grid.zone);
    this.#open = { field, control, over, keyed: false, letters: '', until: 0 };
    grid.table.cell(grid.selection.active)!.prepend(control);
    grid.table.paint(grid.selection.active);
    control.focus();
    return control;
  }

  #choose(letter: string): void {
    const open = this.#open!;
    const now = performance.now();
    open.letters = now < open.until ? open.letters + letter : letter;
    open.until = now + 1000;
    if (chooseBy(open.control as HTMLSelectElement, open.letters)) this.#take();
  }

  #drop(control: HTMLSelectElement): void {
    try {
      control.showPicker();
    } catch {
      // Not every browser opens it for a script; the next press does.
    }
  }

  #take(how?: 'pasted'): void {
    const { field, control } = this.#open!;
    control.removeAttribute('aria-invalid');
    this.#grid.entries.edit(field.id, draftOf(control, field), how);
  }

  /** Takes the control away; what was typed stays a draft. */
  close(focus = true): void {
    const open = this.#open;
    if (!open) return;
    this.#open = undefined;
    const { control, field } = open;
    const place = this.#grid.layout.places.get(field.id);
    control.remove();
    if (place) this.#grid.table.paint(place);
    if (focus) this.#grid.selection.focus();
  }

  /** Takes back what was typed. */
  discard(): void {
    if (!this.#open) return;
    this.#grid.entries.discard(this.#open.field.id);
    this.close();
  }

  /** Saves it and moves on; stays where it cannot be read, or something is asked first. */
  #commit(move?: Place): void {
    const grid = this.#grid;
    const { field, control } = this.#open!;
    const isDraft = grid.entries.peek(field.id)?.value === 'drafting';
    const became = isDraft ? grid.entries.commit(field.id) : 'unchanged';
    if (became === 'invalid') {
      control.setAttribute('aria-invalid', 'true');
      if (!(control instanceof HTMLSelectElement)) control.select();
      return;
    }
    this.close();
    if (became === 'asks') return attend(grid.host);
    if (move) grid.selection.go(move);
    if (move && this.#touch) this.begin();
  }

  /** Saves it because the person goes elsewhere: whatever comes of it stays in the cell. */
  leave(): void {
    const id = this.field?.id;
    this.close(false);
    if (id !== undefined && this.#grid.entries.peek(id)?.value === 'drafting') this.#grid.entries.commit(id);
  }

  #focusOut({ relatedTarget }: FocusEvent): void {
    const control = this.#open?.control;
    if (!control || relatedTarget === control) return;
    // Not when it is the window that is left, nor when the whole table is taken off the page.
    queueMicrotask(() => {
      const { root, host } = this.#grid;
      if (this.#open?.control === control && root.activeElement !== control && host.element.isConnected)
        this.leave();
    });
  }

  #input({ inputType, data, isTrusted }: InputEvent): void {
    if (!this.#open) return;
    const { control, over } = this.#open;
    // It was a scan that began in the cell: it has been taken elsewhere, and nothing was typed.
    if (inputType === 'historyUndo' && !isTrusted && over && control.value.length <= 1) return this.discard();
    this.#take(inputType === 'insertFromPaste' && data === control.value ? 'pasted' : undefined);
  }

  /** A choice made by a press is made; one on the way with the keys is not. */
  #change(): void {
    if (this.isChoice && !this.#open!.keyed) this.#commit();
  }

  /** A key pressed in the control. False where the browser may have it. */
  key(event: KeyboardEvent): boolean {
    const { key, shiftKey, altKey } = event;
    const { control, over, field } = this.#open!;
    this.#open!.keyed = true;
    const grid = this.#grid;
    const { active } = grid.selection;
    const typed = over && (field.type === 'number' || field.type === 'text');
    if (key === 'Escape') {
      event.stopPropagation();
      this.discard();
    } else if (key === 'Enter' && altKey && control instanceof HTMLTextAreaElement) {
      control.setRangeText('\n', control.selectionStart, control.selectionEnd, 'end');
      this.#take();
    } else if (key === 'Enter') {
      const { row, column } = active;
      const next = Math.min(Math.max(row + (shiftKey ? -1 : 1), 0), grid.extent.rows - 1);
      this.#commit({ row: next, column });
    } else if (key === 'Tab') {
      const next = lead(event, active, grid.extent);
      this.#commit(next);
      // At the last cell it leaves, unless there is something to answer first.
      return (
        next !== undefined || this.#open !== undefined || !grid.table.box.contains(grid.root.activeElement)
      );
    } else if (typed && (key === 'ArrowUp' || key === 'ArrowDown')) {
      this.#commit(lead(event, active, grid.extent));
    } else if (control instanceof HTMLSelectElement && isLetter(event)) this.#choose(key);
    else return false;
    return true;
  }
}
