/** Reading by range and index: never more of a store than was asked for. */
import type { Facts, Needs, RunEvent } from '../../domain/command.js';
import { allowedParts } from '../../domain/install.js';
import type { Id, Requirement, Unit } from '../../domain/run.js';
import { AdapterFault, type Page, type Paged } from '../adapter.js';
import { isMeant } from '../embedded/find.js';
import type { Database, Transaction } from './database.js';
import { eventOf, upcast, type EventRecord } from './records.js';

/** Every key that begins like this one and ends beyond it. */
export const after = (...key: readonly (string | number)[]): IDBKeyRange =>
  IDBKeyRange.bound(key, [...key.slice(0, -1), []], true);

export async function eventsAfter(
  transaction: Transaction,
  runId: Id,
  from: number,
  limit?: number,
): Promise<RunEvent[]> {
  const records = await transaction.objectStore('events').getAll(after(runId, from), limit);
  return records.map(eventOf);
}

/** A page of a run's events, of one topic or all. The cursor is the sequence of the last one given. */
export const eventPage = (
  store: Database,
  runId: Id,
  topic: string | undefined,
  { cursor, limit = 50, newestFirst = false }: Page & { newestFirst?: boolean } = {},
): Promise<Paged<RunEvent>> =>
  store.read(['heads', 'events'], async (transaction) => {
    const events = transaction.objectStore('events');
    const source = topic === undefined ? events : events.index('topic');
    const key = topic === undefined ? [runId] : [runId, topic];
    const [head, found] = await Promise.all([
      transaction.objectStore('heads').getKey(runId),
      newestFirst
        ? lastOf(source.openCursor(before(key, cursor), 'prev') as Promise<Cursor | null>, limit + 1)
        : source.getAll(after(...key, Number(cursor ?? 0)), limit + 1),
    ]);
    if (head === undefined) throw new AdapterFault('not-found');
    const items = found.slice(0, limit).map(eventOf);
    return { items, ...(found.length > limit && { cursor: String(items.at(-1)!.sequence) }) };
  });

/** The tools and parts that a value may name, read in the transaction that records it. */
export async function linkedFacts(
  transaction: Transaction,
  { tools, parts }: Needs,
): Promise<Pick<Facts, 'tools' | 'parts'>> {
  const [foundTools, foundParts] = await Promise.all([
    Promise.all(tools.map((id) => transaction.objectStore('tools').get(id))),
    Promise.all(parts.map((id) => transaction.objectStore('parts').get(id))),
  ]);
  return {
    tools: Object.fromEntries(foundTools.flatMap((one) => (one ? [[one.id, upcast(one).tool]] : []))),
    parts: Object.fromEntries(foundParts.flatMap((one) => (one ? [[one.id, upcast(one).part]] : []))),
  };
}

const before = (key: readonly string[], cursor: string | undefined): IDBKeyRange =>
  IDBKeyRange.bound([...key, -1], [...key, cursor === undefined ? [] : Number(cursor)], false, true);

interface Cursor {
  value: EventRecord;
  continue(): Promise<Cursor | null>;
}

/** The last records of a range, backwards: no more is read of it, however much there is. */
async function lastOf(first: Promise<Cursor | null>, count: number): Promise<EventRecord[]> {
  const found: EventRecord[] = [];
  let cursor = await first;
  while (cursor) {
    found.push(cursor.value);
    cursor = found.length < count ? await cursor.continue() : null;
  }
  return found;
}

export async function findUnits(
  store: Database,
  requirement: Requirement | undefined,
  text: string,
): Promise<Unit[]> {
  const wanted = text.trim();
  const names = new Set(wanted !== '' ? [wanted] : requirement ? allowedParts(requirement) : []);
  const found = await store.read(['units'], (transaction) => {
    const index = transaction.objectStore('units').index('names');
    return Promise.all([...names].map((name) => index.getAll(name.toUpperCase())));
  });
  return found
    .flat()
    .map((record) => upcast(record).unit)
    .filter((unit) => isMeant(unit, requirement, text));
}
