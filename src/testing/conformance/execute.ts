/** One command at a time: its receipt, its refusal, and its coming again. */
import { isRefusal } from '../../domain/command.js';
import { equal, ok, SuiteFailure, within } from './expect.js';
import { people } from './seed-run.js';
import { command, from, measure, note, sequences, type Case, type Request } from './trial.js';

/** Requests that must be refused at the start of the suite's run, by whom, and why. */
const refused: readonly (readonly [keyof typeof people, Request, string])[] = [
  ['visitor', note('Hello'), 'not-permitted'],
  ['inspector', { type: 'start-step', stepId: 'measure' }, 'not-permitted'],
  ['worker', { type: 'start-step', stepId: 'pack' }, 'blocked'],
  ['worker', { type: 'start-step', stepId: 'nowhere' }, 'not-found'],
  ['worker', { type: 'complete-step', stepId: 'measure' }, 'wrong-status'],
  ['worker', measure('width', '10'), 'wrong-status'],
  ['lead', { type: 'complete-run', acknowledged: [] }, 'wrong-status'],
];
const refusedInStep: typeof refused = [
  ['worker', measure('width', 'ten'), 'invalid'],
  ['worker', measure('nowhere', '10'), 'not-found'],
  ['worker', { type: 'complete-step', stepId: 'measure' }, 'blocked'],
  ['visitor', { type: 'sign', stepId: 'measure', targetId: 'witness', decision: 'approve' }, 'not-permitted'],
  ['inspector', { type: 'sign', stepId: 'measure', targetId: 'witness', decision: 'reject' }, 'invalid'],
  ['worker', { type: 'no-such-command', stepId: 'measure' } as unknown as Request, 'not-supported'],
];

export const executeCases: readonly Case[] = [
  {
    name: 'execute: a receipt names its command, and its events count on from where the run stood',
    uses: ['start-step', 'set-value'],
    async body({ done, load }) {
      const before = (await load()).sequence;
      const first = await done('worker', { type: 'start-step', stepId: 'measure', id: 'command-1' });
      const second = await done('worker', { ...measure('width', '10'), id: 'command-2' });
      const events = [...first.events, ...second.events];
      equal([first.commandId, second.commandId], ['command-1', 'command-2'], 'whose receipts they are');
      equal(
        events.map(({ type }) => type),
        ['run-started', 'step-started', 'checked-in', 'value-set'],
        'what happened',
      );
      equal(sequences(events), from(before + 1, before + 4), 'the sequences');
      equal(
        events.map(({ commandId }) => commandId),
        ['command-1', 'command-1', 'command-1', 'command-2'],
        'whose events they are',
      );
      equal(new Set(events.map(({ id }) => id)).size, 4, 'different ids of events');
    },
  },
  {
    name: 'execute: events tell the recorder’s time and who acted, whatever the command claims',
    uses: ['comment'],
    async body({ done }) {
      const madeAt = '1999-12-31T23:59:59.999Z';
      for (const person of ['worker', 'inspector', 'lead'] as const) {
        const { events } = await done(person, { ...note('Now'), madeAt });
        const { at, by } = events[0]!;
        equal(by, people[person].id, 'who acted');
        ok(at !== madeAt && at > '2000', `The recorder’s time is ${at}, which the device claimed`);
        equal(at, new Date(at).toISOString(), 'an instant in UTC with milliseconds');
      }
    },
  },
  {
    name: 'execute: a repeated command id changes nothing and gets the same receipt, also while the first is on its way',
    uses: ['comment'],
    async body({ adapter, done, load, patience }) {
      const once = command({ ...note('Only once'), id: 'repeated' });
      const again = async (): Promise<unknown> =>
        within(patience, adapter.execute(once, { as: { person: people.worker.id } }), 'the receipt');
      const [first, second] = await Promise.all([again(), again()]);
      ok(first && !isRefusal(first), 'The first time, it is carried out');
      equal(second, first, 'the receipt of the same command at the same time');
      await done('worker', note('Another'));
      const before = await load();
      equal(await again(), first, 'the receipt of the same command later');
      equal(await load(), before, 'the run afterwards');
      equal(before.steps[0]!.commentCount, 2, 'the comments that are recorded');
    },
  },
  {
    name: 'execute: what becomes of a command object afterwards changes nothing',
    uses: ['start-step', 'set-value'],
    async body({ adapter, done, load }) {
      await done('worker', { type: 'start-step', stepId: 'measure' });
      const value = ['bell', 'lamp'];
      const given = command({ type: 'set-value', stepId: 'measure', targetId: 'extras', value });
      const answer = adapter.execute(given, { as: { person: people.worker.id } });
      value.length = 0;
      await answer;
      value.push('bag');
      const field = (await load()).steps[0]!.fields.find(({ id }) => id === 'extras');
      equal(field?.type === 'multi-select' && field.record?.value, ['bell', 'lamp'], 'the recorded value');
    },
  },
  {
    name: 'execute: what cannot be stored is refused or a fault, and nothing is recorded',
    uses: ['start-step', 'set-value'],
    async body({ done, give, load }) {
      await done('worker', { type: 'start-step', stepId: 'measure' });
      const before = await load();
      const odd = [(): number => 1, Symbol('s'), 12n, null, { not: 'a value' }, 12.5, NaN];
      for (const value of odd) {
        const request = {
          type: 'set-value',
          stepId: 'measure',
          targetId: 'note',
          value,
        } as unknown as Request;
        const answer = await give('worker', request).catch((error: unknown) => {
          if ((error as Error).name === 'AdapterFault') return { refused: 'fault' };
          throw new SuiteFailure(
            `A ${typeof value} was answered with ${String(error)}, which is no fault`,
            error,
          );
        });
        ok('refused' in answer, `A ${typeof value} was taken as a text`);
      }
      equal(await load(), before, 'the run afterwards');
    },
  },
  {
    name: 'refusals: each tells its reason and leaves the run as it was',
    uses: ['start-step', 'comment', 'set-value', 'sign', 'complete-step', 'complete-run'],
    async body({ done, give, load }) {
      const before = await load();
      for (const [person, request, code] of refused)
        equal(codeOf(await give(person, request)), code, `${request.type} by ${person}`);
      equal(await load(), before, 'the run after its refusals');
      await done('worker', { type: 'start-step', stepId: 'measure' });
      const started = await load();
      for (const [person, request, code] of refusedInStep)
        equal(codeOf(await give(person, request)), code, `${request.type} by ${person}`);
      equal(await load(), started, 'the run after the refusals in its step');
    },
  },
  {
    name: 'refusals: a command with an old base is stale, tells both entries, and leaves what stands',
    uses: ['start-step', 'set-value'],
    async body({ done, give, load }) {
      await done('worker', { type: 'start-step', stepId: 'measure' });
      const width = async (): Promise<{ version: string; value: unknown }> => {
        const field = (await load()).steps[0]!.fields[0]!;
        return { version: field.version, value: field.type === 'number' && field.record?.value };
      };
      const seen = (await width()).version;
      await done('lead', measure('width', '9.5', seen));
      const answer = await give('worker', measure('width', '10.5', seen));
      equal(codeOf(answer), 'stale', 'the answer to the second who saw the same');
      const detail = isRefusal(answer) ? answer.detail : undefined;
      equal(detail?.yours?.value, '10.5', 'what this person meant to write');
      equal([detail?.theirs?.value, detail?.theirs?.by], ['9.5', 'lead'], 'what stands, and by whom');
      equal((await width()).value, '9.5', 'what is recorded');
      await done('worker', measure('width', '10.5', (await width()).version));
      equal((await width()).value, '10.5', 'what is recorded once the newest was seen');
    },
  },
];

const codeOf = (answer: object): unknown => (isRefusal(answer) ? answer.refused : 'carried out');
