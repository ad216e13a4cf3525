/** What every test of the suite works with: an adapter of its own, and short ways to say what is done with it. */
import type { Actor, Adapter, Identification } from '../../adapters/adapter.js';
import {
  isReceipt,
  type Answer,
  type Command,
  type CommandRequest,
  type CommandType,
  type Receipt,
  type Refusal,
  type RunEvent,
} from '../../domain/command.js';
import type { Field, Id, Part, Requirement, Run, Step, Tool, Unit } from '../../domain/run.js';
import { newId } from '../../new-id.js';
import { equal, SuiteFailure, within } from './expect.js';
import { runId, type PersonName } from './seed-run.js';

/** What an adapter is to hold at first. */
export interface SuiteSeed {
  runs: readonly Run[];
  units: readonly Unit[];
  tools: readonly Tool[];
  parts: readonly Part[];
}

/** One test. It is registered where the adapter takes the commands and has the abilities. */
export interface Case {
  name: string;
  uses?: readonly CommandType[];
  needs?: readonly (keyof Adapter | 'reopen' | 'peek' | 'identification')[];
  body(trial: Trial): Promise<void>;
}

export interface Trial {
  adapter: Adapter;
  seed: SuiteSeed;
  /** How long to wait for what an adapter should tell, in milliseconds. */
  patience: number;
  /** Where the random scripts start. */
  randomSeed: number;
  /** A fresh adapter on the same storage. */
  reopen(): Promise<Adapter>;
  /** What is stored, read behind the adapter's back. */
  peek(runId: Id): Promise<readonly RunEvent[]>;
  /** How one of the suite's people shows who they are. */
  identification(person: PersonName): Identification;
  load(id?: Id): Promise<Run>;
  /** Who gives a command: for a signature with a proof, where the backend asks for one. */
  actor(person: PersonName, asked: Command): Promise<Actor | Refusal>;
  /** Gives a command, whatever the answer. */
  give(person: PersonName, request: Request): Promise<Answer>;
  /** Gives a command that must be carried out. */
  done(person: PersonName, request: Request): Promise<Receipt>;
  follow(after: number): Follower;
}

/** A command's own words; the rest of it is filled in. */
export type Request = CommandRequest & { id?: Id; runId?: Id; madeAt?: string };

export const command = (request: Request): Command => ({
  v: 1,
  id: newId(),
  runId,
  madeAt: new Date().toISOString(),
  ...request,
});

export const actorOf =
  (adapter: Adapter, identification?: (person: PersonName) => Identification): Trial['actor'] =>
  async (person, asked) => {
    if (asked.type !== 'sign' || !adapter.reauthenticate) return { person };
    if (identification) return adapter.reauthenticate(identification(person), asked);
    throw new SuiteFailure(
      'The adapter has `reauthenticate`: tell adapterSuite how its people show who they are, for example ' +
        "`identification: (person) => ({ method: 'pin', person, pin: pinOf(person) })`",
    );
  };

export const giveTo =
  (adapter: Adapter, patience: number, actor = actorOf(adapter)): Trial['give'] =>
  async (person, request) => {
    const asked = command(request);
    const as = await actor(person, asked);
    if ('refused' in as) return as;
    return within(patience, adapter.execute(asked, { as }), `the answer to ${request.type}`);
  };

export const doneBy = (adapter: Adapter, patience: number, actor = actorOf(adapter)): Trial['done'] => {
  const give = giveTo(adapter, patience, actor);
  return async (person, request) => {
    const answer = await give(person, request);
    if (isReceipt(answer)) return answer;
    throw new SuiteFailure(`${request.type} by ${person} should be carried out`, answer);
  };
};

/** Collects what a watch tells. */
export interface Follower {
  events: RunEvent[];
  stop(): void;
  /** Resolves when the event of this sequence has been told. */
  until(sequence: number): Promise<void>;
}

export function follow(adapter: Adapter, after: number, patience: number): Follower {
  const events: RunEvent[] = [];
  let look = (): void => {};
  const stop = adapter.watch!(runId, { after }, (news) => {
    events.push(...news);
    look();
  });
  return {
    events,
    stop,
    until: (sequence) =>
      within(
        patience,
        new Promise<void>((resolve) => {
          look = () => events.some((event) => event.sequence === sequence) && resolve();
          look();
        }),
        `the event ${sequence} in watch`,
      ),
  };
}

export const sequences = (events: readonly RunEvent[]): number[] => events.map(({ sequence }) => sequence);
export const sorted = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);
/** Every whole number from one to another, both included. */
export const from = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);

export const note = (text: string): Request => ({ type: 'comment', stepId: 'measure', text });
export const measure = (targetId: Id, value: string, base?: string): Request => ({
  type: 'set-value',
  stepId: 'measure',
  targetId,
  value,
  ...(base !== undefined && { base }),
});

export const stepIn = (run: Run, stepId: Id): Step => run.steps.find(({ id }) => id === stepId)!;
export const fieldIn = (run: Run, targetId: Id): Field =>
  run.steps.flatMap(({ fields }) => fields).find(({ id }) => id === targetId)!;
export const requirementIn = (run: Run, targetId: Id): Requirement =>
  run.steps.flatMap(({ requirements }) => requirements).find(({ id }) => id === targetId)!;

/**
 * A run without what each store may say in its own way: times of its clock, and versions, of which only sameness counts.
 */
export function blur(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(blur);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      blurred.has(key) && one !== undefined
        ? '·'
        : key === 'covers'
          ? Object.keys(one as object).sort()
          : blur(one),
    ]),
  );
}
const blurred = new Set(['at', 'in', 'out', 'startedAt', 'completedAt', 'version']);

export const equalRuns = (actual: Run, expected: Run, what: string): void =>
  equal(blur(actual), blur(expected), what);
