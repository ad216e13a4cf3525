/** Carrying a command out: one transaction reads, decides and records, at the run and in the other runs of its batch. */
import type { Answer, Command, Facts, Receipt, Refusal } from '../../domain/command.js';
import type { Id, Instant, Run } from '../../domain/run.js';
import type { Who } from '../embedded/identifying.js';
import { needs, recordCommand, replay, unitsOf } from '../embedded/recorder.js';
import type * as Batches from './batch.js';
import type { Current } from './batch.js';
import type { Known } from './checkpoints.js';
import type { Database, Put, Store, Transaction } from './database.js';
import { linkedFacts } from './lookups.js';
import { eventsAfter } from './queries.js';
import { headOf, unitRecord, upcast } from './records.js';
import { eventRecord, receiptRecord } from './written.js';

export { replay };
export { comments, findParts, findTools, findUnits, history, values } from './lookups.js';

/** What a transaction came to: an answer, or what must be loaded before there can be one. */
interface Recorded {
  currents: readonly Current[];
  answer?: Receipt | Refusal;
  missing?: readonly Id[];
}

/** The adapter around it. */
export interface Keeper {
  store: Database;
  known: ReadonlyMap<Id, Known>;
  load(runId: Id): Promise<Run>;
  current(transaction: Transaction, runId: Id): Promise<Current>;
  /** Takes over what a finished transaction found or made. */
  adopt(current: Current): void;
  now(): Instant;
}

export function executing(keeper: Keeper): (command: Command, who: Who) => Promise<Answer> {
  const { store, known, load, current, adopt, now } = keeper;
  let batches: typeof Batches | undefined;
  const unreadable = new Set<Id>();
  const reading = { isKnown: (runId: Id) => known.has(runId), unreadable, current };

  async function execute(command: Command, who: Who): Promise<Answer> {
    const { runId } = command;
    if (!known.has(runId)) await load(runId);
    const wanted = needs(command);
    // Few commands speak of them, and a transaction over fewer stores waits for fewer others.
    const linked: Store[] = wanted.tools.length > 0 ? ['tools', 'parts'] : [];
    const record = async (transaction: Transaction, put: Put): Promise<Recorded> => {
      const [receipt, { run, news }] = await Promise.all([
        transaction.objectStore('receipts').get([runId, command.id]),
        current(transaction, runId),
      ]);
      if (receipt) {
        const { after: from, events: count, warnings, siblings } = upcast(receipt);
        const events = count === 0 ? [] : await eventsAfter(transaction, runId, from, count);
        const told = { ...(warnings && { warnings }), ...(siblings && { siblings }) };
        return { currents: [{ run, news }], answer: { commandId: command.id, events, ...told } };
      }
      const stock = transaction.objectStore('units');
      const read = await Promise.all(unitsOf(run, command).map((id) => stock.get(id)));
      const units = read.flatMap((one) => (one ? [[one.id, upcast(one).unit] as const] : []));
      const facts: Facts = {
        units: Object.fromEntries(units),
        ...(linked.length > 0 && (await linkedFacts(transaction, wanted))),
      };
      const recorder = { ...who, at: now(), facts };
      const recording = recordCommand(run, command, recorder);
      if ('refused' in recording) return { currents: [{ run, news }], answer: recording };
      if (run.batch && !batches) return { missing: [], currents: [{ run, news }] };
      const others =
        run.batch && (await batches!.inSiblings(transaction, put, { run, command, recorder }, reading));
      if (others && others.missing.length > 0) return { ...others, currents: [{ run, news }] };
      const answer = { ...recording.receipt, ...(others?.told && { siblings: others.told }) };
      const { events } = answer;
      for (const event of events) put('events', eventRecord(event));
      put('receipts', receiptRecord(run, answer));
      if (events.length > 0) put('heads', headOf(recording.run));
      for (const unit of recording.units) put('units', unitRecord(unit));
      const done = { run: recording.run, news: [...news, ...events] };
      return { currents: [done, ...(others?.currents ?? [])], answer };
    };
    for (;;) {
      if (known.get(runId)!.run.batch) batches ??= await import('./batch.js');
      const {
        currents,
        answer,
        missing = [],
      } = await store.write(['heads', 'events', 'receipts', 'units', ...linked], record);
      for (const one of currents) adopt(one);
      if (answer) return answer;
      // Once loaded a run is known for good, so that this comes to an end.
      await Promise.all(missing.map(readSibling));
    }
  }

  /** Loads a run of somebody's batch. One that cannot be read is not to stop their work. */
  async function readSibling(runId: Id): Promise<void> {
    await load(runId).catch((error: unknown) => {
      if (!batches!.isOfRecord(error)) throw error;
      unreadable.add(runId);
    });
  }

  return execute;
}
