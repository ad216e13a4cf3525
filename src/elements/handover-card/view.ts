/** What handover-card draws: how many of each, four lists, who is there, and the newest comments. */
import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { handover, type Handover } from '../../domain/handover.js';
import { stepsInside } from '../../domain/lifecycle.js';
import { findStep, type Id, type Instant, type Run } from '../../domain/run.js';
import { handover as handoverWords } from '../../messages/en/handover.js';
import { life as lifeWords } from '../../messages/en/life.js';
import { session as sessionWords } from '../../messages/en/session.js';
import { formatNumber } from '../../messages/format.js';
import { clip } from '../../messages/phrases.js';
import { localeOf, words } from '../../messages/registry.js';
import type { RunSession } from '../../session.js';
import { buttons } from '../../styles/buttons.js';
import { chevron, failed, file, glyph, ok } from '../../styles/glyphs.js';
import { status } from '../../styles/status.js';
import { tokens } from '../../styles/tokens.js';
import { tones } from '../../styles/tones.js';
import { LocateRequestedEvent } from '../events.js';
import { styles as own } from './handover-card.styles.js';
import { Lines, type Line, type List } from './lines.js';
import { comments, next, type Rest } from './rest.js';
import { asText, copy } from './text.js';

export const styles = [tokens, tones, status, buttons, own];

export interface Host {
  readonly element: ReactiveElement;
  session(): RunSession | undefined;
}

/** So many of a list are read in ten seconds; the others are asked for. */
const listed = 4;
/** So many are there to be printed, and come with a press. */
const drawn = 100;

/** The run and all the steps that it speaks of. */
export function keysOf({ run }: RunSession, stepId: Id | undefined): readonly Id[] {
  if (!run) return [''];
  const steps =
    stepId === undefined
      ? run.steps.map(({ id }) => id)
      : [stepId, ...stepsInside(run, stepId).map(({ id }) => id)];
  return ['', ...steps];
}

export class HandoverView {
  readonly #host: Host;
  /** How many of a list are shown, where somebody has asked for more. */
  readonly #shown = new Map<string, number>();
  #said = '';

  constructor(host: Host) {
    this.#host = host;
  }

  get #element() {
    return this.#host.element;
  }
  get #words() {
    return words(this.#element, 'handover', handoverWords);
  }

  draw(stepId: Id | undefined, since: Instant | undefined): TemplateResult | typeof nothing {
    const session = this.#host.session();
    const run = session?.run;
    if (!session || !run) return nothing;
    if (stepId !== undefined && !findStep(run, stepId))
      return html`<p class="quiet-text">${words(this.#element, 'session', sessionWords).stepNotFound}</p>`;
    const given = handover(run, { stepId, since, blockersOf: ({ id }) => session.blockers(id) });
    const lines = new Lines(this.#element, session, given);
    const texts = this.#words;
    const { lists } = lines;
    const name = stepId === undefined ? `${clip(run.number)} ${clip(run.title)}` : lines.step(stepId);
    const title = texts.of(name);
    const rest: Rest = {
      given,
      lines,
      words: texts,
      person: session.person,
      listed,
      place: (...given) => this.#place(...given),
    };
    return html`<article part="card" aria-labelledby="title">
      <header>
        <div>
          <h3 id="title" part="title">${title}</h3>
          ${given.since === undefined ? nothing : html`<p class="hint">${texts.since(lines.when(given.since))}</p>`}
        </div>
        <button
          type="button"
          class="quiet copy"
          @click=${() => void this.#copy(asText(this.#element, title, given, lines))}
        >
          ${glyph(file)} <span>${this.#said || texts.copy}</span>
        </button>
      </header>
      <div class="visually-hidden" role="status">${this.#said}</div>
      ${this.#ended(run, lines)} ${this.#counts(lists)} ${this.#summary(run, given, stepId)}
      <div class="lists">
        ${lists.map((list) => this.#list(list))} ${next(rest)} ${this.#list(lines.later)}
        ${this.#present(lines.present)} ${comments(rest)}
      </div>
    </article>`;
  }

  #ended({ status: is, ended }: Run, lines: Lines): unknown {
    if (is !== 'failed' && is !== 'canceled') return nothing;
    const texts = words(this.#element, 'life', lifeWords).ended;
    return html`<p class="ended toned bad">
      ${glyph(failed)}
      <span
        ><strong>${texts[is]}${ended ? ':' : ''}</strong> ${ended ? clip(ended.reason) : ''}
        ${ended ? html`<span class="hint">${texts.by(lines.person(ended.by), lines.when(ended.at))}</span>` : nothing}
      </span>
    </p>`;
  }

  /** The ten seconds: a number, a glyph, a word. */
  #counts(lists: readonly List[]): TemplateResult {
    const root = this.#element.shadowRoot!;
    return html`<ul class="counts" part="counts">
      ${lists.map(({ kind, title, glyph: path, tone, count }) => {
        const content = html`<span class="number numbers"
            >${formatNumber(count, localeOf(this.#element))}</span
          >
          <span class="word">${glyph(path)} ${title}</span>`;
        const go = (): void => {
          root.getElementById(kind)?.scrollIntoView({ block: 'nearest' });
          root.getElementById(kind)?.focus();
        };
        return html`<li class=${count > 0 ? tone : ''}>
          ${
            count > 0
              ? html`<button type="button" class="tile" @click=${go}>${content}</button>`
              : html`<div class="tile">${content}</div>`
          }
        </li>`;
      })}
    </ul>`;
  }

  #summary(run: Run, { done, half, waits, doubtful, next }: Handover, stepId: Id | undefined): unknown {
    const texts = this.#words;
    const open = half.length + waits.length + doubtful.length;
    const all = stepId === undefined ? run.steps : [findStep(run, stepId)!];
    if (open + next.length === 0 && all.every(({ status: is }) => is === 'complete'))
      return html`<p class="toned ok summary">${glyph(ok)} ${texts.allDone}</p>`;
    return done.length + half.length === 0 && all.every(({ startedAt }) => startedAt === undefined)
      ? html`<p class="hint summary">${texts.nothing}</p>`
      : nothing;
  }

  #present(list: List): unknown {
    if (list.count > 0) return this.#list(list);
    return html`<section part="list" aria-labelledby="present">
      <h4 id="present">${list.title}</h4>
      <p class="hint">${this.#words.nobody}</p>
    </section>`;
  }

  #list({ kind, title, glyph: path, tone, count, lines }: List): unknown {
    if (count === 0) return nothing;
    const shown = this.#shown.get(kind) ?? listed;
    const folded = count > shown + 1;
    return html`<section part="list" class=${tone} aria-labelledby=${kind}>
      <h4 id=${kind} tabindex="-1">
        ${glyph(path)} ${title} <span class="numbers">${formatNumber(count, localeOf(this.#element))}</span>
      </h4>
      <ul>
        ${lines(folded ? Math.max(shown, drawn) : count).map(
          (line, index) =>
            html`<li class=${folded && index >= shown ? 'folded' : ''}>${this.#line(line)}</li>`,
        )}
      </ul>
      ${
        folded
          ? html`<button type="button" class="quiet more" @click=${() => void this.#unfold(kind, shown)}>
              ${glyph(chevron)} ${this.#words.more(count - shown)}
            </button>`
          : nothing
      }
    </section>`;
  }

  #line({ stepId, targetId, glyph: path, tone, what, detail }: Line): TemplateResult {
    return this.#place(
      stepId,
      targetId,
      html`<span class="sign ${tone}">${glyph(path)}</span>
        <span class="words"
          ><span class="what">${what}</span
          >${detail ? html`<span class="hint">${detail}</span>` : nothing}</span
        >`,
    );
  }

  /** What leads nowhere, since it speaks of the run as a whole, is no button. */
  #place(stepId: Id, targetId: Id, content: TemplateResult): TemplateResult {
    return targetId === ''
      ? html`<div class="line" part="line">${content}</div>`
      : html`<button type="button" class="quiet line" part="line" @click=${() => this.#go(stepId, targetId)}>
          ${content}
        </button>`;
  }

  #go(stepId: Id, targetId: Id): void {
    if (this.#host.session()?.reveal(targetId)) return;
    this.#element.dispatchEvent(new LocateRequestedEvent(stepId, targetId));
  }

  async #unfold(kind: string, shown: number): Promise<void> {
    this.#shown.set(kind, shown + drawn);
    this.#element.requestUpdate();
    await this.#element.updateComplete;
    const section = this.#element.shadowRoot!.getElementById(kind)?.parentElement;
    section?.querySelectorAll<HTMLElement>('.line')[shown]?.focus();
  }

  async #copy(text: string): Promise<void> {
    const texts = this.#words;
    this.#said = (await copy(text)) ? texts.copied : texts.notCopied;
    this.#element.requestUpdate();
    setTimeout(() => {
      this.#said = '';
      this.#element.requestUpdate();
    }, 4000);
  }
}
