/** The control of each field type: one row per type. */
import { html, nothing } from 'lit';
import type {
  BooleanField,
  EntryMethod,
  Field,
  FieldType,
  FieldValue,
  FileField,
  Option,
  PartField,
  PersonField,
  SingleSelectField,
  ToolField,
} from '../../domain/run.js';
import type { field as fieldWords } from '../../messages/en/field.js';
import type { value as valueWords } from '../../messages/en/value.js';
import { failed, glyph, ok } from '../../styles/glyphs.js';
import type { FieldHost } from '../field-actions.js';
import { later, type Later } from '../later.js';
import { lost } from '../lost.js';
import type * as Rare from './rare-controls.js';

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
  leave(event: Event): void;
}

type OfType<T extends FieldType> = Extract<Field, { type: T }>;

interface Control<T extends FieldType> {
  /** It is one native control with the id `input`, for its label. */
  single?: (field: OfType<T>) => boolean;
  draw(pad: Pad, field: OfType<T>): unknown;
  /** What it does at which event at its part `input`. The root hears those: listeners of its own would weigh more than the control. */
  hears?: Hears | undefined;
}
export type Hears = Readonly<Record<string, (pad: Pad, event: Event) => void>>;

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

const single = (): boolean => true;
const link = {
  single,
  draw: (pad: Pad, field: ToolField | PersonField | PartField) =>
    from(links, pad, (drawing) => drawing.link(pad, field)),
};

/** A control that is drawn, and told what happens, by the part that comes when it is needed. */
const rarely = <T extends keyof (typeof Rare)['controls']>(type: T, isSingle = true) => ({
  single: () => isSingle,
  draw: (pad: Pad, field: OfType<T>) =>
    from(rare, pad, ({ controls }) => controls[type].draw(pad, field as never)),
  get hears() {
    return rare()?.controls[type].hears;
  },
});

export const leave = (pad: Pad, event: Event): void => pad.leave(event);
const choice: Hears = { change: (pad, event) => pad.choose(valueOf(event)), focusout: leave };
const typed: Hears = { input: (pad, event) => pad.edit(valueOf(event)), focusout: leave };
const ticked: Hears = { change: (pad, { target }) => pad.save((target as HTMLInputElement).checked) };

const controls = {
  'pass-fail': { draw: (pad, { required }) => radios(required, passFail(pad)), hears: choice },
  text: {
    single,
    draw: (pad, { required }) =>
      html`<textarea
        id="input"
        part="input"
        rows="1"
        aria-describedby="hint message"
        aria-required=${required}
        ?readonly=${!pad.editable}
      ></textarea>`,
    hears: typed,
  },
  date: rarely('date'),
  'date-time': rarely('date-time'),
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
  'multi-select': rarely('multi-select', false),
  boolean: { single, draw: check, hears: ticked },
  file: {
    draw: (pad: Pad, field: FileField) => from(files, pad, (drawing) => drawing.files(pad, field)),
  },
  tool: link,
  person: link,
  part: link,
  unknown: rarely('unknown'),
  // These have elements of their own.
  number: { draw: () => nothing },
  signoff: { draw: () => nothing },
} satisfies { [T in FieldType]: Control<T> };

export const controlOf = (field: Field): Control<FieldType> =>
  controls[field.type] as unknown as Control<FieldType>;
