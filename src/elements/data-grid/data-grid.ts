import type { nothing, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { Id } from '../../domain/run.js';
import { later } from '../later.js';
import { ShellElement } from '../shell-element.js';
import type * as Drawing from './grid.js';

const drawing = later(() => import('./grid.js'));

/**
 * The table of a step that is filled in cell by cell: its rows and columns are a layout of ordinary fields, and each
 * cell is saved, judged and signed like any field.
 *
 * Keys are those of a spreadsheet: arrows, Tab, Home, End and the pages move, with Ctrl to the edges and with Shift they
 * select; Enter, F2 or typing edits, Enter saves and goes down, Escape takes back, Delete clears. Escape and then Tab
 * leaves the table. A tap selects a cell, a second one edits it. What has no editor in its cell (files, sign-offs, tools,
 * people, parts, several choices) opens as a field, and so does every cell with Alt+Enter, for its history.
 *
 * Copying gives what is selected to a spreadsheet. A block that is pasted goes in cell by cell from the active one;
 * what cannot be read, is out of range or could not be sent stays in its cell, and a summary leads there. Empty cells of
 * a block change nothing.
 *
 * @tagname data-grid
 * @summary A step's table, filled in like a spreadsheet.
 *
 * @fires {CommandRequestedEvent} command-requested - Before a value goes to the backend, one for each cell. Cancelable.
 * @fires {CommandRefusedEvent} command-refused - The backend refused one.
 * @fires {CommandFailedEvent} command-failed - One could not be sent.
 *
 * @csspart box - What scrolls.
 * @csspart table - The table.
 * @csspart cell - Below the table: the active cell, whole.
 * @csspart message - What became of its entry; who recorded its value.
 * @csspart actions - What can be done about an entry that was not taken.
 * @csspart question - A reason to give, and the ways on, before an entry is saved.
 * @csspart summary - What became of many cells, as after pasting.
 * @csspart details - The dialog with the field of a cell.
 */
export class DataGrid extends ShellElement<typeof Drawing> {
  static override properties: PropertyDeclarations = { stepId: { attribute: 'step-id' } };

  /** Which step of the run, by id. */
  stepId: Id | undefined;

  protected override readonly drawing = drawing;
  #grid: Drawing.Grid | undefined;

  /** The field of the active cell, by id: what a gauge reads goes there. */
  get fieldId(): Id | undefined {
    return this.#grid?.activeId;
  }

  protected override get followed(): readonly Id[] {
    return this.stepId === undefined ? [] : [this.stepId];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#grid?.leave();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const part = drawing();
    if (part) this.#grid ??= this.#begin(part);
    super.willUpdate(changed);
    const target = this.stepId === undefined ? undefined : this.current?.target(this.stepId);
    this.#grid?.show(this.current, target?.kind === 'step' ? target.step : undefined);
  }

  #begin({ Grid }: typeof Drawing): Drawing.Grid {
    const session = () => this.current;
    return new Grid({
      element: this,
      get session() {
        return session();
      },
      tag: (name) => this.tag(name),
      submit: (actor, submission) => this.submit(actor, { type: 'SUBMIT', submission }),
      retry: (actor) => this.retry(actor),
    });
  }

  protected override draw(): TemplateResult | typeof nothing {
    return this.#grid!.draw();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#grid?.drawn();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'data-grid': DataGrid;
  }
}
