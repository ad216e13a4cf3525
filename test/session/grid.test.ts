import { expect } from 'chai';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { stepBlockers } from '../../src/domain/completion.js';
import { gridOf } from '../../src/domain/grid.js';
import { createRunSession } from '../../src/session.js';
import { runOf, working } from '../domain/runs.js';

const layout = gridOf({
  columns: [
    { id: 'n', label: 'N', type: 'number' },
    { id: 'o', label: 'O', type: 'signoff', role: 'Quality', peerReview: false, decisions: [] },
  ],
  rows: [
    { id: 'r1', label: '1', allowNotApplicable: true },
    { id: 'r2', label: '2' },
  ],
});

it('R28: session: a sign-off in a row is asked for as long as there is something to sign', async () => {
  const run = runOf([working('s', layout)]);
  const session = createRunSession({ adapter: memoryAdapter({ runs: [run] }), runId: 'run', person: 'ada' });
  await new Promise<void>((resolve) => session.follow('', resolve));
  const same = (): void => {
    expect(session.blockers('s')).to.deep.equal(stepBlockers(session.run!, 's', 'ada'));
  };
  same();
  const told: string[] = [];
  for (const id of ['r1:o', 'r2:o']) session.follow(id, () => told.push(id));
  await session.execute({ type: 'mark-not-applicable', stepId: 's', targetId: 'r1' });
  same();
  expect(session.blockers('s').map(({ targetId }) => targetId)).to.deep.equal(['r2:n', 'r2:o']);
  expect(told).to.include('r1:o').and.not.include('r2:o');
  await session.execute({ type: 'set-value', stepId: 's', targetId: 'r1:n', value: '5' });
  same();
  expect(session.blockers('s').map(({ targetId }) => targetId)).to.include('r1:o');
  session.stop();
});
