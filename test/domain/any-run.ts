// Runs for fast-check: well-formed ones of any content.
import fc, { type Arbitrary } from 'fast-check';
import {
  defaultPolicy,
  permissions,
  redlineStatuses,
  issueStatuses,
  stepStatuses,
  unitStatuses,
  type Field,
  type Run,
  type Step,
} from '../../src/domain/index.js';
import {
  amount,
  anyField,
  anySignoff,
  by,
  few,
  fileRef,
  instant,
  some,
  text,
  things,
  word,
} from './any-field.js';

const { children } = fc.letrec((again) => ({
  children: few(
    some(
      { partNumber: text, quantity: amount },
      {
        serial: text,
        lot: text,
        designator: text,
        children: fc.oneof({ maxDepth: 3 }, fc.constant([]), again('children')),
      },
    ),
  ),
}));
const install = some(
  {
    id: word,
    unitId: word,
    partNumber: text,
    quantity: amount,
    how: fc.constantFrom('scanned', 'picked', 'typed', 'made'),
    ...by,
  },
  { splitFrom: word, serial: text, lot: text, designator: text, into: word, children: children },
);
const requirement = some(
  {
    id: fc.constant(''),
    partNumber: text,
    description: text,
    quantity: amount,
    tracking: fc.constantFrom('serial', 'lot', 'bulk'),
    substitutes: few(fc.record({ partNumber: text, description: text })),
    installs: things(install),
    version: word,
  },
  {
    unit: text,
    exception: fc.record({ issueId: word, ...by }),
    designators: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
    madeOnAssembly: fc.constant(true),
    partOf: word,
  },
);

const statusOf = (known: readonly string[]) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ status: fc.constantFrom(...known) }) },
    { weight: 1, arbitrary: some({ status: fc.constant('unknown') }, { reported: text }) },
  );
const withStatus = <T extends object>(known: readonly string[], one: Arbitrary<T>): Arbitrary<T> =>
  fc.tuple(one, statusOf(known)).map(([a, b]) => ({ ...a, ...b }));

const labor = fc
  .tuple(word, word, instant, fc.option(instant))
  .map(([id, personId, a, b]) =>
    b === null ? { id, personId, in: a } : { id, personId, in: a < b ? a : b, out: a < b ? b : a },
  );
const policy = fc.record(
  {
    outOfRange: fc.constantFrom('block', 'with-issue', 'with-rationale', 'warn'),
    requireScan: fc.boolean(),
    rework: fc.constantFrom('reopen', 'duplicate', 'both'),
    rollUp: fc.constantFrom('explicit', 'derived'),
    canceledUpstream: fc.constantFrom('satisfies', 'blocks'),
    canceledRequired: fc.constantFrom('required', 'excused'),
    overInstall: fc.constantFrom('refuse', 'allow'),
    staleSignature: fc.constantFrom('block', 'warn'),
    reasonForChange: fc.boolean(),
    blockingWarnings: few(word),
    blockingIssues: fc.boolean(),
    idleMinutes: fc.nat(),
    offlineSignoff: fc.constantFrom('refuse', 'pending'),
    issueOnFail: fc.boolean(),
    dispositions: fc.array(some({ value: word }, { label: text, hint: text }), {
      minLength: 1,
      maxLength: 3,
    }),
    holdReasons: fc.array(some({ value: word }, { label: text }), { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: [] },
);

const stepOf = withStatus(
  stepStatuses,
  some(
    {
      id: fc.constant(''),
      title: text,
      instructions: few(text),
      upstream: fc.constant([]),
      required: fc.boolean(),
      version: word,
      fields: few(anyField),
      requirements: few(requirement),
      labor: things(labor),
      commentCount: fc.nat(),
    },
    {
      startedAt: instant,
      hold: some({ reason: text, ...by }, { comment: text }),
      failures: few(some({ reason: text, ...by }, { issueId: word })),
      canceled: fc.record({ reason: text, ...by }),
      reopenings: few(fc.record({ reason: text, ...by })),
      duplicateOf: word,
      addedBy: word,
      completedBy: word,
      completedAt: instant,
      latestComment: fc.record({ id: word, stepId: word, text, ...by }),
      policy,
      evidence: things(
        some(
          { id: word, file: fileRef, ...by },
          { caption: text, removed: fc.record({ reason: text, ...by }) },
        ),
      ),
      grid: fc.record({
        columns: things(fc.record({ id: word, label: text })),
        rows: things(fc.record({ id: word, label: text, allowNotApplicable: fc.boolean() })),
      }),
    },
  ),
);

const named = <T extends object>(thing: Arbitrary<T>, id: string) => thing.map((one) => ({ ...one, id }));
const content = fc.record({ label: text, hint: fc.constant(null) }, { requiredKeys: [] });
const change = fc.oneof(
  fc.record({ change: fc.constant('instructions'), from: few(text), to: few(text) }),
  fc.record({ change: fc.constant('add-field'), field: named(anyField, 'f') }),
  fc.record({ change: fc.constant('remove-field'), field: named(anyField, 's0.f0') }),
  fc.record({ change: fc.constant('change-field'), targetId: word, from: content, to: content }),
  fc.record({ change: fc.constant('add-requirement'), requirement: named(requirement, 'r') }),
  fc.record({ change: fc.constantFrom('add-dependency', 'remove-dependency'), targetId: word }),
  fc.record({ change: fc.constant('unknown'), reported: text }),
);
const redline = some(
  { id: word, stepId: word, title: text },
  {
    ...by,
    issueId: word,
    before: fc.constantFrom(...stepStatuses),
    adds: fc.constant(true),
    changes: few(change),
    decided: some({ ...by }, { comment: text }),
    closed: fc.record(by),
  },
);

const bare = withStatus(
  [...stepStatuses, 'partial-complete'],
  some(
    {
      v: fc.constant(1),
      id: word,
      number: text,
      title: text,
      sequence: fc.nat(),
      zone: fc.constantFrom('UTC', 'America/Los_Angeles', 'Asia/Kolkata'),
      steps: fc.array(stepOf, { maxLength: 5 }),
      gates: few(anySignoff),
      issues: things(
        withStatus(
          issueStatuses,
          some({ id: word, number: text, title: text, links: few(word), ...by }, { disposition: text }),
        ),
      ),
      redlines: things(withStatus(redlineStatuses, redline)),
      people: things(
        fc.record({ id: word, name: text, roles: few(text), permissions: fc.subarray([...permissions]) }),
      ),
      teams: things(fc.record({ id: word, name: text, members: few(word), roles: few(text) })),
      policy: policy.map((some) => ({ ...defaultPolicy, ...some })),
      completions: few(some({ acknowledged: few(text), ...by }, { note: text })),
    },
    {
      tenant: word,
      procedure: fc.record({ title: text, revision: text }),
      unit: withStatus(
        unitStatuses,
        some({ id: word, partNumber: text }, { description: text, serial: text, lot: text }),
      ),
      startedAt: instant,
    },
  ),
);

/** The first fields as the cells of the grid, where there is one; none of them in the place of another. */
function inGrid({ grid }: Step, fields: readonly Field[]): readonly Field[] {
  const places = grid?.rows.flatMap((row) =>
    grid.columns.map((column) => ({ row: row.id, column: column.id })),
  );
  return fields.map((field, index) => (places?.[index] ? { ...field, cell: places[index] } : field));
}

/** Ids that are unique, upstream steps that come before, and children behind their parents. */
function connected(run: Run, picks: readonly number[]): Run {
  let at = 0;
  const pick = (below: number): number => picks[at++ % picks.length]! % below;
  const named = <T extends { id: string }>(prefix: string, list: readonly T[]): T[] =>
    list.map((one, index) => ({ ...one, id: `${prefix}${index}` }));
  const path: string[] = [];
  const steps = named('s', run.steps).map((step, index, all): Step => {
    const depth = pick(path.length + 1);
    path.length = depth;
    const parentId = path.at(-1);
    path.push(step.id);
    return {
      ...step,
      ...(parentId !== undefined && { parentId }),
      upstream: all
        .slice(0, index)
        .filter(() => pick(3) === 0)
        .map(({ id }) => id),
      fields: inGrid(step, named(`${step.id}.f`, step.fields)),
      requirements: named(`${step.id}.r`, step.requirements),
    };
  });
  return { ...run, steps, gates: named('g', run.gates) };
}

/** A run as it should be, whatever stands in it. */
export const anyRun: Arbitrary<Run> = fc
  .tuple(bare, fc.array(fc.nat({ max: 1000 }), { minLength: 30, maxLength: 30 }))
  .map(([run, picks]) => connected(run as unknown as Run, picks));
