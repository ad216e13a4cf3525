import type { SignoffState } from '../../domain/signoff.js';
import { and } from './lists.js';

/** `when` is a date and time in words (`formatInstant`). */
export const signoff = {
  expecting: (role: string) => `Expecting approval by: ${role}`,
  states: {
    open: 'Open',
    approved: 'Approved',
    rejected: 'Rejected',
    stale: 'Changed since approval',
  } satisfies Record<SignoffState, string>,
  approve: 'Approve',
  reject: 'Reject',
  approveAgain: 'Approve again',
  comment: 'Comment',
  commentNeeded: 'Say why you reject',
  /** Above the buttons that confirm a decision. */
  signingAs: (name: string, role: string) => `Signing as ${name}, ${role}`,
  /** A role that somebody has by being in a team, or that a team stands for. */
  byTeam: (role: string, team: string) => `${role}, by team ${team}`,
  signing: 'Signing…',
  decided: (decision: 'approve' | 'reject', name: string, role: string, when: string) =>
    `${decision === 'approve' ? 'Approved' : 'Rejected'} by ${name}, ${role}, ${when}`,
  meaning: (text: string) => `Signing means: ${text}`,
  /** The names of what is different now. */
  changed: (names: readonly string[]) => `Changed since: ${and(names)}`,
  signAgain: 'It has to be signed again.',
  earlier: 'Earlier decisions',
  /** For everybody else, with the reason of the refusal. */
  readOnly: (reason: string, role: string) =>
    reason === 'peer-review'
      ? `You worked on this: another ${role} decides`
      : reason === 'role' || reason === 'permission'
        ? `Only ${role} can decide`
        : 'Cannot be decided now',
};
