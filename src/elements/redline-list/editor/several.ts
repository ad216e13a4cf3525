/** What there may be several of, such as the options of a choice: each in a line that can be taken away, more below. */
import { html, type TemplateResult } from 'lit';
import { close, glyph } from '../../../styles/glyphs.js';
import { withAt, withoutAt, type Panel } from './controls.js';

export interface Several<One> {
  /** The beginning of the ids. */
  id: string;
  label: string;
  all: readonly One[];
  /** What one is called that says nothing of itself. */
  nth(count: number): string;
  /** What one says of itself. */
  said(one: One): string;
  /** The inputs of one. */
  inputs(one: One, name: string, set: (one: One) => void): TemplateResult;
  add: string;
  empty: One;
  set(all: readonly One[]): void;
}

export function several<One>(panel: Panel, list: Several<One>): TemplateResult {
  const { texts, locked } = panel;
  const { id, label, all, add, empty } = list;
  const set = (changed: readonly One[], focus: string): void => {
    list.set(changed);
    panel.focus(focus);
  };
  return html`<fieldset class="field">
    <legend class="label">${label}</legend>
    ${all.map((one, at) => {
      const name = list.nth(at + 1);
      return html`<div class="line" id="${id}-${at}">
        ${list.inputs(one, name, (changed) => list.set(withAt(all, at, changed)))}
        <button
          type="button"
          class="icon quiet"
          aria-label=${texts.remove(list.said(one) || name)}
          ?disabled=${locked}
          @click=${() => set(withoutAt(all, at), `#${id}-${Math.max(0, at - 1)} input, #${id}-add`)}
        >
          ${glyph(close)}
        </button>
      </div>`;
    })}
    <div class="actions">
      <button
        type="button"
        id="${id}-add"
        ?disabled=${locked}
        @click=${() => set([...all, empty], `#${id}-${all.length} input`)}
      >
        ${add}
      </button>
    </div>
  </fieldset>`;
}
