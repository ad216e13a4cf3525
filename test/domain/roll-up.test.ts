import { expect } from 'chai';
import { rollUp, runStatus, stepStatuses, type StepStatus } from '../../src/domain/index.js';
import { runOf, step, withPolicy } from './runs.js';

describe('R20: roll-up', () => {
  const of = (...statuses: StepStatus[]) =>
    rollUp(statuses.map((status, index) => step(String(index), { status })));

  it('all of one kind', () => {
    for (const status of stepStatuses) expect(of(status, status)).to.equal(status);
  });

  it('mixtures', () => {
    expect(of('todo', 'in-progress', 'complete')).to.equal('in-progress');
    expect(of('hold', 'in-progress')).to.equal('hold');
    expect(of('redline', 'hold', 'failed', 'in-progress')).to.equal('redline');
    expect(of('hold', 'failed')).to.equal('hold');
    expect(of('failed', 'in-progress', 'complete')).to.equal('failed');
    expect(of('complete', 'canceled')).to.equal('partial-complete');
    expect(of('complete', 'todo')).to.equal('in-progress');
    expect(of('canceled', 'todo')).to.equal('todo');
    expect(of()).to.equal('todo');
  });

  it('R15: policy rollUp: explicit keeps the run in progress, derived shows what follows from the steps', () => {
    const run = runOf([step('s', { status: 'failed' })]);
    expect(runStatus(run)).to.equal('in-progress');
    expect(runStatus(withPolicy(run, { rollUp: 'derived' }))).to.equal('failed');
    expect(runStatus({ ...withPolicy(run, { rollUp: 'derived' }), status: 'canceled' })).to.equal('canceled');
  });
});
