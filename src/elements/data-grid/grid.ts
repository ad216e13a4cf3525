/** What data-grid draws and does, once there is a run: loaded beside it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Field, Id, Step } from '../../domain/run.js';
import { grid as gridWords } from '../../messages/en/grid.js';
import { localeOf, words } from '../../messages/registry.js';
import type { RunSession } from '../../session.js';
import { buttons } from '../../styles/buttons.js';
import { inputs } from '../../styles/inputs.js';
import { surface } from '../../styles/surface.js';
import { notice } from '../../styles/notice.js';
import { tokens } from '../../styles/tokens.js';
import { tones } from '../../styles/tones.js';
import { Acts } from './acts.js';
import { Batches } from './batches.js';
import { cellStyles } from './cell.styles.js';
import { Contents } from './contents.js';
import { Editing } from './editing.js';
import { Entries, type GridHost } from './entries.js';
import { Hands } from './hands.js';
import type { Extent } from './keys.js';
import { layoutOf, noLayout, type Layout } from './layout.js';
import { lineStyles } from './line.styles.js';
import { Selection } from './selection.js';
import { Table } from './table.js';
import { tableStyles } from './table.styles.js';
import { Watch } from './watch.js';

export const styles = [tokens, tones, notice, inputs, buttons, surface, tableStyles, cellStyles, lineStyles];

/** What a table is the same for as long as it is the same: its cells, and what stands at their heads. */
const contentOf = ({ columns, rows, ids }: Layout): string => JSON.stringify([columns, rows, ids]);

export class Grid {
  readonly host: GridHost;
  readonly entries: Entries;
  readonly contents: Contents;
  readonly table: Table;
  readonly selection: Selection;
  readonly editing: Editing;
  readonly batches: Batches;
  readonly acts: Acts;
  readonly #watch: Watch;
  layout = noLayout;
  /** Whether the person may record here. */
  editable = false;
  #session: RunSession | undefined;
  #step: Step | undefined;
  /** What the table was drawn for. */
  #drawnFor: readonly unknown[] = [];
  #dirty = new Set<Id>();
  #focused: Element | null = null;
  /** What is below the table comes once the table has been painted; there is room for it. */
  #isSeen = false;
  readonly #room = Object.assign(document.createElement('div'), { className: 'line' });

  constructor(host: GridHost) {
    this.host = host;
    this.entries = new Entries(host);
    this.contents = new Contents(this);
    this.table = new Table(this.contents, (place) => this.selection.has(place));
    this.selection = new Selection(this.table, () => host.element.requestUpdate());
    this.editing = new Editing(this);
    this.batches = new Batches(this.entries, {
      changed: () => host.element.requestUpdate(),
      goTo: (ids) => this.#goToNext(ids),
    });
    this.acts = new Acts(this);
    new Hands(this);
    this.#watch = new Watch({
      cell: (id, before, now) => this.#heard(id, before, now),
      row: (id) => this.#heardRow(id),
      reveal: (id) => this.reveal(id),
    });
  }

  get #say() {
    return words(this.host.element, 'grid', gridWords);
  }

  get root(): ShadowRoot {
    return this.host.element.shadowRoot!;
  }

  get session(): RunSession | undefined {
    return this.#session;
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

  get activeField(): Field | undefined {
    return this.activeId === undefined ? undefined : this.entries.field(this.activeId);
  }

  fieldsOf(row: number): readonly Field[] {
    return (this.layout.ids[row] ?? []).flatMap((id) =>
      id === undefined ? [] : (this.entries.field(id) ?? []),
    );
  }

  get extent(): Extent {
    const { columns, rows } = this.layout;
    const { page, box } = this.table;
    return { rows: rows.length, columns: columns.length, page, rtl: box.matches(':dir(rtl)') };
  }

  // Showing -------------------------------------------------------------------------------------------------

  /** To be called before each drawing; only another table makes any work. */
  show(session: RunSession | undefined, step: Step | undefined): void {
    this.#session = session;
    this.#step = step;
    this.editable = step !== undefined && session?.may('set-value', { stepId: step.id }) === true;
    if (!session || !step) return this.leave();
    const { element } = this.host;
    const now = [session, session.structure, step.id, localeOf(element), this.editable] as const;
    const before = this.#drawnFor;
    if (now.every((one, at) => one === before[at])) return;
    this.#drawnFor = now;
    const layout = layoutOf(step);
    const { columns, rows } = layout;
    this.table.name(this.#say.table(rows.length, columns.length), !this.editable);
    const isSame =
      session === before[0] && now[3] === before[3] && contentOf(layout) === contentOf(this.layout);
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
      ${this.table.box}${this.batches.draw(this.host.element)}
      ${this.#isSeen ? this.contents.line() : this.#room}`;
  }

  drawn(): void {
    if (!this.#isSeen && this.table.box.isConnected) {
      this.#isSeen = true;
      requestAnimationFrame(() => setTimeout(() => this.host.element.requestUpdate()));
    }
    // A button that has done its work has gone with the focus on it.
    if (this.#focused && !this.#focused.isConnected && !this.root.activeElement) this.selection.focus();
    this.#focused = null;
  }

  // Hearing -------------------------------------------------------------------------------------------------

  #heard(id: Id, before: string | undefined, now: string | undefined): void {
    this.batches.heard(id, before, now);
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
}
