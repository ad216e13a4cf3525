// That what a rule looks at grows with the steps and the people of a run, and not with their square: twice as many, about
// twice as many looks. They are the same on every machine.
import { expect } from 'chai';
import {
  activeStep,
  availableToWork,
  decide,
  decideBatch,
  handover,
  laborOf,
  runBlockers,
  runCounts,
  runWarnings,
  stepNumbers,
  type Command,
  type CommandRequest,
  type Issue,
  type Redline,
  type Run,
  type Step,
} from '../../src/domain/index.js';
import { Places } from '../../src/session/places.js';
import { busyRun } from '../../src/testing/busy-run.js';

const at = '2026-11-20T09:00:00.000Z';
const by = 'person-1';

/** Runs in which many steps are alike: worked on by all, inside one another, held up. */
const shapes: Readonly<Record<string, (run: Run) => Run>> = {
  busy: (run) => run,
  crowded: (run) =>
    each(run, (step) => ({
      status: 'in-progress',
      startedAt: at,
      upstream: [],
      labor: run.people.map(({ id }) => ({ id: `${step.id}-${id}`, personId: id, in: at })),
    })),
  'in one step': (run) =>
    each(run, (_, index) => ({
      status: 'in-progress',
      startedAt: at,
      upstream: [],
      ...(index > 0 && { parentId: run.steps[0]!.id }),
    })),
  'one after another': (run) =>
    each(run, (_, index) => ({ status: 'todo', upstream: index > 0 ? [run.steps[index - 1]!.id] : [] })),
  'with issues': (run) => ({
    ...run,
    issues: run.steps.map(({ id }, index): Issue => ({
      ...{ id: `issue-${index}`, number: `${index}`, title: 'Scratch', links: [id], by, at },
      status: 'pending',
    })),
  }),
  'in redline': (run) => ({
    ...each(run, () => ({ status: 'redline' })),
    redlines: run.steps.map(({ id }, index): Redline => ({
      id: `redline-${index}`,
      stepId: id,
      title: 'Wider',
      status: 'open',
    })),
  }),
};
const each = (run: Run, change: (step: Step, index: number) => Partial<Step>): Run => ({
  ...run,
  steps: run.steps.map((step, index) => ({ ...step, ...change(step, index) })),
});

/** A step in the middle of those that everybody works on. */
const middle = ({ steps }: Run): string => steps[Math.floor(steps.length * 0.3)]!.id;
const give = (run: Run, request: CommandRequest): unknown =>
  decide(run, { v: 1, id: 'c', runId: run.id, madeAt: at, ...request }, { by, at, facts: {} });

const works: Readonly<Record<string, (run: Run) => unknown>> = {
  'the numbers of the steps': stepNumbers,
  'where each target stands': (run) => new Places(run),
  'the step to work on': (run) => activeStep(run, by),
  'what is available': (run) => {
    const byId = new Map(run.steps.map((step) => [step.id, step]));
    return run.steps.map((step) => availableToWork(run, step, (id) => byId.get(id)));
  },
  'where a person is checked in': (run) => laborOf(run, by),
  'a hand-over': (run) => handover(run, { blockersOf: () => [] }),
  'what blocks the run': (run) => runBlockers(run, () => []),
  'what a review warns of': runWarnings,
  'what a review counts': runCounts,
  'check-in': (run) => give(run, { type: 'check-in', stepId: middle(run) }),
  'hold-step': (run) => give(run, { type: 'hold-step', stepId: middle(run), reason: 'other', comment: 'No' }),
  'complete-step': (run) => give(run, { type: 'complete-step', stepId: middle(run) }),
  comment: (run) => give(run, { type: 'comment', stepId: middle(run), text: 'Look' }),
  'fail-run': (run) => give(run, { type: 'fail-run', reason: 'Cracked' }),
  'hold-step with a sibling': (run) => {
    const request = { type: 'hold-step', stepId: middle(run), reason: 'other', comment: 'No' } as const;
    const command: Command = { v: 1, id: 'c', runId: run.id, madeAt: at, ...request };
    return decideBatch(run, [{ ...run, id: 'sibling' }], command, { by, at, facts: {} });
  },
};

/** How often anything in a run is looked at. */
function looks(run: Run, work: (run: Run) => unknown): number {
  let count = 0;
  const watched = new WeakMap<object, object>();
  const watch = (one: unknown): unknown => {
    if (typeof one !== 'object' || one === null) return one;
    const known = watched.get(one);
    if (known) return known;
    const proxy = new Proxy(one, {
      get(target, key) {
        count += 1;
        return watch(Reflect.get(target, key));
      },
    });
    watched.set(one, proxy);
    // What came out of it goes in again as it is.
    watched.set(proxy, proxy);
    return proxy;
  };
  work(watch(run) as Run);
  return count;
}

/** Something is looked at once whatever the size, and a list is gone through to somewhere in it. */
const twice = 2.3;

describe('a run of twice the size', function () {
  this.timeout(60_000);
  for (const [name, shape] of Object.entries(shapes)) {
    it(`takes twice the looks, where steps are ${name}`, () => {
      const run = (steps: number, people: number): Run => shape(busyRun({ steps, people }));
      for (const [what, work] of Object.entries(works)) {
        const once = looks(run(125, 25), work);
        expect(looks(run(250, 25), work) / once, `${what}, more steps`).to.be.at.most(twice);
        expect(looks(run(125, 50), work) / once, `${what}, more people`).to.be.at.most(twice);
      }
    });
  }
});
