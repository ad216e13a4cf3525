import { expect } from 'chai';
import fc from 'fast-check';
import {
  availableToWork,
  evolveAll,
  holdReasons,
  isFailureResolved,
  isRefusal,
  issuesOf,
  laborOf,
  laborTime,
  openLabor,
  readRun,
  runBlockers,
  runCounts,
  runWarnings,
  stepNumbers,
  takenOut,
  type CommandRequest,
  type Issue,
  type Run,
} from '../../src/domain/index.js';
import {
  after,
  ask,
  before,
  ben,
  cleo,
  eventsOf,
  having,
  kinds,
  now,
  number,
  part,
  refusalOf,
  runOf,
  signoff,
  step,
  stepIn,
  withPolicy,
  working,
} from './runs.js';

const at = { stepId: 's' };
const types = (run: Run, request: CommandRequest) => eventsOf(run, request).map(({ type }) => type);
const fail = { type: 'fail-step', ...at, reason: 'The bore is oval' } as const;
const hold = { type: 'hold-step', ...at, reason: 'waiting-for-part' } as const;
const two = [
  { id: 'l1', personId: 'ada', in: now },
  { id: 'l2', personId: 'ben', in: now },
];
const busy = runOf([working('s', { labor: two })]);

describe('holding a step', () => {
  it('R3, R4, R94: keeps the reason and the comment in one act, and checks everybody out', () => {
    const run = after(busy, { ...hold, comment: ' Bearings come on Monday ' });
    expect(stepIn(run)).to.include({ status: 'hold', commentCount: 1 });
    expect(stepIn(run).hold).to.deep.equal({
      reason: 'waiting-for-part',
      comment: 'Bearings come on Monday',
      before: 'in-progress',
      by: 'ada',
      at: now,
    });
    expect(stepIn(run).labor.every(({ out }) => out === now)).to.equal(true);
    expect(stepIn(run).latestComment).to.include({
      text: 'Bearings come on Monday',
      hold: 'waiting-for-part',
      by: 'ada',
    });
    expect(holdReasons).to.include('waiting-for-part');
  });

  it('asks for a reason', () => {
    expect(refusalOf(busy, { ...hold, reason: ' ' }).detail?.reason).to.equal('reason-needed');
  });

  it("R94: the organization's reasons are read as they are meant; a list without any counts as none", () => {
    const own = [{ value: 'Waiting for part' }, { value: 'oven', label: 'The oven is taken' }];
    const { run } = readRun({ ...busy, policy: { holdReasons: own } });
    expect(run.policy.holdReasons).to.deep.equal([{ value: 'waiting-for-part' }, own[1]]);
    for (const none of [[], [{}], undefined]) {
      const read = readRun({ ...busy, policy: { holdReasons: none } }).run;
      expect(read.policy.holdReasons.map(({ value }) => value)).to.deep.equal(holdReasons);
    }
    // They are offered, and a hold for another reason stands still as well.
    expect(stepIn(after(run, { ...hold, reason: 'Power is out' })).hold?.reason).to.equal('Power is out');
  });

  it('R10: nothing is recorded while it lasts', () => {
    const run = after(busy, hold);
    expect(refusalOf(run, { type: 'complete-step', ...at }).refused).to.equal('wrong-status');
    expect(availableToWork(run, stepIn(run)).available).to.equal(false);
  });

  it('resuming leads back to work where it had begun, else to do, and checks nobody in', () => {
    const begun = after(busy, hold, { type: 'resume-step', ...at });
    expect(stepIn(begun)).to.include({ status: 'in-progress' });
    expect(stepIn(begun)).not.to.have.property('hold');
    expect(stepIn(begun).labor.some(({ out }) => out === undefined)).to.equal(false);
    const fresh = after(runOf([step('s')]), hold, { type: 'resume-step', ...at });
    expect(stepIn(fresh).status).to.equal('todo');
  });

  it('R5: resuming begins nothing: what was to do once more before is so afterwards', () => {
    const again = after(busy, fail, { type: 'reopen-step', ...at, reason: 'x' }, hold);
    expect(readRun(structuredClone(again))).to.deep.equal({ run: again, problems: [] });
    expect(stepIn(after(again, { type: 'resume-step', ...at })).status).to.equal('todo');
  });
});

describe('failing a step', () => {
  it('R14: needs words, and takes an issue', () => {
    expect(refusalOf(busy, { ...fail, reason: ' ' }).detail?.reason).to.equal('reason-needed');
    const issue: Issue = {
      id: 'i',
      number: 'ISS-1',
      title: 'Oval',
      status: 'pending',
      links: [],
      by: 'ada',
      at: now,
    };
    const run = after({ ...busy, issues: [issue] }, { ...fail, issueId: 'i' });
    expect(stepIn(run).failures).to.deep.equal([
      { reason: 'The bore is oval', issueId: 'i', by: 'ada', at: now },
    ]);
    expect(run.issues[0]!.links).to.deep.equal(['s']);
    expect(refusalOf(busy, { ...fail, issueId: 'gone' }).refused).to.equal('not-found');
    for (const disposition of ['use-as-is', 'scrap']) {
      const resolved = { ...issue, status: 'resolved', disposition } as const;
      const run = { ...busy, issues: [resolved] };
      expect(
        refusalOf(run, { ...fail, issueId: 'i' }).detail,
        'what is decided settles nothing new',
      ).to.deep.equal({ reason: 'issue-status', status: 'resolved' });
    }
  });

  it('R15: leaves the run in progress', () => {
    expect(after(busy, fail)).to.include({ status: 'in-progress' });
    expect(stepIn(after(busy, fail)).status).to.equal('failed');
  });

  it('R13: is for a step that was started', () => {
    expect(refusalOf(runOf([step('s')]), fail).refused).to.equal('wrong-status');
  });

  it('R3, R4: checks everybody out', () => {
    expect(types(busy, fail)).to.deep.equal(['checked-out', 'checked-out', 'step-failed']);
  });

  it('opens an issue where the policy says so, and only then', () => {
    const run = after(withPolicy(busy, { issueOnFail: true }), fail);
    expect(run.issues.map(({ title, links, status }) => [title, links, status])).to.deep.equal([
      ['The bore is oval', ['s'], 'pending'],
    ]);
    expect(stepIn(run).failures![0]!.issueId).to.equal(run.issues[0]!.id);
    expect(after(busy, fail).issues).to.deep.equal([]);
  });
});

describe('rework', () => {
  const failed = after(
    runOf([
      working('s', {
        fields: [having(number('n', 'N', 'mm', {}), '5'), signoff('q', 'Q', 'Quality')],
        requirements: [part('r', 'bulk', '1', 'P', 'Part')],
      }),
      step('next', { upstream: ['s'] }),
    ]),
    fail,
  );
  const reopen = { type: 'reopen-step', ...at, reason: 'Bored anew' } as const;
  const duplicate = { type: 'duplicate-step', ...at } as const;

  it('R16, R19: by reopening, where the procedure says so: what was recorded stays', () => {
    const run = after(failed, reopen);
    expect(stepIn(run).status).to.equal('todo');
    expect(stepIn(run).failures).to.have.length(1);
    expect(stepIn(run).fields[0]).to.have.property('record');
    expect(refusalOf(failed, duplicate).detail?.reason).to.equal('rework-otherwise');
    expect(refusalOf(failed, { ...reopen, reason: '' }).detail?.reason).to.equal('reason-needed');
  });

  it('R19: by a duplicate, where the procedure says so: empty, after the failed one, with ids of its own', () => {
    const run = after(withPolicy(failed, { rework: 'duplicate' }), duplicate);
    expect(run.steps.map(({ id, duplicateOf }) => duplicateOf ?? id)).to.deep.equal(['s', 's', 'next']);
    const copy = run.steps[1]!;
    expect(copy).to.include({ status: 'todo', duplicateOf: 's' });
    expect(copy.fields[0]).not.to.have.property('record');
    const ids = run.steps.flatMap((one) => [...one.fields, ...one.requirements].map(({ id }) => id));
    expect(new Set(ids).size).to.equal(ids.length);
    expect(refusalOf(withPolicy(failed, { rework: 'duplicate' }), reopen).detail?.reason).to.equal(
      'rework-otherwise',
    );
    expect(eventsOf(run, duplicate)).to.deep.equal([]);
  });

  it('R19: in both ways, where the procedure allows both', () => {
    const both = withPolicy(failed, { rework: 'both' });
    expect(types(both, reopen)).to.deep.equal(['step-reopened']);
    expect(types(both, duplicate)).to.deep.equal(['step-duplicated']);
  });

  it('R19: not in both ways at once', () => {
    const both = withPolicy(failed, { rework: 'both' });
    const repeated = after(both, duplicate);
    expect(refusalOf(repeated, reopen).detail?.reason).to.equal('rework-otherwise');
    const given = after(repeated, { type: 'cancel-step', stepId: repeated.steps[1]!.id, reason: 'x' });
    expect(types(given, reopen)).to.deep.equal(['step-reopened']);
  });

  it('R19: what a redline was to add and nobody approved is not repeated with what is around it', () => {
    const both = withPolicy(runOf([working('s')]), { rework: 'both' });
    const title = 'Deburr';
    const proposed = after(both, {
      type: 'propose-redline',
      title,
      step: { title, parentId: 's' },
      changes: [],
    });
    const [{ id: redlineId, stepId }] = proposed.redlines as readonly [Run['redlines'][0]];
    const within = after(proposed, {
      type: 'propose-redline',
      title,
      step: { title, parentId: stepId },
      changes: [],
    });
    const copies = (run: Run) => after(run, fail, duplicate).steps.filter((one) => one.duplicateOf).length;
    expect(copies(proposed)).to.equal(1);
    expect(copies(within)).to.equal(1);
    expect(copies(after(proposed, { type: 'cancel-redline', stepId, redlineId }))).to.equal(1);
    expect(copies(after(proposed, { type: 'approve-redline', stepId, redlineId }))).to.equal(2);
  });

  it('R19: a copy is the same work by the same rules, and nothing of it is done, excused or signed', () => {
    const decision = {
      id: 'd',
      decision: 'approve',
      by: 'ben',
      role: 'Quality',
      at: now,
      covers: {},
    } as const;
    const made = { ...part('made', 'serial', '1', 'B-1', 'Board'), madeOnAssembly: true } as const;
    const exception = { issueId: 'i', by: 'ada', at: now };
    const policy = { rework: 'duplicate' } as const;
    const run = after(
      runOf([
        working('s', {
          fields: [{ ...signoff('q', 'Q', 'Quality'), decisions: [decision] }],
          requirements: [made, { ...part('chip', 'lot', '1', 'C-1', 'Chip'), partOf: 'made', exception }],
          policy,
        }),
        step('left', { parentId: 's', status: 'canceled' }),
      ]),
      fail,
      duplicate,
    );
    const [copy, left] = run.steps.slice(2);
    expect(copy!.fields[0]).to.deep.include({ decisions: [] });
    expect(copy!.requirements[1]).not.to.have.property('exception');
    expect(copy!.requirements[1]!.partOf).to.equal(copy!.requirements[0]!.id);
    expect(copy!.policy).to.deep.equal(policy);
    expect(left!.status, 'what was taken out stays out').to.equal('canceled');
  });

  it('R14: what settled the first failure does not settle the second', () => {
    const issue = { id: 'i', number: 'ISS-1', title: 'Oval', links: ['s'], by: 'ada', at: before } as const;
    const failure = { reason: 'x', issueId: 'i', by: 'ada', at: before };
    const run = runOf([working('s', { failures: [failure] })], {
      issues: [{ ...issue, status: 'resolved', disposition: 'use-as-is' }],
    });
    expect(isFailureResolved(after(run, fail), stepIn(after(run, fail)))).to.equal(false);
  });

  it('R19: what a field of another kind held is not in its copy', () => {
    const fields = [
      { ...number('u', 'U', 'mm', {}), type: 'unknown', reported: 'hologram', shown: '42' },
    ] as const;
    const run = withPolicy(runOf([working('s', { fields })]), { rework: 'duplicate' });
    expect(after(run, fail, duplicate).steps[1]!.fields[0]).not.to.have.property('shown');
  });

  it('R23: a third try comes after the second, which keeps its number', () => {
    const both = withPolicy(failed, { rework: 'both' });
    const second = after(both, duplicate);
    const { id } = second.steps[1]!;
    const third = after(second, { type: 'cancel-step', stepId: id, reason: 'x' }, duplicate);
    expect(stepNumbers(third).get(id)).to.equal(stepNumbers(second).get(id));
    expect(third.steps.map((one) => stepNumbers(third).get(one.id))).to.deep.equal(['1', '1b', '1c', '2']);
  });

  it('R5: what waits for a failed step waits for its duplicate', () => {
    const run = after(withPolicy(failed, { rework: 'duplicate' }), duplicate);
    expect(availableToWork(run, stepIn(run, 'next')).waitsFor).to.deep.equal(['s']);
    const done: Run = {
      ...run,
      steps: run.steps.map((one) => (one.duplicateOf ? { ...one, status: 'complete' as const } : one)),
    };
    expect(isFailureResolved(done, stepIn(done))).to.equal(true);
    expect(availableToWork(done, stepIn(done, 'next')).available).to.equal(true);
    expect(kinds(runBlockers(done))).not.to.include('incomplete-step s');
  });

  it('a failed step is settled by its issue being resolved as use as is, and by no other disposition', () => {
    const settled = (disposition: string): Run => {
      const run = after(withPolicy(runOf([working('s')]), { issueOnFail: true }), fail);
      const [issue] = run.issues;
      const issueId = issue!.id;
      return after(
        run,
        { type: 'disposition-issue', issueId, disposition },
        { type: 'advance-issue', issueId },
        { type: 'advance-issue', issueId },
        { type: 'resolve-issue', issueId },
      );
    };
    expect(kinds(runBlockers(settled('use-as-is')))).to.deep.equal([]);
    expect(kinds(runBlockers(settled('rework')))).to.deep.equal(['incomplete-step s']);
  });

  it('a completed step is reopened with what was recorded', () => {
    const run = runOf([step('s', { status: 'complete', completedBy: 'ada', completedAt: now })]);
    const reopened = stepIn(after(run, reopen));
    expect(reopened.status).to.equal('todo');
    expect(reopened).not.to.have.any.keys('completedBy', 'completedAt');
  });

  it('R19: every reopening keeps its reason, also when the step is complete again', () => {
    const why = (reason: string) => ({ ...reopen, reason });
    const again = [
      { type: 'start-step', ...at },
      { type: 'complete-step', ...at },
    ] as const;
    const first = runOf([step('s', { status: 'complete', completedBy: 'ada', completedAt: now })]);
    const run = after(first, why('Wrong gauge'), ...again, why('Wrong drawing'), ...again);
    expect(stepIn(run).status).to.equal('complete');
    expect(stepIn(run).reopenings).to.deep.equal([
      { reason: 'Wrong gauge', by: 'ada', at: now },
      { reason: 'Wrong drawing', by: 'ada', at: now },
    ]);
    expect(readRun(run)).to.deep.equal({ run, problems: [] });
  });
});

describe('canceling', () => {
  it('R17: takes a step out, with a reason, and back', () => {
    const cancel = { type: 'cancel-step', ...at, reason: 'Not in this variant' } as const;
    const run = after(busy, cancel);
    expect(stepIn(run).status).to.equal('canceled');
    expect(stepIn(run).labor.every(({ out }) => out !== undefined)).to.equal(true);
    expect(stepIn(run).canceled).to.deep.equal({ reason: 'Not in this variant', by: 'ada', at: now });
    const restored = stepIn(after(run, { type: 'restore-step', ...at }));
    expect(restored.status).to.equal('todo');
    expect(restored).not.to.have.property('canceled');
    expect(refusalOf(busy, { ...cancel, reason: ' ' }).detail?.reason).to.equal('reason-needed');
  });

  for (const [type, status] of [
    ['fail-run', 'failed'],
    ['cancel-run', 'canceled'],
  ] as const) {
    it(`R18: ${type} is an act of its own, with a reason, and locks the run`, () => {
      const run = after(busy, { type, reason: 'Dropped' });
      expect(run).to.include({ status });
      expect(run.ended).to.deep.equal({ reason: 'Dropped', by: 'ada', at: now });
      expect(stepIn(run).labor.every(({ out }) => out !== undefined)).to.equal(true);
      expect(refusalOf(run, { type: 'comment', ...at, text: 'x' }).refused).to.equal('locked');
      expect(refusalOf(busy, { type, reason: ' ' }).detail?.reason).to.equal('reason-needed');
    });
  }
});

describe('issues from elsewhere', () => {
  const open = (links: unknown, run = busy) =>
    after(run, { type: 'open-issue', title: 'Scratch', links } as never).issues.at(-1)!;

  it('R89: is linked to what has a name, once each, and to nothing else', () => {
    for (const links of [undefined, null, 's', { 0: 's' }, [], [null, 1, ' ']])
      expect(open(links).links, JSON.stringify(links)).to.deep.equal([]);
    expect(open(['s', 's', null, 'n']).links).to.deep.equal(['s', 'n']);
    const opened = after(busy, { type: 'open-issue', title: 'Scratch', links: [] });
    const { id: issueId } = opened.issues[0]!;
    for (const links of [undefined, 'abc', [{}, '']])
      expect(eventsOf(opened, { type: 'link-issue', issueId, links } as never)).to.deep.equal([]);
  });

  it('no two have the same number, whatever numbers there are', () => {
    const first = open(['s']);
    const run: Run = { ...busy, issues: [{ ...first, number: 'ISS-2' }] };
    expect(open([], run).number).to.equal('ISS-3');
    expect(after(withPolicy(run, { issueOnFail: true }), fail).issues[1]!.number).to.equal('ISS-3');
    expect(open([], { ...busy, issues: [{ ...first, number: 'ISS-7' }] }).number).to.equal('ISS-2');
  });
});

describe('issues', () => {
  const opened = after(busy, { type: 'open-issue', title: 'Scratch', links: ['s'] });
  const issueId = opened.issues[0]!.id;
  const disposition = { type: 'disposition-issue', issueId, disposition: 'rework' } as const;
  const advance = { type: 'advance-issue', issueId } as const;
  const statusAfter = (...requests: CommandRequest[]) => after(opened, ...requests).issues[0]!.status;

  it('R89, R90: goes from pending over in progress and in review to resolved, and leaves pending with a disposition only', () => {
    expect(refusalOf(opened, advance).detail?.reason).to.equal('disposition-needed');
    expect(statusAfter(disposition)).to.equal('pending');
    expect(statusAfter(disposition, advance)).to.equal('in-progress');
    expect(statusAfter(disposition, advance, advance)).to.equal('in-review');
    expect(refusalOf(after(opened, disposition, advance, advance), advance).detail).to.include({
      reason: 'issue-status',
      status: 'in-review',
    });
    expect(statusAfter(disposition, advance, advance, { type: 'resolve-issue', issueId })).to.equal(
      'resolved',
    );
    expect(refusalOf(opened, { type: 'resolve-issue', issueId }).detail?.reason).to.equal('issue-status');
  });

  it('another disposition makes it pending again, the same one does not', () => {
    expect(statusAfter(disposition, advance, disposition)).to.equal('in-progress');
    expect(statusAfter(disposition, advance, { ...disposition, disposition: 'scrap' })).to.equal('pending');
  });

  it('goes back from review, and is reopened, with a reason', () => {
    const back = { type: 'reopen-issue', issueId, reason: 'Not seen' } as const;
    expect(statusAfter(disposition, advance, advance, back)).to.equal('in-progress');
    expect(statusAfter(disposition, advance, advance, { type: 'resolve-issue', issueId }, back)).to.equal(
      'in-progress',
    );
    expect(refusalOf(opened, back).detail?.reason).to.equal('issue-status');
    expect(
      refusalOf(after(opened, disposition, advance, advance), { ...back, reason: '' }).detail?.reason,
    ).to.equal('reason-needed');
  });

  it('an issue that is not there is not found', () => {
    expect(refusalOf(opened, { ...advance, issueId: 'gone' }).refused).to.equal('not-found');
  });
});

describe('labor', () => {
  const earlier = '2026-11-20T07:00:00.000Z';
  const edit = { type: 'edit-labor', ...at, laborId: 'l1', in: earlier, out: now, reason: 'Forgot' } as const;

  it('R97: is set right by who may, with a reason, and the times before are in the history', () => {
    const [event] = eventsOf(busy, edit);
    expect(event).to.deep.include({
      type: 'labor-edited',
      before: two[0],
      labor: { ...two[0], in: earlier, out: now },
      reason: 'Forgot',
    });
    expect(stepIn(evolveAll(busy, [event!])).labor[0]).to.include({ in: earlier, out: now });
    expect(refusalOf(busy, edit, { by: cleo.id }).refused).to.equal('not-permitted');
    expect(refusalOf(busy, { ...edit, reason: ' ' }).detail?.reason).to.equal('reason-needed');
  });

  it('R97: out comes after in, neither is in the future, and closed labor is not opened', () => {
    const crossed = (change: object) => refusalOf(busy, { ...edit, ...change }).detail?.reason;
    expect(crossed({ in: now, out: earlier })).to.equal('times-crossed');
    expect(crossed({ out: '2099-01-01T00:00:00.000Z' })).to.equal('times-crossed');
    const closed = after(busy, edit);
    const { out: _, ...open } = edit;
    expect(refusalOf(closed, open).detail?.reason).to.equal('times-crossed');
    expect(refusalOf(closed, { ...open, out: null } as never).detail?.reason).to.equal('times-crossed');
    expect(crossed({ in: '+010000-01-01T00:00:00.000Z', out: '+010000-01-01T00:00:00.000Z' })).to.equal(
      'times-crossed',
    );
  });

  it('R97: nobody is in twice at once at the same step', () => {
    const half = '2026-11-20T08:30:00.000Z';
    const mine = [
      { id: 'a', personId: 'ada', in: before, out: half },
      { id: 'b', personId: 'ada', in: half },
    ];
    const run = runOf([working('s', { labor: [...mine, { id: 'c', personId: 'ben', in: before }] })]);
    const set = (laborId: string, times: { in: string; out?: string }) =>
      ask(run, { type: 'edit-labor', ...at, laborId, ...times, reason: 'x' });
    const refused = (answer: ReturnType<typeof set>) => isRefusal(answer) && answer.detail?.reason;
    expect(refused(set('a', { in: before, out: now }))).to.equal('times-crossed');
    expect(refused(set('b', { in: '2026-11-20T08:29:00.000Z' }))).to.equal('times-crossed');
    expect(refused(set('b', { in: '2026-11-20T07:00:00.000Z', out: now }))).to.equal('times-crossed');
    expect(refused(set('b', { in: '2026-11-20T07:00:00.000Z' }))).to.equal('times-crossed');
    for (const fits of [
      set('a', { in: earlier, out: half }),
      set('b', { in: half, out: now }),
      set('c', { in: earlier, out: now }),
    ])
      expect(refused(fits)).to.equal(false);
  });

  it('R97: a clock that was set back checks nobody out before they came', () => {
    const run = runOf([
      working('s', { labor: [{ id: 'l', personId: 'ada', in: '2026-11-20T09:10:00.000Z' }] }),
    ]);
    const out = after(run, { type: 'check-out', ...at });
    expect(stepIn(out).labor[0]!.out).to.equal('2026-11-20T09:10:00.000Z');
    expect(readRun(structuredClone(out))).to.deep.equal({ run: out, problems: [] });
  });

  it('R98: who checks out by themselves is not said to have been checked out', () => {
    const [event] = eventsOf(busy, { type: 'check-out', ...at, because: 'step-left' } as never);
    expect(event).to.include({ because: 'asked' });
  });
});

describe('labor, looked at', () => {
  it('R96: everything that a person is checked in to', () => {
    const run = runOf([working('s', { labor: two }), working('t'), working('u', { labor: [] })]);
    expect(laborOf(run, 'ada').map(({ step: { id } }) => id)).to.deep.equal(['s', 't']);
    expect(
      laborOf(after(run, { type: 'check-out', ...at }), 'ada').map(({ step: { id } }) => id),
    ).to.deep.equal(['t']);
  });

  it('R95: own time and the time of all, running and closed', () => {
    const later = '2026-11-20T09:30:00.000Z';
    const one = working('s', {
      labor: [
        { id: 'l', personId: 'ada', in: before, out: now },
        { id: 'm', personId: 'ben', in: now },
      ],
    });
    expect(laborTime(one, later, 'ada')).to.equal(3_600_000);
    expect(laborTime(one, later, 'ben')).to.equal(1_800_000);
    expect(laborTime(one, later)).to.equal(5_400_000);
    expect(laborTime(one, before, 'ben'), 'a clock that is behind').to.equal(0);
  });

  it('R98: checking out tells that nobody was there any more', () => {
    const [asked] = eventsOf(busy, { type: 'check-out', ...at });
    const [idle] = eventsOf(busy, { type: 'check-out', ...at, because: 'idle' });
    expect(asked).to.include({ because: 'asked', personId: 'ada' });
    expect(idle).to.include({ because: 'idle', personId: 'ada' });
  });
});

describe('badges', () => {
  it('R92: the issues of a step with all that is in it, of a field, a requirement and a part', () => {
    const install = { id: 'in', unitId: 'u', partNumber: 'P', quantity: '1', by: 'ada', at: now } as const;
    const run = after(
      runOf([
        working('s', {
          fields: [number('n', 'N', 'mm', {})],
          requirements: [
            { ...part('r', 'bulk', '1', 'P', 'Part'), installs: [{ ...install, how: 'picked' }] },
          ],
        }),
        step('t'),
      ]),
      { type: 'open-issue', title: 'Scratch', links: ['n', 'in'] },
      { type: 'open-issue', title: 'Dent', links: ['s', 'r'] },
    );
    const titles = (id: string) => issuesOf(run, id).map(({ title }) => title);
    expect(titles('s').sort()).to.deep.equal(['Dent', 'Scratch']);
    expect(titles('n')).to.deep.equal(['Scratch']);
    expect(titles('in')).to.deep.equal(['Scratch']);
    expect(titles('r')).to.deep.equal(['Dent']);
    expect(titles('t')).to.deep.equal([]);
    expect(titles('nothing')).to.deep.equal([]);
  });
});

describe('steps inside steps', () => {
  const inner = (id: string, more = {}) =>
    working(id, { parentId: 'p', fields: [number(`${id}.n`, 'N', 'mm', {}, { required: false })], ...more });
  const family = runOf([
    working('p'),
    inner('a'),
    inner('b', { upstream: ['a'], status: 'todo', labor: [] }),
    step('q', { upstream: ['a'] }),
  ]);
  const value = { type: 'set-value', stepId: 'a', targetId: 'a.n', value: '1' } as const;

  for (const request of [
    { type: 'hold-step', stepId: 'p', reason: 'other' },
    { type: 'fail-step', stepId: 'p', reason: 'x' },
    { type: 'cancel-step', stepId: 'p', reason: 'x' },
  ] as const) {
    it(`R4, R6: ${request.type} checks out inside as well, and nothing goes on there`, () => {
      const run = after(family, request);
      expect(run.steps.flatMap(openLabor)).to.deep.equal([]);
      expect(stepIn(run, 'a').status).to.equal('in-progress');
      expect(refusalOf(run, value)).to.deep.equal({
        refused: 'blocked',
        detail: { reason: 'parent', waitsFor: ['p'] },
      });
    });
  }

  it('R6: neither is anything signed, attached or completed inside while the step around it stands still', () => {
    const file = { id: 'f', name: 'a.png', type: 'image/png', size: 1 };
    const seen = signoff('seen', 'Seen', 'Quality');
    const run = after(
      { ...runOf([working('p'), inner('a', { fields: [seen] })]), people: [{ ...ben, id: 'ada' }] },
      { type: 'hold-step', stepId: 'p', reason: 'other' },
    );
    for (const request of [
      { type: 'sign', stepId: 'a', targetId: 'seen', decision: 'approve' },
      { type: 'attach-file', stepId: 'a', file },
      { type: 'complete-step', stepId: 'a' },
      { type: 'check-in', stepId: 'a' },
    ] as const)
      expect(refusalOf(run, request), request.type).to.deep.equal({
        refused: 'blocked',
        detail: { reason: 'parent', waitsFor: ['p'] },
      });
  });

  it('what is inside a canceled step is canceled with it, and comes back with it', () => {
    const run = after(family, { type: 'cancel-step', stepId: 'p', reason: 'x' });
    expect(availableToWork(run, stepIn(run, 'q')).available).to.equal(true);
    expect(kinds(runBlockers(run))).to.deep.equal(['incomplete-step p', 'incomplete-step q']);
    const strict = withPolicy(run, { canceledUpstream: 'blocks', canceledRequired: 'excused' });
    expect(availableToWork(strict, stepIn(strict, 'q')).waitsFor).to.deep.equal(['a']);
    expect(kinds(runBlockers(strict))).to.deep.equal(['incomplete-step q']);
    expect(takenOut(after(run, { type: 'restore-step', stepId: 'p' }), stepIn(run, 'a'))).to.equal(undefined);
  });

  it('a run whose steps are inside themselves, or inside each other, is worked on all the same', () => {
    const odd = runOf([
      step('s', { parentId: 's' }),
      step('a', { parentId: 'b' }),
      step('b', { parentId: 'a', status: 'failed', duplicateOf: 'b' }),
    ]);
    expect(odd.steps.map((one) => takenOut(odd, one))).to.deep.equal([undefined, undefined, undefined]);
    expect(kinds(runBlockers(odd))).to.include('incomplete-step s');
    expect(runCounts(odd).steps).to.include({ total: 3, failed: 1 });
  });

  it('R19: a duplicate brings what is inside, once, in the same order and waiting for one another', () => {
    const both = withPolicy(family, { rework: 'both' });
    const tried = after(
      both,
      { type: 'fail-step', stepId: 'a', reason: 'x' },
      { type: 'duplicate-step', stepId: 'a' },
      { type: 'fail-step', stepId: 'p', reason: 'x' },
      { type: 'duplicate-step', stepId: 'p' },
    );
    expect(
      tried.steps.map(({ title, duplicateOf }) => `${title}${duplicateOf ? ' again' : ''}`),
    ).to.deep.equal([
      'Step p',
      'Step a',
      'Step a again',
      'Step b',
      'Step p again',
      'Step a again',
      'Step b again',
      'Step q',
    ]);
    const [again, a, b] = tried.steps.slice(4);
    expect([a!.parentId, b!.parentId]).to.deep.equal([again!.id, again!.id]);
    expect(b!.upstream).to.deep.equal([a!.id]);
    expect(tried.steps.map(({ id }) => stepNumbers(tried).get(id))).to.deep.equal([
      '1',
      '1.0',
      '1.0b',
      '1.1',
      '1b',
      '1b.0',
      '1b.1',
      '2',
    ]);
    expect(readRun(structuredClone(tried))).to.deep.equal({ run: tried, problems: [] });
  });

  it('what is inside a failed step that is settled is asked for no more', () => {
    const failed = after(
      withPolicy(family, { rework: 'both' }),
      { type: 'fail-step', stepId: 'p', reason: 'x' },
      { type: 'duplicate-step', stepId: 'p' },
    );
    const done: Run = {
      ...failed,
      steps: failed.steps.map((one) => (one.duplicateOf ? { ...one, status: 'complete' as const } : one)),
    };
    expect(kinds(runBlockers(done))).to.deep.equal(['incomplete-step q']);
    expect(availableToWork(done, stepIn(done, 'q')).available).to.equal(true);
    expect(runCounts(done).steps).to.include({ failed: 0, resolved: 1, complete: 3, total: 5 - 1 });
  });

  it('what was built in comes out of a failed step, so that it can go into the next one', () => {
    const install = {
      id: 'in',
      unitId: 'u',
      partNumber: 'P',
      quantity: '1',
      by: 'ada',
      at: now,
      how: 'picked',
    } as const;
    const run = after(
      runOf([
        working('s', { requirements: [{ ...part('r', 'bulk', '1', 'P', 'Part'), installs: [install] }] }),
      ]),
      fail,
    );
    const out = after(run, { type: 'uninstall-part', ...at, targetId: 'r', installId: 'in' });
    expect(stepIn(out).requirements[0]!.installs).to.deep.equal([]);
  });

  it('an optional step that failed and is not settled deserves a warning', () => {
    const run = after(runOf([working('s', { required: false })]), fail);
    expect(kinds(runWarnings(run))).to.deep.equal(['unfinished-step s']);
  });
});

describe('a step, whatever happens to it', () => {
  const requests: readonly CommandRequest[] = [
    { type: 'start-step', ...at },
    { type: 'check-in', ...at },
    hold,
    { type: 'resume-step', ...at },
    fail,
    { type: 'reopen-step', ...at, reason: 'x' },
    { type: 'cancel-step', ...at, reason: 'x' },
    { type: 'restore-step', ...at },
    { type: 'complete-step', ...at },
  ];

  it('R4: nobody is checked in to a step that is not in progress', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...requests), fc.constantFrom('ada', ben.id)), { maxLength: 40 }),
        (moves) => {
          let run = runOf([step('s')]);
          for (const [request, by] of moves) {
            const answer = ask(run, request, { by });
            if (!isRefusal(answer)) run = evolveAll(run, answer);
            const { status, labor } = stepIn(run);
            if (status !== 'in-progress') expect(labor.every(({ out }) => out !== undefined)).to.equal(true);
          }
        },
      ),
    );
  });
});
