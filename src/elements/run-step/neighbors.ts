/** The steps before and after the one that is shown, in procedure order: a button for each, and one for the shortcuts. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { availableToWork } from '../../domain/lifecycle.js';
import { stepNumbers, type Id, type Run, type Step } from '../../domain/run.js';
import type { neighbors as neighborWords } from '../../messages/en/neighbors.js';
import type { shortcut as shortcutWords } from '../../messages/en/shortcut.js';
import { clip } from '../../messages/phrases.js';
import { chevron, glyph, keyboard } from '../../styles/glyphs.js';

export interface Beside {
  run: Run;
  step: Step;
  words: typeof neighborWords & Pick<typeof shortcutWords, 'open'>;
  goTo: (stepId: Id) => void;
  /** Shows the shortcuts; nothing where there are none. */
  help: (() => void) | undefined;
}

export const neighborStyles = css`
  header:has(> .beside) {
    grid-template-columns: minmax(0, 1fr) auto;
  }
  header:has(> .beside) > :not(progress) {
    grid-column: 1 / -1;
  }
  header > .beside.beside {
    grid-column: 2;
    grid-row: 1;
    justify-self: end;
  }
  /* Beside them stands the step around this one, or else its title. */
  header > .beside.beside + * {
    grid-column: 1;
    grid-row: 1;
  }
  .beside {
    display: flex;
    gap: calc(var(--_space) / 2 + var(--_gap) / 2);
    margin-block: calc(var(--_space) * -0.5);
  }
  .beside > button {
    padding-inline: var(--_space);
    color: var(--_text);
    font-weight: 400;
  }
  .beside .glyph {
    color: var(--_accent);
  }
  .beside > .previous > .glyph {
    rotate: 90deg;
  }
  .beside > .next > .glyph {
    rotate: -90deg;
  }
  :host(:dir(rtl)) .beside > .previous > .glyph {
    rotate: -90deg;
  }
  :host(:dir(rtl)) .beside > .next > .glyph {
    rotate: 90deg;
  }
  /* Where work can go on: a line below its number besides what its name says. */
  .beside > .workable > .numbers {
    font-weight: 700;
    text-decoration: underline 2px var(--_accent);
    text-underline-offset: 0.3em;
  }
  .beside > [aria-disabled='true'] {
    border-color: transparent;
    background: none;
    color: var(--_line-strong);
  }
  .beside > [aria-disabled='true'] > .glyph {
    color: inherit;
  }
  @container (max-width: 40em) {
    header > .beside.beside,
    header > .beside + .title {
      grid-column: 1 / -1;
    }
    header > .beside + .title {
      grid-row: auto;
    }
    /* A row of its own: one at each end. */
    header > .beside.beside {
      justify-self: stretch;
      margin-inline: calc(var(--_space) * -1);
    }
    .beside > .previous {
      margin-inline-end: auto;
    }
    header > .beside:has(+ .around) {
      grid-column: 2;
    }
  }
`;

export function beside({ run, step, words, goTo, help }: Beside): TemplateResult | typeof nothing {
  const at = run.steps.findIndex(({ id }) => id === step.id);
  if (at < 0 || (run.steps.length < 2 && !help)) return nothing;
  const numbers = stepNumbers(run);
  const button = (to: Step | undefined, look: 'previous' | 'next'): TemplateResult => {
    const number = (to && numbers.get(to.id)) ?? '';
    const workable = to !== undefined && availableToWork(run, to).available;
    const none = look === 'next' ? words.noNext : words.noPrevious;
    const name = to
      ? `${words[look](`${number} ${clip(to.title)}`)}${workable ? `, ${words.workable}` : ''}`
      : none;
    const told = to ? html`<span class="numbers">${number}</span>` : nothing;
    return html`<button
      type="button"
      class="quiet ${look} ${workable ? 'workable' : ''}"
      aria-label=${name}
      title=${name}
      aria-disabled=${to ? nothing : 'true'}
      @click=${() => to && goTo(to.id)}
    >
      ${look === 'previous' ? [glyph(chevron), told] : [told, glyph(chevron)]}
    </button>`;
  };
  const open = help && words.open;
  return html`<div class="beside" part="neighbors" role="group" aria-label=${words.label}>
    ${
      run.steps.length > 1
        ? [button(run.steps[at - 1], 'previous'), button(run.steps[at + 1], 'next')]
        : nothing
    }${
      help
        ? html`<button type="button" class="quiet icon help" aria-label=${open} title=${open} @click=${help}>
            ${glyph(keyboard)}
          </button>`
        : nothing
    }
  </div>`;
}
