import { AdapterFault, type Adapter } from '../src/adapters/adapter.js';
import { define } from '../src/define.js';
import type { Evidence, Run } from '../src/domain/run.js';
import type { EvidenceList } from '../src/elements/evidence-list/evidence-list.js';
import { roverPeople } from '../src/testing/rover-people.js';
import { roverRun } from '../src/testing/rover.js';
import { failing, neverAnswering, sessionOn } from './backends.js';
import { endlessUpload, pictureOf, pictures } from './pictures.js';

define();

const stepId = 'drill-wheels';
const base = { by: roverPeople.technician.id, at: '2026-11-20T17:42:00.000Z' };
const photo: Evidence = {
  ...base,
  id: 'photo',
  file: { id: 'left.png', name: 'IMG_2041.png', type: 'image/png', size: 2_412_000 },
  caption: 'Left corner after deburring',
};
const drawing: Evidence = {
  ...base,
  id: 'drawing',
  by: roverPeople.lead.id,
  file: { id: 'drawing', name: 'wheel-hub-rev-C.pdf', type: 'application/pdf', size: 184_000 },
};
const removed: Evidence = {
  ...photo,
  id: 'blurred',
  caption: 'Right corner',
  removed: { reason: 'Blurred', by: roverPeople.technician.id, at: '2026-11-20T17:50:00.000Z' },
};
const long: Evidence = {
  ...photo,
  id: 'long',
  caption:
    'All six corner holes after the second pass, with the <b>HSS bit</b> that replaced the worn one. '.repeat(
      2,
    ),
  file: { ...photo.file, id: 'other', name: `${'wheel-hub-drilling-photo-'.repeat(5)}.jpg` },
};

interface Args {
  evidence?: readonly Evidence[];
  person?: string;
  status?: 'in-progress' | 'complete';
  backend?: (memory: Adapter) => Adapter;
  dir?: 'rtl';
}
interface Story {
  args?: Args;
  play?: (context: { canvasElement: HTMLElement }) => Promise<void>;
}

function show({ evidence = [], person, status = 'in-progress', backend, dir }: Args): HTMLElement {
  const run = roverRun();
  const shown: Run = {
    ...run,
    status: 'in-progress',
    steps: run.steps.map((one) => (one.id === stepId ? { ...one, status, evidence } : one)),
  };
  const session = sessionOn(shown, person ?? roverPeople.technician.id, (memory) =>
    (backend ?? ((adapter: Adapter) => adapter))(pictures(memory)),
  );
  const element = Object.assign(document.createElement('evidence-list'), { session, stepId, lang: 'en' });
  if (dir) element.dir = dir;
  return element;
}

const frame = (): Promise<number> => new Promise(requestAnimationFrame);
const rootOf = (canvas: HTMLElement): ShadowRoot =>
  canvas.querySelector<EvidenceList>('evidence-list')!.shadowRoot!;
const button = (root: ShadowRoot, name: string): HTMLElement | undefined =>
  [...root.querySelectorAll('button')].find((one) =>
    (one.getAttribute('aria-label') ?? one.textContent).trim().startsWith(name),
  );
async function choose(canvas: HTMLElement): Promise<ShadowRoot> {
  const root = rootOf(canvas);
  while (!root.querySelector('[name=files]')) await frame();
  const transfer = new DataTransfer();
  for (const name of ['IMG_2042.png', 'IMG_2043.png']) transfer.items.add(await pictureOf(name));
  const input = root.querySelector<HTMLInputElement>('[name=files]')!;
  input.files = transfer.files;
  input.dispatchEvent(new Event('change'));
  while (root.querySelectorAll('li .name').length < 2) await frame();
  return root;
}
const chosen = async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
  await choose(canvasElement);
};
async function press(root: ShadowRoot, name: string): Promise<void> {
  while (!button(root, name)) await frame();
  button(root, name)!.click();
  await frame();
}

export default { title: 'evidence-list', component: 'evidence-list', render: show };

export const Empty: Story = {};
export const Attached: Story = { args: { evidence: [photo, drawing] } };
export const Chosen: Story = {
  args: { evidence: [photo] },
  play: chosen,
};
export const Uploading: Story = {
  args: {
    backend: endlessUpload,
  },
  play: chosen,
};
export const NotUploaded: Story = {
  args: { backend: (memory) => ({ ...memory, putFile: () => Promise.reject(new AdapterFault('offline')) }) },
  play: chosen,
};
export const TooLarge: Story = {
  args: { backend: (memory) => ({ ...memory, fileLimit: 100 }) },
  play: chosen,
};
export const Attaching: Story = {
  args: { backend: neverAnswering },
  play: async ({ canvasElement }) => press(await choose(canvasElement), 'Attach'),
};
export const NotAttached: Story = {
  args: { backend: (memory) => failing(memory, 'offline') },
  play: async ({ canvasElement }) => press(await choose(canvasElement), 'Attach'),
};
export const Removing: Story = {
  args: { evidence: [photo, drawing] },
  play: ({ canvasElement }) => press(rootOf(canvasElement), 'Remove wheel'),
};
export const Removed: Story = {
  args: { evidence: [drawing, removed] },
  play: async ({ canvasElement }) => {
    const root = rootOf(canvasElement);
    while (!root.querySelector('summary')) await frame();
    root.querySelector('summary')!.click();
  },
};
export const OfACompletedStep: Story = { args: { evidence: [photo, drawing, removed], status: 'complete' } };
export const ReadOnly: Story = { args: { evidence: [photo, drawing], person: roverPeople.customer.id } };
export const LongTexts: Story = { args: { evidence: [long, drawing] } };
export const RightToLeft: Story = { args: { evidence: [photo, drawing], dir: 'rtl' } };
