/** What can be entered of a field, by its type. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FieldContent, Id, Limits, Run } from '../../../domain/run.js';
import { chevron, glyph, warning } from '../../../styles/glyphs.js';
import { clip } from '../../../messages/phrases.js';
import { check, choice, line, type Panel } from './controls.js';
import { contentShown, type FieldDraft, type NewField, type NewType } from './draft.js';
import { rowId } from './entries.js';
import type { Place } from './proposal.js';
import { several } from './several.js';

/** The types that may be chosen, in the order in which they are wanted. */
const types: readonly NewType[] = [
  'number',
  'pass-fail',
  'text',
  'boolean',
  'single-select',
  'multi-select',
  'date',
  'date-time',
  'file',
  'tool',
  'person',
  'part',
  'signoff',
];

export interface FieldForm {
  place: Place;
  /** The beginning of the ids of its inputs. */
  id: string;
  /** What of it can be entered. */
  keys: readonly (keyof FieldContent)[];
  shown: Required<FieldDraft>;
  /** Whether somebody has decided at it, where it is a sign-off. */
  isDecided?: boolean;
  set(change: FieldDraft): void;
}

export function fieldForm(panel: Panel, form: FieldForm): TemplateResult {
  const { texts, locked } = panel;
  const { id, keys, shown, set } = form;
  const has = (key: keyof FieldContent): boolean => keys.includes(key);
  const isSignoff = has('role');
  return html`<div class="entered">
    ${panel.problem(form.place)}
    ${line({ id: `${id}-label`, label: texts.label, value: shown.label, locked, set: (label) => set({ label }) })}
    ${
      has('hint')
        ? line(
            { id: `${id}-hint`, label: texts.hint, value: shown.hint, locked, set: (hint) => set({ hint }) },
            { optional: texts.optional },
          )
        : nothing
    }
    ${
      has('unit')
        ? line(
            { id: `${id}-unit`, label: texts.unit, value: shown.unit, locked, set: (unit) => set({ unit }) },
            { optional: texts.optional },
          )
        : nothing
    }
    ${has('limits') ? limits(panel, form) : nothing} ${has('options') ? options(panel, form) : nothing}
    ${isSignoff ? signing(panel, form) : nothing}
    <div>
      ${
        has('required')
          ? check(texts.required, shown.required, locked, (required) => set({ required }))
          : nothing
      }
      ${
        has('allowNotApplicable') && !isSignoff
          ? check(texts.allowNotApplicable, shown.allowNotApplicable, locked, (allowNotApplicable) =>
              set({ allowNotApplicable }),
            )
          : nothing
      }
    </div>
  </div>`;
}

/** What comes in: a field, or a line of the table. */
export interface NewForm {
  place: Place;
  one: NewField;
  keys: readonly (keyof FieldContent)[];
  /** What it may stand after. */
  listed: readonly { id: Id; label: string }[];
  hasType: boolean;
  /** What it is as long as nothing is entered. */
  now: FieldContent;
  set(change: Partial<NewField>): void;
}

export function newForm(panel: Panel, form: NewForm): TemplateResult {
  const { texts, told, locked, sign } = panel;
  const { place, one, keys, listed, hasType, now, set } = form;
  const id = rowId(place);
  const chosen = (
    name: 'type' | 'after',
    options: readonly { value: string; label: string }[],
  ): TemplateResult =>
    choice(
      {
        id: `${id}-${name}`,
        label: texts[name],
        value: one[name],
        locked,
        set: (value) => set({ [name]: value }),
      },
      options,
    );
  return html`<div class="entered beside">
      ${
        hasType
          ? chosen(
              'type',
              types.map((type) => ({ value: type, label: told.type(type) })),
            )
          : nothing
      }
      ${
        listed.length > 0
          ? chosen('after', [
              { value: '', label: texts.atEnd },
              ...listed.map((other) => ({ value: other.id, label: clip(other.label) })),
            ])
          : nothing
      }
    </div>
    ${fieldForm(panel, { place, id, keys, shown: contentShown(now, one, sign), set })}`;
}

function limits(panel: Panel, { id, shown, set }: FieldForm): TemplateResult {
  const { texts, locked } = panel;
  const limit = (name: keyof Limits): TemplateResult =>
    line(
      {
        id: `${id}-${name}`,
        label: texts[name],
        value: shown.limits[name],
        locked,
        set: (text) => set({ limits: { ...shown.limits, [name]: text } }),
      },
      { numbers: true },
    );
  const { target, plus, minus } = shown.limits;
  return html`<div class="beside">${limit('min')} ${limit('max')}</div>
    <details ?open=${Boolean(target || plus || minus)}>
      <summary>${glyph(chevron)} ${texts.tolerance}</summary>
      <div class="beside">${limit('target')} ${limit('plus')} ${limit('minus')}</div>
    </details>`;
}

function options(panel: Panel, { id, shown, set }: FieldForm): TemplateResult {
  const { texts, locked } = panel;
  return several(panel, {
    id: `${id}-option`,
    label: texts.options,
    all: shown.options,
    nth: texts.option,
    said: ({ label }) => label,
    inputs: (option, name, change) =>
      html`<input
        autocomplete="off"
        aria-label=${name}
        ?readonly=${locked}
        .value=${option.label}
        @input=${(event: Event) => change({ ...option, label: (event.target as HTMLInputElement).value })}
      />`,
    add: texts.addOption,
    empty: { label: '' },
    set: (options) => set({ options }),
  });
}

function signing(panel: Panel, { id, shown, isDecided, set }: FieldForm): TemplateResult {
  const { texts, locked, run } = panel;
  return html`${isDecided ? html`<p class="hint">${glyph(warning)} ${texts.decided}</p>` : nothing}
  ${line(
    {
      id: `${id}-role`,
      label: texts.role,
      value: shown.role,
      locked,
      set: (role) => set({ role }),
    },
    { likely: rolesIn(run) },
  )}
  ${line(
    {
      id: `${id}-meaning`,
      label: texts.meaning,
      value: shown.meaning,
      locked,
      set: (meaning) => set({ meaning }),
    },
    { optional: texts.optional },
  )}
  ${check(texts.peerReview, shown.peerReview, locked, (peerReview) => set({ peerReview }))}`;
}

/** The roles that somebody of the run has. */
const rolesIn = ({ people, teams }: Run): readonly string[] =>
  [...new Set([...people, ...teams].flatMap(({ roles }) => roles))].sort();
