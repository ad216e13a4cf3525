import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Id, Redline } from '../../domain/run.js';
import type { CommandDialog } from '../command-form.js';
import { LocateRequestedEvent } from '../events.js';
import { KeepFocus } from '../keep-focus.js';
import { besideKey, runKey } from '../../session/keys.js';
import { later } from '../later.js';
import { ShellElement } from '../shell-element.js';
import type { Doing } from './decisions.js';
import type * as Editing from './editor/editor.js';
import type * as Drawing from './view.js';

const drawing = later(() => import('./view.js'));
const editing = later(() => import('./editor/editor.js'));

/**
 * The redlines of a step, or of the whole run where no step is named: what somebody proposes to change, as a difference
 * that is read before it is decided. What was and what will be stand side by side, one above the other on a phone;
 * in texts the words that go and come are marked. Who may approves, rejects, closes or cancels it, and is told what
 * happens then. Those that are over are folded below, with how they were decided.
 *
 * `propose()` opens the editor for a step: its instructions, fields, parts and what it waits for, with the difference
 * growing beside them. `proposeStep()` adds a step at a place in the run. Both do nothing for who may not propose.
 *
 * At a step without redlines it takes no room.
 *
 * @tagname redline-list
 * @summary The redlines of a step or a run, to read, to decide and to propose.
 *
 * @fires {CommandRequestedEvent} command-requested - Before a redline is proposed, approved, rejected, closed or canceled. Cancelable.
 * @fires {CommandRefusedEvent} command-refused - The backend refused it.
 * @fires {CommandFailedEvent} command-failed - It could not be sent.
 * @fires {LocateRequestedEvent} locate-requested - A person wants to go to the step of a redline.
 *
 * @csspart title - The heading.
 * @csspart redline - A redline.
 * @csspart difference - What it changes.
 * @csspart earlier - The redlines that are over.
 * @csspart form - The dialog in which a decision is made.
 * @csspart editor - The dialog in which a redline is written.
 *
 * @cssstate empty - There is nothing to show.
 */
export class RedlineList extends ShellElement<typeof Drawing> {
  static override properties: PropertyDeclarations = { stepId: { attribute: 'step-id' } };

  /** Which step of the run, by id; all of them if not set. */
  stepId: Id | undefined;

  protected override readonly drawing = drawing;

  readonly #internals = this.attachInternals();
  readonly #opened = new Set<string>();
  /** What a person asked to write, until the editor is there. */
  #wanted: Editing.Wanted | undefined;
  #dialog: CommandDialog | undefined;
  #editor: Editing.RedlineEditor | undefined;

  constructor() {
    super();
    // What is decided takes its buttons along: the next thing to do with it, else its title, else the heading.
    new KeepFocus(this, (key) => this.#next(key));
  }

  /** Opens the editor for the step that is shown. False where this person may not propose here and now. */
  propose(): boolean {
    const { stepId } = this;
    if (stepId === undefined) return this.proposeStep();
    return this.#write({ stepId });
  }

  /** Opens the editor for a new step, after another one, else at the end. False where this person may not. */
  proposeStep(afterId?: Id): boolean {
    return this.#write({ afterId });
  }

  #write(wanted: Editing.Wanted): boolean {
    const at = 'stepId' in wanted ? { stepId: wanted.stepId } : {};
    if (!this.current?.may('propose-redline', at)) return false;
    this.#wanted = wanted;
    this.requestUpdate();
    return true;
  }

  protected override get followed(): readonly Id[] {
    const { stepId } = this;
    const keys = [this.#dialog?.key, this.#editor?.key].filter((key) => key !== undefined);
    return [stepId === undefined ? runKey : besideKey(stepId), ...keys];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Another step, another person: what was open there is closed and kept.
    if (changed.has('stepId') || changed.has('current' as never)) {
      this.#wanted = undefined;
      this.#dialog?.close();
      this.#editor?.close();
    }
    if (this.#wanted) {
      const part = editing(() => this.requestUpdate());
      if (part) {
        this.adopt(part.styles);
        this.#editor ??= new part.RedlineEditor(this.commandHost, () => this.#proposed());
        this.#editor.open(this.#wanted);
        this.#wanted = undefined;
      }
    }
    super.willUpdate(changed);
    const shows =
      this.stepId === undefined ||
      this.current?.run?.redlines.some(({ stepId }) => stepId === this.stepId) === true;
    // A dialog of what takes no room would not be seen.
    const busy = this.#wanted ?? this.#editor?.key ?? this.#dialog?.key;
    if (shows || busy !== undefined) this.#internals.states.delete('empty');
    else this.#internals.states.add('empty');
  }

  protected override draw(part: typeof Drawing): TemplateResult {
    return html`${part.view({
      element: this,
      session: this.current,
      stepId: this.stepId,
      opened: this.#opened,
      toggle: (key, open) => {
        if (this.#opened.has(key) === open) return;
        if (open) this.#opened.add(key);
        else this.#opened.delete(key);
        this.requestUpdate();
      },
      decide: (doing, redline) => this.#decide(part, doing, redline),
      goTo: (stepId) => {
        if (!this.current?.reveal(stepId)) this.dispatchEvent(new LocateRequestedEvent(stepId, stepId));
      },
      addStep: () => this.proposeStep(),
    })}
    ${this.#dialog?.draw() ?? nothing} ${this.#editor?.draw() ?? nothing}
    ${this.#wanted ? this.lost(editing) : nothing}`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#dialog?.shown();
    this.#editor?.shown();
  }

  #decide(part: typeof Drawing, doing: Doing, redline: Redline): void {
    const { run } = this.current ?? {};
    if (!run) return;
    this.#dialog ??= new part.CommandDialog(this.commandHost);
    this.#dialog.open(part.formOf(this, run, doing, redline));
  }

  /** Where the editor was opened may be gone by now: what it has made is there instead. */
  #proposed(): void {
    void this.updateComplete.then(() => {
      const { activeElement } = document;
      if (activeElement && activeElement !== document.body && activeElement !== this) return;
      [...this.renderRoot.querySelectorAll<HTMLElement>('.standing .heading')].at(-1)?.focus();
    });
  }

  #next(key: string | undefined): HTMLElement | null {
    const one = key === undefined ? '' : `[data-key="${CSS.escape(key)}"] `;
    return (
      this.renderRoot.querySelector<HTMLElement>(`${one}.primary`) ??
      this.renderRoot.querySelector<HTMLElement>(`${one}.heading`) ??
      this.renderRoot.querySelector<HTMLElement>('#add, summary')
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'redline-list': RedlineList;
  }
}
