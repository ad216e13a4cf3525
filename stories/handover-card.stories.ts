import { define } from '../src/define.js';
import type { Comment, Field, Run, Step } from '../src/domain/run.js';
import { roverPeople } from '../src/testing/rover-people.js';
import { roverRun } from '../src/testing/rover.js';
import { sessionOn } from './backends.js';

define();

const { technician, lead, qualityEngineer } = roverPeople;
const at = (hour: number, minute = 0): string =>
  `2026-11-20T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00.000Z`;
const comment = (stepId: string, by: string, when: string, text: string, mentions?: string[]): Comment => ({
  id: `comment-${stepId}`,
  stepId,
  by,
  at: when,
  text,
  ...(mentions && { mentions }),
});

const begun: Partial<Step> = {
  status: 'in-progress',
  startedAt: at(15),
  labor: [{ id: 'labor-1', personId: technician.id, in: at(15) }],
};
const completed = (hour: number): Partial<Step> => ({
  status: 'complete',
  startedAt: at(hour - 1),
  labor: [{ id: `labor-at-${hour}`, personId: technician.id, in: at(hour - 1), out: at(hour) }],
  completedBy: technician.id,
  completedAt: at(hour),
});
/** The first fields of a step, recorded. */
const recorded = (fields: readonly Field[], values: readonly unknown[]): readonly Field[] =>
  fields.map((field, index) =>
    values[index] === undefined || field.type === 'signoff' || field.type === 'unknown'
      ? field
      : ({
          ...field,
          record: { value: values[index], how: 'typed', by: technician.id, at: at(15, 10 + index) },
        } as Field),
  );

type Change = (step: Step) => Partial<Step>;
function runWith(changes: Readonly<Record<string, Change>>, more: Partial<Run> = {}): Run {
  const run = roverRun();
  return {
    ...run,
    status: 'in-progress',
    startedAt: at(13),
    steps: run.steps.map((step) => ({ ...step, ...changes[step.id]?.(step) })),
    ...more,
  };
}

const ids = roverRun().steps.map(({ id }) => id);
const [first = '', second = '', third = ''] = ids;
const halfValues = ['hss-4.0', '11.31', undefined, 'pass'];

const halfDone = (): Run =>
  runWith({
    [first]: ({ fields }) => ({ ...begun, fields: recorded(fields, halfValues) }),
  });
const onHold = (): Run =>
  runWith({
    [first]: () => ({
      ...completed(14),
    }),
    [second]: () => ({
      status: 'hold',
      startedAt: at(14, 10),
      labor: [{ id: 'labor-2', personId: technician.id, in: at(14, 10), out: at(16) }],
      hold: { reason: 'waiting-for-part', comment: 'Bearings come on Monday', by: technician.id, at: at(16) },
      commentCount: 1,
      latestComment: comment(
        second,
        technician.id,
        at(16),
        `Bearings come on Monday. @${lead.name}, call the supplier.`,
        [lead.id],
      ),
    }),
  });
const everything = (): Run =>
  runWith(
    {
      [first]: ({ fields }) => ({
        ...begun,
        fields: recorded(fields, ['hss-4.0', '11.9', '11.3', 'fail']),
        commentCount: 4,
        latestComment: comment(
          first,
          lead.id,
          at(15, 40),
          'Hole 1 was measured twice. It stays out of range.',
        ),
      }),
      [second]: () => ({
        status: 'hold',
        startedAt: at(14, 10),
        hold: { reason: 'waiting-for-quality', by: technician.id, at: at(16) },
        commentCount: 1,
        latestComment: comment(second, technician.id, at(16), `@${lead.name}, the report is on the bench.`, [
          lead.id,
        ]),
      }),
      [third]: () => ({
        status: 'failed',
        startedAt: at(13),
        failures: [{ reason: 'Arm is bent', issueId: 'issue-1', by: technician.id, at: at(14) }],
      }),
    },
    {
      issues: [
        {
          id: 'issue-1',
          number: 'ISS-1',
          title: 'Left rocker arm is bent by 3 mm',
          status: 'pending',
          links: [third],
          by: technician.id,
          at: at(14),
        },
      ],
      redlines: [
        {
          id: 'redline-1',
          stepId: ids[3]!,
          title: 'Two more washers below the differential',
          status: 'open',
          by: qualityEngineer.id,
          at: at(15),
        },
      ],
    },
  );
const allDone = (): Run =>
  runWith(Object.fromEntries(ids.map((id, index) => [id, () => completed(14 + (index % 4))])), {
    gates: [],
    status: 'complete',
    completions: [{ by: lead.id, at: at(18), acknowledged: [] }],
  });
const failed = (): Run =>
  runWith(
    { [first]: () => completed(14) },
    { status: 'failed', ended: { reason: 'Chassis is cracked, scrapped', by: lead.id, at: at(17) } },
  );
const longTexts = (): Run => {
  const run = everything();
  return {
    ...run,
    title: `Six-wheel rover with <b>markup</b> and ${'averylongnamewithoutaspace'.repeat(6)}`,
    steps: run.steps.map((step) => ({
      ...step,
      title: `${step.title} ${'and everything that belongs to it '.repeat(4)}`,
    })),
  };
};

interface Args {
  make?: () => Run;
  stepId?: string;
  person?: string;
  dir?: 'rtl';
  narrow?: boolean;
}
interface Story {
  args?: Args;
}

function show({ make = roverRun, stepId, person = lead.id, dir, narrow }: Args): HTMLElement {
  const session = sessionOn(make(), person);
  const element = Object.assign(document.createElement('handover-card'), { session, stepId, lang: 'en' });
  if (dir) element.dir = dir;
  if (narrow) element.style.maxInlineSize = '340px';
  return element;
}

export default { title: 'handover-card', component: 'handover-card', render: show };

export const FreshRun: Story = {};
export const HalfDone: Story = { args: { make: halfDone } };
export const OnHold: Story = { args: { make: onHold } };
export const AllDone: Story = { args: { make: allDone } };
export const Failed: Story = { args: { make: failed } };
export const EverythingAtOnce: Story = { args: { make: everything } };
export const OfAStep: Story = { args: { make: everything, stepId: first } };
export const Phone: Story = { args: { make: everything, narrow: true } };
export const LongTexts: Story = { args: { make: longTexts } };
export const RightToLeft: Story = { args: { make: everything, dir: 'rtl' } };
