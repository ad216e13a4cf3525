/** Where a comment is written, with the people whom an `@` offers. What is typed is the session's at once. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { mentionsIn } from '../../domain/mention.js';
import { personName, type Id, type Step } from '../../domain/run.js';
import { comment as commentWords } from '../../messages/en/comment.js';
import { field as fieldWords } from '../../messages/en/field.js';
import { refusal as refusalWords } from '../../messages/en/refusal.js';
import { clip } from '../../messages/phrases.js';
import { localeOf, words } from '../../messages/registry.js';
import type { RunSession } from '../../session.js';
import { glyph, person as personGlyph, warning } from '../../styles/glyphs.js';
import { explain } from '../explain.js';
import { namer } from '../names.js';
import { PeoplePicker } from './picker.js';
import type { Host } from './view.js';

/** Where what is typed at a step is kept; the form of a step's menu uses the same. */
export const commentKey = (stepId: Id): Id => `comment:${stepId}`;

/** The key that sends, as the keyboard at hand names it. */
const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.platform);

export class Writing {
  readonly #host: Host;
  readonly #picker: PeoplePicker;
  #stepId: Id | undefined;
  /** Nothing was typed, and that was told. */
  #needed = false;
  /** Whom the text mentions, as it is shown. */
  #meant = '';

  constructor(host: Host) {
    this.#host = host;
    this.#picker = new PeoplePicker(
      () => this.#box,
      () => host.element.requestUpdate(),
      (text) => this.#typed(text),
    );
  }

  get #box(): HTMLTextAreaElement | null {
    return this.#host.element.shadowRoot!.querySelector('textarea');
  }

  get #session(): RunSession {
    return this.#host.session()!;
  }

  #draft(): string {
    const draft = this.#session.ongoing.peek('entry', commentKey(this.#stepId!))?.context.draft;
    return typeof draft === 'string' ? draft : '';
  }

  #mentions(text: string): readonly Id[] {
    return mentionsIn(text, this.#session.run!.people, this.#picker.picked);
  }

  #typed(text: string): void {
    const { element } = this.#host;
    const isFirst = (this.#draft() === '') !== (text === '');
    this.#session.entry(commentKey(this.#stepId!)).send({ type: 'EDIT', draft: text });
    const meant = this.#mentions(text).join(' ');
    if (isFirst || this.#needed || meant !== this.#meant) element.requestUpdate();
    this.#needed = false;
  }

  #send(event?: Event): void {
    event?.preventDefault();
    const session = this.#session;
    const stepId = this.#stepId!;
    const entry = session.ongoing.peek('entry', commentKey(stepId));
    if (entry?.hasTag('submitting')) return;
    const actor = session.entry(commentKey(stepId));
    this.#picker.close();
    if (entry?.value === 'failed') return this.#host.retry(actor);
    const text = this.#draft();
    if (text.trim() === '') {
      this.#needed = true;
      this.#host.element.requestUpdate();
      this.#box?.focus();
      return;
    }
    const mentions = this.#mentions(text);
    this.#host.submit(
      actor,
      session.submission({ type: 'comment', stepId, text, ...(mentions.length > 0 && { mentions }) }),
    );
    this.#box?.focus();
  }

  #keyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return this.#send(event);
    this.#picker.keyDown(event);
  }

  /** Nothing where this person may not comment and has nothing typed. */
  draw(session: RunSession, { id: stepId }: Step): TemplateResult | typeof nothing {
    if (stepId !== this.#stepId) {
      this.#stepId = stepId;
      this.#needed = false;
      this.#picker.forget();
    }
    const draft = this.#draft();
    const notNow = session.whyNot('comment', { stepId });
    if (notNow && draft === '') return nothing;
    const { element } = this.#host;
    const texts = words(element, 'comment', commentWords);
    const entry = session.ongoing.peek('entry', commentKey(stepId));
    const state = entry?.value;
    const fixed = state === 'saving' || state === 'failed' || notNow !== undefined;
    const told = entry && explain(element, session.run!, namer(session)(stepId), entry.context);
    const why = told
      ? `${texts.notSent} ${told.why} ${told.next}`
      : notNow
        ? this.#notNow(session, notNow)
        : this.#needed
          ? texts.needed
          : undefined;
    return html`<form class="write" part="box" @submit=${(event: Event) => this.#send(event)}>
      <label class="label visually-hidden" for="text">${texts.write}</label>
      <textarea
        id="text"
        rows="2"
        placeholder=${texts.write}
        ?readonly=${fixed}
        aria-invalid=${this.#needed ? 'true' : 'false'}
        aria-describedby=${why === undefined ? 'how' : 'why how'}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls=${this.#picker.open ? 'people' : nothing}
        aria-activedescendant=${this.#picker.active ?? nothing}
        .value=${live(draft)}
        @input=${(event: Event) => {
          const { value } = event.target as HTMLTextAreaElement;
          this.#typed(value);
          this.#picker.look(this.#others(session));
        }}
        @keydown=${(event: KeyboardEvent) => this.#keyDown(event)}
        @blur=${() => this.#picker.close()}
      ></textarea>
      ${this.#picker.draw(element)} ${this.#whom(session, draft)}
      <p class="hint visually-hidden" id="how">${texts.how}</p>
      ${
        why === undefined
          ? nothing
          : html`<p class="message toned bad" id="why" role="alert">${glyph(warning)}<span>${why}</span></p>`
      }
      ${notNow ? nothing : this.#buttons(session, state, fixed)}
    </form>`;
  }

  #notNow(session: RunSession, refusal: NonNullable<ReturnType<RunSession['whyNot']>>): string {
    const { element } = this.#host;
    const { why } = words(element, 'refusal', refusalWords).say(refusal, {
      name: namer(session)(this.#stepId!),
      locale: localeOf(element),
      nameOf: namer(session),
      personName: (id) => personName(session.run!, id),
      command: 'comment',
    });
    return `${words(element, 'comment', commentWords).notSent} ${why}`;
  }

  /** Whom the comment is for, so that it is seen before it is sent. */
  #whom(session: RunSession, draft: string): TemplateResult | typeof nothing {
    const ids = this.#mentions(draft);
    this.#meant = ids.join(' ');
    if (ids.length === 0) return nothing;
    const names = ids.map((id) => clip(personName(session.run!, id)));
    const texts = words(this.#host.element, 'comment', commentWords);
    return html`<p class="hint whom">${glyph(personGlyph)} <span>${texts.meant(names)}</span></p>`;
  }

  #buttons(session: RunSession, state: string | undefined, fixed: boolean): TemplateResult {
    const { element } = this.#host;
    const texts = words(element, 'comment', commentWords);
    const busy = state === 'saving';
    return html`<div class="actions">
      <button class=${this.#draft() === '' ? '' : 'primary'} aria-busy=${busy}>
        ${busy ? texts.sending : state === 'failed' ? words(element, 'field', fieldWords).retry : texts.send}
      </button>
      ${
        state === 'failed'
          ? html`<button
              type="button"
              class="quiet"
              @click=${() => {
                session.entry(commentKey(this.#stepId!)).send({ type: 'EDIT', draft: this.#draft() });
                this.#box?.focus();
              }}
            >
              ${texts.change}
            </button>`
          : fixed
            ? nothing
            : html`<button
                  type="button"
                  class="quiet icon at"
                  aria-label=${texts.mention}
                  @click=${() => this.#picker.begin(this.#others(session))}
                >
                  @
                </button>
                <span class="hint keys">${isMac() ? texts.keysOfMac : texts.keys}</span>`
      }
    </div>`;
  }

  #others({ run, person }: RunSession) {
    return run!.people.filter(({ id }) => id !== person);
  }

  /** To be called after each drawing. */
  drawn(): void {
    this.#picker.drawn();
  }
}
