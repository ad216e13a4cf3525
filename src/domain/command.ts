/**
 * The vocabulary between a client and a backend; all of it is imported from here. A command asks (this file), and a
 * receipt with events, a refusal, or nothing but `queued` answers (`event.ts`, `answer.ts`). What fails for technical
 * reasons is an `AdapterFault` (`adapters/adapter.ts`).
 */
import type { Refusal } from './answer.js';
import type { EventRequest } from './event.js';
import type { AtRedline, AtStep, AtTarget } from './places.js';
import type {
  Axis,
  Batch,
  DecimalText,
  EntryMethod,
  Field,
  FieldContent,
  FieldValue,
  FileRef,
  Id,
  InstallMethod,
  Instant,
  Part,
  Requirement,
  RequirementContent,
  Run,
  Tool,
  Unit,
  UnknownField,
  Version,
} from './run.js';

export * from './answer.js';
export type * from './event.js';

export const commandTypes = [
  'start-step',
  'check-in',
  'check-out',
  'set-value',
  'clear-value',
  'mark-not-applicable',
  'accept-deviation',
  'attach-file',
  'remove-file',
  'sign',
  'install-part',
  'uninstall-part',
  'except-requirement',
  'complete-step',
  'fail-step',
  'hold-step',
  'resume-step',
  'reopen-step',
  'duplicate-step',
  'cancel-step',
  'restore-step',
  'comment',
  'open-issue',
  'disposition-issue',
  'advance-issue',
  'resolve-issue',
  'reopen-issue',
  'link-issue',
  'propose-redline',
  'approve-redline',
  'reject-redline',
  'close-redline',
  'cancel-redline',
  'edit-labor',
  'join-batch',
  'leave-batch',
  'acknowledge-findings',
  'complete-run',
  'fail-run',
  'cancel-run',
  'reopen-run',
] as const;
export type CommandType = (typeof commandTypes)[number];

/** What every command carries. */
export interface CommandEnvelope {
  v: 1;
  /** Made by the client; the idempotency key. It names what the command creates. */
  id: Id;
  runId: Id;
  /** The target's version as the person saw it. Another one means `stale`. */
  base?: Version;
  /** The device's claim. The recorder adds its own time. */
  madeAt: Instant;
}

type NewOf<T, Own extends string> = T extends unknown ? Omit<T, Own> : never;
type NewField = NewOf<
  Exclude<Field, UnknownField>,
  'id' | 'version' | 'cell' | 'record' | 'decisions' | 'asked'
>;
/** A change as somebody proposes it. What it adds gets its id from the command's. */
export type ProposedChange =
  | { change: 'instructions'; to: readonly string[] }
  | { change: 'add-field'; field: NewField; after?: Id }
  | { change: 'change-field'; targetId: Id; to: FieldContent }
  | { change: 'remove-field'; targetId: Id }
  | {
      change: 'add-requirement';
      requirement: Omit<Requirement, 'id' | 'version' | 'installs' | 'exception'>;
    }
  | { change: 'change-requirement'; targetId: Id; to: RequirementContent }
  | { change: 'remove-requirement'; targetId: Id }
  /** Its cells are like those of the row that it stands after; its limits may be its own. */
  | { change: 'add-line'; axis: 'row'; line: Pick<FieldContent, 'label' | 'limits'>; after?: Id }
  /** A cell in each row. */
  | { change: 'add-line'; axis: 'column'; line: NewField; after?: Id }
  | { change: 'change-line'; axis: Axis; targetId: Id; to: FieldContent }
  | { change: 'remove-line'; axis: Axis; targetId: Id }
  | { change: 'add-dependency'; targetId: Id }
  | { change: 'remove-dependency'; targetId: Id };

interface Changing {
  /** Why what was recorded before is changed. */
  reason?: string;
}

/** What each command says beyond its envelope. Types without an entry are refused as `not-supported`. */
export interface CommandBodies {
  'start-step': AtStep;
  'check-in': AtStep;
  /** `idle`: the device asked, and nobody answered. */
  'check-out': AtStep & { because?: 'idle' };
  'set-value': AtTarget &
    Changing & {
      value: FieldValue;
      raw?: string;
      unit?: string;
      resolution?: DecimalText;
      how?: EntryMethod;
    };
  'clear-value': AtTarget & Changing;
  /** A row of a grid stands for all of its cells that are empty. */
  'mark-not-applicable': AtTarget & Changing;
  'accept-deviation': AtTarget & { rationale: string };
  /** A gate of the run has no step. */
  sign: { stepId?: Id; targetId: Id; decision: 'approve' | 'reject'; comment?: string };
  'attach-file': AtStep & { file: FileRef; caption?: string };
  'remove-file': AtTarget & { reason: string };
  'install-part': AtTarget & { quantity: DecimalText; designator?: string } & (
      | { unitId: Id; how: Exclude<InstallMethod, 'made'>; made?: undefined }
      /** Made on the assembly; a serial or lot that is not said is given by the recorder. */
      | { made: { serial?: string; lot?: string }; how: 'made'; unitId?: undefined }
    );
  'uninstall-part': AtTarget & { installId: Id };
  'except-requirement': AtTarget & { issueId: Id };
  'complete-step': AtStep;
  'fail-step': AtStep & { reason: string; issueId?: Id };
  'hold-step': AtStep & { reason: string; comment?: string };
  'resume-step': AtStep;
  'reopen-step': AtStep & { reason: string };
  'duplicate-step': AtStep;
  'cancel-step': AtStep & { reason: string };
  'restore-step': AtStep;
  /** `mentions`: the people whom it is meant for, by id. */
  comment: AtStep & { text: string; mentions?: readonly Id[] };
  'open-issue': { stepId?: Id; title: string; links: readonly Id[] };
  'link-issue': { stepId?: Id; issueId: Id; links: readonly Id[] };
  'disposition-issue': { stepId?: Id; issueId: Id; disposition: string };
  /** To the next status: pending, in progress, in review. */
  'advance-issue': { stepId?: Id; issueId: Id };
  'resolve-issue': { stepId?: Id; issueId: Id };
  /** Back to in progress, from review or after it was resolved. */
  'reopen-issue': { stepId?: Id; issueId: Id; reason: string };
  /** A change to a step, or a new one at a place in the run: after a step, before one, or as the last one of its parent. */
  'propose-redline': { title: string; issueId?: Id; changes: readonly ProposedChange[] } & (
    | { stepId: Id; step?: undefined }
    | {
        stepId?: undefined;
        step: { title: string; required?: boolean; parentId?: Id; after?: Id; before?: Id };
      }
  );
  'approve-redline': AtRedline & { comment?: string };
  'reject-redline': AtRedline & { comment: string };
  'close-redline': AtRedline;
  'cancel-redline': AtRedline;
  'edit-labor': AtStep & { laborId: Id; in: Instant; out?: Instant; reason: string };
  'join-batch': { stepId?: undefined; batch: Batch };
  'leave-batch': { stepId?: undefined };
  'fail-run': { stepId?: undefined; reason: string };
  'cancel-run': { stepId?: undefined; reason: string };
  'complete-run': { stepId?: undefined; note?: string; acknowledged: readonly string[] };
}
export type SupportedCommandType = keyof CommandBodies;
/** What is named and not carried out yet. */
const later = ['acknowledge-findings', 'reopen-run'] as const satisfies readonly UnsupportedCommandType[];
/** The commands that are carried out today. */
export const supportedCommands: ReadonlySet<CommandType> = new Set(
  commandTypes.filter((type) => !(later as readonly string[]).includes(type)),
);
type UnsupportedCommandType = Exclude<CommandType, SupportedCommandType>;

/** A command without its envelope: what an element asks the session for. */
export type CommandRequest<T extends CommandType = CommandType> = {
  [Type in T]: { type: Type; base?: Version } & (Type extends SupportedCommandType
    ? CommandBodies[Type]
    : { stepId?: Id; targetId?: Id });
}[T];

export type Command<T extends CommandType = CommandType> = CommandEnvelope & CommandRequest<T>;
export type SupportedCommand = Command<SupportedCommandType>;
export type UnsupportedCommand = Command<UnsupportedCommandType>;

/** What a decision needs to know beyond the run. The adapter reads it in the transaction that records. */
export interface Facts {
  units?: Readonly<Record<Id, Unit>>;
  tools?: Readonly<Record<Id, Tool>>;
  parts?: Readonly<Record<Id, Part>>;
}

/** One of the facts; nothing for a name that only the platform knows, such as `constructor`. */
export const factOf = <T>(facts: Readonly<Record<Id, T>> | undefined, id: Id): T | undefined =>
  facts && Object.hasOwn(facts, id) ? facts[id] : undefined;

/** What a command asks to be read into its facts. */
export interface Needs {
  units: readonly Id[];
  tools: readonly Id[];
  parts: readonly Id[];
}

/** Who acts, and when, by the recorder's account. */
export interface Recorder {
  by: Id;
  at: Instant;
  facts: Facts;
  /** How they have shown who they are, where that was asked. */
  identifiedBy?: string | undefined;
}

export interface DecisionContext extends Recorder {
  run: Run;
}

/** One command's rule. Status, permission, existence and `base` have been checked before. */
export type Decider<T extends SupportedCommandType> = (
  command: Command<T>,
  context: DecisionContext,
) => readonly EventRequest[] | Refusal;

/** The id of the n-th thing that a command creates. */
export const createdId = (command: CommandEnvelope, index = 0): Id => `${command.id}-${index}`;
