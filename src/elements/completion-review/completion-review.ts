import { adoptStyles, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Blocker } from '../../domain/command.js';
import { findPerson, type Id, type Run } from '../../domain/run.js';
import { review as reviewWords } from '../../messages/en/review.js';
import { formatInstant } from '../../messages/format.js';
import { localeOf, words } from '../../messages/registry.js';
import { buttons } from '../../styles/buttons.js';
import { complete, glyph, info } from '../../styles/glyphs.js';
import { surface } from '../../styles/surface.js';
import { tokens } from '../../styles/tokens.js';
import { tones } from '../../styles/tones.js';
import type { RunSession } from '../../session.js';
import { LocateRequestedEvent } from '../events.js';
import { explainLater } from '../explain-later.js';
import { SessionElement } from '../session-element.js';
import { styles } from './completion-review.styles.js';
import { listedAtFirst, listedMore, reasons } from './reasons.js';
import type * as Review from './review.js';

/**
 * Completes a run: a button, what stands in the way, and the review behind it.
 *
 * While the run is blocked the button stays focusable and its reasons are listed by kind; each leads to its control.
 * The review sums up the run and collects its approvals, the acknowledgements and a note. Nothing is sent before
 * Confirm, and canceling leaves no trace. Afterwards it shows by whom and when the run was completed.
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
 * @csspart gates - The approvals of the run itself.
 * @csspart note - The field for a note.
 * @csspart confirm - The button that completes the run.
 * @csspart done - By whom and when the run was completed.
 */
export class CompletionReview extends SessionElement {
  static override styles = [tokens, tones, buttons, surface, styles];

  /** Shows the review in place instead of behind the button. */
  @property({ type: Boolean }) inline = false;

  #module: typeof Review | undefined;
  /** Whether this element's own dialog is meant to be open; another one may show the same review. */
  #opened = false;
  #shownFor: RunSession | undefined;
  #listed = listedAtFirst;
  #state: string | undefined;

  /** What blocks a step that is worked on is told at the step. */
  protected override get followed(): readonly Id[] {
    const worked = this.current?.run?.steps.filter(({ status }) => status === 'in-progress') ?? [];
    return ['', ...worked.map(({ id }) => id)];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What changed while it was away was not heard, and a dialog that is moved closes.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#dialog?.close();
  }

  /** Opens the review. */
  async open(): Promise<void> {
    const { current } = this;
    await this.#load();
    if (!current?.run || current !== this.current) return;
    current.review().send({ type: 'OPEN' });
    this.#opened = true;
    this.requestUpdate();
    await this.updateComplete;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.current !== this.#shownFor) {
      this.#shownFor = this.current;
      this.#opened = false;
      this.#listed = listedAtFirst;
    }
    if (this.inline) void this.#load();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { current } = this;
    const run = current?.run;
    if (!run) return current?.status === 'failed' ? this.#notLoaded(current) : nothing;
    const isComplete = run.status === 'complete';
    if (this.inline) {
      const rest = isComplete ? this.#done(run) : this.#module ? this.#review(current, run) : nothing;
      return html`<div class="stack">${rest}</div>`;
    }
    return html`<div class="stack">${isComplete ? this.#done(run) : this.#rest(current, run)}</div>
      <dialog
        aria-labelledby="title"
        @cancel=${(event: Event) => {
          event.preventDefault();
          this.#cancel();
        }}
        @close=${() => this.#closed()}
      >
        ${this.#opened && this.#module ? this.#review(current, run) : nothing}
      </dialog>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const state = this.current?.ongoing.peek('review', '')?.value;
    const dialog = this.#dialog;
    if (state === undefined) this.#opened = false;
    if (dialog && this.isConnected && dialog.open !== this.#opened) {
      if (this.#opened) dialog.showModal();
      else dialog.close();
    }
    // The control that had the focus has gone with the form.
    const isNews = state !== this.#state;
    this.#state = state;
    if (!isNews || state !== 'done' || !(this.#opened || this.inline)) return;
    this.#focus('.done');
    if (this.inline && this.current?.run?.status === 'complete') this.#cancel();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot?.querySelector('dialog') ?? null;
  }

  get #words() {
    return words(this, 'review', reviewWords);
  }

  // At rest ---------------------------------------------------------------------------------------------------

  #rest(session: RunSession, run: Run): TemplateResult {
    const say = this.#words;
    const { blockers, held, why } = this.#hindrance(session, run);
    return html`<div class="actions">
        <button
          type="button"
          class="primary"
          part="button"
          aria-disabled=${held ? 'true' : nothing}
          aria-describedby=${held ? 'why reasons' : nothing}
          aria-haspopup="dialog"
          @click=${() => (held ? this.#focus('summary, #why') : void this.open())}
        >
          ${say.open}
        </button>
      </div>
      ${why ? html`<p class="notice" id="why" tabindex="-1">${glyph(info)} <span>${why}</span></p>` : nothing}
      ${this.#reasons(session, blockers)}`;
  }

  /** Why the run cannot be completed now: by its status or for this person, and what stands in the way. */
  #hindrance(session: RunSession, run: Run): { blockers: readonly Blocker[]; held: boolean; why?: string } {
    const refusal = session.whyNot('complete-run');
    const blockers = refusal?.refused === 'locked' ? [] : session.blockers();
    const held = blockers.length > 0 || refusal !== undefined;
    // What is outstanding says more than that the run has not come so far.
    if (!refusal || (refusal.refused === 'wrong-status' && blockers.length > 0)) return { blockers, held };
    const said = explainLater(() => this.requestUpdate(), this, run, run.title, { refusal });
    return { blockers, held, why: said ? `${said.why} ${said.next}` : '' };
  }

  #reasons(session: RunSession, blockers: readonly Blocker[]): TemplateResult | typeof nothing {
    return reasons({
      host: this,
      session,
      blockers,
      listed: this.#listed,
      go: (blocker) => void this.#goTo(blocker),
      more: () => {
        this.#listed += listedMore;
        this.requestUpdate();
      },
    });
  }

  /** After a completion: that it is so, by whom and when. */
  #done(run: Run): TemplateResult {
    const say = this.#words;
    const last = run.completions.at(-1);
    const by = last && (findPerson(run, last.by)?.name ?? last.by);
    return html`<div class="notice ok done" part="done" tabindex="-1">
      ${glyph(complete)}
      <div>
        <p class="heading" id="title">${say.done}</p>
        ${last ? html`<p>${say.doneBy(by!, formatInstant(last.at, localeOf(this), run.zone))}</p>` : nothing}
        ${last?.note ? html`<p class="note">${say.noted} ${last.note}</p>` : nothing}
      </div>
    </div>`;
  }

  // The review ------------------------------------------------------------------------------------------------

  async #load(): Promise<void> {
    if (this.#module) return;
    const loaded = await import('./review.js');
    if (this.#module) return;
    this.#module = loaded;
    const { elementStyles } = this.constructor as typeof CompletionReview;
    adoptStyles(this.renderRoot as ShadowRoot, [...elementStyles, ...loaded.reviewStyles]);
    this.requestUpdate();
  }

  #notLoaded(session: RunSession): TemplateResult | typeof nothing {
    void this.#load();
    return this.#module?.notLoaded(this, session) ?? nothing;
  }

  #review(session: RunSession, run: Run): TemplateResult {
    const snapshot = session.ongoing.peek('review', '');
    return this.#module!.review({
      host: this,
      session,
      run,
      inline: this.inline,
      state: snapshot?.value ?? 'closed',
      context: snapshot?.context,
      ...this.#hindrance(session, run),
      done: () => this.#done(run),
      reasons: (some) => this.#reasons(session, some),
      tag: (name) => this.tag(name),
      go: (place) => void this.#goTo(place),
      begin: () => {
        const actor = session.review();
        actor.send({ type: 'OPEN' });
        return actor;
      },
      cancel: () => this.#cancel(),
      confirm: (request) => {
        const actor = session.review();
        this.submit(actor, { type: 'CONFIRM', submission: session.submission(request) });
      },
      retry: () => this.retry(session.review()),
      focus: (selector) => this.#focus(selector),
    });
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

  async #goTo({ stepId, targetId }: { stepId: Id; targetId: Id }): Promise<void> {
    const session = this.current;
    if (!session) return;
    const isGate = session.run?.gates.some(({ id }) => id === targetId);
    if (isGate && !this.inline && !this.#opened) {
      // A gate is approved in the review, unless the page shows it elsewhere.
      if (session.reveal(targetId)) return;
      await this.open();
    } else if (!isGate && this.#opened) {
      this.#cancel();
      await this.updateComplete;
    }
    if (session.reveal(targetId)) return;
    this.dispatchEvent(new LocateRequestedEvent(stepId, targetId));
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
