/** What can be entered of a field, by its type. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Field, Limits } from '../../../domain/run.js';
import { chevron, glyph } from '../../../styles/glyphs.js';
import { check, line, type Panel } from './controls.js';
import type { FieldDraft } from './draft.js';
import type { Place } from './proposal.js';
import { several } from './several.js';

export interface FieldForm {
  place: Place;
  /** The beginning of the ids of its inputs. */
  id: string;
  type: Field['type'];
  shown: Required<FieldDraft>;
  /** Whether it comes in, with what is not changed later. */
  isNew: boolean;
  set(change: FieldDraft): void;
}

export function fieldForm(panel: Panel, form: FieldForm): TemplateResult {
  const { texts, locked } = panel;
  const { id, type, shown, isNew, set } = form;
  return html`<div class="entered">
    ${panel.problem(form.place)}
    ${line({ id: `${id}-label`, label: texts.label, value: shown.label, locked, set: (label) => set({ label }) })}
    ${line(
      { id: `${id}-hint`, label: texts.hint, value: shown.hint, locked, set: (hint) => set({ hint }) },
      { optional: texts.optional },
    )}
    ${type === 'number' ? numbers(panel, form) : nothing}
    ${type === 'single-select' || type === 'multi-select' ? options(panel, form) : nothing}
    ${type === 'signoff' && isNew ? signing(panel, form) : nothing}
    <div>
      ${check(texts.required, shown.required, locked, (required) => set({ required }))}
      ${
        type === 'signoff'
          ? nothing
          : check(texts.allowNotApplicable, shown.allowNotApplicable, locked, (allowNotApplicable) =>
              set({ allowNotApplicable }),
            )
      }
    </div>
  </div>`;
}

function numbers(panel: Panel, { id, shown, set }: FieldForm): TemplateResult {
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
  return html`${line(
      { id: `${id}-unit`, label: texts.unit, value: shown.unit, locked, set: (unit) => set({ unit }) },
      { optional: texts.optional },
    )}
    <div class="beside">${limit('min')} ${limit('max')}</div>
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

function signing(panel: Panel, { id, shown, set }: FieldForm): TemplateResult {
  const { texts, locked } = panel;
  return html`${line({
    id: `${id}-role`,
    label: texts.role,
    value: shown.role,
    locked,
    set: (role) => set({ role }),
  })}
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
