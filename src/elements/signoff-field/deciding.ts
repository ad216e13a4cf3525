/** What a sign-off shows once somebody decides or has decided. It comes when it is needed. */
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { SnapshotFrom } from 'xstate';
import { personName, type Decision, type Id, type Run, type SignoffField } from '../../domain/run.js';
import type { signoffMachine } from '../../machines/signoff.js';
import { field as fieldWords } from '../../messages/en/field.js';
import { identify as identifyWords } from '../../messages/en/identify.js';
import { signoff as signoffWords } from '../../messages/en/signoff.js';
import { formatInstant } from '../../messages/format.js';
import { localeOf, words } from '../../messages/registry.js';
import type { Submission } from '../../machines/command-flow.js';
import type { RunSession, Signing, SignoffActor } from '../../session.js';
import { glyph, pending, warning } from '../../styles/glyphs.js';
import { issueBadge, issuesOf } from '../issue-badge.js';
import { guardTaps } from '../double-tap.js';
import { explain } from '../explain.js';
import { later } from '../later.js';
import { lost } from '../lost.js';
import { calledOf } from '../called.js';
import { changesSince } from './changes-later.js';

export { explain };

/** The question who signs, for backends that ask it. */
const question = later(() => import('./asking.js'));

guardTaps(document);

/** A sign-off with what a person may do about it. */
export interface Deciding {
  element: ReactiveControllerHost & HTMLElement;
  session: RunSession;
  run: Run;
  field: SignoffField;
  signing: Signing;
  ongoing: SnapshotFrom<typeof signoffMachine> | undefined;
  actor(): SignoffActor;
  /** Sends it, once it is known who signs. */
  sign(submission: Submission): void;
  reject(comment: string): void;
  retry(): void;
  cancel(): void;
}

/** Rejections that were asked for without their reason. */
const unsaid = new WeakSet<Element>();

/** The last command that somebody signed here after being asked who they are, and who worked here then. */
export const signedHere = new WeakMap<Element, { command: Id; worker: Id }>();

const textsOf = (element: Element) => words(element, 'signoff', signoffWords);

/** The decision that stands, and what has changed since. */
export function standing(it: Deciding): TemplateResult | typeof nothing {
  const { element, run, field, signing } = it;
  const last = field.decisions.at(-1);
  if (!last) return nothing;
  const texts = textsOf(element);
  // Only the first few are named, so only they are looked up.
  const changed = signing.changed.map((id, at) => (at < 4 ? calledOf(run, id) : id));
  return html`<div part="decision">${decided(element, run, last, field)}</div>
    ${handedBack(it, last)}
    ${
      changed.length > 0
        ? html`<div class="notice warn" part="changed">
            ${glyph(warning)}
            <div>
              <p>${texts.changed(changed)}. ${texts.signAgain}</p>
              ${changesSince(it, last)}
            </div>
          </div>`
        : nothing
    }`;
}

/** Who signs is not who works: what goes on is said to both, until anything else happens here. */
function handedBack(
  { element, session, run, signing, ongoing }: Deciding,
  { id, by }: Decision,
): TemplateResult | typeof nothing {
  const { command, worker } = signedHere.get(element) ?? {};
  if (command === undefined) return nothing;
  const isOther =
    ongoing !== undefined && ongoing.value !== 'rest' && ongoing.context.submission?.commandId !== command;
  if (isOther || worker !== session.person || signing.changed.length > 0) signedHere.delete(element);
  else if (id.startsWith(command) && by !== worker)
    return html`<p class="message" part="signed" role="status">
      ${words(element, 'identify', identifyWords).signedBy(personName(run, by), personName(run, worker))}
    </p>`;
  return nothing;
}

/** Who decided what and when, what it meant, and why. */
function decided(
  element: Element,
  run: Run,
  { decision, by, role, at, meaning, comment, identifiedBy }: Decision,
  field: SignoffField,
): TemplateResult {
  const texts = textsOf(element);
  const when = formatInstant(at, localeOf(element), run.zone);
  const name = personName(run, by);
  // The field may ask for something else by now; what was signed is what was read then.
  const another = meaning !== undefined && meaning !== field.meaning;
  return html`<p>${texts.decided(decision, name, role, when)}</p>
    ${
      identifiedBy
        ? html`<p class="hint">${words(element, 'identify', identifyWords).signedWith(identifiedBy)}</p>`
        : nothing
    }
    ${another ? html`<p class="hint">${texts.meaning(meaning)}</p>` : nothing}
    ${comment ? html`<p class="said ${decision === 'reject' ? 'bad' : 'ok'}">${comment}</p>` : nothing}`;
}

/** The issues of the sign-off, and the decisions before the last. */
export const earlier = (it: Deciding): unknown => [issues(it), history(it)];

function issues({ element, session, run, field }: Deciding): TemplateResult | typeof nothing {
  const stepId = run.steps.find(({ fields }) => fields.some(({ id }) => id === field.id))?.id ?? '';
  return run.issues.length > 0 ? issueBadge(element, session, issuesOf(run, field.id), stepId) : nothing;
}

/** The newest first. */
function history({ element, run, field }: Deciding): TemplateResult | typeof nothing {
  const before = field.decisions.slice(0, -1).reverse();
  if (before.length === 0) return nothing;
  return html`<details part="history">
    <summary>${textsOf(element).earlier} (${before.length})</summary>
    <ol>
      ${before.map((one) => html`<li>${decided(element, run, one, field)}</li>`)}
    </ol>
  </details>`;
}

/** The form for the reason of a rejection; undefined while nobody rejects. */
export function rejecting(it: Deciding): TemplateResult | undefined {
  const { element, ongoing, actor, cancel, reject } = it;
  const request = ongoing?.context.submission?.request;
  const rejects =
    ongoing?.value === 'explaining' || (request?.type === 'sign' && request.decision === 'reject');
  if (!ongoing || !rejects) {
    unsaid.delete(element);
    return undefined;
  }
  const texts = textsOf(element);
  const isAsked = ongoing.value === 'identifying';
  const busy = isAsked || ongoing.value === 'signing' || ongoing.value === 'failed';
  const missing = unsaid.has(element);
  return html`<div class="field" @keydown=${keyDown}>
    <label class="label" for="comment">${texts.comment}</label>
    <p class="hint ${missing ? 'bad' : ''}" id="why">
      ${missing ? glyph(warning) : nothing} ${texts.commentNeeded}
    </p>
    <textarea
      id="comment"
      part="comment"
      required
      aria-describedby="why"
      aria-invalid=${missing}
      ?readonly=${busy}
      .value=${ongoing.context.comment}
      @input=${typed}
    ></textarea>
    ${isAsked ? nothing : actions()}
  </div>`;

  function actions(): TemplateResult {
    return html`<div class="actions" part="actions">
      <button type="button" class="danger" aria-disabled=${busy} @click=${() => busy || confirm()}>
        ${texts.reject}
      </button>
      ${
        busy
          ? nothing
          : html`<button type="button" class="quiet" @click=${cancel}>
              ${words(element, 'field', fieldWords).cancel}
            </button>`
      }
    </div>`;
  }

  function typed(event: Event): void {
    if (unsaid.delete(element)) element.requestUpdate();
    // After a refusal the reason can be written anew.
    if (actor().getSnapshot().matches('refused')) actor().send({ type: 'REJECT' });
    actor().send({ type: 'COMMENT', comment: (event.target as HTMLTextAreaElement).value });
  }

  function confirm(): void {
    const area = element.shadowRoot!.querySelector('textarea')!;
    if (area.value.trim() !== '') return reject(area.value);
    unsaid.add(element);
    element.requestUpdate();
    area.focus();
  }

  function keyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || busy) return;
    event.stopPropagation();
    cancel();
  }
}

/** Who signs, while it is asked. */
export function asking(it: Deciding): TemplateResult | typeof nothing {
  if (it.ongoing?.value !== 'identifying') return nothing;
  const asked = question(() => it.element.requestUpdate());
  return asked?.asking(it) ?? lost(question, words(it.element, 'field', fieldWords));
}

/** What became of a decision, and what can be done about it. */
export function message({
  element,
  run,
  field,
  ongoing,
  retry,
  cancel,
}: Deciding): TemplateResult | typeof nothing {
  if (ongoing?.value === 'signing') {
    return html`<p class="message" part="message" role="status">
      ${glyph(pending)} ${textsOf(element).signing}
    </p>`;
  }
  const said = ongoing && explain(element, run, field.label, ongoing.context);
  if (!said) return nothing;
  const texts = words(element, 'field', fieldWords);
  return html`<div class="notice bad" part="message" role="alert">
      ${glyph(warning)} <span>${said.what} ${said.why} ${said.next}</span>
    </div>
    ${
      ongoing.value === 'failed'
        ? html`<div class="actions" part="actions">
            <button type="button" @click=${retry}>${texts.retry}</button>
            <button type="button" class="quiet" @click=${cancel}>${texts.cancel}</button>
          </div>`
        : nothing
    }`;
}
