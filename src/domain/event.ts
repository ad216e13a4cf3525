/** What happened in a run, in the past tense. Events are the history: replayed, they give the run (`evolve`). */
import type { AtRedline, AtStep, AtTarget } from './places.js';
import type {
  Batch,
  Comment,
  Completion,
  Decision,
  Deviation,
  Evidence,
  Failure,
  Hold,
  Id,
  Install,
  Instant,
  Issue,
  IssueStatus,
  Labor,
  Redline,
  Requirement,
  Step,
  StepStatus,
  ValueRecord,
} from './run.js';

/** What each event tells beyond its envelope. */
export interface EventBodies {
  'run-started': object;
  'step-started': AtStep;
  'checked-in': AtStep & { labor: Labor };
  'checked-out': AtStep & { laborId: Id; personId: Id; because: 'asked' | 'step-left' | 'idle' };
  'value-set': AtTarget & { record: ValueRecord };
  'value-cleared': AtTarget & { reason?: string };
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
