/** Random people give random commands: an adapter ends where the reference ends. */
import { memoryAdapter } from '../../adapters/memory.js';
import {
  isRefusal,
  supportedCommands,
  type Answer,
  type Facts,
  type SupportedCommandType,
} from '../../domain/command.js';
import { runWarnings, warningKey } from '../../domain/completion.js';
import { decide } from '../../domain/decide.js';
import type { Field, FieldValue, Run, Step } from '../../domain/run.js';
import { equal } from './expect.js';
import { otherRunId, people, runId, type PersonName } from './seed-run.js';
import { command, equalRuns, requirementIn, type Case, type Request, type Trial } from './trial.js';

/** A number from 0 to 1 at each call, the same ones from the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Pick = <T>(list: readonly T[]) => T;
interface Dice {
  pick: Pick;
  run: Run;
  step: Step;
  field: Field;
}

const undoing: ReadonlySet<SupportedCommandType> = new Set([
  'uninstall-part',
  'clear-value',
  'check-out',
  'link-issue',
  'except-requirement',
  'remove-file',
  'hold-step',
  'fail-step',
  'propose-redline',
  'reopen-step',
  'cancel-step',
  'fail-run',
  'cancel-run',
  'leave-batch',
]);
const turns = 300;
/** So many are taken however long they take: what they find may not depend on what else the machine does. */
const leastTurns = 60;
/** Where parts are asked for. */
const places = [
  ['assemble', 'motor'],
  ['assemble', 'wire'],
  ['lights', 'chip'],
  ['lights', 'board'],
  ['lights', 'lamp'],
] as const;
const unitIds: Readonly<Record<string, readonly string[]>> = {
  motor: ['motor-1', 'motor-2', 'motor-b', 'motor-held', 'wheel', 'nowhere'],
  wire: ['wire-lot', 'motor-1'],
  chip: ['chips'],
  lamp: ['lamps', 'lamps', 'lamps-old'],
};

/** What a field of each type may be given, fit or not. */
const values: Readonly<Partial<Record<Field['type'], readonly FieldValue[]>>> = {
  number: ['9', '10', '10.5', '11', '14', 'ten', '5'],
  'pass-fail': ['pass', 'pass', 'fail'],
  date: ['2024-02-29', '2023-02-29'],
  'date-time': ['2024-02-29T12:00:00Z', '2024-02-29T12:00'],
  'single-select': ['red', 'green'],
  'multi-select': [['bell'], ['bell', 'bag'], []],
  boolean: [true, false],
  tool: [
    { id: 'caliper-1', name: 'Caliper · Cal-1' },
    { id: 'caliper-2', name: 'Caliper · Cal-2' },
    { id: 'scale', name: 'Scale · Scale-1' },
  ],
  person: [
    { id: 'inspector', name: 'Ines' },
    { id: 'worker', name: 'Wanda' },
  ],
  part: [
    { id: 'part-motor', name: 'P-MOTOR Motor' },
    { id: 'nowhere', name: 'Nothing' },
  ],
};
const reason = { reason: 'Read it wrong' };

const question = { type: 'boolean', required: false, allowNotApplicable: false } as const;
const redlineIn = ({ run, pick }: Dice): object => {
  const redline = run.redlines.length > 0 ? pick(run.redlines) : undefined;
  return { redlineId: redline?.id ?? 'nothing', stepId: redline?.stepId ?? 'measure' };
};

/** What a random command of each type says. A new command does not compile until it is played here. */
const requests: { [T in SupportedCommandType]: (dice: Dice) => object } = {
  'start-step': ({ step }) => ({ stepId: step.id }),
  'check-in': ({ step }) => ({ stepId: step.id }),
  'check-out': ({ step }) => ({ stepId: step.id }),
  'set-value': (dice) => ({
    stepId: dice.step.id,
    targetId: dice.field.id,
    value: dice.pick(values[dice.field.type] ?? ['Fine', ' ', 'Not so fine']),
    ...reason,
  }),
  'clear-value': ({ step, field }) => ({ stepId: step.id, targetId: field.id, ...reason }),
  'mark-not-applicable': ({ step, field }) => ({ stepId: step.id, targetId: field.id, ...reason }),
  'accept-deviation': ({ step, field, pick }) => ({
    stepId: step.id,
    targetId: field.id,
    rationale: pick(['Within the next class', ' ']),
  }),
  sign: ({ pick }) => ({
    ...pick([{ stepId: 'measure', targetId: 'witness' }, { targetId: 'release' }]),
    decision: pick(['approve', 'approve', 'reject']),
    ...pick([{}, { comment: 'Seen' }]),
  }),
  'install-part': ({ run, pick }) => {
    const [stepId, targetId] = pick(places);
    const where = { stepId, targetId };
    if (targetId === 'board') return { ...where, made: {}, how: 'made', quantity: pick(['1', '2']) };
    const { designators } = requirementIn(run, targetId);
    return {
      ...where,
      unitId: pick(unitIds[targetId]!),
      quantity: pick(['1', '1', '2', '2.5', '5', '60']),
      how: 'picked',
      ...(designators && { designator: pick(designators) }),
    };
  },
  'uninstall-part': ({ run, pick }) => {
    const [stepId, targetId] = pick(places);
    return { stepId, targetId, installId: requirementIn(run, targetId).installs.at(-1)?.id ?? 'nothing' };
  },
  'except-requirement': ({ run, pick }) => ({
    stepId: 'assemble',
    targetId: pick(['motor', 'wire']),
    issueId: pick(run.issues)?.id ?? 'nothing',
  }),
  'attach-file': ({ step, pick }) => ({
    stepId: step.id,
    file: { id: pick(['photo', 'drawing']), name: 'photo.png', type: 'image/png', size: 12 },
    ...pick([{}, { caption: 'As found' }]),
  }),
  'remove-file': ({ step, pick }) => ({
    stepId: step.id,
    targetId: step.evidence?.at(-1)?.id ?? 'nothing',
    reason: pick(['Blurred', ' ']),
  }),
  'complete-step': ({ step }) => ({ stepId: step.id }),
  'fail-step': ({ run, step, pick }) => ({
    stepId: step.id,
    reason: pick(['Cracked', ' ']),
    ...pick([{}, { issueId: pick(run.issues)?.id ?? 'nothing' }]),
  }),
  'hold-step': ({ step, pick }) => ({
    stepId: step.id,
    reason: pick(['waiting-for-part', ' ']),
    ...pick([{}, { comment: 'Comes on Monday' }]),
  }),
  'resume-step': ({ step }) => ({ stepId: step.id }),
  'reopen-step': ({ step, pick }) => ({ stepId: step.id, reason: pick(['Again', ' ']) }),
  'duplicate-step': ({ step }) => ({ stepId: step.id }),
  'cancel-step': ({ step, pick }) => ({ stepId: step.id, reason: pick(['Not needed', ' ']) }),
  'restore-step': ({ step }) => ({ stepId: step.id }),
  'disposition-issue': ({ run, pick }) => ({
    issueId: pick(run.issues)?.id ?? 'nothing',
    disposition: pick(['use-as-is', 'rework', ' ']),
  }),
  'advance-issue': ({ run, pick }) => ({ issueId: pick(run.issues)?.id ?? 'nothing' }),
  'resolve-issue': ({ run, pick }) => ({ issueId: pick(run.issues)?.id ?? 'nothing' }),
  'reopen-issue': ({ run, pick }) => ({
    issueId: pick(run.issues)?.id ?? 'nothing',
    reason: pick(['Not settled', ' ']),
  }),
  'edit-labor': ({ step, pick }) => {
    const labor = step.labor.at(-1);
    return {
      stepId: step.id,
      laborId: labor?.id ?? 'nothing',
      // Long ago by every clock, since that of the backend may be another one.
      in: '2020-01-01T08:00:00.000Z',
      ...(labor?.out !== undefined && { out: '2020-01-01T09:00:00.000Z' }),
      reason: pick(['Forgotten', ' ']),
    };
  },
  'propose-redline': ({ step, field, pick }) => ({
    ...pick([{ stepId: step.id }, { stepId: step.id }, { step: { title: 'Deburr', after: step.id } }]),
    title: pick(['Wider', 'Wider', ' ']),
    changes: pick([
      [{ change: 'instructions', to: ['Measure three times.'] }],
      [{ change: 'change-field', targetId: field.id, to: { hint: pick(['At the rim', null]) } }],
      [{ change: 'add-field', field: { ...question, label: pick(['Clean', '']) } }],
      [{ change: 'add-dependency', targetId: 'pack' }],
    ]),
  }),
  'approve-redline': (dice) => redlineIn(dice),
  'reject-redline': (dice) => ({ ...redlineIn(dice), comment: dice.pick(['Not needed', ' ']) }),
  'close-redline': (dice) => redlineIn(dice),
  'cancel-redline': (dice) => redlineIn(dice),
  'join-batch': ({ pick }) => ({
    batch: pick([
      { id: 'b', name: 'Batch' },
      { id: '', name: ' ' },
    ]),
  }),
  'leave-batch': () => ({}),
  'fail-run': ({ pick }) => ({ reason: pick(['Scrapped', ' ']) }),
  'cancel-run': ({ pick }) => ({ reason: pick(['Not ordered', ' ']) }),
  comment: ({ step, pick }) => ({ stepId: step.id, text: pick(['Fine', ' ']) }),
  'open-issue': ({ step, field, pick }) => ({
    stepId: step.id,
    title: pick(['Scratch', '']),
    links: pick([[field.id], [step.id], []]),
  }),
  'link-issue': ({ run, step, pick }) => ({
    issueId: pick(run.issues)?.id ?? 'nothing',
    links: [step.id],
  }),
  'complete-run': ({ run, pick }) => ({ acknowledged: pick([runWarnings(run).map(warningKey), []]) }),
};

/** A random person and what they ask for: often something that the run would let happen, so that it gets on. */
function throwDice(
  run: Run,
  types: readonly SupportedCommandType[],
  facts: Facts,
  random: () => number,
): [PersonName, Request] {
  const pick: Pick = (list) => list[Math.floor(random() * list.length)]!;
  // What undoes comes seldom: a step that is never complete would keep half of the rules out of play.
  const doing = random() < 0.8 ? types.filter((type) => !undoing.has(type)) : types;
  const type = random() < 0.2 && types.includes('set-value') ? 'set-value' : pick(doing);
  for (let tries = random() < 0.3 ? 1 : 60; ; tries -= 1) {
    const person = pick<PersonName>(['worker', 'worker', 'lead', 'inspector', 'visitor']);
    const step = pick(run.steps);
    const field = pick(step.fields.length > 0 ? step.fields : run.steps[0]!.fields);
    const request = { type, ...requests[type]({ pick, run, step, field }) } as Request;
    const asked = command({ ...request, runId: run.id });
    const decided = decide(run, asked, { by: people[person].id, at: asked.madeAt, facts });
    if (tries <= 1 || !('refused' in decided)) return [person, request];
  }
}

/** The reference asks nobody who they are. */
const unasked = (run: Run): Run =>
  JSON.parse(
    JSON.stringify(run, (key, value: unknown) => (key === 'identifiedBy' ? undefined : value)),
  ) as Run;

const byId = <T extends { id: string }>(all: readonly T[]): Record<string, T> =>
  Object.fromEntries(all.map((one) => [one.id, one]));

async function play({ adapter, actor, seed: given, randomSeed: seed, patience }: Trial): Promise<void> {
  const reference = memoryAdapter(given);
  const facts: Facts = { units: byId(given.units), tools: byId(given.tools), parts: byId(given.parts) };
  const random = randomFrom(seed);
  const types = [...supportedCommands].filter(
    (type) => adapter.commands?.has(type) ?? true,
  ) as SupportedCommandType[];
  const compare = async (turn: number): Promise<void> => {
    for (const [id, name] of [
      [runId, 'the run'],
      [otherRunId, 'the other run of its batch'],
    ] as const)
      equalRuns(
        unasked(await adapter.load(id)),
        await reference.load(id),
        `Seed ${seed}, turn ${turn}: ${name}`,
      );
  };
  if (types.includes('join-batch')) {
    for (const id of [runId, otherRunId]) {
      const joining = command({ type: 'join-batch', runId: id, batch: { id: 'b', name: 'Batch' } });
      for (const one of [adapter, reference]) await one.execute(joining, { as: { person: people.lead.id } });
    }
  }
  const ends = performance.now() + patience;
  const goesOn = (turn: number): boolean => turn <= leastTurns || (turn <= turns && performance.now() < ends);
  for (let turn = 1; types.length > 0 && goesOn(turn); turn += 1) {
    const run = await reference.load(runId);
    const [person, request] = throwDice(run, types, facts, random);
    const asked = command({ ...request, runId: run.id, id: `seed-${seed}-${turn}` });
    const as = await actor(person, asked);
    const [answer, expected] = [
      isRefusal(as) ? as : await adapter.execute(asked, { as }),
      await reference.execute(asked, { as: { person: people[person].id } }),
    ];
    equal(
      gist(answer),
      gist(expected),
      `Seed ${seed}, turn ${turn}: ${JSON.stringify(request)} by ${person}`,
    );
    if (turn % 5 === 0) await compare(turn);
  }
  await compare(turns);
}

const gist = (answer: Answer): unknown =>
  isRefusal(answer)
    ? [answer.refused, answer.detail?.reason]
    : 'events' in answer && answer.events.map(({ type }) => type);

export const randomCases: readonly Case[] = [
  {
    name: 'random: a random script ends where it ends on the reference',
    body: play,
  },
];
