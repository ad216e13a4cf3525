/** What is kept of a value beside the value: its unit, its reason, the deviation, and what stood there before. */
import { isRefusal } from '../../domain/command.js';
import type { ValueRecord } from '../../domain/run.js';
import { equal } from './expect.js';
import { runId } from './seed-run.js';
import { fieldIn, from, measure, stepIn, type Case, type Request, type Trial } from './trial.js';

const cell = (value: string, reason?: string): Request => ({
  type: 'set-value',
  stepId: 'lights',
  targetId: 'left:volts',
  value,
  ...(reason !== undefined && { reason }),
});
const recordOf = async ({ load }: Trial, targetId: string): Promise<ValueRecord | undefined> => {
  const field = fieldIn(await load(), targetId);
  return 'record' in field ? field.record : undefined;
};

export const recordCases: readonly Case[] = [
  {
    name: 'values: a number is kept as it was typed, in the unit that it was typed in, and as fine as its gauge',
    uses: ['start-step', 'set-value'],
    async body(trial) {
      await trial.done('worker', { type: 'start-step', stepId: 'measure' });
      const inches = { value: '0.375', raw: '0,375 in', unit: 'in', resolution: '0.0001' };
      await trial.done('worker', {
        type: 'set-value',
        stepId: 'measure',
        targetId: 'width',
        ...inches,
        how: 'gauge',
      });
      const { value, raw, unit, resolution, how } = (await recordOf(trial, 'width')) ?? {};
      equal({ value, raw, unit, resolution, how }, { ...inches, how: 'gauge' }, 'what is recorded');
      const answer = await trial.give('worker', {
        type: 'set-value',
        stepId: 'measure',
        targetId: 'width',
        value: '10',
        unit: 'kg',
      });
      equal(isRefusal(answer) && answer.detail?.reason, 'other-unit', 'the answer to a width in kilograms');
    },
  },
  {
    name: 'values: where the policy asks why, a change without a reason is refused, and the first entry is not',
    uses: ['start-step', 'set-value', 'clear-value'],
    async body(trial) {
      const { done, give } = trial;
      await done('worker', { type: 'start-step', stepId: 'lights' });
      await done('worker', cell('5'));
      const needed = { refused: 'invalid', detail: { reason: 'reason-needed' } };
      equal(await give('worker', cell('4.9')), needed, 'the answer to a change without a reason');
      const clear = { type: 'clear-value', stepId: 'lights', targetId: 'left:volts' } as const;
      equal(await give('worker', clear), needed, 'the answer to clearing without a reason');
      await done('worker', cell('4.9', 'Read it wrong'));
      const { value, reason } = (await recordOf(trial, 'left:volts')) ?? {};
      equal([value, reason], ['4.9', 'Read it wrong'], 'what is recorded');
    },
  },
  {
    name: 'values: among the earlier ones is what was cleared and what was accepted, each with its reason',
    needs: ['values'],
    uses: ['start-step', 'set-value', 'clear-value', 'accept-deviation'],
    async body({ adapter, done }) {
      await done('worker', { type: 'start-step', stepId: 'lights' });
      await done('worker', cell('5'));
      await done('worker', cell('5.25', 'Read it again'));
      await done('lead', {
        type: 'clear-value',
        stepId: 'lights',
        targetId: 'left:volts',
        reason: 'The other lamp',
      });
      await done('worker', cell('6'));
      await done('lead', {
        type: 'accept-deviation',
        stepId: 'lights',
        targetId: 'left:volts',
        rationale: 'Bright enough',
      });
      const { items } = await adapter.values!(runId, 'left:volts');
      equal(
        items.map(({ value, cleared, reason, deviation, by }) => [
          value,
          cleared,
          reason ?? deviation?.rationale,
          by,
        ]),
        [
          ['5', undefined, undefined, 'worker'],
          ['5.25', undefined, 'Read it again', 'worker'],
          [null, true, 'The other lamp', 'lead'],
          ['6', undefined, undefined, 'worker'],
          [null, undefined, 'Bright enough', 'lead'],
        ],
        'what stood there',
      );
    },
  },
  {
    name: 'values: the newest first, page by page, also while more are recorded',
    needs: ['values'],
    uses: ['start-step', 'set-value'],
    async body({ adapter, done }) {
      await done('worker', { type: 'start-step', stepId: 'measure' });
      for (const count of from(1, 11)) await done('worker', measure('width', String(count)));
      const read: unknown[] = [];
      let cursor: string | undefined;
      for (const page of from(1, 4)) {
        const next = await adapter.values!(runId, 'width', {
          newestFirst: true,
          limit: 4,
          ...(cursor !== undefined && { cursor }),
        });
        read.push(next.items.map(({ value }) => value));
        cursor = next.cursor;
        if (cursor === undefined) break;
        await done('worker', measure('width', `0.${page}`));
      }
      equal(
        read,
        [
          ['11', '10', '9', '8'],
          ['7', '6', '5', '4'],
          ['3', '2', '1'],
        ],
        'the pages',
      );
    },
  },
  {
    name: 'values: an accepted deviation keeps its rationale whole, and a new value takes it away',
    uses: ['start-step', 'set-value', 'accept-deviation'],
    async body(trial) {
      await trial.done('worker', { type: 'start-step', stepId: 'measure' });
      await trial.done('worker', measure('width', '12'));
      const rationale = `It fits: ${'measured again, '.repeat(100)}and it still fits.`;
      await trial.done('inspector', {
        type: 'accept-deviation',
        stepId: 'measure',
        targetId: 'width',
        rationale,
      });
      const { value, deviation } = (await recordOf(trial, 'width')) ?? {};
      equal([value, deviation?.rationale, deviation?.by], ['12', rationale, 'inspector'], 'the deviation');
      await trial.done('worker', measure('width', '13'));
      equal((await recordOf(trial, 'width'))?.deviation, undefined, 'the deviation of the next value');
    },
  },
  {
    name: 'values: a row that is not applicable leaves what was recorded in it, and marks the rest',
    uses: ['start-step', 'set-value', 'mark-not-applicable'],
    async body({ done, give, load }) {
      await done('worker', { type: 'start-step', stepId: 'lights' });
      await done('worker', { type: 'set-value', stepId: 'lights', targetId: 'right:volts', value: '0' });
      const mark = { type: 'mark-not-applicable', stepId: 'lights' } as const;
      await done('worker', { ...mark, targetId: 'right' });
      equal(
        stepIn(await load(), 'lights').fields.map((field) => {
          const record = 'record' in field ? field.record : undefined;
          return [field.id, record?.value, record?.notApplicable];
        }),
        [
          ['left:volts', undefined, undefined],
          ['left:solder', undefined, undefined],
          ['right:volts', '0', undefined],
          ['right:solder', null, true],
        ],
        'the cells',
      );
      equal(
        await give('worker', { ...mark, targetId: 'left' }),
        { refused: 'invalid', detail: { reason: 'not-applicable-not-allowed' } },
        'the answer for a row that has to be filled in',
      );
    },
  },
];
