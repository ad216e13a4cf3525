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

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('<b onclick=x>', '', '__proto__', 'constructor'),
);
const word = fc.stringMatching(/^[a-z]{1,6}$/);
const instant = fc
  .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const decimal = fc.integer({ min: -99999, max: 99999 }).map((n) => (n / 100).toFixed(2));
const amount = decimal.map((one) => one.replace('-', ''));

/** An object of which the second part's properties may be missing. */
const some = <T extends object, U extends object>(
  required: { [K in keyof T]: Arbitrary<T[K]> },
  optional: { [K in keyof U]: Arbitrary<U[K]> },
): Arbitrary<T & Partial<U>> =>
  fc
    .tuple(fc.record(required), fc.record(optional, { requiredKeys: [] }))
    .map(([a, b]) => ({ ...a, ...b }) as T & Partial<U>);

const few = <T>(one: Arbitrary<T>): Arbitrary<T[]> => fc.array(one, { maxLength: 4 });
const things = <T extends { id: string }>(one: Arbitrary<T>): Arbitrary<T[]> =>
  fc.uniqueArray(one, { maxLength: 3, selector: ({ id }) => id });

const by = { by: word, at: instant };
const recordOf = (value: Arbitrary<unknown>) =>
  fc.oneof(
    some(
      { value, how: fc.constantFrom('typed', 'scanned', 'gauge', 'pasted', 'imported'), ...by },
      { raw: text, deviation: fc.record({ rationale: text, ...by }) },
    ),
    fc.record({
      value: fc.constant(null),
      notApplicable: fc.constant(true),
      how: fc.constant('typed'),
      ...by,
    }),
  );
const base = {
  id: fc.constant(''),
  label: text,
  required: fc.boolean(),
  allowNotApplicable: fc.boolean(),
  version: word,
};
const fieldOf = (type: Field['type'], value: Arbitrary<unknown>, more: object = {}, optional: object = {}) =>
  some({ ...base, type: fc.constant(type), ...more }, { hint: text, record: recordOf(value), ...optional });
const options = {
  options: fc.constant([
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B' },
  ]),
};
const fileRef = fc.record({ id: word, name: text, type: text, size: fc.nat() });
const limits = some({}, { min: decimal, max: decimal, target: decimal, plus: decimal, minus: decimal });
const date = instant.map((one) => one.slice(0, 10));

export const anySignoff = some(
  {
    ...base,
    type: fc.constant('signoff'),
    role: text,
    peerReview: fc.boolean(),
    decisions: things(
      some(
        {
          id: word,
          decision: fc.constantFrom('approve', 'reject'),
          role: text,
          covers: fc.dictionary(text, word, { maxKeys: 4 }),
          ...by,
        },
        { meaning: text, comment: text },
      ),
    ),
  },
  { hint: text, meaning: text },
);

export const anyField = fc.oneof(
  fieldOf('number', decimal, {}, { unit: text, limits }),
  fieldOf('pass-fail', fc.constantFrom('pass', 'fail')),
  fieldOf(
    'text',
    text.filter((one) => one.trim() !== ''),
  ),
  fieldOf('date', date),
  fieldOf('single-select', fc.constantFrom('a', 'b'), options),
  fieldOf('multi-select', fc.subarray(['a', 'b'], { minLength: 1 }), options),
  fieldOf('boolean', fc.boolean()),
  fieldOf('file', fc.array(fileRef, { minLength: 1, maxLength: 2 })),
  anySignoff,
  some(
    { ...base, type: fc.constant('unknown'), reported: text },
    { hint: text, shown: text.filter((one) => one !== '') },
  ),
) as Arbitrary<Field>;

const install = some(
  {
    id: word,
    unitId: word,
    partNumber: text,
    quantity: amount,
    how: fc.constantFrom('scanned', 'picked'),
    ...by,
  },
  { splitFrom: word, serial: text, lot: text },
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
  { unit: text, exception: fc.record({ issueId: word, ...by }) },
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
      completedBy: word,
      completedAt: instant,
      latestComment: fc.record({ id: word, stepId: word, text, ...by }),
      policy,
    },
  ),
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
      redlines: things(withStatus(redlineStatuses, fc.record({ id: word, stepId: word, title: text }))),
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
      fields: named(`${step.id}.f`, step.fields),
      requirements: named(`${step.id}.r`, step.requirements),
    };
  });
  return { ...run, steps, gates: named('g', run.gates) };
}

/** A run as it should be, whatever stands in it. */
export const anyRun: Arbitrary<Run> = fc
  .tuple(bare, fc.array(fc.nat({ max: 1000 }), { minLength: 30, maxLength: 30 }))
  .map(([run, picks]) => connected(run as unknown as Run, picks));
