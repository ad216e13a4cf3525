/**
 * What lies in the database, and how it is read again. Every record carries `v`; a later version of Stepwright brings
 * older ones up to date here, on reading, and leaves those it does not know alone.
 */
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Receipt, RunEvent } from '../../domain/command.js';
import type { Id, Part, Run, Step, Tool, Unit } from '../../domain/run.js';
import { AdapterFault, type RunSummary } from '../adapter.js';
import { summaryOf } from '../embedded/reading.js';

/** The version of the stores and their indexes; that of what they hold is each record's `v`. */
export const schemaVersion = 3;

interface Versioned {
  v: 1;
}

/** Written with every save: where the run has got to. */
export interface HeadRecord extends Versioned {
  id: Id;
  sequence: number;
  summary: RunSummary;
}
/** The run without its steps as it was at `sequence`; what came later is in the events. */
export interface RunRecord extends Versioned {
  id: Id;
  sequence: number;
  run: Omit<Run, 'steps'>;
  steps: number;
}
export interface StepRecord extends Versioned {
  runId: Id;
  index: number;
  step: Step;
}
export interface EventRecord extends Versioned {
  runId: Id;
  sequence: number;
  event: RunEvent;
  /** What `values` and `comments` look for. Events without it are not in that index. */
  topic?: string;
}
/** A receipt's events are the run's: only their place is kept. */
export interface ReceiptRecord extends Versioned {
  runId: Id;
  commandId: Id;
  after: number;
  events: number;
  warnings?: Receipt['warnings'];
  siblings?: Receipt['siblings'];
}
export interface UnitRecord extends Versioned {
  id: Id;
  unit: Unit;
  /** Everything that a scan may say for it. */
  names: string[];
}
export interface ToolRecord extends Versioned {
  id: Id;
  tool: Tool;
}
export interface PartRecord extends Versioned {
  id: Id;
  part: Part;
}
export interface FileRecord extends Versioned {
  id: Id;
  file: Blob;
}
/** Tells this database from another of the same name that was made after it was deleted. */
export interface MetaRecord extends Versioned {
  id: 'database';
  made: Id;
}

export interface Schema extends DBSchema {
  meta: { key: Id; value: MetaRecord };
  /** A run in no batch is not in its index. */
  heads: { key: Id; value: HeadRecord; indexes: { batch: Id } };
  runs: { key: Id; value: RunRecord };
  steps: { key: [Id, number]; value: StepRecord };
  events: { key: [Id, number]; value: EventRecord; indexes: { topic: [Id, string, number] } };
  receipts: { key: [Id, Id]; value: ReceiptRecord };
  units: { key: Id; value: UnitRecord; indexes: { names: string } };
  files: { key: Id; value: FileRecord };
  tools: { key: Id; value: ToolRecord };
  parts: { key: Id; value: PartRecord };
}

/** Brings the stores of any earlier version up to this one. Only ever adds: a store that holds work is never dropped. */
export function upgrade(
  database: IDBPDatabase<Schema>,
  from: number,
  transaction: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>,
): void {
  if (from < 1) {
    for (const store of ['meta', 'heads', 'runs', 'files'] as const)
      database.createObjectStore(store, { keyPath: 'id' });
    database.createObjectStore('steps', { keyPath: ['runId', 'index'] });
    database
      .createObjectStore('events', { keyPath: ['runId', 'sequence'] })
      .createIndex('topic', ['runId', 'topic', 'sequence']);
    database.createObjectStore('receipts', { keyPath: ['runId', 'commandId'] });
    database
      .createObjectStore('units', { keyPath: 'id' })
      .createIndex('names', 'names', { multiEntry: true });
  }
  if (from < 2) {
    for (const store of ['tools', 'parts'] as const) database.createObjectStore(store, { keyPath: 'id' });
  }
  if (from < 3) transaction.objectStore('heads').createIndex('batch', 'summary.batch.id');
}

/** A record as this version writes it. */
export function upcast<T extends Versioned>(record: T): T {
  const v: unknown = (record as { v?: unknown } | null)?.v;
  if (v === 1) return record;
  throw new AdapterFault(typeof v === 'number' ? 'unsupported' : 'malformed', {
    message: `stored record of version ${String(v)}`,
  });
}

export const headOf = (run: Run): HeadRecord => ({
  v: 1,
  id: run.id,
  sequence: run.sequence,
  summary: summaryOf(run),
});

export const runRecord = ({ steps, ...run }: Run): RunRecord => ({
  v: 1,
  id: run.id,
  sequence: run.sequence,
  run,
  steps: steps.length,
});

export const unitRecord = (unit: Unit): UnitRecord => ({
  v: 1,
  id: unit.id,
  unit,
  names: [
    ...new Set(
      [unit.id, unit.serial, unit.lot, unit.partNumber, unit.gtin].flatMap(
        (name) => name?.toUpperCase() ?? [],
      ),
    ),
  ],
});

export const eventOf = (record: EventRecord): RunEvent => upcast(record).event;
