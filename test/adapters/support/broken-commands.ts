/** Faults in loading runs and carrying out commands. */
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { storable } from '../../../src/adapters/embedded/reading.js';
import { isReceipt, isRefusal, type Run } from '../../../src/domain/index.js';
import { answering, but, loading, withEvents, type Broken } from './broken-kit.js';

let others = 0;

export const brokenCommands: readonly Broken[] = [
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
    create: (seed) =>
      but(seed, (inner) => ({
        listRuns: async () => {
          const now = await inner.listRuns();
          return (await memoryAdapter(seed).listRuns()).map((run, index) => ({
            ...run,
            ...(now[index]!.batch && { batch: now[index]!.batch }),
          }));
        },
      })),
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
            return await inner.execute(racing || inFlight > 1 ? command : blind, options);
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
          return inner.execute(fresh ? checked : command, options);
        },
      })),
  },
  {
    fault: 'keeps a stock for each run',
    found: 'races: of two installs of one serial at once, in two runs, exactly one wins',
    create: (seed) => {
      const own = (id: string): string => `${id} of suite-2`;
      const theirs = seed.units.map((unit) => ({ ...unit, id: own(unit.id) }));
      const inner = memoryAdapter({ ...seed, units: [...seed.units, ...theirs] });
      return {
        ...inner,
        execute: (command, options) =>
          inner.execute(
            command.type === 'install-part' && command.runId === 'suite-2' && command.unitId !== undefined
              ? { ...command, unitId: own(command.unitId) }
              : command,
            options,
          ),
        findUnits: async (...asked) =>
          (await inner.findUnits(...asked)).filter(({ id }) => !id.endsWith(own(''))),
      };
    },
  },
];
