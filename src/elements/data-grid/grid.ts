/** What data-grid draws and does, once there is a run: loaded beside it. */
import { html, nothing, type TemplateResult } from 'lit';
import { isFilled, isValueField, recordOf } from '../../domain/record.js';
import type { Field, Id, Step } from '../../domain/run.js';
import { grid as gridWords } from '../../messages/en/grid.js';
import { verdict as verdictWords } from '../../messages/en/verdict.js';
import { localeOf, words } from '../../messages/registry.js';
import type { RunSession } from '../../session.js';
import { buttons } from '../../styles/buttons.js';
import { inputs } from '../../styles/inputs.js';
import { surface } from '../../styles/surface.js';
import { notice } from '../../styles/notice.js';
import { tokens } from '../../styles/tokens.js';
import { tones } from '../../styles/tones.js';
import type { FieldHost } from '../field-actions.js';
import { afterPaint } from './after-paint.js';
import { Batches } from './batches.js';
import { copied, pastedBlock, placesIn } from './clipboard.js';
import { openDetails } from './details.js';
import { Editing } from './editing.js';
import { Entries, type GridHost } from './entries.js';
import { styles as own } from './grid.styles.js';
import { Hands } from './hands.js';
import type { Extent } from './keys.js';
import { layoutOf, noLayout, type Column, type Place } from './layout.js';
import { cellLine, rowLine } from './line.js';
import { lineStyles } from './line.styles.js';
import { lookOf, rowLook } from './look.js';
import { Selection } from './selection.js';
import { Table } from './table.js';
import { Watch } from './watch.js';

export const styles = [tokens, tones, notice, inputs, buttons, surface, own, lineStyles];

export class Grid {
  readonly host: GridHost;
  readonly entries: Entries;
  readonly table: Table;
  readonly selection: Selection;
  readonly editing: Editing;
  readonly #watch: Watch;
  readonly #batches: Batches;
  layout = noLayout;
  #session: RunSession | undefined;
  #step: Step | undefined;
  /** What the table was drawn for. */
  #drawnFor: readonly unknown[] = [];
  #dirty = new Set<Id>();
  #focused: Element | null = null;
  /** The table has been drawn, so that what is below it may come as well. */
  #isSeen = false;

  constructor(host: GridHost) {
    this.host = host;
    this.entries = new Entries(host);
    this.table = new Table({
      look: (id) => lookOf(host.element, this.#session!, { ...this.#at, field: this.entries.field(id)! }),
      row: (row) => this.#row(row),
      about: (column) => this.#about(column),
      isSelected: (place) => this.selection.has(place),
    });
    this.selection = new Selection(this.table, () => host.element.requestUpdate());
    this.editing = new Editing(this);
    new Hands(this);
    this.#batches = new Batches(this.entries, {
      changed: () => host.element.requestUpdate(),
      goTo: (ids) => this.#goToNext(ids),
    });
    this.#watch = new Watch({
      cell: (id, before, now) => this.#heard(id, before, now),
      row: (id) => this.#heardRow(id),
      reveal: (id) => this.reveal(id),
    });
  }

  get #at() {
    return { run: this.#session!.run!, step: this.step! };
  }

  get #say() {
    return words(this.host.element, 'grid', gridWords);
  }

  get root(): ShadowRoot {
    return this.host.element.shadowRoot!;
  }

  get step(): Step | undefined {
    return this.#step;
  }

  get zone(): string {
    return this.#session?.run?.zone ?? 'UTC';
  }

  get activeId(): Id | undefined {
    return this.layout.ids[this.selection.active.row]?.[this.selection.active.column];
  }

  get extent(): Extent {
    const { columns, rows } = this.layout;
    const { page, box } = this.table;
    return { rows: rows.length, columns: columns.length, page, rtl: box.matches(':dir(rtl)') };
  }

  get editable(): boolean {
    return this.#step !== undefined && this.#session!.may('set-value', { stepId: this.#step.id });
  }

  // Showing -------------------------------------------------------------------------------------------------

  /** To be called before each drawing; only another table makes any work. */
  show(session: RunSession | undefined, step: Step | undefined): void {
    this.#session = session;
    this.#step = step;
    if (!session || !step) return this.leave();
    const { element } = this.host;
    const now = [session, session.structure, step.id, localeOf(element), this.editable] as const;
    const before = this.#drawnFor;
    if (now.every((one, at) => one === before[at])) return;
    this.#drawnFor = now;
    const layout = layoutOf(step);
    const { columns, rows, ids } = layout;
    this.table.name(this.#say.table(rows.length, columns.length), !this.editable);
    const isSame =
      session === before[0] &&
      now[3] === before[3] &&
      JSON.stringify(ids) === JSON.stringify(this.layout.ids);
    this.layout = layout;
    this.#watch.join(session, layout);
    if (isSame) return this.table.repaint();
    const hadFocus = this.table.box.contains(this.root.activeElement);
    this.editing.close(false);
    this.selection.begin(({ row, column }) => Boolean(layout.ids[row]?.[column]));
    this.table.show(layout, this.#say.row);
    this.selection.mark();
    if (hadFocus) this.selection.focus();
  }

  /** It hears of nothing any more. */
  leave(): void {
    this.editing.close(false);
    this.#watch.leave();
    this.#drawnFor = [];
  }

  draw(): TemplateResult | typeof nothing {
    this.#focused = this.root.activeElement;
    if (!this.#step || !this.#session) return nothing;
    const { rows, columns } = this.layout;
    if (rows.length === 0 || columns.length === 0) return html`<p class="hint">${this.#say.empty}</p>`;
    return html`<p class="visually-hidden" id="keys">${this.#say.keys}</p>
      ${this.table.box}${this.#batches.draw(this.host.element)}
      ${this.#isSeen ? this.#line() : html`<section class="line"></section>`}`;
  }

  drawn(): void {
    if (!this.#isSeen && this.table.box.isConnected) {
      this.#isSeen = true;
      afterPaint(() => this.host.element.requestUpdate());
    }
    // A button that has done its work has gone with the focus on it.
    if (this.#focused && !this.#focused.isConnected && !this.root.activeElement) this.selection.focus();
    this.#focused = null;
  }

  #about({ unit, limits, example }: Column): string {
    const { element } = this.host;
    const range = example === undefined ? undefined : this.#session!.range(example);
    return (
      words(element, 'verdict', verdictWords).limits(limits, unit, localeOf(element), range) || (unit ?? '')
    );
  }

  #fieldsOf(row: number): readonly Field[] {
    return (this.layout.ids[row] ?? []).flatMap((id) =>
      id === undefined ? [] : (this.entries.field(id) ?? []),
    );
  }

  #row(row: number) {
    const { element } = this.host;
    const { label, allowNotApplicable } = this.layout.rows[row]!;
    const fields = this.#fieldsOf(row);
    const look = rowLook(element, this.#at.run, this.#at.step, fields);
    const say = this.#say;
    if (!allowNotApplicable || !this.editable) return { ...look, label };
    const isEmpty = fields.some((field) => isValueField(field) && !isFilled(field));
    const isMarked = fields.some((field) => recordOf(field)?.notApplicable);
    if (!isEmpty && !isMarked) return { ...look, label };
    const action = isEmpty
      ? { text: say.mark, label: say.markRow(label) }
      : { text: say.clear, label: say.clearRow(label) };
    return { ...look, label, action };
  }

  #nameOf({ row, column }: Place): string {
    const { rows, columns } = this.layout;
    const line = rows[row]?.label ?? '';
    return column < 0 ? line : this.#say.cell(line, columns[column]?.label ?? '');
  }

  #line(): TemplateResult | typeof nothing {
    const { row, column } = this.selection.active;
    const name = this.#nameOf(this.selection.active);
    if (column < 0) {
      const { id } = this.layout.rows[row]!;
      return rowLine(this.host, id, name, this.#row(row).text);
    }
    const host = this.#fieldHost();
    if (!host) return nothing;
    return cellLine({
      host,
      name,
      editable: this.editable,
      edit: () => this.editing.begin(),
      details: () => this.details(),
    });
  }

  #fieldHost(): FieldHost | undefined {
    const id = this.activeId;
    const field = id === undefined ? undefined : this.entries.field(id);
    if (!field) return undefined;
    const { element, submit, retry } = this.host;
    return {
      element,
      session: this.#session!,
      shown: { ...this.#at, field },
      value: () => this.entries.peek(field.id)?.context.draft ?? recordOf(field)?.value ?? undefined,
      submit,
      retry,
    };
  }

  // Hearing -------------------------------------------------------------------------------------------------

  #heard(id: Id, before: string | undefined, now: string | undefined): void {
    this.#batches.heard(id, before, now);
    if (this.#dirty.size === 0) queueMicrotask(() => this.#paint());
    this.#dirty.add(id);
    if (id !== this.activeId) return;
    this.host.element.requestUpdate();
    // Corrected after the question: where it was typed.
    const asked = this.root.activeElement?.closest('#asked');
    if (before === 'asking' && now === 'drafting' && asked) this.editing.begin();
  }

  #paint(): void {
    const ids = [...this.#dirty];
    this.#dirty.clear();
    if (!this.#step) return;
    const places = ids.flatMap((id) => this.layout.places.get(id) ?? []);
    for (const place of places) this.table.paint(place);
    for (const row of new Set(places.map((place) => place.row))) this.table.paintRow(row);
  }

  #heardRow(id: Id): void {
    const row = this.layout.rows.findIndex((one) => one.id === id);
    this.table.paintRow(row);
    if (this.selection.active.row === row) this.host.element.requestUpdate();
  }

  // Moving --------------------------------------------------------------------------------------------------

  reveal(id: Id): void {
    const place = this.layout.places.get(id);
    if (!place) return;
    this.editing.leave();
    this.selection.go(place, { focus: false });
    this.selection.focus('center');
  }

  #goToNext(ids: readonly Id[]): void {
    const { row, column } = this.selection.active;
    const places = ids.flatMap((id) => this.layout.places.get(id) ?? []);
    places.sort((a, b) => a.row - b.row || a.column - b.column);
    const next = places.find((one) => one.row > row || (one.row === row && one.column > column)) ?? places[0];
    if (next) this.selection.go(next);
  }

  // Doing ---------------------------------------------------------------------------------------------------

  details(): void {
    const field = this.activeId === undefined ? undefined : this.entries.field(this.activeId);
    if (field)
      openDetails(this.host, field, this.#nameOf(this.selection.active), () => this.selection.focus());
  }

  /** What is selected, for a spreadsheet. */
  copy(): string {
    return copied(this.host.element, this.layout, (id) => this.entries.field(id), this.selection.range);
  }

  /** What came of a block; one value is asked about like one that is typed. */
  paste(text: string): 'asks' | undefined {
    const { element } = this.host;
    const step = this.#step!;
    const { texts, notes } = pastedBlock(element, this.layout, step, this.selection.range.from, text);
    const [only] = texts;
    if (texts.size === 1 && notes.length === 0) {
      const became = this.entries.paste(step.id, only![0], only![1]);
      return became === 'drafted' && this.entries.commit(only![0]) === 'asks' ? 'asks' : undefined;
    }
    this.#batches.paste(step.id, texts, notes);
    return undefined;
  }

  /** Empties what is selected. */
  clear(): 'asks' | undefined {
    const step = this.#step!;
    const ids = [...placesIn(this.selection.range)].flatMap(
      ({ row, column }) => this.layout.ids[row]?.[column] ?? [],
    );
    const some = ids.filter((id) => this.entries.peek(id) || recordOf(this.entries.field(id)!));
    if (some.length > 1) this.#batches.clear(step.id, some);
    else if (some[0] !== undefined && this.entries.clear(step.id, some[0]) === 'asks') return 'asks';
    return undefined;
  }

  /** Marks a row as not applicable, or takes that back. */
  markRow(row: number): void {
    const { id } = this.layout.rows[row]!;
    const step = this.#step!;
    const fields = this.#fieldsOf(row);
    if (fields.some((field) => isValueField(field) && !isFilled(field))) {
      const request = { type: 'mark-not-applicable', stepId: step.id, targetId: id } as const;
      const actor = this.#session!.entry(id);
      if (!actor.getSnapshot().hasTag('submitting'))
        this.host.submit(actor, this.#session!.submission(request));
      return;
    }
    const marked = fields.filter((field) => recordOf(field)?.notApplicable).map((field) => field.id);
    this.#batches.clear(step.id, marked);
  }
}
