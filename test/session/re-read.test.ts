// What a backend's own automation does when a step is complete is in the run that is shown.
import { expect } from 'chai';
import type { Adapter } from '../../src/adapters/adapter.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { RunEvent } from '../../src/domain/command.js';
import type { Install, Step } from '../../src/domain/run.js';
import { createRunSession } from '../../src/session.js';
import { ada, part, runOf, step, working } from '../domain/runs.js';

const screws = part('screws', 'lot', '8', 'P-1', 'Screws');
const label = part('label', 'bulk', '1', 'P-2', 'Label');
const run = runOf([
  working('s', { requirements: [{ ...label, quantity: '0', installs: [consumed('first', 'P-2', '0')] }] }),
  step('next', { upstream: ['s'], requirements: [screws] }),
]);

/** What automation at the line installs, as line stock. */
function consumed(id: string, partNumber: string, quantity: string): Install {
  return {
    id,
    unitId: `unit-${id}`,
    partNumber,
    lot: 'L-7',
    quantity,
    by: 'line',
    at: '2026-11-20T09:00:00.000Z',
    how: 'scanned',
  };
}

/** The step as the backend has it after its automation, told as a backend does that reads it anew. */
function readAnew(last: RunEvent, place: Step, installs: readonly Install[], after: number): RunEvent {
  const requirements = place.requirements.map((one) => ({ ...one, installs, version: '5' }));
  return {
    v: 1,
    id: `automation-${after}`,
    runId: last.runId,
    commandId: last.commandId,
    by: 'line',
    at: last.at,
    sequence: last.sequence + after,
    type: 'step-read',
    stepId: place.id,
    step: { ...place, requirements },
  };
}

const [first, next] = run.steps as [Step, Step];
const afterwards = (last: RunEvent): RunEvent[] => [
  readAnew(last, { ...first, status: 'complete' }, [consumed('second', 'P-2', '1')], 1),
  readAnew(last, next, [consumed('third', 'P-1', '8')], 2),
];

async function complete(change: (inner: Adapter) => Partial<Adapter>) {
  const inner = memoryAdapter({ runs: [run] });
  const session = createRunSession({
    adapter: { ...inner, ...change(inner) },
    runId: run.id,
    person: ada.id,
  });
  if (session.status === 'loading') await new Promise<void>((resolve) => session.follow('', resolve));
  expect(session.blockers('next').map(({ targetId }) => targetId)).to.include('screws');
  const told: string[] = [];
  for (const id of ['label', 'screws']) session.follow(id, () => told.push(id));
  expect(await session.execute({ type: 'complete-step', stepId: 's' })).to.have.property('events');
  return { session, told };
}

type Completed = Awaited<ReturnType<typeof complete>>;

function expectInstalled({ session, told }: Completed): void {
  const lots = session.run!.steps.flatMap(({ requirements }) =>
    requirements.flatMap(({ id, installs }) => installs.map((one) => `${id} ${one.quantity}`)),
  );
  expect(lots).to.deep.equal(['label 1', 'screws 8']);
  expect(session.run!.steps[0]!.status).to.equal('complete');
  expect(session.blockers('next').map(({ targetId }) => targetId)).to.not.include('screws');
  expect([...new Set(told)].sort()).to.deep.equal(['label', 'screws']);
  session.stop();
}

describe('R64: parts that automation installs when a step is complete', () => {
  it('are there with the receipt', async () => {
    const done = await complete((inner) => ({
      watch: undefined!,
      async execute(command, options) {
        const answer = await inner.execute(command, options);
        if (!('events' in answer)) return answer;
        return { ...answer, events: [...answer.events, ...afterwards(answer.events.at(-1)!)] };
      },
    }));
    expectInstalled(done);
  });

  it('are there when the backend tells of them afterwards', async () => {
    let last: RunEvent | undefined;
    let deliver!: (events: readonly RunEvent[]) => void;
    const done = await complete((inner) => ({
      watch: (_runId, _options, onEvents) => ((deliver = onEvents), () => undefined),
      async execute(command, options) {
        const answer = await inner.execute(command, options);
        if ('events' in answer) last = answer.events.at(-1);
        return answer;
      },
    }));
    expect(done.session.blockers('next').map(({ targetId }) => targetId)).to.include('screws');
    done.told.length = 0;
    deliver(afterwards(last!));
    expectInstalled(done);
  });
});
