/** The editor's dialog: what it asks first, its parts as tabs, the difference so far, and what is done with it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Change } from '../../../domain/run.js';
import { field as fieldWords } from '../../../messages/en/field.js';
import { words } from '../../../messages/registry.js';
import { close, glyph, warning } from '../../../styles/glyphs.js';
import { difference } from '../difference.js';
import type { Teller } from '../told.js';
import type { Panel } from './controls.js';
import type { Drafted } from './editor.js';
import { fields } from './fields.js';
import { head } from './head.js';
import { instructions } from './instructions.js';
import { order } from './order.js';
import { parts } from './parts.js';
import { tabOf, type Tab } from './proposal.js';

export const tabs = ['instructions', 'fields', 'parts', 'order', 'difference'] as const;
export type TabName = (typeof tabs)[number];

export interface Frame {
  element: Element;
  panel: Panel;
  teller: Teller;
  drafted: Drafted;
  state: string;
  /** Whether the difference stands beside what is entered. */
  isWide: boolean;
  tab: TabName;
  missing: ReadonlySet<'title' | 'step-title'>;
  /** Why it was not proposed. */
  problem: string;
  choose(tab: TabName): void;
  close(): void;
  discard(): void;
  send(): void;
}

export function frame(given: Frame): TemplateResult {
  const { element, panel, state, isWide, problem } = given;
  const { texts, step } = panel;
  const say = words(element, 'field', fieldWords);
  const isBusy = state === 'saving';
  const tab = isWide && given.tab === 'difference' ? 'instructions' : given.tab;
  return html`<dialog
    class="editor"
    part="editor"
    aria-labelledby="editor-title"
    @close=${(event: Event) => {
      // One that is gone tells it late, when the next may be open.
      if ((event.target as Element).isConnected) given.close();
    }}
    @keydown=${(event: Event) => event.stopPropagation()}
  >
    <header>
      <h3 class="heading" id="editor-title">
        ${step ? texts.title(panel.stepName(step.id)) : texts.titleOfNew}
      </h3>
      <button type="button" class="icon quiet" aria-label=${texts.close} @click=${given.close}>
        ${glyph(close)}
      </button>
    </header>
    <div class="content">
      <div class="entry">
        ${head(panel, given.missing)} ${tabList(given, tab)}
        <div role="tabpanel" id="tab-panel" aria-labelledby="tab-${tab}" tabindex="-1">
          ${tab === 'difference' ? soFar(given) : panels[tab](panel, given.teller)}
        </div>
      </div>
      ${
        isWide
          ? html`<aside class="preview" aria-labelledby="so-far">
              <h4 class="label" id="so-far">${texts.difference}</h4>
              ${soFar(given)}
            </aside>`
          : nothing
      }
    </div>
    <footer>
      ${
        problem
          ? html`<p class="notice bad" role="alert">${glyph(warning)} <span>${problem}</span></p>`
          : html`<p class="hint">${step ? texts.then : texts.thenNew}</p>`
      }
      <div class="actions">
        <button
          type="button"
          class="primary"
          id="propose"
          aria-busy=${isBusy ? 'true' : nothing}
          @click=${given.send}
        >
          ${isBusy ? texts.proposing : state === 'failed' ? say.retry : texts.propose}
        </button>
        <button
          type="button"
          class="quiet"
          aria-disabled=${isBusy ? 'true' : nothing}
          @click=${given.discard}
        >
          ${texts.discard}
        </button>
      </div>
    </footer>
  </dialog>`;
}

const panels: Readonly<Record<Tab, (panel: Panel, teller: Teller) => TemplateResult>> = {
  instructions,
  fields,
  parts,
  order,
};

function soFar({ element, panel, drafted }: Frame): TemplateResult {
  const { run, redline } = drafted;
  if (!redline || (redline.changes!.length === 0 && !redline.adds))
    return html`<p class="hint">${panel.texts.same}</p>`;
  return difference({
    element,
    run,
    redline,
    whole: panel.isOpen('whole'),
    showWhole: () => panel.toggle('whole', true),
  });
}

const tabOfChange = ({ change }: Change): Tab =>
  change === 'instructions' || change === 'unknown'
    ? 'instructions'
    : /-(field|line)$/.test(change)
      ? 'fields'
      : change.endsWith('requirement')
        ? 'parts'
        : 'order';

function tabList(given: Frame, tab: TabName): TemplateResult {
  const { panel, drafted, isWide, choose } = given;
  const { texts } = panel;
  const shown = tabs.filter((name) => !isWide || name !== 'difference');
  const changes = drafted.redline?.changes ?? [];
  const count = (name: TabName): number =>
    name === 'difference' ? changes.length : changes.filter((one) => tabOfChange(one) === name).length;
  const isWrong = (name: TabName): boolean =>
    [...drafted.problems.keys()].some((place) => tabOf(place) === name);
  const keyDown = (event: KeyboardEvent): void => {
    const list = event.currentTarget as HTMLElement;
    const forward = getComputedStyle(list).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const at = shown.indexOf(tab);
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? shown.length - 1
          : event.key === 'ArrowRight' || event.key === 'ArrowLeft'
            ? (at + (event.key === forward ? 1 : shown.length - 1)) % shown.length
            : -1;
    if (to < 0) return;
    event.preventDefault();
    choose(shown[to]!);
    panel.focus(`#tab-${shown[to]!}`);
  };
  return html`<div class="tabs" role="tablist" aria-label=${texts.parts} @keydown=${keyDown}>
    ${shown.map((name) => {
      const number = count(name);
      return html`<button
        type="button"
        role="tab"
        id="tab-${name}"
        aria-selected=${String(name === tab)}
        aria-controls="tab-panel"
        tabindex=${name === tab ? 0 : -1}
        @click=${() => choose(name)}
      >
        ${isWrong(name) ? html`<span class="toned bad">${glyph(warning)}</span>` : nothing}
        ${texts.tab[name]}${
          number > 0
            ? html` <span class="count"
                ><span aria-hidden="true">${number}</span
                ><span class="visually-hidden">${texts.changes(number)}</span></span
              >`
            : nothing
        }
      </button>`;
    })}
  </div>`;
}
