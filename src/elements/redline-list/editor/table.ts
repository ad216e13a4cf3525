/** The editor's part for the table of a step: its columns and its rows, by their names and by what their cells have in common. */
import { html, type TemplateResult } from 'lit';
import { keysOf } from '../../../domain/redline-content.js';
import { cellsAt, lineContent, linesOf } from '../../../domain/redline-grid.js';
import { isSigned } from '../../../domain/redline-sound.js';
import type { Axis, FieldContent, GridLine, Id, Step } from '../../../domain/run.js';
import { clip } from '../../../messages/phrases.js';
import type { Teller } from '../told.js';
import { toggled, withAt, without, withoutAt, type Panel } from './controls.js';
import { contentShown, type NewField, type NewLine } from './draft.js';
import { entries, rowId, type Entry } from './entries.js';
import { fieldForm, newForm } from './field-form.js';
import { linePlace, newLinePlace } from './proposal.js';

export const table = (panel: Panel, teller: Teller, step: Step): TemplateResult =>
  html`${lines(panel, teller, step, 'column')} ${lines(panel, teller, step, 'row')}`;

function lines(panel: Panel, teller: Teller, step: Step, axis: Axis): TemplateResult {
  const { texts, draft, locked } = panel;
  const isRow = axis === 'row';
  const added = draft.newLines;
  const add = (): void => {
    panel.set({ newLines: [...added, { axis, type: 'number', after: '' }] });
    panel.focus(`#${rowId(newLinePlace(axis, added.length))} input`);
  };
  return html`<section class="lines" aria-labelledby="${axis}s">
    <h4 class="label" id="${axis}s">${isRow ? texts.rows : texts.columns}</h4>
    ${entries(
      panel,
      [
        ...linesOf(step, axis).map((one) => standing(panel, teller, step, axis, one)),
        ...added.flatMap((one, at) => (one.axis === axis ? [coming(panel, step, one, at)] : [])),
      ],
      axis,
    )}
    <div class="actions">
      <button type="button" id="add-${axis}" ?disabled=${locked} @click=${add}>
        ${isRow ? texts.addRow : texts.addColumn}
      </button>
    </div>
  </section>`;
}

function standing(panel: Panel, teller: Teller, step: Step, axis: Axis, { id, label }: GridLine): Entry {
  const { texts, draft } = panel;
  const place = linePlace(axis, id);
  const entered = draft.lines[place];
  const cells = cellsAt(step, axis, id);
  return {
    place,
    name: clip(label),
    about: () => about(panel, teller, step, axis, id),
    state: draft.removedLines.includes(place) ? 'removed' : entered ? 'changed' : undefined,
    ...(cells.some(({ type }) => type === 'unknown') && { fixed: texts.notKnown }),
    form: () => {
      const content = lineContent(step, axis, id)!;
      return fieldForm(panel, {
        place,
        id: rowId(place),
        keys: Object.keys(content) as (keyof FieldContent)[],
        shown: contentShown(content, entered, panel.sign),
        isDecided: cells.some(isSigned),
        set: (change) => panel.set({ lines: { ...draft.lines, [place]: { ...entered, ...change } } }),
      });
    },
    remove: () => panel.set({ removedLines: toggled(draft.removedLines, place, true) }),
    restore: () =>
      panel.set({
        removedLines: toggled(draft.removedLines, place, false),
        lines: without(draft.lines, place),
      }),
  };
}

/** Of a row the limits in it, of a column what its cells have in common. */
function about({ texts, told }: Panel, teller: Teller, step: Step, axis: Axis, id: Id): string {
  const cells = cellsAt(step, axis, id);
  if (axis === 'row') {
    const limits = teller.cells(step, cells);
    return limits.map(([column, value]) => `${column}: ${value}`).join(' · ');
  }
  const [first] = cells;
  const content = lineContent(step, axis, id)!;
  const hasOwn = first?.type === 'number' && !('limits' in content);
  return [
    first && told.type(first.type),
    hasOwn ? texts.ownLimits : teller.value('limits', content.limits, content.unit ?? undefined),
    teller.value('options', content.options),
    content.role,
  ]
    .filter(Boolean)
    .join(' · ');
}

function coming(panel: Panel, step: Step, one: NewLine, at: number): Entry {
  const { texts, told, draft } = panel;
  const { axis, type, after } = one;
  const isRow = axis === 'row';
  const place = newLinePlace(axis, at);
  const listed = linesOf(step, axis);
  // A new row is like the one that it stands after.
  const like = isRow ? lineContent(step, axis, after || (listed.at(-1)?.id ?? '')) : undefined;
  const keys: readonly (keyof FieldContent)[] = isRow
    ? ['label', ...(like && 'limits' in like ? (['limits'] as const) : [])]
    : keysOf(one);
  const set = (change: Partial<NewField>): void =>
    panel.set({ newLines: withAt(draft.newLines, at, { ...one, ...change }) });
  const remove = (): void => {
    panel.set({ newLines: withoutAt(draft.newLines, at) });
    panel.focus(`#add-${axis}`);
  };
  return {
    place,
    name: clip(one.label?.trim() ?? '') || (isRow ? texts.newRow : texts.newColumn),
    about: () => (isRow ? '' : told.type(type)),
    state: 'added',
    form: () =>
      newForm(panel, {
        place,
        one,
        keys,
        listed,
        hasType: !isRow,
        now: { limits: like?.limits ?? null },
        set,
      }),
    remove,
    restore: remove,
  };
}
