/** One step of the queue. A row is drawn again only where something that it shows is different. */
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Id } from '../../domain/run.js';
import type { status } from '../../messages/en/status.js';
import type { steps } from '../../messages/en/steps.js';
import { clip } from '../../messages/phrases.js';
import { glyph, issue, ok, pending, person, redline, retry, sign } from '../../styles/glyphs.js';
import { statusGlyphs } from '../status-pill.js';
import type { StepFacts } from './facts.js';

/** What all rows are drawn with. */
export interface Rows {
  words: typeof steps;
  statuses: typeof status;
  /** Why a step stands still. */
  why: (reason: string) => string;
  /** Whose list it is. */
  me: Id;
  nameOf: (person: Id) => string;
  current: Id | undefined;
  /** The row that Tab leads to. */
  entry: Id | undefined;
  /** Whether rows stand in as their steps are nested: not where some of them are left out. */
  nested: boolean;
  choose: (step: Id) => void;
}

/** Deeper than this they stand in no further. */
const deepest = 6;

export function row(rows: Rows, facts: StepFacts): unknown {
  const { step, number, level, waitsFor, people, secondTryOf, settled, issues, stale, done, total } = facts;
  const { words, statuses, me, current, entry, nested } = rows;
  const isCurrent = step.id === current;
  const isEntry = step.id === entry;
  // The time of labor and values inside are not shown, so a step that is different in these is the same here.
  const shown = [
    words,
    statuses,
    number,
    step.title,
    step.status,
    step.reported,
    step.required,
    step.addedBy,
    step.hold,
    waitsFor.join(),
    people.map((id) => `${id === me} ${rows.nameOf(id)}`).join('\n'),
    secondTryOf,
    settled,
    issues,
    stale,
    done,
    total,
    isCurrent,
    isEntry,
    nested,
    step.id,
  ];
  return guard(shown, () => draw(rows, facts, isCurrent, isEntry, nested ? Math.min(level, deepest) : 1));
}

/** There may be hundreds, so the glyph of the status stands in the template of the row. */
function draw(
  rows: Rows,
  { step, number, level, ...facts }: StepFacts,
  isCurrent: boolean,
  isEntry: boolean,
  depth: number,
): TemplateResult {
  const { statuses } = rows;
  return html`<li part="row" class="${step.status} depth-${depth}" aria-level=${level}>
    <button
      type="button"
      class="step"
      data-id=${step.id}
      tabindex=${isEntry ? 0 : -1}
      aria-current=${isCurrent ? 'step' : nothing}
      @click=${() => rows.choose(step.id)}
    >
      <span class="number numbers">${number}</span>
      <span class="title">${clip(step.title)}</span>
      <span class="status ${step.status}" part="status"
        ><svg class="glyph" viewBox="0 0 24 24" aria-hidden="true">
          <path d=${statusGlyphs[step.status]}></path></svg
        >${statuses.work(step.status, step.reported && clip(step.reported))}</span
      >
      ${below(rows, step, facts)}
    </button>
  </li>`;
}

/** The line below the title; most steps of a long run have none. */
function below(
  { words, why, me, nameOf }: Rows,
  { required, addedBy, hold }: StepFacts['step'],
  {
    waitsFor,
    people,
    secondTryOf,
    settled,
    issues,
    stale,
    done,
    total,
  }: Omit<StepFacts, 'step' | 'number' | 'level'>,
): TemplateResult | typeof nothing {
  const fact = (text: string, path: string, tone = ''): TemplateResult =>
    html`<span class="fact ${tone}"
      ><svg class="glyph" viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>
      <span>${text}</span></span
    >`;
  const names = people.map((id) => (id === me ? words.you : clip(nameOf(id))));
  const facts = [
    hold && fact(words.held(why(hold.reason), hold.comment && clip(hold.comment)), pending, 'why'),
    people.length > 0 &&
      html`<span class="fact people"
        >${glyph(person)} <span class="visually-hidden">${words.atWork}</span>
        <span>${words.people(names)}</span></span
      >`,
    waitsFor.length > 0 && fact(words.waitsFor(waitsFor), pending),
    stale > 0 && fact(words.stale(stale), sign, 'toned bad'),
    issues > 0 && fact(words.issues(issues), issue, 'toned warn'),
    settled && fact(words.settled, ok, 'toned ok'),
    secondTryOf !== undefined && fact(words.secondTry(secondTryOf), retry),
    addedBy !== undefined && fact(words.putIn, redline),
    !required && html`<span class="fact">${words.optional}</span>`,
    total > 0 && html`<span class="fact numbers done">${words.progress(done, total)}</span>`,
  ].filter(Boolean);
  return facts.length === 0 && total === 0
    ? nothing
    : html`<span class="facts">${facts}</span>${
          total > 0 ? html`<progress max=${total} value=${done} aria-hidden="true"></progress>` : nothing
        }`;
}
