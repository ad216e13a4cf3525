/** The review of a run: everything a lead reads before completing it. Loaded when one is opened. */
import { html, nothing, type TemplateResult } from 'lit';
import type { StateValue } from 'xstate';
import type { Blocker, Warning } from '../../domain/command.js';
import { runWarnings, warningKey } from '../../domain/completion.js';
import type { Id, Run } from '../../domain/run.js';
import type { ReviewContext } from '../../machines/review.js';
import { review as reviewWords } from '../../messages/en/review.js';
import { words } from '../../messages/registry.js';
import { choices } from '../../styles/choices.js';
import { blocked, glyph, ok, pending, warning as warningGlyph } from '../../styles/glyphs.js';
import { inputs } from '../../styles/inputs.js';
import { explain } from '../explain.js';
import { counts } from './counts.js';
import { endMenu } from './ending.js';
import { styles as reviewStyles } from './review.styles.js';
import { deviations } from './deviations.js';
import { done, hindrance, reason, type Desk, type Hindrance } from './view.js';
import { reasons } from './reasons.js';
import { warningList } from './warning-list.js';

export const styles = [choices, inputs, reviewStyles];

interface ReviewView extends Desk, Hindrance {
  /** Of the machine. */
  state: StateValue;
  context: ReviewContext | undefined;
}

const warningsOf = new WeakMap<Run, readonly Warning[]>();

/** The warnings of the run as it is here, and those that only the backend knew of when it refused. */
function allWarnings(run: Run, context: ReviewContext | undefined): readonly Warning[] {
  let own = warningsOf.get(run);
  if (!own) warningsOf.set(run, (own = runWarnings(run)));
  const more = context?.refusal?.detail?.warnings;
  if (!more) return own;
  return [...new Map([...own, ...more].map((one) => [warningKey(one), one])).values()];
}

const gateFields = new WeakMap<Element, Map<Id, HTMLElement>>();

/** The sign-offs of the run itself; made once, so that what is typed into one stays. */
function gates({ host, session, run, tag }: ReviewView): readonly HTMLElement[] {
  const known = gateFields.get(host) ?? new Map<Id, HTMLElement>();
  gateFields.set(host, known);
  return run.gates.map(({ id }) => {
    const field = known.get(id) ?? document.createElement(tag('signoff-field'));
    known.set(id, field);
    return Object.assign(field, { session, fieldId: id });
  });
}

export function review(desk: Desk): TemplateResult {
  const snapshot = desk.session.ongoing.peek('review', '');
  const view = {
    ...desk,
    ...hindrance(desk),
    state: snapshot?.value ?? 'closed',
    context: snapshot?.context,
  };
  const { host, run, inline, state, context, cancel } = view;
  const say = words(host, 'review', reviewWords);
  if (state === 'done') {
    return html`<div class="stack" part="review">
      ${
        run.status === 'complete'
          ? done(view, !view.inline)
          : html`<div class="notice info done" tabindex="-1">
              ${glyph(pending)}
              <p class="heading" id="title">${say.queued}</p>
            </div>`
      }
      <div class="actions">
        <button type="button" @click=${cancel}>${say.close}</button>
      </div>
    </div>`;
  }
  const warnings = allWarnings(run, context);
  // What this session sees is newer than what the backend answered; what only the backend saw counts until then.
  const blockers =
    view.blockers.length > 0 || state !== 'refused' ? view.blockers : (context?.refusal?.blockers ?? []);
  const signoffs = gates(view);
  return html`<div class="stack review" part="review">
    <header>
      <h2 class="heading" id="title" tabindex="-1" ?autofocus=${!inline}>${say.title}</h2>
      <p class="hint"><span class="numbers">${run.number}</span> ${run.title}</p>
    </header>
    ${counts(host, run)} ${standing(view, blockers, warnings)}
    ${
      warnings.length > 0
        ? warningList({
            ...view,
            warnings,
            acknowledged: context?.acknowledged ?? [],
            locked: state === 'confirming' || state === 'failed',
            acknowledge: (keys) => view.begin().send({ type: 'ACKNOWLEDGE', keys }),
          })
        : nothing
    }
    ${deviations(view)}
    ${
      signoffs.length > 0
        ? html`<section part="gates" aria-labelledby="gates-title">
            <h3 class="label" id="gates-title">${say.gates}</h3>
            <div class="stack">${signoffs}</div>
          </section>`
        : nothing
    }
    ${note(view)} ${actions(view, blockers, warnings)}
  </div>`;
}

/** In a line whether anything stands in the way, else what. */
function standing(
  view: ReviewView,
  blockers: readonly Blocker[],
  warnings: readonly Warning[],
): TemplateResult {
  const { host } = view;
  const say = words(host, 'review', reviewWords);
  return html`<section aria-labelledby="standing">
    ${
      blockers.length > 0
        ? html`<h3 class="label toned bad" id="standing">
            ${glyph(blocked)} ${say.blockers(blockers.length)}
          </h3>`
        : html`<h3 class="label toned ${warnings.length > 0 ? '' : 'ok'}" id="standing">
            ${glyph(ok)} ${say.nothing}
          </h3>`
    }
    ${reasons(view, blockers)} ${reason(view)}
  </section>`;
}

function note({ host, state, context, begin }: ReviewView): TemplateResult {
  const say = words(host, 'review', reviewWords);
  return html`<div class="field" part="note">
    <label class="label" for="note">${say.note}</label>
    <textarea
      id="note"
      ?readonly=${state === 'confirming' || state === 'failed'}
      .value=${context?.note ?? ''}
      @input=${(event: Event) => begin().send({ type: 'NOTE', note: (event.target as HTMLTextAreaElement).value })}
    ></textarea>
  </div>`;
}

function actions(
  view: ReviewView,
  blockers: readonly Blocker[],
  warnings: readonly Warning[],
): TemplateResult {
  const { host, run, inline, state, context } = view;
  const say = words(host, 'review', reviewWords);
  const isConfirming = state === 'confirming';
  const isFailed = state === 'failed';
  const accepted = new Set(context?.acknowledged);
  const missing = warnings.some((one) => !accepted.has(warningKey(one)));
  // A refused list may be out of date here: then it is the backend that judges again.
  const held = !isFailed && (view.held || missing);
  const explained =
    (state === 'refused' || isFailed) && context ? explain(host, run, run.title, context) : undefined;
  const press = (): void => {
    if (isConfirming) return;
    if (isFailed) return view.retry();
    if (held) return view.focus(missing && blockers.length === 0 ? '#warnings input' : 'summary, #why');
    const said = view.begin().getSnapshot().context.note.trim();
    view.confirm({
      type: 'complete-run',
      ...(said && { note: said }),
      acknowledged: warnings.map(warningKey),
    });
  };
  return html`<footer>
    <div role="alert">
      ${
        explained
          ? html`<p class="notice bad">
              ${glyph(warningGlyph)} <span>${explained.what} ${explained.why} ${explained.next}</span>
            </p>`
          : nothing
      }
    </div>
    ${held && missing && blockers.length === 0 ? html`<p class="hint" id="held">${say.acknowledgeFirst}</p>` : nothing}
    <div class="actions">
      <button
        type="button"
        class="primary"
        part="confirm"
        aria-disabled=${held ? 'true' : nothing}
        aria-busy=${isConfirming ? 'true' : nothing}
        aria-describedby="held why standing"
        @click=${press}
      >
        ${isConfirming ? say.completing : isFailed ? say.retry : say.confirm}
      </button>
      ${
        inline && (state === 'closed' || isConfirming)
          ? nothing
          : html`<button
              type="button"
              class="quiet"
              aria-disabled=${isConfirming ? 'true' : nothing}
              @click=${view.cancel}
            >
              ${say.cancel}
            </button>`
      }
      ${inline ? endMenu(view) : nothing}
    </div>
  </footer>`;
}
