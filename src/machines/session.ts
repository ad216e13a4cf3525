/** The life of a connection to one run: reading it, following it, losing it, leaving it. */
import { assign, setup } from 'xstate';
import type { AdapterFault } from '../adapters/adapter.js';
import type { Problem } from '../domain/read-run.js';
import type { Run } from '../domain/run.js';

export interface SessionContext {
  /** The run as the backend has confirmed it. */
  run: Run | undefined;
  /** What in the backend's data could not be read as it was meant. */
  problems: readonly Problem[];
  fault: AdapterFault | undefined;
}

export type SessionEvent =
  | { type: 'LOADED'; run: Run; problems: readonly Problem[] }
  | { type: 'FAULTED'; fault: AdapterFault }
  /** The run after events that came in order. */
  | { type: 'RECEIVED'; run: Run }
  /** The events no longer fit the run: read it again, and show the old one meanwhile. */
  | { type: 'RELOAD' }
  | { type: 'RETRY' }
  | { type: 'STOP' };

export const sessionMachine = setup({
  types: {} as { context: SessionContext; events: SessionEvent; input: { run?: Run } },
  actions: {
    keepRun: assign(({ event }) =>
      event.type === 'LOADED' ? { run: event.run, problems: event.problems, fault: undefined } : {},
    ),
    keepFault: assign(({ event }) => (event.type === 'FAULTED' ? { fault: event.fault } : {})),
    replaceRun: assign(({ event }) => (event.type === 'RECEIVED' ? { run: event.run } : {})),
    dropFault: assign({ fault: undefined }),
  },
}).createMachine({
  id: 'session',
  context: ({ input }) => ({ run: input.run, problems: [], fault: undefined }),
  initial: 'starting',
  on: { STOP: '.stopped' },
  states: {
    starting: { always: [{ guard: ({ context }) => context.run !== undefined, target: 'ready' }, 'loading'] },
    loading: {
      on: {
        LOADED: { target: 'ready', actions: 'keepRun' },
        FAULTED: { target: 'failed', actions: 'keepFault' },
      },
    },
    ready: {
      on: { RECEIVED: { actions: 'replaceRun' }, RELOAD: 'reloading' },
    },
    reloading: {
      on: {
        LOADED: { target: 'ready', actions: 'keepRun' },
        FAULTED: { target: 'failed', actions: 'keepFault' },
      },
    },
    failed: { on: { RETRY: { target: 'loading', actions: 'dropFault' } } },
    stopped: { type: 'final' },
  },
});
