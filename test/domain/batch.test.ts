import { expect } from 'chai';
import {
  decideBatch,
  evolveAll,
  isRefusal,
  leavingRefused,
  propagates,
  siblingStep,
  type CommandRequest,
  type Run,
} from '../../src/domain/index.js';
import { after, ben, commandOf, now, number, part, runOf, signoff, step, stepIn, text } from './runs.js';

/** The same run with ids of its own. */
const runNamed = (id: string, width = '5'): Run => ({
  ...runOf([
    step(`${id}.s`, {
      title: 'Measure',
      fields: [
        number(`${id}.n`, 'N', 'mm', { max: width }),
        text(`${id}.t`, 'T', { required: false }),
        signoff(`${id}.q`, 'Q', 'Quality', { required: false }),
      ],
    }),
    step(`${id}.b`, { title: 'Build', requirements: [part(`${id}.r`, 'bulk', '1', 'P', 'Part')] }),
  ]),
  id,
});

/** Runs after commands to the first of them, as an adapter would record them. */
function worked(runs: readonly Run[], ...requests: readonly CommandRequest[]): readonly Run[] {
  return requests.reduce((all, request) => {
    const [run, ...siblings] = all as readonly [Run, ...Run[]];
    const result = decideBatch(run, siblings, commandFor(run, request), { by: 'ada', at: now, facts: {} });
    if (isRefusal(result.answer)) throw new Error(JSON.stringify(result.answer));
    return [
      evolveAll(run, result.answer),
      ...siblings.map((one, index) => {
        const { answer } = result.siblings[index] ?? { answer: [] };
        return isRefusal(answer) ? one : evolveAll(one, answer);
      }),
    ];
  }, runs);
}
const commandFor = (run: Run, request: CommandRequest) => ({ ...commandOf(request), runId: run.id });
const asked = (runs: readonly Run[], request: CommandRequest, by = 'ada') => {
  const [run, ...siblings] = runs as readonly [Run, ...Run[]];
  const { siblings: results } = decideBatch(run, siblings, commandFor(run, request), {
    by,
    at: now,
    facts: {},
  });
  return results.map(({ runId, answer }) => `${runId} ${isRefusal(answer) ? answer.refused : 'done'}`);
};
const start = { type: 'start-step', stepId: 'a.s' } as const;
const value = { type: 'set-value', stepId: 'a.s', targetId: 'a.n', value: '4' } as const;
const both = [runNamed('a'), runNamed('b')];

describe('a batch', () => {
  it('R81, R83: status, values, labor and redlines reach the sibling', () => {
    const [, b] = worked(both, start, value, { type: 'complete-step', stepId: 'a.s' });
    const twin = stepIn(b!, 'b.s');
    expect(twin.status).to.equal('complete');
    expect(twin.fields[0]).to.have.nested.include({ 'record.value': '4' });
    expect(twin.labor.map(({ personId, out }) => [personId, out])).to.deep.equal([['ada', now]]);
    const [, redlined] = worked(both, {
      type: 'propose-redline',
      stepId: 'a.s',
      title: 'Wider',
      changes: [{ change: 'change-field', targetId: 'a.n', to: { limits: { max: '9' } } }],
    });
    expect(stepIn(redlined!, 'b.s').status).to.equal('redline');
    expect(redlined!.redlines[0]!.changes![0]).to.include({ targetId: 'b.n' });
  });

  it('R83: a signature reaches it, a part, a comment and an issue do not', () => {
    const runs = both.map((run) => ({ ...run, people: [{ ...ben, id: 'ada' }] }));
    const [, b] = worked(runs, start, { type: 'sign', stepId: 'a.s', targetId: 'a.q', decision: 'approve' });
    expect(stepIn(b!, 'b.s').fields[2]).to.have.nested.property('decisions.length', 1);
    for (const type of [
      'install-part',
      'uninstall-part',
      'except-requirement',
      'comment',
      'open-issue',
    ] as const)
      expect(propagates[type], type).to.equal(false);
    expect(asked(both, { type: 'comment', stepId: 'a.s', text: 'Here' })).to.deep.equal([]);
  });

  it('R82: only steps of the same structure take part, and the result is told for each', () => {
    const other = runNamed('c', '7');
    expect(siblingStep(both[0]!, 'a.s', both[1]!)?.id).to.equal('b.s');
    expect(siblingStep(both[0]!, 'a.s', other)).to.equal(undefined);
    expect(asked([...both, other], start)).to.deep.equal(['b done', 'c invalid']);
  });

  it('R82: a sibling that began on its own goes its own way', () => {
    const alone = after({ ...both[1]!, id: 'run' }, { type: 'start-step', stepId: 'b.s' });
    expect(asked([both[0]!, { ...alone, id: 'b' }], start)).to.deep.equal(['b wrong-status']);
  });

  it('R81: a sibling that refuses hides nothing and stops nobody', () => {
    const barred = { ...both[1]!, people: [] };
    expect(asked([both[0]!, barred, runNamed('c')], start)).to.deep.equal(['b not-permitted', 'c done']);
  });

  it('what is refused where it was given reaches nobody', () => {
    expect(asked(both, { type: 'complete-step', stepId: 'a.s' })).to.deep.equal([]);
    expect(both.every(({ sequence }) => sequence === 0)).to.equal(true);
  });

  it('R84: a run with a step in redline does not leave', () => {
    const run = { ...both[0]!, steps: [{ ...stepIn(both[0]!, 'a.s'), status: 'redline' as const }] };
    expect(leavingRefused(run)).to.deep.include({ refused: 'blocked' });
    expect(leavingRefused(both[0]!)).to.equal(undefined);
  });
});
