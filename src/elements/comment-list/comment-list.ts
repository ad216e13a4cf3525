import type { nothing, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { Id, Step } from '../../domain/run.js';
import { KeepFocus } from '../keep-focus.js';
import { besideKey } from '../../session/keys.js';
import { later } from '../later.js';
import { ShellElement } from '../shell-element.js';
import type * as Drawing from './view.js';

const drawing = later(() => import('./view.js'));

/**
 * What people tell one another at a step, the newest first, with who said it and when; what was said when the step was
 * put on hold tells why. Comments that are new come by themselves, earlier ones twenty at a time.
 *
 * Who may comment writes one, whether the step is worked on or stands still. An `@` offers the people of the run, by
 * keyboard and by tap; a name that is typed out counts as well. Whom a comment mentions sees it marked. Ctrl+Enter sends.
 * What was typed stays with the session until it is sent.
 *
 * Where there is nothing to read and nothing may be written it takes no room.
 *
 * @tagname comment-list
 * @summary The comments of a step, and a place to write one.
 *
 * @fires {CommandRequestedEvent} command-requested - Before a comment is sent. Cancelable.
 * @fires {CommandRefusedEvent} command-refused - The backend refused it.
 * @fires {CommandFailedEvent} command-failed - It could not be sent.
 *
 * @csspart title - The heading.
 * @csspart comments - The list.
 * @csspart comment - One comment.
 * @csspart mention - A person's name in a comment that mentions them.
 * @csspart box - Where a comment is written.
 * @csspart people - The people who can be mentioned.
 *
 * @cssstate empty - There is nothing to read, and nothing may be written.
 */
export class CommentList extends ShellElement<typeof Drawing> {
  static override properties: PropertyDeclarations = { stepId: { attribute: 'step-id' } };

  /** Which step of the run, by id. */
  stepId: Id | undefined;

  protected override readonly drawing = drawing;
  readonly #internals = this.attachInternals();
  #view: Drawing.CommentView | undefined;
  /** The box is to have the focus as soon as it is there. */
  #writing = false;

  constructor() {
    super();
    this.#internals.states.add('empty');
    new KeepFocus(this, () => this.renderRoot.querySelector<HTMLElement>('[data-next], textarea, h3'));
  }

  get #step(): Step | undefined {
    const target = this.stepId === undefined ? undefined : this.current?.target(this.stepId);
    return target?.kind === 'step' ? target.step : undefined;
  }

  protected override get followed(): readonly Id[] {
    const { stepId } = this;
    return stepId === undefined ? [] : [besideKey(stepId), `comment:${stepId}`];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const part = drawing();
    if (part) this.#view ??= this.#begin(part);
    super.willUpdate(changed);
  }

  #begin({ CommentView }: typeof Drawing): Drawing.CommentView {
    return new CommentView({ ...this.commandHost, step: () => this.#step });
  }

  protected override draw(): TemplateResult | typeof nothing {
    return this.#view!.draw();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { states } = this.#internals;
    if (drawing.lost || this.renderRoot.querySelector('section')) states.delete('empty');
    else states.add('empty');
    this.#view?.drawn();
    if (!this.#writing) return;
    const box = this.renderRoot.querySelector('textarea');
    if (!box) return;
    this.#writing = false;
    box.scrollIntoView({ block: 'center' });
    box.focus();
  }

  /** Brings the box for a comment into view, with the focus in it. */
  write(): void {
    this.#writing = true;
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'comment-list': CommentList;
  }
}
