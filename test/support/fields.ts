// A step in progress with the fields that a test is about, and elements that show them.
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { Adapter } from '../../src/adapters/adapter.js';
import type { RunEvent } from '../../src/domain/command.js';
import { defaultPolicy, type Field, type Person, type Policy, type Run } from '../../src/domain/run.js';
import type { FieldElement } from '../../src/elements/field-element.js';
import { createRunSession, type RunSession } from '../../src/session.js';
import { roverPeople } from '../../src/testing/rover-people.js';
import { roverParts, roverTools } from '../../src/testing/rover-tools.js';
import { step } from '../../src/testing/seed.js';

export const stepId = 'work';

export function runOf(fields: readonly Field[], policy: Partial<Policy> = {}): Run {
  return {
    v: 1,
    id: 'run',
    number: '1',
    title: 'A run',
    status: 'in-progress',
    sequence: 0,
    zone: 'UTC',
    steps: [
      step(stepId, 'Measure', {
        status: 'in-progress',
        startedAt: '2026-11-20T08:00:00.000Z',
        labor: [{ id: 'labor', personId: roverPeople.technician.id, in: '2026-11-20T08:00:00.000Z' }],
        fields,
      }),
    ],
    gates: [],
    issues: [],
    redlines: [],
    people: Object.values(roverPeople),
    teams: [],
    policy: { ...defaultPolicy, ...policy },
    completions: [],
  };
}

export interface Bench {
  adapter: Adapter;
  session: RunSession;
  /** What has been recorded. */
  events: RunEvent[];
}

/** A session over a run in memory; `change` bends its backend. */
export function benchOf(
  run: Run,
  { person = roverPeople.technician, change = {} }: { person?: Person; change?: Partial<Adapter> } = {},
): Bench {
  const adapter: Adapter = {
    ...memoryAdapter({ runs: [run], tools: roverTools(), parts: roverParts() }),
    ...change,
  };
  const session = createRunSession({ adapter, runId: run.id, person: person.id, run });
  const events: RunEvent[] = [];
  session.observe((news) => news.kind === 'events' && events.push(...news.events));
  return { adapter, session, events };
}

/** An element at a field, on the page. */
export async function mount<E extends FieldElement>(
  tag: string,
  session: RunSession,
  fieldId: string,
): Promise<E> {
  await until(() => session.status === 'ready');
  const element = Object.assign(document.createElement(tag), {
    lang: 'en',
    session,
    fieldId,
  }) as unknown as E;
  document.body.append(element);
  await element.updateComplete;
  return element;
}

/** Waits for what an element is about to show. Mocha ends it where it never does. */
export async function until(holds: () => unknown): Promise<void> {
  while (!holds()) await new Promise((resolve) => requestAnimationFrame(resolve));
}

export const shownText = (element: Element): string =>
  (element.shadowRoot!.textContent ?? '').replace(/\s+/g, ' ').trim();

/** A button of an element by its name, as assistive technology tells it. */
export const buttonNamed = (element: Element, name: string): HTMLButtonElement | undefined =>
  [...element.shadowRoot!.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent.trim()) === name,
  );

/** Presses it as a person does, who has it in focus then. */
export async function pressNamed(element: Element, name: string): Promise<void> {
  await until(() => buttonNamed(element, name));
  buttonNamed(element, name)!.focus();
  buttonNamed(element, name)!.click();
}
