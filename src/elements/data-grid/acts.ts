/** What is done to cells other than typing: they are opened, copied, pasted, cleared and marked. */
import { isFilled, isValueField, recordOf } from '../../domain/record.js';
import { copied, pastedBlock, placesIn } from './clipboard.js';
import { openDetails } from './details.js';
import type { Grid } from './grid.js';

export class Acts {
  readonly #grid: Grid;

  constructor(grid: Grid) {
    this.#grid = grid;
  }

  details(): void {
    const { host, activeField, contents, selection } = this.#grid;
    if (!activeField) return;
    openDetails(host, activeField, contents.nameOf(selection.active), () => selection.focus());
  }

  /** What is selected, for a spreadsheet. */
  copy(): string {
    const { host, layout, entries, selection } = this.#grid;
    return copied(host.element, layout, (id) => entries.field(id), selection.range);
  }

  /** What came of a block; one value is asked about like one that is typed. */
  paste(text: string): 'asks' | undefined {
    const { host, layout, entries, selection, batches } = this.#grid;
    const step = this.#grid.step!;
    const { texts, notes } = pastedBlock(host.element, layout, step, selection.range.from, text);
    const [only] = texts;
    if (texts.size === 1 && notes.length === 0) {
      const became = entries.paste(step.id, only![0], only![1]);
      return became === 'drafted' && entries.commit(only![0]) === 'asks' ? 'asks' : undefined;
    }
    batches.paste(step.id, texts, notes);
    return undefined;
  }

  /** Empties what is selected. */
  clear(): 'asks' | undefined {
    const { layout, entries, selection, batches } = this.#grid;
    const step = this.#grid.step!;
    const ids = [...placesIn(selection.range)].flatMap(({ row, column }) => layout.ids[row]?.[column] ?? []);
    const some = ids.filter((id) => entries.peek(id) || recordOf(entries.field(id)!));
    if (some.length > 1) batches.clear(step.id, some);
    else if (some[0] !== undefined && entries.clear(step.id, some[0]) === 'asks') return 'asks';
    return undefined;
  }

  /** Marks a row as not applicable, or takes that back. */
  markRow(row: number): void {
    const { host, layout, batches } = this.#grid;
    const session = this.#grid.session!;
    const { id } = layout.rows[row]!;
    const stepId = this.#grid.step!.id;
    const fields = this.#grid.fieldsOf(row);
    if (fields.some((field) => isValueField(field) && !isFilled(field))) {
      const actor = session.entry(id);
      if (actor.getSnapshot().hasTag('submitting')) return;
      host.submit(actor, session.submission({ type: 'mark-not-applicable', stepId, targetId: id }));
      return;
    }
    const marked = fields.filter((field) => recordOf(field)?.notApplicable);
    batches.clear(
      stepId,
      marked.map((field) => field.id),
    );
  }
}
