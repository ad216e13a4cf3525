import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Blocker, CommandRequest, Warning } from '../../domain/command.js';
import { findStep, type Id, type Step } from '../../domain/run.js';
import { session as sessionWords } from '../../messages/en/session.js';
import { status as statusWords } from '../../messages/en/status.js';
import { step as stepWords } from '../../messages/en/step.js';
import { words } from '../../messages/registry.js';
import type { RunSession } from '../../session.js';
import { buttons } from '../../styles/buttons.js';
import { inputs } from '../../styles/inputs.js';
import { status } from '../../styles/status.js';
import { surface } from '../../styles/surface.js';
import { tokens } from '../../styles/tokens.js';
import { tones } from '../../styles/tones.js';
import { LocateRequestedEvent } from '../events.js';
import { namer } from '../names.js';
import { SessionElement } from '../session-element.js';
import { formKey, menuActions, type BarCommand, type FormAction } from './actions.js';
import type { FormDialog } from './form-dialog.js';
import { listedAtFirst, listedMore } from './outstanding.js';
import { styles } from './run-step.styles.js';
import { StepFields } from './step-fields.js';
import { nextShown } from './next-shown.js';
import { instead, notLoaded, sheet } from './sheet.js';
import { Voice } from './voice.js';

/**
 * One step of a run, to be executed: what to do, what to record, which parts go in, who signs, and what is still
 * outstanding before it can be completed.
 *
 * Without `step-id` it shows the step that is to be worked on and moves to the next one when the backend has completed
 * it; the focus goes along. What has happened is said in one polite live region.
 *
 * @tagname run-step
 * @summary A step with its fields, parts, sign-offs and actions.
 *
 * @fires {CommandRequestedEvent} command-requested - Before a command goes to the backend. Cancelable.
 * @fires {CommandRefusedEvent} command-refused - The backend refused a command.
 * @fires {CommandFailedEvent} command-failed - A command could not be sent.
 * @fires {LocateRequestedEvent} locate-requested - A person wants to go to something that is not shown here.
 *
 * @csspart step - The sheet.
 * @csspart header - Number, title, status, progress and people.
 * @csspart title - The heading.
 * @csspart number - The step's number.
 * @csspart status - A status: glyph and word.
 * @csspart people - Who is checked in.
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
 * @csspart empty - What stands here while there is no step.
 */
export class RunStep extends SessionElement {
  static override styles = [tokens, tones, status, surface, buttons, inputs, styles];

  /** Which step, by id; the active one if not set. */
  @property({ attribute: 'step-id' }) stepId: Id | undefined;

  readonly #fields = new StepFields((name) => this.tag(name));
  readonly #voice = new Voice(
    this,
    () => this.step,
    (warnings) => this.#warn(warnings),
  );
  /** The step on screen where none is named. */
  #shownId: Id | undefined;
  #session: RunSession | undefined;
  #unreveal: (() => void) | undefined;
  #moved = false;
  #focused: Element | null = null;
  #listed = listedAtFirst;
  #warnings: readonly Warning[] = [];
  #form: FormDialog | undefined;

  /** The step that is shown. */
  get step(): Step | undefined {
    const id = this.stepId ?? this.#shownId;
    const run = this.current?.run;
    return run && id !== undefined ? findStep(run, id) : undefined;
  }

  protected override get followed(): readonly Id[] {
    const id = this.stepId ?? this.#shownId;
    return id === undefined ? [''] : ['', id, ...menuActions.map((action) => formKey(action, id))];
  }

  get #words() {
    return words(this, 'step', stepWords);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#voice.hear(undefined);
    this.#unreveal?.();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#focused = this.hasUpdated ? this.shadowRoot!.activeElement : null;
    this.#settle();
    super.willUpdate(changed);
    if (this.hasUpdated && changed.has('stepId')) this.#begin();
    const { step, current } = this;
    if (current && step) this.#fields.show(current, step);
  }

  /** Follows the work where no step is named. */
  #settle(): void {
    const { current } = this;
    const before = this.#session === current ? this.#shownId : undefined;
    this.#session = current;
    const next = current && nextShown(current, before);
    if (next === this.#shownId) return;
    this.#shownId = next;
    if (this.stepId !== undefined) return;
    this.#moved = before !== undefined;
    this.#begin();
  }

  /** Another step: nothing of the one before stays open. */
  #begin(): void {
    this.#listed = listedAtFirst;
    this.#warnings = [];
    this.#form?.close();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { current, step } = this;
    this.#voice.hear(current);
    this.#unreveal?.();
    this.#unreveal = step && current?.onReveal(step.id, () => this.#toTitle());
    this.#form?.shown(current, step);
    this.#keepFocus();
  }

  /** The focus is never lost with the button that had it, and goes along to the next step. */
  #keepFocus(): void {
    const focused = this.#focused;
    const root = this.shadowRoot!;
    const title = root.getElementById('title');
    if (this.#moved) {
      this.#moved = false;
      const { current, step } = this;
      if (!current || !step || !title) return;
      this.#voice.say(
        words(this, 'step', stepWords).announce(
          namer(current)(step.id),
          words(this, 'status', statusWords).work(step.status, step.reported),
        ),
      );
      if (!focused && document.activeElement !== document.body) return;
      this.#toTitle();
    } else if (focused && !focused.isConnected && !root.activeElement) title?.focus({ preventScroll: true });
  }

  #toTitle(): void {
    this.scrollIntoView();
    this.shadowRoot!.getElementById('title')?.focus({ preventScroll: true });
  }

  #warn(warnings: readonly Warning[]): void {
    this.#warnings = warnings;
    this.requestUpdate();
  }

  // Acting --------------------------------------------------------------------------------------------------

  #ask(command: BarCommand): void {
    const { current, step } = this;
    if (!current || !step) return;
    const entry = current.ongoing.peek('entry', step.id);
    if (entry?.hasTag('submitting')) return;
    if (entry) current.entry(step.id).send({ type: 'DISCARD' });
    this.#send(step.id, { type: command, stepId: step.id });
  }

  #send(key: Id, request: CommandRequest): void {
    const submission = this.current!.submission(request);
    this.submit(this.current!.entry(key), { type: 'SUBMIT', submission });
  }

  /** Complete, where something is outstanding: leads to what it is. */
  #showOutstanding(count: number): void {
    this.#voice.say(this.#words.outstanding(count));
    this.shadowRoot!.getElementById('outstanding')?.focus();
  }

  #go({ kind, stepId, targetId }: Blocker): void {
    const root = this.shadowRoot!;
    if (kind === 'not-checked-in') root.querySelector<HTMLElement>('.bar button')?.focus();
    else if (!this.current!.reveal(targetId)) {
      const at = kind === 'incomplete-step' ? targetId : stepId;
      this.dispatchEvent(new LocateRequestedEvent(at, targetId));
    }
  }

  async #more(): Promise<void> {
    const at = this.#listed;
    this.#listed += listedMore;
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelectorAll<HTMLElement>('.outstanding li button')[at]?.focus();
  }

  async #open(action: FormAction): Promise<void> {
    const { FormDialog } = await import('./form-dialog.js');
    this.#form ??= new FormDialog(
      this,
      (key, request) => this.#send(key, request),
      (actor) => this.retry(actor),
    );
    this.#form.open(action);
  }

  // Showing -------------------------------------------------------------------------------------------------

  protected override render(): TemplateResult {
    return html`${this.#content()} ${this.#voice.region}`;
  }

  #content(): unknown {
    const { current, step } = this;
    const say = words(this, 'session', sessionWords);
    if (!current) return instead(this.adapter ? say.loading : say.noRun);
    const failure = notLoaded(this, current);
    if (!current.run) return failure === nothing ? instead(say.loading) : failure;
    if (!step) return instead(this.stepId === undefined ? this.#words.none : say.stepNotFound);
    return sheet({
      host: this,
      session: current,
      step,
      fields: this.#fields,
      form: this.#form,
      open: (action) => void this.#open(action),
      listed: this.#listed,
      warnings: this.#warnings,
      failure,
      ask: (command) => this.#ask(command),
      retry: () => this.retry(current.entry(step.id)),
      dismiss: () => current.entry(step.id).send({ type: 'DISCARD' }),
      seen: () => this.#warn([]),
      explain: (count) => this.#showOutstanding(count),
      go: (blocker) => this.#go(blocker),
      more: () => void this.#more(),
    });
  }
}
