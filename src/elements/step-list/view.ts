/** What step-list draws and does: the counts above, the filters, the rows. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Id, Person } from '../../domain/run.js';
import { session as sessionWords } from '../../messages/en/session.js';
import { status as statusWords } from '../../messages/en/status.js';
import { steps as stepsWords } from '../../messages/en/steps.js';
import { localeOf, words } from '../../messages/registry.js';
import type { RunSession } from '../../session.js';
import { buttons } from '../../styles/buttons.js';
import { choices } from '../../styles/choices.js';
import { failed, glyph, hold, issue, redline, sign } from '../../styles/glyphs.js';
import { inputs } from '../../styles/inputs.js';
import { status } from '../../styles/status.js';
import { tokens } from '../../styles/tokens.js';
import { tones } from '../../styles/tones.js';
import { LocateRequestedEvent } from '../events.js';
import { holdReason } from '../hold-reason.js';
import { concerns, concernsOf, factsOf, isNamed, isWhose } from './facts.js';
import type { Concern, StepFacts, Whose } from './facts.js';
import { RowKeys } from './keys.js';
import { row } from './row.js';
import type { StepList } from './step-list.js';
import { styles as own } from './step-list.styles.js';

export const styles = [tokens, tones, status, buttons, inputs, choices, own];

const marks: Readonly<Record<Concern, string>> = { failed, hold, redline, stale: sign, issue };
/** From this many steps on one is looked for. */
const many = 8;

/** What shows a step: a `run-step`. */
interface Showing extends HTMLElement {
  goTo?: (stepId: Id) => void;
}

/** The element around it. */
export interface Host {
  readonly element: StepList;
  session(): RunSession | undefined;
}

export class ListView {
  readonly #host: Host;
  readonly #keys: RowKeys;
  #whose: Whose = 'all';
  /** What the page asked for last; what a person chooses since comes before it. */
  #asked: string | undefined;
  #concern: Concern | undefined;
  #text = '';
  #facts: readonly StepFacts[] = [];
  #listed: readonly StepFacts[] = [];
  /** The row that Tab leads to, where a person has been. */
  #entry: Id | undefined;
  #focused: Element | null = null;
  #focusedAt = -1;
  /** The current row that was scrolled to. */
  #seen: Id | undefined;
  #people: readonly Person[] = [];
  #names = new Map<Id, string>();
  #followed: { run: object | undefined; keys: readonly Id[] } = { run: undefined, keys: [''] };

  constructor(host: Host) {
    this.#host = host;
    this.#keys = new RowKeys(
      () => this.#listed.map(({ step: { id, title }, number }) => ({ id, title, number })),
      (id) => this.#toRow(id),
    );
  }

  /** Every step, and the run. The same list as long as the same steps are there. */
  get followed(): readonly Id[] {
    const session = this.#host.session();
    const run = session?.structure;
    if (run !== this.#followed.run)
      this.#followed = { run, keys: ['', ...(session?.run?.steps.map(({ id }) => id) ?? [])] };
    return this.#followed.keys;
  }

  get #root(): ShadowRoot {
    return this.#host.element.shadowRoot!;
  }

  get #current(): Id | undefined {
    return this.#host.element.stepId ?? this.#host.session()?.activeStep?.id;
  }

  /** To be called before each drawing: finds out what is to be listed. */
  prepare(): void {
    const { element } = this.#host;
    const session = this.#host.session();
    if (element.show !== this.#asked) {
      this.#asked = element.show;
      this.#whose = element.show === 'now' || element.show === 'mine' ? element.show : 'all';
    }
    this.#focused = this.#root.activeElement;
    const { id } = (this.#focused as HTMLElement | null)?.dataset ?? {};
    this.#focusedAt = id === undefined ? -1 : this.#listed.findIndex(({ step }) => step.id === id);
    if (!session?.run) {
      this.#facts = this.#listed = [];
      return;
    }
    if (session.run.people !== this.#people) {
      this.#people = session.run.people;
      this.#names = new Map(this.#people.map((one) => [one.id, one.name]));
    }
    this.#facts = factsOf(session);
    const locale = localeOf(element);
    this.#listed = this.#isFiltered
      ? this.#facts.filter(
          (facts) =>
            (this.#concern === undefined || concernsOf(facts).includes(this.#concern)) &&
            isNamed(facts, this.#text, locale) &&
            isWhose(session, facts, this.#whose),
        )
      : this.#facts;
  }

  get #isFiltered(): boolean {
    return this.#whose !== 'all' || this.#concern !== undefined || this.#text.trim() !== '';
  }

  /** To be called after each drawing. */
  drawn(): void {
    const focused = this.#focused;
    this.#focused = null;
    if (focused && !focused.isConnected && !this.#root.activeElement) {
      const next = this.#listed[Math.min(Math.max(this.#focusedAt, 0), this.#listed.length - 1)];
      if (next) this.#toRow(next.step.id);
      else this.#root.querySelector<HTMLElement>('input, button')?.focus();
    }
    this.#scrollToCurrent();
  }

  /** In a list that scrolls by itself the step on screen is seen; the page is never moved. */
  #scrollToCurrent(): void {
    const current = this.#current;
    if (current === this.#seen) return;
    const rows = this.#root.querySelector('.rows');
    const at = rows && this.#rowOf(current);
    if (!rows || !at) return;
    this.#seen = current;
    if (rows.scrollHeight <= rows.clientHeight) return;
    const [box, of] = [at.getBoundingClientRect(), rows.getBoundingClientRect()];
    if (box.top < of.top || box.bottom > of.bottom)
      rows.scrollTop += box.top - of.top - (of.height - box.height) / 2;
  }

  focus(options?: FocusOptions): void {
    const entry = this.#entryId;
    (this.#rowOf(entry) ?? this.#root.querySelector<HTMLElement>('input, button'))?.focus(options);
  }

  #rowOf(id: Id | undefined): HTMLElement | null {
    return id === undefined
      ? null
      : this.#root.querySelector<HTMLElement>(`.step[data-id="${CSS.escape(id)}"]`);
  }

  get #entryId(): Id | undefined {
    const has = (id: Id | undefined): boolean => this.#listed.some(({ step }) => step.id === id);
    const current = this.#current;
    return has(this.#entry) ? this.#entry : has(current) ? current : this.#listed[0]?.step.id;
  }

  #toRow(id: Id): void {
    this.#entry = id;
    this.#rowOf(id)?.focus();
    this.#redraw();
  }

  #redraw(): void {
    this.#host.element.requestUpdate();
  }

  #choose(id: Id): void {
    const { element } = this.#host;
    this.#entry = id;
    const root = element.getRootNode() as Document | ShadowRoot;
    const named = element.for ? root.querySelector<Showing>(`#${CSS.escape(element.for)}`) : null;
    named?.goTo?.(id);
    element.dispatchEvent(new LocateRequestedEvent(id, id));
    this.#redraw();
  }

  #filter(change: { whose?: Whose; concern?: Concern | undefined; text?: string }): void {
    if (change.whose) this.#whose = change.whose;
    if ('concern' in change) this.#concern = change.concern;
    if (change.text !== undefined) this.#text = change.text;
    this.#redraw();
  }

  // Showing -------------------------------------------------------------------------------------------------

  draw(): TemplateResult {
    const { element } = this.#host;
    const session = this.#host.session();
    const say = words(element, 'session', sessionWords);
    if (!session?.run) {
      const text = session ? (session.status === 'failed' ? '' : say.loading) : say.noRun;
      return html`<p class="empty" part="empty">${text}</p>`;
    }
    const texts = words(element, 'steps', stepsWords);
    const all = this.#facts;
    return html`<nav aria-labelledby="title">
      <header>
        <h2 class="heading" id="title" part="title">${texts.title}</h2>
        ${all.length > 0 ? this.#summary(texts) : nothing} ${this.#attention(texts)}
        ${all.length > 1 ? this.#filters(texts) : nothing}
      </header>
      <p class="visually-hidden" role="status">
        ${this.#isFiltered ? texts.found(this.#listed.length, all.length) : ''}
      </p>
      ${this.#listed.length > 0 ? this.#rows(session, texts) : this.#empty(texts)}
    </nav>`;
  }

  #summary(texts: typeof stepsWords): TemplateResult {
    const counted = this.#facts.filter(({ step }) => step.status !== 'canceled');
    const done = counted.filter(({ step }) => step.status === 'complete').length;
    return html`<p class="summary numbers" part="summary" id="summary">
        ${texts.complete(done, counted.length)}
      </p>
      <progress class="whole" max=${counted.length || 1} value=${done} aria-labelledby="summary"></progress>`;
  }

  /** What is wrong, counted: a press shows those alone, another one all again. */
  #attention(texts: typeof stepsWords): TemplateResult | typeof nothing {
    const found = concerns
      .map((concern) => ({
        concern,
        count: this.#facts.filter((facts) => concernsOf(facts).includes(concern)).length,
      }))
      .filter(({ concern, count }) => count > 0 || concern === this.#concern);
    if (found.length === 0) return nothing;
    return html`<div class="attention" part="attention" role="group" aria-label=${texts.attention}>
      ${found.map(
        ({ concern, count }) =>
          html`<button
            type="button"
            class="concern ${concern}"
            aria-pressed=${String(concern === this.#concern) as 'true' | 'false'}
            @click=${() => this.#filter({ concern: concern === this.#concern ? undefined : concern })}
          >
            <span class="mark">${glyph(marks[concern])}</span> <span>${texts[concern](count)}</span>
          </button>`,
      )}
    </div>`;
  }

  #filters(texts: typeof stepsWords): TemplateResult {
    return html`<div class="filters" part="filters">
      <div class="segments" role="radiogroup" aria-label=${texts.show}>
        ${(['now', 'mine', 'all'] as const).map(
          (whose) =>
            html`<label
              ><input
                type="radio"
                name="whose"
                .checked=${whose === this.#whose}
                @change=${() => this.#filter({ whose })}
              />${texts[whose]}</label
            >`,
        )}
      </div>
      ${
        this.#facts.length >= many
          ? html`<input
              type="search"
              autocomplete="off"
              aria-label=${texts.find}
              placeholder=${texts.findHint}
              .value=${this.#text}
              @input=${(event: Event) => this.#filter({ text: (event.target as HTMLInputElement).value })}
              @keydown=${(event: KeyboardEvent) => this.#fromSearch(event)}
            />`
          : nothing
      }
    </div>`;
  }

  /** From the field down into the list; Enter goes to the first that was found. */
  #fromSearch(event: KeyboardEvent): void {
    const first = this.#listed[0];
    if (event.defaultPrevented || event.isComposing || !first) return;
    if (event.key === 'ArrowDown') this.#toRow(first.step.id);
    else if (event.key === 'Enter') this.#choose(first.step.id);
    else return;
    event.preventDefault();
  }

  #rows(session: RunSession, texts: typeof stepsWords): TemplateResult {
    const { element } = this.#host;
    const given = {
      words: texts,
      statuses: words(element, 'status', statusWords),
      why: (reason: string) => holdReason(element, session.run!, reason),
      me: session.person,
      nameOf: (id: Id) => this.#names.get(id) ?? id,
      current: this.#current,
      entry: this.#entryId,
      nested: !this.#isFiltered,
      choose: (id: Id) => this.#choose(id),
    };
    return html`<ol
      class="rows ${this.#listed.length > many ? 'many' : ''}"
      part="rows"
      role="list"
      @keydown=${(event: KeyboardEvent) => {
        const { id } = (event.target as HTMLElement).dataset;
        if (id !== undefined) this.#keys.hear(event, id);
      }}
    >
      ${repeat(
        this.#listed,
        ({ step }) => step.id,
        (facts) => row(given, facts),
      )}
    </ol>`;
  }

  #empty(texts: typeof stepsWords): TemplateResult {
    if (this.#facts.length === 0) return html`<p class="empty" part="empty">${texts.none}</p>`;
    return html`<div class="empty" part="empty">
      <p>${texts.noneFound}</p>
      <button type="button" @click=${() => this.#filter({ whose: 'all', concern: undefined, text: '' })}>
        ${texts.showAll}
      </button>
    </div>`;
  }
}
