/** The runs of a batch, each with how far it is and with what was not done there. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { RunSummary } from '../../adapters/adapter.js';
import { refusal as refusalWords } from '../../messages/en/refusal.js';
import type { batch } from '../../messages/en/batch.js';
import { status as statusWords } from '../../messages/en/status.js';
import { clip } from '../../messages/phrases.js';
import { localeOf, words } from '../../messages/registry.js';
import { personName, type Id } from '../../domain/run.js';
import type { RunSession } from '../../session.js';
import { close, glyph, warning } from '../../styles/glyphs.js';
import { namer } from '../names.js';
import { statusPill } from '../status-pill.js';
import type { NotDone, Outcomes } from './outcomes.js';

export interface Shown {
  element: HTMLElement;
  session: RunSession;
  outcomes: Outcomes;
  words: typeof batch;
}

/** More than that are shown when somebody asks. */
const enough = 12;
const inOrder = new Intl.Collator(undefined, { numeric: true });

/** The other runs of the batch, as far as the backend lists them. */
export function othersOf({ session, outcomes }: Shown): readonly RunSummary[] | undefined {
  const { id, batch: own } = session.run!;
  return outcomes.runs
    ?.filter((one) => own !== undefined && one.batch?.id === own.id && one.id !== id)
    .sort((a, b) => inOrder.compare(a.number, b.number));
}

export const numberOf = ({ outcomes }: Shown, runId: Id): string =>
  clip(outcomes.runs?.find(({ id }) => id === runId)?.number ?? runId);

export function list(shown: Shown, whole: boolean, all: () => void): TemplateResult | typeof nothing {
  const { words: say, outcomes, session } = shown;
  const others = othersOf(shown);
  const isListed = (runId: Id): boolean => others?.some(({ id }) => id === runId) ?? false;
  const elsewhere = outcomes.notDone.filter(({ runId }) => !isListed(runId));
  // What was not done somewhere is never among those that are left out.
  const seen = others?.filter(
    ({ id }, at) => whole || at < enough || outcomes.notDone.some(({ runId }) => runId === id),
  );
  const left = (others?.length ?? 0) - (seen?.length ?? 0);
  return html`${notDone(shown, elsewhere)}
  ${
    seen && seen.length > 0
      ? html`<ul class="runs" part="runs" aria-label=${say.runs}>
          ${repeat(
            seen,
            ({ id }) => id,
            (one) => row(shown, one),
          )}
        </ul>`
      : nothing
  }
  ${left > 0 ? html`<button type="button" class="quiet more" @click=${all}>${say.more(left)}</button>` : nothing}
  ${session.run!.batch ? untold(shown) : nothing}`;
}

function untold({ words: say, session, outcomes }: Shown): unknown {
  if (!session.adapter.listRuns) return html`<p class="hint">${say.unlisted}</p>`;
  return outcomes.failed && !outcomes.runs
    ? html`<div class="notice bad refused">
        ${glyph(warning)} <span>${say.notRead}</span>
        <button type="button" @click=${() => outcomes.read(true)}>${say.retry}</button>
      </div>`
    : nothing;
}

function row(shown: Shown, one: RunSummary): TemplateResult {
  const { element, words: say, outcomes } = shown;
  const { number, title, unit, status, stepsComplete, stepsTotal } = one;
  const work = words(element, 'status', statusWords).work;
  return html`<li class="run" part="run">
    <div class="about">
      <span class="name">${say.run(clip(number))}${unit ? html` · <bdi>${clip(unit)}</bdi>` : nothing}</span>
      <span class="hint"><bdi>${clip(title)}</bdi> · <bdi>${say.steps(stepsComplete, stepsTotal)}</bdi></span>
    </div>
    ${statusPill(status, work(status))}
    ${notDone(
      shown,
      outcomes.notDone.filter(({ runId }) => runId === one.id),
    )}
  </li>`;
}

/** One of those who show it says it, and only what was not done: what was done needs no words. */
export function notDone(shown: Shown, those: readonly NotDone[]): TemplateResult {
  const { element, outcomes } = shown;
  const live = outcomes.speaker === element;
  return html`<ul class="told" role="list" aria-live=${live ? 'polite' : nothing}>
    ${repeat(
      those,
      ({ key }) => key,
      (one) => told(shown, one),
    )}
  </ul>`;
}

function told(shown: Shown, { key, runId, request, refusal }: NotDone): TemplateResult {
  const { element, session, words: say, outcomes } = shown;
  const run = session.run!;
  const name = namer(session);
  const { what, why, next } = words(element, 'refusal', refusalWords).say(refusal, {
    name: request.stepId === undefined ? clip(run.title) : name(request.stepId),
    command: request.type,
    locale: localeOf(element),
    nameOf: name,
    personName: (id) => personName(run, id),
  });
  const number = numberOf(shown, runId);
  // What becomes of one that stands there already is said with its run.
  return html`<li class="notice warn refused" part="refused" aria-atomic="true">
    ${glyph(warning)}
    <span><b>${say.notDone(number)}</b> ${what} ${why} ${next}</span>
    <button
      type="button"
      class="icon quiet dismiss"
      aria-label=${say.dismissOf(number)}
      title=${say.dismiss}
      @click=${() => outcomes.dismiss(key)}
    >
      ${glyph(close)}
    </button>
  </li>`;
}
