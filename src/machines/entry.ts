/** One person's entry at one target, from the first key to the backend's answer. What was typed stays until it is saved. */
import { assign, setup } from 'xstate';
import type { RefusalReason } from '../domain/command.js';
import type { FieldValue, Version } from '../domain/run.js';
import {
  answered,
  restingFlow,
  type AnswerEvent,
  type FlowContext,
  type Submission,
} from './command-flow.js';

/** What a control holds: text as typed, or a choice. */
export type Draft = FieldValue;

export interface EntryContext extends FlowContext {
  draft: Draft | undefined;
  /** The target's version when the person began, so that a change meanwhile is noticed. */
  base: Version | undefined;
  /** Why the draft cannot be read. */
  problem: RefusalReason | undefined;
}

export type EntryEvent =
  | { type: 'EDIT'; draft: Draft; base?: Version }
  /** The draft cannot be read as a value; it stays as it is. */
  | { type: 'INVALID'; problem: RefusalReason }
  | { type: 'SUBMIT'; submission: Submission }
  | { type: 'RETRY' }
  | { type: 'DISCARD' }
  | AnswerEvent;

const untouched = { ...restingFlow, draft: undefined, base: undefined, problem: undefined };

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
      event.type === 'EDIT' ? { ...restingFlow, draft: event.draft, problem: undefined } : {},
    ),
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
        SUBMIT: { target: 'saving', actions: 'keepSubmission' },
      },
    },
    drafting: {
      on: {
        EDIT: { actions: 'keepDraft' },
        INVALID: { target: 'invalid', actions: 'keepProblem' },
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
