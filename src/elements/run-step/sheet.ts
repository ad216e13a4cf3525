/** The whole sheet of a step, put together from its parts; what its values change in it is the tally's. */
import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { Warning } from '../../domain/command.js';
import type { Id, Step } from '../../domain/run.js';
import { neighbors as neighborWords } from '../../messages/en/neighbors.js';
import { labor as laborWords } from '../../messages/en/labor.js';
import { session as sessionWords } from '../../messages/en/session.js';
import { shortcut as shortcutWords } from '../../messages/en/shortcut.js';
import { status as statusWords } from '../../messages/en/status.js';
import { step as stepWords } from '../../messages/en/step.js';
import { formatMoment } from '../../messages/format-time.js';
import { localeOf, words } from '../../messages/registry.js';
import type { RunSession } from '../../session.js';
import { glyph, pending } from '../../styles/glyphs.js';
import { issueBadge } from '../issue-badge-later.js';
import type { MenuAction, PressCommand } from './actions.js';
import { bar, uncover } from './bar.js';
import type { Company } from './company.js';
import { standing } from './standing.js';
import { news } from './news.js';
import { beside } from './neighbors.js';
import type { StepFields } from './step-fields.js';
import { blockersOf } from './tally.js';
import * as view from './view.js';
import { sayings, warningLine } from './voice.js';

/** What the sheet is drawn from. */
export interface Sheet {
  host: ReactiveElement;
  session: RunSession;
  step: Step;
  fields: StepFields;
  company: Company;
  dialog: { draw(): unknown };
  act: (action: MenuAction) => void;
  warnings: readonly Warning[];
  failure: TemplateResult | typeof nothing;
  ask: (command: PressCommand) => void;
  retry: () => void;
  dismiss: () => void;
  /** The warnings have been read. */
  seen: () => void;
  explain: (outstanding: number) => void;
  /** To another step. */
  goTo: (stepId: Id) => void;
  /** Shows the shortcuts; nothing where the page has switched them off. */
  help: (() => void) | undefined;
  /** To what is not a step, such as an issue. */
  locate: (id: Id) => void;
}

export function sheet(given: Sheet): TemplateResult {
  const { host, session, step, fields, company } = given;
  const run = session.run!;
  const say = words(host, 'step', stepWords);
  const shown: view.View = {
    run,
    step,
    person: session.person,
    words: say,
    statuses: words(host, 'status', statusWords),
    when: (instant) => formatMoment(instant, localeOf(host), run.zone, new Date(Date.now()).toISOString()),
    goTo: given.goTo,
    total: words(host, 'labor', laborWords).total,
    issues: issueBadge(host, session, step.id, step.id),
  };
  const outstanding = blockersOf(session, step).length;
  return html`<article class="sheet" part="step" aria-labelledby="title" @focusin=${uncover}>
    ${view.header(shown, session.progress(step.id).total > 0, neighborsOf(given))} ${standing(given)}
    <div class="body">
      <div class="main">
        ${company.at('batch-runs')} ${given.failure} ${ofTheRun(host, session)} ${view.waiting(shown)}
        ${view.warned(given.warnings, (one) => warningLine(host, session, one), say, given.seen)}
        ${news(given)} ${company.at('redline-list')} ${view.instructions(shown)} ${view.children(shown)}
        ${view.work(shown, fields)}
      </div>
      <div class="side">
        ${
          outstanding > 0
            ? html`<section
                class="outstanding"
                part="outstanding"
                id="outstanding-list"
                aria-labelledby="outstanding"
              ></section>`
            : nothing
        }
        ${company.at('issue-list')} ${company.at('comment-list') ?? view.comments(shown)}
        ${company.at('labor-list')}
      </div>
    </div>
    ${bar({
      ...given,
      outstanding,
      explain: () => given.explain(blockersOf(session, step).length),
    })}
    ${given.dialog.draw()}
  </article>`;
}

const neighborsOf = ({ host, session, step, goTo, help }: Sheet): unknown =>
  beside({
    run: session.run!,
    step,
    words: { ...words(host, 'neighbors', neighborWords), open: words(host, 'shortcut', shortcutWords).open },
    goTo,
    help,
  });

/** That the run is being read again, or could not be read whole. */
function ofTheRun(host: Element, { status, problems }: RunSession): unknown {
  const say = words(host, 'session', sessionWords);
  return [
    status === 'reloading' ? view.notice('info', say.loading) : nothing,
    problems.length > 0 ? view.notice('', `${say.problems(problems.length)}. ${say.problemsHint}`) : nothing,
  ];
}

/** Why the run could not be read, if so. */
export function notLoaded(host: ReactiveElement, session: RunSession): TemplateResult | typeof nothing {
  const { fault, status } = session;
  if (status !== 'failed' || !fault) return nothing;
  return view.notice(
    'bad',
    sayings(() => host.requestUpdate())?.notLoaded(host, fault),
    html`<button type="button" @click=${() => session.retry()}>
      ${words(host, 'session', sessionWords).retry}
    </button>`,
  );
}

/** Where there is no step to show: it is being read, or is not there. */
export const instead = (text: string): TemplateResult =>
  html`<p class="sheet empty" part="empty">${glyph(pending)} ${text}</p>`;
