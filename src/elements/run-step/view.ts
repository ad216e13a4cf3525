/** The parts of a step's sheet that only show: who and what it is, how far it is, what to read. */
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Warning } from '../../domain/command.js';
import { availableToWork } from '../../domain/lifecycle.js';
import { laborByPerson, workedTime } from '../../domain/labor.js';
import {
  personName,
  stepNumbers,
  type Id,
  type Instant,
  type Labor,
  type Run,
  type Step,
} from '../../domain/run.js';
import type { status } from '../../messages/en/status.js';
import type { step as stepSlice } from '../../messages/en/step.js';
import { chevron, comment, glyph, pending, person, warning as warningGlyph } from '../../styles/glyphs.js';
import { runningText } from '../labor-list/clock.js';
import type { StepFields } from './step-fields.js';
import { statusPill } from '../status-pill.js';

type Nothing = typeof nothing;
type Words = typeof stepSlice;

/** What the parts are drawn from. */
export interface View {
  run: Run;
  step: Step;
  person: Id;
  words: Words;
  statuses: typeof status;
  /** An instant in words. */
  when: (instant: Instant) => string;
  goTo: (stepId: Id) => void;
  /** How many issues it has. */
  issues: unknown;
  /** The word before the time of all. */
  total: string;
}

/** Number, title, status, people, and the places for the progress. */
export function header(view: View, counts: boolean, beside: unknown): TemplateResult {
  const { run, step, words, statuses, when } = view;
  const numbers = stepNumbers(run);
  const number = numbers.get(step.id) ?? '';
  const around = run.steps.find(({ id }) => id === step.parentId);
  return html`<header part="header">
    ${beside}
    ${
      around
        ? html`<button type="button" class="quiet around" @click=${() => view.goTo(around.id)}>
            ${glyph(chevron)} <span>${words.heading(numbers.get(around.id) ?? '', around.title)}</span>
          </button>`
        : nothing
    }
    <h2 class="title" part="title" id="title" tabindex="-1">
      <span class="number numbers ${step.status}" part="number">${number}</span> <span>${step.title}</span>
    </h2>
    <div class="row facts">
      ${statusPill(step.status, statuses.work(step.status, step.reported))}
      ${step.required ? nothing : html`<span class="badge">${words.optional}</span>`} ${view.issues}
      ${guard(peopleOf(view), () => people(view))}
      ${
        step.completedBy === undefined || step.completedAt === undefined
          ? nothing
          : html`<span class="fact"
              >${words.completedBy(personName(run, step.completedBy), when(step.completedAt))}</span
            >`
      }
      ${counts ? html`<span class="fact done numbers" id="progress"></span>` : nothing}
    </div>
    ${counts ? html`<progress part="progress" aria-labelledby="progress"></progress>` : nothing}
  </header>`;
}

/** Whom there is room for beside the status; everybody is in the list of labor. */
const peopleShown = 3;

/** All that the people depend on: they are drawn again when one of these is another, and not for every value. */
const peopleOf = ({ run, step, person: me, words }: View): unknown[] => [
  step.labor,
  step.status,
  run.people,
  run.zone,
  me,
  words,
  // A time of today stands without its date.
  new Date().toDateString(),
];

/** Who is checked in, since when and for how long, oneself first; and the time of all (R95). */
function people({ run, step, person: me, words, total, when }: View): TemplateResult | Nothing {
  const open = laborByPerson(step, me).flatMap((one) => one.open ?? []);
  if (open.length === 0)
    return step.status === 'in-progress' ? html`<span class="fact">${words.checkedIn([])}</span>` : nothing;
  const name = (id: Id): string => (id === me ? words.you : personName(run, id));
  const shown = open.length > peopleShown + 1 ? open.slice(0, peopleShown) : open;
  const time = (labor: readonly Labor[]): TemplateResult =>
    html`<span class="numbers" role="timer" data-time=${runningText(workedTime(labor))}></span>`;
  return html`<ul
    class="people"
    part="people"
    aria-label=${words.checkedIn(open.map((one) => name(one.personId)))}
  >
    ${shown.map(
      (one) =>
        html`<li class="fact">
          ${glyph(person)} <span>${words.since(name(one.personId), when(one.in))}</span> · ${time([one])}
        </li>`,
    )}
    ${shown.length < open.length ? html`<li class="fact">${words.more(open.length - shown.length)}</li>` : nothing}
    ${step.labor.length > 1 ? html`<li class="fact">${total}: ${time(step.labor)}</li>` : nothing}
  </ul>`;
}

/** A box that tells something; `tone` is a class of the sheet `tones`. */
export const notice = (tone: string, text: unknown, actions: unknown = nothing): TemplateResult =>
  html`<div class="notice ${tone}" part="notice">
    ${glyph(tone === 'info' ? pending : warningGlyph)}
    <div class="stack">
      <p>${text}</p>
      ${actions === nothing ? nothing : html`<div class="actions">${actions}</div>`}
    </div>
  </div>`;

/** The steps that this one waits for, if any. */
export function waiting({ run, step, words }: View): TemplateResult | Nothing {
  const { waitsFor } = availableToWork(run, step);
  if (waitsFor.length === 0) return nothing;
  const numbers = stepNumbers(run);
  const names = waitsFor.map((id) => {
    const title = run.steps.find((one) => one.id === id)?.title;
    return title === undefined ? id : words.heading(numbers.get(id) ?? '', title);
  });
  return html`<div id="waiting">${notice('info', words.waitsFor(names))}</div>`;
}

export const instructions = ({ step, words }: View): TemplateResult | Nothing =>
  step.instructions.length === 0
    ? nothing
    : html`<section class="instructions" part="instructions" aria-label=${words.instructions}>
        ${step.instructions.map((paragraph) => html`<p>${paragraph}</p>`)}
      </section>`;

/** What to record, the parts to install, the sign-offs: each under its heading where there are some. */
export function work({ words }: View, { values, parts, signoffs, evidence }: StepFields): unknown {
  const title = (id: string, text: string): TemplateResult => html`<h3 class="label" id=${id}>${text}</h3>`;
  return [
    values &&
      html`<section part="fields" aria-labelledby="fields">
        ${title('fields', words.fields)}${values}
      </section>`,
    parts &&
      html`<section part="parts" aria-labelledby="parts">
        ${title('parts', words.requirements)}${parts}
      </section>`,
    evidence,
    signoffs &&
      html`<section part="signoffs" aria-labelledby="signoffs">
        ${title('signoffs', words.signoffs)}${signoffs}
      </section>`,
  ];
}

/** The steps inside this one, each with its status. */
export function children({ run, step, words, statuses, goTo }: View): TemplateResult | Nothing {
  const inside = run.steps.filter(({ parentId }) => parentId === step.id);
  if (inside.length === 0) return nothing;
  const numbers = stepNumbers(run);
  return html`<section aria-labelledby="children">
    <h3 class="label" id="children">${words.children}</h3>
    <ul class="lines" part="children">
      ${inside.map(
        (one) =>
          html`<li>
            <button type="button" class="quiet row" @click=${() => goTo(one.id)}>
              <span class="numbers">${numbers.get(one.id)}</span> <span class="grow">${one.title}</span>
              ${statusPill(one.status, statuses.work(one.status, one.reported))}
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** The newest comment, and how many there are (R93). */
export function comments({ run, step, words, when }: View): TemplateResult | Nothing {
  const { latestComment: latest, commentCount } = step;
  if (!latest && commentCount === 0) return nothing;
  return html`<section class="comments" part="comments" aria-labelledby="comments">
    <h3 class="label" id="comments">${glyph(comment)} ${words.comments(commentCount)}</h3>
    ${
      latest
        ? html`<blockquote tabindex="0" role="group" aria-labelledby="comments">${latest.text}</blockquote>
            <p class="hint">${words.commentBy(personName(run, latest.by), when(latest.at))}</p>`
        : nothing
    }
  </section>`;
}

/** What a receipt warned of; it blocks nothing (R79). */
export const warned = (
  warnings: readonly Warning[],
  line: (warning: Warning) => string,
  words: Words,
  dismiss: () => void,
): TemplateResult | Nothing =>
  warnings.length === 0
    ? nothing
    : notice(
        'warn',
        html`${words.warned} ${warnings.map((one) => html`<span class="warned">${line(one)}</span>`)}`,
        html`<button type="button" @click=${dismiss}>${words.dismiss}</button>`,
      );
