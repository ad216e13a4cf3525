/** Several commands on their way at once: they come one after another, or are refused. */
import { isReceipt, isRefusal } from '../../domain/command.js';
import { equal, ok } from './expect.js';
import { otherRunId, runId } from './seed-run.js';
import { from, measure, note, sequences, sorted, type Case, type Request } from './trial.js';

export const raceCases: readonly Case[] = [
  {
    name: 'races: commands given at once are recorded one after another',
    uses: ['comment'],
    async body({ done, load }) {
      const before = (await load()).sequence;
      const who = ['worker', 'inspector', 'lead'] as const;
      const receipts = await Promise.all(
        from(1, 12).map((count) => done(who[count % 3]!, note(`Comment ${count}`))),
      );
      const numbers = sorted(receipts.flatMap(({ events }) => sequences(events)));
      equal(numbers, from(before + 1, before + 12), 'the sequences of all events');
      equal((await load()).steps[0]!.commentCount, 12, 'the comments that are recorded');
    },
  },
  {
    name: 'races: of two values given at once on the same base, one is recorded and one is stale',
    uses: ['start-step', 'set-value'],
    async body({ done, give, load }) {
      await done('worker', { type: 'start-step', stepId: 'measure' });
      const base = (await load()).steps[0]!.fields[0]!.version;
      const answers = await Promise.all([
        give('worker', measure('width', '9.5', base)),
        give('lead', measure('width', '10.5', base)),
      ]);
      equal(answers.filter(isReceipt).length, 1, 'how many were carried out');
      equal(
        answers.filter(isRefusal).map(({ refused }) => refused),
        ['stale'],
        'the refusals',
      );
    },
  },
  {
    name: 'races: of two installs of one serial at once, in two runs, exactly one wins',
    uses: ['start-step', 'install-part'],
    async body({ done, give, load }) {
      const install = (id: string): Request => ({
        type: 'install-part',
        runId: id,
        stepId: 'assemble',
        targetId: 'motor',
        unitId: 'motor-1',
        quantity: '1',
        how: 'scanned',
      });
      for (const id of [runId, otherRunId])
        await done('worker', { type: 'start-step', stepId: 'assemble', runId: id });
      const answers = await Promise.all([
        give('worker', install(runId)),
        give('lead', install(otherRunId)),
        give('lead', install(runId)),
      ]);
      equal(answers.filter(isReceipt).length, 1, 'how many installs there are');
      ok(
        answers.filter(isRefusal).every(({ refused }) => refused === 'not-installable'),
        'The others are refused as not-installable',
      );
      const installed = [await load(runId), await load(otherRunId)].flatMap((run) =>
        run.steps.flatMap(({ requirements }) => requirements.flatMap(({ installs }) => installs)),
      );
      equal(installed.length, 1, 'how many runs hold it');
    },
  },
];
