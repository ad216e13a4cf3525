/**
 * The base of the elements that are a shell: what one draws loads beside the run, which it needs anyway, and is there
 * at once for every later one. Where it cannot be loaded that is told, with a button to try again.
 */
import { adoptStyles, html, nothing, type CSSResult, type PropertyValues, type TemplateResult } from 'lit';
import { field as fieldWords } from '../messages/en/field.js';
import { words } from '../messages/registry.js';
import { buttons } from '../styles/buttons.js';
import { glyph, warning } from '../styles/glyphs.js';
import { notice } from '../styles/notice.js';
import { shell } from '../styles/shell.js';
import { tokens } from '../styles/tokens.js';
import { tones } from '../styles/tones.js';
import type { CommandFormHost } from './command-form.js';
import { later, type Later } from './later.js';
import { SessionElement } from './session-element.js';

/** Needed with the second press at the soonest. */
const taps = later(() => import('./double-tap.js'));

export abstract class ShellElement<Drawing extends { styles: readonly CSSResult[] }> extends SessionElement {
  static override styles = [tokens, tones, notice, buttons];

  /** What it draws, which is loaded. */
  protected abstract readonly drawing: Later<Drawing>;

  #adopted: readonly CSSResult[] = [shell];
  /** What was asked for once more, while the button for that has the focus. */
  #retried: Later<unknown> | undefined;

  protected abstract draw(drawing: Drawing): TemplateResult | typeof nothing;

  /** What its parts are given, to ask for commands with. */
  protected get commandHost(): CommandFormHost & Record<'element', this> {
    return {
      element: this,
      session: () => this.current,
      submit: (actor, submission) => this.submit(actor, { type: 'SUBMIT', submission }),
      retry: (actor) => this.retry(actor),
    };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.drawing();
    const guard = (): void => taps(guard)?.guardTaps(this.ownerDocument);
    guard();
    // What changed while it was away was not heard.
    this.requestUpdate();
  }

  protected override render(): TemplateResult | typeof nothing {
    const drawing = this.drawing(() => this.requestUpdate());
    if (!drawing) return this.lost(this.drawing);
    this.adopt(drawing.styles);
    return this.draw(drawing);
  }

  /** In place of a part: that it could not be loaded, if so. */
  protected lost(part: Later<unknown>): TemplateResult | typeof nothing {
    if (!part.lost) return nothing;
    const say = words(this, 'field', fieldWords);
    return html`<div class="notice bad" role="alert">
      ${glyph(warning)} <span>${say.notDrawn}</span>
      <button
        type="button"
        @click=${() => {
          this.#retried = part;
          part.again();
        }}
      >
        ${say.retry}
      </button>
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!this.#retried || this.#retried.lost) return;
    this.#retried = undefined;
    // The button that had the focus has gone.
    if (document.activeElement !== document.body) return;
    this.renderRoot.querySelector<HTMLElement>('[tabindex], input, button')?.focus();
  }

  /** Takes these to the sheets of what was drawn before. */
  protected adopt(sheets: readonly CSSResult[]): void {
    if (sheets.every((one) => this.#adopted.includes(one))) return;
    this.#adopted = [...this.#adopted, ...sheets];
    adoptStyles(this.renderRoot as ShadowRoot, [...this.#adopted]);
  }
}
