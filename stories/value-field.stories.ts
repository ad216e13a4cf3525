import { AdapterFault } from '../src/adapters/adapter.js';
import type { Field, Option } from '../src/domain/run.js';
import { roverPeople } from '../src/testing/rover-people.js';
import * as seed from '../src/testing/seed.js';
import { failing, neverAnswering, refusing } from './backends.js';
import { endlessUpload, pictureOf, pictures } from './pictures.js';
import { recorded, recordedAt, show, type Scene } from './field-scene.js';

const bits = { 'hss-4.0': 'HSS 4.0 mm', 'hss-4.2': 'HSS 4.2 mm', 'cobalt-4.0': 'Cobalt 4.0 mm' };
const gauges = Object.fromEntries(
  ['Caliper', 'Micrometer', 'Height gauge', 'Bore gauge', 'Dial indicator', 'Feeler gauge'].map((name) => [
    name.toLowerCase(),
    name,
  ]),
);
const headers = { j1: 'J1 male', j3: 'J3 female', j4: 'J4 female', j5: 'J5 male' };
const check = (more: object = {}): Field => ({ ...seed.passFail('check', 'Holes deburred'), ...more });
const photo = { id: 'p', name: 'wires-left.jpg', type: 'image/jpeg', size: 2_412_000 };
const report = { id: 'r', name: 'insulation-test.pdf', type: 'application/pdf', size: 84_000 };
const longOptions: readonly Option[] = ['Both', 'Left', 'Right'].map((side) => ({
  value: side,
  label: `${side} of the two corners turn freely through their whole range without touching the channel`,
}));

const caliper = seed.tool('measured-with', 'Caliper', {
  subtype: 'Caliper',
  hint: 'The one that the shafts are measured with',
});

type Args = Partial<Scene>;
interface Story {
  args?: Args;
  play?: (context: { canvasElement: HTMLElement }) => Promise<void>;
}

/** As a person chooses four pictures. */
async function chooseFiles({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> {
  const root = canvasElement.querySelector('value-field')!.shadowRoot!;
  const input = (): HTMLInputElement | null => root.querySelector('[name=files]');
  while (!input()) await new Promise(requestAnimationFrame);
  const transfer = new DataTransfer();
  for (const at of [1, 2, 3, 4]) transfer.items.add(await pictureOf(`IMG_204${at}.png`));
  input()!.files = transfer.files;
  input()!.dispatchEvent(new Event('change', { bubbles: true }));
  while (root.querySelectorAll('li .name').length < 4) await new Promise(requestAnimationFrame);
}

/** As a person opens the list of a link. */
async function openList({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> {
  const root = canvasElement.querySelector('value-field')!.shadowRoot!;
  const button = (): HTMLElement | null => root.querySelector('[aria-expanded]');
  while (!button()) await new Promise(requestAnimationFrame);
  button()!.click();
  while (!root.querySelector('.choices, .toned.bad')) await new Promise(requestAnimationFrame);
}

export default {
  title: 'value-field',
  component: 'value-field',
  render: (args: Args) => show({ tag: 'value-field', field: check(), ...args }),
};

export const PassOrFail: Story = {};
export const Passed: Story = { args: { field: check(recorded('pass')) } };
export const FailedCheck: Story = { args: { field: check(recorded('fail')) } };
export const FailedCheckNeedsAnIssue: Story = {
  args: {
    field: check(recorded('fail')),
    policy: { outOfRange: 'with-issue' },
    issues: [
      {
        id: 'i',
        number: 'ISS-4',
        title: 'Burrs on the inner face',
        status: 'in-progress',
        links: [],
        by: roverPeople.lead.id,
        at: recordedAt,
      },
    ],
  },
};
export const MayBeNotApplicable: Story = {
  args: {
    field: check({ allowNotApplicable: true, hint: 'Not applicable before the capacitors are fitted' }),
  },
};
export const NotApplicable: Story = {
  args: {
    field: check({
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
export const Text: Story = {
  args: { field: seed.text('note', 'Note for the next shift', { required: false }) },
};
export const TextRecorded: Story = {
  args: {
    field: {
      ...seed.text('note', 'Note for the next shift'),
      ...recorded('Left corner done.\nThe right one still lacks two screws – 位置 in bin 4.'),
    },
  },
};
export const Drafting: Story = {
  args: { field: seed.text('note', 'Note for the next shift'), draft: 'Left corner done', typing: true },
};
export const Day: Story = { args: { field: seed.date('day', 'Drilled on') } };
export const DayRecorded: Story = {
  args: { field: { ...seed.date('day', 'Drilled on'), ...recorded('2026-11-20') } },
};
export const DayAndTime: Story = { args: { field: seed.dateTime('begun', 'Run-in begun') } };
export const DayAndTimeRecorded: Story = {
  args: { field: { ...seed.dateTime('begun', 'Run-in begun'), ...recorded('2026-03-04T10:15:00+01:00') } },
};
export const ToolToChoose: Story = { args: { field: caliper } };
export const Tools: Story = { args: { field: caliper }, play: openList };
export const ToolsRightToLeft: Story = { args: { field: caliper, dir: 'rtl' }, play: openList };
export const ToolScanned: Story = { args: { field: caliper, draft: 'TW-005', how: 'scanned', typing: true } };
export const ToolNotKnown: Story = {
  args: { field: caliper, draft: 'CAL-999', how: 'scanned', typing: true },
};
export const ToolsNotLookedUp: Story = {
  args: {
    field: caliper,
    backend: (memory) => ({ ...memory, findTools: () => Promise.reject(new AdapterFault('offline')) }),
  },
  play: openList,
};
export const ToolRecorded: Story = {
  args: {
    field: { ...caliper, ...recorded({ id: 'tool-cal-031', name: 'Digital caliper 150 mm · CAL-031' }) },
  },
};
export const ToolReadOnly: Story = {
  args: {
    field: { ...caliper, ...recorded({ id: 'tool-cal-031', name: 'Digital caliper 150 mm · CAL-031' }) },
    person: roverPeople.customer.id,
  },
};
export const PersonToChoose: Story = {
  args: { field: seed.person('by', 'Run in by', { role: 'Technician' }) },
  play: openList,
};
export const PartToChoose: Story = { args: { field: seed.partLink('spare', 'Spare used') }, play: openList };
export const OneOfFew: Story = {
  args: { field: { ...seed.singleSelect('bit', 'Drill bit', bits), ...recorded('hss-4.2') } },
};
export const OneOfMany: Story = { args: { field: seed.singleSelect('gauge', 'Gauge used', gauges) } };
export const OptionRemovedLater: Story = {
  args: { field: { ...seed.singleSelect('bit', 'Drill bit', bits), ...recorded('Cobalt 3.9 mm') } },
};
export const Several: Story = {
  args: {
    field: { ...seed.multiSelect('headers', 'XT30 headers fitted', headers), ...recorded(['j1', 'j4']) },
  },
};
export const YesOrNo: Story = { args: { field: seed.boolean('loose', 'Nothing loose inside the body') } };
export const No: Story = {
  args: { field: { ...seed.boolean('loose', 'Nothing loose inside the body'), ...recorded(false) } },
};
export const Files: Story = {
  args: {
    field: { ...seed.file('photo', 'Photo of the dressed wires'), ...recorded([photo, report]) },
    backend: pictures,
  },
};
export const FilesNamedWrong: Story = {
  args: {
    field: {
      ...seed.file('photo', 'Photo of the dressed wires'),
      ...recorded([{ ...photo, type: 'application/pdf' }]),
    },
  },
};
export const FilesEmpty: Story = { args: { field: seed.file('photo', 'Photo of the dressed wires') } };
export const FilesUploading: Story = {
  args: {
    field: seed.file('photo', 'Photo of the dressed wires'),
    backend: endlessUpload,
  },
  play: chooseFiles,
};
export const FilesNotUploaded: Story = {
  args: {
    field: { ...seed.file('photo', 'Photo of the dressed wires'), ...recorded([report]) },
    backend: (memory) => ({ ...memory, putFile: () => Promise.reject(new AdapterFault('offline')) }),
  },
  play: chooseFiles,
};
export const FilesTooLarge: Story = {
  args: {
    field: seed.file('photo', 'Photo of the dressed wires'),
    backend: (memory) => ({ ...memory, fileLimit: 100 }),
  },
  play: chooseFiles,
};
export const FilesNotTaken: Story = {
  args: {
    field: seed.file('photo', 'Photo of the dressed wires'),
    backend: ({ putFile: _, ...memory }) => memory,
  },
};
export const Saving: Story = { args: { draft: 'pass', backend: neverAnswering } };
export const Refused: Story = {
  args: {
    draft: 'pass',
    backend: (memory) =>
      refusing(memory, { refused: 'rule', detail: { message: 'Deburr tool DT-3 is locked out.' } }),
  },
};
export const CouldNotBeSent: Story = {
  args: { draft: 'pass', backend: (memory) => failing(memory, 'offline') },
};
export const Stale: Story = {
  args: {
    field: check(recorded('fail', { by: roverPeople.lead.id })),
    draft: 'pass',
    backend: (memory) => refusing(memory, { refused: 'stale' }),
  },
};
export const Invalid: Story = { args: { field: seed.date('day', 'Drilled on'), draft: '2026-02-30' } };
export const ReadOnly: Story = { args: { field: check(recorded('pass')), person: roverPeople.customer.id } };
export const ReadOnlyList: Story = {
  args: {
    field: { ...seed.singleSelect('gauge', 'Gauge used', gauges), ...recorded('micrometer') },
    person: roverPeople.customer.id,
  },
};
export const Unknown: Story = {
  args: {
    field: {
      id: 'curve',
      type: 'unknown',
      reported: 'torque-curve',
      shown: '{"peak": "12.4 Nm", "angle": "<b>31°</b>"}',
      label: 'Torque curve',
      required: true,
      allowNotApplicable: false,
      version: '0',
    },
  },
};
export const LongTexts: Story = {
  args: {
    field: {
      ...seed.singleSelect(
        'long',
        'Which of the corners turn freely after the wheels were mounted? '.repeat(2),
        {},
      ),
      options: longOptions,
      hint: 'Turn each by hand from stop to stop, twice, with the wires dressed. <i>Not</i> with the motor.',
    },
  },
};
export const RightToLeft: Story = { args: { field: check(recorded('pass')), dir: 'rtl' } };
