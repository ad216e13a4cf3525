/** Random people give random commands: an adapter ends where the reference ends. */
import { memoryAdapter } from '../../adapters/memory.js';
import { isRefusal, type Answer, type SupportedCommandType } from '../../domain/command.js';
import { runWarnings, warningKey } from '../../domain/completion.js';
import { decide } from '../../domain/decide.js';
import { supportedCommands } from '../../domain/command.js';
import type { Field, FieldValue, Run, Step, Unit } from '../../domain/run.js';
import { equal } from './expect.js';
import { people, runId, type PersonName } from './seed-run.js';
import { command, equalRuns, type Case, type Request, type Trial } from './trial.js';

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
]);
const turns = 300;
const unitIds = ['motor-1', 'motor-2', 'motor-b', 'motor-held', 'wire-lot', 'wheel', 'nowhere'];

const valueFor = ({ pick, field }: Dice): FieldValue =>
  field.type === 'number'
    ? pick(['9', '10', '10.5', '11', '14', 'ten'])
    : field.type === 'pass-fail'
      ? pick(['pass', 'pass', 'fail'])
      : field.type === 'date'
        ? pick(['2024-02-29', '2023-02-29'])
        : field.type === 'single-select'
          ? pick(['red', 'green'])
          : field.type === 'multi-select'
            ? pick([['bell'], ['bell', 'bag'], []])
            : field.type === 'boolean'
              ? pick([true, false])
              : pick(['Fine', ' ', 'Not so fine']);

/** What a random command of each type says. A new command does not compile until it is played here. */
const requests: { [T in SupportedCommandType]: (dice: Dice) => object } = {
  'start-step': ({ step }) => ({ stepId: step.id }),
  'check-in': ({ step }) => ({ stepId: step.id }),
  'check-out': ({ step }) => ({ stepId: step.id }),
  'set-value': (dice) => ({ stepId: dice.step.id, targetId: dice.field.id, value: valueFor(dice) }),
  'clear-value': ({ step, field }) => ({ stepId: step.id, targetId: field.id }),
  'mark-not-applicable': ({ step, field }) => ({ stepId: step.id, targetId: field.id }),
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
  'install-part': ({ pick }) => ({
    stepId: 'assemble',
    targetId: pick(['motor', 'wire']),
    unitId: pick(unitIds),
    quantity: pick(['1', '2.5', '5', '60']),
    how: 'picked',
  }),
  'uninstall-part': ({ run, pick }) => {
    const { requirements } = run.steps.find(({ id }) => id === 'assemble')!;
    const requirement = pick(requirements);
    return {
      stepId: 'assemble',
      targetId: requirement.id,
      installId: requirement.installs.at(-1)?.id ?? 'nothing',
    };
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
  units: readonly Unit[],
  random: () => number,
): [PersonName, Request] {
  const pick: Pick = (list) => list[Math.floor(random() * list.length)]!;
  const facts = { units: Object.fromEntries(units.map((unit) => [unit.id, unit])) };
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

async function play({ adapter, seed: { runs, units }, randomSeed: seed, patience }: Trial): Promise<void> {
  const reference = memoryAdapter({ runs, units });
  const random = randomFrom(seed);
  const types = [...supportedCommands].filter(
    (type) => adapter.commands?.has(type) ?? true,
  ) as SupportedCommandType[];
  const compare = async (turn: number): Promise<void> =>
    equalRuns(await adapter.load(runId), await reference.load(runId), `Seed ${seed}, turn ${turn}: the run`);
  const ends = performance.now() + patience;
  for (let turn = 1; turn <= turns && types.length > 0 && performance.now() < ends; turn += 1) {
    const run = await reference.load(runId);
    const [person, request] = throwDice(run, types, units, random);
    const given = command({ ...request, runId: run.id, id: `seed-${seed}-${turn}` });
    const as = { person: people[person].id };
    const [answer, expected] = [await adapter.execute(given, { as }), await reference.execute(given, { as })];
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
