/** One issue: its number, title and status at a glance; opened, what it concerns and what can be done. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ReworkWay } from '../../domain/rework.js';
import { personName, type Id, type Issue } from '../../domain/run.js';
import { issue as issueWords } from '../../messages/en/issue.js';
import { status as statusWords } from '../../messages/en/status.js';
import { formatInstant } from '../../messages/format.js';
import { clip } from '../../messages/phrases.js';
import { localeOf, words } from '../../messages/registry.js';
import type { RunSession } from '../../session.js';
import {
  chevron,
  complete,
  glyph,
  inProgress,
  inReview,
  issue as flag,
  pending,
  unknown,
  warning,
} from '../../styles/glyphs.js';
import { explainLater } from '../explain-later.js';
import { actsFor, type Act } from './acts.js';
import { offersFor, type Offer } from './offers.js';
import { placeOf, stepName, type Place } from './places.js';

/** What one is drawn from. */
export interface Row {
  element: Element & { requestUpdate(): void };
  session: RunSession;
  /** The step whose list it is. */
  stepId: Id | undefined;
  opened: boolean;
  toggled: (issue: Issue, open: boolean) => void;
  act: (act: Act, issue: Issue) => void;
  follow: (offer: Offer, way: ReworkWay | undefined, issue: Issue) => void;
  go: (place: Place) => void;
  retry: (issue: Issue) => void;
}

/** Where what is done with one at a press is entered. */
export const rowKey = ({ id }: Issue): Id => `issue:${id}`;

const looks: Readonly<Record<Issue['status'], readonly [tone: string, shape: string]>> = {
  pending: ['warn', flag],
  'in-progress': ['info', inProgress],
  'in-review': ['info', inReview],
  resolved: ['ok', complete],
  unknown: ['', unknown],
};

/** How many links are shown of one that concerns very much. */
const linksShown = 8;

/** The disposition in words: as the organization calls it, else as everybody does. */
export function dispositionName(element: Element, session: RunSession, value: string): string {
  const own = session.run!.policy.dispositions.find((one) => one.value === value)?.label;
  return clip(own ?? words(element, 'issue', issueWords).disposition(value));
}

export function issueRow(row: Row, issue: Issue, at: number): TemplateResult {
  const { element, session, opened } = row;
  const say = words(element, 'issue', issueWords);
  const [tone, shape] = looks[issue.status];
  const { disposition } = issue;
  return html`<li class="issue" part="issue" data-key=${issue.id}>
    <details
      ?open=${opened}
      @toggle=${({ target }: Event) => row.toggled(issue, (target as HTMLDetailsElement).open)}
    >
      <summary part="summary">
        <span class="what" id="issue-${at}"
          ><span class="hint numbers">${clip(issue.number)}</span>
          <span class="name">${clip(issue.title)}</span></span
        >
        ${glyph(chevron)}
        <span class="marks">
          <span class="badge ${tone}" part="status"
            >${glyph(shape)}
            ${words(element, 'status', statusWords).issue(issue.status, issue.reported)}</span
          >
          ${
            disposition === undefined
              ? nothing
              : html`<span class="badge" part="disposition"
                  >${dispositionName(element, session, disposition)}</span
                >`
          }
        </span>
      </summary>
      ${opened ? body() : nothing}
    </details>
  </li>`;

  function body(): TemplateResult {
    const run = session.run!;
    const who = personName(run, issue.by);
    return html`<div class="body">
      ${concerns()}
      <p class="hint">${say.openedBy(who, formatInstant(issue.at, localeOf(element), run.zone))}</p>
      ${issue.status === 'unknown' ? html`<p class="hint">${say.unknownStatus}</p>` : nothing}
      ${offersFor(session, issue).map(offer)} ${acts()} ${problem()}
    </div>`;
  }

  function concerns(): TemplateResult | typeof nothing {
    // In the list of a step it goes without saying that it concerns the step.
    const others = issue.links.filter((id) => id !== row.stepId);
    if (others.length === 0) return nothing;
    return html`<div class="concerns">
      <span class="hint" id="concerns-${at}">${say.concerns}</span>
      <ul aria-labelledby="concerns-${at}">
        ${others.slice(0, linksShown).map((id) => html`<li>${link(id)}</li>`)}
        ${
          others.length > linksShown
            ? html`<li class="hint">${say.more(others.length - linksShown)}</li>`
            : nothing
        }
      </ul>
    </div>`;
  }

  function link(id: Id): TemplateResult {
    const place = placeOf(session, id);
    if (!place) return html`<span class="hint">${say.elsewhere(clip(id))}</span>`;
    return html`<button type="button" class="quiet" @click=${() => row.go(place)}>
      <span
        >${clip(place.name)}${
          place.within && place.stepId !== row.stepId
            ? html` <small class="hint">${clip(place.within)}</small>`
            : nothing
        }</span
      >
    </button>`;
  }

  function acts(): TemplateResult | typeof nothing {
    const all = actsFor(session, row.stepId, issue);
    if (all.length === 0) return nothing;
    const busy = session.ongoing.peek('entry', rowKey(issue))?.value === 'saving';
    const needs = all.find((one) => one.needs)?.needs;
    return html`<div class="actions" part="actions">
        ${all.map(
          ({ act, label, next, needs: missing }) =>
            html`<button
              type="button"
              class=${next ? 'next' : missing ? '' : 'quiet'}
              aria-label=${say.of(busy && next ? say.saving : say[label], issue.number)}
              aria-disabled=${missing || (busy && next) ? 'true' : nothing}
              aria-describedby=${missing ? `needs-${at}` : nothing}
              aria-busy=${busy && next ? 'true' : nothing}
              @click=${() => !missing && !busy && row.act(act, issue)}
            >
              ${busy && next ? html`${glyph(pending)} ${say.saving}` : say[label]}
            </button>`,
        )}
      </div>
      ${needs ? html`<p class="hint" id="needs-${at}">${say[needs]}</p>` : nothing}`;
  }

  function offer(one: Offer): TemplateResult {
    const run = session.run!;
    const failing = one === 'fail-run';
    const text = failing ? say.scrapOffer : say.reworkOffer(clip(stepName(run, one.step)));
    return html`<div class="offer" part="offer">
      <p>${text}</p>
      <div class="actions">
        ${
          failing
            ? html`<button type="button" class="danger" @click=${() => row.follow(one, undefined, issue)}>
                ${say.failRun}
              </button>`
            : one.ways.map(
                (way) =>
                  html`<button type="button" @click=${() => row.follow(one, way, issue)}>
                    ${way === 'reopen' ? say.reopenStep : say.duplicateStep}
                  </button>`,
              )
        }
      </div>
    </div>`;
  }

  /** Why what was pressed was not done, and what to do. */
  function problem(): TemplateResult | typeof nothing {
    const entry = session.ongoing.peek('entry', rowKey(issue));
    if (!entry || (!entry.context.refusal && !entry.context.fault)) return nothing;
    const redraw = (): void => element.requestUpdate();
    const told = explainLater(redraw, element, session.run!, issue.number, entry.context);
    return html`<div class="notice bad" role="alert" part="problem">
      ${glyph(warning)}
      <div>
        <p>${told ? `${told.what} ${told.why} ${told.next}` : nothing}</p>
        <div class="actions">
          ${
            entry.value === 'failed'
              ? html`<button type="button" @click=${() => row.retry(issue)}>${say.retry}</button>`
              : nothing
          }
          <button
            type="button"
            class="quiet"
            @click=${() => session.entry(rowKey(issue)).send({ type: 'DISCARD' })}
          >
            ${say.dismiss}
          </button>
        </div>
      </div>
    </div>`;
  }
}
