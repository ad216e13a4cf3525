/**
 * The contract of an adapter as something that can be run. What passes is a backend.
 *
 * ```ts
 * describe('our adapter', () => {
 *   adapterSuite({ test: it, create: ({ runs, units, tools, parts }) => ourAdapter({ … }) });
 * });
 * ```
 */
import type { Adapter, Identification } from '../adapters/adapter.js';
import { commandTypes, type RunEvent } from '../domain/command.js';
import type { Id } from '../domain/run.js';
import { batchCases } from './conformance/batches.js';
import { evidenceCases } from './conformance/evidence.js';
import { executeCases } from './conformance/execute.js';
import { fileCases } from './conformance/files.js';
import { historyCases } from './conformance/history.js';
import { issueCases } from './conformance/issues.js';
import { lifeCycleCases } from './conformance/life-cycle.js';
import { linkCases } from './conformance/links.js';
import { partCases } from './conformance/parts.js';
import { proofCases } from './conformance/proofs.js';
import { randomCases } from './conformance/random.js';
import { recordCases } from './conformance/records.js';
import { raceCases } from './conformance/races.js';
import { redlineCases } from './conformance/redlines.js';
import { reopenCases } from './conformance/reopen.js';
import { suiteParts, suiteRuns, suiteTools, suiteUnits, type PersonName } from './conformance/seed-run.js';
import { stockCases } from './conformance/stock.js';
import {
  actorOf,
  doneBy,
  follow,
  giveTo,
  type Case,
  type SuiteSeed,
  type Trial,
} from './conformance/trial.js';
import { valueCases } from './conformance/values.js';
import { watchCases } from './conformance/watch.js';

export type { SuiteSeed } from './conformance/trial.js';

export interface AdapterSuite<A extends Adapter> {
  /** The runner's way to register a test: `it`, `test`, … */
  test: (name: string, body: () => Promise<void>) => void;
  /** A new adapter on a storage of its own, which holds exactly the seed. */
  create: (seed: SuiteSeed) => A | Promise<A>;
  /** A fresh adapter on the storage of an earlier one, as after a reload. */
  reopen?: (adapter: A) => Adapter | Promise<Adapter>;
  /** The events of a run as they are stored, in order, read without the adapter. */
  peek?: (adapter: A, runId: Id) => readonly RunEvent[] | Promise<readonly RunEvent[]>;
  /**
   * How one of the suite's people (`worker`, `inspector`, `lead`, `visitor`: also their ids in the seed) shows who they
   * are. A backend with `reauthenticate` needs it.
   */
  identification?: (person: PersonName) => Identification;
  /** How long an answer or an event may take, in milliseconds; 5000. */
  patience?: number;
  /** Where the random scripts start; the message of a failure says it. */
  seed?: number;
}

const cases: readonly Case[] = [
  ...lifeCycleCases,
  ...executeCases,
  ...raceCases,
  ...historyCases,
  ...watchCases,
  ...valueCases,
  ...recordCases,
  ...linkCases,
  ...evidenceCases,
  ...issueCases,
  ...redlineCases,
  ...partCases,
  ...stockCases,
  ...fileCases,
  ...batchCases,
  ...proofCases,
  ...reopenCases,
  ...randomCases,
];

/**
 * Registers the tests that apply: an ability is tested where its method is present, a command where the adapter takes
 * it. Registers at once where `create` answers at once; otherwise when the promise that comes back resolves.
 */
export function adapterSuite<A extends Adapter>(suite: AdapterSuite<A>): void | Promise<void> {
  const { test, create } = suite;
  const register = (probe: A): void => {
    for (const one of cases) {
      if (applies(one, probe, suite))
        test(one.name, async () => one.body(trial(suite, await create(seedOf()))));
    }
  };
  const probe = create(seedOf());
  return probe instanceof Promise ? probe.then(register) : register(probe);
}

const seedOf = (): SuiteSeed => ({
  runs: suiteRuns(),
  units: suiteUnits(),
  tools: suiteTools(),
  parts: suiteParts(),
});

const applies = <A extends Adapter>({ uses, needs }: Case, adapter: A, suite: AdapterSuite<A>): boolean =>
  (uses ?? []).every((type) => (adapter.commands ?? new Set(commandTypes)).has(type)) &&
  (needs ?? []).every((name) =>
    name === 'reopen' || name === 'peek' || name === 'identification'
      ? suite[name] !== undefined
      : adapter[name] !== undefined,
  );

/** A script in which most commands are carried out at least once. */
const richSeed = 3;

const trial = <A extends Adapter>(suite: AdapterSuite<A>, adapter: A): Trial => {
  const { patience = 5000, seed = richSeed, reopen, peek, identification } = suite;
  const actor = actorOf(adapter, identification);
  return {
    adapter,
    seed: seedOf(),
    patience,
    randomSeed: seed,
    reopen: async () => reopen!(adapter),
    peek: async (runId) => peek!(adapter, runId),
    load: (id = suiteRuns()[0]!.id) => adapter.load(id),
    identification: (person) => identification!(person),
    actor,
    give: giveTo(adapter, patience, actor),
    done: doneBy(adapter, patience, actor),
    follow: (after) => follow(adapter, after, patience),
  };
};
