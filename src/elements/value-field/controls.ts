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

type Listener = (this: never, event: never) => void;

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
  /** For a control that has more to do when it is left. */
  leave(event: FocusEvent): void;
  // Listeners of the element, called by Lit with the element as `this`: a function of their own for every control would
  // weigh more than the control.
  /** Takes down what was typed. */
  typed: Listener;
  /** A choice was made, by a press or on the way with the arrow keys. */
  chosen: Listener;
  /** Saves what the box says. */
  ticked: Listener;
  /** Saves what was taken down, when the control is left. */
  left: Listener;
}

type OfType<T extends FieldType> = Extract<Field, { type: T }>;

interface Control<T extends FieldType> {
  /** It is one native control with the id `input`, for its label. */
  single?: (field: OfType<T>) => boolean;
  draw(pad: Pad, field: OfType<T>): unknown;
}

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

const radios = (pad: Pad, required: boolean, inside: unknown) =>
  html`<div
    class="segments"
    role="radiogroup"
    part="input"
    aria-labelledby="label"
    aria-describedby="hint message"
    aria-required=${required}
    @change=${pad.chosen}
    @focusout=${pad.left}
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
      @change=${pad.ticked}
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

const controls = {
  'pass-fail': {
    draw: (pad, { required }) => radios(pad, required, passFail(pad)),
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
        @input=${pad.typed}
        @blur=${pad.left}
      ></textarea>`,
  },
  date: {
    single: () => true,
    draw: (pad: Pad, field: DateField) => from(rare, pad, ({ date }) => date(pad, field)),
  },
  'date-time': {
    single: () => true,
    draw: (pad: Pad, field: DateTimeField) => from(rare, pad, ({ dateTime }) => dateTime(pad, field)),
  },
  'single-select': {
    single: isList,
    draw: (pad, field) =>
      isList(field)
        ? from(rare, pad, ({ list }) => list(pad, field))
        : radios(
            pad,
            field.required,
            offered(pad, field.options).map((option) => radio(pad, option)),
          ),
  },
  'multi-select': {
    draw: (pad: Pad, field: MultiSelectField) => from(rare, pad, ({ checks }) => checks(pad, field)),
  },
  boolean: { single: () => true, draw: check },
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
