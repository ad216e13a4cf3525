/** Adapters with one fault each, made from the reference, and the one test of the suite that is there to find it. */
import type { Adapter } from '../../../src/adapters/adapter.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { storable } from '../../../src/adapters/recorder.js';
import {
  isReceipt,
  isRefusal,
  type Answer,
  type Command,
  type Field,
  type RunEvent,
  type Run,
} from '../../../src/domain/index.js';
import type { AdapterSuite, SuiteSeed } from '../../../src/testing/index.js';

type Whole = ReturnType<typeof memoryAdapter>;
type Execute = Adapter['execute'];

export interface Broken extends Pick<AdapterSuite<Adapter>, 'reopen' | 'peek'> {
  fault: string;
  /** The test that must fail, and no other. */
  found: string;
  create: (seed: SuiteSeed) => Adapter;
}

/** The reference with some of its methods replaced. */
const but = (seed: SuiteSeed, change: (inner: Whole) => Partial<Adapter>): Adapter => {
  const inner = memoryAdapter(seed);
  return { ...inner, ...change(inner) };
};

/** The reference with every answer to a command changed on its way out. */
const answering =
  (
    change: (
      answer: Answer,
      command: Command,
      inner: Whole,
      as: { person: string },
    ) => Answer | Promise<Answer>,
  ) =>
  (seed: SuiteSeed): Adapter =>
    but(seed, (inner) => ({
      execute: async (command, { as }) => change(await inner.execute(command, { as }), command, inner, as),
    }));

const withEvents = (answer: Answer, change: (event: RunEvent, index: number) => RunEvent): Answer =>
  isReceipt(answer) ? { ...answer, events: answer.events.map(change) } : answer;

/** The reference with what is loaded changed. */
const loading =
  (change: (run: Run) => Run) =>
  (seed: SuiteSeed): Adapter =>
    but(seed, (inner) => ({ load: async (runId) => change(await inner.load(runId)) }));

/** The reference with the value of every `set-value` changed on its way in. */
const storing =
  (change: (value: unknown) => unknown) =>
  (seed: SuiteSeed): Adapter =>
    but(seed, (inner) => ({
      execute: (command, options) =>
        inner.execute(
          (command.type === 'set-value' ? { ...command, value: change(command.value) } : command) as Command,
          options,
        ),
    }));

/** An adapter on a storage that a later one can open; `keep` says what the storage holds of what was executed. */
const stored = new WeakMap<Adapter, { seed: SuiteSeed; given: Parameters<Execute>[] }>();
const now = (): string => '2026-01-01T00:00:00.000Z';
function keeping(seed: SuiteSeed): Adapter {
  const inner = memoryAdapter({ ...seed, now });
  const given: Parameters<Execute>[] = [];
  const adapter: Adapter = {
    ...inner,
    execute: async (...call) => {
      const answer = await inner.execute(...call);
      if (isReceipt(answer)) given.push(call);
      return answer;
    },
  };
  stored.set(adapter, { seed, given });
  return adapter;
}
async function reopening(
  adapter: Adapter,
  keep: (call: Parameters<Execute>, index: number, all: number) => boolean,
): Promise<Whole> {
  const { seed, given } = stored.get(adapter)!;
  const again = memoryAdapter({ ...seed, now });
  for (const [index, call] of given.entries())
    if (keep(call, index, given.length)) await again.execute(...call);
  return again;
}

let others = 0;

export const broken: readonly Broken[] = [
  {
    fault: 'resolves with nothing for a run that is not there',
    found: 'faults: a run that is not there is a not-found fault, for whatever is asked of it',
    create: (seed) =>
      but(seed, (inner) => ({ load: (runId) => inner.load(runId).catch(() => undefined as unknown as Run) })),
  },
  {
    fault: 'rejects with an error that is no fault',
    found: 'faults: a run that is not there is a not-found fault, for whatever is asked of it',
    create: (seed) =>
      but(seed, (inner) => ({
        history: (...asked) =>
          inner.history(...asked).catch(() => {
            throw new Error('404');
          }),
      })),
  },
  {
    fault: 'cuts a long title when it is put in',
    found: 'load: a run comes as it was put in',
    create: (seed) =>
      but(seed, (inner) => ({
        load: async (runId) => {
          const run = await inner.load(runId);
          return run.sequence === 0 && run.id === 'suite-2' ? { ...run, title: run.title.slice(0, 8) } : run;
        },
      })),
  },
  {
    fault: 'never says that a run is complete',
    found: 'life cycle: a run goes from its first check-in to its completion',
    create: loading((run) => (run.status === 'complete' ? { ...run, status: 'in-progress' } : run)),
  },
  {
    fault: 'changes the run that it has handed out',
    found: 'load: a run is what its receipts made of it, and one loaded before stays as it was',
    create: (seed) => {
      const handedOut = new Map<string, Run>();
      return but(seed, (inner) => ({
        load: async (runId) => {
          const run = await inner.load(runId);
          const same = handedOut.get(runId) ?? { ...run };
          handedOut.set(runId, same);
          return Object.assign(same, run);
        },
      }));
    },
  },
  {
    fault: 'lists runs as they were put in',
    found: 'listRuns: tells the status and the progress of each run',
    create: (seed) => but(seed, () => ({ listRuns: memoryAdapter(seed).listRuns })),
  },
  {
    fault: 'answers with receipts of no command',
    found: 'execute: a receipt names its command, and its events count on from where the run stood',
    create: answering((answer) => (isReceipt(answer) ? { ...answer, commandId: '' } : answer)),
  },
  {
    fault: 'believes the device’s clock',
    found: 'execute: events tell the recorder’s time and who acted, whatever the command claims',
    create: answering((answer, { madeAt }) => withEvents(answer, (event) => ({ ...event, at: madeAt }))),
  },
  {
    fault: 'takes everybody for the first who acted',
    found: 'execute: events tell the recorder’s time and who acted, whatever the command claims',
    create: (seed) => {
      let first: string | undefined;
      return answering((answer, _command, _inner, { person }) => {
        first ??= person;
        return withEvents(answer, (event) => ({ ...event, by: first! }));
      })(seed);
    },
  },
  {
    fault: 'carries a repeated command out again',
    found:
      'execute: a repeated command id changes nothing and gets the same receipt, also while the first is on its way',
    create: (seed) => {
      const seen = new Set<string>();
      return but(seed, (inner) => ({
        execute: (command, options) => {
          const id = seen.has(command.id) ? `${command.id}-${(others += 1)}` : command.id;
          seen.add(id);
          return inner.execute({ ...command, id }, options);
        },
      }));
    },
  },
  {
    fault: 'loses the receipt of a repeated command',
    found:
      'execute: a repeated command id changes nothing and gets the same receipt, also while the first is on its way',
    create: (seed) => {
      const seen = new Set<string>();
      return answering((answer, { id }) => {
        const again = seen.has(id);
        seen.add(id);
        return again && isReceipt(answer) ? { ...answer, events: [] } : answer;
      })(seed);
    },
  },
  {
    fault: 'reads a command only when it gets round to it',
    found: 'execute: what becomes of a command object afterwards changes nothing',
    create: (seed) =>
      but(seed, (inner) => ({
        execute: async (command, options) => {
          await Promise.resolve();
          return inner.execute(command, options);
        },
      })),
  },
  {
    fault: 'throws what the platform throws at a value that cannot be stored',
    found: 'execute: what cannot be stored is refused or a fault, and nothing is recorded',
    create: (seed) =>
      but(seed, (inner) => ({
        execute: async (command, options) => inner.execute(structuredClone(command), options),
      })),
  },
  {
    fault: 'records something although it refuses',
    found: 'refusals: each tells its reason and leaves the run as it was',
    create: answering(async (answer, command, inner, as) => {
      if (isRefusal(answer) && answer.refused === 'not-supported') {
        const { v, runId, madeAt } = command;
        const id = `${command.id}-attempt`;
        const attempt = { type: 'comment', stepId: 'measure', text: 'An attempt' } as const;
        await inner.execute({ v, id, runId, madeAt, ...attempt }, { as });
      }
      return answer;
    }),
  },
  {
    fault: 'keeps the entries of a stale command to itself',
    found: 'refusals: a command with an old base is stale, tells both entries, and leaves what stands',
    create: answering((answer) =>
      isRefusal(answer) && answer.refused === 'stale' ? { refused: 'stale' } : answer,
    ),
  },
  {
    fault: 'ignores an old base that was seen before anything was recorded',
    found: 'refusals: a command with an old base is stale, tells both entries, and leaves what stands',
    create: (seed) => {
      let inFlight = 0;
      return but(seed, (inner) => ({
        execute: async (given, options) => {
          const command = storable(given);
          const { base: _, ...blind } = command;
          inFlight += 1;
          // Locks while commands race, and forgets to look otherwise.
          const racing = inFlight > 1;
          try {
            await Promise.resolve();
            return await inner.execute((racing || inFlight > 1 ? command : blind) as Command, options);
          } finally {
            inFlight -= 1;
          }
        },
      }));
    },
  },
  {
    fault: 'numbers commands that race alike',
    found: 'races: commands given at once are recorded one after another',
    create: (seed) =>
      but(seed, (inner) => ({
        execute: async (given, options) => {
          const command = storable(given);
          const { sequence } = await inner.load(command.runId);
          await Promise.resolve();
          const answer = await inner.execute(command, options);
          return command.type === 'comment' && command.id !== 'repeated'
            ? withEvents(answer, (event, index) => ({ ...event, sequence: sequence + index + 1 }))
            : answer;
        },
      })),
  },
  {
    fault: 'looks at the base before it waits for its turn',
    found: 'races: of two values given at once on the same base, one is recorded and one is stale',
    create: (seed) =>
      but(seed, (inner) => ({
        execute: async (given, options) => {
          const command = storable(given);
          const run = await inner.load(command.runId);
          const target = run.steps
            .flatMap(({ fields }) => fields)
            .find(({ id }) => 'targetId' in command && id === command.targetId);
          const fresh = target !== undefined && target.version === command.base;
          const { base: _, ...checked } = command;
          return inner.execute((fresh ? checked : command) as Command, options);
        },
      })),
  },
  {
    fault: 'keeps a stock for each run',
    found: 'races: of two installs of one serial at once, in two runs, exactly one wins',
    create: (seed) => {
      const byRun = new Map(seed.runs.map((run) => [run.id, memoryAdapter({ ...seed, runs: [run] })]));
      const first = [...byRun.values()][0]!;
      const at = (runId: string): Whole => byRun.get(runId) ?? first;
      return {
        ...first,
        load: (runId) => at(runId).load(runId),
        execute: (command, options) => at(command.runId).execute(command, options),
        history: (runId, page) => at(runId).history(runId, page),
        listRuns: async () => (await Promise.all([...byRun.values()].map((one) => one.listRuns()))).flat(),
      };
    },
  },
  {
    fault: 'drops the last event from its history',
    found: 'history: reduces to the run, without a gap',
    create: (seed) =>
      but(seed, (inner) => ({
        history: async (...asked) => {
          const page = await inner.history(...asked);
          return page.cursor === undefined ? { items: page.items.slice(0, -1) } : page;
        },
      })),
  },
  {
    fault: 'begins each page with the last of the page before',
    found: 'pages: small pages reach the end, and join up to the whole',
    create: (seed) =>
      but(seed, (inner) => ({
        history: async (runId, page = {}) => {
          const cursor = page.cursor === undefined ? {} : { cursor: String(Number(page.cursor) - 1) };
          return inner.history(runId, { ...page, ...cursor });
        },
      })),
  },
  {
    fault: 'remembers only the newest record of a field',
    found: 'values: every record of one field, the oldest first',
    create: (seed) =>
      but(seed, (inner) => ({
        values: async (runId, targetId) => ({
          items: (await inner.values(runId, targetId, { limit: 1000 })).items.slice(-1),
        }),
      })),
  },
  {
    fault: 'tells the comments of other steps too',
    found: 'comments: those of one step, the oldest first',
    create: (seed) =>
      but(seed, (inner) => ({
        comments: async (runId, stepId, page) => {
          const { items, ...more } = await inner.comments(runId, stepId, page);
          const elsewhere = await inner.comments(runId, stepId === 'pack' ? 'measure' : 'pack');
          return { items: more.cursor === undefined ? [...items, ...elsewhere.items] : items, ...more };
        },
      })),
  },
  {
    fault: 'tells what came at once backwards',
    found: 'watch: events come in order and without gaps',
    create: (seed) =>
      but(seed, (inner) => ({
        watch: (runId, options, tell) => inner.watch(runId, options, (events) => tell(events.toReversed())),
      })),
  },
  {
    fault: 'tells only what is still to come',
    found: 'watch: what happened after `after` comes first, and nothing from before',
    create: (seed) =>
      but(seed, (inner) => ({
        watch: (runId, _options, tell) => {
          let stopped = false;
          let stop = (): void => {};
          void inner.load(runId).then(({ sequence }) => {
            if (!stopped) stop = inner.watch(runId, { after: sequence }, tell);
          });
          return () => {
            stopped = true;
            stop();
          };
        },
      })),
  },
  {
    fault: 'tells everything again, whatever was seen',
    found: 'watch: what happened after `after` comes first, and nothing from before',
    create: (seed) =>
      but(seed, (inner) => ({
        watch: (runId, { after }, tell) => inner.watch(runId, { after: after === 3 ? 0 : after }, tell),
      })),
  },
  {
    fault: 'never stops telling',
    found: 'watch: nothing comes after it was stopped',
    create: (seed) =>
      but(seed, (inner) => ({
        watch: (...given) => {
          inner.watch(...given);
          return () => {};
        },
      })),
  },
  {
    fault: 'stops telling anybody when one has heard enough',
    found: 'watch: two watchers are told the same, and one that stops does not stop the other',
    create: (seed) => {
      const stops = new Set<() => void>();
      return but(seed, (inner) => ({
        watch: (...given) => {
          stops.add(inner.watch(...given));
          return () => {
            for (const stop of stops) stop();
          };
        },
      }));
    },
  },
  {
    fault: 'takes measurements for numbers',
    found: 'values: one of every field type comes back as it was given',
    create: storing((value) =>
      typeof value === 'string' && /^\d+\.\d+$/.test(value) ? String(Number(value)) : value,
    ),
  },
  {
    fault: 'composes characters',
    found: 'values: text keeps every character',
    create: storing((value) => (typeof value === 'string' ? value.normalize('NFC') : value)),
  },
  {
    fault: 'cuts long texts',
    found: 'values: a megabyte of text comes back whole',
    create: storing((value) => (typeof value === 'string' ? value.slice(0, 65_535) : value)),
  },
  {
    fault: 'splits a lot without taking anything from it',
    found: 'stock: a part of a lot becomes a unit of its own, and the lot holds the rest',
    create: (seed) =>
      but(seed, (inner) => ({
        findUnits: async (...asked) =>
          (await inner.findUnits(...asked)).map(
            (unit) => seed.units.find(({ id }) => id === unit.id) ?? unit,
          ),
      })),
  },
  {
    fault: 'wants a serial in the case in which it is stored',
    found: 'findUnits: by serial, lot or part number, however it was typed',
    create: (seed) =>
      but(seed, (inner) => ({
        findUnits: async (requirement, text) =>
          (await inner.findUnits(requirement, text)).filter(
            (unit) => text === '' || [unit.serial, unit.lot, unit.partNumber].includes(text),
          ),
      })),
  },
  {
    fault: 'forgets the substitutes',
    found: 'findUnits: without a text, every unit of the parts that may go in',
    create: (seed) =>
      but(seed, (inner) => ({
        findUnits: (requirement, text) =>
          inner.findUnits(requirement && { ...requirement, substitutes: [] }, text),
      })),
  },
  {
    fault: 'loses the type of a file',
    found: 'files: bytes, name and type come back as they were put',
    create: (seed) => but(seed, (inner) => ({ getFile: async (id) => new Blob([await inner.getFile(id)]) })),
  },
  {
    fault: 'puts a file that was given up',
    found: 'files: one that is not there is a not-found fault, and one that was given up is not put',
    create: (seed) =>
      but(seed, (inner) => ({
        putFile: (file, { onProgress } = {}) => inner.putFile(file, { ...(onProgress && { onProgress }) }),
      })),
  },
  {
    fault: 'answers before the last command is stored',
    found: 'reopen: what was answered is there',
    create: keeping,
    reopen: (adapter) => reopening(adapter, (_call, index, all) => index < all - 1),
  },
  {
    fault: 'keeps receipts only until a reload',
    found: 'reopen: a repeated command id still gets its receipt, and changes nothing',
    create: keeping,
    reopen: async (adapter) => {
      const again = await reopening(adapter, () => true);
      return {
        ...again,
        execute: (command, options) => again.execute({ ...command, id: `${command.id}-again` }, options),
      };
    },
  },
  {
    fault: 'answers and stores nothing',
    found: 'peek: the store holds the events that were answered, in order',
    create: memoryAdapter,
    peek: () => [],
  },
  {
    fault: 'forgets why a deviation was accepted',
    found: 'random: a random script ends where it ends on the reference',
    create: loading((run) => ({
      ...run,
      steps: run.steps.map((step) => ({
        ...step,
        fields: step.fields.map((field) =>
          'record' in field && field.record?.deviation
            ? ({
                ...field,
                record: { ...field.record, deviation: { ...field.record.deviation, rationale: '' } },
              } as Field)
            : field,
        ),
      })),
    })),
  },
];
