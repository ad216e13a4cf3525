import { expect } from 'chai';
import fc from 'fast-check';
import {
  decideBatch,
  evolveAll,
  isRefusal,
  leavingRefused,
  propagates,
  siblingStep,
  type CommandRequest,
  type Field,
  type Run,
} from '../../src/domain/index.js';
import {
  after,
  ben,
  commandOf,
  eventsOf,
  refusalOf,
  now,
  number,
  part,
  runOf,
  signoff,
  step,
  stepIn,
  text,
} from './runs.js';
import { quickest } from '../support/quickest.js';

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

  it('R82: what is another work is no sibling, whatever it is that differs', () => {
    const inside = (id: string) => step(`${id}.in`, { parentId: `${id}.b`, title: 'Inside' });
    const family = (id: string): Run => {
      const run = runNamed(id);
      return {
        ...run,
        steps: [...run.steps, inside(id), step(`${id}.l`, { title: 'Last', upstream: [`${id}.b`] })],
      };
    };
    const [a, b] = [family('a'), family('b')];
    const changed = (stepId: string, more: object): Run => ({
      ...b,
      steps: b.steps.map((one) => (one.id === stepId ? { ...one, ...more } : one)),
    });
    const is = (stepId: string, sibling: Run) => siblingStep(a, `a.${stepId}`, sibling) !== undefined;
    for (const stepId of ['s', 'b', 'in', 'l']) expect(is(stepId, b), stepId).to.equal(true);
    expect(is('s', changed('b.s', { title: 'Weigh' }))).to.equal(false);
    expect(is('s', changed('b.s', { required: false }))).to.equal(false);
    expect(is('s', changed('b.s', { instructions: ['Twice.'] }))).to.equal(false);
    expect(is('l', changed('b.l', { upstream: [] }))).to.equal(false);
    expect(is('l', changed('b.l', { upstream: ['b.s'] }))).to.equal(false);
    expect(is('b', changed('b.b', { requirements: [part('b.r', 'bulk', '2', 'P', 'Part')] }))).to.equal(
      false,
    );
    expect(is('b', changed('b.b', { requirements: [] }))).to.equal(false);
    expect(is('b', changed('b.in', { title: 'Outside' })), 'what is inside counts').to.equal(false);
    expect(is('in', changed('b.b', { title: 'Assemble' })), 'what is around does not').to.equal(true);
    const installs = [
      { id: 'i', unitId: 'u', partNumber: 'P', quantity: '1', by: 'ada', at: now, how: 'picked' },
    ] as const;
    const done = { ...part('b.r', 'bulk', '1', 'P', 'Part'), installs };
    expect(is('b', changed('b.b', { requirements: [done] })), 'nor what was done').to.equal(true);
  });

  it('R82: a sibling whose step stands elsewhere is left there, and one that is over takes part no more', () => {
    const [here, there] = worked(both, start) as [Run, Run];
    const held = {
      ...after({ ...there, id: 'run' }, { type: 'hold-step', stepId: 'b.s', reason: 'other' }),
      id: 'b',
    };
    expect(asked([here, held], { type: 'cancel-step', stepId: 'a.s', reason: 'x' })).to.deep.equal([
      'b wrong-status',
    ]);
    for (const status of ['complete', 'failed', 'canceled'] as const) {
      expect(asked([here, { ...held, status }, { ...there, id: 'c' }], value)).to.deep.equal(['c done']);
    }
    expect(asked([here, { ...held, status: 'unknown', reported: 'Parked' }], value)).to.deep.equal([
      'b wrong-status',
    ]);
  });

  it('R83: time that began together ends together and is set right together, whatever the steps are by then', () => {
    const [here, there] = worked(both, start) as [Run, Run];
    const own = {
      type: 'propose-redline',
      title: 'Own',
      changes: [],
      step: { title: 'Own', parentId: 'b.s' },
    };
    const differs = { ...after({ ...there, id: 'run' }, own as CommandRequest), id: 'b' };
    expect(asked([here, differs], value)).to.deep.equal(['b invalid']);
    expect(asked([here, differs], { type: 'check-out', stepId: 'a.s' })).to.deep.equal(['b done']);
    const laborId = stepIn(here, 'a.s').labor[0]!.id;
    const hold = { type: 'hold-step', stepId: 'b.s', reason: 'other' } as const;
    const left = { ...after({ ...there, id: 'run' }, hold), id: 'b' };
    const [before] = stepIn(left, 'b.s').labor;
    const edit = {
      type: 'edit-labor',
      stepId: 'a.s',
      laborId,
      in: before!.in,
      out: now,
      reason: 'x',
    } as const;
    expect(asked([here, left], edit)).to.deep.equal(['b done']);
  });

  it('R82: the same number in another unit is another value', () => {
    const runs = both.map((run) => ({ ...run, people: [{ ...ben, id: 'ada' }] }));
    const sign = { type: 'sign', stepId: 'a.s', targetId: 'a.q', decision: 'approve' } as const;
    const [here, there] = worked(runs, start, value) as [Run, Run];
    const cm = { ...value, stepId: 'b.s', targetId: 'b.n', unit: 'cm' };
    const differs = { ...after({ ...there, id: 'run' }, cm), id: 'b' };
    expect(asked([here, differs], sign)).to.deep.equal(['b stale']);
  });

  it('R83: issues stay with their run: a sibling fails without one', () => {
    const [here, there] = worked(both, start) as [Run, Run];
    const withIssue = after({ ...here, id: 'run' }, { type: 'open-issue', title: 'Oval', links: [] });
    const fail = {
      type: 'fail-step',
      stepId: 'a.s',
      reason: 'Oval',
      issueId: withIssue.issues[0]!.id,
    } as const;
    const [, b] = worked([{ ...withIssue, id: 'a' }, there], fail);
    expect(stepIn(b!, 'b.s').failures).to.deep.equal([{ reason: 'Oval', by: 'ada', at: now }]);
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

  it('R82: pairs steps by their place, and those that came in meanwhile by what put them in', () => {
    const own = {
      type: 'propose-redline',
      title: 'Own',
      changes: [],
      step: { title: 'Own', after: 'b.s' },
    } as const;
    const alone = after({ ...both[1]!, id: 'run' }, own);
    const runs = worked([both[0]!, { ...alone, id: 'b' }], {
      type: 'propose-redline',
      title: 'Deburr',
      changes: [],
      step: { title: 'Deburr', after: 'a.s' },
    });
    const [here, there] = runs.map((run) => run.steps.find(({ title }) => title === 'Deburr')!);
    expect(there!.id).to.equal(here!.id);
    expect(siblingStep(runs[0]!, here!.id, runs[1]!)?.id).to.equal(here!.id);
    expect(siblingStep(runs[0]!, 'a.b', runs[1]!)?.id).to.equal('b.b');
    expect(siblingStep(runs[1]!, alone.steps[1]!.id, runs[0]!)).to.equal(undefined);
  });

  it('R82: a step that was begun on its own in the same moment is no sibling', () => {
    const [a, b] = both.map((run) => ({
      ...after({ ...run, id: 'run' }, { type: 'start-step', stepId: `${run.id}.s` }),
      id: run.id,
    }));
    const named = {
      ...b!,
      steps: b!.steps.map((one) => ({ ...one, labor: one.labor.map((l) => ({ ...l, id: 'x' })) })),
    };
    expect(asked([a!, named], value)).to.deep.equal(['b wrong-status']);
  });

  it('R83: a second person’s labor reaches the sibling and ends there', () => {
    const runs = worked(both, start);
    const [run, sibling] = runs as [Run, Run];
    const give = (all: [Run, Run], request: CommandRequest, id: string): [Run, Run] => {
      const command = { ...commandFor(all[0], request), id };
      const { answer, siblings } = decideBatch(all[0], [all[1]], command, { by: 'ben', at: now, facts: {} });
      if (isRefusal(answer) || isRefusal(siblings[0]!.answer)) throw new Error('refused');
      return [evolveAll(all[0], answer), evolveAll(all[1], siblings[0]!.answer)];
    };
    const into = give([run, sibling], { type: 'check-in', stepId: 'a.s' }, 'in');
    expect(stepIn(into[1], 'b.s').labor.map(({ personId, out }) => [personId, out])).to.deep.equal([
      ['ada', undefined],
      ['ben', undefined],
    ]);
    const out = give(into, { type: 'check-out', stepId: 'a.s' }, 'out');
    expect(stepIn(out[1], 'b.s').labor.map(({ personId, out: at }) => [personId, at])).to.deep.equal([
      ['ada', undefined],
      ['ben', now],
    ]);
  });

  it('R83: a signature covers what is at the sibling, and goes only where the values are those that were signed', () => {
    const runs = both.map((run) => ({ ...run, people: [{ ...ben, id: 'ada' }] }));
    const sign = { type: 'sign', stepId: 'a.s', targetId: 'a.q', decision: 'approve' } as const;
    const [, b] = worked(runs, start, value, sign);
    const { fields } = stepIn(b!, 'b.s');
    const [decision] = (fields[2] as Extract<Field, { type: 'signoff' }>).decisions;
    expect(decision!.covers).to.deep.equal({ 'b.n': fields[0]!.version, 'b.t': fields[1]!.version });
    const [here, there] = worked(runs, start, value);
    const differs = after({ ...there!, id: 'run' }, { ...value, stepId: 'b.s', targetId: 'b.n', value: '3' });
    expect(asked([here!, { ...differs, id: 'b' }], sign)).to.deep.equal(['b stale']);
  });

  it('R83: a signature goes only where the photos are those that were looked at', () => {
    const runs = both.map((run) => ({ ...run, people: [{ ...ben, id: 'ada' }] }));
    const sign = { type: 'sign', stepId: 'a.s', targetId: 'a.q', decision: 'approve' } as const;
    const file = { id: 'f', name: 'weld.jpg', type: 'image/jpeg', size: 1 };
    const [here, there] = worked(runs, start, { type: 'attach-file', stepId: 'a.s', file });
    expect(asked([here!, there!], sign)).to.deep.equal(['b done']);
    const alone = (request: CommandRequest): Run => ({
      ...after({ ...there!, id: 'run' }, request),
      id: 'b',
    });
    const more = alone({ type: 'attach-file', stepId: 'b.s', file: { ...file, id: 'g' } });
    expect(asked([here!, more], sign)).to.deep.equal(['b stale']);
    const [photo] = stepIn(there!, 'b.s').evidence!;
    const less = alone({ type: 'remove-file', stepId: 'b.s', targetId: photo!.id, reason: 'Blurred' });
    expect(asked([here!, less], sign)).to.deep.equal(['b stale']);
  });

  it('R82: a value that nobody saw is not written over', () => {
    const [here, there] = worked(both, start, value);
    const differs = after({ ...there!, id: 'run' }, { ...value, stepId: 'b.s', targetId: 'b.n', value: '3' });
    const base = stepIn(here!, 'a.s').fields[0]!.version;
    const change = { ...value, value: '2', base } as const;
    expect(asked([here!, there!], change)).to.deep.equal(['b done']);
    expect(asked([here!, { ...differs, id: 'b' }], change)).to.deep.equal(['b stale']);
  });

  it('R81: a sibling whose record a rule stumbles over is told', () => {
    const broken = { ...both[1]!, steps: [null] } as unknown as Run;
    const [, ...siblings] = [both[0]!, broken];
    const { siblings: results } = decideBatch(both[0]!, siblings, commandFor(both[0]!, start), {
      by: 'ada',
      at: now,
      facts: {},
    });
    expect(results[0]!.answer).to.deep.equal({ refused: 'invalid', detail: { reason: 'unreadable' } });
  });

  it('R81: what a refusal names is told in the names of the run where it is read', () => {
    const wait = (run: Run): Run => ({
      ...run,
      steps: run.steps.map((one) => (one.id === `${run.id}.b` ? { ...one, upstream: [`${run.id}.s`] } : one)),
    });
    const [a, b] = both.map(wait);
    const ready = {
      ...a!,
      steps: a!.steps.map((one) => (one.id === 'a.s' ? { ...one, status: 'complete' as const } : one)),
    };
    const { siblings } = decideBatch(ready, [b!], commandFor(ready, { type: 'start-step', stepId: 'a.b' }), {
      by: 'ada',
      at: now,
      facts: {},
    });
    expect(siblings[0]!.answer).to.have.deep.nested.property('detail.waitsFor', ['a.s']);
  });

  it('R83: equal siblings end equal, whatever is done', () => {
    const requests: readonly CommandRequest[] = [
      start,
      { type: 'check-in', stepId: 'a.s' },
      { type: 'check-out', stepId: 'a.s' },
      value,
      { ...value, value: '3' },
      { type: 'clear-value', stepId: 'a.s', targetId: 'a.n' },
      { type: 'set-value', stepId: 'a.s', targetId: 'a.t', value: 'Fine' },
      { type: 'sign', stepId: 'a.s', targetId: 'a.q', decision: 'approve' },
      { type: 'complete-step', stepId: 'a.s' },
      { type: 'hold-step', stepId: 'a.s', reason: 'other' },
      { type: 'resume-step', stepId: 'a.s' },
      { type: 'fail-step', stepId: 'a.s', reason: 'Cracked' },
      { type: 'reopen-step', stepId: 'a.s', reason: 'Again' },
      { type: 'duplicate-step', stepId: 'a.s' },
      { type: 'cancel-step', stepId: 'a.b', reason: 'Not needed' },
      { type: 'restore-step', stepId: 'a.b' },
      { type: 'propose-redline', title: 'Deburr', changes: [], step: { title: 'Deburr', after: 'a.s' } },
      {
        type: 'propose-redline',
        stepId: 'a.s',
        title: 'Wider',
        changes: [{ change: 'change-field', targetId: 'a.n', to: { limits: { max: '9' } } }],
      },
    ];
    const turn = fc.record({
      at: fc.nat({ max: requests.length - 1 }),
      ben: fc.boolean(),
      settle: fc.nat({ max: 2 }),
    });
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 40 }), (turns) => {
        let [a, b] = both as [Run, Run];
        turns.forEach(({ at, ben: isBen, settle }, index) => {
          const redline = a.redlines.at(-1);
          const settling = (['approve-redline', 'close-redline', 'cancel-redline'] as const)[settle]!;
          const request: CommandRequest =
            redline && index % 3 === 0
              ? { type: settling, stepId: redline.stepId, redlineId: redline.id }
              : requests[at]!;
          const command = { ...commandFor(a, request), id: `c-${index}` };
          const recorder = { by: isBen ? 'ben' : 'ada', at: now, facts: {} };
          const { answer, siblings } = decideBatch(a, [b], command, recorder);
          if (isRefusal(answer)) return;
          const other = siblings[0]!.answer;
          if (isRefusal(other)) throw new Error(`${request.type}: ${JSON.stringify(other)}`);
          a = evolveAll(a, answer);
          b = evolveAll(b, other);
        });
        const named = JSON.stringify(b).replaceAll('"b.', '"a.').replaceAll(':b.', ':a.');
        expect({ ...(JSON.parse(named) as Run), id: 'a' }).to.deep.equal(JSON.parse(JSON.stringify(a)));
      }),
      { numRuns: 200 },
    );
  });

  it('R81: five hundred steps and fifty siblings are decided while nobody waits', () => {
    const wide = (id: string): Run => ({
      ...runNamed(id),
      steps: Array.from({ length: 500 }, (_, at) =>
        step(`${id}.${at}`, {
          title: `Step ${at}`,
          fields: Array.from({ length: 10 }, (__, n) =>
            number(`${id}.${at}.${n}`, `N ${n}`, 'mm', { max: '5' }),
          ),
        }),
      ),
    });
    const run = wide('r0');
    const siblings = Array.from({ length: 50 }, (_, at) => wide(`r${at + 1}`));
    const command = commandFor(run, { type: 'start-step', stepId: 'r0.250' });
    const recorder = { by: 'ada', at: now, facts: {} };
    const { siblings: results } = decideBatch(run, siblings, command, recorder);
    expect(results.every(({ answer }) => !isRefusal(answer))).to.equal(true);
    expect(quickest(() => decideBatch(run, siblings, command, recorder))).to.be.lessThan(250);
  });

  it('R84: a run with a step in redline does not leave', () => {
    const run = { ...both[0]!, steps: [{ ...stepIn(both[0]!, 'a.s'), status: 'redline' as const }] };
    expect(leavingRefused(run)).to.deep.include({ refused: 'blocked' });
    expect(leavingRefused(both[0]!)).to.equal(undefined);
    const leave = { type: 'leave-batch' } as const;
    const named = { batch: { id: 'x', name: 'Monday' }, id: 'run' };
    expect(refusalOf({ ...run, ...named }, leave).blockers).to.deep.equal([
      { kind: 'incomplete-step', stepId: 'a.s', targetId: 'a.s' },
    ]);
    expect(after({ ...both[0]!, ...named }, leave)).not.to.have.property('batch');
    expect(refusalOf(runOf([]), leave).detail?.reason).to.equal('not-in-batch');
  });

  it('a run is in one batch at most', () => {
    const join = (id: string) => ({ type: 'join-batch', batch: { id, name: 'Monday' } }) as const;
    const run = after(runOf([]), join('x'));
    expect(run.batch).to.deep.equal({ id: 'x', name: 'Monday' });
    expect(eventsOf(run, join('x'))).to.deep.equal([]);
    expect(refusalOf(run, join('y')).detail).to.deep.equal({ reason: 'in-batch', message: 'Monday' });
    for (const batch of [undefined, { id: ' ', name: 'Monday' }, { id: 'x', name: ' ' }])
      expect(refusalOf(runOf([]), { type: 'join-batch', batch } as never).detail?.reason).to.equal(
        'text-needed',
      );
  });
});
