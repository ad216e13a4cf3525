// Every transition of a step and of a run, on both adapters: none happens without a trace of who and when (R25).
import { expect } from 'chai';
import type { Adapter } from '../../src/adapters/adapter.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import {
  evolveAll,
  findStep,
  isReceipt,
  runTransitions,
  stepTransitions,
  supportedCommands,
  type CommandRequest,
  type CommandType,
  type Run,
  type RunEvent,
  type RunStatus,
  type StepStatus,
} from '../../src/domain/index.js';
import { commandOf, runOf, step, withPolicy } from '../domain/runs.js';
import { open } from './support/databases.js';

const adapters: Readonly<Record<string, (run: Run) => Adapter>> = {
  memory: (run) => memoryAdapter({ runs: [run] }),
  IndexedDB: (run) => open({ runs: [run] }),
};

/** A step from which every transition of its status is possible. Ben works there. */
const runAt = (status: StepStatus, runStatus: RunStatus = 'in-progress'): Run =>
  withPolicy(
    runOf(
      [
        step('s', {
          status,
          labor:
            status === 'in-progress' ? [{ id: 'l', personId: 'ben', in: '2020-01-01T08:00:00.000Z' }] : [],
        }),
      ],
      {
        status: runStatus,
        redlines:
          status === 'redline'
            ? [
                { id: 'open', stepId: 's', title: 'Wider', status: 'open', before: 'todo' },
                { id: 'decided', stepId: 's', title: 'Wider', status: 'accepted', before: 'todo' },
              ]
            : [],
      },
    ),
    { rework: 'both', canceledRequired: 'excused' },
  );

const at = { stepId: 's' };
const reason = { reason: 'Because' };
const more: Partial<Record<CommandType, object>> = {
  'hold-step': { ...at, ...reason, comment: 'Bearings on Monday' },
  'fail-step': { ...at, ...reason },
  'reopen-step': { ...at, ...reason },
  'cancel-step': { ...at, ...reason },
  'propose-redline': { ...at, title: 'Wider', changes: [{ change: 'instructions', to: ['Ream it'] }] },
  'close-redline': { ...at, redlineId: 'decided' },
  'cancel-redline': { ...at, redlineId: 'open' },
  'fail-run': reason,
  'cancel-run': reason,
  'complete-run': { acknowledged: ['open-redline:open'] },
};

const edges = <Status extends string>(
  table: Readonly<Record<Status, object>>,
): readonly (readonly [Status, CommandType])[] =>
  (Object.entries(table) as [Status, object][]).flatMap(([status, row]) =>
    (Object.keys(row) as CommandType[])
      .filter((type) => supportedCommands.has(type))
      .map((type) => [status, type] as const),
  );

async function trace(adapter: Adapter, run: Run, type: CommandType): Promise<readonly RunEvent[]> {
  const answer = await adapter.execute(commandOf({ type, ...(more[type] ?? at) } as CommandRequest), {
    as: { person: 'ben' },
  });
  expect(isReceipt(answer), JSON.stringify(answer)).to.equal(true);
  const { items } = await adapter.history!(run.id);
  expect(items.length).to.be.greaterThan(0);
  for (const event of items) {
    expect(event.by, event.type).to.equal('ben');
    expect(new Date(event.at).toISOString(), event.type).to.equal(event.at);
    expect(Math.abs(Date.parse(event.at) - Date.now()), event.type).to.be.lessThan(60_000);
  }
  // The history is how the run has come to be what it is.
  expect(evolveAll(run, items)).to.deep.equal(await adapter.load(run.id));
  return items;
}

for (const [name, create] of Object.entries(adapters)) {
  describe(`the history of ${name}`, () => {
    for (const [status, type] of edges(stepTransitions)) {
      it(`R25: ${type} at a step that is ${status} is in it, with who and when`, async () => {
        const run = runAt(status);
        const events = await trace(create(run), run, type);
        expect(events.some((event) => 'stepId' in event && event.stepId === 's')).to.equal(true);
        const { status: is } = findStep(evolveAll(run, events), 's')!;
        expect(is).not.to.equal(status);
        expect(stepTransitions[status][type]).to.include(is);
        const why = (more[type] as { reason?: string } | undefined)?.reason;
        if (why !== undefined) expect(JSON.stringify(events)).to.contain(`"reason":"${why}"`);
      });
    }

    for (const [status, type] of edges(runTransitions)) {
      if (type === 'start-step') continue;
      it(`R25: ${type} at a run that is ${status} is in it, with who and when`, async () => {
        const run = runAt('complete', status);
        const events = await trace(create(run), run, type);
        expect(runTransitions[status][type]).to.include(evolveAll(run, events).status);
      });
    }

    it('R21, R25: the first start is in it with the start of the run, a later one changes nothing of that', async () => {
      const { startedAt: _, ...run } = runOf([step('s'), step('other')], { status: 'todo' });
      const adapter = create(run);
      const [first] = await trace(adapter, run, 'start-step');
      const { startedAt } = await adapter.load(run.id);
      expect(first).to.include({ type: 'run-started', at: startedAt });
      await adapter.execute(commandOf({ type: 'start-step', stepId: 'other' }), { as: { person: 'ada' } });
      expect((await adapter.load(run.id)).startedAt).to.equal(startedAt);
    });
  });
}
