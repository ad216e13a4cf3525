/**
 * The embedded default: runs and stock in the browser's own database. What was answered survives a reload, a killed
 * browser and a second tab; order and uniqueness come from the database's transactions, never from a lock or a message.
 *
 * A save appends events, a receipt and a small head. The steps are written as a checkpoint when the page is idle, since
 * rewriting one with every save would cost many times the save itself; a load replays what came after.
 */
import type { Answer, Command } from '../domain/command.js';
import type { Id, Instant, Part, Run, Tool, Unit } from '../domain/run.js';
import { newId } from '../new-id.js';
import { AdapterFault, type Adapter, type Optional } from './adapter.js';
import { identifying, type IdentifyOptions, type Who } from './embedded/identifying.js';
import { storable } from './embedded/reading.js';
import type { Current } from './indexeddb/batch.js';
import { checkpoints, putCheckpoint, type Known } from './indexeddb/checkpoints.js';
import { database, type Transaction } from './indexeddb/database.js';
import { after, eventsAfter } from './indexeddb/queries.js';
import { headOf, unitRecord, upcast } from './indexeddb/records.js';
import type * as Executing from './indexeddb/executing.js';
import { watchers } from './indexeddb/watchers.js';

export interface IndexedDbAdapterOptions extends IdentifyOptions {
  /** Names the database; every adapter of this name in every tab of the origin shares it. */
  name: string;
  /** Keeps drafts for one database apart from those for another; the name, if not said. */
  tenant?: string;
  /** Put into the database once: a run or a unit that is there already stays as it is. */
  runs?: readonly Run[];
  units?: readonly Unit[];
  tools?: readonly Tool[];
  parts?: readonly Part[];
  /** The most bytes that a file may have. */
  fileLimit?: number;
  /** The recorder's clock. */
  now?: () => Instant;
  /** Milliseconds that opening may take, for example while another tab holds an earlier version; 3000. */
  openDeadline?: number;
  /** Milliseconds that reading or saving may take; 10000. */
  transactionDeadline?: number;
  /** A checkpoint is due after so many events; 64. */
  checkpointAfter?: number;
}

export type IndexedDbAdapter = Required<Omit<Adapter, Optional>> &
  Adapter & {
    /** Lets go of the database, for example before deleting it. The next use opens it again. */
    close(): void;
  };

export function indexedDbAdapter({
  name,
  tenant = name,
  runs = [],
  units = [],
  tools = [],
  parts = [],
  fileLimit,
  now = () => new Date().toISOString(),
  openDeadline = 3000,
  transactionDeadline = 10_000,
  checkpointAfter = 64,
  ...asking
}: IndexedDbAdapterOptions): IndexedDbAdapter {
  const store = database(name, { openDeadline, transactionDeadline });
  const { abilities, guard } = identifying(asking, now);
  const known = new Map<Id, Known>();
  const planCheckpoint = checkpoints(store);
  const watching = watchers(name, async (runId, from) => {
    await ready();
    return store.read(['events'], (transaction) => eventsAfter(transaction, runId, from, 500));
  });

  let recorder: typeof Executing | undefined;
  /** They come beside the opening of the database, and before a transaction, which waits for nothing else. */
  const rules = async (): Promise<typeof Executing> =>
    (recorder ??= await import('./indexeddb/executing.js'));

  /** What looks things up comes with the rules, once there is something to look up. */
  const lookups = async (): Promise<typeof Executing> => {
    await ready();
    return rules();
  };

  let seeding: Promise<void> | undefined;
  const ready = (): Promise<void> =>
    (seeding ??= seed().catch((error: unknown) => {
      seeding = undefined;
      throw error;
    }));

  async function seed(): Promise<void> {
    if (runs.length + units.length + tools.length + parts.length === 0) return;
    await store.write(['heads', 'runs', 'steps', 'units', 'tools', 'parts'], async (transaction, put) => {
      const heads = transaction.objectStore('heads');
      const stock = transaction.objectStore('units');
      // What the backend knows of tools and parts is no work of anybody here: the latest is right.
      for (const tool of tools) put('tools', { v: 1, id: tool.id, tool });
      for (const part of parts) put('parts', { v: 1, id: part.id, part });
      await Promise.all([
        ...runs.map(async (run) => {
          if ((await heads.getKey(run.id)) !== undefined) return;
          put('heads', headOf(run));
          putCheckpoint(put, run);
        }),
        ...units.map(async (unit) => {
          if ((await stock.getKey(unit.id)) === undefined) put('units', unitRecord(unit));
        }),
      ]);
    });
  }

  /** Brings what is known of a run up to the database, within a transaction over heads and events at least. */
  async function current(transaction: Transaction, runId: Id): Promise<Current> {
    const head = await transaction.objectStore('heads').get(runId);
    const entry = known.get(runId);
    if (!head || !entry) throw new AdapterFault('not-found');
    const { sequence } = upcast(head);
    if (sequence <= entry.run.sequence) return { run: entry.run, news: [] };
    const news = await eventsAfter(transaction, runId, entry.run.sequence);
    return { run: recorder!.replay(entry.run, news, sequence), news };
  }

  /** Takes over what a finished transaction found or made. */
  function adopt({ run, news }: Current): Run {
    const entry = known.get(run.id)!;
    if (run.sequence <= entry.run.sequence) return entry.run;
    entry.run = run;
    watching.tell(run.id, news);
    if (run.sequence - entry.checkpoint.sequence >= checkpointAfter) planCheckpoint(entry);
    return run;
  }

  async function load(runId: Id): Promise<Run> {
    await Promise.all([ready(), rules()]);
    if (known.has(runId)) {
      return adopt(await store.read(['heads', 'events'], (transaction) => current(transaction, runId)));
    }
    const read = await store.read(['heads', 'runs', 'steps', 'events'], async (transaction) => {
      const [head, record, steps] = await Promise.all([
        transaction.objectStore('heads').get(runId),
        transaction.objectStore('runs').get(runId),
        transaction.objectStore('steps').getAll(after(runId, -1)),
      ]);
      if (!head || !record) throw new AdapterFault('not-found');
      const checkpoint: Run = { ...upcast(record).run, steps: steps.map((one) => upcast(one).step) };
      if (steps.length !== record.steps)
        throw new AdapterFault('malformed', { message: `steps of ${runId} are missing` });
      const news = await eventsAfter(transaction, runId, checkpoint.sequence);
      return { run: recorder!.replay(checkpoint, news, upcast(head).sequence), checkpoint };
    });
    // Another call may have been faster, and its run is the one that has been handed out.
    const entry = known.get(runId) ?? read;
    known.set(runId, entry);
    return entry.run;
  }

  let carryOut: ReturnType<typeof Executing.executing> | undefined;
  async function execute(command: Command, who: Who): Promise<Answer> {
    const { executing } = await rules();
    carryOut ??= executing({ store, known, load, current, adopt, now });
    return carryOut(command, who);
  }

  return {
    tenant,
    ...(fileLimit !== undefined && { fileLimit }),
    ...abilities,
    async load(runId, { signal } = {}) {
      signal?.throwIfAborted();
      return load(runId);
    },
    async execute(given, { as }) {
      const command = storable(given);
      const by = { ...as };
      return guard(command, by, (who) => execute(command, who));
    },
    watch: (runId, { after: from }, onEvents) => watching.watch(runId, from, onEvents),
    async listRuns() {
      await ready();
      const heads = await store.read(['heads'], (transaction) => transaction.objectStore('heads').getAll());
      return heads.map((head) => upcast(head).summary);
    },
    findUnits: async (...asked) => (await lookups()).findUnits(store, ...asked),
    findTools: async (...asked) => (await lookups()).findTools(store, ...asked),
    findParts: async (...asked) => (await lookups()).findParts(store, ...asked),
    history: async (...asked) => (await lookups()).history(store, ...asked),
    values: async (...asked) => (await lookups()).values(store, ...asked),
    comments: async (...asked) => (await lookups()).comments(store, ...asked),
    async putFile(file, { signal, onProgress } = {}) {
      signal?.throwIfAborted();
      if (fileLimit !== undefined && file.size > fileLimit) throw new AdapterFault('storage-full');
      const id = newId();
      // eslint-disable-next-line @typescript-eslint/require-await -- a body is async
      await store.write(['files'], async (_transaction, put) => put('files', { v: 1, id, file }));
      onProgress?.(1);
      return { id, name: file.name, type: file.type, size: file.size };
    },
    async getFile(fileId) {
      const record = await store.read(['files'], (transaction) =>
        transaction.objectStore('files').get(fileId),
      );
      if (!record) throw new AdapterFault('not-found');
      return upcast(record).file;
    },
    close() {
      watching.close();
      store.close();
    },
  };
}
