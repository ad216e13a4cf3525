/** Reading by range and index: never more of a store than was asked for. */
import type { RunEvent } from '../../domain/command.js';
import { allowedParts } from '../../domain/install.js';
import type { Id, Requirement, Unit } from '../../domain/run.js';
import { AdapterFault, type Page, type Paged } from '../adapter.js';
import { isMeant } from '../recorder.js';
import type { Database, Transaction } from './database.js';
import { eventOf, upcast } from './records.js';

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
  { cursor = '0', limit = 50 }: Page = {},
): Promise<Paged<RunEvent>> =>
  store.read(['heads', 'events'], async (transaction) => {
    const events = transaction.objectStore('events');
    const [head, found] = await Promise.all([
      transaction.objectStore('heads').getKey(runId),
      topic === undefined
        ? events.getAll(after(runId, Number(cursor)), limit + 1)
        : events.index('topic').getAll(after(runId, topic, Number(cursor)), limit + 1),
    ]);
    if (head === undefined) throw new AdapterFault('not-found');
    const items = found.slice(0, limit).map(eventOf);
    return { items, ...(found.length > limit && { cursor: String(items.at(-1)!.sequence) }) };
  });

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
