/** The reference adapter: runs and stock in memory, gone with the page. Every other adapter ends up equal to it. */
import type { Command, Receipt, Recorder as Context, RunEvent, Sibling } from '../domain/command.js';
import type { FileRef, Id, Instant, Part, Run, Tool, Unit } from '../domain/run.js';
import { newId } from '../new-id.js';
import { AdapterFault, type Adapter, type Optional } from './adapter.js';
import { isMeant, isMeantPart, isMeantTool } from './embedded/find.js';
import { identifying, type IdentifyOptions, type Who } from './embedded/identifying.js';
import { commentsIn, pageOf, storable, summaryOf, valuesIn } from './embedded/reading.js';
import type * as Recorder from './embedded/recorder.js';
import type * as Siblings from './embedded/siblings.js';

export interface MemoryAdapterOptions extends IdentifyOptions {
  tenant?: string;
  runs?: readonly Run[];
  units?: readonly Unit[];
  tools?: readonly Tool[];
  parts?: readonly Part[];
  /** The most bytes that a file may have. */
  fileLimit?: number;
  /** The recorder's clock. */
  now?: () => Instant;
}

type Watcher = (events: readonly RunEvent[]) => void;
interface Stored {
  run: Run;
  events: RunEvent[];
  receipts: Map<Id, Receipt>;
  watchers: Set<Watcher>;
}

export function memoryAdapter({
  tenant,
  runs = [],
  units = [],
  tools = [],
  parts = [],
  fileLimit,
  now = () => new Date().toISOString(),
  ...asking
}: MemoryAdapterOptions = {}): Required<Omit<Adapter, Optional>> & Adapter {
  const { abilities, guard } = identifying(asking, now);
  const stored = new Map<Id, Stored>(
    structuredClone(runs).map((run) => [
      run.id,
      { run, events: [], receipts: new Map(), watchers: new Set() },
    ]),
  );
  const stock = new Map<Id, Unit>(structuredClone(units).map((unit) => [unit.id, unit]));
  const toolById = new Map<Id, Tool>(structuredClone(tools).map((tool) => [tool.id, tool]));
  const partById = new Map<Id, Part>(structuredClone(parts).map((part) => [part.id, part]));
  const files = new Map<Id, Blob>();
  let batches: typeof Siblings | undefined;

  const pick = <T>(from: ReadonlyMap<Id, T>, ids: readonly Id[]): Record<Id, T> =>
    Object.fromEntries(ids.flatMap((id) => (from.has(id) ? [[id, from.get(id)!] as const] : [])));

  const find = (runId: Id): Stored => {
    const found = stored.get(runId);
    if (!found) throw new AdapterFault('not-found');
    return found;
  };

  function execute(
    { needs, recordCommand, unitsOf }: typeof Recorder,
    command: Command,
    who: Who,
  ): ReturnType<Adapter['execute']> extends Promise<infer T> ? T : never {
    const entry = find(command.runId);
    const known = entry.receipts.get(command.id);
    if (known) return known;
    const wanted = needs(command);
    const recorder = {
      ...who,
      at: now(),
      facts: {
        units: pick(stock, unitsOf(entry.run, command)),
        tools: pick(toolById, wanted.tools),
        parts: pick(partById, wanted.parts),
      },
    };
    const recording = recordCommand(entry.run, command, recorder);
    if ('refused' in recording) return recording;
    const siblings = recordSiblings(entry.run, command, recorder);
    const receipt = { ...recording.receipt, ...(siblings && { siblings }) };
    keep(recording.run, receipt);
    for (const unit of recording.units) stock.set(unit.id, unit);
    return receipt;
  }

  function keep(run: Run, receipt: Receipt): void {
    const entry = find(run.id);
    const { events } = receipt;
    entry.run = run;
    entry.events.push(...events);
    entry.receipts.set(receipt.commandId, receipt);
    if (events.length === 0) return;
    for (const watcher of entry.watchers) queueMicrotask(() => watcher(events));
  }

  /** What becomes of a command in the other runs of the batch, if there are any and it is for them as well. */
  function recordSiblings(run: Run, command: Command, recorder: Context): readonly Sibling[] | undefined {
    if (!run.batch || !batches?.isShared(command)) return undefined;
    const found = [...stored.values()].flatMap((one) =>
      one.run.batch?.id === run.batch!.id && one.run.id !== run.id
        ? [{ run: one.run, done: one.receipts.has(command.id) }]
        : [],
    );
    if (found.length === 0) return undefined;
    const { told, recordings } = batches.recordSiblings(run, found, command, recorder);
    for (const one of recordings) keep(one.run, one.receipt);
    return told.length > 0 ? told : undefined;
  }

  // Methods are async so that what they throw arrives as a rejection, as it would from any other store.
  /* eslint-disable @typescript-eslint/require-await */
  return {
    ...(tenant !== undefined && { tenant }),
    ...(fileLimit !== undefined && { fileLimit }),
    ...abilities,
    load: async (runId) => find(runId).run,
    async execute(given, { as }) {
      const command = storable(given);
      const by = { ...as };
      return guard(command, by, async (who) => {
        // The rules come with the first command: a page that only shows a run does not wait for them.
        const rules = await import('./embedded/recorder.js');
        if (stored.get(command.runId)?.run.batch) batches ??= await import('./embedded/siblings.js');
        return execute(rules, command, who);
      });
    },
    watch(runId, { after }, onEvents) {
      const entry = find(runId);
      let live = true;
      let seen = after;
      const watcher: Watcher = (events) => {
        const news = events.filter((event) => event.sequence > seen);
        if (!live || news.length === 0) return;
        seen = news.at(-1)!.sequence;
        onEvents(news);
      };
      entry.watchers.add(watcher);
      const missed = entry.events.filter((event) => event.sequence > after);
      queueMicrotask(() => watcher(missed));
      return () => {
        live = false;
        entry.watchers.delete(watcher);
      };
    },
    listRuns: async () => [...stored.values()].map(({ run }) => summaryOf(run)),
    findUnits: async (requirement, text) =>
      [...stock.values()].filter((unit) => isMeant(unit, requirement, text)),
    findTools: async (field, text) => [...toolById.values()].filter((tool) => isMeantTool(tool, field, text)),
    findParts: async (text) => [...partById.values()].filter((part) => isMeantPart(part, text)),
    history: async (runId, page) => pageOf(find(runId).events, page),
    values: async (runId, targetId, page) => pageOf(valuesIn(find(runId).events, targetId), page),
    comments: async (runId, stepId, page) => pageOf(commentsIn(find(runId).events, stepId), page),
    async putFile(file, { signal, onProgress } = {}): Promise<FileRef> {
      signal?.throwIfAborted();
      if (fileLimit !== undefined && file.size > fileLimit) throw new AdapterFault('storage-full');
      const id = newId();
      files.set(id, file);
      onProgress?.(1);
      return { id, name: file.name, type: file.type, size: file.size };
    },
    async getFile(fileId) {
      const file = files.get(fileId);
      if (!file) throw new AdapterFault('not-found');
      return file;
    },
  };
  /* eslint-enable */
}
