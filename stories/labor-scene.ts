/** A step at which people work, with times that lie as far back as a story tells. */
import type { Adapter } from '../src/adapters/adapter.js';
import type { Id, Labor, Person, Policy, Run, Step } from '../src/domain/run.js';
import type { RunSession } from '../src/session.js';
import { roverPeople, roverRun } from '../src/testing/rover.js';
import { sessionOn } from './backends.js';

const minute = 60_000;
export const ago = (minutes: number): string => new Date(Date.now() - minutes * minute).toISOString();

/** Labor of a person that began so many minutes ago, and ended, if it did. */
export const worked = (personId: Id, begin: number, end?: number): Labor => ({
  id: `${personId}-${begin}`,
  personId,
  in: ago(begin),
  ...(end !== undefined && { out: ago(end) }),
});

const names = ['Noor Haddad', 'Li Wei', 'Sofia Almeida', 'Tomasz Zieliński', 'Aiko Mori', 'Dele Okafor'];
export const crew: readonly Person[] = Array.from({ length: 50 }, (_, at) => ({
  id: `crew-${at}`,
  name: `${names[at % names.length]} ${at + 1}`,
  roles: ['Technician'],
  permissions: ['execute', 'comment'],
}));

export interface Scene {
  /** By step. */
  labor?: Readonly<Record<Id, readonly Labor[]>>;
  person?: Id;
  people?: readonly Person[];
  policy?: Partial<Policy>;
  status?: Step['status'];
  backend?: (memory: Adapter) => Adapter;
}

export const stepId = 'drill-wheels';

/** The rover run in progress with this labor. */
export function laborRun({ labor = {}, people = [], policy = {}, status = 'in-progress' }: Scene): Run {
  const run = roverRun();
  return {
    ...run,
    status: 'in-progress',
    people: [...run.people, ...people],
    policy: { ...run.policy, ...policy },
    steps: run.steps.map((step) =>
      step.id === stepId || labor[step.id]
        ? { ...step, upstream: [], status, startedAt: ago(600), labor: labor[step.id] ?? [] }
        : step,
    ),
  };
}

export const laborSession = (scene: Scene): RunSession =>
  sessionOn(laborRun(scene), scene.person ?? roverPeople.technician.id, scene.backend);
