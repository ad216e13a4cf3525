/**
 * The connection: opened when needed, given up when another tab wants to upgrade, opened again after the browser
 * closed it, never waited for without end. Whoever uses it sees a transaction or an `AdapterFault`.
 */
import { openDB, type IDBPDatabase, type IDBPTransaction, type StoreNames, type StoreValue } from 'idb';
import { newId } from '../../new-id.js';
import { AdapterFault } from '../adapter.js';
import { faultOf } from './faults.js';
import { schemaVersion, upcast, upgrade, type Schema } from './records.js';

export type Store = StoreNames<Schema>;
export type Transaction = IDBPTransaction<Schema, Store[]>;
type Writable = IDBPTransaction<Schema, Store[], 'readwrite'>;
/** Queues a write. It is done when the transaction is. */
export type Put = <S extends Store>(store: S, value: StoreValue<Schema, S>) => void;
type Body<T> = (transaction: Transaction, put: Put) => Promise<T>;

export interface Database {
  read<T>(stores: readonly Store[], body: Body<T>): Promise<T>;
  /** Resolves at the transaction's `complete`, with the disk flushed; a body that throws leaves nothing behind. */
  write<T>(stores: readonly Store[], body: Body<T>): Promise<T>;
  close(): void;
}

export interface Deadlines {
  /** Milliseconds that opening may take; another tab with an older version open blocks it. */
  openDeadline: number;
  /** Milliseconds that a transaction may take. */
  transactionDeadline: number;
}

type Connection = IDBPDatabase<Schema>;

/** How a connection shows that the browser closed it, before or during a transaction. */
const closed: ReadonlySet<string> = new Set(['InvalidStateError', 'AbortError', 'UnknownError']);

export function database(name: string, { openDeadline, transactionDeadline }: Deadlines): Database {
  let opening: Promise<Connection> | undefined;
  /** Which database this adapter works on. One that was made since is another, and holds other people's work. */
  let made: string | undefined;

  const deleted = (): AdapterFault =>
    new AdapterFault('storage-blocked', {
      message: `database ${name} was deleted while in use`,
    });

  function open(): Promise<Connection> {
    if (!globalThis.indexedDB) throw new AdapterFault('unsupported', { message: 'no IndexedDB' });
    let gone = false;
    const request: Promise<Connection> = openDB<Schema>(name, schemaVersion, {
      upgrade(connection, from, _to, transaction) {
        // What fails is told by the opening; unheard here, it would be reported once more.
        transaction.done.catch(() => {});
        gone = from === 0 && made !== undefined;
        if (gone) return transaction.abort();
        upgrade(connection, from, transaction);
        if (from > 0) return;
        const meta = { v: 1, id: 'database', made: newId() } as const;
        transaction
          .objectStore('meta')
          .put(meta)
          .catch(() => {});
      },
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        forget(request);
      },
      terminated: () => forget(request),
    })
      .catch((error: unknown) => {
        throw gone ? deleted() : error;
      })
      .then(async (connection) => {
        try {
          const meta = await connection.get('meta', 'database');
          const found = upcast(meta!).made;
          if ((made ??= found) !== found) throw deleted();
          return connection;
        } catch (error) {
          connection.close();
          throw error;
        }
      });
    request.catch(() => forget(request));
    return request;
  }

  function forget(connection: Promise<Connection>): void {
    if (opening === connection) opening = undefined;
  }

  const notOpened = (): AdapterFault =>
    new AdapterFault('storage-blocked', {
      message: `database ${name} did not open, perhaps because another tab holds an earlier version`,
    });

  async function transact<T>(
    mode: 'readonly' | 'readwrite',
    stores: readonly Store[],
    body: Body<T>,
  ): Promise<T> {
    let outcome: AdapterFault['outcome'] = 'not-done';
    for (let retry = false; ; retry = true) {
      let asked: Promise<Connection> | undefined;
      try {
        // An opening that took too long is left to go on, so that the next try finds it done.
        asked = opening ??= open();
        const connection = await within(openDeadline, asked, notOpened);
        const transaction = connection.transaction([...stores], mode, { durability: 'strict' });
        return await settle(transaction as Transaction, body, transactionDeadline);
      } catch (error) {
        const { name: kind } = error as Error;
        if (retry || !closed.has(kind)) throw faultOf(error, outcome);
        // Once more over a new connection. That is safe: a transaction that could not begin wrote nothing, and a command
        // that got through although its transaction was torn down is known by its id.
        if (kind === 'AbortError' && mode === 'readwrite') outcome = 'unknown';
        drop(asked);
      }
    }
  }

  function drop(connection: Promise<Connection> | undefined): void {
    if (opening === connection) opening = undefined;
    connection?.then((one) => one.close()).catch(() => {});
  }

  return {
    read: (stores, body) => transact('readonly', stores, body),
    write: (stores, body) => transact('readwrite', stores, body),
    close: () => drop(opening),
  };
}

/** Carries a body out and waits for the transaction's end, which alone says whether anything was stored. */
async function settle<T>(transaction: Transaction, body: Body<T>, deadline: number): Promise<T> {
  const writes: Promise<unknown>[] = [];
  const put: Put = (store, value) => {
    const target = (transaction as unknown as Writable).objectStore(store);
    // What is appended is never written over, whatever else has gone wrong.
    const write = store === 'events' || store === 'receipts' ? target.add(value) : target.put(value);
    // Its error reaches the transaction too; unheard here, it would be reported once more.
    write.catch(() => {});
    writes.push(write);
  };
  const abort = (): boolean => {
    try {
      transaction.abort();
      return true;
    } catch {
      return false;
    }
  };
  const work = (async () => {
    try {
      const result = await body(transaction, put);
      await Promise.all(writes);
      return result;
    } catch (error) {
      abort();
      throw error;
    }
  })();
  const ended = Promise.allSettled([work, transaction.done]);
  const [result, done] = await within(
    deadline,
    ended,
    // What could still be aborted was not stored. What could not is on its way to the disk.
    () => new AdapterFault('timeout', { outcome: abort() ? 'not-done' : 'unknown' }),
  );
  // The transaction knows best why it failed, unless it only followed the body.
  if (done.status === 'rejected' && (done.reason as Error).name !== 'AbortError') throw done.reason;
  if (result.status === 'rejected') throw result.reason;
  if (done.status === 'rejected') throw done.reason;
  return result.value;
}

function within<T>(milliseconds: number, work: Promise<T>, late: () => Error): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(late()), milliseconds);
  });
  return Promise.race([work, deadline]).finally(() => clearTimeout(timer));
}
