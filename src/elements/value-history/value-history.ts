import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { toFault, type AdapterFault } from '../../adapters/adapter.js';
import { recordOf, type Field, type Id, type ValueRecord } from '../../domain/run.js';
import { fault as faultWords } from '../../messages/en/fault.js';
import { field as fieldWords } from '../../messages/en/field.js';
import { history as historyWords } from '../../messages/en/history.js';
import { words } from '../../messages/registry.js';
import { buttons } from '../../styles/buttons.js';
import { glyph, warning } from '../../styles/glyphs.js';
import { inputs } from '../../styles/inputs.js';
import { tokens } from '../../styles/tokens.js';
import { tones } from '../../styles/tones.js';
import { SessionElement } from '../session-element.js';
import { entry, readEntry } from './entry.js';
import { styles } from './value-history.styles.js';

const atOnce = 50;

/** What has been read so far, and what goes on: there is more where `cursor` is. */
interface Read {
  items: readonly ValueRecord[];
  cursor?: string | undefined;
  doing: 'loading' | 'nothing' | 'failed';
  fault?: AdapterFault;
}

/**
 * What was recorded in a field from the newest on: each value with its unit, how it stands to the limits, who recorded
 * it, when and how, why it was changed, why a deviation was accepted; and when it was cleared or did not apply.
 *
 * A field opens it in a dialog, from the line that says who recorded its value. Alone it stands wherever its
 * `field-id` is told. Fifty are read at a time.
 *
 * @tagname value-history
 * @summary The earlier values of a field.
 *
 * @csspart entry - One recorded value.
 * @csspart verdict - How the value stands to the limits: glyph and word.
 * @csspart deviation - Why a value out of range was accepted, and by whom.
 * @csspart message - That nothing is there, is being read, or could not be read.
 */
export class ValueHistory extends SessionElement {
  static override styles = [tokens, tones, buttons, inputs, styles];

  static override properties: PropertyDeclarations = { fieldId: { attribute: 'field-id' } };

  /** Which field of the run, by id. */
  fieldId: Id | undefined;

  #read: Read | undefined;
  /** What it was read of: another field, session or version of the field is read anew. */
  #of: readonly unknown[] = [];
  /** The first entry that came with the last press. */
  #from: number | undefined;

  protected override get followed(): readonly Id[] {
    return this.fieldId === undefined ? [] : [this.fieldId];
  }

  get #field(): Field | undefined {
    const target = this.fieldId === undefined ? undefined : this.current?.target(this.fieldId);
    return target?.kind === 'field' ? target.field : undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { current } = this;
    const field = this.#field;
    if (!field || !current?.adapter.values || current.isPending(field.id)) return;
    const of = [current, field.id, field.version];
    if (of.every((one, at) => one === this.#of[at])) return;
    const same = current === this.#of[0] && field.id === this.#of[1];
    this.#of = of;
    void this.#load({ items: same ? (this.#read?.items ?? []) : [], doing: 'loading' }, true);
  }

  /** Reads on from where `read` ends; from the newest where it is `anew`. */
  async #load(read: Read, anew = false): Promise<void> {
    const { adapter, runId } = this.current!;
    this.#read = read;
    const { cursor } = read;
    try {
      const page = await adapter.values!(runId, this.fieldId!, {
        newestFirst: true,
        limit: atOnce,
        ...(cursor !== undefined && { cursor }),
      });
      if (this.#read !== read) return;
      const items = [...(anew ? [] : read.items), ...page.items.flatMap(readEntry)];
      this.#read = { items, cursor: page.cursor, doing: 'nothing' };
    } catch (error) {
      if (this.#read !== read) return;
      this.#read = { ...read, doing: 'failed', fault: toFault(error) };
    }
    this.requestUpdate();
  }

  #more(): void {
    const { items, cursor } = this.#read!;
    this.#from = items.length;
    void this.#load({ items, cursor, doing: 'loading' });
    this.requestUpdate();
  }

  protected override render(): TemplateResult | typeof nothing {
    const field = this.#field;
    const run = this.current?.run;
    if (!field || !run) return nothing;
    const texts = words(this, 'history', historyWords);
    if (!this.current!.adapter.values) return html`<p class="hint" part="message">${texts.none}</p>`;
    const { doing, items: read, cursor } = this.#read ?? { doing: 'loading', items: [] };
    // What came with the run was recorded elsewhere.
    const present = recordOf(field);
    const items = read.length === 0 && doing === 'nothing' && present ? [present] : read;
    const more = cursor !== undefined && doing !== 'failed';
    return html`<ol aria-label=${texts.of(field.label)}>
        ${items.map((record) => entry(this, run, field, record))}
      </ol>
      <div role="status">
        ${
          doing === 'loading' && !more
            ? html`<p class="hint" part="message">${texts.loading}</p>`
            : doing === 'nothing' && items.length === 0
              ? html`<p class="hint" part="message">${texts.empty}</p>`
              : nothing
        }
      </div>
      ${doing === 'failed' ? this.#failed() : nothing}
      ${
        more
          ? html`<button
              type="button"
              class="quiet more"
              aria-busy=${doing === 'loading'}
              @click=${() => doing === 'nothing' && this.#more()}
            >
              ${doing === 'loading' ? texts.loading : texts.more}
            </button>`
          : nothing
      }`;
  }

  #failed(): TemplateResult {
    const { why, next } = words(this, 'fault', faultWords).notLoaded(this.#read!.fault!);
    const again = (): void => {
      const { items, cursor } = this.#read!;
      void this.#load({ items, cursor, doing: 'loading' }, cursor === undefined);
      this.requestUpdate();
    };
    return html`<div class="message toned bad" part="message" role="alert">
        ${glyph(warning)}<span>${words(this, 'history', historyWords).notLoaded} ${why} ${next}</span>
      </div>
      <button type="button" @click=${again}>${words(this, 'field', fieldWords).retry}</button>`;
  }

  /** A button that goes with its work done leaves the focus at what it brought. */
  protected override update(changed: PropertyValues<this>): void {
    const focused = this.shadowRoot?.activeElement;
    super.update(changed);
    if (!focused || focused.isConnected) return;
    const item = this.renderRoot.querySelectorAll('li')[this.#from ?? 0];
    if (!item) return;
    item.tabIndex = -1;
    item.focus();
  }
}
