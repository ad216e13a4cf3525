import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { Id } from '../../domain/run.js';
import { later } from '../later.js';
import { ShellElement } from '../shell-element.js';
import type * as Drawing from './view.js';

const drawing = later(() => import('./view.js'));

/**
 * The steps of a run as a queue: number, title and status of each, who is at work there, what it waits for, how far it
 * is, and what is wrong with it. Above them is counted what needs attention; a press on a count shows those alone. It is
 * filtered by what the person can do now or has to do with, and by number or title.
 *
 * Choosing a step fires `locate-requested` with its id, for the page to show it; a `run-step` that `for` names shows it
 * at once. In a box that is lower than the list, the list scrolls by itself.
 *
 * By keyboard: Tab leads to one row, the arrows, Home, End and the first characters of a number or title to the others,
 * Enter chooses.
 *
 * @tagname step-list
 * @summary The steps of a run as a queue.
 *
 * @fires {LocateRequestedEvent} locate-requested - A person wants to go to a step.
 *
 * @csspart title - The heading.
 * @csspart summary - How many steps are complete.
 * @csspart attention - The counts of what needs attention.
 * @csspart filters - Whose steps, and the field to find one.
 * @csspart rows - The list.
 * @csspart row - A step.
 * @csspart status - A status: glyph and word.
 * @csspart empty - What stands here while there is nothing to list.
 */
export class StepList extends ShellElement<typeof Drawing> {
  static override properties: PropertyDeclarations = {
    stepId: { attribute: 'step-id' },
    show: {},
    for: {},
  };

  /** The step that is on screen, by id; the active one if not set. */
  stepId: Id | undefined;
  /** Whose steps are listed: `now`, what the person can do now; `mine`; else all. */
  show: string | undefined;
  /** The id of the `run-step` on the page that shows what is chosen. */
  for: string | undefined;

  protected override readonly drawing = drawing;
  #view: Drawing.ListView | undefined;

  protected override get followed(): readonly Id[] {
    return this.#view?.followed ?? [''];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const part = drawing();
    if (part) this.#view ??= new part.ListView({ element: this, session: () => this.current });
    this.#view?.prepare();
    super.willUpdate(changed);
  }

  protected override draw(): TemplateResult {
    return this.#view!.draw();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#view?.drawn();
  }

  /** The focus goes to the step on screen, else to the first of the list. */
  override focus(options?: FocusOptions): void {
    this.#view?.focus(options);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'step-list': StepList;
  }
}
