import { expect } from 'chai';
import {
  activeStep,
  availableToWork,
  laborTime,
  stepNumbers,
  type Id,
  type Run,
  type Step,
} from '../../src/domain/index.js';
import { laborByPerson, workedTime } from '../../src/domain/labor.js';
import {
  ada,
  after,
  ben,
  eventsOf,
  now,
  refusalOf,
  runOf,
  step,
  stepIn,
  withPolicy,
  working,
} from './runs.js';

const start = (stepId: Id) => ({ type: 'start-step', stepId }) as const;
const types = (run: Run, request: Parameters<typeof eventsOf>[1]) =>
  eventsOf(run, request).map(({ type }) => type);
const open = (one: Step) => one.labor.filter(({ out }) => !out).map(({ personId }) => personId);

describe('starting a step', () => {
  const fresh = runOf([step('s'), step('t')], { status: 'todo', startedAt: undefined as never });

  it('R1: starts it and checks the person in, in one act', () => {
    const run = after(fresh, start('s'));
    expect(stepIn(run)).to.include({ status: 'in-progress', startedAt: now });
    expect(open(stepIn(run))).to.deep.equal(['ada']);
  });

  it('R21: the first start begins the run, a later one does not', () => {
    expect(types(fresh, start('s'))).to.deep.equal(['run-started', 'step-started', 'checked-in']);
    const run = after(fresh, start('s'));
    expect(run).to.include({ status: 'in-progress', startedAt: now });
    expect(types(run, start('t'))).to.deep.equal(['step-started', 'checked-in']);
  });

  it('R21: a run that is todo again keeps its first start', () => {
    const run = after(
      runOf([step('s')], { status: 'todo', startedAt: '2026-01-01T00:00:00.000Z' }),
      start('s'),
    );
    expect(run).to.include({ status: 'in-progress', startedAt: '2026-01-01T00:00:00.000Z' });
  });

  it('a step that was started before keeps its first start', () => {
    const run = after(runOf([step('s', { startedAt: '2026-01-01T00:00:00.000Z' })]), start('s'));
    expect(stepIn(run).startedAt).to.equal('2026-01-01T00:00:00.000Z');
  });

  it('nobody is checked in twice', () => {
    const labor = [{ id: 'l', personId: 'ada', in: now }];
    expect(types(runOf([step('s', { labor })]), start('s'))).to.deep.equal(['step-started']);
  });
});

describe('checking in and out', () => {
  const run = runOf([working('s')]);

  it('R2: leaves the status alone', () => {
    const out = after(run, { type: 'check-out', stepId: 's' });
    expect(open(stepIn(out))).to.deep.equal([]);
    expect(stepIn(out).status).to.equal('in-progress');
    expect(open(stepIn(after(out, { type: 'check-in', stepId: 's' })))).to.deep.equal(['ada']);
  });

  it('R95: several people at once, each for themselves', () => {
    const both = runOf([
      working('s', { labor: [...stepIn(run).labor, { id: 'b', personId: 'ben', in: now }] }),
    ]);
    expect(open(stepIn(after(both, { type: 'check-out', stepId: 's' })))).to.deep.equal(['ben']);
  });

  it('in twice, or out without in, is refused', () => {
    expect(refusalOf(run, { type: 'check-in', stepId: 's' }).detail?.reason).to.equal('already-checked-in');
    expect(refusalOf(run, { type: 'check-out', stepId: 's' }, { by: 'ben' }).detail?.reason).to.equal(
      'not-checked-in',
    );
  });

  it('R8: in at a step that is not available is refused, with what it waits for', () => {
    const waiting = runOf([step('u'), working('s', { upstream: ['u'], labor: [] })]);
    expect(refusalOf(waiting, { type: 'check-in', stepId: 's' })).to.deep.equal({
      refused: 'blocked',
      detail: { reason: 'upstream', waitsFor: ['u'] },
    });
  });

  it('R3, R4: completing checks everybody out', () => {
    const labor = [...stepIn(run).labor, { id: 'b', personId: 'ben', in: now }];
    const events = eventsOf(runOf([working('s', { labor })]), { type: 'complete-step', stepId: 's' });
    expect(events.map(({ type }) => type)).to.deep.equal(['checked-out', 'checked-out', 'step-completed']);
    expect(events[0]).to.include({ because: 'step-left', personId: 'ada' });
  });

  it('R74: completing needs the one who completes to be checked in', () => {
    expect(refusalOf(run, { type: 'complete-step', stepId: 's' }, { by: 'ben' }).blockers).to.deep.equal([
      { kind: 'not-checked-in', stepId: 's', targetId: 's' },
    ]);
  });
});

describe('labor, looked at by people', () => {
  const labor = [
    { id: '1', personId: 'cleo', in: '2026-11-20T08:00:00.000Z', out: '2026-11-20T08:30:00.000Z' },
    { id: '2', personId: 'ben', in: '2026-11-20T08:20:00.000Z' },
    { id: '3', personId: 'ada', in: '2026-11-20T08:00:00.000Z', out: '2026-11-20T08:10:00.000Z' },
    { id: '4', personId: 'ada', in: '2026-11-20T08:50:00.000Z' },
    { id: '5', personId: 'dan', in: '2026-11-20T08:10:00.000Z' },
  ];

  it('R95: oneself first, then who is in now, the longest in first', () => {
    expect(
      laborByPerson(step('s', { labor }), 'ada').map((one) => [one.personId, one.open?.id]),
    ).to.deep.equal([
      ['ada', '4'],
      ['dan', '5'],
      ['ben', '2'],
      ['cleo', undefined],
    ]);
  });

  it('R95: a running time is the same sum at every instant, and passes over what is no time', () => {
    const one = step('s', { labor: [...labor, { id: '6', personId: 'eve', in: 'soon' }] });
    const { fixed, running } = workedTime(one.labor);
    expect(running).to.equal(3);
    for (const at of [now, '2026-11-20T17:00:00.000Z'])
      expect(fixed + running * Date.parse(at)).to.equal(laborTime(one, at));
  });
});

describe('available to work', () => {
  const reasonOf = (run: Run, id: Id = 's') => {
    const { available, reason, waitsFor } = availableToWork(run, stepIn(run, id));
    return available ? 'available' : [reason, ...waitsFor].join(' ');
  };

  it('R5: waits for every upstream step', () => {
    const run = (a: Step['status'], b: Step['status']) =>
      runOf([step('a', { status: a }), step('b', { status: b }), step('s', { upstream: ['a', 'b'] })]);
    expect(reasonOf(run('complete', 'complete'))).to.equal('available');
    expect(reasonOf(run('complete', 'in-progress'))).to.equal('upstream b');
    for (const status of ['todo', 'hold', 'redline', 'failed', 'unknown'] as const) {
      expect(reasonOf(run(status, status)), status).to.equal('upstream a b');
    }
    expect(refusalOf(run('todo', 'complete'), start('s'))).to.deep.equal({
      refused: 'blocked',
      detail: { reason: 'upstream', waitsFor: ['a'] },
    });
  });

  it('Q5: policy canceledUpstream: satisfies or blocks, also for one step', () => {
    const run = runOf([step('a', { status: 'canceled' }), step('s', { upstream: ['a'] })]);
    expect(reasonOf(run)).to.equal('available');
    expect(reasonOf(withPolicy(run, { canceledUpstream: 'blocks' }))).to.equal('upstream a');
    const own = runOf([
      run.steps[0]!,
      step('s', { upstream: ['a'], policy: { canceledUpstream: 'blocks' } }),
    ]);
    expect(reasonOf(own)).to.equal('upstream a');
  });

  it('R6: waits for the parent to be in progress', () => {
    const run = (status: Step['status']) => runOf([step('p', { status }), step('s', { parentId: 'p' })]);
    expect(reasonOf(run('in-progress'))).to.equal('available');
    for (const status of ['todo', 'complete', 'hold', 'canceled'] as const)
      expect(reasonOf(run(status))).to.equal('parent p');
    expect(refusalOf(run('todo'), start('s')).detail).to.deep.equal({ reason: 'parent', waitsFor: ['p'] });
  });

  it('R7: only todo and in progress, in a run that is open', () => {
    for (const status of ['hold', 'redline', 'failed', 'canceled', 'complete', 'unknown'] as const) {
      expect(reasonOf(runOf([step('s', { status })])), status).to.equal('status');
    }
    for (const status of ['complete', 'failed', 'canceled', 'unknown'] as const) {
      expect(reasonOf(runOf([step('s')], { status })), status).to.equal('run');
    }
  });

  it('R87: a redline blocks what comes after it and leaves parallel branches workable', () => {
    const run = runOf([step('a', { status: 'redline' }), step('b', { upstream: ['a'] }), step('c')]);
    expect([reasonOf(run, 'b'), reasonOf(run, 'c')]).to.deep.equal(['upstream a', 'available']);
  });
});

describe('the active step', () => {
  const active = (steps: readonly Step[], personId?: Id) =>
    activeStep(runOf(steps, { people: [ada, ben] }), personId)?.id;

  it('R22: the first that can start, and the next when it is complete', () => {
    expect(active([step('a'), step('b', { upstream: ['a'] })])).to.equal('a');
    expect(active([step('a', { status: 'complete' }), step('b', { upstream: ['a'] })])).to.equal('b');
    expect(active([step('a', { status: 'hold' }), step('b', { upstream: ['a'] }), step('c')])).to.equal('c');
    expect(active([step('a', { status: 'complete' })])).to.equal(undefined);
    expect(active([])).to.equal(undefined);
  });

  it('R22: one in progress comes first, one where I am checked in before that', () => {
    const steps = [step('a'), working('b'), working('c', { labor: [{ id: 'l', personId: 'ben', in: now }] })];
    expect(active(steps)).to.equal('b');
    expect(active(steps, 'ben')).to.equal('c');
    expect(active(steps, 'nobody')).to.equal('b');
  });

  it('a parent is first to start and last to complete', () => {
    const parent = (status: Step['status'], child: Step['status']) => [
      step('p', { status }),
      step('k', { parentId: 'p', status: child }),
    ];
    expect(active(parent('todo', 'todo'))).to.equal('p');
    expect(active(parent('in-progress', 'todo'))).to.equal('k');
    expect(active(parent('in-progress', 'complete'))).to.equal('p');
    expect(active(parent('in-progress', 'hold')), 'when no child can be worked on').to.equal('p');
  });

  it('is found at once among a thousand steps', () => {
    const steps = Array.from({ length: 1000 }, (_, i) =>
      step(`s${i}`, { upstream: i ? [`s${i - 1}`] : [], status: i < 999 ? 'complete' : 'todo' }),
    );
    const run = runOf(steps);
    activeStep(run);
    const started = performance.now();
    for (let i = 0; i < 10; i++) expect(activeStep(run)?.id).to.equal('s999');
    expect((performance.now() - started) / 10).to.be.below(15);
  });
});

describe('step numbers', () => {
  it('R23: from 1, nested from 0, five levels and more', () => {
    const chain = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, i, all) =>
      step(id, i ? { parentId: all[i - 1]! } : {}),
    );
    const steps = [...chain, step('c2', { parentId: 'b' }), step('z')];
    expect(Object.fromEntries(stepNumbers(runOf(steps)))).to.deep.equal({
      a: '1',
      b: '1.0',
      c: '1.0.0',
      d: '1.0.0.0',
      e: '1.0.0.0.0',
      f: '1.0.0.0.0.0',
      c2: '1.0.1',
      z: '2',
    });
  });
});
