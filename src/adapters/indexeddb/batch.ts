/** The other runs of a batch, in the transaction that records a command; loaded when there are any. */
import type { Command, Recorder, RunEvent, Sibling } from '../../domain/command.js';
import type { Id, Run } from '../../domain/run.js';
import { AdapterFault } from '../adapter.js';
import { isShared, recordSiblings, type Found } from '../embedded/siblings.js';
import type { Put, Transaction } from './database.js';
import { headOf } from './records.js';
import { eventRecord, receiptRecord } from './written.js';

/** A run with what happened to it since this page last looked. */
export interface Current {
  run: Run;
  news: readonly RunEvent[];
}
export interface Siblings {
  /** Runs that must be loaded first, which takes a transaction over other stores. Nothing has been written then. */
  missing: readonly Id[];
  told?: readonly Sibling[];
  currents: readonly Current[];
}

/** How this page reads runs: those that it knows, and those of which it has found that nobody can read them. */
export interface Reading {
  isKnown(runId: Id): boolean;
  unreadable: ReadonlySet<Id>;
  current(transaction: Transaction, runId: Id): Promise<Current>;
}

/** Whether a fault speaks of one record, rather than of the storage. */
export const isOfRecord = (error: unknown): boolean =>
  error instanceof AdapterFault && ['malformed', 'unsupported', 'not-found'].includes(error.code);

/** Records a command that was carried out at `run`, given as it was before, in the other runs of its batch. */
export async function inSiblings(
  transaction: Transaction,
  put: Put,
  { run, command, recorder }: { run: Run; command: Command; recorder: Recorder },
  { isKnown, unreadable, current }: Reading,
): Promise<Siblings> {
  if (!run.batch || !isShared(command)) return { missing: [], currents: [] };
  const keys = await transaction.objectStore('heads').index('batch').getAllKeys(run.batch.id);
  const ids = keys.filter((id) => id !== run.id);
  const missing = ids.filter((id) => !isKnown(id) && !unreadable.has(id));
  if (missing.length > 0) return { missing, currents: [] };
  const read = async (runId: Id): Promise<(Current & { done: boolean }) | { runId: Id }> => {
    if (!isKnown(runId)) return { runId };
    try {
      const receipt = transaction.objectStore('receipts').getKey([runId, command.id]);
      return { ...(await current(transaction, runId)), done: (await receipt) !== undefined };
    } catch {
      // Its record, since nothing is written once the storage has failed.
      return { runId };
    }
  };
  const found: readonly (Found & { news?: readonly RunEvent[] })[] = await Promise.all(ids.map(read));
  const { told, recordings } = recordSiblings(run, found, command, recorder);
  const recorded = new Map(recordings.map((one) => [one.run.id, one]));
  const currents = found.flatMap((one) => {
    if (!('run' in one)) return [];
    const { news = [] } = one;
    const recording = recorded.get(one.run.id);
    if (!recording) return [{ run: one.run, news }];
    const { events } = recording.receipt;
    for (const event of events) put('events', eventRecord(event));
    put('receipts', receiptRecord(one.run, recording.receipt));
    if (events.length > 0) put('heads', headOf(recording.run));
    return [{ run: recording.run, news: [...news, ...events] }];
  });
  return { missing: [], currents, ...(told.length > 0 && { told }) };
}
