/** How a step stands where it is not simply worked on: what has happened to it, who did it, why, and what comes next. */
import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { permits } from '../../domain/permission.js';
import { repeatsOf, reworkOf, tryOf } from '../../domain/rework.js';
import { redlineAt } from '../../domain/redline.js';
import { personName, findStep, type Issue, type Reasoned, type Step } from '../../domain/run.js';
import { isFailureResolved, issuesOfFailure } from '../../domain/settled.js';
import { hold as holdWords } from '../../messages/en/hold.js';
import { life as lifeWords } from '../../messages/en/life.js';
import { menu as menuWords } from '../../messages/en/menu.js';
import { status as statusWords } from '../../messages/en/status.js';
import { formatDuration } from '../../messages/format-time.js';
import { formatInstant } from '../../messages/format.js';
import { localeOf, words } from '../../messages/registry.js';
import * as glyphs from '../../styles/glyphs.js';
import { runningText, RunningTimes } from '../labor-list/clock.js';
import { holdReason } from '../hold-reason.js';
import { namer } from '../names.js';
import { menuActions } from './actions.js';
import type { Standing } from './standing.js';

export { styles } from './banner.styles.js';

const clocks = new WeakMap<ReactiveElement, RunningTimes>();

export function banner(given: Standing): TemplateResult {
  const { host } = given;
  if (!clocks.has(host))
    clocks.set(host, new RunningTimes(host, (time) => formatDuration(time, localeOf(host))));
  return html`${origin(given)} ${state(given) ?? nothing} ${runEnded(given)}`;
}

/** One band: glyph, what it is, and what is known of it. */
const band = (look: string, path: string, headline: string, more: unknown, id = 'state'): TemplateResult =>
  html`<section class="band ${look}" part="state" aria-labelledby=${id}>
    ${glyphs.glyph(path)}
    <div class="about">
      <h3 class="headline" id=${id}>${headline}</h3>
      ${more}
    </div>
  </section>`;

/** What takes much room scrolls, and can be reached by keys for that. */
const isLong = (text: string): boolean => text.length > 400 || text.split('\n').length > 8;

const paragraph = (text: string | undefined, look = 'text'): unknown =>
  text
    ? isLong(text)
      ? html`<p class="${look} long" tabindex="0" role="group" aria-labelledby="state">${text}</p>`
      : html`<p class=${look}>${text}</p>`
    : nothing;

type Signed = Omit<Reasoned, 'reason'>;

/** Who it was, and when. */
function signature({ host, session }: Standing, { by, at }: Signed): readonly [name: string, when: string] {
  const run = session.run!;
  return [personName(run, by), formatInstant(at, localeOf(host), run.zone)];
}

/** Why it was, who did it, and when. */
const why = (given: Standing, reasoned: Reasoned): TemplateResult =>
  html`${paragraph(reasoned.reason)}
  ${paragraph(words(given.host, 'life', lifeWords).state.by(...signature(given, reasoned)), 'meta')}`;

function state(given: Standing): TemplateResult | undefined {
  const { host, session, step } = given;
  const say = words(host, 'life', lifeWords);
  switch (step.status) {
    case 'hold': {
      const { hold } = step;
      const onHold = words(host, 'hold', holdWords);
      const since = hold && Date.parse(hold.at);
      return band(
        'hold',
        glyphs.hold,
        onHold.state(hold ? holdReason(host, session.run!, hold.reason) : ''),
        hold &&
          html`${paragraph(hold.comment)}
            <p class="meta">
              <span>${say.state.heldBy(...signature(given, hold))}</span>
              ${
                Number.isFinite(since)
                  ? html`<span class="time" data-time=${runningText({ fixed: -since!, running: 1 })}></span>`
                  : nothing
              }
            </p>`,
      );
    }
    case 'failed':
      return failed(given);
    case 'canceled': {
      const may = session.may('restore-step', { stepId: step.id });
      return band(
        'canceled',
        glyphs.canceled,
        say.state.canceled,
        html`${step.canceled ? why(given, step.canceled) : paragraph(say.state.canceledText)}
        ${may ? actions(given, 'restore-step') : paragraph(say.state.restores(whoMay(given, 'restore-step')), 'meta')}`,
      );
    }
    case 'redline': {
      const redline = redlineAt(session.run!, step.id);
      return band(
        'redline',
        glyphs.redline,
        say.state.redline(redline?.title ?? ''),
        html`${paragraph(say.state.redlineText)}
        ${
          redline?.by === undefined || redline.at === undefined
            ? nothing
            : paragraph(say.state.by(...signature(given, { by: redline.by, at: redline.at })), 'meta')
        }`,
      );
    }
    case 'unknown':
      return band(
        'unknown',
        glyphs.unknown,
        say.state.unknown(step.reported ?? ''),
        paragraph(say.state.unknownText),
      );
    case 'todo':
    case 'in-progress': {
      const last = step.reopenings?.at(-1);
      return last && reopened(given, last);
    }
    default:
      return undefined;
  }
}

/** Quiet, since the step is worked on as any other. */
const reopened = (given: Standing, last: Reasoned): TemplateResult =>
  html`<section class="origin reopened" part="state" aria-labelledby="state">
    ${glyphs.glyph(glyphs.undo)}
    <div class="about">
      <p id="state">${words(given.host, 'life', lifeWords).state.reopened}</p>
      ${why(given, last)}
    </div>
  </section>`;

/** Why it failed, and what becomes of it: it is settled, being repeated, or somebody is to rework it. */
function failed(given: Standing): TemplateResult {
  const { host, session, step } = given;
  const run = session.run!;
  const say = words(host, 'life', lifeWords);
  const all = step.failures ?? [];
  const last = all.at(-1);
  const issues = issuesOfFailure(run, step);
  const repeat = repeatsOf(run, step.id).at(-1);
  const settled = isFailureResolved(run, step);
  const settling = settled
    ? issues.find(({ status, disposition }) => status === 'resolved' && disposition === 'use-as-is')
    : undefined;
  return band(
    'failed',
    glyphs.failed,
    all.length > 1 ? say.state.failedTimes(all.length) : say.state.failed,
    html`${last ? why(given, last) : nothing}
    ${issues.filter((one) => one !== settling).map((one) => issueLink(given, say.next.issue, one))}
    ${settling ? issueLink(given, say.next.settledByIssue, settling) : nothing}
    ${
      repeat && !settling
        ? stepLink(given, settled ? say.next.settledByRepeat : say.next.repeated, repeat)
        : nothing
    }
    ${settled || repeat ? nothing : rework(given)}`,
  );
}

/** The ways of rework as buttons; for everybody else, who has them. */
function rework(given: Standing): unknown {
  const { host, session, step } = given;
  const say = words(host, 'life', lifeWords).next;
  const ways = reworkOf(session.run!, step);
  const own = ways
    .map((way) => `${way}-step` as const)
    .filter((type) => session.may(type, { stepId: step.id }));
  if (own.length > 0) return html`${paragraph(say.yours)} ${actions(given, ...own)}`;
  const [way] = ways;
  if (!way) return nothing;
  return paragraph(say[ways.length > 1 ? 'both' : way](whoMay(given, `${way}-step`)));
}

type Rework = 'reopen-step' | 'duplicate-step' | 'restore-step';

const whoMay = ({ session }: Standing, type: Rework): readonly string[] =>
  session.run!.people.filter((person) => !permits(person, type)).map(({ name }) => name);

/** The same as in the menu. */
const actions = ({ host, act }: Standing, ...commands: readonly Rework[]): TemplateResult =>
  html`<div class="actions">
    ${menuActions
      .filter(({ command }) => commands.some((one) => one === command))
      .map(
        (action) =>
          html`<button type="button" @click=${() => act(action)}>
            ${glyphs.glyph(action.glyph)} ${words(host, 'menu', menuWords)[action.label]}
          </button>`,
      )}
  </div>`;

function issueLink({ host, locate }: Standing, before: string, issue: Issue): TemplateResult {
  const { openIssue } = words(host, 'life', lifeWords).next;
  const status = words(host, 'status', statusWords).issue(issue.status, issue.reported);
  return html`<p class="link">
    <span>${before}</span>
    <button
      type="button"
      class="quiet"
      aria-label=${openIssue(issue.number)}
      @click=${() => locate(issue.id)}
    >
      ${glyphs.glyph(glyphs.issue)} ${issue.number}
    </button>
    <span>${issue.title} · ${status}</span>
  </p>`;
}

/** A step by name, with how it stands. */
function stepLink({ host, session, goTo }: Standing, before: string, step: Step): TemplateResult {
  const status = words(host, 'status', statusWords).work(step.status, step.reported);
  return html`<p class="link">
    <span>${before}</span>
    <button type="button" class="quiet" @click=${() => goTo(step.id)}>${namer(session)(step.id)}</button>
    <span>· ${status}</span>
  </p>`;
}

/** Where a step comes from that was not in the procedure. */
function origin(given: Standing): unknown {
  const { host, session, step } = given;
  const { duplicateOf, addedBy } = step;
  const run = session.run!;
  const say = words(host, 'life', lifeWords);
  const first = duplicateOf === undefined ? undefined : findStep(run, duplicateOf);
  if (first) {
    return html`<div class="origin">
      ${glyphs.glyph(glyphs.repeat)} ${stepLink(given, say.tryOf(tryOf(run, step)), first)}
    </div>`;
  }
  if (addedBy === undefined) return nothing;
  const title = run.redlines.find(({ id }) => id === addedBy)?.title ?? '';
  return html`<div class="origin">
    ${glyphs.glyph(glyphs.redline)}
    <p>${say.addedBy(title)}</p>
  </div>`;
}

/** A run that is over takes its steps along. */
function runEnded(given: Standing): unknown {
  const { host, session } = given;
  const { ended, status } = session.run!;
  if (!ended || (status !== 'failed' && status !== 'canceled')) return nothing;
  const say = words(host, 'life', lifeWords).ended;
  return band(
    status,
    glyphs.lock,
    say[status],
    html`${why(given, ended)} ${paragraph(say.locked, 'meta')}`,
    'run-state',
  );
}
