/** Backends that behave as a story needs it: each wraps another adapter. */
import { AdapterFault, type Adapter, type FaultCode } from '../src/adapters/adapter.js';
import { memoryAdapter } from '../src/adapters/memory.js';
import { isReceipt, type Answer, type Refusal, type Warning } from '../src/domain/command.js';
import type { Run } from '../src/domain/run.js';
import { createRunSession, type RunSession } from '../src/session.js';
import { roverParts, roverTools } from '../src/testing/rover-tools.js';

const endless = <T>(): Promise<T> => new Promise<T>(() => undefined);

/** Never answers a command. */
export const neverAnswering = (adapter: Adapter): Adapter => ({ ...adapter, execute: () => endless() });

/** Never gives a run. */
export const neverLoading = (adapter: Adapter): Adapter => ({ ...adapter, load: () => endless() });

/** Cannot give a run. */
export const notLoading = (adapter: Adapter, code: FaultCode = 'unavailable'): Adapter => ({
  ...adapter,
  load: () => Promise.reject(new AdapterFault(code)),
});

/** Gives this answer to every command. */
export const answering = (adapter: Adapter, answer: Answer): Adapter => ({
  ...adapter,
  execute: () => Promise.resolve(answer),
});

/** Refuses every command. */
export const refusing = (adapter: Adapter, refusal: Refusal): Adapter => answering(adapter, refusal);

/** Fails at every command. */
export const failing = (
  adapter: Adapter,
  code: FaultCode,
  outcome: 'not-done' | 'unknown' = 'not-done',
): Adapter => ({
  ...adapter,
  execute: () => Promise.reject(new AdapterFault(code, { outcome })),
});

/** Carries every command out, with these warnings. */
export const warning = (adapter: Adapter, warnings: readonly Warning[]): Adapter => ({
  ...adapter,
  async execute(command, options) {
    const answer = await adapter.execute(command, options);
    return isReceipt(answer) ? { ...answer, warnings } : answer;
  },
});

/** Settles when the session has its run: the machines come with the first one of a page. */
export const whenReady = (session: RunSession): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (session.status !== 'ready') return;
      stop();
      resolve();
    };
    const stop = session.follow('', look);
    queueMicrotask(look);
  });

/** A session of this person that has the run at hand. */
export function sessionOn(
  run: Run,
  person: string,
  wrap: (memory: Adapter) => Adapter = (memory) => memory,
): RunSession {
  const adapter = wrap(memoryAdapter({ runs: [run], tools: roverTools(), parts: roverParts() }));
  return createRunSession({ adapter, runId: run.id, person, run });
}
