/** The base of the elements that hold one field: drafting, saving, what became of it, and the part in a native form. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { isFilled, recordOf, findPerson, type Field, type Id, type Run, type Step } from '../domain/run.js';
import type { Draft } from '../machines/entry.js';
import { fault as faultWords } from '../messages/en/fault.js';
import { field as fieldWords } from '../messages/en/field.js';
import { refusal as refusalWords } from '../messages/en/refusal.js';
import type { Explanation } from '../messages/explain.js';
import { formatInstant } from '../messages/format.js';
import { localeOf, words } from '../messages/registry.js';
import { glyph, pending, warning } from '../styles/glyphs.js';
import { nameOf } from './names.js';
import { SessionElement } from './session-element.js';

/** A field with where it stands. */
export interface ShownField<F extends Field = Field> {
  run: Run;
  step: Step | undefined;
  field: F;
}

export abstract class FieldElement extends SessionElement {
  static formAssociated = true;
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };

  /** Which field of the run, by id. */
  @property({ attribute: 'field-id' }) fieldId: Id | undefined;
  /** The name under which the recorded value takes part in a native form. */
  @property({ reflect: true }) name: string | undefined;

  protected readonly internals = this.attachInternals();
  #unreveal: (() => void) | undefined;

  protected override get followed(): readonly Id[] {
    return this.fieldId === undefined ? [] : [this.fieldId];
  }

  /** The field as it is now, with this person's pending value. */
  protected get shown(): ShownField | undefined {
    const target = this.fieldId === undefined ? undefined : this.current?.target(this.fieldId);
    return target?.kind === 'field'
      ? { run: this.current!.run!, step: target.step, field: target.field }
      : undefined;
  }

  /** The entry that is going on; undefined at rest. */
  protected get entry() {
    return this.fieldId === undefined ? undefined : this.current?.ongoing.peek('entry', this.fieldId);
  }

  protected get words() {
    return words(this, 'field', fieldWords);
  }

  protected get locale(): string {
    return localeOf(this);
  }

  /** Whether this person may record a value here now. */
  protected get editable(): boolean {
    const step = this.shown?.step;
    return step !== undefined && this.current!.may('set-value', { stepId: step.id });
  }

  /** Takes down what the control holds. Called on every key, so it draws nothing. */
  protected edit(draft: Draft): void {
    const { shown } = this;
    if (!shown || !this.editable) return;
    this.current!.entry(shown.field.id).send({ type: 'EDIT', draft, base: shown.field.version });
  }

  /** Saves the draft, or says why it cannot be read. */
  protected commit(): void {
    const { shown } = this;
    if (!shown || this.entry?.context.draft === undefined || this.entry.hasTag('submitting')) return;
    const actor = this.current!.entry(shown.field.id);
    const asked = this.current!.draftRequest(shown.field.id, this.locale);
    if ('problem' in asked) actor.send({ type: 'INVALID', problem: asked.problem });
    else if ('unchanged' in asked) actor.send({ type: 'DISCARD' });
    else this.submit(actor, { type: 'SUBMIT', submission: this.current!.submission(asked.request) });
  }

  protected discard(): void {
    if (this.fieldId !== undefined && this.entry) this.current!.entry(this.fieldId).send({ type: 'DISCARD' });
  }

  /** Sends what was refused as stale once more, over what stands there now. */
  protected keepMine(): void {
    const { shown } = this;
    const request = this.entry?.context.submission?.request;
    if (!shown || !request) return;
    const submission = this.current!.submission({ ...request, base: shown.field.version });
    this.submit(this.current!.entry(shown.field.id), { type: 'SUBMIT', submission });
  }

  protected markNotApplicable(): void {
    this.#ask('mark-not-applicable');
  }
  protected clear(): void {
    this.#ask('clear-value');
  }

  #ask(type: 'mark-not-applicable' | 'clear-value'): void {
    const { shown } = this;
    if (!shown?.step) return;
    const place = { stepId: shown.step.id, targetId: shown.field.id, base: shown.field.version };
    const actor = this.current!.entry(shown.field.id);
    this.submit(actor, { type: 'SUBMIT', submission: this.current!.submission({ type, ...place }) });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unreveal?.();
    this.#unreveal = undefined;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { shown, entry } = this;
    // Another session or another field: what was followed there is not asked here.
    if ((changed as PropertyValues).has('current') || changed.has('fieldId')) {
      this.#unreveal?.();
      this.#unreveal = undefined;
    }
    if (!this.#unreveal && this.current && this.fieldId !== undefined) {
      this.#unreveal = this.current.onReveal(this.fieldId, () => this.#reveal());
    }
    if (!shown) return;
    const { states } = this.internals;
    const put = (state: string, on: boolean): void => void (on ? states.add(state) : states.delete(state));
    const verdict = this.current!.verdict(shown.field.id);
    put('in-range', verdict === 'in-range');
    put('out-of-range', verdict === 'low' || verdict === 'high' || verdict === 'not-a-number');
    put('submitting', entry?.hasTag('submitting') === true);
    put('pending', this.current!.isPending(shown.field.id));
    put('invalid', entry?.matches('invalid') === true);
    put('refused', entry?.matches('refused') === true);
    put('failed', entry?.matches('failed') === true);
    const missing = shown.field.required && !isFilled(shown.field);
    const anchor = this.renderRoot.querySelector<HTMLElement>('input, select, textarea') ?? undefined;
    this.internals.setFormValue(this.formValue(shown.field));
    this.internals.setValidity(
      { valueMissing: missing },
      missing ? this.words.missing(shown.field.label) : '',
      missing ? anchor : undefined,
    );
  }

  /** What a native form is given: only what has been recorded. */
  protected formValue(field: Field): string | FormData | null {
    const value = recordOf(field)?.value;
    if (value === undefined || value === null) return null;
    if (!Array.isArray(value)) return String(value);
    const data = new FormData();
    for (const one of value as readonly (string | { id: string })[]) {
      data.append(this.name ?? field.id, typeof one === 'string' ? one : one.id);
    }
    return data;
  }

  /** A native form that is reset takes back what was not saved; what was recorded stays. */
  formResetCallback(): void {
    this.discard();
  }

  #reveal(): void {
    this.scrollIntoView({ block: 'center' });
    this.focus();
  }

  // What every field shows ------------------------------------------------------------------------------------

  protected labelLine(field: Field, control: string): TemplateResult {
    return html`<label class="label" part="label" for=${control}
      >${field.label}${field.required ? html` <span class="required">${this.words.required}</span>` : nothing}</label
    >`;
  }

  /** The one line below the control: what became of the entry, else who recorded the value and when. */
  protected messageLine(): TemplateResult {
    const { shown, entry } = this;
    const record = shown && recordOf(shown.field);
    const state = entry?.value;
    if (state === 'saving' || (shown && this.current!.isPending(shown.field.id))) {
      return html`<p class="message" part="message" id="message">${glyph(pending)} ${this.words.saving}</p>`;
    }
    if (state === 'invalid' || state === 'refused' || state === 'failed') {
      const { why, next, what } = this.explanation()!;
      return html`<div class="message toned bad" part="message" id="message">
        ${glyph(warning)} <span>${state === 'invalid' ? nothing : what} ${why} ${next}</span>
      </div>`;
    }
    if (!shown || !record) return html`<p class="message" part="message" id="message"></p>`;
    const by = findPerson(shown.run, record.by)?.name ?? record.by;
    const when = formatInstant(record.at, this.locale, shown.run.zone);
    return html`<p class="message quiet" part="message" id="message">${this.words.recorded(by, when)}</p>`;
  }

  /** Why the entry was not taken, and what to do. */
  protected explanation(): Explanation | undefined {
    const { shown, entry } = this;
    if (!shown || !entry) return undefined;
    const { problem, refusal, fault, submission, draft } = entry.context;
    const about = {
      name: shown.field.label,
      command: submission?.request.type ?? ('set-value' as const),
      locale: this.locale,
      nameOf: (id: Id) => nameOf(shown.run, id),
      personName: (id: Id) => findPerson(shown.run, id)?.name ?? id,
    };
    if (problem) {
      const detail = { reason: problem, message: String(draft) };
      return words(this, 'refusal', refusalWords).say({ refused: 'invalid', detail }, about);
    }
    if (refusal) return words(this, 'refusal', refusalWords).say(refusal, about);
    return fault && words(this, 'fault', faultWords).say(fault, about);
  }

  /** What can be done about an entry that was not taken. */
  protected recovery(): TemplateResult | typeof nothing {
    const { entry } = this;
    if (entry?.value !== 'refused' && entry?.value !== 'failed' && entry?.value !== 'invalid') return nothing;
    const stale = entry.context.refusal?.refused === 'stale';
    return html`<div class="actions" part="actions">
      ${
        entry.value === 'failed'
          ? html`<button type="button" @click=${() => this.retry(this.current!.entry(this.fieldId!))}>
              ${this.words.retry}
            </button>`
          : nothing
      }
      ${
        stale
          ? html`<button type="button" @click=${() => this.keepMine()}>${this.words.keepMine}</button>`
          : nothing
      }
      <button type="button" class="quiet" @click=${() => this.discard()}>
        ${stale ? this.words.takeTheirs : this.words.discard}
      </button>
    </div>`;
  }
}
