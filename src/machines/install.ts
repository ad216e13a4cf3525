/**
 * Installing a part: a text is looked up, a unit is meant, a quantity and a place are said, the backend answers. What is
 * made on the assembly is named instead of looked up. Nothing is chosen by default.
 */
import { assign, setup } from 'xstate';
import type { DecimalText, Id, InstallMethod, Unit } from '../domain/run.js';
import type { Label } from '../scan/label.js';
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
  how: InstallMethod;
  /** What the text says. */
  label: Label | undefined;
  found: readonly Unit[];
  unit: Unit | undefined;
  /** The requirement that the unit is meant for. */
  targetId: Id | undefined;
  quantity: DecimalText;
  /** The place on the assembly. */
  designator: string | undefined;
  /** The serial or lot of what is made; empty asks for an automatic one. */
  name: string;
}

/** How a unit is looked up: by what a scanner read, by what a person typed, or out of a list. */
export type LookUp = Exclude<InstallMethod, 'made'>;

export type InstallEvent =
  | { type: 'FIND'; text: string; how: LookUp }
  /** The units that the text may mean. */
  | { type: 'FOUND'; units: readonly Unit[]; label?: Label | undefined }
  | { type: 'CHOOSE'; unit: Unit; quantity: DecimalText; targetId?: Id }
  | { type: 'QUANTITY'; quantity: DecimalText }
  | { type: 'DESIGNATOR'; designator: string }
  /** Something is made here, rather than taken from stock. */
  | { type: 'BUILD'; quantity: DecimalText }
  | { type: 'NAME'; name: string }
  | { type: 'INSTALL'; submission: Submission }
  /** Taking an installed part out again. */
  | { type: 'UNINSTALL'; submission: Submission }
  | { type: 'RETRY' }
  | { type: 'CANCEL' }
  | AnswerEvent;

const nothingChosen = {
  text: '',
  how: 'picked',
  label: undefined,
  found: [],
  unit: undefined,
  targetId: undefined,
  quantity: '',
  designator: undefined,
  name: '',
} as const;

export const installMachine = setup({
  types: {} as { context: InstallContext; events: InstallEvent },
  guards: { isMade: ({ context }) => context.how === 'made' },
  actions: {
    keepQuestion: assign(({ event }) =>
      event.type === 'FIND' ? { ...restingFlow, ...nothingChosen, text: event.text, how: event.how } : {},
    ),
    keepFound: assign(({ event }) =>
      event.type === 'FOUND' ? { found: event.units, label: event.label } : {},
    ),
    keepUnit: assign(({ event }) =>
      event.type === 'CHOOSE'
        ? {
            ...restingFlow,
            unit: event.unit,
            targetId: event.targetId,
            quantity: event.quantity,
            designator: undefined,
          }
        : {},
    ),
    keepDesignator: assign(({ event }) =>
      event.type === 'DESIGNATOR' ? { designator: event.designator } : {},
    ),
    begin: assign(({ event }) =>
      event.type === 'BUILD'
        ? { ...restingFlow, ...nothingChosen, how: 'made' as const, quantity: event.quantity }
        : {},
    ),
    keepName: assign(({ event }) => (event.type === 'NAME' ? { name: event.name } : {})),
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
        BUILD: { target: 'building', actions: 'begin' },
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
        DESIGNATOR: { actions: 'keepDesignator' },
        INSTALL: { target: 'submitting', actions: 'keepSubmission' },
        FIND: { target: 'finding', actions: 'keepQuestion' },
        CANCEL: { target: 'rest', actions: 'forget' },
      },
    },
    /** Where it comes to be, it has a name and a quantity, and no stock. */
    building: {
      on: {
        NAME: { actions: 'keepName' },
        QUANTITY: { actions: 'keepQuantity' },
        INSTALL: { target: 'submitting', actions: 'keepSubmission' },
        CANCEL: { target: 'rest', actions: 'forget' },
      },
    },
    submitting: {
      tags: 'submitting',
      on: answered,
    },
    refused: {
      on: {
        QUANTITY: [
          { guard: 'isMade', target: 'building', actions: 'keepQuantity' },
          { target: 'measuring', actions: 'keepQuantity' },
        ],
        DESIGNATOR: { target: 'measuring', actions: 'keepDesignator' },
        NAME: { guard: 'isMade', target: 'building', actions: 'keepName' },
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
