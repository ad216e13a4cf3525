import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Refusal } from '../../domain/command.js';
import {
  personName,
  teamOf,
  type Field,
  type Id,
  type Run,
  type SignoffField as Signoff,
} from '../../domain/run.js';
import { signoff as signoffWords } from '../../messages/en/signoff.js';
import type { SignoffState } from '../../domain/signoff.js';
import { words } from '../../messages/registry.js';
import type { Signing } from '../../session.js';
import { buttons } from '../../styles/buttons.js';
import { failed, glyph, lock, ok, person, sign, warning } from '../../styles/glyphs.js';
import { inputs } from '../../styles/inputs.js';
import { notice } from '../../styles/notice.js';
import { tokens } from '../../styles/tokens.js';
import { tones } from '../../styles/tones.js';
import { FieldElement } from '../field-element.js';
import { labelLine } from '../label-line.js';
import { later } from '../later.js';
import { lost } from '../lost.js';
import type { Deciding } from './deciding.js';
import { styles } from './signoff-field.styles.js';

/** What is not there while a sign-off is open and nobody decides: decisions, the form, what became of it. */
const loadMore = later(() => import('./deciding.js'));

const looks: Readonly<Record<SignoffState, readonly [tone: string, glyph: string]>> = {
  open: ['', sign],
  approved: ['ok', ok],
  rejected: ['bad', failed],
  stale: ['warn', warning],
};

/**
 * One sign-off, of a step or of the run: who is expected to approve, what the signature says, and what was decided.
 *
 * Whoever may decide sees Approve and Reject; a rejection asks for its reason. Everybody else sees why they cannot. A
 * signature covers what is on the screen when it is given: when something it covers changes afterwards, the field
 * names it and asks to be signed again. Earlier decisions stay readable.
 *
 * Where the backend asks who signs (`reauthenticate`), the decision leads to that question in place: a PIN, a badge, a
 * passkey, whatever it takes. Then anybody of the run who may decide signs at this device, and nobody else starts to work.
 *
 * @tagname signoff-field
 * @summary A sign-off by a role: approve, or reject with a comment.
 *
 * @fires input - A person has typed a comment.
 * @fires {CommandRequestedEvent} command-requested - Before the decision goes to the backend. Cancelable.
 * @fires {CommandRefusedEvent} command-refused - The backend refused the decision.
 * @fires {CommandFailedEvent} command-failed - The decision could not be sent.
 * @fires {LocateRequestedEvent} locate-requested - A person wants to see an issue, and nothing shows it.
 *
 * @csspart label - The field's label.
 * @csspart verdict - How the sign-off stands: glyph and word.
 * @csspart role - The role that is expected to approve.
 * @csspart meaning - What the signature says.
 * @csspart decision - Who decided and when, with the comment.
 * @csspart signed - Who has just signed here, and who goes on working.
 * @csspart changed - What has changed since it was approved.
 * @csspart changes - What it was and what it is, for whoever opens it.
 * @csspart change - One thing that has changed.
 * @csspart reason - Why this person cannot decide.
 * @csspart comment - The text area for the reason of a rejection.
 * @csspart actions - The buttons.
 * @csspart identify - The question who signs.
 * @csspart refusal - Why an answer to it was not enough.
 * @csspart message - What became of the decision.
 * @csspart history - Earlier decisions.
 * @csspart issue-badge - How many issues it has; leads to them.
 *
 * @cssstate open - Nobody has decided yet.
 * @cssstate approved - Approved, and nothing has changed since.
 * @cssstate rejected - Rejected.
 * @cssstate stale - Approved, and something has changed since.
 * @cssstate identifying - It is asked who signs.
 * @cssstate submitting - A decision is being sent.
 * @cssstate refused - The decision was refused.
 * @cssstate failed - The decision could not be sent.
 */
export class SignoffField extends FieldElement {
  static override styles = [tokens, tones, notice, buttons, inputs, styles];

  /** How many decisions were shown. After another one the focus goes to it, and not to the next thing to press. */
  #decided = 0;

  get #signoff(): Signoff | undefined {
    const field = this.shown?.field;
    return field?.type === 'signoff' ? field : undefined;
  }

  get #words() {
    return words(this, 'signoff', signoffWords);
  }

  get #ongoing() {
    return this.fieldId === undefined ? undefined : this.current?.ongoing.peek('signoff', this.fieldId);
  }

  get #actor() {
    return this.current!.signoff(this.fieldId!);
  }

  /** What can be done here, else how it stands. */
  protected override get control(): HTMLElement | null {
    const find = (selector: string): HTMLElement | null => this.renderRoot.querySelector(selector);
    const justDecided = this.#signoff?.decisions.length !== this.#decided;
    return find('textarea') ?? (justDecided ? null : find('.approve, .danger')) ?? find('.verdict');
  }

  /** How it stands for the person who works here; where it is asked who signs, for anybody who may. */
  get #signing(): Signing | undefined {
    const { current, fieldId } = this;
    const own = current?.signing(fieldId!);
    if (!own?.whyNot || current!.identifies.length === 0) return own;
    for (const { id } of current!.run!.people) {
      const other = current!.signing(fieldId!, id);
      if (!other?.whyNot) return other;
    }
    return own;
  }

  #decide(decision: 'approve' | 'reject', comment?: string): void {
    const { shown } = this;
    const signing = this.#signing;
    if (!shown || !signing || this.#ongoing?.hasTag('submitting')) return;
    const submission = this.current!.submission({
      type: 'sign',
      ...(shown.step && { stepId: shown.step.id }),
      targetId: shown.field.id,
      base: signing.base,
      decision,
      ...(comment && { comment }),
    });
    loadMore();
    if (this.current!.identifies.length > 0) this.#actor.send({ type: 'IDENTIFY', submission });
    else this.submit(this.#actor, { type: 'SIGN', submission });
  }

  #reject(): void {
    loadMore();
    this.#actor.send({ type: 'REJECT' });
  }

  #cancel(): void {
    if (!this.#ongoing) return;
    const back = this.#ongoing.value === 'identifying' ? '.approve, .danger' : '.reject';
    this.#actor.send({ type: 'CANCEL' });
    if (this.shadowRoot?.activeElement) {
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(back)?.focus());
    }
  }

  /** A native form that is reset takes back a comment that was not sent. */
  formResetCallback(): void {
    this.#cancel();
  }

  protected override formValue(field: Field): string | null {
    return (field.type === 'signoff' && field.decisions.at(-1)?.decision) || null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const field = this.#signoff;
    const signing = this.#signing;
    if (!field || !signing) return;
    if (!this.#ongoing) this.#decided = field.decisions.length;
    const { states } = this.internals;
    const put = (name: string, on = false): unknown => (on ? states.add(name) : states.delete(name));
    for (const name of Object.keys(looks)) put(name, name === signing.state);
    put('identifying', this.#ongoing?.matches('identifying'));
    put('submitting', this.#ongoing?.hasTag('submitting'));
    put('refused', this.#ongoing?.matches('refused'));
    put('failed', this.#ongoing?.matches('failed'));
    const missing = field.required && signing.state !== 'approved';
    this.internals.setValidity({ valueMissing: missing }, missing ? this.words.missing(field.label) : '');
  }

  protected override render(): TemplateResult | typeof nothing {
    const field = this.#signoff;
    const signing = this.#signing;
    if (!field || !signing) return nothing;
    const { run } = this.shown!;
    const [tone, shape] = looks[signing.state];
    const it: Deciding = {
      element: this,
      session: this.current!,
      run,
      field,
      signing,
      ongoing: this.#ongoing,
      actor: () => this.#actor,
      sign: (submission) => this.submit(this.#actor, { type: 'SIGN', submission }),
      reject: (comment) => this.#decide('reject', comment),
      retry: () => this.retry(this.#actor),
      cancel: () => this.#cancel(),
    };
    const { reason } = signing.whyNot?.detail ?? {};
    const plain =
      signing.state === 'open' && (!signing.whyNot || reason === 'role' || reason === 'peer-review');
    const more =
      plain && !this.#ongoing && run.issues.length === 0 ? undefined : loadMore(() => this.requestUpdate());
    return html`<div class="field" role="group" aria-labelledby="label">
      <div class="head">
        ${labelLine(field, this.words)}
        <span class="verdict ${tone}" part="verdict" tabindex="-1"
          >${glyph(shape)} ${this.#words.states[signing.state]}</span
        >
      </div>
      <p class="hint" part="role">${this.#words.expecting(this.#role(run, field.role))}</p>
      ${field.hint ? html`<p class="hint">${field.hint}</p>` : nothing}
      ${field.meaning ? html`<p class="meaning" part="meaning">${this.#words.meaning(field.meaning)}</p>` : nothing}
      ${more?.standing(it)} ${this.#deciding(run, field, signing, more?.rejecting(it))} ${more?.asking(it)}
      ${more?.message(it)} ${more?.earlier(it)} ${lost(loadMore, this.words)}
    </div>`;
  }

  /** A role, with the team that it comes by. */
  #role(run: Run, role: string, person?: Id): string {
    const team = teamOf(run, role, person);
    return team ? this.#words.byTeam(role, team.name) : role;
  }

  #deciding(
    run: Run,
    field: Signoff,
    { state, whyNot }: Signing,
    rejecting: TemplateResult | undefined,
  ): TemplateResult | typeof nothing {
    const ongoing = this.#ongoing;
    if (whyNot && !ongoing) {
      return state === 'approved'
        ? nothing
        : html`<p class="reason" part="reason">${glyph(lock)} ${this.#why(run, whyNot)}</p>`;
    }
    const busy = ongoing?.value === 'signing' || ongoing?.value === 'failed';
    const { person: own, identifies } = this.current!;
    const name = personName(run, own);
    // Where it is asked who signs, that is not said before.
    const identity =
      identifies.length > 0
        ? nothing
        : html`<p class="hint">
            ${glyph(person)} ${this.#words.signingAs(name, this.#role(run, field.role, own))}
          </p>`;
    // Whoever works here and may not sign has something else to do first.
    const look = this.current!.signing(field.id)?.whyNot ? '' : 'primary';
    if (ongoing?.value === 'identifying') return rejecting ?? nothing;
    if (rejecting) return html`${identity}${rejecting}`;
    return html`${state === 'approved' ? nothing : identity}
      <div class="actions" part="actions">
        ${
          state === 'approved'
            ? nothing
            : html`<button
                type="button"
                class="approve ${look}"
                aria-disabled=${busy}
                @click=${() => busy || this.#decide('approve')}
              >
                ${glyph(ok)} ${state === 'stale' ? this.#words.approveAgain : this.#words.approve}
              </button>`
        }
        <button
          type="button"
          class="reject ${state === 'approved' ? 'quiet' : 'danger'}"
          aria-disabled=${busy}
          @click=${() => busy || this.#reject()}
        >
          ${this.#words.reject}
        </button>
      </div>`;
  }

  /** The roles are told at once; the other reasons come with the sentences for what is not done. */
  #why(run: Run, refusal: Refusal): string {
    const { reason = '', needs = '' } = refusal.detail ?? {};
    const more = reason === 'role' || reason === 'peer-review' ? undefined : loadMore();
    return more?.explain(this, run, '', { refusal })?.why ?? this.#words.readOnly(reason, needs);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'signoff-field': SignoffField;
  }
}
