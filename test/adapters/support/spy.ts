/** Watching and spoiling the browser's database, as disks, browsers and other tabs do. */
type Hook = (transaction: IDBTransaction, stores: readonly string[], mode: IDBTransactionMode) => void;

export interface Seen {
  stores: readonly string[];
  mode: IDBTransactionMode;
  durability: string | undefined;
  transaction: IDBTransaction;
  /** Resolves when it has ended, whichever way. */
  ended: Promise<'complete' | 'abort'>;
}

const undo: (() => void)[] = [];
afterEach(() => {
  for (const one of undo.splice(0).reverse()) one();
});

/** Replaces a property until the test is over. */
export function replace<T extends object, K extends keyof T>(target: T, key: K, value: T[K]): T[K] {
  const own = Object.getOwnPropertyDescriptor(target, key);
  const original = target[key];
  Object.defineProperty(target, key, { value, configurable: true, writable: true });
  undo.push(() => {
    if (own) Object.defineProperty(target, key, own);
    else Reflect.deleteProperty(target, key);
  });
  return original;
}

/** Every transaction that begins from now on. */
export function transactions(hook: Hook = () => {}): Seen[] {
  const all: Seen[] = [];
  const original: IDBDatabase['transaction'] = replace(
    IDBDatabase.prototype,
    'transaction',
    function (this: IDBDatabase, names, mode = 'readonly', options?: IDBTransactionOptions) {
      const transaction = original.call(this, names, mode, options);
      const stores = typeof names === 'string' ? [names] : [...names];
      all.push({
        stores,
        mode,
        durability: options?.durability,
        transaction,
        ended: new Promise((resolve) => {
          transaction.addEventListener('complete', () => resolve('complete'));
          transaction.addEventListener('abort', () => resolve('abort'));
        }),
      });
      hook(transaction, stores, mode);
      return transaction;
    },
  );
  return all;
}

/** Every request of a kind that is made of a store from now on. */
export function requests(
  method: 'add' | 'put' | 'getAll',
  hook: (store: IDBObjectStore, request: IDBRequest, value: unknown) => void,
): void {
  type Method = (this: IDBObjectStore, ...given: unknown[]) => IDBRequest;
  const prototype = IDBObjectStore.prototype as unknown as Record<typeof method, Method>;
  const original: Method = replace(prototype, method, function (...given) {
    const request = original.apply(this, given);
    hook(this, request, given[0]);
    return request;
  });
}

/** The next save fails: when something is written, or when all was written and is to be committed. */
export function failSave(when: 'request' | 'commit', name: string): void {
  const error = new DOMException('injected', name);
  let spoiled: IDBTransaction | undefined;
  let queued = 0;
  for (const method of ['add', 'put'] as const) {
    requests(method, ({ transaction }, request) => {
      spoiled ??= transaction;
      if (transaction !== spoiled) return;
      queued += 1;
      Object.defineProperty(transaction, 'error', { value: error, configurable: true });
      if (when === 'request') {
        Object.defineProperty(request, 'error', { value: error });
        if (queued === 1) queueMicrotask(() => transaction.abort());
      } else {
        request.addEventListener('success', () => {
          queued -= 1;
          if (queued === 0) transaction.abort();
        });
      }
    });
  }
}

/** What the adapter leaves for when the page is idle, to be done when the test says so. */
export function idleWork(): () => Promise<void> {
  const queue: IdleRequestCallback[] = [];
  replace(globalThis, 'requestIdleCallback', (work) => queue.push(work));
  return async () => {
    const seen = transactions();
    for (const work of queue.splice(0)) work({ didTimeout: false, timeRemaining: () => 50 });
    // A checkpoint begins when its connection is at hand, which is a few microtasks later.
    await new Promise((resolve) => setTimeout(resolve, 0));
    await Promise.all(seen.map(({ ended }) => ended));
  };
}
