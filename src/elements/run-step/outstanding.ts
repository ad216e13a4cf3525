/** What stands in the way of completing a step, each a button that leads there (R75, R76). */
import { html, nothing, type TemplateResult } from 'lit';
import type { Blocker } from '../../domain/command.js';
import type { step } from '../../messages/en/step.js';
import { chevron, glyph, info } from '../../styles/glyphs.js';
import { marks } from '../blocker-marks.js';

/** How many are listed at first, and how many more at each press. */
export const listedAtFirst = 8;
export const listedMore = 100;

export interface Outstanding {
  blockers: readonly Blocker[];
  listed: number;
  words: typeof step;
  /** A blocker in words. */
  line: (blocker: Blocker) => string;
  go: (blocker: Blocker) => void;
  more: () => void;
}

export function outstanding({ blockers, listed, words, line, go, more }: Outstanding): TemplateResult {
  const rest = blockers.length - listed;
  return html`<section class="outstanding" part="outstanding" aria-labelledby="outstanding">
    <h3 class="label" id="outstanding" tabindex="-1">${words.outstanding(blockers.length)}</h3>
    <ul>
      ${blockers.slice(0, listed).map((blocker) => {
        const text = line(blocker);
        return html`<li>
          <button type="button" class="quiet" aria-label=${words.goTo(text)} @click=${() => go(blocker)}>
            ${glyph(marks[blocker.kind] ?? info)} <span>${text}</span>
          </button>
        </li>`;
      })}
    </ul>
    ${
      rest > 0
        ? html`<button type="button" class="quiet more" aria-expanded="false" @click=${more}>
            ${glyph(chevron)} ${words.more(rest)}
          </button>`
        : nothing
    }
  </section>`;
}
