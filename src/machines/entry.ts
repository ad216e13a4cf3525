/** One person's entry at one target, from the first key to the backend's answer. What was typed stays until it is saved. */
import { assign, setup } from 'xstate';
import type { CommandRequest, RefusalReason } from '../domain/command.js';
import type { DecimalText, EntryMethod, FieldValue, Version } from '../domain/run.js';
import {
  answered,
  restingFlow,
  type AnswerEvent,
  type FlowContext,
  type Submission,
} from './command-flow.js';

/** What a control holds: text as typed, or a choice. */
export type Draft = FieldValue;

/** What a person is asked before their entry is sent: whether it is right, and why it changes what stood there. */
export interface Asked {
  request: CommandRequest;
  outOfRange?: 'low' | 'high';
  reason?: true;
}

export interface EntryContext extends FlowContext {
  draft: Draft | undefined;
  /** The target's version when the person began, so that a change meanwhile is noticed. */
  base: Version | undefined;
  /** How the draft came, where it was not typed; and the smallest step that a gauge shows. */
  how: EntryMethod | undefined;
  resolution: DecimalText | undefined;
  /** Why the draft cannot be read. */
  problem: RefusalReason | undefined;
  asked: Asked | undefined;
  /** The answer to why, as far as it is typed. */
  reason: string;
}

export type EntryEvent =
  | { type: 'EDIT'; draft: Draft; base?: Version; how?: EntryMethod; resolution?: DecimalText }
  /** The draft cannot be read as a value; it stays as it is. */
  | { type: 'INVALID'; problem: RefusalReason }
  /** Before it is sent: is this right, and why. */
  | { type: 'ASK'; asked: Asked }
  | { type: 'REASON'; reason: string }
  | { type: 'SUBMIT'; submission: Submission }
  | { type: 'RETRY' }
  | { type: 'DISCARD' }
  | AnswerEvent;

const untouched = {
  ...restingFlow,
  draft: undefined,
  base: undefined,
  how: undefined,
  resolution: undefined,
  problem: undefined,
  asked: undefined,
  reason: '',
};

export const entryMachine = setup({
  types: {} as { context: EntryContext; events: EntryEvent },
  actions: {
    begin: assign(({ event }) => (event.type === 'EDIT' ? { base: event.base } : {})),
    // What is typed over a refusal as stale has seen what stands there now.
    rebase: assign(({ context, event }) =>
      event.type === 'EDIT' && context.refusal?.refused === 'stale' ? { base: event.base } : {},
    ),
    // What is typed over an own value on its way rests on that value, whatever version it will get.
    dropBase: assign({ base: undefined }),
    keepDraft: assign(({ event }) =>
      event.type === 'EDIT'
        ? {
            ...restingFlow,
            draft: event.draft,
            how: event.how,
            resolution: event.resolution,
            problem: undefined,
            asked: undefined,
          }
        : {},
    ),
    keepAsked: assign(({ event }) => (event.type === 'ASK' ? { asked: event.asked } : {})),
    keepReason: assign(({ event }) => (event.type === 'REASON' ? { reason: event.reason } : {})),
    keepProblem: assign(({ event }) => (event.type === 'INVALID' ? { problem: event.problem } : {})),
    keepSubmission: assign(({ event }) =>
      event.type === 'SUBMIT' ? { ...restingFlow, submission: event.submission, problem: undefined } : {},
    ),
    keepRefusal: assign(({ event }) => (event.type === 'REFUSED' ? { refusal: event.refusal } : {})),
    keepFault: assign(({ event }) => (event.type === 'FAULTED' ? { fault: event.fault } : {})),
    dropFault: assign({ fault: undefined }),
    forget: assign(untouched),
  },
}).createMachine({
  id: 'entry',
  context: untouched,
  initial: 'rest',
  states: {
    rest: {
      on: {
        EDIT: { target: 'drafting', actions: ['begin', 'keepDraft'] },
        ASK: { target: 'asking', actions: 'keepAsked' },
        SUBMIT: { target: 'saving', actions: 'keepSubmission' },
      },
    },
    drafting: {
      on: {
        EDIT: { actions: 'keepDraft' },
        INVALID: { target: 'invalid', actions: 'keepProblem' },
        ASK: { target: 'asking', actions: 'keepAsked' },
        SUBMIT: { target: 'saving', actions: 'keepSubmission' },
        DISCARD: { target: 'rest', actions: 'forget' },
      },
    },
    /** Out of range, or a change that needs a reason: correct it or confirm it. */
    asking: {
      on: {
        EDIT: { target: 'drafting', actions: ['rebase', 'keepDraft'] },
        REASON: { actions: 'keepReason' },
        SUBMIT: { target: 'saving', actions: 'keepSubmission' },
        DISCARD: { target: 'rest', actions: 'forget' },
      },
    },
    invalid: {
      on: {
        EDIT: { target: 'drafting', actions: 'keepDraft' },
        DISCARD: { target: 'rest', actions: 'forget' },
      },
    },
    saving: {
      tags: 'submitting',
      on: {
        ...answered,
        EDIT: { target: 'drafting', actions: ['dropBase', 'keepDraft'] },
      },
    },
    refused: {
      on: {
        EDIT: { target: 'drafting', actions: ['rebase', 'keepDraft'] },
        // Kept over a value that came meanwhile, it is a change, and that may need a reason.
        ASK: { target: 'asking', actions: 'keepAsked' },
        SUBMIT: { target: 'saving', actions: 'keepSubmission' },
        DISCARD: { target: 'rest', actions: 'forget' },
      },
    },
    failed: {
      on: {
        RETRY: { target: 'saving', actions: 'dropFault' },
        EDIT: { target: 'drafting', actions: 'keepDraft' },
        DISCARD: { target: 'rest', actions: 'forget' },
      },
    },
  },
});
