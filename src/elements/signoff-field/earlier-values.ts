/** What stood at fields when something was signed: read once, when somebody wants to see what has changed since. */
import { toFault, type Adapter, type AdapterFault } from '../../adapters/adapter.js';
import type { Id, Instant, ValueRecord } from '../../domain/run.js';
import { readEntry } from '../value-history/entry.js';

/** What a field's history says of it, as far as it was read. */
export interface Earlier {
  then?: ValueRecord | undefined;
  /** The last that was recorded since. */
  latest?: ValueRecord | undefined;
}

export interface Reading {
  doing: 'loading' | 'nothing' | 'failed';
  found: ReadonlyMap<Id, Earlier>;
  fault?: AdapterFault;
}

export interface Wanted {
  adapter: Adapter;
  runId: Id;
  /** When it was signed. */
  at: Instant;
  fields: readonly Id[];
  /** Of what it is read: anything else is read anew. */
  of: string;
}

/** Whoever changed it more often than this has to be asked. */
const atMost = 50;

export class EarlierValues {
  readonly #then: () => void;
  #of = '';
  #reading: Reading = { doing: 'nothing', found: new Map() };

  constructor(then: () => void) {
    this.#then = then;
  }

  of(wanted: Wanted): Reading {
    if (wanted.of !== this.#of) {
      this.#of = wanted.of;
      void this.#read(wanted);
    }
    return this.#reading;
  }

  again(wanted: Wanted): void {
    void this.#read(wanted);
    this.#then();
  }

  async #read({ adapter, runId, at, fields }: Wanted): Promise<void> {
    if (!adapter.values || fields.length === 0) return;
    const reading: Reading = { doing: 'loading', found: this.#reading.found };
    this.#reading = reading;
    let read: Reading;
    try {
      const found = fields.map(async (id): Promise<[Id, Earlier]> => {
        const { items } = await adapter.values!(runId, id, { newestFirst: true, limit: atMost });
        return [id, earlier(items.flatMap(readEntry), at)];
      });
      read = { doing: 'nothing', found: new Map(await Promise.all(found)) };
    } catch (error) {
      read = { ...reading, doing: 'failed', fault: toFault(error) };
    }
    if (this.#reading !== reading) return;
    this.#reading = read;
    this.#then();
  }
}

const earlier = ([...newestFirst]: readonly ValueRecord[], signedAt: Instant): Earlier => ({
  then: newestFirst.find((one) => one.at <= signedAt && !isAcceptance(one)),
  latest: newestFirst.find((one) => one.at > signedAt && !isAcceptance(one)),
});

/** A record of nothing but a deviation says that what stood there was accepted. */
const isAcceptance = ({ value, notApplicable, cleared, deviation }: ValueRecord): boolean =>
  deviation !== undefined && value === null && !notApplicable && !cleared;
