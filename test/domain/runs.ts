// Small runs, and a short way to give commands to them.
import {
  decide,
  defaultPolicy,
  evolveAll,
  isRefusal,
  permissions,
  type Command,
  type CommandRequest,
  type Field,
  type Id,
  type Part,
  type Person,
  type Refusal,
  type Requirement,
  type Run,
  type RunEvent,
  type SignoffField,
  type Step,
  type Tool,
  type Unit,
} from '../../src/domain/index.js';
import * as seed from '../../src/testing/seed.js';

export {
  number,
  passFail,
  text,
  boolean,
  signoff,
  part,
  tool,
  person,
  partLink,
} from '../../src/testing/seed.js';

export const now = '2026-11-20T09:00:00.000Z';
export const before = '2026-11-20T08:00:00.000Z';

/** May do everything, and has no role. */
export const ada: Person = { id: 'ada', name: 'Ada', roles: [], permissions };
/** The same, and a quality engineer. */
export const ben: Person = { id: 'ben', name: 'Ben', roles: ['Quality'], permissions };
/** May do nothing. */
export const cleo: Person = { id: 'cleo', name: 'Cleo', roles: [], permissions: [] };

export const runOf = (steps: readonly Step[], more: Partial<Run> = {}): Run => ({
  v: 1,
  id: 'run',
  number: '1',
  title: 'A run',
  status: 'in-progress',
  sequence: 0,
  zone: 'UTC',
  steps,
  gates: [],
  issues: [],
  redlines: [],
  people: [ada, ben, cleo],
  teams: [],
  policy: defaultPolicy,
  startedAt: before,
  completions: [],
  ...more,
});

export const step = (id: Id, more: Partial<Omit<Step, 'id'>> = {}): Step => seed.step(id, `Step ${id}`, more);

/** A step in progress with Ada checked in. */
export const working = (id: Id, more: Partial<Omit<Step, 'id'>> = {}): Step =>
  step(id, {
    status: 'in-progress',
    startedAt: before,
    labor: [{ id: `${id}-labor`, personId: 'ada', in: before }],
    ...more,
  });

/** A run of one step in progress that holds these. */
export const workingOn = (
  { fields = [], requirements = [] }: { fields?: readonly Field[]; requirements?: readonly Requirement[] },
  more: Partial<Run> = {},
): Run => runOf([working('s', { fields, requirements })], more);

export const withPolicy = (run: Run, policy: Partial<Run['policy']>): Run => ({
  ...run,
  policy: { ...run.policy, ...policy },
});

const grades = { a: 'Grade A', b: 'Grade B' };

/** One of each type; a choice is `c`, a sign-off `o`. */
export const everyField: readonly Field[] = [
  seed.number('n', 'N', 'mm', { min: '0', max: '10' }),
  seed.passFail('p', 'P'),
  seed.text('t', 'T'),
  seed.date('d', 'D'),
  seed.singleSelect('c', 'C', grades),
  seed.multiSelect('m', 'M', grades),
  seed.boolean('b', 'B'),
  seed.file('f', 'F'),
  seed.dateTime('dt', 'Date and time'),
  seed.tool('tl', 'Tool'),
  seed.person('pe', 'Person'),
  seed.partLink('pa', 'Part'),
  seed.signoff('o', 'O', 'Quality'),
  { ...seed.text('u', 'U'), type: 'unknown', reported: 'hologram' },
];

/** With this recorded, as Ada would have. */
export const having = <F extends Field>(field: F, value: unknown, more: object = {}): F => ({
  ...field,
  record: { value, how: 'typed', by: 'ada', at: before, ...more },
});

let commands = 0;
export const commandOf = (request: CommandRequest, id = `c${++commands}`): Command => ({
  v: 1,
  id,
  runId: 'run',
  madeAt: now,
  ...request,
});

export interface By {
  by?: Id;
  at?: string;
  units?: readonly Unit[];
  tools?: readonly Tool[];
  parts?: readonly Part[];
}

const byId = <T extends { id: Id }>(all: readonly T[]): Record<Id, T> =>
  Object.fromEntries(all.map((one) => [one.id, one]));

export const ask = (
  run: Run,
  request: CommandRequest,
  { by = 'ada', at = now, units = [], tools = [], parts = [] }: By = {},
): readonly RunEvent[] | Refusal =>
  decide(run, commandOf(request), {
    by,
    at,
    facts: { units: byId(units), tools: byId(tools), parts: byId(parts) },
  });

/** The events of a command that must succeed. */
export function eventsOf(run: Run, request: CommandRequest, by?: By): readonly RunEvent[] {
  const answer = ask(run, request, by);
  if (isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer;
}

/** The run after a command that must succeed, with what it is told beside the run. */
export const evolveAllOf = (run: Run, request: CommandRequest, by: By): Run =>
  evolveAll(run, eventsOf(run, request, by));

/** The run after commands that must succeed. */
export const after = (run: Run, ...requests: readonly CommandRequest[]): Run =>
  requests.reduce((now, request) => evolveAll(now, eventsOf(now, request)), run);

/** The refusal of a command that must be refused. */
export function refusalOf(run: Run, request: CommandRequest, by?: By): Refusal {
  const answer = ask(run, request, by);
  if (!isRefusal(answer)) throw new Error(`not refused: ${JSON.stringify(answer)}`);
  return answer;
}

export const stepIn = (run: Run, id: Id = 's'): Step => run.steps.find((one) => one.id === id)!;
export const fieldIn = (run: Run, id: Id): Field =>
  [...run.steps.flatMap(({ fields }) => fields), ...run.gates].find((one) => one.id === id)!;
export const signoffIn = (run: Run, id: Id): SignoffField => fieldIn(run, id) as SignoffField;

export const kinds = (blockers: readonly { kind: string; targetId: Id }[]): string[] =>
  blockers.map(({ kind, targetId }) => `${kind} ${targetId}`);
