/** The label of a field, for elements that do not write it in a template of their own. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Field } from '../domain/run.js';
import type { field as fieldWords } from '../messages/en/field.js';

/** A label before something more. A space that stands by itself is missing in the name that Chrome reads from a label. */
export const apart = (label: string): string => `${label} `;

/** The label of the control with the id `input`, or of a group, where none is named. */
export function labelLine(field: Field, words: typeof fieldWords, of?: 'input'): TemplateResult {
  const { label } = field;
  // Empty where nothing is required: a template of its own for it would weigh more, in every field.
  const required = field.required ? words.required : nothing;
  return of
    ? html`<label class="label" part="label" id="label" for="input"
        >${apart(label)}<span class="required">${required}</span></label
      >`
    : html`<span class="label" part="label" id="label"
        >${apart(label)}<span class="required">${required}</span></span
      >`;
}
