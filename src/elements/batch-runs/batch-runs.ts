import type { nothing, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { Id } from '../../domain/run.js';
import { KeepFocus } from '../keep-focus.js';
import { later } from '../later.js';
import { ShellElement } from '../shell-element.js';
import type * as Drawing from './desk.js';

const drawing = later(() => import('./desk.js'));

/**
 * The runs that are worked with this one as a batch: their status, how far they are, and what became there of what was
 * done here. What is recorded at a step is recorded in the other runs too, where the step is the same and stands at the
 * same point; parts, comments and issues stay with their run. One that is over has its status, and takes part no more.
 *
 * A run where something was not done is told with the reason until somebody dismisses it, and is announced politely.
 * Who may manage batches puts the run into one and takes it out again; that waits while a step is in redline.
 *
 * With `brief` it is one line, to be seen before a person acts, and what was not done elsewhere. A run in no batch
 * takes no room, unless the person may put it into one.
 *
 * @tagname batch-runs
 * @summary The runs of a batch, and what became of a command in each.
 *
 * @fires {CommandRequestedEvent} command-requested - Before a command goes to the backend. Cancelable.
 * @fires {CommandRefusedEvent} command-refused - The backend refused it.
 * @fires {CommandFailedEvent} command-failed - It could not be sent.
 *
 * @csspart title - The heading.
 * @csspart reach - What is recorded where.
 * @csspart last - What became of the last thing that was done.
 * @csspart runs - The list of runs.
 * @csspart run - One of them.
 * @csspart status - Its status: glyph and word.
 * @csspart refused - That something was not done in a run, and why.
 * @csspart actions - Joining and leaving.
 * @csspart form - The dialog in which a command is given what it still needs.
 *
 * @cssstate empty - There is nothing to show.
 */
export class BatchRuns extends ShellElement<typeof Drawing> {
  static override properties: PropertyDeclarations = { brief: { type: Boolean, reflect: true } };

  /** One line instead of the list. */
  declare brief: boolean;

  protected override readonly drawing = drawing;

  readonly #internals = this.attachInternals();
  #desk: Drawing.BatchDesk | undefined;

  constructor() {
    super();
    this.brief = false;
    // What was dismissed takes its button along: the next one, else the heading.
    new KeepFocus(this, () =>
      this.renderRoot.querySelector<HTMLElement>('.dismiss, #title, .actions button'),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#desk?.left();
  }

  protected override get followed(): readonly Id[] {
    return this.#desk?.followed ?? [''];
  }

  protected override draw({ BatchDesk }: typeof Drawing): TemplateResult | typeof nothing {
    this.#desk ??= new BatchDesk(this.commandHost);
    return this.#desk.draw();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#internals.states[this.#desk?.empty === false ? 'delete' : 'add']('empty');
    this.#desk?.drawn();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'batch-runs': BatchRuns;
  }
}
