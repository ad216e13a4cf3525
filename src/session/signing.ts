/** How a sign-off stands, and whether one person may decide it: the rules of `domain/signoff` for a control. */
import type { Refusal } from '../domain/command.js';
import type { Id, Run, SignoffField, Step, Version } from '../domain/run.js';
import {
  changedSince,
  lastDecision,
  maySign,
  signoffState,
  versionSeen,
  type SignoffState,
} from '../domain/signoff.js';

export interface Signing {
  state: SignoffState;
  /** What is different from what was approved, by target. */
  changed: readonly Id[];
  /** Why this person cannot decide now. */
  whyNot: Refusal | undefined;
  /** The version of what is on the screen: what you see is what you sign. */
  base: Version;
}

/** `notNow` is what permission and status say. A missing role comes first: it tells whom to ask. */
export function signingOf(
  run: Run,
  step: Step | undefined,
  field: SignoffField,
  personId: Id,
  notNow: Refusal | undefined,
): Signing {
  const state = signoffState(run, step, field);
  return {
    state,
    changed: state === 'stale' ? changedSince(run, step, lastDecision(field)!, field) : [],
    whyNot: maySign(run, step, field, personId) ?? notNow,
    base: versionSeen(run, step, field),
  };
}
