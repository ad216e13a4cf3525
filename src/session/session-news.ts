/** What a session tells of itself. */
import type { AdapterFault } from '../adapters/adapter.js';
import type { CommandRequest, Refusal, RunEvent, Sibling, Warning } from '../domain/command.js';

/** What happened in a session, for whoever watches it as a whole. */
export type SessionNews =
  | { kind: 'events'; events: readonly RunEvent[] }
  /** What a receipt warned of; the command was carried out all the same. */
  | { kind: 'warned'; request: CommandRequest; warnings: readonly Warning[] }
  /** What became of a command in the other runs of the batch. */
  | { kind: 'siblings'; request: CommandRequest; siblings: readonly Sibling[] }
  | { kind: 'refused'; request: CommandRequest; refusal: Refusal }
  | { kind: 'failed'; request: CommandRequest | undefined; fault: AdapterFault }
  /** Told once: what is typed here does not outlive the page. Everything else goes on. */
  | { kind: 'drafts-unavailable'; error: unknown };

/** Tells whoever observes the session. */
export type Tell = (news: SessionNews) => unknown;
