/** Deciding a sign-off: approving at once, rejecting with a comment, each after asking who signs where that is asked. */
import { assign, setup } from 'xstate';
import {
  answered,
  restingFlow,
  type AnswerEvent,
  type FlowContext,
  type Submission,
} from './command-flow.js';

export interface SignoffContext extends FlowContext {
  comment: string;
}

export type SignoffEvent =
  /** The person means to reject and is asked why. */
  | { type: 'REJECT' }
  | { type: 'COMMENT'; comment: string }
  /** What is to be signed, before it is known by whom. */
  | { type: 'IDENTIFY'; submission: Submission }
  | { type: 'SIGN'; submission: Submission }
  | { type: 'RETRY' }
  | { type: 'CANCEL' }
  | AnswerEvent;

export const signoffMachine = setup({
  types: {} as { context: SignoffContext; events: SignoffEvent },
  actions: {
    keepComment: assign(({ event }) => (event.type === 'COMMENT' ? { comment: event.comment } : {})),
    keepSubmission: assign(({ event }) =>
      event.type === 'SIGN' || event.type === 'IDENTIFY'
        ? { ...restingFlow, submission: event.submission }
        : {},
    ),
    keepRefusal: assign(({ event }) => (event.type === 'REFUSED' ? { refusal: event.refusal } : {})),
    keepFault: assign(({ event }) => (event.type === 'FAULTED' ? { fault: event.fault } : {})),
    dropFault: assign({ fault: undefined }),
    forget: assign({ ...restingFlow, comment: '' }),
    dropSubmission: assign(restingFlow),
  },
  guards: {
    isRejection: ({ context: { submission } }) =>
      submission?.request.type === 'sign' && submission.request.decision === 'reject',
  },
}).createMachine({
  id: 'signoff',
  context: { ...restingFlow, comment: '' },
  initial: 'rest',
  states: {
    rest: {
      on: {
        REJECT: 'explaining',
        IDENTIFY: { target: 'identifying', actions: 'keepSubmission' },
        SIGN: { target: 'signing', actions: 'keepSubmission' },
      },
    },
    explaining: {
      on: {
        COMMENT: { actions: 'keepComment' },
        IDENTIFY: { target: 'identifying', actions: 'keepSubmission' },
        SIGN: { target: 'signing', actions: 'keepSubmission' },
        CANCEL: { target: 'rest', actions: 'forget' },
      },
    },
    /** What is to be signed waits for who signs it. */
    identifying: {
      on: {
        SIGN: { target: 'signing', actions: 'keepSubmission' },
        CANCEL: [
          { guard: 'isRejection', target: 'explaining', actions: 'dropSubmission' },
          { target: 'rest', actions: 'forget' },
        ],
      },
    },
    signing: {
      tags: 'submitting',
      on: answered,
    },
    refused: {
      on: {
        REJECT: 'explaining',
        IDENTIFY: { target: 'identifying', actions: 'keepSubmission' },
        SIGN: { target: 'signing', actions: 'keepSubmission' },
        CANCEL: { target: 'rest', actions: 'forget' },
      },
    },
    failed: {
      on: {
        RETRY: { target: 'signing', actions: 'dropFault' },
        CANCEL: { target: 'rest', actions: 'forget' },
      },
    },
  },
});
