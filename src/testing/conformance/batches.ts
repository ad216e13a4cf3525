/** Batches: what reaches the other run, what stays, and what is told of it. */
import type { Sibling } from '../../domain/command.js';
import type { RunEvent } from '../../domain/command.js';
import type { Run } from '../../domain/run.js';
import { equal, ok, within } from './expect.js';
import { otherRunId, people, runId } from './seed-run.js';
import {
  command,
  doneBy,
  fieldIn,
  measure,
  note,
  sequences,
  stepIn,
  type Case,
  type Trial,
} from './trial.js';

const batch = { id: 'carts', name: 'Carts of March' };
const start = { type: 'start-step', stepId: 'measure' } as const;
const hold = { type: 'hold-step', stepId: 'pack', reason: 'waiting-for-part' } as const;

async function join({ done }: Trial): Promise<void> {
  for (const id of [runId, otherRunId]) await done('lead', { type: 'join-batch', runId: id, batch });
}
const gist = (siblings: readonly Sibling[] | undefined): unknown =>
  siblings?.map((one) => [one.runId, one.refused?.refused ?? 'done']);
const both = [[otherRunId, 'done']];
const recorded = (run: Run): unknown => {
  const field = fieldIn(run, 'width');
  return 'record' in field && field.record?.value;
};

export const batchCases: readonly Case[] = [
  {
    name: 'batches: what is done at a step is done at its sibling, in events of its own, and the receipt tells of it',
    uses: ['join-batch', 'start-step', 'check-in', 'set-value'],
    async body(trial) {
      const { done, load } = trial;
      await join(trial);
      const { sequence } = await load(otherRunId);
      const told = [
        await done('worker', start),
        await done('worker', measure('width', '10')),
        await done('lead', { type: 'check-in', stepId: 'measure' }),
      ];
      for (const { siblings } of told) equal(gist(siblings), both, 'what the receipt tells');
      const other = await load(otherRunId);
      const step = stepIn(other, 'measure');
      equal(
        [step.status, recorded(other), step.labor.map(({ personId }) => personId)],
        ['in-progress', '10', ['worker', 'lead']],
        'the sibling',
      );
      const count = told.flatMap(({ events }) => events).length;
      equal(other.sequence, sequence + count, 'the sequence of the sibling');
    },
  },
  {
    name: 'batches: parts and what is said of a unit stay with it',
    uses: ['join-batch', 'start-step', 'install-part', 'comment', 'open-issue'],
    async body(trial) {
      const { done, load } = trial;
      await join(trial);
      await done('worker', { type: 'start-step', stepId: 'assemble' });
      const before = await load(otherRunId);
      const at = { stepId: 'assemble' } as const;
      const install = { ...at, targetId: 'motor', unitId: 'motor-1', quantity: '1' } as const;
      const told = [
        await done('worker', { type: 'install-part', ...install, how: 'scanned' }),
        await done('worker', { type: 'comment', ...at, text: 'It was tight', mentions: ['lead'] }),
        await done('worker', { type: 'open-issue', ...at, title: 'Tight', links: ['motor'] }),
      ];
      for (const { siblings } of told) equal(gist(siblings) ?? [], [], 'what the receipt tells');
      equal(await load(otherRunId), before, 'the other run');
    },
  },
  {
    name: 'batches: a sibling that stands elsewhere takes no part, stops nobody, and is told with its reason',
    uses: ['join-batch', 'start-step', 'set-value'],
    async body(trial) {
      const { done, load } = trial;
      await done('worker', { ...start, runId: otherRunId });
      await done('worker', { ...measure('width', '9'), runId: otherRunId });
      await join(trial);
      const before = await load(otherRunId);
      const { siblings } = await done('worker', start);
      equal(gist(siblings), [[otherRunId, 'wrong-status']], 'what the receipt of the start tells');
      await done('worker', measure('width', '10'));
      equal(recorded(await load()), '10', 'what is recorded where it was given');
      equal(await load(otherRunId), before, 'the other run');
    },
  },
  {
    name: 'batches: a sibling that is over takes no part, and nothing is told of it',
    uses: ['join-batch', 'start-step', 'cancel-run'],
    async body(trial) {
      const { done, load } = trial;
      await join(trial);
      await done('lead', { type: 'cancel-run', runId: otherRunId, reason: 'Dropped' });
      const before = await load(otherRunId);
      equal(gist((await done('worker', start)).siblings) ?? [], [], 'what the receipt tells');
      equal(await load(otherRunId), before, 'the other run');
    },
  },
  {
    name: 'batches: a repeated command id is told of the same siblings',
    uses: ['join-batch', 'start-step', 'set-value'],
    async body(trial) {
      const { adapter, done } = trial;
      await join(trial);
      await done('worker', start);
      const as = { person: people.worker.id };
      const once = command(measure('width', '10'));
      for (const answer of [await adapter.execute(once, { as }), await adapter.execute(once, { as })])
        equal('siblings' in answer && gist(answer.siblings), both, 'what the receipt tells');
    },
  },
  {
    name: 'batches: whoever watches a sibling is told',
    needs: ['watch'],
    uses: ['join-batch', 'start-step'],
    async body(trial) {
      const { adapter, done, load, patience } = trial;
      await join(trial);
      const { sequence } = await load(otherRunId);
      const events: RunEvent[] = [];
      let stop = (): void => {};
      const told = new Promise<void>((resolve) => {
        stop = adapter.watch!(otherRunId, { after: sequence }, (news) => {
          events.push(...news);
          if (events.some(({ type }) => type === 'step-started')) resolve();
        });
      });
      await done('worker', start);
      await within(patience, told, 'the events of the sibling in watch');
      stop();
      ok(
        events.every((event) => event.runId === otherRunId),
        'All events are the sibling’s own',
      );
      equal(Math.min(...sequences(events)), sequence + 1, 'the sequence of the first');
    },
  },
  {
    name: 'batches: a run does not leave while a step is in redline, and the step is named',
    uses: ['join-batch', 'leave-batch', 'propose-redline', 'cancel-redline'],
    async body(trial) {
      const { done, give, load } = trial;
      await join(trial);
      await done('lead', {
        type: 'propose-redline',
        stepId: 'pack',
        title: 'Two boxes',
        changes: [{ change: 'instructions', to: ['Use two boxes.'] }],
      });
      const answer = await give('lead', { type: 'leave-batch' });
      const blockers = 'blockers' in answer ? answer.blockers : undefined;
      equal(
        ['refused' in answer && answer.refused, blockers?.map(({ stepId }) => stepId)],
        ['blocked', ['pack']],
        'the answer to leaving',
      );
      const redlineId = (await load()).redlines[0]!.id;
      await done('lead', { type: 'cancel-redline', stepId: 'pack', redlineId });
      await done('lead', { type: 'leave-batch' });
      const { siblings = [] } = await done('worker', hold);
      equal(gist(siblings), [], 'what the receipt tells after that');
    },
  },
  {
    name: 'batches: listRuns tells which runs go together',
    needs: ['listRuns'],
    uses: ['join-batch'],
    async body(trial) {
      await join(trial);
      const all = await trial.adapter.listRuns!();
      equal(
        [runId, otherRunId].map((id) => all.find((run) => run.id === id)?.batch),
        [batch, batch],
        'the batches of both',
      );
    },
  },
  {
    name: 'batches: go on after a reload',
    needs: ['reopen'],
    uses: ['join-batch', 'start-step', 'check-out', 'comment'],
    async body(trial) {
      await join(trial);
      await trial.done('worker', start);
      await trial.done('lead', note('To be continued'));
      const done = doneBy(await trial.reopen(), trial.patience);
      const { siblings } = await done('worker', { type: 'check-out', stepId: 'measure' });
      equal(gist(siblings), both, 'what the receipt tells');
    },
  },
];
