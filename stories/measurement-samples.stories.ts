import type { Field } from '../src/domain/run.js';
import { number } from '../src/testing/seed.js';
import { roverPeople } from '../src/testing/rover-people.js';
import { sessionOn, whenReady } from './backends.js';
import { enter, recorded, runWith, type Scene } from './field-scene.js';

const limits = { target: '11.3', plus: '0.2', minus: '-0.2' };
const readings = (values: readonly (string | undefined)[], more: object = {}): Field[] =>
  values.map((value, at) => ({
    ...number(`bore-${at + 1}`, `Bore diameter ${at + 1}`, 'mm', limits),
    sample: { of: 'bore', label: 'Bore diameter', index: at + 1 },
    ...(value !== undefined && recorded(value)),
    ...more,
  }));

interface Args extends Pick<Scene, 'policy' | 'person' | 'dir' | 'lang'> {
  fields?: readonly Field[];
  /** Typed at the last reading and about to be saved. */
  draft?: string;
}
interface Story {
  args?: Args;
}

export default {
  title: 'measurement-samples',
  component: 'measurement-samples',
  render: ({
    fields = readings(Array(5).fill(undefined)),
    draft,
    person,
    dir,
    lang = 'en',
    ...scene
  }: Args) => {
    const session = sessionOn(runWith(fields, scene), person ?? roverPeople.technician.id);
    const element = Object.assign(document.createElement('measurement-samples'), {
      session,
      fieldIds: fields.map(({ id }) => id),
      lang,
    });
    if (dir) element.dir = dir;
    const field = fields.at(-1)!;
    if (draft !== undefined) {
      void whenReady(session).then(() => enter(session, { tag: 'measurement-field', field }, draft));
    }
    return element;
  },
};

export const Empty: Story = {};
export const Half: Story = { args: { fields: readings(['11.28', '11.31', '11.305', undefined, undefined]) } };
export const InRange: Story = { args: { fields: readings(['11.28', '11.31', '11.31', '11.22', '11.40']) } };
export const OneOut: Story = { args: { fields: readings(['11.28', '11.31', '11.73', '11.22', undefined]) } };
export const Asking: Story = {
  args: { fields: readings(['11.28', '11.31', '11.30', '11.22', undefined]), draft: '11.73' },
};
export const NeedsAnIssue: Story = {
  args: { fields: readings(['11.28', '11.73', undefined]), policy: { outOfRange: 'with-issue' } },
};
export const OtherUnits: Story = {
  args: {
    fields: readings(['11.28', '11.31', undefined]).map((field, at) =>
      at === 2 ? { ...field, ...recorded('0.445', { unit: 'in' }) } : field,
    ),
  },
};
export const MayBeNotApplicable: Story = {
  args: { fields: readings(['11.28', undefined, undefined], { allowNotApplicable: true }) },
};
export const NoLimits: Story = {
  args: { fields: readings(['411.2', '412.8', '412.1'], { limits: undefined, unit: 'g' }) },
};
export const ReadOnly: Story = {
  args: { fields: readings(['11.28', '11.31', '11.30']), person: roverPeople.customer.id },
};
export const Twenty: Story = {
  args: { fields: readings(Array.from({ length: 20 }, (_, at) => (11.2 + ((at * 7) % 11) / 50).toFixed(2))) },
};
export const LongTexts: Story = {
  args: {
    fields: readings(['0.5555555555555555555', undefined], {
      unit: 'µm/(m·K)',
      limits: { min: '0.1234567890123456789', max: '0.9876543210987654321' },
      hint: 'Measure at the mouth, in the middle and at the bottom of the bore. <b>No rounding.</b>',
      sample: {
        of: 'bore',
        label: 'Diameter of the bore for the axle of the wheel, measured with the three-point gauge '.repeat(
          3,
        ),
        index: 1,
      },
    }),
  },
};
export const RightToLeft: Story = {
  args: { fields: readings(['11.28', '11.31', '11.73', undefined]), dir: 'rtl' },
};
