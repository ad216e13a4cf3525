import { css, type nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Id, Step } from '../../domain/run.js';
import { KeepFocus } from '../keep-focus.js';
import { besideKey } from '../../session/keys.js';
import { later } from '../later.js';
import { ShellElement } from '../shell-element.js';
import type * as Drawing from './view.js';

const drawing = later(() => import('./view.js'));

/**
 * Everybody's labor at a step: who is in now and for how long, how long each person and all of them have worked there,
 * one's own time first. The times run while they are looked at. What is finished is folded away; who has the permission
 * `edit-labor` sets its times right, with a reason, in the time of the site.
 *
 * Labor that was closed by another device, by the backend, by idleness or with the step is shown at once, and said where
 * it was one's own. Where nobody has worked yet the element takes no room.
 *
 * @tagname labor-list
 * @summary Who works at a step, and for how long.
 *
 * @fires {CommandRequestedEvent} command-requested - Before times are set right. Cancelable.
 * @fires {CommandRefusedEvent} command-refused - The backend refused it.
 * @fires {CommandFailedEvent} command-failed - It could not be sent.
 *
 * @csspart title - The heading.
 * @csspart total - The time of all.
 * @csspart told - That one's own labor was closed, and why.
 * @csspart people - The people who have worked here.
 * @csspart closed - The finished entries.
 * @csspart form - The dialog in which times are set right.
 *
 * @cssstate empty - Nobody has worked at the step yet.
 */
export class LaborList extends ShellElement<typeof Drawing> {
  static override styles = [
    ...ShellElement.styles,
    css`
      :host(:state(empty)) {
        display: none;
      }
    `,
  ];

  static override properties: PropertyDeclarations = { stepId: { attribute: 'step-id' } };

  /** Which step of the run, by id. */
  stepId: Id | undefined;

  protected override readonly drawing = drawing;
  readonly #internals = this.attachInternals();
  #view: Drawing.LaborView | undefined;

  constructor() {
    super();
    this.#internals.states.add('empty');
    new KeepFocus(this, () => this.renderRoot.querySelector<HTMLElement>('summary, button, h3'));
  }

  get #step(): Step | undefined {
    const target = this.stepId === undefined ? undefined : this.current?.target(this.stepId);
    return target?.kind === 'step' ? target.step : undefined;
  }

  protected override get followed(): readonly Id[] {
    const { stepId } = this;
    return stepId === undefined ? [] : [besideKey(stepId), ...(this.#view?.keys ?? [])];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#view?.left();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const part = drawing();
    if (part) this.#view ??= this.#begin(part);
    super.willUpdate(changed);
  }

  #begin({ LaborView }: typeof Drawing): Drawing.LaborView {
    return new LaborView({ ...this.commandHost, step: () => this.#step });
  }

  protected override draw(): TemplateResult | typeof nothing {
    return this.#view!.draw();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { states } = this.#internals;
    if (this.#step?.labor.length === 0 && !drawing.lost) states.add('empty');
    else if (this.#step) states.delete('empty');
    if (this.isConnected) this.#view?.drawn();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'labor-list': LaborList;
  }
}
