/** Installing a part: a text is looked up, a unit is meant, a quantity is said, the backend answers. Nothing is chosen by default. */
import { assign, setup } from 'xstate';
import type { DecimalText, Unit } from '../domain/run.js';
import {
  answered,
  restingFlow,
  type AnswerEvent,
  type FlowContext,
  type Submission,
} from './command-flow.js';

export interface InstallContext extends FlowContext {
  /** What was scanned, or asked for; empty lists what would fit. */
  text: string;
  how: 'scanned' | 'picked';
  found: readonly Unit[];
  unit: Unit | undefined;
  quantity: DecimalText;
}

export type InstallEvent =
  | { type: 'FIND'; text: string; how: 'scanned' | 'picked' }
  /** The units that the text may mean. */
  | { type: 'FOUND'; units: readonly Unit[] }
  | { type: 'CHOOSE'; unit: Unit; quantity: DecimalText }
  | { type: 'QUANTITY'; quantity: DecimalText }
  | { type: 'INSTALL'; submission: Submission }
  /** Taking an installed part out again. */
  | { type: 'UNINSTALL'; submission: Submission }
  | { type: 'RETRY' }
  | { type: 'CANCEL' }
  | AnswerEvent;

const nothingChosen = { text: '', how: 'picked', found: [], unit: undefined, quantity: '' } as const;

export const installMachine = setup({
  types: {} as { context: InstallContext; events: InstallEvent },
  actions: {
    keepQuestion: assign(({ event }) =>
      event.type === 'FIND' ? { ...restingFlow, ...nothingChosen, text: event.text, how: event.how } : {},
    ),
    keepFound: assign(({ event }) => (event.type === 'FOUND' ? { found: event.units } : {})),
    keepUnit: assign(({ event }) =>
      event.type === 'CHOOSE' ? { ...restingFlow, unit: event.unit, quantity: event.quantity } : {},
    ),
    keepQuantity: assign(({ event }) => (event.type === 'QUANTITY' ? { quantity: event.quantity } : {})),
    keepSubmission: assign(({ event }) =>
      event.type === 'INSTALL' || event.type === 'UNINSTALL'
        ? { ...restingFlow, submission: event.submission }
        : {},
    ),
    keepRefusal: assign(({ event }) => (event.type === 'REFUSED' ? { refusal: event.refusal } : {})),
    keepFault: assign(({ event }) => (event.type === 'FAULTED' ? { fault: event.fault } : {})),
    dropFault: assign({ fault: undefined }),
    forget: assign({ ...restingFlow, ...nothingChosen }),
  },
}).createMachine({
  id: 'install',
  context: { ...restingFlow, ...nothingChosen },
  initial: 'rest',
  states: {
    rest: {
      on: {
        FIND: { target: 'finding', actions: 'keepQuestion' },
        UNINSTALL: { target: 'submitting', actions: 'keepSubmission' },
      },
    },
    finding: {
      tags: 'finding',
      on: {
        FOUND: { target: 'choosing', actions: 'keepFound' },
        FAULTED: { target: 'unfound', actions: 'keepFault' },
        CANCEL: { target: 'rest', actions: 'forget' },
      },
    },
    /** The look-up itself failed; the text is kept. */
    unfound: {
      on: {
        RETRY: { target: 'finding', actions: 'dropFault' },
        FIND: { target: 'finding', actions: 'keepQuestion' },
        CANCEL: { target: 'rest', actions: 'forget' },
      },
    },
    choosing: {
      on: {
        CHOOSE: { target: 'measuring', actions: 'keepUnit' },
        FIND: { target: 'finding', actions: 'keepQuestion' },
        CANCEL: { target: 'rest', actions: 'forget' },
      },
    },
    measuring: {
      on: {
        QUANTITY: { actions: 'keepQuantity' },
        INSTALL: { target: 'submitting', actions: 'keepSubmission' },
        FIND: { target: 'finding', actions: 'keepQuestion' },
        CANCEL: { target: 'rest', actions: 'forget' },
      },
    },
    submitting: {
      tags: 'submitting',
      on: answered,
    },
    refused: {
      on: {
        QUANTITY: { target: 'measuring', actions: 'keepQuantity' },
        CHOOSE: { target: 'measuring', actions: 'keepUnit' },
        FIND: { target: 'finding', actions: 'keepQuestion' },
        CANCEL: { target: 'rest', actions: 'forget' },
      },
    },
    failed: {
      on: {
        RETRY: { target: 'submitting', actions: 'dropFault' },
        CANCEL: { target: 'rest', actions: 'forget' },
      },
    },
  },
});
