/** The editor's part for fields. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Field } from '../../../domain/run.js';
import { clip } from '../../../messages/phrases.js';
import type { Teller } from '../told.js';
import { choice, toggled, withAt, without, withoutAt, type Panel } from './controls.js';
import { fieldShown, newFieldShown, type FieldDraft, type NewField, type NewType } from './draft.js';
import { entries, rowId, type Entry } from './entries.js';
import { fieldForm } from './field-form.js';

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

export function fields(panel: Panel, teller: Teller): TemplateResult {
  const { texts, step, draft, locked } = panel;
  const all = step?.fields ?? [];
  const inTable = all.some(({ cell }) => cell !== undefined);
  const listed = all.filter(({ cell }) => cell === undefined);
  const added = draft.newFields;
  return html`<div class="stack">
    ${listed.length + added.length === 0 ? html`<p class="hint">${texts.noFields}</p>` : nothing}
    ${
      inTable
        ? html`<p class="hint">
            ${texts.table(step?.grid?.rows.length ?? 0, step?.grid?.columns.length ?? 0)}
          </p>`
        : nothing
    }
    ${entries(
      panel,
      [
        ...listed.map((field) => standing(panel, teller, field)),
        ...added.map((one, at) => coming(panel, one, at, listed)),
      ],
      'fields',
    )}
    <div class="actions">
      <button
        type="button"
        id="add-field"
        ?disabled=${locked}
        @click=${() => {
          panel.set({ newFields: [...added, { type: 'number', after: '' }] });
          panel.focus(`#${rowId(`new-field:${added.length}`)} input`);
        }}
      >
        ${texts.addField}
      </button>
    </div>
  </div>`;
}

function standing(panel: Panel, teller: Teller, field: Field): Entry {
  const { draft, texts } = panel;
  const { id } = field;
  const place = `field:${id}`;
  const entered = draft.fields[id];
  return {
    place,
    name: clip(field.label),
    about: teller
      .field(field)
      .filter(([name]) => ['type', 'limits', 'options', 'role'].includes(name))
      .map(([, value]) => value)
      .join(' · '),
    state: draft.removed.includes(id) ? 'removed' : entered ? 'changed' : undefined,
    ...(field.type === 'unknown' && { fixed: texts.notKnown }),
    form: () =>
      fieldForm(panel, {
        place,
        id: rowId(place),
        type: field.type,
        shown: fieldShown(field, entered, panel.sign),
        isNew: false,
        set: (change: FieldDraft) =>
          panel.set({ fields: { ...draft.fields, [id]: { ...entered, ...change } } }),
      }),
    remove: () => panel.set({ removed: toggled(draft.removed, id, true) }),
    restore: () =>
      panel.set({ removed: toggled(draft.removed, id, false), fields: without(draft.fields, id) }),
  };
}

function coming(panel: Panel, one: NewField, at: number, listed: readonly Field[]): Entry {
  const { texts, told, draft, locked } = panel;
  const place = `new-field:${at}`;
  const id = rowId(place);
  const set = (change: Partial<NewField>): void =>
    panel.set({ newFields: withAt(draft.newFields, at, { ...one, ...change }) });
  const remove = (): void => {
    panel.set({ newFields: withoutAt(draft.newFields, at) });
    panel.focus('#add-field');
  };
  return {
    place,
    name: clip(one.label?.trim() ?? '') || texts.newField,
    about: told.type(one.type),
    state: 'added',
    form: () =>
      html`<div class="entered beside">
          ${choice(
            {
              id: `${id}-type`,
              label: texts.type,
              value: one.type,
              locked,
              set: (type) => set({ type: type as NewType }),
            },
            types.map((type) => ({ value: type, label: told.type(type) })),
          )}
          ${
            listed.length > 0
              ? choice(
                  {
                    id: `${id}-after`,
                    label: texts.after,
                    value: one.after,
                    locked,
                    set: (after) => set({ after }),
                  },
                  [
                    { value: '', label: texts.atEnd },
                    ...listed.map((field) => ({ value: field.id, label: clip(field.label) })),
                  ],
                )
              : nothing
          }
        </div>
        ${fieldForm(panel, { place, id, type: one.type, shown: newFieldShown(one), isNew: true, set })}`,
    remove,
    restore: remove,
  };
}
