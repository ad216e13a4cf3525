/** The one menu of further actions of an element: a popover that is worked by arrows, Home, End and Escape. */
import { html, nothing, type TemplateResult } from 'lit';
import { glyph, more } from '../styles/glyphs.js';

export interface MenuItem {
  /** By which a shortcut finds it. */
  command?: string;
  label: string;
  glyph: string;
  /** What belongs together; a line stands between two groups. */
  group?: string;
  /** It takes something away. */
  danger?: boolean | undefined;
  pick: () => void;
}

const itemsOf = (menu: HTMLElement): readonly HTMLElement[] => [
  ...menu.querySelectorAll<HTMLElement>('[role=menuitem]'),
];

const buttonOf = (menu: Element): HTMLElement => menu.previousElementSibling as HTMLElement;

/** The focus goes in and comes back, unless it has gone elsewhere meanwhile. */
function toggled({ target, newState }: ToggleEvent): void {
  const menu = target as HTMLElement;
  if (newState === 'open') itemsOf(menu)[0]?.focus();
  else {
    const { activeElement } = menu.getRootNode() as ShadowRoot;
    if (!activeElement || menu.contains(activeElement)) buttonOf(menu).focus();
  }
}

function keyDown(event: KeyboardEvent): void {
  const menu = event.currentTarget as HTMLElement;
  const items = itemsOf(menu);
  const at = items.indexOf(event.target as HTMLElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[
    event.key
  ];
  if (event.key === 'Tab') menu.hidePopover();
  if (next === undefined) return;
  event.preventDefault();
  items[next % items.length]!.focus();
}

/** The button has the focus first, so that what opens next gives it back there. */
function pick(event: Event, item: MenuItem): void {
  const menu = (event.currentTarget as HTMLElement).closest<HTMLElement>('[role=menu]')!;
  menu.hidePopover();
  buttonOf(menu).focus();
  item.pick();
}

/** Nothing where there are no items. */
export const menu = (label: string, items: readonly MenuItem[]): TemplateResult | typeof nothing =>
  items.length === 0
    ? nothing
    : html`<button
          type="button"
          class="icon menu-button"
          popovertarget="menu"
          aria-haspopup="menu"
          aria-label=${label}
        >
          ${glyph(more)}
        </button>
        <div
          id="menu"
          class="menu"
          part="menu"
          popover
          role="menu"
          aria-label=${label}
          @toggle=${toggled}
          @keydown=${keyDown}
        >
          ${items.map(
            (item, at) =>
              html`${
                  at > 0 && items[at - 1]!.group !== item.group ? html`<hr role="separator" />` : nothing
                }<button
                  type="button"
                  role="menuitem"
                  data-command=${item.command ?? nothing}
                  tabindex="-1"
                  class=${item.danger ? 'danger' : nothing}
                  @click=${(event: Event) => pick(event, item)}
                >
                  ${glyph(item.glyph)} ${item.label}
                </button>`,
          )}
        </div>`;
