import { expect } from 'chai';
import fc from 'fast-check';
import {
  availableToWork,
  changedSince,
  decideBatch,
  evolveAll,
  isRefusal,
  readRun,
  redlineAt,
  redlineDiff,
  runBlockers,
  runWarnings,
  signoffState,
  stepBlockers,
  stepNumbers,
  type CommandRequest,
  type ProposedChange,
  type Requirement,
  type Run,
  type Step,
} from '../../src/domain/index.js';
import {
  after,
  ask,
  ben,
  cleo,
  commandOf,
  eventsOf,
  fieldIn,
  having,
  kinds,
  now,
  number,
  part,
  refusalOf,
  runOf,
  signoff,
  signoffIn,
  step,
  stepIn,
  text,
  withPolicy,
  working,
} from './runs.js';

const at = { stepId: 's' };
const gap = number('gap', 'Gap', 'mm', { min: '1', max: '5' });
const bolts = part('bolts', 'lot', '4', 'P-1', 'Bolt');
const base: Run = runOf([
  working('s', {
    instructions: ['Clean it.', 'Measure it.'],
    fields: [gap, text('note', 'Note'), signoff('seen', 'Seen', 'Quality')],
    requirements: [bolts],
  }),
  step('next', { upstream: ['s'] }),
  working('beside'),
]);
const propose = (...changes: ProposedChange[]): CommandRequest => ({
  type: 'propose-redline',
  ...at,
  title: 'Wider gap',
  changes,
});
const words = propose({ change: 'instructions', to: ['Clean it well.', 'Measure it.'] });
const idOf = (run: Run, stepId = 's') => redlineAt(run, stepId)!.id;
const to = (run: Run, type: 'approve-redline' | 'close-redline' | 'cancel-redline', stepId = 's'): Run =>
  after(run, { type, stepId, redlineId: idOf(run, stepId) });
const reject = (run: Run, stepId = 's'): Run =>
  after(run, { type: 'reject-redline', stepId, redlineId: idOf(run, stepId), comment: 'No' });
const approved = (...changes: ProposedChange[]): Run =>
  to(after(base, propose(...changes)), 'approve-redline');
const why = (run: Run, request: CommandRequest) => refusalOf(run, request).detail?.reason;

describe('proposing a redline', () => {
  it('R3, R85: puts the step in redline, checks everybody out, and keeps what is proposed', () => {
    const run = after(base, words);
    expect(stepIn(run).status).to.equal('redline');
    expect(stepIn(run).labor.every(({ out }) => out !== undefined)).to.equal(true);
    expect(run.redlines[0]).to.deep.include({ status: 'open', before: 'in-progress', by: 'ada' });
    expect(stepIn(run).instructions, 'nothing is changed yet').to.equal(stepIn(base).instructions);
  });

  it('R86: asks for both permissions', () => {
    for (const permissions of [['create-redline'], ['update-redline'], ['execute']] as const) {
      const run = { ...base, people: [{ ...cleo, permissions }] };
      expect(refusalOf(run, words, { by: 'cleo' }).refused).to.equal('not-permitted');
    }
    const both = {
      ...base,
      people: [{ ...cleo, permissions: ['create-redline', 'update-redline'] as const }],
    };
    expect(isRefusal(ask(both, words, { by: 'cleo' }))).to.equal(false);
  });

  it('R11: while it lasts the step is neither completed nor failed nor filled', () => {
    const run = after(base, words);
    for (const request of [
      { type: 'complete-step', ...at },
      { type: 'fail-step', ...at, reason: 'x' },
      { type: 'set-value', ...at, targetId: 'gap', value: '2' },
      { type: 'start-step', ...at },
      words,
    ] as const)
      expect(refusalOf(run, request).refused).to.equal('wrong-status');
  });

  it('R87: what waits for the step waits, what stands beside it goes on', () => {
    const run = after(base, words);
    expect(availableToWork(run, stepIn(run, 'next'))).to.deep.include({ available: false, waitsFor: ['s'] });
    expect(availableToWork(run, stepIn(run, 'beside')).available).to.equal(true);
    expect(kinds(runWarnings(run))).to.include(`open-redline ${idOf(run)}`);
  });

  it('R87: work that had begun after a failure that was settled stands still too', () => {
    const failed = step('s', {
      status: 'failed',
      failures: [{ reason: 'x', issueId: 'i', by: 'ada', at: '2026-11-20T08:00:00.000Z' }],
    });
    const issue = { id: 'i', number: '1', title: 'I', links: [], by: 'ada', at: '2026-11-20T08:00:00.000Z' };
    const run = runOf([failed, working('next', { upstream: ['s'], fields: [{ ...gap, id: 'g2' }] })], {
      issues: [{ ...issue, status: 'resolved', disposition: 'use-as-is' }],
    });
    const value = { type: 'set-value', stepId: 'next', targetId: 'g2', value: '2' } as const;
    expect(isRefusal(ask(run, value))).to.equal(false);
    expect(refusalOf(after(run, words), value)).to.deep.equal({
      refused: 'blocked',
      detail: { reason: 'upstream', waitsFor: ['s'] },
    });
  });

  it('says what it changes, names an issue that there is, and changes something', () => {
    expect(why(base, { ...words, title: ' ' } as CommandRequest)).to.equal('text-needed');
    expect(why(base, propose())).to.equal('redline-empty');
    expect(why(base, propose({ change: 'change-field', targetId: 'gap', to: { label: 'Gap' } }))).to.equal(
      'redline-empty',
    );
    expect(refusalOf(base, { ...words, issueId: 'gone' } as CommandRequest).refused).to.equal('not-found');
    expect(refusalOf(base, propose({ change: 'remove-field', targetId: 'gone' })).refused).to.equal(
      'not-found',
    );
  });

  it('what a step cannot hold is refused before anybody looks at it', () => {
    const asked = { required: true, allowNotApplicable: false };
    for (const change of [
      { change: 'change-field', targetId: 'gap', to: { limits: { min: '5', max: '1' } } },
      { change: 'change-field', targetId: 'gap', to: { limits: { min: 'five' } } },
      { change: 'change-field', targetId: 'gap', to: { label: ' ' } },
      { change: 'add-field', field: { type: 'single-select', label: 'Grade', options: [], ...asked } },
      { change: 'add-field', field: { type: 'hologram', label: 'H', ...asked } },
      { change: 'change-requirement', targetId: 'bolts', to: { quantity: 'many' } },
      { change: 'change-requirement', targetId: 'bolts', to: { partNumber: '' } },
      { change: 'repaint' },
    ] as unknown as ProposedChange[])
      expect(why(base, propose(change)), JSON.stringify(change)).to.equal('redline-unfit');
  });
});

describe('approving a redline', () => {
  const everything: ProposedChange[] = [
    { change: 'instructions', to: ['Clean it well.', 'Measure it.', 'Say so.'] },
    { change: 'change-field', targetId: 'gap', to: { limits: { min: '1', max: '7' }, hint: 'At the rim' } },
    { change: 'remove-field', targetId: 'note' },
    {
      change: 'add-field',
      after: 'gap',
      field: { type: 'text', label: 'Batch', required: true, allowNotApplicable: false },
    },
    {
      change: 'change-requirement',
      targetId: 'bolts',
      to: { quantity: '6', substitutes: [{ partNumber: 'P-2', description: 'Bolt' }] },
    },
    {
      change: 'add-requirement',
      requirement: {
        partNumber: 'W-1',
        description: 'Washer',
        quantity: '6',
        tracking: 'bulk',
        substitutes: [],
      },
    },
  ];

  it('R85: applies every change, and the step stays in redline until it is closed', () => {
    const run = approved(...everything);
    const now = stepIn(run);
    expect(now.status).to.equal('redline');
    expect(now.instructions).to.deep.equal(['Clean it well.', 'Measure it.', 'Say so.']);
    expect(now.fields.map(({ label }) => label)).to.deep.equal(['Gap', 'Batch', 'Seen']);
    expect(fieldIn(run, 'gap')).to.deep.include({ limits: { min: '1', max: '7' }, hint: 'At the rim' });
    expect(now.requirements.map(({ partNumber, quantity }) => [partNumber, quantity])).to.deep.equal([
      ['P-1', '6'],
      ['W-1', '6'],
    ]);
    expect(run.redlines[0]).to.deep.include({ status: 'accepted' });
    expect(run.redlines[0]!.decided).to.include({ by: 'ada' });
    expect(stepIn(to(run, 'close-redline')).status).to.equal('todo');
    expect(readRun(structuredClone(run))).to.deep.equal({ run, problems: [] });
  });

  it('takes away a limit, a hint, a unit', () => {
    const run = approved({ change: 'change-field', targetId: 'gap', to: { limits: null, unit: null } });
    expect(fieldIn(run, 'gap')).not.to.have.any.keys('limits', 'unit');
  });

  it('what was recorded stays, in the unit in which it was read', () => {
    const recorded: Run = {
      ...base,
      steps: [{ ...stepIn(base), fields: [having(gap, '2')] }, ...base.steps.slice(1)],
    };
    expect(why(recorded, propose({ change: 'remove-field', targetId: 'gap' }))).to.equal('recorded-already');
    const inches = propose({ change: 'change-field', targetId: 'gap', to: { unit: 'in' } });
    expect(fieldIn(to(after(recorded, inches), 'approve-redline'), 'gap')).to.deep.include({ unit: 'in' });
    expect(fieldIn(to(after(recorded, inches), 'approve-redline'), 'gap')).to.have.nested.include({
      'record.unit': 'mm',
      'record.value': '2',
    });
    const pressure = propose({ change: 'change-field', targetId: 'gap', to: { unit: 'bar' } });
    expect(why(recorded, pressure)).to.equal('redline-unfit');
  });

  it('what was built in stays: its line is not taken away, nor given to another part', () => {
    const install = {
      id: 'i',
      unitId: 'u',
      partNumber: 'P-1',
      quantity: '1',
      by: 'ada',
      at: now,
      how: 'picked',
    };
    const built = {
      ...base,
      steps: [{ ...stepIn(base), requirements: [{ ...bolts, installs: [install] }] }],
    } as unknown as Run;
    expect(why(built, propose({ change: 'remove-requirement', targetId: 'bolts' }))).to.equal(
      'recorded-already',
    );
    const other = { change: 'change-requirement', targetId: 'bolts', to: { partNumber: 'P-9' } } as const;
    expect(why(built, propose(other))).to.equal('recorded-already');
    const substitutes = [{ partNumber: 'P-1', description: 'Bolt' }];
    const run = after(built, propose({ ...other, to: { ...other.to, substitutes } }));
    expect(stepIn(to(run, 'approve-redline')).requirements[0]!.partNumber).to.equal('P-9');
  });

  it('what was signed, excused or is made of other parts stays, and a part goes into what is made here', () => {
    const decision = {
      id: 'd',
      decision: 'approve',
      by: 'ben',
      role: 'Quality',
      at: now,
      covers: {},
    } as const;
    const exception = { issueId: 'i', by: 'ada', at: now };
    const board = { ...part('board', 'serial', '1', 'B-1', 'Board'), madeOnAssembly: true } as const;
    const run = runOf([
      working('s', {
        fields: [{ ...signoff('seen', 'Seen', 'Quality'), decisions: [decision] }],
        requirements: [
          { ...bolts, exception },
          board,
          { ...part('chip', 'lot', '1', 'C-1', 'Chip'), partOf: 'board' },
        ],
      }),
    ]);
    expect(why(run, propose({ change: 'remove-field', targetId: 'seen' }))).to.equal('recorded-already');
    const remove = (targetId: string) => propose({ change: 'remove-requirement', targetId });
    expect(why(run, remove('bolts'))).to.equal('recorded-already');
    expect(why(run, remove('board'))).to.equal('redline-unfit');
    expect(isRefusal(ask(run, remove('chip')))).to.equal(false);
    const into = (partOf: string) =>
      propose({ change: 'add-requirement', requirement: { ...part('', 'lot', '1', 'C-2', 'Cap'), partOf } });
    expect(why(run, into('bolts'))).to.equal('redline-unfit');
    expect(why(run, into('gone'))).to.equal('redline-unfit');
    expect(isRefusal(ask(run, into('board')))).to.equal(false);
  });

  it('Q8: makes a signature stale that covered what it changed', () => {
    const signed = after(withPolicy({ ...base, people: [{ ...ben, id: 'ada' }] }, {}), {
      type: 'sign',
      ...at,
      targetId: 'seen',
      decision: 'approve',
    });
    const run = to(
      after(signed, propose({ change: 'change-field', targetId: 'gap', to: { limits: { max: '9' } } })),
      'approve-redline',
    );
    expect(signoffState(run, stepIn(run), signoffIn(run, 'seen'))).to.equal('stale');
  });

  it('Q8: another instruction is other work than was signed for', () => {
    const people = [{ ...ben, id: 'ada' }];
    const sign = { type: 'sign', ...at, targetId: 'seen', decision: 'approve' } as const;
    const run = to(after({ ...base, people }, sign, words), 'approve-redline');
    const [decision] = signoffIn(run, 'seen').decisions;
    expect(signoffState(run, stepIn(run), signoffIn(run, 'seen'))).to.equal('stale');
    expect(changedSince(run, stepIn(run), decision!)).to.deep.equal(['s']);
    const again = after(to(run, 'close-redline'), { type: 'start-step', ...at }, sign);
    expect(signoffState(again, stepIn(again), signoffIn(again, 'seen'))).to.equal('approved');
    const beside = to(
      after(again, { ...words, stepId: 'beside' } as CommandRequest),
      'approve-redline',
      'beside',
    );
    expect(signoffState(beside, stepIn(beside), signoffIn(beside, 'seen')), 'of its step').to.equal(
      'approved',
    );
    const third = propose({ change: 'instructions', to: ['Do it over.'] });
    const twice = to(after(again, third), 'approve-redline');
    expect(signoffState(twice, stepIn(twice), signoffIn(twice, 'seen'))).to.equal('stale');
    const left = reject(after({ ...base, people }, sign, words));
    expect(signoffState(left, stepIn(left), signoffIn(left, 'seen'))).to.equal('approved');
  });

  it('R71: what was signed keeps the name under which it was', () => {
    const rename: ProposedChange = { change: 'change-field', targetId: 'seen', to: { label: 'Sealed' } };
    expect(isRefusal(ask(base, propose(rename)))).to.equal(false);
    const signed = after(
      { ...base, people: [{ ...ben, id: 'ada' }] },
      { type: 'sign', ...at, targetId: 'seen', decision: 'reject', comment: 'No' },
    );
    expect(why(signed, propose(rename))).to.equal('recorded-already');
    const hint = propose({ ...rename, to: { hint: 'At the rim' } });
    expect(isRefusal(ask(signed, hint))).to.equal(false);
  });

  it('R35: what was accepted beyond its limits was accepted beyond those and no others', () => {
    const deviation = { rationale: 'Fits all the same', by: 'ada', at: now };
    const beyond: Run = withPolicy(
      { ...base, steps: [{ ...stepIn(base), fields: [having(gap, '6', { deviation })] }] },
      { outOfRange: 'with-rationale' },
    );
    const changed = (content: object) =>
      to(after(beyond, propose({ change: 'change-field', targetId: 'gap', to: content })), 'approve-redline');
    expect(kinds(stepBlockers(changed({ label: 'Width' }), 's'))).not.to.include('out-of-range gap');
    expect(kinds(stepBlockers(changed({ limits: { min: '50' } }), 's'))).to.include('out-of-range gap');
    expect(kinds(stepBlockers(changed({ unit: 'in' }), 's'))).to.include('out-of-range gap');
  });

  it('R58: places on the assembly and how many there are belong together', () => {
    const lamps = { ...part('lamps', 'lot', '2', 'L-1', 'Lamp'), designators: ['D1', 'D2'] };
    const run = runOf([working('s', { requirements: [lamps] })]);
    const change = { change: 'change-requirement', targetId: 'lamps' } as const;
    expect(why(run, propose({ ...change, to: { quantity: '5' } }))).to.equal('redline-unfit');
    expect(isRefusal(ask(run, propose({ ...change, to: { description: 'Light' } })))).to.equal(false);
    const requirement = { ...lamps, quantity: '3' };
    expect(why(run, propose({ change: 'add-requirement', requirement }))).to.equal('redline-unfit');
  });

  it('R58: places come and go with how many there are, and one that holds a part stays', () => {
    const install = {
      id: 'i',
      unitId: 'u',
      partNumber: 'L-1',
      quantity: '1',
      by: 'ada',
      at: now,
      how: 'picked',
    } as const;
    const lamps = { ...part('lamps', 'lot', '2', 'L-1', 'Lamp'), designators: ['D1', 'D2'] };
    const filled: Requirement = { ...lamps, installs: [{ ...install, designator: 'D1' }] };
    const run = runOf([working('s', { requirements: [filled, { ...bolts, installs: [] }] })]);
    const places = (targetId: string, designators: unknown, quantity?: string) =>
      propose({
        change: 'change-requirement',
        targetId,
        to: { designators, ...(quantity && { quantity }) } as object,
      });
    const to3 = after(run, places('lamps', [' D1 ', 'D3', 'D4', 'D3', ''], '3'));
    expect(redlineDiff(to3, to3.redlines[0]!)).to.deep.equal([
      { kind: 'quantity', targetId: 'lamps', before: '2', after: '3' },
      { kind: 'designators', targetId: 'lamps', before: ['D1', 'D2'], after: ['D1', 'D3', 'D4'] },
    ]);
    const applied = to(to3, 'approve-redline');
    expect(stepIn(applied).requirements[0]).to.deep.include({
      designators: ['D1', 'D3', 'D4'],
      quantity: '3',
    });
    expect(kinds(stepBlockers(applied, 's'))).to.include('uninstalled-requirement lamps');
    expect(readRun(structuredClone(applied))).to.deep.equal({ run: applied, problems: [] });
    const named = (request: CommandRequest) => refusalOf(run, request).detail;
    expect(named(places('lamps', ['D3', 'D2']))).to.deep.equal({ reason: 'recorded-already', message: 'D1' });
    expect(named(places('lamps', null))).to.deep.equal({ reason: 'recorded-already', message: 'D1' });
    expect(named(places('lamps', ['D1', 'D3', 'D4']))).to.include({ reason: 'redline-unfit' });
    expect(named(places('lamps', [null]))).to.include({ reason: 'redline-unfit' });
    const loose = { ...run, steps: [{ ...stepIn(run), requirements: [{ ...bolts, installs: [install] }] }] };
    expect(refusalOf(loose, places('bolts', ['B1'], '1')).detail).to.deep.equal({
      reason: 'recorded-already',
      message: 'Bolt',
    });
    const placed = to(after(run, places('bolts', ['B1', 'B2'], '2')), 'approve-redline');
    expect(stepIn(placed).requirements[1]!.designators).to.deep.equal(['B1', 'B2']);
    const none = to(after(to(placed, 'close-redline'), places('bolts', [])), 'approve-redline');
    expect(stepIn(none).requirements[1]).not.to.have.property('designators');
  });

  it('Q8: a signature is stale when the places of a part are others', () => {
    const people = [{ ...ben, id: 'ada' }];
    const signed = after({ ...base, people }, { type: 'sign', ...at, targetId: 'seen', decision: 'approve' });
    const run = to(
      after(
        signed,
        propose({
          change: 'change-requirement',
          targetId: 'bolts',
          to: { designators: ['B1', 'B2', 'B3', 'B4'] },
        }),
      ),
      'approve-redline',
    );
    expect(changedSince(run, stepIn(run), signoffIn(run, 'seen').decisions[0]!)).to.deep.equal(['bolts']);
  });

  it('is done once, and rejecting needs a comment', () => {
    const run = approved(...everything);
    const redlineId = run.redlines[0]!.id;
    expect(why(run, { type: 'approve-redline', ...at, redlineId })).to.equal('redline-status');
    expect(why(run, { type: 'cancel-redline', ...at, redlineId })).to.equal('redline-status');
    const proposed = after(base, words);
    const rejecting = { type: 'reject-redline', ...at, redlineId: idOf(proposed), comment: ' ' } as const;
    expect(why(proposed, rejecting)).to.equal('comment-needed');
    expect(refusalOf(proposed, { type: 'approve-redline', ...at, redlineId: 'gone' }).refused).to.equal(
      'not-found',
    );
    expect(why(proposed, { type: 'close-redline', ...at, redlineId: idOf(proposed) })).to.equal(
      'redline-status',
    );
    expect(reject(proposed).redlines[0]).to.have.nested.include({
      status: 'rejected',
      'decided.comment': 'No',
    });
  });

  it('a change of a kind that nobody knows is not approved', () => {
    const foreign = { id: 'r', stepId: 's', title: 'X', status: 'open', changes: [{ change: 'repaint' }] };
    const { run, problems } = readRun({
      ...structuredClone(base),
      steps: [step('s', { status: 'redline' })],
      redlines: [foreign],
    });
    expect(problems.map(({ code }) => code)).to.deep.equal(['unknown-value']);
    expect(why(run, { type: 'approve-redline', ...at, redlineId: 'r' })).to.equal('redline-unfit');
    expect(redlineDiff(run, run.redlines[0]!)).to.deep.equal([
      { kind: 'unknown', targetId: 's', after: 'repaint' },
    ]);
  });
});

describe('a redline of a sign-off', () => {
  const people = [
    { ...ben, id: 'ada' },
    { ...ben, id: 'wes', roles: ['Witness'] },
  ];
  const decide = (decision: 'approve' | 'reject'): CommandRequest => ({
    type: 'sign',
    ...at,
    targetId: 'seen',
    decision,
    comment: 'So it is',
  });
  const asking = (content: object): CommandRequest =>
    propose({ change: 'change-field', targetId: 'seen', to: content });
  const changed = (run: Run, content: object): Run => to(after(run, asking(content)), 'approve-redline');
  const stateOf = (run: Run) => signoffState(run, stepIn(run), signoffIn(run, 'seen'));
  const signed = after({ ...base, people }, decide('approve'));

  it('R66, R85: asks for another role or says something else, as the difference tells', () => {
    const run = after(
      { ...base, people },
      asking({ role: ' Witness ', meaning: 'Saw it', peerReview: true }),
    );
    expect(redlineDiff(run, run.redlines[0]!)).to.deep.equal([
      { kind: 'role', targetId: 'seen', before: 'Quality', after: 'Witness' },
      { kind: 'meaning', targetId: 'seen', after: 'Saw it' },
      { kind: 'peerReview', targetId: 'seen', before: false, after: true },
    ]);
    const now = to(run, 'approve-redline');
    expect(signoffIn(now, 'seen')).to.include({ role: 'Witness', meaning: 'Saw it', peerReview: true });
    expect(readRun(structuredClone(now))).to.deep.equal({ run: now, problems: [] });
    expect(signoffIn(changed(to(now, 'close-redline'), { meaning: ' ' }), 'seen')).not.to.have.property(
      'meaning',
    );
  });

  it('R71: an approval of what was asked for before is stale, names the sign-off, and stays as it was given', () => {
    for (const content of [{ role: 'Witness' }, { meaning: 'Saw it' }, { peerReview: true }]) {
      const run = changed(signed, content);
      const field = signoffIn(run, 'seen');
      expect(stateOf(run), JSON.stringify(content)).to.equal('stale');
      expect(changedSince(run, stepIn(run), field.decisions[0]!, field)).to.deep.equal(['seen']);
      expect(field.decisions).to.deep.equal(signoffIn(signed, 'seen').decisions);
    }
    expect(stateOf(changed(signed, { hint: 'At the rim', required: true }))).to.equal('approved');
    const other = runOf([
      working('s', { fields: [signoff('seen', 'Seen', 'Quality'), signoff('both', 'Both', 'Quality')] }),
    ]);
    const beside = changed(
      after({ ...other, people }, { ...decide('approve'), targetId: 'both' } as CommandRequest),
      {
        role: 'Witness',
      },
    );
    expect(signoffState(beside, stepIn(beside), signoffIn(beside, 'both'))).to.equal('approved');
  });

  it('Q8: that something else is asked for by now is told before the values that have changed', () => {
    const wider = { change: 'change-field', targetId: 'gap', to: { limits: { max: '9' } } } as const;
    const other = { change: 'change-field', targetId: 'seen', to: { role: 'Witness' } } as const;
    const run = to(after(signed, propose(wider, other)), 'approve-redline');
    const field = signoffIn(run, 'seen');
    expect(changedSince(run, stepIn(run), field.decisions[0]!, field)).to.deep.equal(['seen', 'gap']);
  });

  it('R68: nobody has approved what is asked for now, so it blocks whatever the policy says of stale signatures', () => {
    const lenient = changed(withPolicy(signed, { staleSignature: 'warn' }), { role: 'Witness' });
    expect(kinds(stepBlockers(lenient, 's'))).to.include('stale-signoff seen');
    const value = after(withPolicy(signed, { staleSignature: 'warn' }), {
      type: 'set-value',
      ...at,
      targetId: 'gap',
      value: '2',
    });
    expect(kinds(stepBlockers(value, 's'))).not.to.include('stale-signoff seen');
  });

  it('R67, R68: a rejection stays one, and whoever has the role by now decides anew', () => {
    const rejected = after({ ...base, people }, decide('reject'));
    const run = after(to(changed(rejected, { role: 'Witness' }), 'close-redline'), {
      type: 'start-step',
      ...at,
    });
    expect(stateOf(run)).to.equal('rejected');
    expect(refusalOf(run, decide('approve')).detail).to.deep.include({ reason: 'role', needs: 'Witness' });
    const answer = ask(run, decide('approve'), { by: 'wes' });
    if (isRefusal(answer)) throw new Error(JSON.stringify(answer));
    const again = evolveAll(run, answer);
    expect(stateOf(again)).to.equal('approved');
    expect(signoffIn(again, 'seen').decisions.map(({ role }) => role)).to.deep.equal(['Quality', 'Witness']);
    expect(stateOf(changed(again, { role: 'Quality' })), 'and back').to.equal('stale');
  });

  it('R83: reaches the sibling, and so does a decision of what is asked for then', () => {
    const facts = {};
    let [run, sibling]: readonly Run[] = [signed, { ...signed, id: 'sibling', sequence: 40 }];
    for (const request of [
      asking({ meaning: 'Saw it' }),
      () => ({ type: 'approve-redline', ...at, redlineId: idOf(run!) }) as const,
      () => ({ type: 'close-redline', ...at, redlineId: idOf(run!) }) as const,
      { type: 'start-step', ...at } as const,
      decide('approve'),
    ]) {
      const command = commandOf(typeof request === 'function' ? request() : request);
      const { answer, siblings } = decideBatch(run!, [sibling!], command, { by: 'ada', at: now, facts });
      const there = siblings[0]!.answer;
      if (isRefusal(answer) || isRefusal(there))
        throw new Error(JSON.stringify([command.type, answer, there]));
      [run, sibling] = [evolveAll(run!, answer), evolveAll(sibling!, there)];
      if (command.type === 'close-redline')
        expect([stateOf(run), stateOf(sibling)]).to.deep.equal(['stale', 'stale']);
    }
    expect([stateOf(run!), stateOf(sibling!)]).to.deep.equal(['approved', 'approved']);
  });

  it('R68: has a role: what nobody could sign is not asked for', () => {
    expect(why(base, asking({ role: ' ' }))).to.equal('redline-unfit');
    const { id: _, version: __, decisions: ___, ...field } = signoff('x', 'Sealed', ' ');
    expect(why(base, propose({ change: 'add-field', field }))).to.equal('redline-unfit');
  });

  it('R72: a gate of the run is no field of a step', () => {
    const gated = { ...base, gates: [signoff('release', 'Released', 'Quality')] };
    const request = propose({ change: 'change-field', targetId: 'release', to: { role: 'Witness' } });
    expect(refusalOf(gated, request).refused).to.equal('not-found');
  });
});

describe('leaving a redline', () => {
  it('R12: canceling restores what the step was, closing makes it to do', () => {
    for (const status of ['todo', 'in-progress', 'failed'] as const) {
      const proposed = after(runOf([step('s', { status })]), words);
      expect(stepIn(to(proposed, 'cancel-redline')).status).to.equal(status);
      expect(stepIn(to(reject(proposed), 'close-redline')).status).to.equal('todo');
    }
    expect(stepIn(to(reject(after(base, words)), 'cancel-redline')).status).to.equal('in-progress');
    const run = to(after(base, words), 'cancel-redline');
    expect(run.redlines[0]!.status).to.equal('canceled');
    expect({ ...stepIn(run), version: '', labor: [] }).to.deep.equal({
      ...stepIn(base),
      version: '',
      labor: [],
    });
    expect(redlineAt(run, 's')).to.equal(undefined);
  });

  it('R12: what a redline from elsewhere says of before leads only where canceling may', () => {
    for (const [before, status] of [
      ['complete', 'todo'],
      ['canceled', 'todo'],
      ['hold', 'todo'],
      ['failed', 'failed'],
    ] as const) {
      const redline = { id: 'r', stepId: 's', title: 'R', status: 'unknown', before } as const;
      const run = runOf([step('s', { status: 'redline' })], { redlines: [redline] });
      expect(stepIn(to(run, 'cancel-redline')).status, before).to.equal(status);
    }
  });

  it('R113: a step that was changed by a redline is not the one that was looked at', () => {
    const seen = after(base, words);
    const run = to(seen, 'approve-redline');
    const closing = { type: 'close-redline', ...at, redlineId: idOf(run) } as const;
    expect(refusalOf(run, { ...closing, base: stepIn(seen).version }).refused).to.equal('stale');
    expect(isRefusal(ask(run, { ...closing, base: stepIn(run).version }))).to.equal(false);
  });

  it('is settled at its own step alone', () => {
    const run = after(base, words, { ...words, stepId: 'beside' } as CommandRequest);
    const elsewhere = { type: 'approve-redline', stepId: 'beside', redlineId: idOf(run) } as const;
    expect(refusalOf(run, elsewhere).refused).to.equal('not-found');
  });

  it('R91: an issue that has left pending closes nothing that is asked for since', () => {
    const opened = after(base, { type: 'open-issue', title: 'Gap', links: [] });
    const issueId = opened.issues[0]!.id;
    const advance = { type: 'advance-issue', issueId } as const;
    const left = after(opened, { type: 'disposition-issue', issueId, disposition: 'rework' }, advance);
    const run = after(left, { ...words, issueId } as CommandRequest, advance);
    expect(stepIn(run).status).to.equal('redline');
  });

  it('R91: an issue that leaves pending closes no redline of another, and none twice', () => {
    const opened = after(base, { type: 'open-issue', title: 'Gap', links: [] });
    const issueId = opened.issues[0]!.id;
    const first = to(after(opened, { ...words, issueId } as CommandRequest), 'cancel-redline');
    const second = after(first, words);
    const leave: CommandRequest[] = [
      { type: 'disposition-issue', issueId, disposition: 'rework' },
      { type: 'advance-issue', issueId },
    ];
    expect(stepIn(after(second, ...leave)).status).to.equal('redline');
    const odd = after(opened, { ...words, issueId } as CommandRequest);
    const elsewhere = { ...odd, steps: odd.steps.map((one) => (one.id === 's' ? stepIn(base) : one)) };
    expect(stepIn(after(elsewhere, ...leave)), 'a step that is not in redline').to.equal(stepIn(base));
  });

  it('R91: an issue that leaves pending closes the redlines that it asked for', () => {
    const opened = after(base, { type: 'open-issue', title: 'Gap', links: [] });
    const issueId = opened.issues[0]!.id;
    const proposed = after(opened, { ...words, issueId } as CommandRequest);
    expect(proposed.issues[0]!.links).to.deep.equal(['s']);
    const leave: CommandRequest[] = [
      { type: 'disposition-issue', issueId, disposition: 'rework' },
      { type: 'advance-issue', issueId },
    ];
    expect(after(proposed, leave[0]!).steps[0]!.status).to.equal('redline');
    const undecided = after(proposed, ...leave);
    expect(stepIn(undecided).status).to.equal('todo');
    expect(undecided.redlines[0]!.status, 'what nobody approved is given up').to.equal('canceled');
    const decided = after(to(proposed, 'approve-redline'), ...leave);
    expect(stepIn(decided)).to.deep.include({
      status: 'todo',
      instructions: ['Clean it well.', 'Measure it.'],
    });
    expect(decided.redlines[0]!.status).to.equal('accepted');
    expect(eventsOf(to(proposed, 'cancel-redline'), leave[0]!)).to.have.length(1);
  });
});

describe('dependencies', () => {
  const add = (stepId: string, targetId: string): CommandRequest => ({
    type: 'propose-redline',
    stepId,
    title: 'Order',
    changes: [{ change: 'add-dependency', targetId }],
  });

  it('R88: are added only when both steps are in redline, also by the time they are approved', () => {
    expect(refusalOf(base, add('beside', 's'))).to.deep.equal({
      refused: 'blocked',
      detail: { reason: 'both-in-redline', waitsFor: ['s'] },
    });
    const both = after(base, words, add('beside', 's'));
    expect(stepIn(to(both, 'approve-redline', 'beside'), 'beside').upstream).to.deep.equal(['s']);
    const left = to(both, 'cancel-redline');
    const approving = { type: 'approve-redline', stepId: 'beside', redlineId: idOf(left, 'beside') } as const;
    expect(why(left, approving)).to.equal('both-in-redline');
  });

  it('R88: are taken away without that', () => {
    const run = after(base, {
      type: 'propose-redline',
      stepId: 'next',
      title: 'Order',
      changes: [{ change: 'remove-dependency', targetId: 's' }],
    });
    expect(stepIn(to(run, 'approve-redline', 'next'), 'next').upstream).to.deep.equal([]);
  });

  it('R88: steps inside the same one may wait for one another', () => {
    const inside = { parentId: 'p', status: 'redline' } as const;
    const run = runOf([step('p'), step('c', { parentId: 'p' }), step('d', inside)]);
    expect(isRefusal(ask(run, add('c', 'd')))).to.equal(false);
  });

  it('no step comes to wait for itself, neither by way of others nor of the step around it', () => {
    const steps: Step[] = [
      step('p'),
      step('c', { parentId: 'p', status: 'redline' }),
      step('q', { upstream: ['p'], status: 'redline' }),
    ];
    expect(why(runOf(steps), add('p', 'q'))).to.equal('waits-for-itself');
    expect(why(runOf(steps), add('p', 'c'))).to.equal('waits-for-itself');
    const within = runOf([
      { ...steps[0]!, status: 'redline' },
      { ...steps[1]!, status: 'todo' },
    ]);
    expect(why(within, add('c', 'p'))).to.equal('waits-for-itself');
    expect(why(runOf([steps[0]!, { ...steps[1]!, status: 'todo' }, steps[2]!]), add('c', 'q'))).to.equal(
      'waits-for-itself',
    );
  });

  it('nor by way of a second try: what waits for a failed step waits for that', () => {
    const failed = step('a', { status: 'failed' });
    const again = step('a2', { duplicateOf: 'a' });
    const run = runOf([failed, again, step('b', { upstream: ['a'], status: 'redline' })]);
    expect(why(run, add('a2', 'b'))).to.equal('waits-for-itself');
  });

  it('nor when two redlines that are sound alone are approved one after the other', () => {
    const run = after(runOf([step('s'), step('t')]), words, add('t', 's'));
    const crossed: Run = {
      ...run,
      redlines: run.redlines.map((one) =>
        one.stepId === 's' ? { ...one, changes: [{ change: 'add-dependency', targetId: 't' }] } : one,
      ),
    };
    const first = to(crossed, 'approve-redline', 't');
    expect(why(first, { type: 'approve-redline', ...at, redlineId: idOf(first) })).to.equal(
      'waits-for-itself',
    );
  });
});

describe('a step that a redline adds', () => {
  const adding = (place: object = {}): CommandRequest => ({
    type: 'propose-redline',
    title: 'Deburr first',
    step: { title: 'Deburr', ...place },
    changes: [{ change: 'instructions', to: ['Deburr the edges.'] }],
  });
  const born = (run: Run): Step => run.steps.find(({ addedBy }) => addedBy !== undefined)!;
  const nested = runOf([step('a'), step('a1', { parentId: 'a' }), step('b')]);

  it('R85: stands at its place, in redline and empty until it is approved', () => {
    const run = after(nested, adding({ after: 'a' }));
    expect(run.steps.map(({ title }) => title)).to.deep.equal(['Step a', 'Step a1', 'Deburr', 'Step b']);
    expect(born(run)).to.deep.include({ status: 'redline', instructions: [], required: true });
    expect(after(nested, adding()).steps.at(-1)!.title).to.equal('Deburr');
    expect(after(nested, adding({ parentId: 'a' })).steps[2]!.parentId).to.equal('a');
    expect(readRun(structuredClone(run))).to.deep.equal({ run, problems: [] });
  });

  it('becomes work when it is approved and closed', () => {
    const run = after(nested, adding({ after: 'a' }));
    const { id } = born(run);
    const closed = to(to(run, 'approve-redline', id), 'close-redline', id);
    expect(stepIn(closed, id)).to.deep.include({ status: 'todo', instructions: ['Deburr the edges.'] });
    expect(kinds(runBlockers(closed))).to.include(`incomplete-step ${id}`);
  });

  it('does not become work when it is not, and nobody brings it back past that', () => {
    const run = after(nested, adding());
    const { id } = born(run);
    for (const left of [to(run, 'cancel-redline', id), to(reject(run, id), 'close-redline', id)]) {
      expect(stepIn(left, id)).to.include({ status: 'canceled', required: false });
      expect(kinds(runBlockers(left))).not.to.include(`incomplete-step ${id}`);
      expect(why(left, { type: 'restore-step', stepId: id })).to.equal('redline-status');
    }
  });

  it('R23: takes a letter, and the other steps keep their numbers', () => {
    const numbers = (run: Run) => run.steps.map(({ id }) => stepNumbers(run).get(id));
    expect(numbers(after(nested, adding({ after: 'a' })))).to.deep.equal(['1', '1.0', '1b', '2']);
    expect(numbers(after(nested, adding(), adding()))).to.deep.equal(['1', '1.0', '2', '2b', '2c']);
    expect(numbers(after(nested, adding({ parentId: 'a' })))).to.deep.equal(['1', '1.0', '1.0b', '2']);
    const { id } = born(after(nested, adding({ parentId: 'b' })));
    expect(id).to.be.a('string');
    expect(new Set(numbers(after(nested, adding({ parentId: 'b' })))).size).to.equal(4);
  });

  it('has a place that there is', () => {
    for (const place of [
      { after: 'gone' },
      { parentId: 'gone' },
      { after: 'a1' },
      { after: 'b', parentId: 'a' },
    ])
      expect(refusalOf(nested, adding(place)).refused, JSON.stringify(place)).to.equal('not-found');
    const over = runOf([step('a', { status: 'complete' })]);
    expect(refusalOf(over, adding({ parentId: 'a' })).refused).to.equal('wrong-status');
    expect(why(nested, { ...adding(), step: { title: ' ' } } as CommandRequest)).to.equal('text-needed');
  });
});

describe('the difference that a redline makes', () => {
  const diffOf = (...changes: ProposedChange[]) => {
    const run = after(base, propose(...changes));
    const before = redlineDiff(run, run.redlines[0]!);
    const applied = to(run, 'approve-redline');
    expect(redlineDiff(applied, applied.redlines[0]!), 'reads the same after it is applied').to.deep.equal(
      before,
    );
    return before;
  };

  it('tells paragraphs that changed, came and went', () => {
    expect(
      diffOf({ change: 'instructions', to: ['Clean it well.', 'Measure it.', 'Say so.'] }),
    ).to.deep.equal([
      { kind: 'instruction', targetId: 's', before: 'Clean it.', after: 'Clean it well.' },
      { kind: 'instruction', targetId: 's', after: 'Say so.' },
    ]);
    expect(diffOf({ change: 'instructions', to: ['Measure it.'] })).to.deep.equal([
      { kind: 'instruction', targetId: 's', before: 'Clean it.' },
    ]);
  });

  it('tells fields, requirements and dependencies by what differs', () => {
    expect(
      diffOf(
        {
          change: 'change-field',
          targetId: 'gap',
          to: { limits: { max: '7' }, required: false, hint: 'Here' },
        },
        { change: 'change-requirement', targetId: 'bolts', to: { quantity: '6' } },
      ),
    ).to.deep.equal([
      { kind: 'hint', targetId: 'gap', after: 'Here' },
      { kind: 'required', targetId: 'gap', before: true, after: false },
      { kind: 'limits', targetId: 'gap', before: { min: '1', max: '5' }, after: { max: '7' } },
      { kind: 'quantity', targetId: 'bolts', before: '4', after: '6' },
    ]);
    const [gone] = diffOf({ change: 'remove-requirement', targetId: 'bolts' });
    expect(gone).to.deep.equal({ kind: 'requirement', targetId: 'bolts', before: bolts });
  });

  it('tells of any two texts what makes one the other', () => {
    const paragraph = fc.constantFrom('a', 'b', 'c', 'd');
    const texts = fc.array(paragraph, { maxLength: 8 });
    fc.assert(
      fc.property(texts, texts, (from, into) => {
        const redline = { id: 'r', stepId: 's', title: 'R', status: 'open' as const };
        const rows = redlineDiff(base, {
          ...redline,
          changes: [{ change: 'instructions', from, to: into }],
        });
        const count = (side: 'before' | 'after', word: string) =>
          rows.filter((row) => row[side] === word).length;
        for (const word of ['a', 'b', 'c', 'd']) {
          const had = from.filter((one) => one === word).length;
          const has = into.filter((one) => one === word).length;
          expect(had - count('before', word)).to.equal(has - count('after', word));
        }
        if (JSON.stringify(from) === JSON.stringify(into)) expect(rows).to.deep.equal([]);
      }),
    );
  });
});

describe('a redline from elsewhere', () => {
  it('a command that is not whole is refused and never thrown at', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (changes, title) => {
        const command = { ...commandOf(words), title, changes: [changes] } as never;
        const answer = ask(base, command);
        if (!isRefusal(answer)) expect(readRun(evolveAll(base, answer)).problems).to.deep.equal([]);
      }),
    );
  });
});
