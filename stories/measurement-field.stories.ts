import type { Field } from '../src/domain/run.js';
import { roverPeople } from '../src/testing/rover-people.js';
import { number } from '../src/testing/seed.js';
import { failing, neverAnswering, refusing } from './backends.js';
import { recorded, recordedAt, show, type Scene } from './field-scene.js';

const tolerance = { target: '11.3', plus: '0.2', minus: '-0.2' };
const hole = (more: object = {}): Field => ({
  ...number('hole-1', 'Hole 1 distance from center', 'mm', tolerance),
  ...more,
});

type Args = Partial<Scene>;
interface Story {
  args?: Args;
}

export default {
  title: 'measurement-field',
  component: 'measurement-field',
  render: (args: Args) => show({ tag: 'measurement-field', field: hole(), ...args }),
};

export const Empty: Story = {};
export const Drafting: Story = { args: { draft: '11.4', typing: true } };
export const Saving: Story = { args: { draft: '11.4', backend: neverAnswering } };
export const InRange: Story = { args: { field: hole(recorded('11.38')) } };
export const TooLow: Story = { args: { field: hole(recorded('11.02')) } };
export const TooHigh: Story = { args: { field: hole(recorded('11.92')) } };
export const Invalid: Story = { args: { draft: '11.3.8' } };
export const AskingHigh: Story = { args: { draft: '11.92' } };
export const AskingLow: Story = { args: { draft: '10.4' } };
export const AskingWithReason: Story = {
  args: { field: hole(recorded('11.38')), policy: { reasonForChange: true }, draft: '11.92' },
};
export const AskingWhyItChanges: Story = {
  args: { field: hole(recorded('11.38')), policy: { reasonForChange: true }, draft: '11.41' },
};
export const OtherUnit: Story = {
  args: { field: hole(recorded('0.445', { unit: 'in', how: 'pasted' })) },
};
export const OtherUnitRounded: Story = {
  args: {
    field: {
      ...number('pressure', 'Pressure of the tank', 'bar', { min: '2', max: '4' }),
      ...recorded('44.1', { unit: 'psi' }),
    },
  },
};
export const AskingInAnotherUnit: Story = { args: { draft: '0.5 in' } };
export const UnknownUnit: Story = { args: { draft: '11.3 foo' } };
export const UnitOfAnotherKind: Story = { args: { draft: '11.3 kg' } };
export const ByGauge: Story = {
  args: { field: hole(recorded('11.38', { how: 'gauge', resolution: '0.01' })) },
};
export const Refused: Story = {
  args: {
    draft: '11.4',
    backend: (memory) =>
      refusing(memory, { refused: 'rule', detail: { message: 'Gauge G-7 is out of calibration.' } }),
  },
};
export const Failed: Story = { args: { draft: '11.4', backend: (memory) => failing(memory, 'offline') } };
export const MayHaveBeenSaved: Story = {
  args: { draft: '11.4', backend: (memory) => failing(memory, 'timeout', 'unknown') },
};
export const Stale: Story = {
  args: {
    field: hole(recorded('11.21', { by: roverPeople.lead.id })),
    draft: '11.4',
    backend: (memory) => refusing(memory, { refused: 'stale' }),
  },
};
export const NotApplicable: Story = {
  args: {
    field: hole({
      allowNotApplicable: true,
      record: {
        value: null,
        notApplicable: true,
        how: 'typed',
        by: roverPeople.technician.id,
        at: recordedAt,
      },
    }),
  },
};
export const MayBeNotApplicable: Story = { args: { field: hole({ allowNotApplicable: true }) } };
export const ReadOnly: Story = {
  args: { field: hole(recorded('11.38')), person: roverPeople.customer.id },
};
export const NeedsAnIssue: Story = {
  args: { field: hole(recorded('11.92')), policy: { outOfRange: 'with-issue' } },
};
export const WithAnIssue: Story = {
  args: {
    field: hole(recorded('11.92')),
    policy: { outOfRange: 'with-issue' },
    issues: [
      {
        id: 'issue-1',
        number: 'ISS-1',
        title: 'Hole 1 distance from center: 11.92 mm (limits: 11.3 ± 0.2 mm)',
        status: 'pending',
        links: ['hole-1'],
        by: roverPeople.technician.id,
        at: recordedAt,
      },
    ],
  },
};
export const NeedsAReason: Story = {
  args: {
    field: hole(recorded('11.92')),
    policy: { outOfRange: 'with-rationale' },
    person: roverPeople.lead.id,
  },
};
export const NeedsAReasonOfAnother: Story = {
  args: { field: hole(recorded('11.92')), policy: { outOfRange: 'with-rationale' } },
};
export const Deviation: Story = {
  args: {
    field: hole(
      recorded('11.92', {
        deviation: {
          rationale: 'The hub is slotted; the bolt circle still fits.',
          by: roverPeople.qualityEngineer.id,
          at: recordedAt,
        },
      }),
    ),
    policy: { outOfRange: 'with-rationale' },
  },
};
export const OneLimit: Story = {
  args: { field: { ...number('play', 'Joint play', 'mm', { max: '0.1' }), ...recorded('0.04') } },
};
export const NoLimits: Story = {
  args: { field: { ...number('mass', 'Mass of the wheel', 'g', undefined), ...recorded('412.50') } },
};
export const LongTexts: Story = {
  args: {
    field: {
      ...number(
        'long',
        'Distance of the first of two mounting holes from the wheel center, measured on the outer face '.repeat(
          2,
        ),
        'µm/(m·K)',
        { min: '0.1234567890123456789', max: '0.9876543210987654321' },
        {
          hint: 'Measure three times with the long jaws of the caliper and write the mean. <b>No rounding.</b>',
        },
      ),
      ...recorded('0.5555555555555555555'),
    },
  },
};
export const RightToLeft: Story = { args: { field: hole(recorded('11.38')), dir: 'rtl' } };
