/** What a table says: in its cells, at the heads of its columns and rows, and below it of the active one. */
import { nothing, type TemplateResult } from 'lit';
import { isFilled, isValueField, recordOf } from '../../domain/record.js';
import type { Id } from '../../domain/run.js';
import { grid as gridWords } from '../../messages/en/grid.js';
import { verdict as verdictWords } from '../../messages/en/verdict.js';
import { localeOf, words } from '../../messages/registry.js';
import type { FieldHost } from '../field-actions.js';
import type { RowHead } from './cells.js';
import type { Grid } from './grid.js';
import type { Column, Place } from './layout.js';
import { cellLine, rowLine } from './line.js';
import { lookOf, rowLook, type Look } from './look.js';

export class Contents {
  readonly #grid: Grid;

  constructor(grid: Grid) {
    this.#grid = grid;
  }

  get #element(): HTMLElement {
    return this.#grid.host.element;
  }

  get #at() {
    return { run: this.#grid.session!.run!, step: this.#grid.step! };
  }

  get #say() {
    return words(this.#element, 'grid', gridWords);
  }

  look(id: Id): Look {
    const { session, entries } = this.#grid;
    const { run, step } = this.#at;
    return lookOf(this.#element, session!, { run, step, field: entries.field(id)! });
  }

  /** What a column's cells have in common. */
  about({ unit, limits, example }: Column): string {
    const range = example === undefined ? undefined : this.#grid.session!.range(example);
    const say = words(this.#element, 'verdict', verdictWords);
    return say.limits(limits, unit, localeOf(this.#element), range) || (unit ?? '');
  }

  row(row: number): RowHead {
    const { layout, editable } = this.#grid;
    const { label, allowNotApplicable } = layout.rows[row]!;
    const fields = this.#grid.fieldsOf(row);
    const { run, step } = this.#at;
    const look = rowLook(this.#element, run, step, fields);
    const say = this.#say;
    if (!allowNotApplicable || !editable) return { ...look, label };
    const isEmpty = fields.some((field) => isValueField(field) && !isFilled(field));
    const isMarked = fields.some((field) => recordOf(field)?.notApplicable);
    if (!isEmpty && !isMarked) return { ...look, label };
    const action = isEmpty
      ? { text: say.mark, label: say.markRow(label) }
      : { text: say.clear, label: say.clearRow(label) };
    return { ...look, label, action };
  }

  nameOf({ row, column }: Place): string {
    const { rows, columns } = this.#grid.layout;
    const line = rows[row]?.label ?? '';
    return column < 0 ? line : this.#say.cell(line, columns[column]?.label ?? '');
  }

  line(): TemplateResult | typeof nothing {
    const { host, layout, selection, editable, editing, acts } = this.#grid;
    const { row, column } = selection.active;
    const name = this.nameOf(selection.active);
    if (column < 0) return rowLine(host, layout.rows[row]!.id, name, this.row(row).text);
    const field = this.#fieldHost();
    if (!field) return nothing;
    return cellLine({
      host: field,
      name,
      editable,
      edit: () => editing.begin(),
      details: () => acts.details(),
    });
  }

  #fieldHost(): FieldHost | undefined {
    const { host, session, entries, activeField: field } = this.#grid;
    if (!field) return undefined;
    const { element, submit, retry } = host;
    return {
      element,
      session: session!,
      shown: { ...this.#at, field },
      value: () => entries.peek(field.id)?.context.draft ?? recordOf(field)?.value ?? undefined,
      submit,
      retry,
    };
  }
}
