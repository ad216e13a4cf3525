import { expect } from 'chai';
import fc from 'fast-check';
import { readRun, runBlockers, type Run } from '../../src/domain/index.js';
import { handover, type Handover } from '../../src/domain/handover.js';
import { anyRun } from './any-run.js';
import {
  ada,
  after,
  ben,
  before,
  evolveAllOf,
  having,
  now,
  number,
  part,
  runOf,
  signoff,
  step,
  working,
} from './runs.js';

/** Every place that the card leads to. */
const places = ({
  done,
  half,
  waits,
  doubtful,
  next,
  present,
  comments,
}: Handover): readonly (readonly [string, string])[] => [
  ...[...done, ...half, ...waits, ...doubtful, ...next, ...present].map(
    ({ stepId, targetId }) => [stepId, targetId] as const,
  ),
  ...half.flatMap(({ missing }) => missing.map(({ stepId, targetId }) => [stepId, targetId] as const)),
  ...comments.map(({ stepId }) => [stepId, stepId] as const),
];
const idsIn = (run: Run): ReadonlySet<string> =>
  new Set([
    '',
    ...run.gates.map(({ id }) => id),
    ...run.issues.map(({ id }) => id),
    ...run.redlines.map(({ id }) => id),
    ...run.steps.flatMap(({ id, fields, requirements }) => [
      id,
      ...fields.map((field) => field.id),
      ...requirements.map((requirement) => requirement.id),
    ]),
  ]);
const over = ({ status }: Run): boolean => /^(complete|failed|canceled)$/.test(status);
const hours = (count: number): string => new Date(Date.parse(before) + count * 3_600_000).toISOString();
const width = number('w', 'Width', 'mm', { min: '0', max: '10' });

describe('handover', () => {
  it('R93: every line leads to something that is in the run', () => {
    fc.assert(
      fc.property(anyRun, (given) => {
        const { run } = readRun(given);
        const ids = idsIn(run);
        for (const place of places(handover(run)))
          for (const id of place) if (!ids.has(id)) throw new Error(`${id} is not in the run`);
      }),
    );
  });

  it('R7, R75, R99: nothing that blocks the run is missing from it', () => {
    fc.assert(
      fc.property(anyRun, (given) => {
        const { run } = readRun(given);
        if (over(run)) return;
        // A line of a step that is half done leads to the first thing that is missing there, and names the step.
        const told = new Set(places(handover(run)).flat());
        // What is missing in a step that was taken out is asked for only once that is back.
        const out = new Set(run.steps.filter(({ status }) => status === 'canceled').map(({ id }) => id));
        for (const { kind, stepId, targetId } of runBlockers(run))
          if (!told.has(out.has(stepId) ? stepId : targetId))
            throw new Error(`${kind} at ${targetId} is not told`);
      }),
    );
  });

  it('R93: a run that nobody has begun has only its first steps', () => {
    const run = runOf([step('a'), step('b', { upstream: ['a'] })], { status: 'todo' });
    const { done, half, waits, next } = handover(run);
    expect([done, half]).to.deep.equal([[], []]);
    expect(next).to.deep.equal([{ stepId: 'a', targetId: 'a' }]);
    expect(waits).to.deep.equal([{ kind: 'upstream', stepId: 'b', targetId: 'b', waitsFor: ['a'] }]);
  });

  it('R93: what is half done counts what is missing, and leads to the first of it', () => {
    const bolts = part('p', 'lot', '4', 'B-1', 'Bolts');
    const run = runOf([
      working('s', {
        fields: [
          having(width, '5', { at: now }),
          number('d', 'Depth', 'mm', undefined),
          signoff('o', 'Seen', 'Quality'),
        ],
        requirements: [
          {
            ...bolts,
            installs: [
              { id: 'i', unitId: 'u', partNumber: 'B-1', quantity: '1', by: 'ada', at: now, how: 'scanned' },
            ],
          },
        ],
      }),
    ]);
    const { half, done, waits, present } = handover(run);
    expect(half).to.have.length(1);
    expect(half[0]).to.include({
      stepId: 's',
      targetId: 'd',
      values: 1,
      parts: 1,
      partsBegun: 1,
      signoffs: 1,
    });
    expect(done[0]).to.include({ kind: 'worked', stepId: 's', values: 1, parts: 1, at: now });
    expect(done[0]!.by).to.deep.equal(['ada']);
    expect(waits[0]).to.include({ kind: 'signoff', targetId: 'o', role: 'Quality', ready: false });
    expect(waits[0]).to.have.deep.property('people', ['ben']);
    expect(present).to.deep.equal([{ stepId: 's', targetId: 's', personId: 'ada', since: before }]);
  });

  it('R93: counts what was done since work began again after everybody had gone, or since when it is told', () => {
    const labor = [
      { id: 'l1', personId: 'ada', in: hours(0), out: hours(2) },
      { id: 'l2', personId: 'ben', in: hours(2.2), out: hours(4) },
      { id: 'l3', personId: 'ada', in: hours(20), out: hours(21) },
    ];
    const at = (id: string, when: number) =>
      step(id, { status: 'complete', completedBy: 'ada', completedAt: hours(when) });
    const run = runOf([step('s', { labor }), at('a', 1), at('b', 3), at('c', 20.5)]);
    const doneIn = (given?: { since: string }) => handover(run, given).done.map(({ stepId }) => stepId);
    expect(handover(run).since).to.equal(hours(20));
    expect(doneIn()).to.deep.equal(['c']);
    expect(doneIn({ since: hours(2) })).to.deep.equal(['b', 'c']);
    expect(doneIn({ since: hours(0) })).to.deep.equal(['a', 'b', 'c']);
  });

  it('R94: a hold is told with its reason, its comment and who said it, before anything else', () => {
    const run = after(runOf([working('s', { fields: [width, signoff('o', 'Seen', 'Quality')] })]), {
      type: 'hold-step',
      stepId: 's',
      reason: 'waiting-for-part',
      comment: 'Bearings come on Monday',
    });
    expect(handover(run).waits[0]).to.deep.include({
      kind: 'hold',
      stepId: 's',
      reason: 'waiting-for-part',
      comment: 'Bearings come on Monday',
      by: 'ada',
    });
    expect(handover(run).comments[0]).to.include({
      text: 'Bearings come on Monday',
      hold: 'waiting-for-part',
    });
  });

  it('R5, R6, R87: what waits for an earlier step or for the step around it says for which', () => {
    const run = runOf([
      working('a', { status: 'redline' }),
      step('b', { upstream: ['a'] }),
      step('p', { upstream: [] }),
      step('c', { parentId: 'p' }),
    ]);
    expect(handover(run).waits.filter(({ kind }) => kind === 'upstream' || kind === 'parent')).to.deep.equal([
      { kind: 'upstream', stepId: 'b', targetId: 'b', waitsFor: ['a'] },
      { kind: 'parent', stepId: 'c', targetId: 'c', waitsFor: ['p'] },
    ]);
  });

  it('R68, R90: failed steps, issues and redlines wait for those who may do something about them', () => {
    const fail = { type: 'fail-step', stepId: 'a', reason: 'Cracked' } as const;
    const issue = { type: 'open-issue', stepId: 'b', title: 'Wrong color', links: ['b'] } as const;
    const run = after(after(runOf([working('a'), working('b')]), fail), issue);
    const { waits } = handover(run);
    expect(waits.find(({ kind }) => kind === 'failed')).to.deep.include({
      stepId: 'a',
      reason: 'Cracked',
      people: ['ada', 'ben'],
    });
    expect(waits.find(({ kind }) => kind === 'issue')).to.deep.include({ stepId: 'b', status: 'pending' });
  });

  it('R33, R68: what is out of range and what changed after it was signed stands apart', () => {
    const seen = signoff('o', 'Seen', 'Quality');
    const signed = evolveAllOf(
      runOf([working('s', { fields: [having(width, '5'), seen] })]),
      { type: 'sign', stepId: 's', targetId: 'o', decision: 'approve' },
      { by: ben.id },
    );
    const run = after(signed, { type: 'set-value', stepId: 's', targetId: 'w', value: '12', how: 'typed' });
    const { doubtful, waits } = handover(run);
    expect(doubtful).to.deep.equal([
      { kind: 'out-of-range', stepId: 's', targetId: 'w' },
      { kind: 'stale-signoff', stepId: 's', targetId: 'o', role: 'Quality' },
    ]);
    expect(waits).to.deep.equal([]);
  });

  it('R93: of one step only what is in it', () => {
    const run = runOf([
      working('s', { fields: [width] }),
      working('c', { parentId: 's', fields: [number('d', 'Depth', 'mm', undefined)] }),
      working('t', { fields: [number('e', 'E', 'mm', undefined)] }),
    ]);
    expect(handover(run, { stepId: 's' }).half.map(({ stepId }) => stepId)).to.deep.equal(['s', 'c']);
    expect(handover(run, { stepId: 'nowhere' }).half).to.deep.equal([]);
  });

  it('R77: a run that is complete leaves nothing to do', () => {
    const run = runOf([step('s', { status: 'complete', completedBy: ada.id, completedAt: now })], {
      status: 'complete',
      completions: [{ by: 'ben', at: now, acknowledged: [] }],
    });
    const { done, half, waits, doubtful, next } = handover(run);
    expect(done.map(({ kind }) => kind)).to.deep.equal(['completed', 'run-completed']);
    expect([half, waits, doubtful, next]).to.deep.equal([[], [], [], []]);
  });
});
