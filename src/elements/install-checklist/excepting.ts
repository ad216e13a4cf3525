/**
 * Excusing a requirement by an issue: one that is open already, or a new one, which is opened first. What was typed stays
 * until both are recorded; of a new issue that could not be used at once, the choice of it stays. Loaded when it is needed.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { CommandRequest } from '../../domain/command.js';
import type { Id, Issue, Requirement, Run } from '../../domain/run.js';
import type { FlowContext } from '../../machines/command-flow.js';
import { field as fieldWords } from '../../messages/en/field.js';
import { install as installWords } from '../../messages/en/install.js';
import type { Explanation } from '../../messages/explain.js';
import { clip } from '../../messages/phrases.js';
import { words } from '../../messages/registry.js';
import type { RunSession } from '../../session.js';
import { glyph, warning } from '../../styles/glyphs.js';
import type { Host } from './host.js';
import { exceptKey, nameOf } from './names.js';

export interface Exception {
  element: Element;
  run: Run;
  requirement: Requirement;
  at: number;
  host: Host;
  say(name: string, flow: Partial<FlowContext>): Explanation | undefined;
}

/** The value of the choice that opens a new issue. */
const another = 'new';

const usable = (run: Run): readonly Issue[] => run.issues.filter(({ status }) => status !== 'resolved');

/** Nothing is chosen yet; where there is nothing to choose from, a title is asked for at once. */
export const begin = (session: RunSession, { id }: Requirement): void =>
  session.entry(exceptKey(id)).send({ type: 'EDIT', draft: usable(session.run!).length > 0 ? [] : '' });

/** Sends what is there: the new issue, or the exception by the one that was chosen. */
export function sendException({ host, requirement }: Pick<Exception, 'host' | 'requirement'>): void {
  const session = host.session!;
  const { id: targetId, version: base } = requirement;
  const stepId = host.step!.id;
  const actor = session.entry(exceptKey(targetId));
  const { draft = '' } = actor.getSnapshot().context;
  const request: CommandRequest = Array.isArray(draft)
    ? { type: 'except-requirement', stepId, targetId, base, issueId: (draft as readonly Id[])[0]! }
    : { type: 'open-issue', stepId, title: draft as string, links: [targetId] };
  host.record(actor, session.submission(request));
}

/** The new issue is recorded: the exception by it follows. */
export function followIssue(given: Pick<Exception, 'host' | 'requirement'>, issueId: Id): void {
  const actor = given.host.session!.entry(exceptKey(given.requirement.id));
  actor.send({ type: 'EDIT', draft: [issueId] });
  sendException(given);
}

export function excepting(given: Exception): TemplateResult {
  const { element, run, requirement, at, host, say } = given;
  const session = host.session!;
  const actor = session.entry(exceptKey(requirement.id));
  const { value: state, context } = actor.getSnapshot();
  const draft = context.draft ?? '';
  const chosen = Array.isArray(draft) ? (draft as readonly Id[]) : undefined;
  const said = words(element, 'install', installWords);
  const common = words(element, 'field', fieldWords);
  const issues = usable(run);
  const mayOpen = session.may('open-issue', { stepId: host.step!.id });
  const busy = state === 'saving';
  const told = say(nameOf(requirement), context);
  const edit = (draft: string | readonly Id[]): void => actor.send({ type: 'EDIT', draft });
  const drop = (): void => actor.send({ type: 'DISCARD' });
  const send = (event: Event): void => {
    event.preventDefault();
    if (busy) return;
    if (state === 'failed') host.retry(actor);
    else sendException(given);
  };
  const doing = chosen ? said.excepting : said.opening;
  const act = state === 'failed' ? common.retry : chosen ? said.exceptNow : said.openAndExcept;
  return html`<form
    class="installing"
    part="exception-form"
    @submit=${send}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== 'Escape' || busy) return;
      event.stopPropagation();
      drop();
    }}
  >
    ${issues.length > 0 ? which() : nothing} ${chosen ? nothing : title()}
    ${
      told
        ? html`<div class="notice bad" role="alert">
            ${glyph(warning)} <span>${told.what} ${told.why} ${told.next}</span>
          </div>`
        : nothing
    }
    <div class="actions">
      <button class="primary" aria-busy=${busy} aria-disabled=${busy}>${busy ? doing : act}</button>
      ${busy ? nothing : html`<button type="button" class="quiet" @click=${drop}>${common.cancel}</button>`}
    </div>
  </form>`;

  function which(): TemplateResult {
    const now = chosen ? (chosen[0] ?? '') : another;
    return html`<div class="field">
      <label class="label" for="issue-${at}">${said.whichIssue}</label>
      <select
        id="issue-${at}"
        class="attend"
        required
        ?disabled=${busy}
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          edit(value === another ? '' : value === '' ? [] : [value]);
          host.requestUpdate();
        }}
      >
        <option value="" ?selected=${now === ''}>${said.chooseIssue}</option>
        ${issues.map(
          ({ id, number, title: text }) =>
            html`<option value=${id} ?selected=${id === now}>${number} ${clip(text)}</option>`,
        )}
        ${mayOpen ? html`<option value=${another} ?selected=${now === another}>${said.newIssue}</option>` : nothing}
      </select>
    </div>`;
  }

  function title(): TemplateResult {
    return html`<div class="field">
      <label class="label" for="title-${at}">${said.whatIsWrong}</label>
      <textarea
        id="title-${at}"
        class=${issues.length > 0 ? '' : 'attend'}
        required
        ?readonly=${busy}
        .value=${draft}
        @input=${(event: Event) => edit((event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </div>`;
  }
}
