/** What was answered is stored: a fresh adapter finds it, and so does whoever reads the store itself. */
import { equal } from './expect.js';
import { people, runId } from './seed-run.js';
import { command, doneBy, measure, note, type Case, type Trial } from './trial.js';

async function work({ done }: Trial): Promise<void> {
  await done('worker', { type: 'start-step', stepId: 'measure' });
  for (const value of ['9', '10', '10.5']) await done('worker', measure('width', value));
  await done('inspector', note('Looks good'));
}
const uses = ['start-step', 'set-value', 'comment'] as const;

export const reopenCases: readonly Case[] = [
  {
    name: 'reopen: what was answered is there',
    needs: ['reopen'],
    uses,
    async body(trial) {
      await work(trial);
      const before = await trial.load();
      const again = await trial.reopen();
      equal(await again.load(runId), before, 'the run');
      await doneBy(again, trial.patience)('worker', measure('width', '11'));
      equal((await again.load(runId)).sequence, before.sequence + 1, 'the sequence goes on');
    },
  },
  {
    name: 'reopen: a repeated command id still gets its receipt, and changes nothing',
    needs: ['reopen'],
    uses: ['comment'],
    async body({ adapter, reopen, done }) {
      const as = { person: people.worker.id };
      const once = command(note('Only once'));
      const receipt = await adapter.execute(once, { as });
      await done('worker', note('Another'));
      const again = await reopen();
      const before = await again.load(runId);
      equal(await again.execute(once, { as }), receipt, 'the receipt');
      equal(await again.load(runId), before, 'the run');
    },
  },
  {
    name: 'peek: the store holds the events that were answered, in order',
    needs: ['peek'],
    uses,
    async body(trial) {
      const events = [
        ...(await trial.done('worker', { type: 'start-step', stepId: 'measure' })).events,
        ...(await trial.done('worker', measure('width', '10'))).events,
        ...(await trial.done('inspector', note('Looks good'))).events,
      ];
      equal(await trial.peek(runId), events, 'the stored events');
    },
  },
];
