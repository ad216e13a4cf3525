/** The people whom an `@` in a text offers: chosen by arrows and Enter, or by tap, while the text keeps the focus. */
import { html, nothing, type TemplateResult } from 'lit';
import { mentionAt, peopleNamed } from '../../domain/mention.js';
import type { Id, Person } from '../../domain/run.js';
import { comment as commentWords } from '../../messages/en/comment.js';
import { clip } from '../../messages/phrases.js';
import { words } from '../../messages/registry.js';
import { mark } from '../person-mark.js';

/** How many are offered at once. */
const most = 8;
const optionId = (index: number): string => `person-${index}`;

export class PeoplePicker {
  /** Who was picked by hand, for names that several people have. */
  readonly picked = new Set<Id>();
  readonly #box: () => HTMLTextAreaElement | null;
  readonly #changed: () => void;
  readonly #typed: (text: string) => void;
  #found: readonly Person[] = [];
  #index = 0;
  /** Where the name that is being typed begins and ends. */
  #span: { from: number; to: number } | undefined;

  /** `typed` gets the text with the name in it. */
  constructor(box: () => HTMLTextAreaElement | null, changed: () => void, typed: (text: string) => void) {
    this.#box = box;
    this.#changed = changed;
    this.#typed = typed;
  }

  get open(): boolean {
    return this.#span !== undefined;
  }

  /** The id of the option that Enter takes. */
  get active(): string | undefined {
    return this.open ? optionId(this.#index) : undefined;
  }

  close(): void {
    if (!this.#span) return;
    this.#span = undefined;
    this.#changed();
  }

  /** Another text. */
  forget(): void {
    this.#span = undefined;
    this.picked.clear();
  }

  /** After each key: is a name being typed, and whose may it be. */
  look(people: readonly Person[]): void {
    const box = this.#box();
    const caret = box?.selectionEnd ?? 0;
    const at = box ? mentionAt(box.value, caret) : undefined;
    const found = at ? peopleNamed(people, at.typed).slice(0, most) : [];
    // A name with a space behind it is there already.
    const done = at && /\s$/.test(at.typed) && found.some(({ name }) => isSame(name, at.typed));
    if (!at || found.length === 0 || done) return this.close();
    this.#found = found;
    this.#index = 0;
    this.#span = { from: at.at, to: caret };
    this.#changed();
  }

  /** For who cannot type an `@` easily. */
  begin(people: readonly Person[]): void {
    const box = this.#box();
    if (!box) return;
    box.focus();
    const { selectionStart: from, selectionEnd: to, value } = box;
    const apart = from > 0 && !/\s/.test(value[from - 1]!);
    box.setRangeText(apart ? ' @' : '@', from, to, 'end');
    this.#typed(box.value);
    this.look(people);
  }

  keyDown(event: KeyboardEvent): void {
    if (!this.open || event.ctrlKey || event.metaKey || event.altKey) return;
    const count = this.#found.length;
    const to = { ArrowDown: this.#index + 1, ArrowUp: this.#index + count - 1 }[event.key];
    if (to !== undefined) {
      this.#index = to % count;
      this.#changed();
    } else if (event.key === 'Enter' || event.key === 'Tab') this.#pick(this.#found[this.#index]!);
    else if (event.key === 'Escape') this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #pick({ id, name }: Person): void {
    const box = this.#box();
    const span = this.#span;
    this.#span = undefined;
    if (!box || !span) return;
    this.picked.add(id);
    const space = /^\s/.test(box.value.slice(span.to)) ? '' : ' ';
    box.setRangeText(`@${name}${space}`, span.from, span.to, 'end');
    this.#typed(box.value);
    this.#changed();
  }

  /** The region stays, so that what is said in it is heard. */
  draw(host: Element): TemplateResult {
    const texts = words(host, 'comment', commentWords);
    const found = this.open ? this.#found : [];
    return html`${
        found.length === 0
          ? nothing
          : html`<ul id="people" part="people" role="listbox" aria-label=${texts.people}>
              ${found.map(
                (person, index) =>
                  html`<li
                    id=${optionId(index)}
                    role="option"
                    aria-selected=${index === this.#index}
                    @pointerdown=${(event: Event) => event.preventDefault()}
                    @mousedown=${(event: Event) => event.preventDefault()}
                    @click=${() => this.#pick(person)}
                  >
                    ${mark(person.name, 'away')}
                    <span class="name"><bdi>${clip(person.name)}</bdi></span>
                    <span class="hint">${clip(person.roles.join(', '))}</span>
                  </li>`,
              )}
            </ul>`
      }
      <div class="visually-hidden" role="status">
        ${found.length === 0 ? nothing : texts.found(found.length)}
      </div>`;
  }

  /** To be called after each drawing: the option that Enter takes is seen. */
  drawn(): void {
    const active = this.active;
    if (active === undefined) return;
    const form = this.#box()?.parentElement;
    form?.querySelector(`#${active}`)?.scrollIntoView({ block: 'nearest' });
  }
}

const isSame = (name: string, typed: string): boolean => name.toLowerCase() === typed.trim().toLowerCase();
