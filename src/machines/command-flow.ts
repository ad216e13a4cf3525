/**
 * What every machine that sends a command shares: the command in its context, and the answers it may get. The
 * machines call nothing themselves: whoever runs one executes the command while it is tagged `submitting`, and tells
 * it the answer. So a retry sends the same id, and a test plays a backend by sending events.
 */
import type { Actor, AdapterFault } from '../adapters/adapter.js';
import type { CommandRequest, Refusal } from '../domain/command.js';
import type { Id } from '../domain/run.js';

/** A command on its way. The id stays the same for every retry. */
export interface Submission {
  request: CommandRequest;
  commandId: Id;
  /** Who gives it, where it is another person than the one who works here, or one who has just proved who they are. */
  as?: Actor;
}

export interface FlowContext {
  submission: Submission | undefined;
  refusal: Refusal | undefined;
  fault: AdapterFault | undefined;
}

export const restingFlow: FlowContext = { submission: undefined, refusal: undefined, fault: undefined };

/** The answers of a backend, as events. */
export type AnswerEvent =
  | { type: 'SAVED' }
  | { type: 'QUEUED' }
  | { type: 'REFUSED'; refusal: Refusal }
  | { type: 'FAULTED'; fault: AdapterFault };

/** Where the answers lead in a machine that rests once its command is carried out. */
export const answered = {
  SAVED: { target: 'rest', actions: 'forget' },
  QUEUED: { target: 'rest', actions: 'forget' },
  REFUSED: { target: 'refused', actions: 'keepRefusal' },
  FAULTED: { target: 'failed', actions: 'keepFault' },
} as const;
