import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Id, Run } from '../../domain/run.js';
import type { RunSession } from '../../session.js';
import { LocateRequestedEvent } from '../events.js';
import { later } from '../later.js';
import { ShellElement } from '../shell-element.js';
import type * as View from './view.js';

const drawing = later(() => import('./view.js'));
// The review comes when one is opened.
const review = later(() => import('./review.js'));

/**
 * Completes a run: a button, what stands in the way, and the review behind it.
 *
 * While the run is blocked the button stays focusable and its reasons are listed by kind; each leads to its control.
 * The review sums up the run and collects its approvals, the acknowledgements and a note. Nothing is sent before
 * Confirm, and canceling leaves no trace. Afterwards it shows by whom and when the run was completed.
 *
 * A person with the permission can end the run otherwise, from a menu: it fails or is canceled, with a reason, and that is
 * shown afterwards.
 *
 * @tagname completion-review
 * @summary The button that completes a run, with the review behind it.
 *
 * @fires {LocateRequestedEvent} locate-requested - A person wants to go to something that no element shows at the moment.
 * @fires {CommandRequestedEvent} command-requested - Before the completion goes to the backend. Cancelable.
 * @fires {CommandRefusedEvent} command-refused - The backend refused to complete the run.
 * @fires {CommandFailedEvent} command-failed - The completion could not be sent.
 *
 * @csspart button - The button that opens the review.
 * @csspart reasons - What stands in the way, by kind.
 * @csspart review - The review.
 * @csspart counts - How much of the run is done.
 * @csspart warnings - What has to be acknowledged.
 * @csspart deviations - The values out of range that were accepted, each with its rationale.
 * @csspart gates - The approvals of the run itself.
 * @csspart note - The field for a note.
 * @csspart confirm - The button that completes the run.
 * @csspart menu - The menu of further actions.
 * @csspart form - The dialog that asks why the run fails or is canceled.
 * @csspart ended - Why, by whom and when the run failed or was canceled.
 * @csspart done - By whom and when the run was completed.
 */
export class CompletionReview extends ShellElement<typeof View> {
  static override properties: PropertyDeclarations = { inline: { type: Boolean } };

  /** Shows the review in place instead of behind the button. */
  inline = false;

  protected override readonly drawing = drawing;

  /** Whether this element's own dialog is meant to be open; another one may show the same review. */
  #opened = false;
  /** The gate to go to once the review is there. */
  #revealing: Id | undefined;
  #shownFor: RunSession | undefined;
  #more = 0;
  #state: string | undefined;

  /** The dialog that asks why the run ends otherwise. */
  #ending: View.EndDialog | undefined;

  /** What blocks a step that is worked on is told at the step. */
  protected override get followed(): readonly Id[] {
    const worked = this.current?.run?.steps.filter(({ status }) => status === 'in-progress') ?? [];
    return ['', ...worked.map(({ id }) => id), this.#ending?.key ?? ''];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#dialog?.close();
  }

  /** Opens the review. */
  open(): void {
    if (!this.current?.run) return;
    this.current.review().send({ type: 'OPEN' });
    this.#opened = true;
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#ending?.prepare({ host: this });
    super.willUpdate(changed);
    if (this.current === this.#shownFor) return;
    this.#shownFor = this.current;
    this.#opened = false;
    this.#more = 0;
    this.#revealing = undefined;
  }

  protected override draw(view: typeof View): TemplateResult | typeof nothing {
    const { current, inline } = this;
    if (!current) return nothing;
    const isOver = /^(complete|failed|canceled)$/.test(current.run?.status ?? '');
    const isReviewed = (inline && !isOver) || this.#opened;
    const reviewing = isReviewed ? review(() => this.requestUpdate()) : undefined;
    if (reviewing) this.adopt(reviewing.styles);
    const { run } = current;
    if (!run) return current.status === 'failed' ? view.notLoaded(this, current) : nothing;
    const desk = this.#desk(current, run);
    this.#ending ??= view.endDialog({
      ...this.commandHost,
      // The menu has gone with what it was opened for.
      done: () => void this.updateComplete.then(() => this.#focus('.ended')),
    });
    const drawn = reviewing ? reviewing.review(desk) : nothing;
    const lost = isReviewed ? this.lost(review) : nothing;
    const ended = view.ended(desk);
    if (inline) {
      return html`<div class="stack">${lost} ${isReviewed ? drawn : (ended ?? view.done(desk))}</div>
        ${this.#ending.draw()}`;
    }
    return html`<div class="stack">
        ${ended ?? (run.status === 'complete' ? view.done(desk) : view.rest(desk))} ${lost}
      </div>
      ${this.#ending.draw()}
      <dialog
        aria-labelledby="title"
        @cancel=${(event: Event) => {
          event.preventDefault();
          this.#cancel();
        }}
        @close=${() => this.#closed()}
      >
        ${drawn}
      </dialog>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#ending?.shown();
    const state = this.current?.ongoing.peek('review', '')?.value;
    const dialog = this.#dialog;
    if (state === undefined) this.#opened = false;
    const isOpen = this.#opened && review() !== undefined;
    if (dialog && this.isConnected && dialog.open !== isOpen) {
      if (isOpen) dialog.showModal();
      else dialog.close();
    }
    const gate = this.#revealing;
    if (gate !== undefined && isOpen) {
      this.#revealing = undefined;
      // Its field draws itself first.
      setTimeout(() => this.current?.reveal(gate));
    }
    // The control that had the focus has gone with the form.
    const isNews = state !== this.#state;
    this.#state = state;
    if (!isNews || state !== 'done' || !(isOpen || this.inline)) return;
    this.#focus('.done');
    if (this.inline && this.current?.run?.status === 'complete') this.#cancel();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot?.querySelector<HTMLDialogElement>('dialog:not(.command-form)') ?? null;
  }

  /** What the drawn controls are given. */
  #desk(session: RunSession, run: Run): View.Desk {
    const actor = session.review.bind(session);
    return {
      host: this,
      session,
      run,
      inline: this.inline,
      listedMore: this.#more,
      tag: (name) => this.tag(name),
      focus: (selector) => this.#focus(selector),
      open: () => this.open(),
      end: (command) => this.#ending?.open(command),
      go: (place) => void this.#goTo(place),
      more: () => {
        this.#more += 200;
        this.requestUpdate();
      },
      begin: () => {
        actor().send({ type: 'OPEN' });
        return actor();
      },
      cancel: () => this.#cancel(),
      confirm: (request) =>
        this.submit(actor(), { type: 'CONFIRM', submission: session.submission(request) }),
      retry: () => this.retry(actor()),
    };
  }

  /** Leaves no trace. While the backend is being asked there is no way back. */
  #cancel(): void {
    if (this.current?.ongoing.peek('review', '')) this.current.review().send({ type: 'CANCEL' });
  }

  /** The browser may close a dialog by itself; what is being confirmed is shown until it is answered. */
  #closed(): void {
    if (this.isConnected && this.#opened) this.#cancel();
    this.requestUpdate();
    void this.updateComplete.then(() => {
      if (this.#opened || this.shadowRoot!.activeElement) return;
      if (document.activeElement === document.body) this.#focus('[part=button], .done');
    });
  }

  async #goTo({ stepId, targetId }: View.PlaceInRun): Promise<void> {
    const session = this.current;
    if (!session) return;
    const isGate = session.run?.gates.some(({ id }) => id === targetId);
    // The dialog holds the focus until it is closed.
    if (!isGate && this.#opened) {
      this.#cancel();
      await this.updateComplete;
    }
    if (session.reveal(targetId)) return;
    if (isGate && !this.inline) {
      // A gate that the page does not show is approved in the review.
      this.#revealing = targetId;
      this.open();
    } else this.dispatchEvent(new LocateRequestedEvent(stepId, targetId));
  }

  #focus(selector: string): void {
    const root = this.#opened ? this.#dialog! : this.renderRoot;
    root.querySelector<HTMLElement>(selector)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'completion-review': CompletionReview;
  }
}
