/** One redline: who proposed it, why, what it changes, how it was decided, and what can be done about it. */
import { html, nothing, type TemplateResult } from 'lit';
import { personName, type Id, type Instant, type Redline } from '../../domain/run.js';
import { field as fieldWords } from '../../messages/en/field.js';
import { redline as redlineWords } from '../../messages/en/redline.js';
import { status as statusWords } from '../../messages/en/status.js';
import { formatInstant } from '../../messages/format.js';
import { clip } from '../../messages/phrases.js';
import { localeOf, words } from '../../messages/registry.js';
import {
  canceled,
  chevron,
  close,
  glyph,
  info,
  issue as flag,
  ok,
  redline as pencil,
  unknown,
} from '../../styles/glyphs.js';
import { difference } from './difference.js';
import { doings, isUndecidable, type Doing } from './decisions.js';
import { Teller } from './told.js';
import type { Shown } from './view.js';

const looks = {
  open: { path: pencil, tone: 'redline' },
  accepted: { path: ok, tone: 'ok' },
  rejected: { path: close, tone: 'bad' },
  canceled: { path: canceled, tone: '' },
  unknown: { path: unknown, tone: 'warn' },
} as const;

/** That still keeps its step still. */
export const isStanding = ({ status, closed }: Redline): boolean => !closed && status !== 'canceled';

export function standing(shown: Shown, one: Redline): TemplateResult {
  return html`<article
    class="one standing redline status-edge"
    part="redline"
    data-key=${one.id}
    aria-labelledby="title-${one.id}"
  >
    ${head(shown, one)}
    ${
      // In the list of a run each leads to its step, where it is read and decided; here that is unfolded.
      shown.stepId === undefined ? folded(shown, one, matter) : matter(shown, one)
    }
  </article>`;
}

/** What it changes, and what can be done about it. */
function matter(shown: Shown, one: Redline): unknown {
  const { element, session } = shown;
  const texts = words(element, 'redline', redlineWords);
  const may = doings(session, one);
  return html`${isUndecidable(one) ? html`<p class="hint">${texts.notKnown}</p>` : nothing}
    ${differenceOf(shown, one)}
    <div class="next">
      ${
        may.length === 0
          ? html`<p class="hint">
              ${one.status === 'open' ? texts.waitsForDecision : texts.waitsForClosing}
            </p>`
          : html`<div class="actions">
              ${may.map(
                (doing, at) =>
                  html`<button
                    type="button"
                    class=${lookOf(doing, at === 0)}
                    data-do=${doing}
                    @click=${() => shown.decide(doing, one)}
                  >
                    ${glyphOf(doing)} ${texts[doing]}
                  </button>`,
              )}
            </div>`
      }
    </div>`;
}

/** To take something back is nobody's primary action. */
const lookOf = (doing: Doing, isFirst: boolean): string =>
  doing === 'cancel' ? (isFirst ? '' : 'quiet') : isFirst && doing !== 'reject' ? 'primary' : '';

const glyphOf = (doing: Doing): TemplateResult | typeof nothing =>
  doing === 'approve' ? glyph(ok) : doing === 'reject' ? glyph(close) : nothing;

/** One that is over. */
export const closedOne = (shown: Shown, one: Redline): TemplateResult =>
  html`<li class="one" part="redline" data-key=${one.id}>
    ${head(shown, one)} ${folded(shown, one, differenceOf)}
  </li>`;

function folded(
  shown: Shown,
  one: Redline,
  content: (shown: Shown, one: Redline) => unknown,
): TemplateResult {
  const open = shown.opened.has(one.id);
  return html`<details
    ?open=${open}
    @toggle=${(event: Event) => shown.toggle(one.id, (event.target as HTMLDetailsElement).open)}
  >
    <summary>${glyph(chevron)} ${words(shown.element, 'redline', redlineWords).show}</summary>
    ${open ? content(shown, one) : nothing}
  </details>`;
}

const differenceOf = ({ element, session, opened, toggle }: Shown, redline: Redline): TemplateResult => {
  const key = `whole:${redline.id}`;
  return difference({
    element,
    run: session.run!,
    redline,
    whole: opened.has(key),
    showWhole: () => toggle(key, true),
  });
};

function head(shown: Shown, one: Redline): TemplateResult {
  const { element, session, stepId } = shown;
  const run = session.run!;
  const texts = words(element, 'redline', redlineWords);
  const { path, tone } = looks[one.status];
  const word = words(element, 'status', statusWords).redline(one.status, one.reported);
  const issue = run.issues.find(({ id }) => id === one.issueId);
  const who = (id: Id): string => personName(run, id);
  const when = (at: Instant): string => formatInstant(at, localeOf(element), run.zone);
  const { by, at, decided, closed } = one;
  return html`<header>
    ${
      stepId === undefined
        ? html`<button type="button" class="quiet step" @click=${() => shown.goTo(one.stepId)}>
            ${new Teller(element, run).step(one.stepId)}
          </button>`
        : nothing
    }
    <div class="head">
      <h4 class="heading" id="title-${one.id}" tabindex="-1">${clip(one.title) || texts.title}</h4>
      <span class="badge ${tone}">${glyph(path)} ${word}</span>
    </div>
    <ul class="facts">
      ${by !== undefined && at !== undefined ? html`<li>${texts.proposedBy(who(by), when(at))}</li>` : nothing}
      ${issue ? html`<li>${glyph(flag)} ${texts.forIssue(issue.number, clip(issue.title))}</li>` : nothing}
      ${
        decided
          ? html`<li>
              ${texts.decidedBy(one.status, who(decided.by), when(decided.at))}${
                closed ? nothing : html` · ${texts.notClosed}`
              }
            </li>`
          : nothing
      }
      ${
        closed
          ? html`<li>
              ${(one.status === 'canceled' ? texts.canceledBy : texts.closedBy)(who(closed.by), when(closed.at))}
            </li>`
          : nothing
      }
    </ul>
    ${decided?.comment ? html`<blockquote>${decided.comment}</blockquote>` : nothing}
    ${
      one.status === 'unknown'
        ? html`<p class="hint">
            ${glyph(info)} ${words(element, 'field', fieldWords).unknownType(one.reported ?? one.status)}
          </p>`
        : nothing
    }
  </header>`;
}
