/** A run from its first check-in to its completion, and what loading it gives. */
import { evolveAll } from '../../domain/evolve.js';
import type { Run } from '../../domain/run.js';
import { equal, ok, rejects } from './expect.js';
import { people, runId } from './seed-run.js';
import { command, equalRuns, measure, note, type Case, type Trial } from './trial.js';

const statuses = (run: Run): unknown => ({
  run: run.status,
  steps: run.steps.map(({ status }) => status),
  unit: run.unit?.status,
  labor: run.steps.map(({ labor }) => labor.map(({ personId, out }) => [personId, out !== undefined])),
});

async function wholeRun({ done, give }: Trial): Promise<void> {
  await done('worker', { type: 'start-step', stepId: 'measure' });
  await done('lead', { type: 'check-in', stepId: 'measure' });
  await done('worker', measure('width', '10.25'));
  await done('worker', measure('check', 'pass'));
  equal(
    await give('worker', { type: 'complete-step', stepId: 'measure' }),
    {
      refused: 'blocked',
      blockers: [{ kind: 'unapproved-signoff', stepId: 'measure', targetId: 'witness' }],
    },
    'completing without the sign-off',
  );
  await done('inspector', { type: 'sign', stepId: 'measure', targetId: 'witness', decision: 'approve' });
  await done('worker', { type: 'complete-step', stepId: 'measure' });
  await done('worker', { type: 'start-step', stepId: 'assemble' });
  const install = { type: 'install-part', stepId: 'assemble', how: 'scanned' } as const;
  await done('worker', { ...install, targetId: 'motor', unitId: 'motor-1', quantity: '1' });
  await done('worker', { ...install, targetId: 'wire', unitId: 'wire-lot', quantity: '5' });
  await done('worker', { type: 'complete-step', stepId: 'assemble' });
  await done('worker', { type: 'start-step', stepId: 'pack' });
  await done('worker', { type: 'complete-step', stepId: 'pack' });
  await done('lead', { type: 'sign', targetId: 'release', decision: 'approve' });
  await done('lead', { type: 'complete-run', note: 'Well done', acknowledged: [] });
}

export const lifeCycleCases: readonly Case[] = [
  {
    name: 'load: a run comes as it was put in',
    async body({ adapter, seed }) {
      for (const run of seed.runs) equalRuns(await adapter.load(run.id), run, run.id);
    },
  },
  {
    name: 'life cycle: a run goes from its first check-in to its completion',
    uses: ['start-step', 'check-in', 'set-value', 'sign', 'install-part', 'complete-step', 'complete-run'],
    async body(trial) {
      await wholeRun(trial);
      const run = await trial.load();
      equal(
        statuses(run),
        {
          run: 'complete',
          steps: ['complete', 'complete', 'complete', 'todo'],
          unit: 'available',
          labor: [
            [
              ['worker', true],
              ['lead', true],
            ],
            [['worker', true]],
            [['worker', true]],
            [],
          ],
        },
        'the run at its end',
      );
      equal(
        run.completions.map(({ by, note }) => [by, note]),
        [['lead', 'Well done']],
        'who completed it',
      );
    },
  },
  {
    name: 'load: a run is what its receipts made of it, and one loaded before stays as it was',
    uses: ['start-step', 'set-value', 'comment'],
    async body({ load, done, seed }) {
      const before = await load();
      let made = before;
      for (const request of [
        { type: 'start-step', stepId: 'measure' } as const,
        measure('width', '10'),
        measure('width', '10.5'),
        note('Warm today'),
      ]) {
        made = evolveAll(made, (await done('worker', request)).events);
      }
      equalRuns(await load(), made, 'the run after its receipts');
      equalRuns(before, seed.runs[0]!, 'the run that was loaded at first');
    },
  },
  {
    name: 'faults: a run that is not there is a not-found fault, for whatever is asked of it',
    async body({ adapter }) {
      await rejects(() => adapter.load('nowhere'), 'not-found', 'load');
      const asked = command({ ...note('Hello?'), runId: 'nowhere' });
      await rejects(
        () => adapter.execute(asked, { as: { person: people.worker.id } }),
        'not-found',
        'execute',
      );
      if (adapter.history) await rejects(() => adapter.history!('nowhere'), 'not-found', 'history');
      ok(await adapter.load(runId), 'another run is there as before');
    },
  },
  {
    name: 'listRuns: tells the status and the progress of each run',
    needs: ['listRuns'],
    uses: ['start-step'],
    async body({ adapter, done }) {
      const list = async (): Promise<unknown> =>
        (await adapter.listRuns!())
          .map((one) => [one.id, one.number, one.unit, one.status, one.stepsComplete, one.stepsTotal])
          .sort();
      await done('worker', { type: 'start-step', stepId: 'assemble' });
      equal(
        await list(),
        [
          ['suite-1', 'N-suite-1', 'CART-suite-1', 'in-progress', 0, 4],
          ['suite-2', 'N-suite-2', 'CART-suite-2', 'todo', 0, 4],
        ],
        'the list',
      );
    },
  },
];
