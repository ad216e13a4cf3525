/** Reviewing a run before completing it: nothing changes until the reviewer confirms, and canceling leaves no trace. */
import { assign, setup } from 'xstate';
import { restingFlow, type AnswerEvent, type FlowContext, type Submission } from './command-flow.js';

export interface ReviewContext extends FlowContext {
  note: string;
  /** Keys of the warnings that the reviewer has accepted. */
  acknowledged: readonly string[];
}

export type ReviewEvent =
  | { type: 'OPEN' }
  | { type: 'NOTE'; note: string }
  | { type: 'ACKNOWLEDGE'; keys: readonly string[] }
  | { type: 'CONFIRM'; submission: Submission }
  | { type: 'RETRY' }
  | { type: 'CANCEL' }
  | AnswerEvent;

const nothingSaid = { note: '', acknowledged: [] } as const;

export const reviewMachine = setup({
  types: {} as { context: ReviewContext; events: ReviewEvent },
  actions: {
    keepNote: assign(({ event }) => (event.type === 'NOTE' ? { note: event.note } : {})),
    keepAcknowledged: assign(({ event }) =>
      event.type === 'ACKNOWLEDGE' ? { acknowledged: event.keys } : {},
    ),
    keepSubmission: assign(({ event }) =>
      event.type === 'CONFIRM' ? { ...restingFlow, submission: event.submission } : {},
    ),
    keepRefusal: assign(({ event }) => (event.type === 'REFUSED' ? { refusal: event.refusal } : {})),
    keepFault: assign(({ event }) => (event.type === 'FAULTED' ? { fault: event.fault } : {})),
    dropFault: assign({ fault: undefined }),
    forget: assign({ ...restingFlow, ...nothingSaid }),
  },
}).createMachine({
  id: 'review',
  context: { ...restingFlow, ...nothingSaid },
  initial: 'closed',
  states: {
    closed: { on: { OPEN: 'reviewing' } },
    reviewing: {
      on: {
        NOTE: { actions: 'keepNote' },
        ACKNOWLEDGE: { actions: 'keepAcknowledged' },
        CONFIRM: { target: 'confirming', actions: 'keepSubmission' },
        CANCEL: { target: 'closed', actions: 'forget' },
      },
    },
    confirming: {
      tags: 'submitting',
      on: {
        SAVED: 'done',
        QUEUED: 'done',
        REFUSED: { target: 'refused', actions: 'keepRefusal' },
        FAULTED: { target: 'failed', actions: 'keepFault' },
      },
    },
    /** Something stood in the way after all; the fresh list is shown and the note is kept. */
    refused: {
      on: {
        NOTE: { target: 'reviewing', actions: 'keepNote' },
        ACKNOWLEDGE: { target: 'reviewing', actions: 'keepAcknowledged' },
        CONFIRM: { target: 'confirming', actions: 'keepSubmission' },
        CANCEL: { target: 'closed', actions: 'forget' },
      },
    },
    failed: {
      on: {
        RETRY: { target: 'confirming', actions: 'dropFault' },
        CANCEL: { target: 'closed', actions: 'forget' },
      },
    },
    done: { on: { CANCEL: { target: 'closed', actions: 'forget' } } },
  },
});
