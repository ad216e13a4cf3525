// What one run must hold: 500 steps and 50 people at once. The bounds are for a machine that does other things as well.
import { expect } from 'chai';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { availableToWork, readRun, runBlockers, stepNumbers } from '../../src/domain/index.js';
import { createRunSession, type RunSession } from '../../src/session.js';
import { busyRun } from '../../src/testing/index.js';
import { until } from './step.js';
import { quickest } from '../support/quickest.js';

describe('a busy run', function () {
  this.timeout(40_000);
  const sessions: RunSession[] = [];
  afterEach(() => sessions.splice(0).forEach((session) => session.stop()));

  const open = async (adapter: ReturnType<typeof memoryAdapter>, runId: string, person: string) => {
    const session = createRunSession({ adapter, runId, person });
    sessions.push(session);
    await until(() => session.status === 'ready');
    return session;
  };

  it('500 steps with 50 people in each of 100: read, numbered, judged and blocked within moments', () => {
    const run = busyRun();
    const { problems } = readRun(structuredClone(run));
    expect(problems).to.deep.equal([]);
    expect(stepNumbers(run).get('step-500')).to.equal('500');
    expect(quickest(() => readRun(structuredClone(run)))).to.be.below(2000);
    expect(quickest(() => run.steps.map((step) => availableToWork(run, step)))).to.be.below(500);
    expect(quickest(() => runBlockers(run))).to.be.below(500);
  });

  it('R95: 50 people who work at once see each other, and each command comes to all within moments', async () => {
    const run = busyRun();
    const adapter = memoryAdapter({ runs: [run] });
    const people = await Promise.all(run.people.map(({ id }) => open(adapter, run.id, id)));
    const [first] = people;
    const start = performance.now();
    const answers = await Promise.all(
      people.map((session, at) =>
        session.execute({
          type: 'set-value',
          stepId: `step-${101 + at}`,
          targetId: `step-${101 + at}-gap-1`,
          value: '5',
        }),
      ),
    );
    expect(answers.filter((answer) => 'refused' in answer)).to.deep.equal([]);
    await until(() => people.every((session) => session.run!.sequence === run.sequence + people.length));
    expect(performance.now() - start).to.be.below(10_000);
    for (const session of people) expect(session.run).to.deep.equal(first!.run);
  });

  it('one check-out among 500 steps is shown at its step alone, within a frame or two', async () => {
    const run = busyRun();
    const adapter = memoryAdapter({ runs: [run] });
    const [mine, theirs] = [await open(adapter, run.id, 'person-1'), await open(adapter, run.id, 'person-2')];
    let told = 0;
    mine.follow('step-120', () => (told += 1));
    let elsewhere = 0;
    mine.follow('step-121', () => (elsewhere += 1));
    const took: number[] = [];
    for (const type of ['check-out', 'check-in', 'check-out'] as const) {
      const start = performance.now();
      told = 0;
      await theirs.execute({ type, stepId: 'step-120' });
      await until(() => told > 0);
      took.push(performance.now() - start);
    }
    expect(Math.min(...took), String(took)).to.be.below(500);
    expect(elsewhere).to.equal(0);
  });
});
