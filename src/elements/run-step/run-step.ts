import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { Id, Step } from '../../domain/run.js';
import type { RunSession } from '../../session.js';
import { later } from '../later.js';
import { ShellElement } from '../shell-element.js';
import type * as Drawing from './step-view.js';

const drawing = later(() => import('./step-view.js'));

/**
 * One step of a run, to be executed: what to do, what to record, which parts go in, who signs, and what is still
 * outstanding before it can be completed.
 *
 * Without `step-id` it shows the step that is to be worked on and moves to the next one when the backend has completed
 * it; the focus goes along. What has happened is said in one polite live region.
 *
 * What happens to a step beside the work is in its menu, as far as the step's status and the person's permissions allow:
 * it is put on hold and resumed, fails, is reopened or repeated, is canceled and restored. How it stands then, who did it
 * and why, is said at its top.
 *
 * The whole job can be done by single keys, which a button at the top lists; `shortcuts="off"` switches them off.
 *
 * While it is in progress it takes what a scanner reads that types like a keyboard, wherever on the page the focus is.
 *
 * @tagname run-step
 * @summary A step with its fields, parts, sign-offs and actions.
 *
 * @fires {CommandRequestedEvent} command-requested - Before a command goes to the backend. Cancelable.
 * @fires {CommandRefusedEvent} command-refused - The backend refused a command.
 * @fires {CommandFailedEvent} command-failed - A command could not be sent.
 * @fires {LocateRequestedEvent} locate-requested - A person wants to go to something that is not shown here.
 * @fires {ScanReceivedEvent} scan-received - A scan that no step has taken.
 *
 * @csspart step - The sheet.
 * @csspart header - Number, title, status, progress and people.
 * @csspart title - The heading.
 * @csspart number - The step's number.
 * @csspart neighbors - The buttons to the steps before and after this one.
 * @csspart status - A status: glyph and word.
 * @csspart state - How it stands where it is not simply worked on: on hold, failed, canceled, in redline.
 * @csspart people - Who is checked in.
 * @csspart issue-badge - How many issues it has; leads to them.
 * @csspart progress - How much is done.
 * @csspart notice - A box that tells something: what it waits for, a refusal, a warning.
 * @csspart instructions - The instructions.
 * @csspart children - The steps inside this one.
 * @csspart fields - The fields.
 * @csspart parts - The parts to install.
 * @csspart signoffs - The sign-offs.
 * @csspart outstanding - What stands in the way of completing the step.
 * @csspart comments - The newest comment.
 * @csspart actions - The bar of buttons.
 * @csspart menu - The menu of further actions.
 * @csspart form - The dialog in which an action is given what it still needs.
 * @csspart empty - What stands here while there is no step.
 */
export class RunStep extends ShellElement<typeof Drawing> {
  static override properties: PropertyDeclarations = {
    stepId: { attribute: 'step-id' },
    shortcuts: {},
  };

  /** Which step, by id; the active one if not set. */
  stepId: Id | undefined;
  /** `off` where single keys mean something else on this page. */
  shortcuts: string | undefined;

  protected override readonly drawing = drawing;
  #view: Drawing.StepView | undefined;

  /** The step that is shown. */
  get step(): Step | undefined {
    return this.#view?.step;
  }

  /** To another step: where none is named it is shown until the work goes on, else the page is asked. */
  goTo(stepId: Id): void {
    this.#view?.goTo(stepId);
  }

  protected override get followed(): readonly Id[] {
    return this.#view?.followed ?? [''];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#view?.left();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const part = drawing();
    if (part) this.#view ??= this.#begin(part);
    this.#view?.prepare();
    super.willUpdate(changed);
  }

  #begin({ StepView }: typeof Drawing): Drawing.StepView {
    const session = (): RunSession | undefined => this.current;
    return new StepView({
      element: this,
      get session() {
        return session();
      },
      tag: (name) => this.tag(name),
      submit: (actor, event) => this.submit(actor, event),
      retry: (actor) => this.retry(actor),
    });
  }

  protected override draw(): TemplateResult {
    return this.#view!.draw();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    // One that has left the page hears of nothing.
    if (this.isConnected) this.#view?.drawn();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'run-step': RunStep;
  }
}
