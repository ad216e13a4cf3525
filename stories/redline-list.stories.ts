import { define } from '../src/define.js';
import type { Redline, Run } from '../src/domain/run.js';
import { roverPeople } from '../src/testing/rover-people.js';
import { failing, neverAnswering, refusing } from './backends.js';
import {
  appear,
  doing,
  editing,
  everything,
  fieldChanges,
  foreign,
  orderChanges,
  partChanges,
  propose,
  scene,
  settled,
  stepId,
  toggle,
  type,
  words,
  type Play,
  type Story,
} from './redline-scene.js';

define();

const over: Redline = {
  id: 'over',
  stepId,
  title: 'Say which bit is used',
  status: 'accepted',
  by: roverPeople.technician.id,
  at: '2026-11-18T09:12:00.000Z',
  before: 'todo',
  changes: [
    {
      change: 'instructions',
      from: ['Drill two holes through each wheel.'],
      to: ['Drill two holes through each wheel so that it bolts to a clamping hub.'],
    },
  ],
  decided: { by: roverPeople.lead.id, at: '2026-11-18T09:30:00.000Z', comment: 'Right, this was missing.' },
  closed: { by: roverPeople.lead.id, at: '2026-11-18T09:31:00.000Z' },
};
const withRedlines =
  (...redlines: Redline[]) =>
  (run: Run): Run => ({
    ...run,
    steps: run.steps.map((one) =>
      one.id === stepId && redlines.some(({ closed, status }) => !closed && status !== 'canceled')
        ? { ...one, status: 'redline' }
        : one,
    ),
    redlines,
  });

const press = async (canvas: HTMLElement, selector: string): Promise<ShadowRoot> => {
  const { root } = await settled(canvas);
  (await appear(root, selector)).click();
  return root;
};
const deciding =
  (what: string): Play =>
  async ({ canvasElement }) => {
    const root = await press(canvasElement, `[data-do=${what}]`);
    await appear(root, 'dialog.command-form[open]');
  };
export default { title: 'redline-list', component: 'redline-list', render: scene };

export const OpenByAnother: Story = { args: { before: [propose()] } };
export const OpenByMe: Story = {
  args: { before: [propose()], person: roverPeople.qualityEngineer.id, by: roverPeople.qualityEngineer.id },
};
export const Instructions: Story = { args: { before: [propose([words])] } };
export const Fields: Story = { args: { before: [propose(fieldChanges)] } };
export const Parts: Story = { args: { before: [propose(partChanges)] } };
export const Order: Story = {
  args: {
    before: [propose([words], { stepId: 'corners', title: 'Corners later' }), propose(orderChanges)],
  },
};
const newStep = propose([words], {
  stepId: undefined,
  title: 'Check the bit first',
  step: { title: 'Check the drill bit for wear', before: stepId },
});
export const NewStep: Story = { args: { before: [newStep], stepId: null } };
export const Big: Story = {
  args: {
    before: [
      propose([
        ...everything,
        ...Array.from({ length: 60 }, (_, index) => ({
          change: 'add-field' as const,
          field: {
            type: 'text' as const,
            label: `Note on hole ${String(index + 1)}`,
            required: false,
            allowNotApplicable: true,
          },
        })),
      ]),
    ],
  },
};
export const Approving: Story = { args: { before: [propose([words])] }, play: deciding('approve') };
export const Rejecting: Story = { args: { before: [propose([words])] }, play: deciding('reject') };
export const Canceling: Story = { args: { before: [propose([words])] }, play: deciding('cancel') };
export const Approved: Story = {
  args: { before: [propose(), doing('approve-redline', 'Good catch. Hold the new limits.')] },
};
export const Closing: Story = {
  args: { before: [propose([words]), doing('approve-redline')] },
  play: deciding('close'),
};
export const Rejected: Story = {
  args: { before: [propose(), doing('reject-redline', 'The worn bit is the cause: change the bit.')] },
};
export const Closed: Story = {
  args: { run: withRedlines(over, { ...over, id: 'gone', title: 'Wider holes', status: 'canceled' }) },
  play: async ({ canvasElement }) => {
    const root = await press(canvasElement, '.over > summary');
    await toggle(root, 'li summary');
  },
};
export const Canceled: Story = { args: { before: [propose([words]), doing('cancel-redline')] } };
export const UnknownChange: Story = {
  args: {
    run: withRedlines({
      ...over,
      status: 'open',
      decided: undefined,
      closed: undefined,
      changes: [foreign],
    } as unknown as Redline),
  },
};
export const UnknownStatus: Story = {
  args: {
    run: withRedlines({ id: 'r', stepId, title: 'From elsewhere', status: 'unknown', reported: 'parked' }),
  },
};
export const ReadOnly: Story = { args: { before: [propose()], person: roverPeople.customer.id } };
export const OfTheRun: Story = {
  args: {
    stepId: null,
    run: withRedlines(over),
    before: [newStep, propose([words])],
  },
};
export const None: Story = { args: { stepId: null } };
export const Refused: Story = {
  args: {
    before: [propose([words])],
    backend: (memory) =>
      refusing(memory, { refused: 'rule', detail: { message: 'The drawing is frozen until Monday.' } }),
  },
  play: async ({ canvasElement }) => {
    const root = await press(canvasElement, '[data-do=approve]');
    await toggle(root, 'dialog.command-form .primary');
    await appear(root, 'dialog [role=alert]');
  },
};
export const LongTexts: Story = {
  args: {
    before: [
      propose(
        [
          {
            change: 'instructions',
            to: ['<b>Drill</b> every hole with the HSS bit and clean it. '.repeat(40)],
          },
        ],
        { title: 'A title that goes on and on because somebody wanted to be exact about it. '.repeat(3) },
      ),
    ],
  },
};
export const RightToLeft: Story = { args: { before: [propose()], dir: 'rtl' } };
export const German: Story = { args: { before: [propose()], lang: 'de' } };

const changedWords = (root: ShadowRoot): Promise<void> =>
  type(
    root,
    '#paragraph-0',
    'Drill two pilot holes through each wheel, then both to size, so that it bolts to a clamping hub.',
  );
export const EditingInstructions: Story = { play: editing('instructions', changedWords) };
export const EditingFields: Story = {
  play: editing('fields', async (root) => {
    await toggle(root, '#row-field_hole-1 .change');
    await type(root, '#row-field_hole-1-plus', '0.1');
    await toggle(root, '#row-field_edges-clean .quiet:not(.change)');
    await toggle(root, '#add-field');
    await type(root, '#row-new-field_0-label', 'Pilot hole');
  }),
};
export const EditingParts: Story = {
  play: editing('parts', async (root) => {
    await toggle(root, '#row-part_hub-screw .change');
    await type(root, '#row-part_hub-screw-quantity', '18');
    await toggle(root, '#row-part_hub-screw-substitute-add');
  }),
};
export const EditingOrder: Story = {
  args: { before: [propose([words], { stepId: 'corners', title: 'Corners later' })] },
  play: editing('order', (root) => toggle(root, '.order input')),
};
export const EditingWaitsForItself: Story = {
  args: { before: [propose([words], { stepId: 'corners', title: 'Corners later' })] },
  play: editing('order', (root) => toggle(root, '.order fieldset:last-child input')),
};
export const EditingUnreadable: Story = {
  play: editing('fields', async (root) => {
    await toggle(root, '#row-field_hole-1 .change');
    await type(root, '#row-field_hole-1-min', 'eleven');
  }),
};
export const EditingANewStep: Story = {
  args: { stepId: null },
  play: async ({ canvasElement }) => {
    const root = await press(canvasElement, '#add');
    await type(root, '#edit-step-title', 'Check the drill bit for wear');
    await toggle(root, '#add-paragraph');
    await type(root, '#paragraph-0', 'Look at both cutting edges.');
  },
};
const sending: Play = editing('instructions', async (root) => {
  await changedWords(root);
  await type(root, '#edit-title', 'Pilot holes');
  await toggle(root, '#propose');
});
export const Proposing: Story = { args: { backend: neverAnswering }, play: sending };
export const NotProposed: Story = {
  args: { backend: (memory) => failing(memory, 'offline') },
  play: sending,
};
export const ProposingRefused: Story = {
  args: {
    backend: (memory) => refusing(memory, { refused: 'invalid', detail: { reason: 'redline-empty' } }),
  },
  play: sending,
};
