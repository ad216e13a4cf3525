import { expect } from 'chai';
import fc from 'fast-check';
import {
  changedSince,
  lastDecision,
  readRun,
  signoffState,
  type CommandRequest,
  type FileRef,
  type Run,
} from '../../src/domain/index.js';
import { after, ask, evolveAllOf, now, refusalOf, signoff, signoffIn, stepIn, workingOn } from './runs.js';

const file: FileRef = { id: 'f1', name: 'weld.jpg', type: 'image/jpeg', size: 12 };
const base = workingOn({ fields: [signoff('q', 'Q', 'Quality')] });
const attach = (more: object = {}): CommandRequest => ({ type: 'attach-file', stepId: 's', file, ...more });
const evidenceIn = (run: Run) => stepIn(run).evidence ?? [];
const remove = (run: Run, reason = 'Blurred', at = 0): CommandRequest => ({
  type: 'remove-file',
  stepId: 's',
  targetId: evidenceIn(run)[at]!.id,
  reason,
});
const sign = (run: Run): Run =>
  evolveAllOf(run, { type: 'sign', stepId: 's', targetId: 'q', decision: 'approve' }, { by: 'ben' });
const state = (run: Run) => signoffState(run, stepIn(run), signoffIn(run, 'q'));

describe('evidence', () => {
  it('is kept with who, when and its caption, the newest last', () => {
    const run = after(base, attach({ caption: ' As found ' }), attach({ caption: ' ' }), attach());
    expect(evidenceIn(run).map(({ file, caption, by, at }) => ({ file, caption, by, at }))).to.deep.equal([
      { file, caption: 'As found', by: 'ada', at: now },
      { file, caption: undefined, by: 'ada', at: now },
      { file, caption: undefined, by: 'ada', at: now },
    ]);
    expect(new Set(evidenceIn(run).map(({ id }) => id)).size).to.equal(3);
    expect(readRun(structuredClone(run))).to.deep.equal({ run, problems: [] });
  });

  it('is a file that was put, and nothing else', () => {
    for (const odd of [
      undefined,
      null,
      'f1',
      {},
      [],
      [file],
      { ...file, size: -1 },
      { ...file, size: 1.5 },
      { ...file, size: NaN },
      { ...file, name: 5 },
    ])
      expect(refusalOf(base, attach({ file: odd })).detail?.reason).to.equal('not-a-value');
  });

  it('is removed with a reason, and stays in the record as removed', () => {
    const run = after(base, attach(), attach());
    for (const reason of ['', ' \t'])
      expect(refusalOf(run, remove(run, reason))).to.deep.equal({
        refused: 'invalid',
        detail: { reason: 'reason-needed' },
      });
    const removed = after(run, remove(run, ' Blurred '));
    expect(evidenceIn(removed)).to.have.length(2);
    expect(evidenceIn(removed)[0]).to.deep.include({
      file,
      removed: { reason: 'Blurred', by: 'ada', at: now },
    });
    expect(evidenceIn(removed)[1]).to.equal(evidenceIn(run)[1]);
    expect(refusalOf(removed, remove(removed)).detail?.reason).to.equal('removed-already');
    expect(
      refusalOf(base, { type: 'remove-file', stepId: 's', targetId: 'x', reason: 'x' }).refused,
    ).to.equal('not-found');
  });

  it('R43: only where work is going on', () => {
    const run = after(base, attach());
    for (const status of ['todo', 'complete', 'hold', 'redline', 'failed', 'canceled'] as const) {
      const there = { ...run, steps: [{ ...stepIn(run), status }] };
      expect(refusalOf(there, attach()).refused, status).to.equal('wrong-status');
      expect(refusalOf(there, remove(run)).refused, status).to.equal('wrong-status');
    }
    expect(refusalOf(run, attach(), { by: 'cleo' }).refused).to.equal('not-permitted');
  });

  it('Q8: what is attached or removed after a signature makes it stale, and it can say which', () => {
    const signed = sign(after(base, attach()));
    expect(state(signed)).to.equal('approved');
    const changed = (run: Run) => changedSince(run, stepIn(run), lastDecision(signoffIn(run, 'q'))!);
    const more = after(signed, attach());
    expect([state(more), changed(more)]).to.deep.equal(['stale', [evidenceIn(more)[1]!.id]]);
    const less = after(signed, remove(signed));
    expect([state(less), changed(less)]).to.deep.equal(['stale', [evidenceIn(signed)[0]!.id]]);
    expect(state(sign(less))).to.equal('approved');
  });

  it('R113: an old view of the step is stale', () => {
    const run = after(base, attach());
    expect(refusalOf(run, { ...remove(run), base: '0' }).refused).to.equal('stale');
    expect(ask(run, { ...remove(run), base: stepIn(run).version })).to.have.length(1);
  });

  it('property: nothing that was attached is ever gone', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 9 }), { maxLength: 20 }), (moves) => {
        let run = base;
        for (const move of moves) {
          const before = evidenceIn(run);
          const at = move % Math.max(1, before.length);
          const gone = before[at]?.removed !== undefined;
          run = after(run, move < 5 || !before[at] || gone ? attach() : remove(run, 'x', at));
          expect(
            evidenceIn(run)
              .map(({ id }) => id)
              .slice(0, before.length),
          ).to.deep.equal(before.map(({ id }) => id));
          before.forEach((one, index) => one.removed && expect(evidenceIn(run)[index]).to.equal(one));
        }
      }),
      { numRuns: 50 },
    );
  });
});
