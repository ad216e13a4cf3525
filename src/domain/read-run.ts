/**
 * `readRun`: the only reader of foreign data. It takes anything and throws at nothing. What it does not know becomes a
 * labelled thing that can be looked at and not acted on, and every such place is told as a problem.
 */
import { isZone } from './day.js';
import { readGate } from './read-field.js';
import { readRedline } from './read-redline.js';
import { policy, reasoned, settle, stepReader } from './read-step.js';
import { listOf, optional, raw, Reading, shape, thingsOf, type Problem, type Reader } from './reading.js';
import { choice, count, disposition, instant, status, text, title, words } from './read-plain.js';
import {
  defaultPolicy,
  issueStatuses,
  permissions,
  stepStatuses,
  unitStatuses,
  type Batch,
  type Completion,
  type Id,
  type Issue,
  type Permission,
  type Person,
  type Policy,
  type ProducedUnit,
  type Run,
  type Step,
  type Team,
} from './run.js';

export type { Problem, ProblemCode } from './reading.js';

/** Reads a whole run. A run that is as it should be comes back equal, and without problems. */
export function readRun(value: unknown): { run: Run; problems: readonly Problem[] } {
  const reading = new Reading();
  const read = runShape(value, reading, undefined);
  const steps = settle(read.steps, (index, key, code, detail) =>
    reading.problems.push({ code, path: `steps.${index}.${key}`, detail }),
  );
  const run = { ...read, policy: { ...defaultPolicy, ...read.policy }, steps };
  const version = reading.at('v', value, raw);
  if (version === undefined || version === 1) return { run, problems: reading.problems };
  reading.at('v', value, (v) => reading.problem('unknown-version', v));
  return {
    run: { ...run, status: 'unknown', reported: run.reported ?? run.status },
    problems: reading.problems,
  };
}

/** Reads one step of a run that is known already, as a backend without events sends it. */
export function readStep(value: unknown, run?: Run): { step: Step; problems: readonly Problem[] } {
  const reading = new Reading();
  const own = reading.at('id', value, raw);
  const others = run?.steps.filter(({ id }) => id !== own) ?? [];
  for (const { id } of [...others.flatMap(targetsOf), ...(run?.gates ?? [])]) reading.ids.add(id);
  const step = stepReader(value, reading, undefined);
  if (!run) return { step, problems: reading.problems };
  // It comes last, so that a circle is opened at this step and not at one that stood before.
  const steps = settle([...others, step], (index, path, code, detail) => {
    if (index === others.length) reading.problems.push({ code, path, detail });
  });
  return { step: steps.find(({ id }) => id === step.id)!, problems: reading.problems };
}

const targetsOf = (step: Step): readonly { id: Id }[] => [step, ...step.fields, ...step.requirements];

// The rest of the run ---------------------------------------------------------------------------------------

const unit = shape<ProducedUnit>({
  id: text,
  partNumber: text,
  description: optional(title),
  serial: optional(text),
  lot: optional(text),
  ...status(unitStatuses),
});

const isPermission = (word: Permission | undefined): word is Permission => word !== undefined;
const mayDo: Reader<readonly Permission[]> = (value, reading, source) =>
  listOf(choice(...permissions))(value, reading, source).filter(isPermission);

const zone: Reader<string> = (value, reading, source) => {
  const name = text(value, reading, source);
  if (isZone(name)) return name;
  if (name) reading.problem('unknown-value', name);
  return 'UTC';
};

const runShape = shape<Omit<Run, 'policy'> & { policy: Partial<Policy> | undefined }>({
  v: () => 1,
  id: text,
  tenant: optional(text),
  number: title,
  title,
  ...status([...stepStatuses, 'partial-complete'] as const),
  sequence: count,
  zone,
  procedure: optional(shape({ title, revision: title })),
  unit: optional(unit),
  steps: listOf(stepReader),
  gates: listOf(readGate),
  issues: thingsOf(
    shape<Issue>({
      id: text,
      number: title,
      title,
      ...status(issueStatuses),
      disposition: optional(disposition),
      links: words,
      by: text,
      at: instant,
    }),
  ),
  redlines: thingsOf(readRedline),
  people: thingsOf(shape<Person>({ id: text, name: title, roles: words, permissions: mayDo })),
  teams: thingsOf(shape<Team>({ id: text, name: title, members: words, roles: words })),
  policy: optional(policy),
  batch: optional(shape<Batch>({ id: text, name: title })),
  startedAt: optional(instant),
  completions: listOf(
    shape<Completion>({ by: text, at: instant, note: optional(text), acknowledged: words }),
  ),
  ended: optional(reasoned),
});
