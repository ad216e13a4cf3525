/** What is done to many cells of a table, and its summary: the last one is shown, earlier ones end quietly. */
import { nothing, type TemplateResult } from 'lit';
import type { Id } from '../../domain/run.js';
import { Batch } from './batch.js';
import type { Became, Entries } from './entries.js';
import { summary } from './summary.js';

interface Owner {
  changed(): void;
  goTo(ids: readonly Id[]): void;
}

export class Batches {
  readonly #entries: Entries;
  readonly #owner: Owner;
  readonly #running = new Set<Batch>();
  #shown: Batch | undefined;

  constructor(entries: Entries, owner: Owner) {
    this.#entries = entries;
    this.#owner = owner;
  }

  heard(id: Id, before: string | undefined, now: string | undefined): void {
    for (const batch of this.#running) batch.heard(id, before, now);
    if (!this.#shown || this.#running.has(this.#shown)) return;
    this.#shown.heard(id, before, now);
    if (before !== now) this.#owner.changed();
  }

  draw(element: Element): TemplateResult | typeof nothing {
    const batch = this.#shown;
    if (!batch) return nothing;
    return summary(element, batch, {
      asksReason: (ids) => ids.some((id) => this.#entries.peek(id)?.context.asked?.reason),
      goTo: (ids) => this.#owner.goTo(ids),
      confirm: (ids) => this.#run(batch, [[ids, (id) => this.#entries.confirm(id, batch.reason.trim())]]),
      again: (ids) => this.#run(batch, [[ids, (id) => this.#entries.again(id)]]),
      dismiss: () => {
        this.#shown = undefined;
        this.#owner.changed();
      },
    });
  }

  /** Everything is put down before anything is saved, so that a fault loses nothing. */
  paste(stepId: Id, texts: ReadonlyMap<Id, string>, notes: readonly string[]): void {
    const ids = [...texts.keys()];
    // What a person has gone on to type is theirs.
    const commit = (id: Id): Became =>
      this.#entries.peek(id)?.value === 'drafting' && this.#entries.peek(id)!.context.how === 'pasted'
        ? this.#entries.commit(id)
        : 'sent';
    this.#begin(ids, notes, [
      [ids, (id) => this.#entries.paste(stepId, id, texts.get(id)!)],
      [ids, commit],
    ]);
  }

  clear(stepId: Id, ids: readonly Id[]): void {
    this.#begin(ids, [], [[ids, (id) => this.#entries.clear(stepId, id)]]);
  }

  #begin(ids: readonly Id[], notes: readonly string[], phases: Phases): void {
    this.#shown = new Batch(this.#entries, ids, notes, () => this.#owner.changed());
    this.#run(this.#shown, phases);
  }

  #run(batch: Batch, phases: Phases): void {
    this.#running.add(batch);
    void batch.run(phases).finally(() => {
      this.#running.delete(batch);
      this.#owner.changed();
    });
  }
}

type Phases = Parameters<Batch['run']>[0];
