// Redlines of a table, of the places of a part and of a sign-off.
import { define } from '../src/define.js';
import type { ProposedChange } from '../src/domain/command.js';
import { gridOf } from '../src/domain/grid.js';
import type { Run } from '../src/domain/run.js';
import { roverPeople } from '../src/testing/rover-people.js';
import { part, signoff, step } from '../src/testing/seed.js';
import { doing, editing, propose, scene, toggle, type, type Scene, type Story } from './redline-scene.js';

define();

export default { title: 'redline-list/Tables', component: 'redline-list', render: scene };

const at = '2026-11-20T17:42:00.000Z';
/** A step with a table, a sign-off that has been given, and a part that goes to places. */
const stepId = 'torque-bolts';
function withTable(run: Run): Run {
  const table = gridOf({
    columns: [
      { id: 'torque', label: 'Torque', type: 'number', unit: 'Nm', limits: { min: '8', max: '10' } },
      { id: 'clean', label: 'Thread is clean', type: 'pass-fail' },
      {
        id: 'stretch',
        label: 'Stretch',
        type: 'number',
        unit: 'mm',
        limits: { target: '0.12', plus: '0.02', minus: '-0.02' },
      },
    ],
    rows: ['Left front', 'Right front', 'Left rear', 'Right rear'].map((label) => ({
      id: label.replace(' ', '-').toLowerCase(),
      label,
    })),
  });
  const decision = {
    id: 'decision',
    decision: 'approve',
    by: roverPeople.qualityEngineer.id,
    role: 'Quality engineer',
    at,
    covers: {},
  } as const;
  const seen = signoff('torque-seen', 'Torque seen', 'Quality engineer', {
    meaning: 'I saw the wrench click',
  });
  const work = step(stepId, 'Torque the wheel bolts', {
    status: 'in-progress',
    startedAt: at,
    instructions: ['Tighten crosswise, in two rounds.'],
    ...table,
    fields: [...table.fields, { ...seen, decisions: [decision] }],
    requirements: [
      {
        ...part('wheel-bolt', 'lot', '4', 'M6-20', 'Wheel bolt'),
        designators: ['LF', 'RF', 'LR', 'RR'],
      },
    ],
  });
  return { ...run, steps: [work, ...run.steps] };
}
const changes: readonly ProposedChange[] = [
  { change: 'change-line', axis: 'column', targetId: 'torque', to: { limits: { min: '9', max: '11' } } },
  { change: 'change-line', axis: 'row', targetId: 'left-front', to: { label: 'Left front, outer' } },
  {
    change: 'add-line',
    axis: 'column',
    line: { type: 'number', label: 'Angle', unit: '°', required: true, allowNotApplicable: false },
    after: 'torque',
  },
  { change: 'add-line', axis: 'row', line: { label: 'Left front, inner' }, after: 'left-front' },
  { change: 'remove-line', axis: 'column', targetId: 'clean' },
  {
    change: 'change-field',
    targetId: 'torque-seen',
    to: { role: 'Customer', meaning: 'I saw the wrench click twice' },
  },
  {
    change: 'change-requirement',
    targetId: 'wheel-bolt',
    to: { quantity: '5', designators: ['LF outer', 'LF inner', 'RF', 'LR', 'RR'] },
  },
];

const atTable: Scene = { run: withTable, stepId };
const proposeTable = propose(changes, { stepId, title: 'Two bolts at the left front' });
export const Table: Story = { args: { ...atTable, before: [proposeTable] } };
export const TableApproved: Story = {
  args: { ...atTable, before: [proposeTable, doing('approve-redline')] },
};
export const TableRightToLeft: Story = { args: { ...atTable, before: [proposeTable], dir: 'rtl' } };
export const TableInGerman: Story = { args: { ...atTable, before: [proposeTable], lang: 'de' } };
export const EditingATable: Story = {
  args: atTable,
  play: editing('fields', async (root) => {
    await toggle(root, '#row-column_torque .change');
    await type(root, '#row-column_torque-max', '11');
    await toggle(root, '#row-column_clean .quiet:not(.change)');
    await toggle(root, '#row-row_left-front .change');
    await type(root, '#row-row_left-front-label', 'Left front, outer');
    await toggle(root, '#add-row');
    await type(root, '#row-new-row_0-label', 'Left front, inner');
  }),
};
export const EditingASignoff: Story = {
  args: atTable,
  play: editing('fields', async (root) => {
    await toggle(root, '#row-field_torque-seen .change');
    await type(root, '#row-field_torque-seen-role', 'Customer');
  }),
};
export const EditingPlaces: Story = {
  args: atTable,
  play: editing('parts', async (root) => {
    await toggle(root, '#row-part_wheel-bolt .change');
    await type(root, '#row-part_wheel-bolt-designators', 'LF outer, LF inner, RF, LR, RR');
  }),
};
export const EditingWhatIsRecorded: Story = {
  args: {
    ...atTable,
    run: (run) => {
      const made = withTable(run);
      return {
        ...made,
        steps: made.steps.map((one) => ({
          ...one,
          fields: one.fields.map((field) =>
            field.id === 'left-front:torque' && field.type === 'number'
              ? {
                  ...field,
                  record: { value: '9', how: 'typed', by: roverPeople.technician.id, at: at },
                }
              : field,
          ),
        })),
      };
    },
  },
  play: editing('fields', (root) => toggle(root, '#row-column_torque .quiet:not(.change)')),
};
