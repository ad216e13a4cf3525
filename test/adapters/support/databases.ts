/** Databases that belong to one test, and the ways to look at one without its adapter. */
import {
  indexedDbAdapter,
  type IndexedDbAdapter,
  type IndexedDbAdapterOptions,
} from '../../../src/adapters/indexeddb.js';
// First, so that what a test has spoiled is whole again when its databases are deleted.
import './spy.js';
import type { RunEvent } from '../../../src/domain/index.js';

const adapters: IndexedDbAdapter[] = [];
const names = new Set<string>();
let count = 0;

export const newName = (): string => {
  const name = `test-${(count += 1)}-${Math.random()}`;
  names.add(name);
  return name;
};

/** An adapter that is closed, with its database deleted, when the test is over. */
export function open(
  options: Partial<IndexedDbAdapterOptions> = {},
): IndexedDbAdapter & { database: string } {
  const name = options.name ?? newName();
  names.add(name);
  const adapter = indexedDbAdapter({ ...options, name });
  adapters.push(adapter);
  return Object.assign(adapter, { database: name });
}

export const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error!);
  });

export const ended = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
  });

export async function remove(name: string): Promise<void> {
  await settled(indexedDB.deleteDatabase(name));
}

/** Everything in a store, read with the browser's own means. */
export async function rows<T>(name: string, store: string): Promise<T[]> {
  const database = await settled(indexedDB.open(name));
  try {
    return (await settled(database.transaction(store).objectStore(store).getAll())) as T[];
  } finally {
    database.close();
  }
}

export const storedEvents = async (name: string, runId: string): Promise<RunEvent[]> =>
  (await rows<{ runId: string; event: RunEvent }>(name, 'events'))
    .filter((row) => row.runId === runId)
    .map(({ event }) => event);

afterEach(async () => {
  for (const adapter of adapters.splice(0)) adapter.close();
  for (const name of names) await remove(name);
  names.clear();
});
