/** Reading by range: never more of a store than was asked for. */
import type { RunEvent } from '../../domain/command.js';
import type { Id } from '../../domain/run.js';
import type { Transaction } from './database.js';
import { eventOf } from './records.js';

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
