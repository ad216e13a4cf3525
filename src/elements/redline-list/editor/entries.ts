/** A list of things of a step in the editor: each is changed, taken away, or as it was; new ones come at the end. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { glyph, redline as pencil } from '../../../styles/glyphs.js';
import type { Panel } from './controls.js';
import type { Place } from './proposal.js';

/** Longer lists are shown whole when somebody asks for that. */
const many = 60;

export interface Entry {
  place: Place;
  name: string;
  /** What there is to say of it in a line; asked of those that are shown. */
  about(): string;
  state: 'added' | 'changed' | 'removed' | undefined;
  /** Why it stays as it is. */
  fixed?: string;
  /** What can be entered, drawn when it is open. */
  form(): TemplateResult;
  remove(): void;
  /** Takes back what was entered, or that it goes. */
  restore(): void;
}

export const rowId = (place: Place): string => `row-${place.replace(/[^\w-]/g, '_')}`;

export function entries(panel: Panel, all: readonly Entry[], key: string): TemplateResult {
  const isWhole = panel.isOpen(`all:${key}`);
  const shown = isWhole ? all : all.filter(({ state }, at) => at < many || state !== undefined);
  return html`<ul class="entries">
      ${repeat(
        shown,
        ({ place }) => place,
        (one) => row(panel, one),
      )}
    </ul>
    ${
      shown.length < all.length
        ? html`<div class="actions">
            <button type="button" class="quiet" @click=${() => panel.toggle(`all:${key}`, true)}>
              ${panel.texts.showAll(all.length)}
            </button>
          </div>`
        : nothing
    }`;
}

function row(panel: Panel, one: Entry): TemplateResult {
  const { texts, locked } = panel;
  const { place, name, state, fixed } = one;
  const id = rowId(place);
  const isOpen = state === 'added' || (panel.isOpen(place) && state !== 'removed');
  const toggle = (): void => {
    panel.toggle(place, !isOpen);
    panel.focus(isOpen ? `#${id} .change` : `#${id} input`);
  };
  const back = (act: () => void): void => {
    act();
    panel.focus(`#${id} button`);
  };
  return html`<li id=${id} class=${state ?? ''}>
    <div class="row">
      <div class="grow">
        ${state === 'removed' ? html`<s>${name}</s>` : html`<strong>${name}</strong>`}
        ${
          state
            ? html`<span class="badge ${state === 'removed' ? 'bad' : state === 'added' ? 'ok' : 'info'}"
                >${glyph(pencil)} ${texts.state[state]}</span
              >`
            : nothing
        }
        <p class="hint">${fixed ?? one.about()}</p>
      </div>
      ${fixed === undefined ? buttons() : nothing}
    </div>
    ${isOpen ? one.form() : panel.problem(place)}
  </li>`;

  function buttons(): TemplateResult {
    const button = (word: string, label: string, press: () => void, more = ''): TemplateResult =>
      html`<button
        type="button"
        class="quiet ${more}"
        aria-label=${label}
        aria-expanded=${more === 'change' ? String(isOpen) : nothing}
        ?disabled=${locked}
        @click=${press}
      >
        ${word}
      </button>`;
    if (state === 'removed') {
      return html`<span class="tools"
        >${button(texts.keepWord, texts.keep(name), () => back(one.restore))}</span
      >`;
    }
    return html`<span class="tools">
      ${
        state === 'added'
          ? nothing
          : button(
              isOpen ? texts.doneWord : texts.changeWord,
              (isOpen ? texts.done : texts.change)(name),
              toggle,
              'change',
            )
      }
      ${
        state === 'changed'
          ? button(texts.asBeforeWord, texts.asBefore(name), () => {
              panel.toggle(place, false);
              back(one.restore);
            })
          : button(texts.removeWord, texts.remove(name), () =>
              state === 'added' ? one.remove() : back(one.remove),
            )
      }
    </span>`;
  }
}
