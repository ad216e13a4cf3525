import { define } from '../src/define.js';
import type { Labor } from '../src/domain/run.js';
import type { LaborList } from '../src/elements/labor-list/labor-list.js';
import { roverPeople } from '../src/testing/rover.js';
import { failing, neverAnswering } from './backends.js';
import { ago, crew, laborSession, stepId, worked, type Scene } from './labor-scene.js';

define();

const { technician, qualityEngineer, lead } = roverPeople;

interface Args extends Omit<Scene, 'labor'> {
  labor?: readonly Labor[];
  dir?: 'rtl';
  lang?: string;
}
interface Story {
  args?: Args;
  play?: (context: { canvasElement: HTMLElement }) => Promise<void>;
}

function show({ labor = [], dir, lang = 'en', ...scene }: Args): HTMLElement {
  const session = laborSession({ ...scene, labor: { [stepId]: labor } });
  const element = Object.assign(document.createElement('labor-list'), { session, stepId, lang });
  if (dir) element.dir = dir;
  return element;
}

const frame = (): Promise<number> => new Promise(requestAnimationFrame);
const elementOf = (canvas: HTMLElement): LaborList => canvas.querySelector<LaborList>('labor-list')!;
async function find<E extends HTMLElement>(canvas: HTMLElement, selector: string): Promise<E> {
  for (;;) {
    const found = elementOf(canvas).shadowRoot?.querySelector<E>(selector);
    if (found) return found;
    await frame();
  }
}
const editing = async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
  (await find(canvasElement, '.people .icon')).click();
  await find(canvasElement, 'dialog[open]');
};
function enter(input: HTMLInputElement, value: string): void {
  input.value = value;
  input.dispatchEvent(new Event('input'));
}
const sent = async (context: { canvasElement: HTMLElement }): Promise<void> => {
  await editing(context);
  enter(await find(context.canvasElement, '#input-reason'), 'Forgot to check in after the break');
  (await find(context.canvasElement, 'dialog .primary')).click();
  await frame();
};
const unfolded = async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
  (await find(canvasElement, 'summary')).click();
  await frame();
};

const finished = [
  worked(lead.id, 400, 340),
  worked(technician.id, 300, 180),
  worked(qualityEngineer.id, 120, 65),
];
const busy = [
  ...finished,
  worked(technician.id, 12),
  worked(qualityEngineer.id, 47),
  worked('customer', 0.3),
];

export default { title: 'Elements/labor-list', component: 'labor-list', render: show };

export const NobodyEver: Story = {};
export const NobodyIn: Story = { args: { labor: finished } };
export const JustMe: Story = { args: { labor: [worked(technician.id, 0.2)] } };
export const SeveralPeople: Story = { args: { labor: busy } };
export const Finished: Story = { args: { labor: busy }, play: unfolded };
export const FiftyPeople: Story = {
  args: {
    labor: [...crew.map(({ id }, at) => worked(id, 5 + at * 7)), worked(technician.id, 3)],
    people: crew,
  },
};
export const SetRight: Story = { args: { labor: busy, person: lead.id }, play: editing };
export const SettingRight: Story = {
  args: { labor: busy, person: lead.id, backend: neverAnswering },
  play: sent,
};
/** Out before in. */
export const Refused: Story = {
  args: { labor: [worked(technician.id, 50)], person: lead.id },
  async play(context) {
    await editing(context);
    enter(await find(context.canvasElement, '#input-out'), '2020-01-01T10:00');
    enter(await find(context.canvasElement, '#input-reason'), 'Forgot');
    (await find(context.canvasElement, 'dialog .primary')).click();
    await find(context.canvasElement, 'dialog [role=alert]');
  },
};
export const NotSent: Story = {
  args: { labor: busy, person: lead.id, backend: (memory) => failing(memory, 'offline') },
  play: sent,
};
export const Edited: Story = {
  args: { labor: [worked(technician.id, 300, 180)], person: lead.id },
  async play({ canvasElement }) {
    await find(canvasElement, 'summary');
    const { session } = elementOf(canvasElement);
    const [one] = session!.run!.steps.find(({ id }) => id === stepId)!.labor;
    await session!.execute({
      type: 'edit-labor',
      stepId,
      laborId: one!.id,
      in: one!.in,
      out: ago(200),
      reason: 'Went to lunch without checking out',
    });
    await unfolded({ canvasElement });
    await find(canvasElement, '.edited');
  },
};
/** By the lead, from another device. */
export const PutOnHold: Story = {
  args: { labor: [worked(technician.id, 42), worked(qualityEngineer.id, 12)] },
  async play({ canvasElement }) {
    await find(canvasElement, '.people');
    const { adapter, runId } = elementOf(canvasElement).session!;
    await adapter.execute(
      {
        v: 1,
        id: 'held',
        runId,
        madeAt: new Date().toISOString(),
        type: 'hold-step',
        stepId,
        reason: 'waiting-for-part',
      },
      { as: { person: lead.id } },
    );
    await find(canvasElement, '.notice');
  },
};
export const CheckedOutByIdleness: Story = {
  args: { labor: [worked(technician.id, 42)] },
  async play({ canvasElement }) {
    await find(canvasElement, '.people');
    await elementOf(canvasElement).session!.execute({ type: 'check-out', stepId, because: 'idle' });
    await find(canvasElement, '.notice');
  },
};
const long = {
  id: 'long',
  name: 'Maximiliane Alexandra Freifrau von und zu Hohenlohe-Schillingsfürst-Waldenburg',
  roles: ['Technician'],
  permissions: ['execute'],
} as const;
export const LongNames: Story = {
  args: {
    labor: [worked(long.id, 312), worked('somebody-who-is-not-listed-in-the-run-anymore', 100, 20)],
    people: [long],
    person: lead.id,
  },
};
export const RightToLeft: Story = { args: { labor: busy, dir: 'rtl' }, play: unfolded };
