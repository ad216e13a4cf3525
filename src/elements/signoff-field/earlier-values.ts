/**
 * What stood at fields when something was signed, and which parts went out since: read once, when somebody wants to see
 * what has changed.
 */
import { toFault, type Adapter, type AdapterFault } from '../../adapters/adapter.js';
import { isObject } from '../../domain/reading.js';
import type { Id, Install, Instant, ValueRecord } from '../../domain/run.js';
import { readEntry } from '../value-history/entry.js';

/** What a field's history says of it, as far as it was read. */
export interface Earlier {
  then?: ValueRecord | undefined;
  /** The last that was recorded since. */
  latest?: ValueRecord | undefined;
}

/** A part that was taken out of a requirement. */
export interface TakenOut {
  targetId: Id;
  install: Install;
  by: Id;
  at: Instant;
}

export interface Reading {
  doing: 'loading' | 'nothing' | 'failed';
  found: ReadonlyMap<Id, Earlier>;
  /** In order; nothing where it was not read. */
  takenOut?: readonly TakenOut[] | undefined;
  fault?: AdapterFault;
}

export interface Wanted {
  adapter: Adapter;
  runId: Id;
  /** When it was signed. */
  at: Instant;
  fields: readonly Id[];
  /** Requirements. */
  parts: readonly Id[];
  /** Of what it is read: anything else is read anew. */
  of: string;
}

/** Whoever changed it more often than this has to be asked. */
const atMost = 50;
const pageSize = 500;
const unread: Reading = { doing: 'nothing', found: new Map() };

export class EarlierValues {
  readonly #then: () => void;
  #of = '';
  #reading = unread;

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

  async #read(wanted: Wanted): Promise<void> {
    const { adapter, fields, parts } = wanted;
    const values = adapter.values && fields.length > 0;
    const history = adapter.history && parts.length > 0;
    const reading: Reading = values || history ? { ...this.#reading, doing: 'loading' } : unread;
    this.#reading = reading;
    if (reading === unread) return;
    let read: Reading;
    try {
      const [found, takenOut] = await Promise.all([
        values ? valuesOf(wanted) : reading.found,
        history ? takenOutOf(wanted) : undefined,
      ]);
      read = { doing: 'nothing', found, takenOut };
    } catch (error) {
      read = { ...reading, doing: 'failed', fault: toFault(error) };
    }
    if (this.#reading !== reading) return;
    this.#reading = read;
    this.#then();
  }
}

async function valuesOf({ adapter, runId, at, fields }: Wanted): Promise<Reading['found']> {
  const found = fields.map(async (id): Promise<[Id, Earlier]> => {
    const { items } = await adapter.values!(runId, id, { newestFirst: true, limit: atMost });
    return [id, earlier(items.flatMap(readEntry), at)];
  });
  return new Map(await Promise.all(found));
}

/** A part that is out is in no step any more, only in the history of the run. */
async function takenOutOf({ adapter, runId, at, parts }: Wanted): Promise<readonly TakenOut[]> {
  const found: TakenOut[] = [];
  let cursor: string | undefined;
  do {
    const page = await adapter.history!(runId, { limit: pageSize, ...(cursor !== undefined && { cursor }) });
    for (const event of page.items)
      if (event.type === 'part-uninstalled' && event.at > at && parts.includes(event.targetId))
        if (isObject(event.install)) found.push(event);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found;
}

const earlier = ([...newestFirst]: readonly ValueRecord[], signedAt: Instant): Earlier => ({
  then: newestFirst.find((one) => one.at <= signedAt && !isAcceptance(one)),
  latest: newestFirst.find((one) => one.at > signedAt && !isAcceptance(one)),
});

/** A record of nothing but a deviation says that what stood there was accepted. */
const isAcceptance = ({ value, notApplicable, cleared, deviation }: ValueRecord): boolean =>
  deviation !== undefined && value === null && !notApplicable && !cleared;
