/** Random people give random commands: an adapter ends where the reference ends. */
import { memoryAdapter } from '../../adapters/memory.js';
import type { Adapter } from '../../adapters/adapter.js';
import { isRefusal, type Answer, type CommandType, type SupportedCommandType } from '../../domain/command.js';
import { runWarnings, warningKey } from '../../domain/completion.js';
import { supportedCommands } from '../../domain/decide.js';
import type { Field, FieldValue, Run, Step } from '../../domain/run.js';
import { equal } from './expect.js';
import { otherRunId, people, runId, type PersonName } from './seed-run.js';
import { command, equalRuns, type Case, type Request } from './trial.js';

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

async function play(adapter: Adapter, reference: Adapter, seed: number, patience: number): Promise<void> {
  const random = randomFrom(seed);
  const pick: Pick = (list) => list[Math.floor(random() * list.length)]!;
  const types = [...supportedCommands].filter(
    (type) => adapter.commands?.has(type) ?? true,
  ) as SupportedCommandType[];
  const often: readonly CommandType[] = ['start-step', 'set-value', 'set-value', 'install-part', 'sign'];
  const weighted = [
    ...types,
    ...types.filter((type) => often.includes(type)),
    ...types.filter((type) => type === 'set-value'),
  ];
  const ends = performance.now() + patience;
  for (let turn = 1; turn <= 150 && types.length > 0 && performance.now() < ends; turn += 1) {
    const run = await reference.load(pick([runId, runId, otherRunId]));
    const step = pick(run.steps);
    const type = pick(weighted);
    const dice = {
      pick,
      run,
      step,
      field: pick(step.fields.length > 0 ? step.fields : run.steps[0]!.fields),
    };
    const person = pick<PersonName>(['worker', 'worker', 'lead', 'lead', 'inspector', 'visitor']);
    const request = { type, ...requests[type](dice) } as Request;
    const given = command({ ...request, runId: run.id, id: `seed-${seed}-${turn}` });
    const as = { person: people[person].id };
    const [answer, expected] = [await adapter.execute(given, { as }), await reference.execute(given, { as })];
    equal(
      gist(answer),
      gist(expected),
      `Seed ${seed}, turn ${turn}: ${JSON.stringify(request)} by ${person}`,
    );
  }
  for (const id of [runId, otherRunId])
    equalRuns(await adapter.load(id), await reference.load(id), `Seed ${seed}: ${id}`);
}

const gist = (answer: Answer): unknown =>
  isRefusal(answer)
    ? [answer.refused, answer.detail?.reason]
    : 'events' in answer && answer.events.map(({ type }) => type);

export const randomCases: readonly Case[] = [
  {
    name: 'random: a random script ends where it ends on the reference',
    body: ({ adapter, seed, randomSeed, patience }) =>
      play(adapter, memoryAdapter(seed), randomSeed, patience),
  },
];
