/**
 * The vocabulary between a client and a backend: a command asks, and a receipt with events, a refusal, or
 * nothing but `queued` answers. What fails for technical reasons is an `AdapterFault` (see `adapters/adapter`).
 */
import type {
  Batch,
  Run,
  Comment,
  Decision,
  Deviation,
  EntryMethod,
  Evidence,
  Failure,
  Field,
  FieldContent,
  FieldValue,
  FileRef,
  Hold,
  Id,
  Install,
  InstallMethod,
  Instant,
  Issue,
  IssueStatus,
  Labor,
  DecimalText,
  Part,
  Redline,
  Requirement,
  RequirementContent,
  Step,
  StepStatus,
  Tool,
  Unit,
  UnknownField,
  ValueRecord,
  Version,
  Completion,
} from './run.js';

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

interface AtStep {
  stepId: Id;
}
interface AtTarget extends AtStep {
  targetId: Id;
}

interface AtRedline extends AtStep {
  redlineId: Id;
}

type NewOf<T, Own extends string> = T extends unknown ? Omit<T, Own> : never;
/** A change as somebody proposes it. What it adds gets its id from the command's. */
export type ProposedChange =
  | { change: 'instructions'; to: readonly string[] }
  | {
      change: 'add-field';
      field: NewOf<Exclude<Field, UnknownField>, 'id' | 'version' | 'cell' | 'record' | 'decisions'>;
      after?: Id;
    }
  | { change: 'change-field'; targetId: Id; to: FieldContent }
  | { change: 'remove-field'; targetId: Id }
  | {
      change: 'add-requirement';
      requirement: Omit<Requirement, 'id' | 'version' | 'installs' | 'exception'>;
    }
  | { change: 'change-requirement'; targetId: Id; to: RequirementContent }
  | { change: 'remove-requirement'; targetId: Id }
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

// Events ----------------------------------------------------------------------------------------------------

/** What each event tells beyond its envelope. */
export interface EventBodies {
  'run-started': object;
  'step-started': AtStep;
  'checked-in': AtStep & { labor: Labor };
  'checked-out': AtStep & { laborId: Id; personId: Id; because: 'asked' | 'step-left' | 'idle' };
  'value-set': AtTarget & { record: ValueRecord };
  'value-cleared': AtTarget & Changing;
  'marked-not-applicable': AtTarget & { record: ValueRecord };
  'deviation-accepted': AtTarget & { deviation: Deviation };
  signed: { stepId?: Id; targetId: Id; decision: Decision };
  'file-attached': AtStep & { evidence: Evidence };
  'file-removed': AtTarget & { removed: NonNullable<Evidence['removed']> };
  'part-installed': AtTarget & { install: Install };
  /** `withParent`: it stays in the unit that it was built into, and goes with it. */
  'part-uninstalled': AtTarget & { install: Install; withParent?: true };
  'requirement-excepted': AtTarget & { exception: NonNullable<Requirement['exception']> };
  'step-completed': AtStep;
  'step-failed': AtStep & { failure: Failure };
  'step-held': AtStep & { hold: Hold };
  'step-resumed': AtStep;
  /** Back to todo; what was recorded stays. */
  'step-reopened': AtStep & { reason: string };
  /** Put in after its original; `stepId` is the original's. One event for each step inside it as well. */
  'step-duplicated': AtStep & { step: Step };
  'step-canceled': AtStep & { reason: string };
  'step-restored': AtStep;
  /** With the step and its place where it adds one. */
  'redline-proposed': AtStep & { redline: Redline; step?: Step; after?: Id; before?: Id };
  /** The step has its changes from here on. */
  'redline-approved': AtRedline & { comment?: string };
  'redline-rejected': AtRedline & { comment: string };
  'redline-closed': AtRedline & { to: 'todo' | 'canceled' };
  'redline-canceled': AtRedline & { to: StepStatus };
  'labor-edited': AtStep & { labor: Labor; before: Labor; reason: string };
  commented: AtStep & { comment: Comment };
  'issue-opened': { stepId?: Id; issue: Issue };
  'issue-linked': { stepId?: Id; issueId: Id; links: readonly Id[] };
  'issue-changed': { stepId?: Id; issueId: Id; status: IssueStatus; disposition?: string; reason?: string };
  'batch-joined': { batch: Batch };
  'batch-left': { batch: Batch };
  'run-ended': { status: 'failed' | 'canceled'; reason: string };
  'run-completed': { completion: Completion };
  /** A backend without events answers with the step as it is now. */
  'step-read': AtStep & { step: Step };
}
export type EventType = keyof EventBodies;

export interface EventEnvelope {
  v: 1;
  id: Id;
  runId: Id;
  /** Counts from 1 in each run, without gaps. */
  sequence: number;
  commandId: Id;
  by: Id;
  /** The recorder's time. */
  at: Instant;
}
export type RunEvent<T extends EventType = EventType> = {
  [Type in T]: EventEnvelope & { type: Type } & EventBodies[Type];
}[T];
/** An event before it is recorded. */
export type EventRequest = { [Type in EventType]: { type: Type } & EventBodies[Type] }[EventType];

// Answers ---------------------------------------------------------------------------------------------------

export type BlockerKind =
  | 'empty-field'
  | 'out-of-range'
  | 'failed-check'
  | 'unapproved-signoff'
  | 'rejected-signoff'
  | 'stale-signoff'
  | 'uninstalled-requirement'
  | 'not-checked-in'
  | 'upload-pending'
  | 'incomplete-step'
  | 'open-gate'
  | 'blocking-issue';

/** Something that stands in the way, and where. `stepId` is empty for a gate of the run. */
export interface Blocker {
  kind: BlockerKind;
  stepId: Id;
  targetId: Id;
}

export type WarningKind =
  'open-issue' | 'open-redline' | 'out-of-range-without-issue' | 'stale-signoff' | 'unfinished-step';
export interface Warning {
  kind: WarningKind | (string & {});
  stepId: Id;
  targetId: Id;
}

export type RefusalCode =
  | 'blocked'
  | 'not-permitted'
  | 'wrong-status'
  | 'wrong-part'
  | 'not-installable'
  | 'scan-required'
  | 'stale'
  | 'invalid'
  | 'locked'
  | 'rule'
  | 'reauthenticate'
  | 'not-found'
  | 'not-supported';

/** The facts behind a refusal; which are present follows from the code. Words are made from them elsewhere. */
export interface RefusalDetail {
  /** Which rule of an `invalid`, `blocked`, `not-permitted` or `not-installable` it was. */
  reason?: RefusalReason;
  /** `rule`: the backend's own message. `invalid`: what was read. */
  message?: string;
  /** `stale`: the value that the person meant to write, and the one that stands now. */
  yours?: ValueRecord | undefined;
  theirs?: ValueRecord | undefined;
  /** `wrong-part`: what was offered and what may be installed. */
  partNumber?: string;
  expected?: readonly string[];
  /** `not-installable`: the unit as it is. */
  unit?: Unit;
  /** `invalid`: the tool as it is. */
  tool?: Tool;
  /** `not-permitted`: the role or permission that is missing. */
  needs?: string;
  /** `wrong-status`: the status that stands in the way. */
  status?: string;
  /** `blocked`: the upstream or parent steps that are not there yet. */
  waitsFor?: readonly Id[];
  /** How much there may still be. */
  remaining?: DecimalText;
  /** `blocked`: warnings that nobody has acknowledged yet. */
  warnings?: readonly Warning[];
}
export type RefusalReason =
  | 'not-a-number'
  | 'ambiguous-number'
  | 'not-a-date'
  | 'not-a-unit'
  | 'other-unit'
  | 'not-an-option'
  | 'not-a-value'
  | 'comment-needed'
  | 'rationale-needed'
  | 'reason-needed'
  | 'issue-needed'
  | 'disposition-needed'
  | 'issue-status'
  | 'rework-otherwise'
  | 'times-crossed'
  | 'redline-empty'
  | 'redline-unfit'
  | 'redline-status'
  | 'recorded-already'
  | 'both-in-redline'
  | 'waits-for-itself'
  | 'text-needed'
  | 'not-applicable-not-allowed'
  | 'not-out-of-range'
  | 'upstream'
  | 'parent'
  | 'already-checked-in'
  | 'not-checked-in'
  | 'role'
  | 'other-role'
  | 'permission'
  | 'peer-review'
  | 'unit-status'
  | 'kitted-elsewhere'
  | 'already-installed'
  | 'too-many'
  | 'not-enough'
  | 'quantity-one'
  | 'quantity-needed'
  | 'nothing-installed'
  | 'expired'
  | 'serial-needed'
  | 'lot-needed'
  | 'designator-needed'
  | 'designator-filled'
  | 'not-made-here'
  | 'made-here'
  | 'parts-missing'
  | 'inside-made'
  | 'serial-taken'
  | 'not-found'
  | 'tool-unavailable'
  | 'tool-overdue'
  | 'tool-other'
  | 'removed-already'
  | 'in-batch'
  | 'not-in-batch'
  | 'not-alike'
  | 'unreadable'
  | 'not-recognized'
  | 'too-many-tries'
  | 'proof-refused';

export interface Refusal {
  refused: RefusalCode;
  blockers?: readonly Blocker[];
  detail?: RefusalDetail;
}

/** One of the other runs of a batch, with why it took no part, if so. */
export interface Sibling {
  runId: Id;
  refused?: Refusal;
}

export interface Receipt {
  commandId: Id;
  /** May go beyond what was asked: an upgraded step, an automatic install. */
  events: readonly RunEvent[];
  warnings?: readonly Warning[];
  /** What became of it in the other runs of the batch, each by itself. */
  siblings?: readonly Sibling[];
}

/** Kept by an offline adapter, to be sent later. */
export interface Queued {
  queued: true;
  commandId: Id;
}
export type Answer = Receipt | Refusal | Queued;

export const isRefusal = (answer: object): answer is Refusal => 'refused' in answer;
export const isQueued = (answer: object): answer is Queued => 'queued' in answer;
export const isReceipt = (answer: object): answer is Receipt => 'events' in answer;

// Deciding --------------------------------------------------------------------------------------------------

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
