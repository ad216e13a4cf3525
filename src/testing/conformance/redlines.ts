/** Redlines: what was approved is in the step, and what was signed for something else counts no more. */
import { stepBlockers } from '../../domain/completion.js';
import type { ProposedChange } from '../../domain/command.js';
import type { Id, Step } from '../../domain/run.js';
import { equal } from './expect.js';
import type { Case, Trial } from './trial.js';

/** Proposes a redline at a step, and approves it. */
async function redline(
  { done, load }: Trial,
  stepId: Id,
  changes: readonly ProposedChange[],
): Promise<{ step: Step; redlineId: Id }> {
  await done('lead', { type: 'propose-redline', stepId, title: 'Another way', changes });
  const redlineId = (await load()).redlines.at(-1)!.id;
  await done('lead', { type: 'approve-redline', stepId, redlineId });
  const step = (await load()).steps.find(({ id }) => id === stepId)!;
  return { step, redlineId };
}

export const redlineCases: readonly Case[] = [
  {
    name: 'redlines: rows and columns of a table and places of a part are as the redline says once it is approved',
    uses: ['propose-redline', 'approve-redline'],
    async body(trial) {
      const limits = { min: '4', max: '6' };
      const { step } = await redline(trial, 'lights', [
        { change: 'change-line', axis: 'column', targetId: 'volts', to: { limits } },
        { change: 'add-line', axis: 'row', line: { label: 'Middle' }, after: 'left' },
        { change: 'remove-line', axis: 'column', targetId: 'solder' },
        {
          change: 'change-requirement',
          targetId: 'lamp',
          to: { quantity: '3', designators: ['D1', 'D2', 'D3'] },
        },
      ]);
      equal(step.status, 'redline', 'the step until the redline is closed');
      equal(
        step.fields.map((field) => [field.label, field.type === 'number' && field.limits]),
        [
          ['Left, Voltage', limits],
          ['Middle, Voltage', limits],
          ['Right, Voltage', limits],
        ],
        'the cells of the table',
      );
      equal(
        [step.grid?.rows.map(({ label }) => label), step.grid?.columns.map(({ label }) => label)],
        [['Left', 'Middle', 'Right'], ['Voltage']],
        'its rows and columns',
      );
      const lamp = step.requirements.find(({ id }) => id === 'lamp');
      equal([lamp?.quantity, lamp?.designators], ['3', ['D1', 'D2', 'D3']], 'the places of the lamps');
    },
  },
  {
    name: 'redlines: where a sign-off asks for another role, an approval of before counts no more',
    uses: ['start-step', 'sign', 'propose-redline', 'approve-redline', 'close-redline'],
    async body(trial) {
      const { done, give, load } = trial;
      const stepId = 'measure';
      const sign = { type: 'sign', stepId, targetId: 'witness', decision: 'approve' } as const;
      const outstanding = async (): Promise<unknown> =>
        stepBlockers(await load(), stepId)
          .filter(({ targetId }) => targetId === 'witness')
          .map(({ kind }) => kind);
      await done('worker', { type: 'start-step', stepId });
      await done('inspector', sign);
      equal(await outstanding(), [], 'what is outstanding once it is approved');
      const { redlineId } = await redline(trial, stepId, [
        { change: 'change-field', targetId: 'witness', to: { role: 'Lead' } },
      ]);
      await done('lead', { type: 'close-redline', stepId, redlineId });
      await done('worker', { type: 'start-step', stepId });
      equal(await outstanding(), ['stale-signoff'], 'what is outstanding once another role is asked for');
      const answer = await give('inspector', sign);
      equal('refused' in answer && answer.refused, 'not-permitted', 'a decision by the role of before');
      await done('lead', sign);
      equal(await outstanding(), [], 'what is outstanding once the role of now has approved');
    },
  },
];
