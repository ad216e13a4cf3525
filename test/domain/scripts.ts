// A small plant in which random people give random commands, for fast-check.
import fc, { type Arbitrary } from 'fast-check';
import {
  decide,
  evolveAll,
  gridOf,
  isRefusal,
  stepStatusesFor,
  stepTransitions,
  stockAfter,
  supportedCommands,
  verdictOf,
  type Command,
  type CommandRequest,
  type CommandType,
  type Field,
  type Issue,
  type IssueStatus,
  type Part,
  type Person,
  type Policy,
  type ProposedChange,
  type Refusal,
  type Requirement,
  type Run,
  type RunEvent,
  type Step,
  type StepStatus,
  type Tool,
  type Unit,
} from '../../src/domain/index.js';
import { columns } from './permission-table.js';
import { commandOf, everyField, number, part, runOf, signoff, step } from './runs.js';

/** One person for each column of the table of permissions; those who sign are of the role. */
export const people: readonly Person[] = [
  ...Object.entries(columns).map(([id, permissions]) => ({
    id,
    name: id,
    roles: permissions.includes('sign') ? ['Quality'] : [],
    permissions,
  })),
  { id: 'all', name: 'All', roles: ['Quality'], permissions: [...new Set(Object.values(columns).flat())] },
];

const parent = (id: string, more: Partial<Step> = {}): Step =>
  step(id, {
    fields: everyField
      .filter(({ type }) => type !== 'unknown' && type !== 'file')
      .map((field) => ({
        ...field,
        id: `${id}.${field.id}`,
        required: field.type === 'number',
        allowNotApplicable: field.type === 'text',
      })),
    requirements: [
      {
        ...part(`${id}.bolt`, 'lot', '3', 'P-1', 'Bolt'),
        substitutes: [{ partNumber: 'P-2', description: 'Bolt' }],
      },
      part(`${id}.grease`, 'lot', '0', 'P-1', 'Grease'),
    ],
    ...more,
  });

/** A table of two rows, of which one may be left out. */
const table = gridOf({
  columns: [
    { id: 'n', label: 'N', type: 'number' },
    { id: 'o', label: 'O', type: 'signoff', role: 'Quality', peerReview: false, decisions: [] },
  ],
  rows: [
    { id: 'row1', label: '1', allowNotApplicable: true },
    { id: 'row2', label: '2', required: false },
  ],
});

/** Two boards that are made here of two chips each, and lamps at two places. */
const assembly: readonly Requirement[] = [
  { ...part('c.board', 'serial', '2', 'B-1', 'Board'), madeOnAssembly: true },
  { ...part('c.chip', 'lot', '4', 'C-1', 'Chip'), partOf: 'c.board' },
  { ...part('c.lamp', 'lot', '2', 'P-1', 'Lamp'), designators: ['D1', 'D2'] },
];

/** Somebody has looked at this one already. */
const known: Issue = {
  id: 'known',
  number: 'ISS-0',
  title: 'Dent',
  status: 'in-review',
  disposition: 'rework',
  links: ['c'],
  by: 'all',
  at: '2025-12-31T00:00:00.000Z',
};

/** Three steps, one inside another, one after another; a gate. */
const seedOf = (policy: Partial<Policy>, status: Step['status'], nearlyDone: boolean): Run => {
  const begun: Step['status'] = nearlyDone ? 'complete' : 'todo';
  const run = runOf(
    [
      parent('a', { status: begun }),
      step('a1', {
        parentId: 'a',
        status: begun,
        fields: [number('a1.n', 'N', 'mm', { max: '5' })],
        requirements: [part('a1.motor', 'serial', '1', 'M-1', 'Motor')],
      }),
      step('b', {
        upstream: ['a'],
        status,
        required: false,
        fields: [signoff('b.o', 'O', 'Quality', { peerReview: true })],
      }),
      step('c', { ...table, requirements: assembly, status: begun }),
    ],
    { status: 'todo', gates: [signoff('gate', 'G', 'Quality')], people, issues: [known] },
  );
  const { startedAt: _, ...fresh } = run;
  return { ...fresh, policy: { ...run.policy, ...policy } };
};

export const seed: Arbitrary<Run> = fc
  .tuple(
    fc.record(
      {
        outOfRange: fc.constantFrom('block', 'with-issue', 'with-rationale', 'warn'),
        requireScan: fc.boolean(),
        overInstall: fc.constantFrom('refuse', 'allow'),
        staleSignature: fc.constantFrom('block', 'warn'),
        reasonForChange: fc.boolean(),
        canceledUpstream: fc.constantFrom('satisfies', 'blocks'),
        blockingIssues: fc.boolean(),
        rework: fc.constantFrom('reopen', 'duplicate', 'both'),
        issueOnFail: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
    fc.constantFrom('todo', 'hold', 'canceled', 'unknown'),
    fc.nat({ max: 3 }).map((n) => n === 0),
  )
  .map(([policy, status, nearlyDone]) => seedOf(policy as Partial<Policy>, status, nearlyDone));

export const stock: readonly Unit[] = [
  { id: 'lot1', partNumber: 'P-1', lot: 'L1', quantity: '4', status: 'available' },
  { id: 'lot2', partNumber: 'P-2', lot: 'L2', quantity: '2', status: 'kitted', kittedTo: 'run' },
  { id: 'lot3', partNumber: 'P-1', lot: 'L3', quantity: '9', status: 'on-hold' },
  { id: 'sn1', partNumber: 'M-1', serial: 'SN1', quantity: '1', status: 'available' },
  { id: 'sn2', partNumber: 'P-1', serial: 'SN2', quantity: '1', status: 'available' },
  { id: 'chips', partNumber: 'C-1', lot: 'CH', quantity: '6', status: 'available' },
  { id: 'old', partNumber: 'C-1', lot: 'OLD', quantity: '6', status: 'available', expires: '2025-12-31' },
];
const tools: readonly Tool[] = [
  { id: 'caliper', partNumber: 'T-1', name: 'Caliper', serial: 'T1', status: 'available' },
  { id: 'worn', partNumber: 'T-1', name: 'Caliper', serial: 'T2', status: 'unavailable', reason: 'Worn' },
];
const parts: readonly Part[] = [{ id: 'part', partNumber: 'P-1', description: 'Bolt' }];

/** One move: who does what, with numbers that pick what from whatever there is when its turn comes. */
export interface Move {
  by: string;
  type: CommandType;
  at: number;
  what: number;
  stale: boolean;
}
const usual: readonly CommandType[] = [
  'start-step',
  'check-in',
  'set-value',
  'sign',
  'install-part',
  'complete-step',
  'complete-run',
];
const issueCommands = [
  'disposition-issue',
  'advance-issue',
  'advance-issue',
  'resolve-issue',
  'reopen-issue',
] as const;
const redlineCommands = ['propose-redline', 'approve-redline', 'close-redline'] as const;
/** What stops work or undoes it comes seldom, since little comes after it. */
const stopping: ReadonlySet<CommandType> = new Set([
  'hold-step',
  'cancel-step',
  'reopen-step',
  'propose-redline',
  'fail-run',
  'cancel-run',
]);
const ordinary = [...supportedCommands].filter((type) => !stopping.has(type));
const anyMoves: Arbitrary<Move[]> = fc.array(
  fc.record({
    by: fc.oneof(
      { weight: 8, arbitrary: fc.constant('all') },
      { weight: 3, arbitrary: fc.constantFrom(...people.map(({ id }) => id), 'stranger') },
    ),
    type: fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...usual) },
      { weight: 6, arbitrary: fc.constantFrom(...ordinary) },
      { weight: 4, arbitrary: fc.constantFrom(...issueCommands, ...redlineCommands) },
      { weight: 1, arbitrary: fc.constantFrom(...supportedCommands) },
    ),
    at: fc.nat({ max: 1000 }),
    what: fc.nat({ max: 1000 }),
    stale: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  }),
  { minLength: 20, maxLength: 140 },
);

/** Most days begin with somebody starting what there is. */
const opening = [0, 1, 3].map((at): Move => ({ by: 'all', type: 'start-step', at, what: 0, stale: false }));
export const moves: Arbitrary<Move[]> = fc
  .tuple(fc.nat({ max: 3 }), anyMoves)
  .map(([kind, rest]) => (kind === 0 ? rest : [...opening, ...rest]));

const values: Readonly<Record<string, readonly unknown[]>> = {
  number: ['5', '0', '99', '4.5'],
  'pass-fail': ['pass', 'fail'],
  text: ['x'],
  date: ['2026-01-01'],
  'single-select': ['a'],
  'multi-select': [['a'], ['b', 'a']],
  boolean: [true, false],
  'date-time': ['2026-01-01T10:00:00+01:00'],
  tool: [
    { id: 'caliper', name: '' },
    { id: 'worn', name: 'x' },
  ],
  person: [{ id: 'all', name: '?' }],
  part: [{ id: 'part', name: '?' }],
};

/** Where an issue stands that a command is for. */
const issueStatus: Readonly<Partial<Record<CommandType, IssueStatus>>> = {
  'disposition-issue': 'pending',
  'resolve-issue': 'in-review',
  'reopen-issue': 'resolved',
};

/** What somebody might change about this step. */
function changesFor(run: Run, step: Step, at: number, what: number): readonly ProposedChange[] {
  const pick = <T>(list: readonly T[]): T | undefined => list[what % list.length];
  const field = pick(step.fields);
  const requirement = pick(step.requirements);
  const other = run.steps[what % run.steps.length]!;
  const limits = what % 5 ? { min: '1', max: '7' } : { min: '7', max: '1' };
  const asked = { required: what % 2 === 0, allowNotApplicable: true };
  const all: readonly (readonly ProposedChange[])[] = [
    [{ change: 'instructions', to: ['Do it well.', String(what % 4)] }],
    [{ change: 'add-field', field: { type: 'number', label: 'Put in', unit: 'mm', limits, ...asked } }],
    field ? [{ change: 'change-field', targetId: field.id, to: { label: 'Now', limits, unit: 'cm' } }] : [],
    field ? [{ change: 'remove-field', targetId: field.id }] : [],
    [
      {
        change: 'add-requirement',
        requirement: {
          partNumber: 'P-1',
          description: 'Bolt',
          quantity: '1',
          tracking: 'lot',
          substitutes: [],
        },
      },
    ],
    requirement
      ? [{ change: 'change-requirement', targetId: requirement.id, to: { partNumber: 'P-2', quantity: '2' } }]
      : [],
    requirement ? [{ change: 'remove-requirement', targetId: requirement.id }] : [],
    [
      { change: 'add-dependency', targetId: other.id },
      { change: 'remove-dependency', targetId: other.id },
    ],
    step.upstream.map((targetId) => ({ change: 'remove-dependency', targetId })),
  ];
  return [...all[at % all.length]!, ...all[(at + 1) % all.length]!].slice(0, 1 + (what % 2));
}

const isOut = (field: Field): boolean => verdictOf(field) === 'high';

/** The command that a move comes to in this run. */
export function commandFor(run: Run, units: readonly Unit[], { type, at, what, stale }: Move): Command {
  const pick = <T>(list: readonly T[]): T | undefined => list[what % list.length];
  const signing = type === 'sign';
  const ofRun = type.endsWith('-run') || type.endsWith('-batch');
  const ofIssue = type.endsWith('-issue');
  const atPart = type === 'install-part' || type === 'uninstall-part' || type === 'except-requirement';
  const steps = run.steps.filter(
    ({ requirements }) =>
      !atPart || requirements.some(({ installs }) => type !== 'uninstall-part' || installs.length > 0),
  );
  // Who undoes or settles something goes where there is something to undo.
  const wanted = steps.filter(({ status, evidence = [], ...one }) =>
    type === 'remove-file'
      ? evidence.some(({ removed }) => !removed)
      : type === 'accept-deviation'
        ? one.fields.some(isOut)
        : (stepTransitions[status as StepStatus]?.[type] ??
          stepStatusesFor[type]?.includes(status as StepStatus)),
  );
  const target =
    (what % 2 || type === 'accept-deviation' ? wanted[at % wanted.length] : undefined) ??
    steps[at % steps.length] ??
    run.steps[0]!;
  const labor = pick(target.labor);
  const ofRedline = type.endsWith('-redline');
  const redline = run.redlines.findLast(({ stepId }) => stepId === target.id);
  const fields = target.fields.filter((field) => (field.type === 'signoff') === signing);
  const place = atPart
    ? pick(target.requirements.filter(({ installs }) => type !== 'uninstall-part' || installs.length > 0))
    : type === 'remove-file'
      ? pick(target.evidence ?? [])
      : type === 'mark-not-applicable' && at % 3 === 0 && target.grid
        ? pick(target.grid.rows)
        : at % 2 === 0 && signing
          ? run.gates[0]
          : (fields.find((field) => type === 'accept-deviation' && isOut(field)) ?? pick(fields));
  const fitting = values[(place as Field | undefined)?.type ?? ''] ?? ['x'];
  const requirement = target.requirements.find(({ id }) => id === place?.id);
  const offered = what % 3 ? units.filter((unit) => requirement?.partNumber === unit.partNumber) : units;
  return commandOf({
    type,
    ...(!ofRun &&
      place !== run.gates[0] &&
      !(type === 'propose-redline' && at % 4 === 0) && { stepId: target.id }),
    ...(stale && { base: 'old' }),
    ...(!type.endsWith('-step') &&
      !type.startsWith('check') &&
      !['attach-file', 'edit-labor', 'comment'].includes(type) &&
      !ofIssue &&
      !ofRedline &&
      !ofRun && { targetId: place?.id ?? 'nothing' }),
    value: what % 3 ? fitting[at % fitting.length] : '99',
    decision: what % 4 ? 'approve' : 'reject',
    comment: 'Because',
    rationale: 'Because',
    text: 'Said',
    batch: [
      { id: 'b1', name: 'Monday' },
      { id: 'b2', name: 'Tuesday' },
    ][what % 2],
    mentions: what % 3 ? [people[at % people.length]!.id] : [],
    title: 'Scratch',
    ...(type === 'propose-redline' && {
      changes: changesFor(run, target, at, what),
      ...(at % 4 === 0 && {
        step: {
          title: 'Put in',
          ...(what % 2 && { after: target.id }),
          ...(target.parentId !== undefined && { parentId: target.parentId }),
        },
      }),
    }),
    redlineId: redline?.id ?? 'none',
    links: [place?.id ?? target.id],
    disposition: ['rework', 'use-as-is', 'scrap', ' '][at % 4],
    ...(type === 'fail-step' || type === 'propose-redline'
      ? at % 3 === 0 && run.issues[0] && { issueId: run.issues[0].id }
      : {
          issueId:
            (pick(run.issues.filter(({ status }) => status === issueStatus[type])) ?? pick(run.issues))?.id ??
            'none',
        }),
    laborId: labor?.id ?? 'none',
    in: labor?.in ?? '2026-01-01T00:00:00.000Z',
    ...(labor?.out !== undefined && what % 3 && { out: labor.out }),
    ...(requirement?.madeOnAssembly
      ? { made: what % 2 ? {} : { serial: ['B1', 'b1', 'B2'][at % 3] } }
      : { unitId: offered[Math.floor(at / 5) % offered.length]?.id }),
    quantity: ['1', '1', '2', '0', '3', '0.5'][Math.floor(at / 7) % 6],
    ...(requirement?.designators && what % 5 && { designator: requirement.designators[at % 2] }),
    how: type === 'install-part' ? (what % 2 ? 'scanned' : 'picked') : 'gauge',
    file: { id: `file${at}`, name: 'weld.jpg', type: 'image/jpeg', size: at },
    reason: what % 7 ? 'Because' : ' ',
    installId: pick(requirement?.installs ?? [])?.id ?? 'none',
    acknowledged: run.steps
      .flatMap(({ id, fields }) => [
        `unfinished-step:${id}`,
        ...fields.flatMap((one) => [`out-of-range-without-issue:${one.id}`, `stale-signoff:${one.id}`]),
      ])
      .concat(
        run.issues.map(({ id }) => `open-issue:${id}`),
        'stale-signoff:gate',
      ),
  } as unknown as CommandRequest);
}

export interface Turn {
  move: Move;
  command: Command;
  before: Run;
  answer: readonly RunEvent[] | Refusal;
  run: Run;
  units: readonly Unit[];
}

/** Plays the moves, one after another, on the run and its stock. */
export function play(run: Run, script: readonly Move[]): readonly Turn[] {
  let units = stock;
  return script.map((move, index) => {
    const before = run;
    const command = commandFor(run, units, move);
    const byId = <T extends { id: string }>(all: readonly T[]) =>
      Object.fromEntries(all.map((one) => [one.id, one]));
    const facts = { units: byId(units), tools: byId(tools), parts: byId(parts) };
    const at = new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString();
    const answer = decide(run, command, { by: move.by, at, facts });
    if (!isRefusal(answer)) {
      for (const event of answer) {
        const changed = stockAfter(event, (id) => units.find((unit) => unit.id === id));
        units = [...units.filter(({ id }) => !changed.some((unit) => unit.id === id)), ...changed];
      }
      run = evolveAll(run, answer);
    }
    return { move, command, before, answer, run, units };
  });
}
