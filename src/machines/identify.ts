/** Showing who one is: by a PIN, a badge, a passkey. What was shown is in nobody's context, so that nothing keeps it. */
import { assign, setup } from 'xstate';
import type { AdapterFault } from '../adapters/adapter.js';
import type { Refusal } from '../domain/command.js';

export interface IdentifyContext {
  /** Why the last try was not enough. */
  refusal: Refusal | undefined;
  fault: AdapterFault | undefined;
}

export type IdentifyEvent =
  /** A person has shown something; whoever runs the machine asks the backend. */
  | { type: 'TRY' }
  | { type: 'RECOGNIZED' }
  | { type: 'REFUSED'; refusal: Refusal }
  | { type: 'FAULTED'; fault: AdapterFault }
  /** Nobody waits any more, as for a passkey that is not at hand. */
  | { type: 'CANCEL' };

const nothingSaid: IdentifyContext = { refusal: undefined, fault: undefined };

export const identifyMachine = setup({
  types: {} as { context: IdentifyContext; events: IdentifyEvent },
  actions: {
    forget: assign(nothingSaid),
    keepRefusal: assign(({ event }) => (event.type === 'REFUSED' ? { refusal: event.refusal } : {})),
    keepFault: assign(({ event }) => (event.type === 'FAULTED' ? { fault: event.fault } : {})),
  },
}).createMachine({
  id: 'identify',
  context: nothingSaid,
  initial: 'asking',
  states: {
    asking: { on: { TRY: { target: 'checking', actions: 'forget' } } },
    checking: {
      on: {
        RECOGNIZED: 'recognized',
        REFUSED: { target: 'asking', actions: 'keepRefusal' },
        FAULTED: { target: 'asking', actions: 'keepFault' },
        CANCEL: 'asking',
      },
    },
    /** Known, and perhaps not the one who is asked for. */
    recognized: { on: { REFUSED: { target: 'asking', actions: 'keepRefusal' } } },
  },
});
