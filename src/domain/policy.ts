/** What an organization decides: its policy, what holds where nothing was decided, what is in force at a step. */
import type { Run, Step } from './run.js';

/** What may become of what an issue concerns. */
export interface Disposition {
  /** What is recorded: `use-as-is`, `rework`, `scrap`, or the organization's own word. */
  value: string;
  /** Its name; the three that everybody knows have one in every language. */
  label?: string;
  /** What follows from it, in a sentence. */
  hint?: string;
}

/** The dispositions that everybody knows; an organization names its own. */
export const dispositions = ['use-as-is', 'rework', 'scrap'] as const;

/** Why work at a step may stop. */
export interface HoldReason {
  /** What is recorded: one of `holdReasons`, or the organization's own word. With `other` comes a line for one's own words. */
  value: string;
  /** Its name; those that everybody knows have one in every language. */
  label?: string;
}

/** The reasons that everybody knows; an organization names its own. */
export const holdReasons = [
  'waiting-for-part',
  'waiting-for-quality',
  'waiting-for-tool',
  'waiting-for-instruction',
  'end-of-shift',
  'other',
] as const;

/** What an organization decides about the questions on which the documents differ. */
export interface Policy {
  /** What lets a step complete although a value is out of range. */
  outOfRange: 'block' | 'with-issue' | 'with-rationale' | 'warn';
  /** Picking from a list and typing a serial are refused. */
  requireScan: boolean;
  rework: 'reopen' | 'duplicate' | 'both';
  /** Whether the run's status is set by command or follows from its steps. */
  rollUp: 'explicit' | 'derived';
  /** Whether a canceled step lets the steps after it start. */
  canceledUpstream: 'satisfies' | 'blocks';
  /** Whether a canceled step still counts as required. */
  canceledRequired: 'required' | 'excused';
  overInstall: 'refuse' | 'allow';
  /** What a change after a signature means for it. One of the sign-off itself always blocks: what it asks for is not approved. */
  staleSignature: 'block' | 'warn';
  reasonForChange: boolean;
  /** Warning codes that block completing the run. */
  blockingWarnings: readonly string[];
  /** Whether an unresolved issue blocks the step that it is linked to. */
  blockingIssues: boolean;
  /** Minutes of idleness after which a person is checked out; 0 is never. */
  idleMinutes: number;
  offlineSignoff: 'refuse' | 'pending';
  issueOnFail: boolean;
  /** The dispositions that an issue can get. They are the run's; a step does not change them. */
  dispositions: readonly Disposition[];
  /** The reasons that are offered where a step is put on hold; the run's as well. A hold keeps whatever it was given. */
  holdReasons: readonly HoldReason[];
}

export const defaultPolicy: Policy = {
  outOfRange: 'block',
  requireScan: false,
  rework: 'reopen',
  rollUp: 'explicit',
  canceledUpstream: 'satisfies',
  canceledRequired: 'required',
  overInstall: 'refuse',
  staleSignature: 'block',
  reasonForChange: false,
  blockingWarnings: [],
  blockingIssues: false,
  idleMinutes: 0,
  offlineSignoff: 'refuse',
  issueOnFail: false,
  dispositions: dispositions.map((value) => ({ value })),
  holdReasons: holdReasons.map((value) => ({ value })),
};

/** The policy in force at a step. */
export const policyOf = (run: Run, step?: Step): Policy =>
  step?.policy ? { ...run.policy, ...step.policy } : run.policy;
