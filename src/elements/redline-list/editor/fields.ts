/** The editor's part for fields. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Field } from '../../../domain/run.js';
import { clip } from '../../../messages/phrases.js';
import type { Teller } from '../told.js';
import { keysOf } from '../../../domain/redline-content.js';
import { isSigned } from '../../../domain/redline-sound.js';
import { toggled, withAt, without, withoutAt, type Panel } from './controls.js';
import { contentShown, type FieldDraft, type NewField } from './draft.js';
import { entries, rowId, type Entry } from './entries.js';
import { fieldForm, newForm } from './field-form.js';
import { table } from './table.js';

export function fields(panel: Panel, teller: Teller): TemplateResult {
  const { texts, step, draft, locked } = panel;
  const all = step?.fields ?? [];
  const listed = all.filter(({ cell }) => cell === undefined);
  const added = draft.newFields;
  return html`<div class="stack">
    ${listed.length + added.length === 0 && !step?.grid ? html`<p class="hint">${texts.noFields}</p>` : nothing}
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
    ${step?.grid ? table(panel, teller, step) : nothing}
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
    about: () =>
      teller
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
        keys: keysOf(field),
        shown: contentShown(field, entered, panel.sign),
        isDecided: isSigned(field),
        set: (change: FieldDraft) =>
          panel.set({ fields: { ...draft.fields, [id]: { ...entered, ...change } } }),
      }),
    remove: () => panel.set({ removed: toggled(draft.removed, id, true) }),
    restore: () =>
      panel.set({ removed: toggled(draft.removed, id, false), fields: without(draft.fields, id) }),
  };
}

function coming(panel: Panel, one: NewField, at: number, listed: readonly Field[]): Entry {
  const { texts, told, draft } = panel;
  const place = `new-field:${at}`;
  const set = (change: Partial<NewField>): void =>
    panel.set({ newFields: withAt(draft.newFields, at, { ...one, ...change }) });
  const remove = (): void => {
    panel.set({ newFields: withoutAt(draft.newFields, at) });
    panel.focus('#add-field');
  };
  return {
    place,
    name: clip(one.label?.trim() ?? '') || texts.newField,
    about: () => told.type(one.type),
    state: 'added',
    form: () => newForm(panel, { place, one, keys: keysOf(one), listed, hasType: true, now: {}, set }),
    remove,
    restore: remove,
  };
}
