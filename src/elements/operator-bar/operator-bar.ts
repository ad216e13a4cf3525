import type { nothing, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { Actor } from '../../adapters/adapter.js';
import type { Id } from '../../domain/run.js';
import { runKey, type RunSession } from '../../session.js';
import { LocateRequestedEvent, PersonSwitchedEvent } from '../events.js';
import { KeepFocus } from '../keep-focus.js';
import { later } from '../later.js';
import { ShellElement } from '../shell-element.js';
import type * as Drawing from './view.js';

const drawing = later(() => import('./view.js'));

/**
 * Who works on this device now: their name and role, every step that they are checked in to with its running time, and
 * the way to hand the device over. It stands at the top of a page, inside a `run-session`; a page that has several runs
 * open gives it the sessions of the others.
 *
 * Another person takes over by badge or PIN where the backend asks for that, else by choosing their name. What the
 * person before had typed stays theirs and comes back with them; where they are still checked in is told here, so that
 * it is not forgotten.
 *
 * Where the policy sets a limit, a person who enters nothing for so long is asked whether they are still there, and
 * checked out if nobody answers. Any step on the page sees to that as well; the question is asked once.
 *
 * @tagname operator-bar
 * @summary Who works here, where they are checked in, and who takes over.
 *
 * @fires {CommandRequestedEvent} command-requested - Before a person is checked out. Cancelable.
 * @fires {CommandRefusedEvent} command-refused - The backend refused it.
 * @fires {CommandFailedEvent} command-failed - It could not be sent.
 * @fires {LocateRequestedEvent} locate-requested - A person wants to go to a step that is not shown here.
 * @fires {PersonSwitchedEvent} person-switched - Another person has taken over. Cancelable.
 *
 * @csspart bar - The bar.
 * @csspart person - Who works here.
 * @csspart steps - What they are checked in to.
 * @csspart others - Who else is still checked in.
 * @csspart told - That one's own labor was closed, and why.
 * @csspart switch - The dialog in which another person takes over.
 * @csspart people - The people to choose from.
 * @csspart idle - The question whether somebody is still there.
 */
export class OperatorBar extends ShellElement<typeof Drawing> {
  static override properties: PropertyDeclarations = { sessions: { attribute: false } };

  /** Further runs that are open on the page. */
  sessions: readonly RunSession[] = [];

  protected override readonly drawing = drawing;
  #view: Drawing.OperatorView | undefined;

  constructor() {
    super();
    // The step that the person was checked out of takes its buttons along.
    new KeepFocus(this, () => this.renderRoot.querySelector<HTMLElement>('.steps button, .switch-person'));
  }

  protected override get followed(): readonly Id[] {
    return [runKey];
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

  #begin({ OperatorView }: typeof Drawing): Drawing.OperatorView {
    return new OperatorView({
      ...this.commandHost,
      sessions: () => this.sessions,
      goTo: (session, stepId) => this.#goTo(session, stepId),
      take: (actor: Actor) => this.dispatchEvent(new PersonSwitchedEvent(actor)),
    });
  }

  #goTo(session: RunSession, stepId: Id): void {
    if (session.reveal(stepId)) return;
    const other = session === this.current ? undefined : session.runId;
    this.dispatchEvent(new LocateRequestedEvent(stepId, stepId, other));
  }

  protected override draw(): TemplateResult | typeof nothing {
    return this.#view!.draw();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.isConnected) this.#view?.drawn();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'operator-bar': OperatorBar;
  }
}
