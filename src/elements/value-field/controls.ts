/** The control of each field type: one row per type. */
import { html, nothing } from 'lit';
import type {
  BooleanField,
  Field,
  FieldType,
  FieldValue,
  FileField,
  MultiSelectField,
  Option,
  SingleSelectField,
  UnknownField,
} from '../../domain/run.js';
import type { field as fieldWords } from '../../messages/en/field.js';
import type { value as valueWords } from '../../messages/en/value.js';
import { failed, glyph, ok } from '../../styles/glyphs.js';
import type { FieldHost } from '../field-actions.js';
import { later } from '../later.js';

const files = later(() => import('./files.js'));

/** What a control is given: the entry or else what is recorded, and what to do with another. */
export interface Pad {
  value: FieldValue | undefined;
  editable: boolean;
  words: typeof fieldWords;
  texts: typeof valueWords;
  host(): FieldHost;
  /** Takes a draft down. */
  edit(draft: FieldValue): void;
  /** Takes it down and saves it. */
  save(draft: FieldValue): void;
  /** Saves what was taken down, when the control is left. */
  left(event: FocusEvent): void;
  /** A choice was made, by a press or on the way with the arrow keys. */
  chose(draft: FieldValue): void;
}

type OfType<T extends FieldType> = Extract<Field, { type: T }>;

interface Control<T extends FieldType> {
  /** It is one native control with the id `input`, for its label. */
  single?: (field: OfType<T>) => boolean;
  draw(pad: Pad, field: OfType<T>): unknown;
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

/** More options than this are a list to open. */
const mostRadios = 5;
const isList = ({ options }: SingleSelectField): boolean => options.length > mostRadios;

/** What is offered; and what was recorded and is offered no longer (R40). */
function offered({ value, texts }: Pad, options: readonly Option[]): readonly (Option & { gone?: true })[] {
  const chosen = value === undefined ? [] : ([value].flat() as readonly string[]);
  const gone = chosen.filter((one) => !options.some((option) => option.value === one));
  return [
    ...options,
    ...gone.map((one) => ({ value: one, label: texts.notOffered(one), gone: true as const })),
  ];
}

/** `checked` and `value` are set by the element: a press changes them without its asking. */
const radio = (pad: Pad, { value, label, gone }: Option & { gone?: true }, looks = '', path = '') =>
  html`<label class=${looks}
    ><input
      type="radio"
      name="choice"
      value=${value}
      ?disabled=${gone && pad.editable}
      aria-disabled=${pad.editable ? nothing : 'true'}
      @change=${() => pad.chose(value)}
    />${path ? glyph(path) : nothing}<span>${label}</span></label
  >`;

const radios = (pad: Pad, required: boolean, inside: unknown) =>
  html`<div
    class="segments"
    role="radiogroup"
    part="input"
    aria-labelledby="label"
    aria-describedby="hint message"
    aria-required=${required}
    @focusout=${pad.left}
  >
    ${inside}
  </div>`;

function list(pad: Pad, field: SingleSelectField) {
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

function checks(pad: Pad, { options, required }: MultiSelectField) {
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
    aria-labelledby="label required"
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
            aria-required=${required}
            ?disabled=${gone && pad.editable}
            aria-disabled=${pad.editable ? nothing : 'true'}
          /><span>${label}</span></label
        >`,
    )}
  </div>`;
}

function check(pad: Pad, { required }: BooleanField) {
  const { value, texts, words, editable } = pad;
  return html`<div class="row">
    <label class="check"
      ><input
        id="input"
        part="input"
        type="checkbox"
        name="choice"
        value="true"
        aria-labelledby="label"
        aria-describedby="word hint message"
        aria-required=${required}
        aria-disabled=${pad.editable ? nothing : 'true'}
        @change=${(event: Event) => pad.save((event.target as HTMLInputElement).checked)}
      /><span id="word">${value === undefined ? words.empty : value ? texts.yes : texts.no}</span></label
    >${
      // A box that was never touched says nothing: a press makes it yes, and no is a value as well (R39).
      value === undefined && editable
        ? html`<button type="button" class="no" aria-describedby="label" @click=${() => pad.save(false)}>
            ${texts.no}
          </button>`
        : nothing
    }
  </div>`;
}

const controls = {
  'pass-fail': {
    draw: (pad, { required }) =>
      radios(pad, required, [
        radio(pad, { value: 'pass', label: pad.texts.pass }, 'ok', ok),
        radio(pad, { value: 'fail', label: pad.texts.fail }, 'bad', failed),
      ]),
  },
  text: {
    single: () => true,
    draw: (pad, { required }) =>
      html`<textarea
        id="input"
        part="input"
        rows="1"
        aria-describedby="hint message"
        aria-required=${required}
        ?readonly=${!pad.editable}
        @input=${(event: Event) => pad.edit(valueOf(event))}
        @blur=${pad.left}
      ></textarea>`,
  },
  date: {
    single: () => true,
    draw: (pad, { required }) => {
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
          pad.left(event);
        }}
      />`;
    },
  },
  'single-select': {
    single: isList,
    draw: (pad, field) =>
      isList(field)
        ? list(pad, field)
        : radios(
            pad,
            field.required,
            offered(pad, field.options).map((option) => radio(pad, option)),
          ),
  },
  'multi-select': { draw: checks },
  boolean: { single: () => true, draw: check },
  file: {
    draw: (pad: Pad, field: FileField) =>
      files(() => pad.host().element.requestUpdate())?.files(pad, field) ?? nothing,
  },
  unknown: {
    single: () => true,
    draw: ({ words }: Pad, { reported }: UnknownField) =>
      html`<textarea id="input" part="input" rows="1" readonly aria-describedby="type hint"></textarea>
        <p class="hint" id="type">${words.unknownType(reported)}</p>`,
  },
  // These have elements of their own.
  number: { draw: () => nothing },
  signoff: { draw: () => nothing },
} satisfies { [T in FieldType]: Control<T> };

export const controlOf = (field: Field): Control<FieldType> =>
  controls[field.type] as unknown as Control<FieldType>;
