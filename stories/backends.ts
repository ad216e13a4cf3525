/** Backends that behave as a story needs it, and sessions on them that have read their run. */
import { AdapterFault, type Adapter, type FaultCode } from '../src/adapters/adapter.js';
import { memoryAdapter } from '../src/adapters/memory.js';
import type { Answer, Refusal } from '../src/domain/command.js';
import type { Run, Unit } from '../src/domain/run.js';
import { createRunSession, type RunSession } from '../src/session.js';

/** Replaces the answer to every command. */
export type Answering = (next: () => Promise<Answer>) => Promise<Answer>;

export const never: Answering = () => new Promise(() => undefined);
export const refusing =
  (refusal: Refusal): Answering =>
  () =>
    Promise.resolve(refusal);
export const failing =
  (code: FaultCode, outcome: 'not-done' | 'unknown' = 'not-done'): Answering =>
  () =>
    Promise.reject(new AdapterFault(code, { outcome }));

/** The memory adapter on these runs, answering as told. */
export function backend(runs: readonly Run[], answering?: Answering, units: readonly Unit[] = []): Adapter {
  const inner = memoryAdapter({ runs, units });
  return answering
    ? { ...inner, execute: (command, options) => answering(() => inner.execute(command, options)) }
    : inner;
}

/** A session of this person that has the run at hand, so that a story is drawn at once. */
export const sessionOn = (
  run: Run,
  person: string,
  answering?: Answering,
  units?: readonly Unit[],
): RunSession => createRunSession({ adapter: backend([run], answering, units), runId: run.id, person, run });
