/** Controls that few fields have: a date, a list of many options, several of some, what is not known. They come when they are needed. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DateField, MultiSelectField, SingleSelectField, UnknownField } from '../../domain/run.js';
import { offered, valueOf, type Pad } from './controls.js';

export function list(pad: Pad, field: SingleSelectField): TemplateResult {
  const options = offered(pad, field.options);
  const { value, editable, texts } = pad;
  if (!editable) {
    const label = options.find((option) => option.value === value)?.label ?? '';
    return html`<input
      id="input"
      part="input"
      readonly
      data-shown=${label}
      aria-describedby="hint message"
    />`;
  }
  return html`<select
    id="input"
    part="input"
    aria-describedby="hint message"
    aria-required=${field.required}
    @change=${(event: Event) => pad.save(valueOf(event))}
  >
    <option value="">${texts.choose}</option>
    ${options.map(
      (option) => html`<option value=${option.value} ?disabled=${option.gone}>${option.label}</option>`,
    )}
  </select>`;
}

export function checks(pad: Pad, { options }: MultiSelectField): TemplateResult {
  const toggle = (event: Event): void => {
    const boxes = (event.currentTarget as Element).querySelectorAll<HTMLInputElement>(
      'input:checked:enabled',
    );
    pad.save([...boxes].map(({ value }) => value));
  };
  return html`<div
    class="checks"
    role="group"
    part="input"
    aria-labelledby="label"
    aria-describedby="hint message"
    @change=${toggle}
  >
    ${offered(pad, options).map(
      ({ value, label, gone }) =>
        html`<label class="check"
          ><input
            type="checkbox"
            name="choice"
            value=${value}
            ?disabled=${gone && pad.editable}
            aria-disabled=${pad.editable ? nothing : 'true'}
          /><span>${label}</span></label
        >`,
    )}
  </div>`;
}

/** Labelled, with its type and its value, for reading. */
export const unknown = ({ words }: Pad, { reported }: UnknownField): TemplateResult =>
  html`<textarea id="input" part="input" rows="1" readonly aria-describedby="type hint"></textarea>
    <p class="hint" id="type">${words.unknownType(reported)}</p>`;

export function date(pad: Pad, { required }: DateField): TemplateResult {
  const take = (event: Event): void => {
    const { value, validity } = event.target as HTMLInputElement;
    // Half a date has no value, and must not clear the one that is recorded.
    if (validity.badInput || value !== '' || pad.value !== undefined)
      pad.edit(validity.badInput ? '–' : value);
  };
  return html`<input
    id="input"
    part="input"
    type="date"
    aria-describedby="hint message"
    aria-required=${required}
    ?readonly=${!pad.editable}
    @input=${take}
    @change=${(event: Event) => {
      // While a year is typed, each digit makes a date of the first millennium.
      const value = valueOf(event);
      if (value >= '1000') pad.save(value);
    }}
    @blur=${(event: FocusEvent) => {
      if ((event.target as HTMLInputElement).validity.badInput) take(event);
      pad.leave(event);
    }}
  />`;
}
