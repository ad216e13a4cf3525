/** The editor's part for instructions: paragraphs are changed, added, removed and moved. */
import { html, nothing, type TemplateResult } from 'lit';
import { chevron, close, glyph } from '../../../styles/glyphs.js';
import { withAt, withoutAt, type Panel } from './controls.js';

const idOf = (at: number): string => `paragraph-${at}`;

export function instructions(panel: Panel): TemplateResult {
  const { texts, step, draft, locked } = panel;
  const all = draft.instructions ?? step?.instructions ?? [];
  const set = (instructions: readonly string[], focus: string): void => {
    panel.set({ instructions });
    panel.focus(focus);
  };
  const move = (at: number, by: -1 | 1): void => {
    const moved = all.with(at, all[at + by]!).with(at + by, all[at]!);
    set(moved, `#${idOf(at + by)}-${by < 0 ? 'up' : 'down'}, #${idOf(at + by)}`);
  };
  return html`<div class="stack">
    ${panel.problem('instructions')}
    ${all.length === 0 ? html`<p class="hint">${texts.noParagraphs}</p>` : nothing}
    <ol class="paragraphs">
      ${all.map((text, at) => {
        const name = texts.paragraph(at + 1);
        return html`<li>
          <div class="row">
            <label class="label" for=${idOf(at)}>${name}</label>
            <span class="tools">
              ${at > 0 ? tool('up', texts.up(name), `${idOf(at)}-up`, () => move(at, -1), locked) : nothing}
              ${
                at < all.length - 1
                  ? tool('down', texts.down(name), `${idOf(at)}-down`, () => move(at, 1), locked)
                  : nothing
              }
              ${tool(
                'remove',
                texts.remove(name),
                `${idOf(at)}-remove`,
                () =>
                  set(
                    withoutAt(all, at),
                    all.length > 1 ? `#${idOf(Math.min(at, all.length - 2))}` : '#add-paragraph',
                  ),
                locked,
              )}
            </span>
          </div>
          <textarea
            id=${idOf(at)}
            rows="2"
            ?readonly=${locked}
            .value=${text}
            @input=${(event: Event) =>
              panel.set({ instructions: withAt(all, at, (event.target as HTMLTextAreaElement).value) })}
          ></textarea>
        </li>`;
      })}
    </ol>
    <div class="actions">
      <button
        type="button"
        id="add-paragraph"
        ?disabled=${locked}
        @click=${() => set([...all, ''], `#${idOf(all.length)}`)}
      >
        ${texts.addParagraph}
      </button>
    </div>
  </div>`;
}

const tool = (
  kind: 'up' | 'down' | 'remove',
  label: string,
  id: string,
  press: () => void,
  locked: boolean,
): TemplateResult =>
  html`<button
    type="button"
    class="icon quiet ${kind}"
    id=${id}
    aria-label=${label}
    ?disabled=${locked}
    @click=${press}
  >
    ${glyph(kind === 'remove' ? close : chevron)}
  </button>`;
