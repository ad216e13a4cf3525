/** What can be done about a value out of range or a failed check, by the policy in force; and the issues of a field. */
import { html, nothing, type TemplateResult } from 'lit';
import { fieldBlockers } from '../domain/completion.js';
import type { CommandRequest, CommandType } from '../domain/command.js';
import { isOutOfRange } from '../domain/fields.js';
import {
  policyOf,
  recordOf,
  personName,
  type Deviation,
  type Field,
  type Id,
  type Issue,
  type Run,
} from '../domain/run.js';
import { field as fieldWords } from '../messages/en/field.js';
import { remedy as remedyWords } from '../messages/en/remedy.js';
import { status as statusWords } from '../messages/en/status.js';
import { verdict as verdictWords } from '../messages/en/verdict.js';
import { formatInstant } from '../messages/format.js';
import { clip } from '../messages/phrases.js';
import { localeOf, words } from '../messages/registry.js';
import { glyph, warning } from '../styles/glyphs.js';
import { explain } from './explain.js';
import { valueText } from './value-text.js';
import { adoptButtons, type FieldHost } from './field-actions.js';
import { firstOf, issueBadge } from './issue-badge.js';

/** The entry beside the field's own: a title or a reason as text, or the issue to be linked as a choice. */
const keyOf = (field: Field): Id => `remedy:${field.id}`;

export function remedy(host: FieldHost): TemplateResult | typeof nothing {
  const { session, shown } = host;
  const { run, step, field } = shown;
  const issues = run.issues.filter(({ links }) => links.includes(field.id));
  const entry = session.ongoing.peek('entry', keyOf(field));
  const deviation = recordOf(field)?.deviation;
  if (issues.length === 0 && !deviation && !entry && offers(host).length === 0) return nothing;
  const blocked = fieldBlockers(run, step, field).length > 0;
  adoptButtons(host);
  return html`<div class="field" part="remedy">
    ${deviation ? deviated(host, deviation) : nothing} ${issues.length > 0 ? badges(host, issues) : nothing}
    ${entry ? form(host) : actions(host, blocked)}
  </div>`;
}

function deviated({ element, shown: { run } }: FieldHost, { by, at, rationale }: Deviation): TemplateResult {
  const name = personName(run, by);
  const when = formatInstant(at, localeOf(element), run.zone);
  return html`<p class="message toned warn" part="deviation">
    ${glyph(warning)}<span>${words(element, 'remedy', remedyWords).deviated(name, when, rationale)}</span>
  </p>`;
}

/** How many there are, and the first that is open in words. */
function badges({ element, session, shown }: FieldHost, issues: readonly Issue[]): TemplateResult {
  const { oneIssue } = words(element, 'remedy', remedyWords);
  const { issue: statusOf } = words(element, 'status', statusWords);
  const { number, title, status, reported } = firstOf(issues)!;
  return html`<div class="actions">
    ${issueBadge(element, session, issues, shown.step?.id ?? '')}
    <span class="hint">${oneIssue(number, clip(title))} · ${statusOf(status, reported)}</span>
  </div>`;
}

type Offer = { type: 'open-issue' | 'link-issue' | 'accept-deviation'; missing?: true };

/** What the policy asks for at this field; `missing` where this person may not do it. */
function offers({ session, shown }: FieldHost): readonly Offer[] {
  const { run, step, field } = shown;
  if (!step) return [];
  const { outOfRange } = policyOf(run, step);
  const offer = (type: Offer['type']): Offer[] => {
    const refusal = session.whyNot(type, { stepId: step.id });
    if (!refusal) return [{ type }];
    return refusal.detail?.reason === 'permission' ? [{ type, missing: true }] : [];
  };
  if (outOfRange === 'with-issue' && fieldBlockers(run, step, field).length > 0) {
    const links =
      linkable(run, field).length > 0 ? offer('link-issue').filter(({ missing }) => !missing) : [];
    return [...offer('open-issue'), ...links];
  }
  const accepted = recordOf(field)?.deviation !== undefined;
  return isOutOfRange(field) && !accepted && (outOfRange === 'with-rationale' || outOfRange === 'warn')
    ? offer('accept-deviation')
    : [];
}

const linkable = (run: Run, field: Field): readonly Issue[] =>
  run.issues.filter(({ status, links }) => status !== 'resolved' && !links.includes(field.id));

function actions(host: FieldHost, blocked: boolean): TemplateResult | typeof nothing {
  const { element, session, shown } = host;
  const all = offers(host);
  if (all.length === 0) return nothing;
  const texts = words(element, 'remedy', remedyWords);
  const labels = {
    'open-issue': texts.openIssue,
    'link-issue': texts.linkIssue,
    'accept-deviation': texts.acceptDeviation,
  };
  const needs = all[0]!.type === 'accept-deviation' ? texts.needsReason : texts.needsIssue;
  const mayNot = all.find(({ missing }) => missing);
  const refusal = mayNot && session.whyNot(mayNot.type, { stepId: shown.step!.id });
  const { why = '', next = '' } = (refusal && explain(element, shown.run, '', { refusal })) ?? {};
  return html`${blocked ? html`<p class="message toned bad">${glyph(warning)}<span>${needs}</span></p>` : nothing}
    ${mayNot ? html`<p class="hint">${why} ${next}</p>` : nothing}
    <div class="actions">
      ${all
        .filter(({ missing }) => !missing)
        .map(
          ({ type }) =>
            html`<button type="button" aria-describedby="label" @click=${() => begin(host, type)}>
              ${labels[type]}
            </button>`,
        )}
    </div>`;
}

function begin(host: FieldHost, type: CommandType): void {
  const { element, session, shown } = host;
  const { run, field } = shown;
  const texts = words(element, 'remedy', remedyWords);
  const limits =
    field.type === 'number'
      ? words(element, 'verdict', verdictWords).limits(
          field.limits,
          field.unit,
          localeOf(element),
          session.range(field.id),
        )
      : '';
  const label = clip(field.label);
  const title =
    field.type === 'number'
      ? texts.outOfRange(label, valueText(element, field, recordOf(field) ?? { value: '' }), limits)
      : texts.failed(label);
  const draft = type === 'open-issue' ? title : type === 'link-issue' ? [linkable(run, field)[0]!.id] : '';
  session.entry(keyOf(field)).send({ type: 'EDIT', draft });
  element.requestUpdate();
  void element.updateComplete.then(() => element.shadowRoot!.querySelector<HTMLElement>('#remedy')?.focus());
}

function form(host: FieldHost): TemplateResult {
  const { element, session, shown } = host;
  const { run, field } = shown;
  const step = shown.step!;
  const actor = session.entry(keyOf(field));
  const { value: state, context } = actor.getSnapshot();
  const draft = context.draft ?? '';
  const linking = Array.isArray(draft);
  const deviating = !linking && policyOf(run, step).outOfRange !== 'with-issue';
  const texts = words(element, 'remedy', remedyWords);
  const common = words(element, 'field', fieldWords);
  const label = linking ? texts.issue : deviating ? texts.whyAcceptable : texts.title;
  const edit = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    actor.send({ type: 'EDIT', draft: linking ? [value] : value });
  };
  const send = (event: Event): void => {
    event.preventDefault();
    if (state === 'failed') return host.retry(actor);
    const now = actor.getSnapshot().context.draft ?? '';
    const request: CommandRequest = Array.isArray(now)
      ? { type: 'link-issue', stepId: step.id, issueId: (now as readonly Id[])[0]!, links: [field.id] }
      : deviating
        ? {
            type: 'accept-deviation',
            stepId: step.id,
            targetId: field.id,
            base: field.version,
            rationale: now as string,
          }
        : { type: 'open-issue', stepId: step.id, title: now as string, links: [field.id] };
    host.submit(actor, session.submission(request));
  };
  const cancel = (): void => actor.send({ type: 'DISCARD' });
  const told = explain(element, run, field.label, context);
  return html`<form
    class="field"
    @submit=${send}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== 'Escape' || state === 'saving') return;
      event.stopPropagation();
      cancel();
    }}
  >
    <label class="label" for="remedy">${label}</label>
    ${
      linking
        ? html`<select id="remedy" @change=${edit}>
            ${linkable(run, field).map(
              ({ id, number, title }) =>
                html`<option value=${id} ?selected=${id === draft[0]}>
                  ${texts.oneIssue(number, clip(title))}
                </option>`,
            )}
          </select>`
        : html`<textarea
            id="remedy"
            required
            aria-describedby="remedy-said"
            .value=${draft}
            @input=${edit}
          ></textarea>`
    }
    <div class="message toned bad" id="remedy-said">
      ${told ? html`${glyph(warning)}<span>${told.what} ${told.why} ${told.next}</span>` : nothing}
    </div>
    <div class="actions">
      <button class="primary" aria-busy=${state === 'saving'}>
        ${
          state === 'saving'
            ? common.saving
            : state === 'failed'
              ? common.retry
              : linking
                ? texts.link
                : deviating
                  ? texts.acceptDeviation
                  : texts.open
        }
      </button>
      <button type="button" class="quiet" @click=${cancel}>${common.cancel}</button>
    </div>
  </form>`;
}
