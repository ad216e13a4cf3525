/** The question whether somebody is still there, and what became of it. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Run } from '../../domain/run.js';
import type { FlowContext } from '../../machines/command-flow.js';
import { field as fieldWords } from '../../messages/en/field.js';
import { operator as operatorWords } from '../../messages/en/operator.js';
import { words } from '../../messages/registry.js';
import type { IdleQuestion } from '../../session/idle.js';
import { glyph, pending, warning } from '../../styles/glyphs.js';
import { explain } from '../explain.js';
import { runningText } from '../labor-list/clock.js';

interface About {
  person: string;
  /** By name. */
  steps: readonly string[];
}

export type IdleShown =
  | (About & { state: 'asking'; question: IdleQuestion })
  | (About & { state: 'leaving' | 'out' })
  /** `name` is the first step that they could not be checked out of. */
  | (About & { state: 'failed'; run: Run; name: string; flow: Partial<FlowContext> });

/** What the person does about it. */
export interface IdleAnswers {
  stay(): void;
  /** Something else than a button was pressed. */
  touched(): void;
  leave(): void;
  read(): void;
}

/** Beside the sheets tokens, tones, notice, surface and buttons. */
export const idleStyles = css`
  dialog.idle {
    inline-size: min(32em, 100% - var(--_space) * 2);
    text-align: center;
  }
  .idle p {
    margin: 0;
  }
  .idle .countdown {
    display: grid;
    gap: calc(var(--_space) / 2);
  }
  .idle .left {
    font-size: calc(var(--_size-4) * 1.5);
    font-weight: 650;
    font-variant-numeric: tabular-nums;
    line-height: 1.1;
  }
  .idle .actions {
    flex-direction: column;
    align-items: stretch;
  }
  .idle .primary {
    min-block-size: calc(var(--_target) * 1.75);
    font-size: var(--_size-3);
  }
  .idle .notice {
    text-align: start;
  }
  .idle .heading:focus {
    outline: none;
  }
`;

/** Keys that work the buttons, and are no answer by themselves. */
const working = /^(Tab|Shift|Enter| |Escape)$/;

export function idleDialog(element: HTMLElement, shown: IdleShown, answers: IdleAnswers): TemplateResult {
  const say = words(element, 'operator', operatorWords);
  const asks = shown.state === 'asking' || shown.state === 'failed';
  const keyDown = (event: KeyboardEvent): void => {
    if (!asks || working.test(event.key)) return;
    // It was not meant for what is behind the question.
    event.preventDefault();
    answers.touched();
  };
  const pointerDown = ({ target }: Event): void => {
    if (asks && !(target as Element).closest('button')) answers.touched();
  };
  const cancel = (event: Event): void => {
    event.preventDefault();
    if (asks) answers.stay();
    else if (shown.state === 'out') answers.read();
  };
  return html`<dialog
    class="idle"
    part="idle"
    role="alertdialog"
    aria-labelledby="idle-title"
    aria-describedby="idle-about"
    @keydown=${keyDown}
    @pointerdown=${pointerDown}
    @cancel=${cancel}
  >
    <div class="stack">
      <h2 class="heading" id="idle-title" tabindex="-1">
        ${{ asking: say.idleTitle, leaving: say.checkingOut, out: say.idleOut, failed: say.idleNotOut }[shown.state]}
      </h2>
      ${content(element, shown)}
      <div class="actions">${buttons(element, shown, answers)}</div>
    </div>
  </dialog>`;
}

function content(element: HTMLElement, shown: IdleShown): TemplateResult {
  const say = words(element, 'operator', operatorWords);
  const { person, steps } = shown;
  switch (shown.state) {
    case 'asking':
      return html`<div class="stack" id="idle-about">
          <p>
            ${say.idleSince(person)}
            <span
              class="numbers"
              role="timer"
              data-time=${runningText({ fixed: -shown.question.since, running: 1 })}
            ></span
            >. ${say.idleSteps(steps)}
          </p>
        </div>
        <p class="countdown">
          <span>${say.idleCountdown}</span>
          <span
            class="left"
            role="timer"
            data-time=${runningText({ fixed: shown.question.until, running: -1 })}
          ></span>
        </p>`;
    case 'leaving':
      return html`<p id="idle-about">${glyph(pending)} ${say.idleSteps(steps)}</p>`;
    case 'out':
      return html`<p id="idle-about">${say.idleOutOf(person, steps)}</p>`;
    case 'failed': {
      const { what = '', why = '', next = '' } = explain(element, shown.run, shown.name, shown.flow) ?? {};
      return html`<p class="notice bad" id="idle-about">
        ${glyph(warning)} <span>${what} ${why} ${next} ${say.idleAgain}</span>
      </p>`;
    }
  }
}

function buttons(element: HTMLElement, { state }: IdleShown, answers: IdleAnswers): unknown {
  const say = words(element, 'operator', operatorWords);
  switch (state) {
    case 'asking':
      return html`<button type="button" class="primary" autofocus @click=${answers.stay}>
          ${say.stillHere}
        </button>
        <button type="button" class="quiet" @click=${answers.leave}>${say.checkOutNow}</button>`;
    case 'failed':
      return html`<button
          type="button"
          class="primary"
          autofocus
          aria-describedby="idle-about"
          @click=${answers.stay}
        >
          ${say.stillHere}
        </button>
        <button type="button" class="quiet" @click=${answers.leave}>
          ${words(element, 'field', fieldWords).retry}
        </button>`;
    case 'out':
      return html`<button
        type="button"
        class="primary"
        autofocus
        aria-describedby="idle-about"
        @click=${answers.read}
      >
        ${say.close}
      </button>`;
    default:
      return nothing;
  }
}
