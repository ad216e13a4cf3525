/** The control of each field type: one row per type. */
import { html, nothing } from 'lit';
import type {
  BooleanField,
  DateField,
  DateTimeField,
  EntryMethod,
  Field,
  FieldType,
  FieldValue,
  FileField,
  MultiSelectField,
  Option,
  PartField,
  PersonField,
  SingleSelectField,
  ToolField,
  UnknownField,
} from '../../domain/run.js';
import type { field as fieldWords } from '../../messages/en/field.js';
import type { value as valueWords } from '../../messages/en/value.js';
import { failed, glyph, ok } from '../../styles/glyphs.js';
import type { FieldHost } from '../field-actions.js';
import { later, type Later } from '../later.js';
import { lost } from '../lost.js';

const files = later(() => import('./files.js'));
const links = later(() => import('./links.js'));
/** Asked for with the first field, so that few wait for it. */
export const rare = later(() => import('./rare-controls.js'));

/** What a control is given: the entry or else what is recorded, and what to do with another. */
export interface Pad {
  value: FieldValue | undefined;
  editable: boolean;
  words: typeof fieldWords;
  texts: typeof valueWords;
  host(): FieldHost;
  /** Takes a draft down. */
  edit(draft: FieldValue, how?: EntryMethod): void;
  /** Takes it down and saves it. */
  save(draft: FieldValue, how?: EntryMethod): void;
  /** Takes down a choice that was made on the way with the arrow keys, and saves one that was made by a press. */
  choose(draft: FieldValue): void;
  /** Saves what was taken down, when the control is left. */
  leave(event: FocusEvent): void;
}

type OfType<T extends FieldType> = Extract<Field, { type: T }>;

interface Control<T extends FieldType> {
  /** It is one native control with the id `input`, for its label. */
  single?: (field: OfType<T>) => boolean;
  draw(pad: Pad, field: OfType<T>): unknown;
  /** What it does about what happens at its part `input`. The root hears that: listeners of its own would weigh more than the control. */
  hears?: Hears;
}
type Hears = { [type in 'input' | 'change' | 'focusout']?: (pad: Pad, event: Event) => void };

export const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

/** More options than this are a list to open. */
const mostRadios = 5;
const isList = ({ options }: SingleSelectField): boolean => options.length > mostRadios;

/** What is offered; and what was recorded and is offered no longer (R40). */
export function offered(
  { value, texts }: Pad,
  options: readonly Option[],
): readonly (Option & { gone?: true })[] {
  const chosen = value === undefined ? [] : ([value].flat() as readonly string[]);
  const gone = chosen.filter((one) => !options.some((option) => option.value === one));
  return [
    ...options,
    ...gone.map((one) => ({ value: one, label: texts.notOffered(one), gone: true as const })),
  ];
}

/** What is checked is set by the element, since a press changes it without its asking; `aria-disabled` is as well. */
const radio = (pad: Pad, { value, label, gone }: Option & { gone?: true }) =>
  html`<label
    ><input type="radio" name="choice" value=${value} ?disabled=${gone && pad.editable} /><span
      >${label}</span
    ></label
  >`;

const passFail = ({ texts }: Pad) =>
  html`<label class="ok"
      ><input type="radio" name="choice" value="pass" />${glyph(ok)}<span>${texts.pass}</span></label
    >
    <label class="bad"
      ><input type="radio" name="choice" value="fail" />${glyph(failed)}<span>${texts.fail}</span></label
    >`;

const radios = (required: boolean, inside: unknown) =>
  html`<div
    class="segments"
    role="radiogroup"
    part="input"
    aria-labelledby="label"
    aria-describedby="hint message"
    aria-required=${required}
  >
    ${inside}
  </div>`;

function check(pad: Pad, { required }: BooleanField) {
  const { value, texts, words } = pad;
  return html`<label class="check"
    ><input
      id="input"
      part="input"
      type="checkbox"
      name="choice"
      value="true"
      aria-labelledby="label"
      aria-describedby="word hint message"
      aria-required=${required}
    /><span id="word">${value === undefined ? words.empty : value ? texts.yes : texts.no}</span></label
  >`;
}

/** What a part draws when it is there. */
const from = <Part>(part: Later<Part>, pad: Pad, draw: (drawing: Part) => unknown): unknown => {
  const drawing = part(() => pad.host().element.requestUpdate());
  return drawing ? draw(drawing) : lost(part, pad.words);
};

function link(pad: Pad, field: ToolField | PersonField | PartField): unknown {
  return from(links, pad, (drawing) => drawing.link(pad, field));
}

const leave = (pad: Pad, event: Event): void => pad.leave(event as FocusEvent);
const choice: Hears = { change: (pad, event) => pad.choose(valueOf(event)), focusout: leave };

/** Half a date has no value, and must not clear the one that is recorded. */
function take(pad: Pad, { target }: Event): void {
  const { value, validity } = target as HTMLInputElement;
  if (validity.badInput || value !== '' || pad.value !== undefined) pad.edit(validity.badInput ? '–' : value);
}
const dated: Hears = {
  input: take,
  focusout(pad, event) {
    if ((event.target as HTMLInputElement).validity.badInput) take(pad, event);
    leave(pad, event);
  },
};

const controls = {
  'pass-fail': { draw: (pad, { required }) => radios(required, passFail(pad)), hears: choice },
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
      ></textarea>`,
    hears: { input: (pad, event) => pad.edit(valueOf(event)), focusout: leave },
  },
  date: {
    single: () => true,
    draw: (pad: Pad, field: DateField) => from(rare, pad, ({ date }) => date(pad, field)),
    hears: {
      ...dated,
      change(pad: Pad, event: Event) {
        // While a year is typed, each digit makes a date of the first millennium.
        const value = valueOf(event);
        if (value >= '1000') pad.save(value);
      },
    },
  },
  'date-time': {
    single: () => true,
    draw: (pad: Pad, field: DateTimeField) => from(rare, pad, ({ dateTime }) => dateTime(pad, field)),
    hears: dated,
  },
  'single-select': {
    single: isList,
    draw: (pad, field) =>
      isList(field)
        ? from(rare, pad, ({ list }) => list(pad, field))
        : radios(
            field.required,
            offered(pad, field.options).map((option) => radio(pad, option)),
          ),
    hears: choice,
  },
  'multi-select': {
    draw: (pad: Pad, field: MultiSelectField) => from(rare, pad, ({ checks }) => checks(pad, field)),
    hears: {
      change(pad: Pad, event: Event) {
        const group = (event.target as Element).closest('.checks')!;
        const ticked = group.querySelectorAll<HTMLInputElement>('input:checked:enabled');
        pad.save(Array.from(ticked, ({ value }) => value));
      },
    },
  },
  boolean: {
    single: () => true,
    draw: check,
    hears: { change: (pad: Pad, { target }: Event) => pad.save((target as HTMLInputElement).checked) },
  },
  file: {
    draw: (pad: Pad, field: FileField) => from(files, pad, (drawing) => drawing.files(pad, field)),
  },
  tool: { single: () => true, draw: link },
  person: { single: () => true, draw: link },
  part: { single: () => true, draw: link },
  unknown: {
    single: () => true,
    draw: (pad: Pad, field: UnknownField) => from(rare, pad, ({ unknown }) => unknown(pad, field)),
  },
  // These have elements of their own.
  number: { draw: () => nothing },
  signoff: { draw: () => nothing },
} satisfies { [T in FieldType]: Control<T> };

export const controlOf = (field: Field): Control<FieldType> =>
  controls[field.type] as unknown as Control<FieldType>;
