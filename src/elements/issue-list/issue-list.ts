import type { nothing, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { Id } from '../../domain/run.js';
import { KeepFocus } from '../keep-focus.js';
import { later } from '../later.js';
import { ShellElement } from '../shell-element.js';
import type * as Drawing from './desk.js';

const drawing = later(() => import('./desk.js'));

/**
 * The issues of a step, or of the whole run where no step is named: what is wrong, what it concerns, what is to become
 * of it, and how far that is. Those that are not resolved come first, the newest first.
 *
 * An issue goes from pending over in progress and in review to resolved, and leaves pending with a disposition only:
 * one of the organization's (`run.policy.dispositions`). What a disposition leads to is offered where the person may
 * do it: after rework the step can be reopened or repeated, as the procedure says; after scrap the run can be failed.
 *
 * Beside a step without issues it takes no room. `open()` asks for a new one all the same.
 *
 * @tagname issue-list
 * @summary The issues of a step or a run.
 *
 * @fires {CommandRequestedEvent} command-requested - Before a command goes to the backend. Cancelable.
 * @fires {CommandRefusedEvent} command-refused - The backend refused it.
 * @fires {CommandFailedEvent} command-failed - It could not be sent.
 * @fires {LocateRequestedEvent} locate-requested - A person wants to see what an issue concerns, and nothing shows it.
 *
 * @csspart title - The heading.
 * @csspart filters - What narrows a long list.
 * @csspart issues - The list.
 * @csspart issue - One issue.
 * @csspart summary - What is seen of one before it is opened.
 * @csspart status - Its status: glyph and word.
 * @csspart disposition - What is to become of what it concerns.
 * @csspart actions - What can be done with it.
 * @csspart offer - What its disposition leads to.
 * @csspart problem - Why something was not done.
 * @csspart form - The dialog in which a command is given what it still needs.
 *
 * @cssstate empty - It is at a step, and there is nothing to show.
 */
export class IssueList extends ShellElement<typeof Drawing> {
  static override properties: PropertyDeclarations = { stepId: { attribute: 'step-id' } };

  /** Which step of the run, by id; without one the whole run. */
  stepId: Id | undefined;

  protected override readonly drawing = drawing;

  readonly #internals = this.attachInternals();
  #desk: Drawing.IssueDesk | undefined;
  /** Asked for before it could be drawn. */
  #opening: (() => void) | undefined;

  constructor() {
    super();
    // What was pressed goes away with the status: the next thing to do, else the issue itself.
    new KeepFocus(this, (key) => {
      const row = key === undefined ? null : this.renderRoot.querySelector(`[data-key="${CSS.escape(key)}"]`);
      return (
        row?.querySelector<HTMLElement>('.next, summary') ??
        this.renderRoot.querySelector<HTMLElement>('#title')
      );
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#desk?.left();
  }

  /** Asks for a new issue: against this field, requirement or installed part, else against the step or the run. */
  open(targetId?: Id): void {
    this.#opening = () => this.#desk?.open(targetId);
    this.requestUpdate();
  }

  /** Brings an issue into view, opened, with the focus on it. */
  show(issueId: Id): void {
    this.#opening = () => this.#desk?.show(issueId);
    this.requestUpdate();
  }

  protected override get followed(): readonly Id[] {
    const part = drawing();
    if (!this.current) return [];
    if (part) this.#desk ??= this.#at(part);
    return this.#desk?.followed ?? [this.stepId ?? ''];
  }

  #at({ IssueDesk }: typeof Drawing): Drawing.IssueDesk {
    return new IssueDesk({ ...this.commandHost, stepId: () => this.stepId });
  }

  protected override draw(part: typeof Drawing): TemplateResult | typeof nothing {
    this.#desk ??= this.#at(part);
    return this.#desk.draw();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const desk = this.#desk;
    const { states } = this.#internals;
    states[desk?.empty && this.current?.run ? 'add' : 'delete']('empty');
    desk?.drawn();
    if (!desk || !this.current?.run || !this.#opening) return;
    const open = this.#opening;
    this.#opening = undefined;
    open();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'issue-list': IssueList;
  }
}
