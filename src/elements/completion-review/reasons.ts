/** What stands in the way of completing a run, by kind, each a button that leads to its control (R76, R99). */
import { html, nothing, type TemplateResult } from 'lit';
import type { Blocker, BlockerKind } from '../../domain/command.js';
import { blocker as blockerWords } from '../../messages/en/blocker.js';
import { review as reviewWords } from '../../messages/en/review.js';
import { words } from '../../messages/registry.js';
import { chevron, glyph, info } from '../../styles/glyphs.js';
import { marks } from '../blocker-marks.js';
import { namer } from '../names.js';
import type { Desk } from './view.js';

/** How many of a kind are listed at first. */
export const listedAtFirst = 50;
/** Up to so many in all are shown without asking. */
const few = 5;

export function reasons(
  { host, session, listedMore, go, more }: Desk,
  blockers: readonly Blocker[],
): TemplateResult | typeof nothing {
  if (blockers.length === 0) return nothing;
  const say = words(host, 'review', reviewWords);
  const { line } = words(host, 'blocker', blockerWords);
  const nameOf = namer(session);
  const listed = listedAtFirst + listedMore;
  // Every known kind has its place, so that one that goes does not fold another.
  const byKind = new Map<string, Blocker[]>(Object.keys(marks).map((kind) => [kind, []]));
  for (const blocker of blockers) {
    const alike = byKind.get(blocker.kind);
    if (alike) alike.push(blocker);
    else byKind.set(blocker.kind, [blocker]);
  }
  /** Of a step that failed: how it is settled; of what is in a step: in which one. */
  const about = ({ kind, stepId, targetId }: Blocker): TemplateResult | typeof nothing => {
    const target = kind === 'incomplete-step' ? session.target(targetId) : undefined;
    const failed = target?.kind === 'step' && target.step.status === 'failed';
    const more = failed ? say.failedStep : stepId && stepId !== targetId ? nameOf(stepId) : '';
    return more ? html` <small>${more}</small>` : nothing;
  };
  const item = (blocker: Blocker): TemplateResult =>
    html`<li>
      <button type="button" class="quiet" @click=${() => go(blocker)}>
        <span class="visually-hidden">${say.goTo('')}</span
        ><span>${line(blocker.kind, nameOf(blocker.targetId))}${about(blocker)}</span>${glyph(chevron)}
      </button>
    </li>`;
  return html`<div class="reasons" part="reasons" id="reasons">
    ${[...byKind].map(([kind, alike]) =>
      alike.length === 0
        ? nothing
        : html`<details ?open=${blockers.length <= few}>
            <summary>
              ${glyph(marks[kind as BlockerKind] ?? info)}
              <span>${say.kinds(kind, alike.length)}</span> ${glyph(chevron)}
            </summary>
            <ul>
              ${alike.slice(0, listed).map(item)}
            </ul>
            ${
              alike.length > listed
                ? html`<button type="button" class="quiet" @click=${more}>
                    ${say.more(alike.length - listed)}
                  </button>`
                : nothing
            }
          </details>`,
    )}
  </div>`;
}
