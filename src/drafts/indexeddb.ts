/** Drafts in a database of the browser, one for the origin. Two tabs may write: the later one counts. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import {
  draftLife,
  readDraft,
  type DraftKey,
  type DraftOptions,
  type DraftScope,
  type DraftStore,
  type StoredDraft,
} from './drafts.js';
import { Journal, type Change } from './journal.js';

interface Schema extends DBSchema {
  drafts: { key: string[]; value: StoredDraft; indexes: { savedAt: string } };
}
type Connection = IDBPDatabase<Schema>;

export interface IndexedDbDraftsOptions {
  /** Names the database; every page of the origin that gives the same name shares it. */
  name?: string;
  /** Milliseconds that opening may take; 3000. */
  openDeadline?: number;
}

const keyOf = ({ tenant, runId, person, kind, key }: DraftKey): string[] => [
  tenant,
  runId,
  person,
  kind,
  key,
];

/** The store that elements use of themselves. It rejects where the browser keeps nothing. */
export function indexedDbDrafts({
  name = 'stepwright-drafts',
  openDeadline = 3000,
}: IndexedDbDraftsOptions = {}): DraftStore {
  const journal = new Journal(name);
  let opening: Promise<Connection> | undefined;
  let connection: Connection | undefined;

  function forget(): void {
    connection?.close();
    opening = connection = undefined;
  }

  function open(): Promise<Connection> {
    const request = openDB<Schema>(name, 1, {
      upgrade: (database) => database.createObjectStore('drafts').createIndex('savedAt', 'savedAt'),
      blocking: forget,
      terminated: forget,
    });
    let timer: ReturnType<typeof setTimeout>;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`database ${name} did not open`)), openDeadline);
    });
    opening = Promise.race([request, late]).finally(() => clearTimeout(timer));
    opening.then((opened) => (connection = opened), forget);
    return opening;
  }

  /** Once more over a new connection, where the browser has closed the one at hand. */
  async function use<T>(work: (database: Connection) => Promise<T>): Promise<T> {
    try {
      // With a connection at hand the transaction begins within this call, which a page that ends may not outlive.
      return await work(connection ?? (await (opening ?? open())));
    } catch (error) {
      if ((error as Error).name !== 'InvalidStateError') throw error;
      forget();
      return work(await open());
    }
  }

  async function put(database: Connection, changes: readonly Change[]): Promise<void> {
    const transaction = database.transaction('drafts', 'readwrite');
    const work = changes.map((change) =>
      change.draft === null
        ? transaction.store.delete(keyOf(change))
        : transaction.store.put(change, keyOf(change)),
    );
    transaction.commit();
    await Promise.all([...work, transaction.done]);
  }

  async function write(change: Change, leaving: boolean | undefined): Promise<void> {
    const line = leaving ? journal.write(change) : undefined;
    await use((database) => put(database, [change]));
    if (line) journal.strike(line);
  }

  /** What the journal has goes to the database, where that knows nothing newer. */
  async function takeOver(database: Connection): Promise<void> {
    for (const line of journal.lines()) {
      const change = readLine(line.text);
      const there = change && (await database.get('drafts', keyOf(change)));
      if (change && !(there && there.savedAt > change.savedAt)) await put(database, [change]);
      journal.strike(line);
    }
  }

  /** Drafts of runs and people that nobody came back to. */
  async function tidy(database: Connection, { tenant, runId, person }: DraftScope): Promise<void> {
    const old = IDBKeyRange.upperBound(new Date(Date.now() - draftLife).toISOString());
    const transaction = database.transaction('drafts', 'readwrite');
    // What fails is told by the request; unheard here, it would be reported once more.
    transaction.done.catch(() => {});
    for (const key of await transaction.store.index('savedAt').getAllKeys(old)) {
      if (key[0] !== tenant || key[1] !== runId || key[2] !== person) await transaction.store.delete(key);
    }
    await transaction.done;
  }

  return {
    load: (scope) =>
      use(async (database) => {
        await takeOver(database);
        const { tenant, runId, person } = scope;
        const start = [tenant, runId, person];
        const found = await database.getAll('drafts', IDBKeyRange.bound(start, [...start, []]));
        // Nobody waits for it, and nothing depends on it.
        tidy(database, scope).catch(() => {});
        return found;
      }),
    save: (draft: StoredDraft, { leaving }: DraftOptions = {}) => write(draft, leaving),
    remove: ({ tenant, runId, person, kind, key }: DraftKey, { leaving }: DraftOptions = {}) => {
      const savedAt = new Date().toISOString();
      return write({ v: 1, tenant, runId, person, kind, key, draft: null, savedAt }, leaving);
    },
  };
}

/** A line that nobody can read says nothing. */
function readLine(text: string): Change | undefined {
  try {
    const change = JSON.parse(text) as Change;
    if (change.draft !== null) return readDraft(change);
    return readDraft({ ...change, draft: '', stepId: '', targetId: '' }) && change;
  } catch {
    return undefined;
  }
}
