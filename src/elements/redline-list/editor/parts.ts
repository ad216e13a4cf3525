/** The editor's part for the parts that a step needs. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Requirement, Tracking } from '../../../domain/run.js';
import { clip } from '../../../messages/phrases.js';
import type { Teller } from '../told.js';
import { choice, line, toggled, withAt, without, withoutAt, type Panel } from './controls.js';
import { partShown, placesIn, type NewPart, type PartDraft } from './draft.js';
import { entries, rowId, type Entry } from './entries.js';
import type { Place } from './proposal.js';
import { several } from './several.js';

const trackings: readonly Tracking[] = ['serial', 'lot', 'bulk'];

export function parts(panel: Panel, teller: Teller): TemplateResult {
  const { texts, step, draft, locked } = panel;
  const listed = step?.requirements ?? [];
  const added = draft.newParts;
  return html`<div class="stack">
    ${listed.length + added.length === 0 ? html`<p class="hint">${texts.noParts}</p>` : nothing}
    ${entries(
      panel,
      [
        ...listed.map((one) => standing(panel, teller, one)),
        ...added.map((one, at) => coming(panel, one, at)),
      ],
      'parts',
    )}
    <div class="actions">
      <button
        type="button"
        id="add-part"
        ?disabled=${locked}
        @click=${() => {
          panel.set({ newParts: [...added, { tracking: 'lot' }] });
          panel.focus(`#${rowId(`new-part:${added.length}`)} input`);
        }}
      >
        ${texts.addPart}
      </button>
    </div>
  </div>`;
}

function standing(panel: Panel, teller: Teller, part: Requirement): Entry {
  const { draft } = panel;
  const { id } = part;
  const place = `part:${id}`;
  const entered = draft.parts[id];
  return {
    place,
    name: clip(part.description || part.partNumber),
    about: () =>
      teller
        .requirement(part)
        .filter(([name]) => name !== 'tracking')
        .map(([, value]) => value)
        .join(' · '),
    state: draft.removed.includes(id) ? 'removed' : entered ? 'changed' : undefined,
    form: () =>
      partForm(panel, place, partShown(part, entered, panel.sign), (change) =>
        panel.set({ parts: { ...draft.parts, [id]: { ...entered, ...change } } }),
      ),
    remove: () => panel.set({ removed: toggled(draft.removed, id, true) }),
    restore: () => panel.set({ removed: toggled(draft.removed, id, false), parts: without(draft.parts, id) }),
  };
}

function coming(panel: Panel, one: NewPart, at: number): Entry {
  const { texts, told, draft, locked } = panel;
  const place = `new-part:${at}`;
  const set = (change: Partial<NewPart>): void =>
    panel.set({ newParts: withAt(draft.newParts, at, { ...one, ...change }) });
  const remove = (): void => {
    panel.set({ newParts: withoutAt(draft.newParts, at) });
    panel.focus('#add-part');
  };
  return {
    place,
    name: clip((one.description ?? '').trim() || (one.partNumber ?? '').trim()) || texts.newPart,
    about: () => told.tracking(one.tracking),
    state: 'added',
    form: () =>
      html`${partForm(panel, place, partShown(undefined, one, panel.sign), set)}
        <div class="entered">
          ${choice(
            {
              id: `${rowId(place)}-tracking`,
              label: texts.tracking,
              value: one.tracking,
              locked,
              set: (tracking) => set({ tracking: tracking as Tracking }),
            },
            trackings.map((tracking) => ({ value: tracking, label: told.tracking(tracking) })),
          )}
        </div>`,
    remove,
    restore: remove,
  };
}

function partForm(
  panel: Panel,
  place: Place,
  shown: Required<PartDraft>,
  set: (change: PartDraft) => void,
): TemplateResult {
  const { texts, locked } = panel;
  const id = rowId(place);
  const places = placesIn(shown.designators);
  const input = (
    name: 'partNumber' | 'description' | 'unit' | 'designators',
    more: Parameters<typeof line>[1] = {},
  ): TemplateResult =>
    line(
      {
        id: `${id}-${name}`,
        label: texts[name],
        value: shown[name],
        locked,
        set: (value) => set({ [name]: value }),
      },
      more,
    );
  return html`<div class="entered">
    ${panel.problem(place)}
    <div class="beside">${input('partNumber')} ${input('description')}</div>
    <div class="beside">
      ${line(
        {
          id: `${id}-quantity`,
          label: texts.quantity,
          // One piece goes to each place, so these say how many there are.
          value: places.length > 0 ? String(places.length) : shown.quantity,
          locked: locked || places.length > 0,
          set: (quantity) => set({ quantity }),
        },
        { numbers: true },
      )}
      ${input('unit', { optional: texts.optional })}
    </div>
    <div>
      ${input('designators', { optional: texts.optional, describedBy: `${id}-places-hint` })}
      <p class="hint" id="${id}-places-hint">${texts.placesHint}</p>
    </div>
    ${several(panel, {
      id: `${id}-substitute`,
      label: texts.substitutes,
      all: shown.substitutes,
      nth: texts.substitute,
      said: ({ partNumber }) => partNumber,
      inputs: (one, name, change) => {
        const cell = (key: 'partNumber' | 'description'): TemplateResult =>
          html`<input
            autocomplete="off"
            aria-label="${name}: ${texts[key]}"
            placeholder=${texts[key]}
            ?readonly=${locked}
            .value=${one[key]}
            @input=${(event: Event) => change({ ...one, [key]: (event.target as HTMLInputElement).value })}
          />`;
        return html`${cell('partNumber')} ${cell('description')}`;
      },
      add: texts.addSubstitute,
      empty: { partNumber: '', description: '' },
      set: (substitutes) => set({ substitutes }),
    })}
  </div>`;
}
