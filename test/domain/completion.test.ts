import { expect } from 'chai';
import {
  runBlockers,
  runCounts,
  runWarnings,
  stepBlockers,
  warningKey,
  type Issue,
  type Redline,
  type Run,
  type Step,
} from '../../src/domain/index.js';
import {
  after,
  having,
  kinds,
  now,
  number,
  part,
  passFail,
  refusalOf,
  runOf,
  signoff,
  step,
  stepIn,
  text,
  withPolicy,
  working,
} from './runs.js';

const issue = (id: string, links: string[], more: Partial<Issue> = {}): Issue => ({
  id,
  number: id,
  title: id,
  status: 'pending',
  links,
  by: 'ada',
  at: now,
  ...more,
});
const redline = (id: string, status: Redline['status']): Redline => ({ id, stepId: 's', title: id, status });
const high = having(number('high', 'High', 'mm', { max: '1' }), '2');
const complete = { type: 'complete-step', stepId: 's' } as const;

describe('completing a step', () => {
  it('R75: everything outstanding, in the order of the step', () => {
    const run = runOf([
      working('s', {
        fields: [text('t', 'T'), high, having(passFail('p', 'P'), 'fail'), signoff('q', 'Q', 'Quality')],
        requirements: [part('r', 'lot', '1', 'P', 'Part')],
      }),
      step('k', { parentId: 's' }),
    ]);
    const blocked = [
      'empty-field t',
      'out-of-range high',
      'failed-check p',
      'unapproved-signoff q',
      'uninstalled-requirement r',
      'incomplete-step k',
    ];
    expect(kinds(stepBlockers(run, 's'))).to.deep.equal(blocked);
    expect(kinds(stepBlockers(run, 's', 'ben'))).to.deep.equal(['not-checked-in s', ...blocked]);
    expect(kinds(refusalOf(run, complete).blockers!)).to.deep.equal(blocked);
    expect(stepBlockers(run, 'nowhere')).to.deep.equal([]);
  });

  it('R77: records who and when', () => {
    const run = after(runOf([working('s')]), complete);
    expect(stepIn(run)).to.include({ status: 'complete', completedBy: 'ada', completedAt: now });
  });

  it('a parent waits for its required children, canceled ones by policy', () => {
    const run = (child: Partial<Step>) => runOf([working('s'), step('k', { parentId: 's', ...child })]);
    expect(kinds(stepBlockers(run({}), 's'))).to.deep.equal(['incomplete-step k']);
    expect(stepBlockers(run({ required: false }), 's')).to.deep.equal([]);
    expect(stepBlockers(run({ status: 'complete' }), 's')).to.deep.equal([]);
    expect(kinds(stepBlockers(run({ status: 'canceled' }), 's'))).to.deep.equal(['incomplete-step k']);
    const own = run({ status: 'canceled', policy: { canceledRequired: 'excused' } });
    expect(stepBlockers(own, 's')).to.deep.equal([]);
  });

  it('policy blockingIssues: an unresolved issue at the step or in it', () => {
    const fields = [text('t', 'T', { required: false })];
    const run = (links: string[], status: Issue['status'] = 'pending') =>
      runOf([working('s', { fields })], { issues: [issue('i', links, { status })] });
    const strict = (one: Run) => kinds(stepBlockers(withPolicy(one, { blockingIssues: true }), 's'));
    expect(stepBlockers(run(['s']), 's')).to.deep.equal([]);
    for (const links of [['s'], ['t'], ['x', 't']])
      expect(strict(run(links))).to.deep.equal(['blocking-issue i']);
    expect(strict(run(['x']))).to.deep.equal([]);
    expect(strict(run(['s'], 'resolved'))).to.deep.equal([]);
  });

  it('is judged in no time with 5,000 fields', () => {
    const fields = Array.from({ length: 5000 }, (_, i) =>
      having({ ...high, id: `f${i}` }, i % 2 ? '1' : '2'),
    );
    const signoffs = Array.from({ length: 20 }, (_, i) => ({
      ...signoff(`q${i}`, 'Q', 'Quality'),
      decisions: [
        {
          id: 'd',
          decision: 'approve',
          by: 'ben',
          role: 'Quality',
          at: now,
          covers: Object.fromEntries(fields.map(({ id }) => [id, '0'])),
        } as const,
      ],
    }));
    const run = withPolicy(
      runOf([working('s', { fields: [...fields, ...signoffs] })], {
        issues: Array.from({ length: 500 }, (_, i) => issue(`i${i}`, [`x${i}`])),
      }),
      { outOfRange: 'with-issue', blockingIssues: true },
    );
    stepBlockers(run, 's');
    const started = performance.now();
    expect(stepBlockers(run, 's')).to.have.length(2500);
    expect(performance.now() - started).to.be.below(500);
  });
});

describe('completing a run', () => {
  const done = runOf([step('s', { status: 'complete' })]);
  const request = (acknowledged: string[] = [], note?: string) =>
    ({ type: 'complete-run', acknowledged, ...(note !== undefined && { note }) }) as const;

  it('R99: required steps must be complete; what is missing in a started one is named', () => {
    const run = runOf([
      step('a'),
      working('b', { fields: [text('t', 'T')] }),
      step('c', { required: false }),
    ]);
    expect(kinds(runBlockers(run))).to.deep.equal([
      'incomplete-step a',
      'incomplete-step b',
      'empty-field t',
    ]);
    expect(refusalOf(run, request()).refused).to.equal('blocked');
  });

  it('Q9: policy canceledRequired: a canceled step is still required, or excused', () => {
    const run = runOf([step('s', { status: 'canceled' })]);
    expect(kinds(runBlockers(run))).to.deep.equal(['incomplete-step s']);
    expect(runBlockers(withPolicy(run, { canceledRequired: 'excused' }))).to.deep.equal([]);
  });

  it('R102, R104: who, when, note and what was acknowledged; the produced unit becomes available', () => {
    const unit = { id: 'u', partNumber: 'R', status: 'wip' } as const;
    const run = after({ ...done, unit }, request([], ' Fine '));
    expect(run.status).to.equal('complete');
    expect(run.completions).to.deep.equal([{ by: 'ada', at: now, note: 'Fine', acknowledged: [] }]);
    expect(run.unit?.status).to.equal('available');
    expect(refusalOf(run, request()).refused).to.equal('locked');
  });

  it('R4: checks out whoever is left', () => {
    const run = after(runOf([working('s', { required: false })]), request(['unfinished-step:s']));
    expect(stepIn(run).labor.every(({ out }) => out === now)).to.equal(true);
  });

  it('R107: a second completion stands beside the first', () => {
    const again: Run = { ...after(done, request()), status: 'in-progress' };
    expect(after(again, request([], 'Again')).completions.map(({ note }) => note)).to.deep.equal([
      undefined,
      'Again',
    ]);
  });

  const warned = runOf(
    [
      step('s', { status: 'complete', fields: [high] }),
      working('o', { required: false }),
      step('h', { required: false, status: 'hold' }),
    ],
    {
      issues: [issue('i', ['s']), issue('j', ['nowhere']), issue('k', [], { status: 'resolved' })],
      redlines: [redline('r', 'open'), redline('r2', 'accepted')],
    },
  );

  it('R100: open issues, open redlines, deviations without issue and unfinished steps are warnings', () => {
    expect(runWarnings(warned)).to.deep.equal([
      { kind: 'open-issue', stepId: 's', targetId: 'i' },
      { kind: 'open-issue', stepId: '', targetId: 'j' },
      { kind: 'open-redline', stepId: 's', targetId: 'r' },
      { kind: 'unfinished-step', stepId: 'o', targetId: 'o' },
      { kind: 'unfinished-step', stepId: 'h', targetId: 'h' },
    ]);
    expect(kinds(runWarnings({ ...warned, issues: [] }))).to.include('out-of-range-without-issue high');
    expect(runBlockers(warned)).to.deep.equal([]);
  });

  it('R112: a warning that nobody acknowledged refuses, with the fresh list', () => {
    const { blockers, detail } = refusalOf(warned, request(['open-issue:i']));
    expect(blockers).to.deep.equal([]);
    expect(kinds(detail!.warnings!)).to.deep.equal([
      'open-issue j',
      'open-redline r',
      'unfinished-step o',
      'unfinished-step h',
    ]);
    const all = runWarnings(warned).map(warningKey);
    expect(after(warned, request(all)).completions[0]?.acknowledged).to.deep.equal(all);
  });

  it('R100: policy blockingWarnings: any of them may block', () => {
    const blocked = (...kindsOfWarning: string[]) =>
      kinds(runBlockers(withPolicy(warned, { blockingWarnings: kindsOfWarning })));
    expect(blocked()).to.deep.equal([]);
    expect(blocked('open-issue')).to.deep.equal(['blocking-issue i', 'blocking-issue j']);
    expect(blocked('open-redline', 'unfinished-step')).to.deep.equal([
      'incomplete-step r',
      'incomplete-step o',
      'incomplete-step h',
    ]);
  });

  it('R101: counts for the review', () => {
    const run = runOf(
      [
        step('s', {
          status: 'complete',
          fields: [signoff('q', 'Q', 'Quality'), text('t', 'T')],
          requirements: [
            { ...part('r', 'lot', '1', 'P', 'P'), exception: { issueId: 'i', by: 'ada', at: now } },
            part('r2', 'lot', '1', 'P', 'P'),
          ],
        }),
        step('f', { status: 'failed', required: false }),
      ],
      { issues: warned.issues, redlines: warned.redlines, gates: [signoff('g', 'G', 'Lead')] },
    );
    expect(runCounts(run)).to.deep.equal({
      steps: { complete: 1, required: 1, total: 2, failed: 1, resolved: 0 },
      requirements: { installed: 0, excepted: 1, total: 2 },
      redlines: { open: 1, closed: 1 },
      issues: { open: 2, dispositioned: 0, resolved: 1 },
      approvals: { given: 0, rejected: 0, total: 2 },
    });
  });

  it('R101: what a step that is settled did not get is not counted as missing', () => {
    const asks = { fields: [signoff('q', 'Q', 'Quality')], requirements: [part('r', 'lot', '1', 'P', 'P')] };
    const run = runOf(
      [
        step('s', { ...asks, status: 'failed' }),
        step('s2', { status: 'complete', duplicateOf: 's' }),
        step('inside', { ...asks, parentId: 's' }),
      ],
      {},
    );
    const { steps, requirements, approvals } = runCounts(run);
    expect(steps).to.include({ complete: 1, total: 1, resolved: 1 });
    expect([requirements.total, approvals.total]).to.deep.equal([0, 0]);
  });
});
