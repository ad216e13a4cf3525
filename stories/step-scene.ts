/** A step on a run in memory, in the state that a story or a test is about. */
import type { Adapter } from '../src/adapters/adapter.js';
import { memoryAdapter } from '../src/adapters/memory.js';
import type { Id, Run, Step } from '../src/domain/run.js';
import type { RunStep } from '../src/elements/run-step/run-step.js';
import { createRunSession, type RunSession } from '../src/session.js';
import { roverPeople, roverRun, roverUnits } from '../src/testing/index.js';

const { technician } = roverPeople;

export interface Shown {
  run?: Run;
  stepId?: Id;
  person?: Id;
  adapter?: (memory: Adapter) => Adapter;
  /** What has been done before the story begins. */
  before?: (session: RunSession, memory: Adapter) => Promise<unknown>;
}

export type StepElement = HTMLElement & Pick<RunStep, 'stepId' | 'session' | 'adapter' | 'runId' | 'person'>;
export const element = (): StepElement => document.createElement('run-step');

/** A session may read its run first. */
const ready = (session: RunSession): Promise<void> =>
  new Promise((resolve) => {
    if (session.run) return resolve();
    const stop = session.follow('', () => {
      if (session.run) resolve(stop());
    });
  });

/** A step on the memory adapter; it may reach its state a little later. */
export function show({
  run = roverRun(),
  stepId,
  person = technician.id,
  adapter,
  before,
}: Shown = {}): StepElement {
  const memory = memoryAdapter({ runs: [run], units: roverUnits() });
  const session = createRunSession({ adapter: adapter?.(memory) ?? memory, runId: run.id, person, run });
  const step = element();
  if (stepId !== undefined) step.stepId = stepId;
  step.session = session;
  if (before) void ready(session).then(() => before(session, memory));
  return step;
}

/** The rover run with one of its steps, or the run, as it is not when it starts. */
export function changed(stepId: Id, change: Partial<Step>, more: Partial<Run> = {}): Run {
  const run = roverRun();
  return {
    ...run,
    status: 'in-progress',
    ...more,
    steps: run.steps.map((step) => (step.id === stepId ? { ...step, ...change } : step)),
  };
}

export const at = '2026-11-20T15:25:00.000Z';
export const labor = [{ id: 'labor-1', personId: technician.id, in: at }];
export const working = (stepId: Id, change: Partial<Step> = {}): Run =>
  changed(stepId, { status: 'in-progress', startedAt: at, labor, upstream: [], ...change });

export const value = (
  session: RunSession,
  stepId: Id,
  targetId: Id,
  one: string | boolean,
): Promise<unknown> => session.execute({ type: 'set-value', stepId, targetId, value: one });

/** Presses a button of the step once it is there. */
export async function press(step: StepElement, selector: string): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    const button = step.shadowRoot?.querySelector<HTMLElement>(selector);
    if (button) return button.click();
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

export const pressed = (step: StepElement, selector = '.bar .primary'): StepElement => {
  void press(step, selector);
  return step;
};
