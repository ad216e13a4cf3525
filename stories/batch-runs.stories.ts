import type { Adapter } from '../src/adapters/adapter.js';
import { memoryAdapter } from '../src/adapters/memory.js';
import { define } from '../src/define.js';
import type { CommandRequest } from '../src/domain/command.js';
import type { Run } from '../src/domain/run.js';
import { roverBatch } from '../src/testing/rover-batch.js';
import { roverPeople } from '../src/testing/rover-people.js';
import { createRunSession } from '../src/session.js';
import { failing, neverAnswering, refusing } from './backends.js';

define();

const { technician, lead } = roverPeople;
const start: CommandRequest = { type: 'start-step', stepId: 'drill' };

interface Args {
  runs?: readonly Run[];
  person?: string;
  brief?: boolean;
  /** What is done first. */
  work?: readonly CommandRequest[];
  backend?: (memory: Adapter) => Adapter;
  dir?: 'rtl';
  lang?: string;
}
interface Story {
  args?: Args;
  play?: (context: { canvasElement: HTMLElement }) => Promise<void>;
}

function show({
  runs = roverBatch(),
  person = lead.id,
  brief = false,
  work = [],
  backend = (memory) => memory,
  dir,
  lang = 'en',
}: Args): HTMLElement {
  const adapter = backend(memoryAdapter({ runs }));
  const run = runs[0]!;
  const session = createRunSession({ adapter, runId: run.id, person, run });
  const element = Object.assign(document.createElement('batch-runs'), { session, brief, lang });
  if (dir) element.dir = dir;
  void (async () => {
    while (session.status !== 'ready' || !element.shadowRoot?.querySelector('section')) await frame();
    for (const request of work) await session.execute(request).catch(() => undefined);
  })();
  return element;
}

const frame = (): Promise<number> => new Promise(requestAnimationFrame);
const pressing =
  (name: string) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    const root = canvasElement.querySelector('batch-runs')!.shadowRoot!;
    const button = (): HTMLElement | undefined =>
      [...root.querySelectorAll('button')].find((one) => one.textContent.trim() === name);
    while (!button()) await frame();
    // The batches of the store are told a moment later.
    await frame();
    button()!.click();
    while (!root.querySelector('dialog[open]')) await frame();
  };
const sending =
  (open: string, name: string) =>
  async (context: { canvasElement: HTMLElement }): Promise<void> => {
    await pressing(open)(context);
    const root = context.canvasElement.querySelector('batch-runs')!.shadowRoot!;
    [...root.querySelectorAll('button')].find((one) => one.textContent.trim() === name)!.click();
    await frame();
  };

const alone = ([first, ...others]: readonly Run[]): Run[] => {
  const { batch: _, ...run } = first!;
  return [run, ...others];
};
const redlined = ([first, ...others]: readonly Run[]): Run[] => [
  {
    ...first!,
    steps: first!.steps.map((step) => (step.id === 'mount' ? { ...step, status: 'redline' } : step)),
  },
  ...others,
];
const forty = (): Run[] => {
  const [first] = roverBatch();
  return Array.from({ length: 41 }, (_, at) => ({ ...first!, id: `wheel-${at}`, number: String(1050 + at) }));
};
const long = ([first, ...others]: readonly Run[]): Run[] =>
  [first!, ...others].map((run) => ({
    ...run,
    number: `${run.number}-${'0123456789'.repeat(6)}`,
    title: 'A drive wheel with a name that somebody thought about for a very long time '.repeat(4),
    batch: { id: 'long', name: 'Unbreakable'.repeat(30) },
  }));

export default { title: 'batch-runs', component: 'batch-runs', render: show };

export const InABatch: Story = {};
export const ReadOnly: Story = { args: { person: technician.id } };
/** The last one is drilled by another drawing, and what was not done there stays until it is dismissed. */
export const OneTookNoPart: Story = { args: { work: [start], person: technician.id } };
export const AllDone: Story = { args: { work: [start], runs: roverBatch().slice(0, 3) } };
/** For who works at a step: one line before they act. */
export const Brief: Story = { args: { brief: true, person: technician.id } };
export const BriefAndRefused: Story = { args: { brief: true, work: [start], person: technician.id } };
export const InNone: Story = { args: { runs: alone(roverBatch()) } };
/** Nothing is shown to who may not put it into one. */
export const InNoneReadOnly: Story = { args: { runs: alone(roverBatch()), person: technician.id } };
export const Joining: Story = {
  args: { runs: alone(roverBatch()) },
  play: pressing('Put into a batch'),
};
export const JoiningTheFirst: Story = {
  args: { runs: alone(roverBatch()).slice(0, 1) },
  play: pressing('Put into a batch'),
};
export const Leaving: Story = { play: pressing('Leave the batch') };
export const LeavingIsOnItsWay: Story = {
  args: { backend: neverAnswering },
  play: sending('Leave the batch', 'Leave'),
};
export const LeavingRefused: Story = {
  args: {
    backend: (memory) => refusing(memory, { refused: 'rule', detail: { message: 'The lot is released.' } }),
  },
  play: sending('Leave the batch', 'Leave'),
};
export const LeavingFailed: Story = {
  args: { backend: (memory) => failing(memory, 'offline') },
  play: sending('Leave the batch', 'Leave'),
};
/** A step in redline keeps the run where it is. */
export const StepInRedline: Story = { args: { runs: redlined(roverBatch()) } };
export const ManyRuns: Story = { args: { runs: forty() } };
export const NotListed: Story = {
  args: {
    work: [start],
    backend: ({ listRuns: _, ...memory }) => memory,
  },
};
export const ListNotRead: Story = {
  args: { backend: (memory) => ({ ...memory, listRuns: () => Promise.reject(new Error('503')) }) },
};
export const LongTexts: Story = { args: { runs: long(roverBatch()), work: [start] } };
export const RightToLeft: Story = { args: { dir: 'rtl', work: [start] } };
