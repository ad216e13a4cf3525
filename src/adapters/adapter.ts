/**
 * The port to a backend. An adapter is an object with `load` and `execute`; every further ability is told by the
 * presence of its method. Whatever passes the suite of `stepwright/testing` is a backend.
 */
import type { Answer, Command, CommandType, Refusal, RunEvent } from '../domain/command.js';
import type {
  Batch,
  Comment,
  FileRef,
  Id,
  Instant,
  Part,
  Requirement,
  Run,
  RunStatus,
  Tool,
  ToolField,
  Unit,
  ValueRecord,
} from '../domain/run.js';

export interface Adapter {
  /**
   * Names the store, so that drafts kept for one are never shown in another. Of a backend without a name elements keep
   * none beyond the page.
   */
  readonly tenant?: string;
  /** The commands that the backend takes; absent means all. */
  readonly commands?: ReadonlySet<CommandType>;
  /** The whole run. Rejects with an `AdapterFault`. */
  load(runId: Id, options?: { signal?: AbortSignal }): Promise<Run>;
  /**
   * Carries a command out once, however often it comes: the same id gets the same receipt. A refusal is a value, and
   * changes nothing. Only technical failure rejects, with an `AdapterFault` that says whether the command may have
   * been recorded.
   */
  execute(command: Command, options: { as: Actor }): Promise<Answer>;
  /** Every event after a sequence, in order and without gaps, then those to come. Returns what stops it. */
  watch?(runId: Id, options: { after: number }, onEvents: (events: readonly RunEvent[]) => void): () => void;
  listRuns?(): Promise<readonly RunSummary[]>;
  /**
   * Units that could be meant by a text (serial, lot or part number), fit or not: the refusal tells why not. Without a
   * text, every unit of the requirement's parts.
   */
  findUnits?(requirement: Requirement | undefined, text: string): Promise<readonly Unit[]>;
  /**
   * Tools that could be meant by a text (serial, name or part number), fit or not: the refusal tells why not. Without a
   * text, every tool that the field may take.
   */
  findTools?(field: ToolField | undefined, text: string): Promise<readonly Tool[]>;
  /** Parts whose number, trade item number or description has this text in it. */
  findParts?(text: string): Promise<readonly Part[]>;
  /** Events in order, a page at a time. */
  history?(runId: Id, options?: Page): Promise<Paged<RunEvent>>;
  /** The earlier and the present records of one field, the oldest first if not asked otherwise; clearing it is one too. */
  values?(runId: Id, targetId: Id, options?: Page & { newestFirst?: boolean }): Promise<Paged<ValueRecord>>;
  /** The comments of one step, the oldest first if not asked otherwise. */
  comments?(runId: Id, stepId: Id, options?: Page & { newestFirst?: boolean }): Promise<Paged<Comment>>;
  /** What `reauthenticate` takes, the handiest first; none where the backend believes the session. */
  readonly identifies?: readonly IdentificationMethod[];
  /**
   * Makes sure who acts, at the moment of acting: for one command, whose proof is good for exactly that command, once and
   * for a short time, or without one for whoever takes over the device. `execute` refuses a signature without such a proof
   * as `reauthenticate`. Refuses as `reauthenticate` whom it does not recognize.
   */
  reauthenticate?(identification: Identification, command?: Command): Promise<Actor | Refusal>;
  /** The most bytes that a file may have. */
  readonly fileLimit?: number;
  /** Bytes go first, then the command that cites them. */
  putFile?(
    file: File,
    options?: { signal?: AbortSignal; onProgress?: (part: number) => void },
  ): Promise<FileRef>;
  getFile?(fileId: Id): Promise<Blob>;
}

/** What an adapter of ours has only where it was told to. */
export type Optional = 'commands' | 'tenant' | 'fileLimit' | 'identifies' | 'reauthenticate';

/** How a person can show who they are. With `host` the portal asks in its own way. */
export type IdentificationMethod = 'pin' | 'badge' | 'passkey' | 'host';
/** What a person has shown. For a passkey and for the host's own way the adapter asks by itself. */
export type Identification =
  | { method: 'pin'; person: Id; pin: string }
  | { method: 'badge'; badge: string }
  | { method: 'passkey' | 'host'; person?: Id };

/** Who acts: a person's id, with a proof where the backend asked for one. */
export interface Actor {
  person: Id;
  proof?: string;
}

export interface RunSummary {
  id: Id;
  number: string;
  title: string;
  status: RunStatus | 'unknown';
  unit?: string;
  /** The batch that it is in. */
  batch?: Batch;
  stepsComplete: number;
  stepsTotal: number;
  startedAt?: Instant;
}

export interface Page {
  /** Where the page before ended. */
  cursor?: string;
  /** At most so many; 50 if not said. */
  limit?: number;
}
export interface Paged<T> {
  items: readonly T[];
  /** Absent on the last page. */
  cursor?: string;
}

export type FaultCode =
  | 'offline'
  | 'timeout'
  | 'rate-limited'
  | 'unavailable'
  | 'unauthorized'
  | 'not-found'
  | 'malformed'
  | 'storage-full'
  | 'storage-blocked'
  | 'unsupported'
  | 'internal';

/** What did not work for technical reasons. `not-done` is safe to give up; `unknown` may have been recorded. */
export class AdapterFault extends Error {
  readonly code: FaultCode;
  readonly outcome: 'not-done' | 'unknown';
  /** Milliseconds to wait before the next try. */
  readonly retryAfter: number | undefined;

  constructor(
    code: FaultCode,
    options: {
      outcome?: 'not-done' | 'unknown' | undefined;
      retryAfter?: number;
      cause?: unknown;
      message?: string;
    } = {},
  ) {
    super(options.message ?? code, { cause: options.cause });
    this.name = 'AdapterFault';
    this.code = code;
    this.outcome = options.outcome ?? 'not-done';
    this.retryAfter = options.retryAfter;
  }
}

/** Whatever an adapter threw, as a fault: an unknown error may have come after the command was recorded. */
export const toFault = (error: unknown): AdapterFault =>
  error instanceof AdapterFault ? error : new AdapterFault('internal', { outcome: 'unknown', cause: error });
