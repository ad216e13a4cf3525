import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { recordOf } from '../../domain/record.js';
import type { EntryMethod, Field, FieldValue, Id } from '../../domain/run.js';
import { value as valueWords } from '../../messages/en/value.js';
import { words } from '../../messages/registry.js';
import { choices } from '../../styles/choices.js';
import { inputs } from '../../styles/inputs.js';
import { tokens } from '../../styles/tokens.js';
import { tones } from '../../styles/tones.js';
import { labelLine } from '../label-line.js';
import { ValueElement } from '../value-element.js';
import { foot } from '../value-element.styles.js';
import { controlOf, rare, type Pad } from './controls.js';
import { styles } from './value-field.styles.js';

/**
 * A value that is not measured: a check, a text, a date, a choice, files, a tool, a person, a part. A choice is saved at
 * once, a text or a date when it is finished; choices on the way with the arrow keys are saved when the group is left.
 *
 * A tool, person or part is typed, scanned while the field has the focus, or chosen from a list that tells why some may
 * not be used.
 *
 * A field of a type that this version does not know is shown with its label, its type and its value, read-only.
 * Measurements and sign-offs have elements of their own; of them nothing is shown here.
 *
 * @tagname value-field
 * @summary A check, text, date, choice, file, tool, person or part of a step.
 *
 * @fires input - A person has typed.
 * @fires change - A person has finished an entry; it is being saved.
 * @fires {CommandRequestedEvent} command-requested - Before the value goes to the backend. Cancelable.
 * @fires {CommandRefusedEvent} command-refused - The backend refused the value.
 * @fires {CommandFailedEvent} command-failed - The value could not be sent.
 * @fires {LocateRequestedEvent} locate-requested - A person wants to see an issue, and nothing shows it.
 *
 * @csspart label - The field's label.
 * @csspart input - The native control, or the group of them.
 * @csspart message - What became of the entry; who recorded the value.
 * @csspart deviation - Why a failed check was accepted, and by whom.
 * @csspart actions - What can be done about an entry that was not taken.
 * @csspart question - A reason to give, and the ways on, before an entry is saved.
 * @csspart remedy - What can be done about a failed check, and its issues.
 * @csspart issue-badge - How many issues it has; leads to them.
 * @csspart choices - The tools, persons or parts to choose from.
 * @csspart files - The files that are recorded or on their way.
 *
 * @cssstate in-range - The check has passed.
 * @cssstate out-of-range - The check has failed.
 * @cssstate submitting - The entry is being saved.
 * @cssstate pending - The value is shown and has not been confirmed yet.
 * @cssstate asking - The entry changes what was recorded, and the person is asked why.
 * @cssstate invalid - The entry cannot be read.
 * @cssstate refused - The entry was refused.
 * @cssstate failed - The entry could not be sent.
 */
export class ValueField extends ValueElement {
  static override styles = [tokens, tones, inputs, choices, foot, styles];
  static override heard = [...ValueElement.heard, 'keyup', 'click'];

  #arrows = false;

  override connectedCallback(): void {
    super.connectedCallback();
    rare();
  }

  protected override render(): TemplateResult | typeof nothing {
    const field = this.shown?.field;
    if (!field || field.type === 'number' || field.type === 'signoff') return nothing;
    const control = controlOf(field);
    const { hint, type } = field;
    const record = recordOf(field);
    this.resting = record?.value ?? '';
    const notApplicable = record?.notApplicable && !this.entry;
    // A group of radio buttons or a link cannot be emptied by itself, and an untouched box says neither yes nor no.
    const clearable =
      type === 'boolean' ||
      (record !== undefined && /^(pass-fail|single-select|tool|person|part)$/.test(type));
    return html`<div class="field">
      ${labelLine(field, this.words, control.single?.(field) ? 'input' : undefined)}
      ${
        hint || notApplicable
          ? html`<p class="hint" id="hint">
              ${notApplicable ? html`<b>${this.words.notApplicable}</b>` : nothing} ${hint}
            </p>`
          : nothing
      }
      ${control.draw(this.#pad(), field)}
      <div class="foot">
        <div class="message" part="message" id="message">${this.message(field)}</div>
        ${type === 'unknown' ? nothing : this.offers(field, clearable)}
      </div>
      ${this.remedy(field)}${this.recovery()}
    </div>`;
  }

  #pad(): Pad {
    return {
      value: this.value,
      editable: this.editable,
      words: this.words,
      texts: words(this, 'value', valueWords),
      host: () => this.host,
      edit: (draft, how) => this.edit(draft, how),
      save: (draft, how) => this.#save(draft, how),
      choose: (draft) => (this.#arrows ? this.edit(draft) : this.#save(draft)),
      leave: (event) => this.left(event as FocusEvent, (event.target as Element).closest('[part=input]')!),
    };
  }

  #save(draft: FieldValue, how?: EntryMethod): void {
    this.finished(() => this.edit(draft, how));
  }

  /** A press changes what is checked without asking, so the controls are compared with what they should show. */
  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const field = this.shown?.field;
    if (!field) return;
    const { value, editable } = this;
    const drafting = this.entry?.context.draft !== undefined;
    for (const input of this.renderRoot.querySelectorAll<HTMLInputElement>('#input, [name=choice]')) {
      if (input.name === 'choice') {
        const chosen: readonly unknown[] = value === true ? ['true'] : [value].flat();
        input.checked = chosen.includes(input.value);
        input.indeterminate = field.type === 'boolean' && value === undefined;
        input.ariaDisabled = editable ? null : 'true';
        continue;
      }
      const text =
        input.dataset.shown ??
        (field.type === 'unknown' ? (field.shown ?? '') : ((value as string | undefined) ?? ''));
      const half = input.validity.badInput;
      if (half ? !drafting : input.value !== text) input.value = text;
    }
  }

  /** Of several, each under the name of the field. */
  protected override formValue(field: Field): string | FormData | null {
    const value = recordOf(field)?.value;
    if (typeof value !== 'object' || !value) return super.formValue(field);
    const data = new FormData();
    for (const one of [value].flat() as readonly (string | { id: Id })[]) {
      data.append(this.name ?? field.id, typeof one === 'string' ? one : one.id);
    }
    return data;
  }

  /** @internal */
  handleEvent(event: Event): void {
    const target = event.target as HTMLInputElement;
    if (event.type === 'keydown') this.#keyDown(event as KeyboardEvent, target);
    if (event.type === 'keyup') this.#arrows = false;
    // What may not be changed can still be focused and read.
    if (event.type === 'click' && target.ariaDisabled) event.preventDefault();
    if (!this.shown || !target.closest('[part=input]')) return;
    controlOf(this.shown.field).hears?.[event.type]?.(this.#pad(), event);
  }

  #keyDown(event: KeyboardEvent, target: HTMLInputElement): void {
    this.#arrows = target.type === 'radio' && event.key.startsWith('Arrow');
    const finishes =
      event.key === 'Enter' && (target.localName === 'input' || event.ctrlKey || event.metaKey);
    if (finishes || (event.key === ' ' && target.type === 'radio')) this.entered(event);
    else this.escaped(event);
  }
}
