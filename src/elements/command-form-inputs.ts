/** The inputs of a command form, each under its label. */
import { html, nothing, type TemplateResult } from 'lit';
import type { form } from '../messages/en/form.js';
import { glyph, warning } from '../styles/glyphs.js';
import { apart } from './label-line.js';

/** One of a list. */
export interface FormOption {
  value: string;
  label: string;
  hint?: string;
}

export interface FormInput {
  name: string;
  label: string;
  hint?: string;
  /** several lines | one line | one of a list (select) | one of a few (radio cards) | a point in time (datetime-local) */
  kind: 'text' | 'line' | 'choice' | 'cards' | 'time';
  required?: boolean;
  options?: readonly FormOption[];
  /** Of `cards` with more options than can be looked over: they are looked for, and the first that fit are shown. */
  search?: boolean;
  /** What stands there before anything is entered. */
  value?: string;
  /** Whether it is asked at all, by what else is entered. What is not asked is empty in the request. */
  when?(values: Readonly<Record<string, string>>): boolean;
}

/** What an input is drawn from. */
export interface Filling {
  words: typeof form;
  value: string;
  /** It is on its way, or may be: nothing is changed then. */
  locked: boolean;
  /** It was sent although it is empty. */
  missing: boolean;
  /** It is the first, and has the focus when the form opens. */
  first: boolean;
  set(value: string): void;
  /** What is looked for has changed. */
  redraw(): void;
}

/** Where an input is found; whatever its name, not where the form's own title is. */
export const inputId = (name: string): string => `input-${name}`;

export function formInput(input: FormInput, filling: Filling): TemplateResult {
  const { name, label, hint, kind, options } = input;
  const { words, missing } = filling;
  const id = inputId(name);
  const title = input.required ? label : html`${apart(label)}<span class="required">${words.optional}</span>`;
  const about = html`${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}`;
  const problem = missing
    ? html`<p class="message toned bad" id="${id}-missing">
        ${glyph(warning)} <span>${options ? words.notChosen : words.missing}</span>
      </p>`
    : nothing;
  if (kind === 'cards') {
    return html`<fieldset class="field" aria-describedby=${describedBy(input, filling)}>
      <legend class="label">${title}</legend>
      ${about} ${input.search ? searched(input, filling) : cards(input, filling)} ${problem}
    </fieldset>`;
  }
  return html`<div class="field">
    <label class="label" for=${id}>${title}</label>
    ${about} ${control(input, filling)} ${problem}
  </div>`;
}

const describedBy = ({ name, hint }: FormInput, { missing }: Filling): string | typeof nothing =>
  [hint && `${inputId(name)}-hint`, missing && `${inputId(name)}-missing`].filter(Boolean).join(' ') ||
  nothing;

type Entry = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
const valueOf = (event: Event): string => (event.target as Entry).value;

function control(input: FormInput, filling: Filling): TemplateResult {
  const { name, kind, required = false, options = [] } = input;
  const { value, locked, missing, first, set } = filling;
  const id = inputId(name);
  const invalid = missing ? 'true' : nothing;
  const described = describedBy(input, filling);
  switch (kind) {
    case 'choice':
      return html`<select
        id=${id}
        aria-required=${required}
        aria-invalid=${invalid}
        aria-describedby=${described}
        ?autofocus=${first}
        ?disabled=${locked}
        .value=${value}
        @change=${(event: Event) => set(valueOf(event))}
      >
        ${options.some((one) => one.value === value) ? nothing : html`<option value="" selected></option>`}
        ${options.map(
          (one) =>
            html`<option value=${one.value} ?selected=${one.value === value}>
              ${one.hint ? `${one.label} – ${one.hint}` : one.label}
            </option>`,
        )}
      </select>`;
    case 'text':
      return html`<textarea
        id=${id}
        aria-required=${required}
        aria-invalid=${invalid}
        aria-describedby=${described}
        ?autofocus=${first}
        ?readonly=${locked}
        .value=${value}
        @input=${(event: Event) => set(valueOf(event))}
      ></textarea>`;
    default:
      return html`<input
        id=${id}
        type=${kind === 'time' ? 'datetime-local' : 'text'}
        autocomplete="off"
        aria-required=${required}
        aria-invalid=${invalid}
        aria-describedby=${described}
        ?autofocus=${first}
        ?readonly=${locked}
        .value=${value}
        @input=${(event: Event) => set(valueOf(event))}
      />`;
  }
}

function cards(
  { name, options = [] }: FormInput,
  { value, locked, missing, first, set }: Filling,
): TemplateResult {
  const chosen = options.some((one) => one.value === value);
  return html`<div class="cards">
    ${options.map(
      (one, at) =>
        html`<label class="card">
          <input
            type="radio"
            id=${at === 0 ? inputId(name) : nothing}
            name=${name}
            value=${one.value}
            aria-invalid=${missing ? 'true' : nothing}
            aria-describedby=${missing ? `${inputId(name)}-missing` : nothing}
            aria-disabled=${locked ? 'true' : nothing}
            ?autofocus=${first && (one.value === value || (at === 0 && !chosen))}
            .checked=${one.value === value}
            @click=${(event: Event) => locked && event.preventDefault()}
            @change=${() => set(one.value)}
          />
          <span>${one.label}${one.hint ? html`<small class="hint">${one.hint}</small>` : nothing}</span>
        </label>`,
    )}
  </div>`;
}

/** How many are shown of those that fit. */
const shownAtMost = 6;
/** What is looked for, as long as the form is open. */
const sought = new WeakMap<FormInput, string>();

/** What is chosen stays in view, whatever is looked for. */
function searched(input: FormInput, filling: Filling): TemplateResult {
  const { name, options = [] } = input;
  const { words, value, locked, first, redraw } = filling;
  const text = sought.get(input) ?? '';
  const parts = text.toLowerCase().split(/\s+/).filter(Boolean);
  const fitting = options.filter(({ label, hint = '' }) => {
    const read = `${label} ${hint}`.toLowerCase();
    return parts.every((part) => read.includes(part));
  });
  const chosen = options.find((one) => one.value === value);
  const shown = [...new Set([...(chosen ? [chosen] : []), ...fitting])].slice(0, shownAtMost);
  const left = fitting.filter((one) => !shown.includes(one)).length;
  return html`<input
      id="${inputId(name)}-search"
      type="search"
      autocomplete="off"
      aria-label=${words.search}
      placeholder=${words.search}
      ?autofocus=${first}
      ?readonly=${locked}
      .value=${text}
      @input=${(event: Event) => {
        sought.set(input, valueOf(event));
        redraw();
      }}
      @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && event.preventDefault()}
    />
    ${shown.length > 0 ? cards({ ...input, options: shown }, { ...filling, first: false }) : nothing}
    <p class="hint" role="status">
      ${fitting.length === 0 ? words.noneFits : left > 0 ? words.moreFit(left) : nothing}
    </p>`;
}
