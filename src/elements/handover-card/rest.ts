/** What stands beside the lists of a hand-over: what comes next, and what was said last. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Handover } from '../../domain/handover.js';
import { isFor } from '../../domain/mention.js';
import type { Comment, Id } from '../../domain/run.js';
import type { handover as handoverWords } from '../../messages/en/handover.js';
import { clip } from '../../messages/phrases.js';
import { comment as commentGlyph, glyph, person as personGlyph, todo } from '../../styles/glyphs.js';
import type { Lines } from './lines.js';

export interface Rest {
  given: Handover;
  lines: Lines;
  words: typeof handoverWords;
  person: Id;
  /** So many of each. */
  listed: number;
  /** Something that leads to its place. */
  place: (stepId: Id, targetId: Id, content: TemplateResult) => TemplateResult;
}

export function next({ given, lines, words, listed, place }: Rest): TemplateResult | typeof nothing {
  const steps = given.next;
  if (steps.length === 0) return nothing;
  return html`<section part="list" aria-labelledby="next">
    <h4 id="next">${words.next}</h4>
    <ul>
      ${steps
        .slice(0, listed)
        .map(
          ({ stepId, targetId }) =>
            html`<li>
              ${place(
                stepId,
                targetId,
                html`<span class="sign">${glyph(todo)}</span>
                  <span class="words"><span class="what">${lines.step(stepId)}</span></span>`,
              )}
            </li>`,
        )}
    </ul>
    ${steps.length > listed ? html`<p class="hint">${words.more(steps.length - listed)}</p>` : nothing}
  </section>`;
}

/** Those that are for this person come first. */
export function comments({
  given,
  lines,
  words,
  person,
  listed,
  place,
}: Rest): TemplateResult | typeof nothing {
  const all = given.comments;
  if (all.length === 0) return nothing;
  const first = [...all.filter((one) => isFor(one, person)), ...all.filter((one) => !isFor(one, person))];
  const about = ({ stepId, by, at }: Comment): string =>
    [lines.step(stepId), words.by([lines.person(by)], lines.when(at))].join(' · ');
  return html`<section part="comments" aria-labelledby="comments">
    <h4 id="comments">${glyph(commentGlyph)} ${words.comments}</h4>
    <ul>
      ${first
        .slice(0, listed)
        .map(
          (one) =>
            html`<li>
              ${place(
                one.stepId,
                one.stepId,
                html`<span class="words"
                  >${
                    isFor(one, person)
                      ? html`<span class="badge info">${glyph(personGlyph)}${words.forYou}</span>`
                      : nothing
                  }<span class="said">${clip(one.text)}</span><span class="hint">${about(one)}</span></span
                >`,
              )}
            </li>`,
        )}
    </ul>
  </section>`;
}
