/** The base of the fields that hold a value: drafting it, saving it, what became of it, and what is to be done then. */
import { nothing, type PropertyValues, type TemplateResult } from 'lit';
import { recordOf } from '../domain/record.js';
import type { EntryMethod, Field, FieldValue, Id } from '../domain/run.js';
import type { Draft } from '../machines/entry.js';
import type { EntryActor } from '../session.js';
import type { FieldHost } from './field-actions.js';
import { FieldElement } from './field-element.js';
import { later } from './later.js';
import { lost } from './lost.js';

const actions = later(() => import('./field-actions.js'));
const remedy = later(() => import('./remedy.js'));

export abstract class ValueElement extends FieldElement {
  /** Whether what to do about a value out of range is shown here. */
  #remedied = false;

  protected override get followed(): Id | readonly Id[] {
    return this.#remedied ? [this.fieldId!, `remedy:${this.fieldId}`] : super.followed;
  }

  /** The entry that is going on; undefined at rest. */
  protected get entry() {
    return this.fieldId === undefined ? undefined : this.current?.ongoing.peek('entry', this.fieldId);
  }

  get #actor(): EntryActor {
    return this.current!.entry(this.fieldId!);
  }

  /** The entry as it is now, else what is recorded. */
  protected get value(): FieldValue | undefined {
    const field = this.shown?.field;
    return this.entry?.context.draft ?? (field && recordOf(field)?.value) ?? undefined;
  }

  /** Whether this person may record a value here now. */
  protected get editable(): boolean {
    const step = this.shown?.step;
    return step !== undefined && this.current!.may('set-value', { stepId: step.id });
  }

  /** Takes down what the control holds. Called on every key, so it draws nothing. */
  protected edit(draft: Draft, how?: EntryMethod): void {
    const { shown } = this;
    if (!shown || !this.editable) return;
    actions();
    this.#actor.send({ type: 'EDIT', draft, base: shown.field.version, ...(how && { how }) });
    // Taken back by hand, or by a scan that was typed into it.
    if (draft === this.resting && this.entry?.value === 'drafting') this.discard();
  }

  /** What the control holds when there is no entry, as it was drawn last. */
  protected resting: Draft | null | undefined;

  /** Saves the draft, asks before it does, or says why it cannot be read. */
  protected commit(): void {
    if (this.entry?.value !== 'drafting') return;
    const asked = this.current!.draftRequest(this.fieldId!, this.locale);
    if ('problem' in asked) this.#actor.send({ type: 'INVALID', problem: asked.problem });
    else if ('unchanged' in asked) this.discard();
    else if (asked.asks) this.#actor.send({ type: 'ASK', asked: asked.asks });
    else this.submit(this.#actor, { type: 'SUBMIT', submission: this.current!.submission(asked.request) });
  }

  /** What the root hears of the control: a listener for each in the template would weigh more, in every field. */
  static heard: readonly string[] = ['input', 'change', 'focusout', 'keydown'];

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    for (const type of (this.constructor as typeof ValueElement).heard) root.addEventListener(type, this);
    return root;
  }

  /** @internal */
  abstract handleEvent(event: Event): void;

  /** Saves what was typed when the control is left, but not when the window is. */
  protected left(event: FocusEvent, control: Element): void {
    // On the way to another choice of a group nothing has the focus yet.
    const next = (event.relatedTarget as Node | null) ?? this.shadowRoot!.activeElement;
    if (!control.contains(next)) this.#commitHere();
  }

  /** A control that is taken off the page is left as well; its draft is kept for when it comes back. */
  #commitHere(): void {
    queueMicrotask(() => this.isConnected && this.commit());
  }

  /** Enter saves, sends once more what could not be sent, or leads to what is asked. */
  protected entered(event: Event): void {
    if (this.entry?.value === 'failed') this.retry(this.#actor);
    else this.commit();
    if (!this.#asking) return;
    // Or the press would go on to what has the focus then, and answer.
    event.preventDefault();
    actions()?.attend(this.host);
  }

  /** `edit` takes down what is finished. It is sent before it could be drawn, unless what stands there is said of another. */
  protected finished(edit?: () => void): void {
    const before = this.shown && recordOf(this.shown.field);
    if (before) edit?.();
    this.#commitHere();
    if (!before) edit?.();
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  protected discard(): void {
    if (this.entry) this.#actor.send({ type: 'DISCARD' });
  }

  /** Escape takes back what was not saved. Whatever surrounds the field hears of it only where there is nothing. */
  protected escaped(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.entry || this.entry.hasTag('submitting')) return;
    event.stopPropagation();
    event.preventDefault();
    this.discard();
  }

  /** A native form that is reset takes back what was not saved; what was recorded stays. */
  formResetCallback(): void {
    this.discard();
  }

  /** A draft that is saved in a moment is drawn once, as what it is then; until then it stands there as not saved. */
  protected override shouldUpdate(changed: PropertyValues): boolean {
    return changed.size > 0 || !this.current?.ongoing.isFresh(this.fieldId!);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!this.shown) return;
    const { states } = this.internals;
    const put = (state: string, on: boolean): void => {
      if (on !== states.has(state)) states[on ? 'add' : 'delete'](state);
    };
    const { entry } = this;
    put('in-range', this.current!.verdict(this.fieldId!) === 'in-range');
    put('out-of-range', this.#outOfRange);
    put('submitting', entry?.value === 'saving');
    put('pending', this.current!.isPending(this.fieldId!));
    for (const state of ['asking', 'invalid', 'refused', 'failed'] as const)
      put(state, entry?.value === state);
  }

  // What is shown below the control -----------------------------------------------------------------------------

  protected get host(): FieldHost {
    const shown = this.shown!;
    return {
      element: this,
      session: this.current!,
      shown,
      value: () => this.value,
      submit: (actor, submission) => this.submit(actor, { type: 'SUBMIT', submission }),
      retry: (actor) => this.retry(actor),
    };
  }

  // What an element puts below its control, each in its own template: one of their own would weigh more, in every field.
  // <div class="foot"><div class="message" part="message" id="message">message</div>offers</div>remedy

  /** What can be recorded without the control. */
  protected offers(field: Field, clearable = false): TemplateResult | typeof nothing | undefined {
    const { entry } = this;
    return (field.allowNotApplicable || clearable) && this.editable && (!entry || entry.value === 'drafting')
      ? actions(() => this.requestUpdate())?.withoutValue(this.host, clearable)
      : nothing;
  }

  /** What is asked before an entry is sent; else what can be done about a value out of range, and its issues. */
  protected remedy(field: Field): unknown {
    this.#remedied = this.#outOfRange || this.shown!.run.issues.some(({ links }) => links.includes(field.id));
    if (this.#asking) return actions(() => this.requestUpdate())?.asking(this.host);
    if (!this.#remedied) return nothing;
    return remedy(() => this.requestUpdate())?.remedy(this.host) ?? lost(remedy, this.words);
  }

  /** What became of the entry, else who recorded the value and when. */
  protected message(field: Field): unknown {
    if (!this.entry && !recordOf(field)) return nothing;
    const drawn = actions(() => this.requestUpdate())?.message(this.host);
    return drawn ?? (this.#troubled ? this.words.notSaved : nothing);
  }

  get #asking(): boolean {
    return this.entry?.value === 'asking';
  }

  /** Whether the entry was not taken. */
  get #troubled(): boolean {
    // Drafting, asking and saving are not.
    return !/ing$/.test(this.entry?.value ?? 'resting');
  }

  /** What can be done about an entry that was not taken. */
  protected recovery(): TemplateResult | undefined {
    return this.#troubled ? actions(() => this.requestUpdate())?.recovery(this.host) : undefined;
  }

  get #outOfRange(): boolean {
    const verdict = this.current!.verdict(this.fieldId!);
    return verdict === 'low' || verdict === 'high' || verdict === 'not-a-number';
  }
}
