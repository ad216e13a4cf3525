// Issues: the organization's dispositions, what an issue blocks, and when a failed step counts as settled.
import { expect } from 'chai';
import fc from 'fast-check';
import {
  evolveAll,
  isFailureResolved,
  isRefusal,
  issuesOf,
  readRun,
  runBlockers,
  runWarnings,
  stepBlockers,
  stepsOfIssue,
  type CommandRequest,
  type Issue,
  type Run,
  type Step,
} from '../../src/domain/index.js';
import {
  after,
  ask,
  before,
  kinds,
  now,
  number,
  part,
  refusalOf,
  runOf,
  stepIn,
  withPolicy,
  working,
} from './runs.js';

const issue = (more: Partial<Issue> = {}): Issue => ({
  id: 'i',
  number: 'ISS-1',
  title: 'Scratch',
  status: 'pending',
  links: ['s'],
  by: 'ada',
  at: now,
  ...more,
});
const withIssue = (more: Partial<Issue> = {}, steps: readonly Step[] = [working('s')]): Run =>
  runOf(steps, { issues: [issue(more)] });
const dispose = (disposition: string) => ({ type: 'disposition-issue', issueId: 'i', disposition }) as const;
const toResolved = (disposition: string): readonly CommandRequest[] => [
  dispose(disposition),
  { type: 'advance-issue', issueId: 'i' },
  { type: 'advance-issue', issueId: 'i' },
  { type: 'resolve-issue', issueId: 'i' },
];

describe('dispositions', () => {
  it('R89: use as is, rework and scrap unless the organization names its own', () => {
    for (const disposition of ['use-as-is', 'rework', 'scrap']) {
      expect(after(withIssue(), dispose(disposition)).issues[0]!.disposition).to.equal(disposition);
    }
    expect(refusalOf(withIssue(), dispose('vendor'))).to.deep.equal({
      refused: 'invalid',
      detail: { reason: 'not-an-option', message: 'vendor' },
    });
  });

  it("R89: the organization's own, and then no other", () => {
    const run = withPolicy(withIssue(), { dispositions: [{ value: 'vendor', label: 'Return to vendor' }] });
    expect(after(run, dispose('vendor')).issues[0]!.disposition).to.equal('vendor');
    expect(refusalOf(run, dispose('rework')).detail?.reason).to.equal('not-an-option');
  });

  it('R89: are read as they are meant; a list without any counts as none', () => {
    const foreign = { ...withIssue(), issues: [{ ...issue(), disposition: 'USE_AS_IS' }] };
    const dispositions = [{ value: 'Rework' }, { value: 'Vendor', label: 'Return', hint: 'Goes back' }];
    const { run } = readRun({ ...foreign, policy: { dispositions } });
    expect(run.issues[0]!.disposition).to.equal('use-as-is');
    expect(run.policy.dispositions).to.deep.equal([
      { value: 'rework' },
      { value: 'Vendor', label: 'Return', hint: 'Goes back' },
    ]);
    for (const none of [[], [{}], undefined]) {
      const read = readRun({ ...foreign, policy: { dispositions: none } }).run;
      expect(read.policy.dispositions.map(({ value }) => value)).to.deep.equal([
        'use-as-is',
        'rework',
        'scrap',
      ]);
    }
  });
});

describe('what an issue concerns', () => {
  const install = {
    id: 'in',
    unitId: 'u',
    partNumber: 'P-1',
    quantity: '1',
    by: 'ada',
    at: before,
    how: 'picked',
  } as const;
  const steps = [
    working('s', { fields: [number('n', 'N', 'mm', {})] }),
    working('t', { requirements: [{ ...part('r', 'serial', '1', 'P-1', 'Motor'), installs: [install] }] }),
  ];

  it('R92: is found by what is in a step, installed parts too', () => {
    const run = runOf(steps, { issues: [issue({ links: ['in', 'n'] })] });
    expect(stepsOfIssue(run, run.issues[0]!).map(({ id }) => id)).to.deep.equal(['s', 't']);
    expect(issuesOf(run, 't')).to.deep.equal(run.issues);
    expect(issuesOf(run, 'in')).to.deep.equal(run.issues);
    expect(issuesOf(run, 'r')).to.deep.equal([]);
  });

  it('R65, R92: an excused requirement has the issue that justifies it', () => {
    const excused = {
      ...part('r', 'serial', '1', 'P-1', 'Motor'),
      exception: { issueId: 'i', by: 'ada', at: now },
    };
    const run = runOf([working('s', { requirements: [excused] })], { issues: [issue({ links: [] })] });
    expect(issuesOf(run, 'r')).to.deep.equal(run.issues);
    expect(issuesOf(run, 's')).to.deep.equal(run.issues);
  });

  it('R100: an issue blocks its step where the policy says so, whatever in the step it is linked to', () => {
    for (const [link, stepId] of [
      ['s', 's'],
      ['n', 's'],
      ['r', 't'],
      ['in', 't'],
    ] as const) {
      const run = runOf(steps, { issues: [issue({ links: [link] })] });
      const blocking = withPolicy(run, { blockingIssues: true });
      const found = (of: Run) => kinds(stepBlockers(of, stepId)).filter((one) => one.startsWith('blocking'));
      expect(found(run), link).to.deep.equal([]);
      expect(found(blocking), link).to.deep.equal(['blocking-issue i']);
      const resolved = { ...blocking, issues: [issue({ links: [link], status: 'resolved' })] };
      expect(found(resolved), link).to.deep.equal([]);
      expect(runWarnings(run)[0]).to.deep.equal({ kind: 'open-issue', stepId, targetId: 'i' });
    }
  });

  it('R100: an open issue warns at the run, and blocks it by the policy only', () => {
    const done = working('s', { status: 'complete', labor: [] });
    const run = withIssue({}, [done]);
    const complete = { type: 'complete-run', acknowledged: [] } as const;
    expect(kinds(runBlockers(run))).to.deep.equal([]);
    expect(refusalOf(run, complete).detail?.warnings).to.have.lengthOf(1);
    expect(after(run, { ...complete, acknowledged: ['open-issue:i'] }).status).to.equal('complete');
    const strict = withPolicy(run, { blockingWarnings: ['open-issue'] });
    expect(kinds(runBlockers(strict))).to.deep.equal(['blocking-issue i']);
    expect(refusalOf(strict, { ...complete, acknowledged: ['open-issue:i'] }).refused).to.equal('blocked');
    const settled = after(strict, ...toResolved('scrap'));
    expect(kinds(runBlockers(settled))).to.deep.equal([]);
  });
});

describe('a step that failed', () => {
  const fail = { type: 'fail-step', stepId: 's', reason: 'Off center' } as const;
  const open = { type: 'open-issue', title: 'Off center', links: ['s'] } as const;
  const resolve = (run: Run, disposition: string): Run => {
    const issueId = run.issues.at(-1)!.id;
    return after(run, ...toResolved(disposition).map((one) => ({ ...one, issueId })));
  };

  it('R14: is settled by the issue that was opened against it afterwards, where none was named', () => {
    const failed = after(runOf([working('s')]), fail);
    const opened = after(failed, open);
    expect(isFailureResolved(opened, stepIn(opened))).to.equal(false);
    const settled = resolve(opened, 'use-as-is');
    expect(isFailureResolved(settled, stepIn(settled))).to.equal(true);
    expect(kinds(runBlockers(settled))).to.deep.equal([]);
    const scrapped = resolve(opened, 'scrap');
    expect(isFailureResolved(scrapped, stepIn(scrapped))).to.equal(false);
  });

  it('R14: is not settled by an issue of before, nor by another one than was named', () => {
    const old = issue({ status: 'resolved', disposition: 'use-as-is', at: before });
    const failed = after(runOf([working('s')], { issues: [old] }), fail);
    expect(isFailureResolved(failed, stepIn(failed))).to.equal(false);
    const named = after(withIssue(), { ...fail, issueId: 'i' });
    const other = resolve(after(named, open), 'use-as-is');
    expect(isFailureResolved(other, stepIn(other))).to.equal(false);
    const asNamed = after(other, ...toResolved('use-as-is'));
    expect(isFailureResolved(asNamed, stepIn(asNamed))).to.equal(true);
  });

  it('R99, R100: blocks the run as long as it is required and nothing has settled it, whatever happened', () => {
    const statuses = ['pending', 'in-progress', 'in-review', 'resolved'] as const;
    const dispositions = ['use-as-is', 'rework', 'scrap', undefined] as const;
    const anyCase = fc.record({
      required: fc.boolean(),
      status: fc.constantFrom(...statuses),
      disposition: fc.constantFrom(...dispositions),
      named: fc.boolean(),
      tries: fc.array(fc.constantFrom('failed', 'in-progress', 'canceled', 'complete'), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(anyCase, ({ required, status, disposition, named, tries }) => {
        const failures = [{ reason: 'Off center', ...(named && { issueId: 'i' }), by: 'ada', at: before }];
        const first = working('s', { status: 'failed', failures, required, labor: [] });
        // Each one is the second try of the one before it.
        const others = tries.map((one, at) =>
          working(`t${at}`, {
            status: one,
            required: false,
            labor: [],
            duplicateOf: at === 0 ? 's' : `t${at - 1}`,
          }),
        );
        const run = runOf([first, ...others], {
          issues: [issue({ status, ...(disposition && { disposition }) })],
        });
        const isUsed = status === 'resolved' && disposition === 'use-as-is';
        const firstEnd = tries.findIndex((one) => one !== 'failed');
        const settled = isUsed || tries[firstEnd] === 'complete';
        expect(isFailureResolved(run, stepIn(run))).to.equal(settled);
        expect(kinds(runBlockers(run)).includes('incomplete-step s')).to.equal(required && !settled);
      }),
    );
  });
});

describe('an issue on its way', () => {
  const steps = ['pending', 'in-progress', 'in-review', 'resolved'] as const;

  it('R90: from each status there is one way on, one way back, and no other', () => {
    const requests = {
      dispose: dispose('scrap'),
      advance: { type: 'advance-issue', issueId: 'i' },
      resolve: { type: 'resolve-issue', issueId: 'i' },
      reopen: { type: 'reopen-issue', issueId: 'i', reason: 'Not yet' },
    } as const;
    const ways = (status: Issue['status']): readonly string[] =>
      Object.entries(requests).flatMap(([name, request]) => {
        const answer = ask(withIssue({ status, disposition: 'rework' }), request);
        if (isRefusal(answer)) {
          expect(answer.detail?.reason, name).to.equal('issue-status');
          return [];
        }
        return [`${name} ${evolveAll(withIssue({ status }), answer).issues[0]!.status}`];
      });
    expect(ways('pending')).to.deep.equal(['dispose pending', 'advance in-progress']);
    expect(ways('in-progress')).to.deep.equal(['dispose pending', 'advance in-review']);
    expect(ways('in-review')).to.deep.equal(['dispose pending', 'resolve resolved', 'reopen in-progress']);
    expect(ways('resolved')).to.deep.equal(['reopen in-progress']);
    expect(ways('unknown')).to.deep.equal([]);
  });

  it('R90: whatever is asked, it leaves pending with a disposition only, and goes one status at a time', () => {
    const anyRequest = fc.oneof(
      fc.constantFrom(...['use-as-is', 'rework', 'scrap', ' ', 'other'].map(dispose)),
      fc.constantFrom(
        { type: 'advance-issue', issueId: 'i' } as const,
        { type: 'resolve-issue', issueId: 'i' } as const,
        { type: 'reopen-issue', issueId: 'i', reason: 'Not yet' } as const,
        { type: 'reopen-issue', issueId: 'i', reason: ' ' } as const,
      ),
    );
    fc.assert(
      fc.property(fc.array(anyRequest, { maxLength: 30 }), (requests) => {
        let run = withIssue();
        for (const request of requests) {
          const { status, disposition } = run.issues[0]!;
          try {
            run = after(run, request);
          } catch {
            continue;
          }
          const next = run.issues[0]!;
          if (next.status !== 'pending') expect(next.disposition).to.not.equal(undefined);
          const from = steps.indexOf(status as 'pending');
          const to = steps.indexOf(next.status as 'pending');
          if (to > from) expect(to).to.equal(from + 1);
          if (to < from) {
            expect(next.status).to.equal(request.type === 'reopen-issue' ? 'in-progress' : 'pending');
            if (next.status === 'pending') expect(next.disposition).to.not.equal(disposition);
          }
        }
      }),
    );
  });
});
