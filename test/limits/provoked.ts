// For every reason to refuse, a real command that is refused for it: the run, the request, who gives it, and what is known.
import type { RefusalReason } from '../../src/domain/command.js';
import {
  gridOf,
  type CommandRequest,
  type Facts,
  type Field,
  type Id,
  type Issue,
  type Policy,
  type ProposedChange,
  type Redline,
  type Requirement,
  type Run,
  type Tool,
  type Unit,
} from '../../src/domain/index.js';
import * as seed from '../../src/testing/seed.js';
import { ada, before, having, runOf, step, working, workingOn } from '../domain/runs.js';

export interface Provoked {
  run: Run;
  request: CommandRequest;
  by?: Id;
  facts?: Facts;
  /** What the sentences must name. */
  names: readonly string[];
}

// Short ways to say what differs from case to case ------------------------------------------------------------

const at = { stepId: 's' };
const set = (targetId: Id, value: unknown, more: object = {}) =>
  ({ type: 'set-value', ...at, targetId, value, ...more }) as CommandRequest;

const wider: Redline = { id: 'wider', stepId: 's', title: 'Wider', status: 'open' };
const redlining = (changes: readonly ProposedChange[]): CommandRequest => ({
  type: 'propose-redline',
  ...at,
  title: 'Wider',
  changes,
});

/** At one field of a step in progress. */
const field = (
  one: Field,
  request: CommandRequest,
  names: readonly string[],
  more: object = {},
): Provoked => ({
  run: workingOn({ fields: [one] }),
  request,
  names: [one.label, ...names],
  ...more,
});

const gap = seed.number('gap', 'Gap', 'mm', { min: '0', max: '10' });
const filled = having(gap, '5');
const torqued: Run = workingOn({ fields: [filled] });
const policy = (run: Run, change: Partial<Policy>): Run => ({ ...run, policy: { ...run.policy, ...change } });

const motor = seed.part('motor', 'serial', '2', 'M-1', 'Motor');
const bolts = seed.part('bolts', 'lot', '8', 'P-1', 'Bolt');
const resistors: Requirement = {
  ...seed.part('resistors', 'bulk', '2', 'R-1', 'Resistor'),
  designators: ['R1', 'R2'],
};
const board: Requirement = { ...seed.part('board', 'serial', '1', 'B-1', 'Board'), madeOnAssembly: true };
const chip: Requirement = { ...seed.part('chip', 'serial', '1', 'C-1', 'Chip'), partOf: 'board' };

const unitOf = (partNumber: string, more: Partial<Unit> = {}): Unit => ({
  id: 'unit',
  partNumber,
  quantity: '1',
  status: 'available',
  ...more,
});
const motorUnit = (more: Partial<Unit> = {}): Unit => unitOf('M-1', { serial: 'SN-7', ...more });
const lotUnit = (more: Partial<Unit> = {}): Unit => unitOf('P-1', { lot: 'LOT-9', quantity: '20', ...more });
const resistor = unitOf('R-1', { quantity: '50' });

const installed = (one: Requirement, id: Id, more: object = {}): Requirement => ({
  ...one,
  installs: [
    ...one.installs,
    {
      id,
      unitId: 'other',
      partNumber: one.partNumber,
      quantity: '1',
      by: 'ada',
      at: before,
      how: 'scanned',
      ...more,
    },
  ],
});

/** A unit into the first of these requirements. */
function into(
  [requirement, ...others]: readonly [Requirement, ...Requirement[]],
  unit: Unit | undefined,
  names: readonly string[],
  more: object = {},
): Provoked {
  return {
    run: workingOn({ requirements: [requirement, ...others] }),
    request: {
      type: 'install-part',
      ...at,
      targetId: requirement.id,
      quantity: '1',
      ...(unit ? { unitId: unit.id, how: 'scanned' } : { made: {}, how: 'made' }),
      ...more,
    } as CommandRequest,
    ...(unit && { facts: { units: { [unit.id]: unit } } }),
    names: [requirement.description, ...names],
  };
}

const wrench: Tool = {
  id: 'tool',
  partNumber: 'TW-10',
  name: 'Torque wrench',
  serial: 'TW-0042',
  subtype: 'torque',
  status: 'available',
};
const using = (tool: Tool, names: readonly string[], more: object = {}): Provoked =>
  field(seed.tool('tool-used', 'Tool used', more), set('tool-used', { id: tool.id, name: 'W' }), names, {
    facts: { tools: { [tool.id]: tool } },
  });

const signedBy = (signoff: Field, request: object, by: Id, names: readonly string[]): Provoked =>
  field(signoff, { type: 'sign', ...at, targetId: signoff.id, ...request } as CommandRequest, names, { by });
const quality = seed.signoff('seen', 'Witnessed', 'Quality');

const issueOf = (status: 'pending' | 'resolved'): Issue => ({
  id: 'i',
  number: 'ISS-1',
  title: 'Scratch',
  status,
  links: [],
  by: 'ada',
  at: before,
});

const waiting = (change: object): Run =>
  runOf([step('first', { title: 'Drill' }), step('s', { title: 'Deburr', ...change })]);

// The table ---------------------------------------------------------------------------------------------------

/** Reasons that no command meets at `decide`: they are told before one is sent, of another run, or by who knows people. */
export const beforeSending = [
  'ambiguous-number',
  'not-alike',
  'unreadable',
  'not-recognized',
  'too-many-tries',
  'proof-refused',
] as const satisfies readonly RefusalReason[];

export const provoked: Readonly<
  Record<Exclude<RefusalReason, (typeof beforeSending)[number]>, readonly Provoked[]>
> = {
  'not-a-number': [field(gap, set('gap', 'about 5'), []), into([bolts], lotUnit(), [], { quantity: 'some' })],
  'not-a-date': [
    field(seed.date('d', 'Cured on'), set('d', '2026-02-30'), []),
    field(seed.dateTime('d', 'Cured at'), set('d', '2026-02-03 10:00'), []),
  ],
  'not-a-unit': [field(gap, set('gap', '5', { unit: 'smoot' }), [])],
  'other-unit': [field(gap, set('gap', '5', { unit: 'kg' }), [])],
  'not-an-option': [
    field(seed.passFail('p', 'Burr free'), set('p', 'maybe'), []),
    field(seed.multiSelect('m', 'Tools', { a: 'A' }), set('m', ['a', 'a']), []),
  ],
  'not-a-value': [
    field(seed.boolean('b', 'Oiled'), set('b', 'yes'), []),
    field(seed.file('f', 'Photo'), set('f', []), []),
    {
      run: torqued,
      request: { type: 'attach-file', ...at, file: { id: 'x' } } as unknown as CommandRequest,
      names: ['Step s'],
    },
  ],
  'comment-needed': [signedBy(quality, { decision: 'reject', comment: ' ' }, 'ben', [])],
  'rationale-needed': [
    field(having(gap, '11'), { type: 'accept-deviation', ...at, targetId: 'gap', rationale: ' ' }, []),
  ],
  'reason-needed': [
    { run: policy(torqued, { reasonForChange: true }), request: set('gap', '6'), names: ['Gap'] },
    {
      run: policy(torqued, { reasonForChange: true }),
      request: { type: 'clear-value', ...at, targetId: 'gap' },
      names: ['Gap'],
    },
    removing({}, ' '),
  ],
  'issue-needed': [
    {
      run: workingOn({ requirements: [motor] }),
      request: { type: 'except-requirement', ...at, targetId: 'motor', issueId: 'gone' },
      names: ['Motor'],
    },
  ],
  'disposition-needed': [
    {
      run: { ...torqued, issues: [issueOf('pending')] },
      request: { type: 'advance-issue', issueId: 'i' },
      names: [],
    },
  ],
  'issue-status': [
    {
      run: { ...torqued, issues: [issueOf('resolved')] },
      request: { type: 'resolve-issue', issueId: 'i' },
      names: [],
    },
  ],
  'rework-otherwise': [
    {
      run: policy(runOf([step('s', { status: 'failed' })]), { rework: 'duplicate' }),
      request: { type: 'reopen-step', ...at, reason: 'Again' },
      names: ['Step s'],
    },
  ],
  'times-crossed': [
    {
      run: torqued,
      request: { type: 'edit-labor', ...at, laborId: 's-labor', in: '2099-01-01T00:00:00.000Z', reason: 'x' },
      names: ['Step s'],
    },
  ],
  'text-needed': [
    field(seed.text('t', 'Remark'), set('t', '  '), []),
    { run: torqued, request: { type: 'comment', ...at, text: ' ' }, names: ['Step s'] },
    { run: torqued, request: { type: 'open-issue', ...at, title: ' ', links: [] }, names: ['Step s'] },
  ],
  'in-batch': [
    {
      run: { ...torqued, batch: { id: 'b1', name: 'Monday' } },
      request: { type: 'join-batch', batch: { id: 'b2', name: 'Tuesday' } },
      names: ['Monday'],
    },
  ],
  'not-in-batch': [{ run: torqued, request: { type: 'leave-batch' }, names: [] }],
  'not-applicable-not-allowed': [
    field(gap, { type: 'mark-not-applicable', ...at, targetId: 'gap' }, []),
    inGrid({ type: 'mark-not-applicable', ...at, targetId: 'r1' }),
  ],
  'not-out-of-range': [
    field(filled, { type: 'accept-deviation', ...at, targetId: 'gap', rationale: 'Fine' }, []),
  ],
  upstream: [
    {
      run: waiting({ upstream: ['first'] }),
      request: { type: 'start-step', ...at },
      names: ['Deburr', 'Drill'],
    },
  ],
  parent: [
    {
      run: waiting({ parentId: 'first' }),
      request: { type: 'start-step', ...at },
      names: ['Deburr', 'Drill'],
    },
  ],
  'already-checked-in': [{ run: torqued, request: { type: 'check-in', ...at }, names: ['Step s'] }],
  'not-checked-in': [{ run: torqued, request: { type: 'check-out', ...at }, by: 'ben', names: ['Step s'] }],
  role: [signedBy(quality, { decision: 'approve' }, 'ada', ['Quality'])],
  'other-role': [
    field(seed.person('who', 'Inspector', { role: 'Quality' }), set('who', { id: 'ada', name: 'A' }), [
      'Ada',
      'Quality',
    ]),
  ],
  permission: [field(gap, set('gap', '5'), [], { by: 'cleo' })],
  'peer-review': [peerReview()],
  'unit-status': [
    into([motor], motorUnit({ status: 'on-hold', reason: 'waits for inspection' }), [
      'SN-7',
      'waits for inspection',
    ]),
    into([motor], motorUnit({ status: 'installed' }), ['SN-7']),
  ],
  'kitted-elsewhere': [into([motor], motorUnit({ status: 'kitted', kittedTo: 'other' }), ['SN-7'])],
  'already-installed': [into([installed(motor, 'i1', { unitId: 'unit' })], motorUnit(), ['SN-7'])],
  'too-many': [
    into([bolts], lotUnit(), ['8'], { quantity: '9' }),
    into([installed(bolts, 'i1', { quantity: '8' })], lotUnit(), []),
    into([installed(board, 'i1')], undefined, []),
  ],
  'not-enough': [into([bolts], lotUnit({ quantity: '2' }), ['LOT-9', '2'], { quantity: '3' })],
  'quantity-one': [
    into([motor], motorUnit({ quantity: '2' }), [], { quantity: '2' }),
    into([resistors], resistor, [], { quantity: '2', designator: 'R1' }),
    into([board], undefined, [], { quantity: '2' }),
  ],
  'quantity-needed': [
    into([bolts], lotUnit(), [], { quantity: '0' }),
    into([board], undefined, [], { quantity: '0' }),
  ],
  'nothing-installed': [
    {
      run: workingOn({ requirements: [motor] }),
      request: { type: 'uninstall-part', ...at, targetId: 'motor', installId: 'gone' },
      names: ['Motor'],
    },
  ],
  expired: [into([bolts], lotUnit({ expires: '2026-10-31' }), ['LOT-9'])],
  'serial-needed': [into([motor], unitOf('M-1', { lot: 'L-1' }), ['M-1 L-1'])],
  'lot-needed': [into([bolts], unitOf('P-1'), ['P-1'])],
  'designator-needed': [
    into([resistors], resistor, ['R1', 'R2']),
    into([resistors], resistor, ['R1', 'R2'], { designator: 'R9' }),
    into([{ ...resistors, madeOnAssembly: true }], undefined, ['R1', 'R2']),
  ],
  'designator-filled': [
    into([installed(resistors, 'i1', { designator: 'R1' })], resistor, ['R1', 'R2'], { designator: 'R1' }),
  ],
  'not-made-here': [into([motor], undefined, [])],
  'made-here': [into([board], unitOf('B-1', { serial: 'B-7' }), [])],
  'parts-missing': [into([board, chip], undefined, ['Chip'])],
  'inside-made': [
    {
      run: workingOn({ requirements: [installed(board, 'b'), installed(chip, 'c', { into: 'b' })] }),
      request: { type: 'uninstall-part', ...at, targetId: 'chip', installId: 'c' },
      names: ['Chip'],
    },
  ],
  'serial-taken': [
    into([installed({ ...board, quantity: '2' }, 'b', { serial: 'B-7' })], undefined, ['b-7'], {
      made: { serial: 'b-7' },
    }),
  ],
  'not-found': [
    field(seed.partLink('p', 'Part used'), set('p', { id: 'gone', name: 'Gone part' }), ['Gone part'], {
      facts: {},
    }),
    field(seed.person('who', 'Inspector'), set('who', { id: 'gone', name: 'Gone person' }), ['Gone person']),
  ],
  'redline-empty': [{ run: torqued, request: redlining([]), names: ['Step s'] }],
  'redline-unfit': [
    {
      run: torqued,
      request: redlining([
        { change: 'change-field', targetId: 'gap', to: { limits: { min: '9', max: '1' } } },
      ]),
      names: ['Step s', 'Gap'],
    },
  ],
  'redline-status': [
    {
      run: runOf([step('s', { status: 'redline' })], { redlines: [{ ...wider, status: 'rejected' }] }),
      request: { type: 'approve-redline', ...at, redlineId: 'wider' },
      names: ['Step s'],
    },
  ],
  'recorded-already': [
    {
      run: torqued,
      request: redlining([{ change: 'remove-field', targetId: 'gap' }]),
      names: ['Step s', 'Gap'],
    },
  ],
  'both-in-redline': [
    {
      run: runOf([step('s'), step('t')]),
      request: redlining([{ change: 'add-dependency', targetId: 't' }]),
      names: ['Step s', 'Step t'],
    },
  ],
  'waits-for-itself': [
    {
      run: runOf([step('s'), step('t', { upstream: ['s'], status: 'redline' })]),
      request: redlining([{ change: 'add-dependency', targetId: 't' }]),
      names: ['Step s', 'Step t'],
    },
  ],
  'tool-unavailable': [
    using({ ...wrench, status: 'unavailable', reason: 'lent to cell 4' }, ['TW-0042', 'lent to cell 4']),
    using({ ...wrench, status: 'unavailable' }, ['TW-0042']),
  ],
  'tool-overdue': [using({ ...wrench, calibrationDue: '2026-11-01' }, ['TW-0042'])],
  'tool-other': [
    using(wrench, ['TW-0042', 'TW-99'], { partNumber: 'TW-99' }),
    using(wrench, ['TW-0042', 'caliper'], { subtype: 'caliper' }),
  ],
  'removed-already': [removing({ removed: { reason: 'blurred', by: 'ada', at: before } }, 'Again')],
};

function removing(more: object, reason: string): Provoked {
  const file = { id: 'bytes', name: 'weld.jpg', type: 'image/jpeg', size: 1 };
  const evidence = [{ id: 'photo', file, by: 'ada', at: before, ...more }];
  return {
    run: runOf([working('s', { evidence })]),
    request: { type: 'remove-file', ...at, targetId: 'photo', reason },
    names: ['weld.jpg'],
  };
}

function inGrid(request: CommandRequest): Provoked {
  const grid = gridOf({
    columns: [{ id: 'c1', label: 'Torque', type: 'number' }],
    rows: [{ id: 'r1', label: 'Bolt 1' }],
  });
  return { run: runOf([working('s', grid)]), request, names: ['Bolt 1'] };
}

function peerReview(): Provoked {
  const reviewer = { ...ada, roles: ['Quality'] };
  const run = workingOn({ fields: [{ ...quality, peerReview: true }] }, { people: [reviewer] });
  return {
    run,
    request: { type: 'sign', ...at, targetId: 'seen', decision: 'approve' },
    names: ['Witnessed', 'Quality'],
  };
}
