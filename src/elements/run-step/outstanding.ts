/** What stands in the way of completing a step, each a button that leads there (R75, R76). */
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Blocker } from '../../domain/command.js';
import { blocker as blockerWords } from '../../messages/en/blocker.js';
import { step as stepWords } from '../../messages/en/step.js';
import { words } from '../../messages/registry.js';
import type { RunSession } from '../../session.js';
import { chevron, glyph, info } from '../../styles/glyphs.js';
import { marks } from '../blocker-marks.js';
import { namer } from '../names.js';

/** How many are listed at first, and how many more at each press. */
export const listedAtFirst = 8;
export const listedMore = 100;

export interface Outstanding {
  element: Element;
  session: RunSession;
  blockers: readonly Blocker[];
  listed: number;
  go: (blocker: Blocker) => void;
  more: () => void;
}

export function outstanding({ element, session, blockers, listed, go, more }: Outstanding): TemplateResult {
  const say = words(element, 'step', stepWords);
  const { line } = words(element, 'blocker', blockerWords);
  const nameOf = namer(session);
  const rest = blockers.length - listed;
  return html`<h3 class="label" id="outstanding" tabindex="-1">${say.outstanding(blockers.length)}</h3>
    <ul>
      ${blockers.slice(0, listed).map((blocker) => {
        const name = nameOf(blocker.targetId);
        // With every value it is asked what is outstanding, and most of it is what it was.
        return guard([blocker, name, say, line], () => {
          const text = line(blocker.kind, name);
          return html`<li>
            <button type="button" class="quiet" aria-label=${say.goTo(text)} @click=${() => go(blocker)}>
              ${glyph(marks[blocker.kind] ?? info)} <span>${text}</span>
            </button>
          </li>`;
        });
      })}
    </ul>
    ${
      rest > 0
        ? html`<button type="button" class="quiet more" aria-expanded="false" @click=${more}>
            ${glyph(chevron)} ${say.more(rest)}
          </button>`
        : nothing
    }`;
}
