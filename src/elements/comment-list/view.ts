/** What comment-list draws: the box to write in, the comments, and what goes on from there. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isFor } from '../../domain/mention.js';
import { personName, type Id, type Step } from '../../domain/run.js';
import { comment as commentWords } from '../../messages/en/comment.js';
import { fault as faultWords } from '../../messages/en/fault.js';
import { field as fieldWords } from '../../messages/en/field.js';
import { formatNumber } from '../../messages/format.js';
import { clip } from '../../messages/phrases.js';
import { localeOf, words } from '../../messages/registry.js';
import { buttons } from '../../styles/buttons.js';
import { glyph, warning } from '../../styles/glyphs.js';
import { inputs } from '../../styles/inputs.js';
import { status } from '../../styles/status.js';
import { tokens } from '../../styles/tokens.js';
import { tones } from '../../styles/tones.js';
import { beside } from '../beside.styles.js';
import type { CommandFormHost } from '../command-form.js';
import { markStyles } from '../person-mark.js';
import { styles as own } from './comment-list.styles.js';
import { oneComment } from './one.js';
import { CommentPages } from './pages.js';
import { Writing } from './writing.js';

export const styles = [tokens, tones, status, buttons, inputs, markStyles, beside, own];

/** The element around it. */
export interface Host extends CommandFormHost {
  step(): Step | undefined;
}

export class CommentView {
  readonly #host: Host;
  readonly #pages: CommentPages;
  readonly #writing: Writing;
  /** To be put into the page once; what is new is said in it. */
  readonly #voice = document.createElement('div');
  /** The newest comment that was shown, and where. */
  #newest: { stepId: Id; id: Id | undefined } | undefined;
  /** The first comment that came with the last press. */
  #from: number | undefined;
  /** Long ones that were unfolded. */
  readonly #whole = new Set<Id>();

  constructor(host: Host) {
    this.#host = host;
    this.#pages = new CommentPages(() => host.element.requestUpdate());
    this.#writing = new Writing(host);
    this.#voice.className = 'visually-hidden';
    this.#voice.setAttribute('role', 'status');
  }

  get #words() {
    return words(this.#host.element, 'comment', commentWords);
  }

  draw(): TemplateResult | typeof nothing {
    const { element } = this.#host;
    const session = this.#host.session();
    const step = this.#host.step();
    if (!session?.run || !step) return nothing;
    this.#pages.show(session, step);
    const { items, doing } = this.#pages;
    const box = this.#writing.draw(session, step);
    if (items.length === 0 && step.commentCount === 0 && box === nothing) return nothing;
    const texts = this.#words;
    const locale = localeOf(element);
    const at = { host: element, session, step, texts, locale };
    const count = Math.max(step.commentCount, items.length);
    return html`<section aria-labelledby="title">
      <div class="head">
        <h3 class="label" id="title" part="title" tabindex="-1">${texts.title}</h3>
        ${count > 0 ? html`<span class="hint numbers">${formatNumber(count, locale)}</span>` : nothing}
      </div>
      ${box}
      <ol part="comments" aria-labelledby="title">
        ${repeat(
          items,
          ({ id }) => id,
          (one) =>
            oneComment(at, one, this.#whole.has(one.id), () => {
              this.#whole.add(one.id);
              element.requestUpdate();
            }),
        )}
      </ol>
      ${items.length === 0 && doing === 'nothing' ? html`<p class="hint">${texts.none}</p>` : nothing}
      ${this.#more(count)} ${this.#voice}
    </section>`;
  }

  #more(count: number): unknown {
    const texts = this.#words;
    const { items, doing, cursor, fault } = this.#pages;
    const { element } = this.#host;
    if (doing === 'failed') {
      const { why, next } = words(element, 'fault', faultWords).notLoaded(fault!);
      return html`<p class="message toned bad" role="alert">
          ${glyph(warning)}<span>${texts.notLoaded} ${why} ${next}</span>
        </p>
        <button type="button" @click=${() => this.#pages.again()}>
          ${words(element, 'field', fieldWords).retry}
        </button>`;
    }
    if (cursor !== undefined) {
      return html`<button
        type="button"
        class="quiet more"
        aria-busy=${doing === 'loading'}
        @click=${() => {
          this.#from = items.length;
          this.#pages.more();
        }}
      >
        ${doing === 'loading' ? texts.loading : texts.earlier}
      </button>`;
    }
    if (doing === 'loading') return html`<p class="hint">${texts.loading}</p>`;
    return count > items.length ? html`<p class="hint">${texts.unlisted(count - items.length)}</p>` : nothing;
  }

  /** To be called after each drawing. */
  drawn(): void {
    this.#say();
    this.#writing.drawn();
    const { doing, items } = this.#pages;
    if (this.#from === undefined || doing === 'loading') return;
    // The button that brought them has moved away, or has gone.
    const root = this.#host.element.shadowRoot!;
    const first = root.querySelectorAll<HTMLElement>('li.comment')[this.#from];
    const { activeElement } = root;
    if (items.length > this.#from && (!activeElement || activeElement.matches('.more'))) first?.focus();
    this.#from = undefined;
  }

  /** What came while the list was there. Within a step, that says what one did oneself. */
  #say(): void {
    const session = this.#host.session();
    const stepId = this.#host.step()?.id;
    const [newest] = this.#pages.items;
    if (!session?.run || stepId === undefined) return;
    const before = this.#newest;
    this.#newest = { stepId, id: newest?.id };
    if (!newest || before?.stepId !== stepId || before.id === newest.id || this.#pages.doing === 'loading')
      return;
    const texts = this.#words;
    const mine = newest.by === session.person;
    if (mine && this.#host.element.getRootNode() !== document) return;
    const name = clip(personName(session.run, newest.by));
    this.#voice.textContent = mine
      ? texts.added
      : isFor(newest, session.person)
        ? texts.addedForYou(name)
        : texts.addedBy(name);
  }
}
