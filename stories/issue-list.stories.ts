import type { Adapter } from '../src/adapters/adapter.js';
import { define } from '../src/define.js';
import type { Issue, Policy, Run, Step } from '../src/domain/run.js';
import type { IssueList } from '../src/elements/issue-list/issue-list.js';
import { roverPeople } from '../src/testing/rover-people.js';
import { roverRun } from '../src/testing/rover.js';
import { failing, neverAnswering, refusing, sessionOn } from './backends.js';

define();

const stepId = 'drill-wheels';
const { technician, qualityEngineer, lead, customer } = roverPeople;
const began = '2026-11-20T16:05:00.000Z';

const one = (more: Partial<Issue> = {}, at = 1): Issue => ({
  id: `issue-${at}`,
  number: `ISS-${at}`,
  title: 'Burr on the left corner of the wheel hub',
  status: 'pending',
  links: [stepId],
  by: technician.id,
  at: `2026-11-20T17:${String(10 + (at % 50)).padStart(2, '0')}:00.000Z`,
  ...more,
});

const each: readonly Issue[] = [
  one(),
  one({ title: 'Hole 4 is 0.3 mm off center', status: 'in-progress', disposition: 'rework' }, 2),
  one({ title: 'Bit was worn', status: 'in-review', disposition: 'use-as-is', by: qualityEngineer.id }, 3),
  one({ title: 'Scratch below the flange', status: 'resolved', disposition: 'use-as-is' }, 4),
];

const words = ['Burr', 'Scratch', 'Hole off center', 'Bit worn', 'Paint chipped', 'Thread damaged'];
const sixty = Array.from({ length: 60 }, (_, at) =>
  one(
    {
      title: `${words[at % words.length]} at wheel ${(at % 6) + 1}`,
      status: (['resolved', 'pending', 'in-progress', 'in-review'] as const)[at % 4]!,
      ...(at % 4 !== 1 && { disposition: (['use-as-is', 'rework', 'scrap'] as const)[at % 3]! }),
    },
    at + 1,
  ),
);

const own: Partial<Policy> = {
  dispositions: [
    { value: 'use-as-is' },
    { value: 'rework' },
    { value: 'scrap' },
    { value: 'vendor', label: 'Return to vendor', hint: 'The supplier gets it back and sends another one.' },
  ],
};

interface Args {
  issues?: readonly Issue[];
  person?: string;
  policy?: Partial<Policy>;
  step?: Partial<Step>;
  whole?: boolean;
  backend?: (memory: Adapter) => Adapter;
  dir?: 'rtl';
}
interface Story {
  args?: Args;
  play?: (context: { canvasElement: HTMLElement }) => Promise<void>;
}

function show({ issues = [], person, policy, step, whole, backend, dir }: Args): HTMLElement {
  const run = roverRun();
  const shown: Run = {
    ...run,
    status: 'in-progress',
    issues,
    policy: { ...run.policy, ...policy },
    steps: run.steps.map((each) =>
      each.id === stepId ? { ...each, status: 'in-progress', startedAt: began, ...step } : each,
    ),
  };
  const session = sessionOn(shown, person ?? lead.id, backend);
  const element = Object.assign(document.createElement('issue-list'), { session, lang: 'en' });
  if (!whole) element.stepId = stepId;
  if (dir) element.dir = dir;
  return element;
}

const frame = (): Promise<number> => new Promise(requestAnimationFrame);
const listIn = (canvas: HTMLElement): IssueList => canvas.querySelector('issue-list')!;
async function press(canvas: HTMLElement, name: string): Promise<void> {
  const root = (): ShadowRoot => listIn(canvas).shadowRoot!;
  const button = (): HTMLElement | undefined =>
    [...root().querySelectorAll('button')].find((each) =>
      (each.getAttribute('aria-label') ?? each.textContent).trim().startsWith(name),
    );
  while (!button()) await frame();
  button()!.click();
  await frame();
}
const pressing =
  (...names: readonly string[]) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    for (const name of names) await press(canvasElement, name);
  };
const opening = async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
  listIn(canvasElement).open();
  while (!listIn(canvasElement).shadowRoot!.querySelector('dialog[open]')) await frame();
};

export default { title: 'issue-list', component: 'issue-list', render: show };

export const Empty: Story = { args: { whole: true } };
/** At a step without issues it takes no room; a new one is asked for all the same. */
export const Opening: Story = { args: { person: technician.id }, play: opening };
export const OpeningInTheRun: Story = { args: { whole: true }, play: opening };
export const Pending: Story = { args: { issues: [one()], person: qualityEngineer.id } };
export const Disposed: Story = {
  args: { issues: [one({ disposition: 'use-as-is' })], person: qualityEngineer.id },
};
export const InProgress: Story = { args: { issues: [each[1]!], person: qualityEngineer.id } };
export const InReview: Story = { args: { issues: [each[2]!], person: qualityEngineer.id } };
export const Resolved: Story = {
  args: { issues: [each[3]!], person: qualityEngineer.id },
  play: async ({ canvasElement }) => {
    const root = listIn(canvasElement).shadowRoot!;
    while (!root.querySelector('summary')) await frame();
    root.querySelector('summary')!.click();
  },
};
export const UnknownStatus: Story = {
  args: { issues: [one({ status: 'unknown', reported: 'Escalated to the supplier' })] },
};
export const OneOfEach: Story = { args: { issues: each } };
export const OfTheRun: Story = {
  args: {
    whole: true,
    issues: [
      ...each,
      one({ title: 'Cable too short', links: ['dress-wires', 'close-lid', 'something-else'] }, 5),
    ],
  },
};
export const ChoosingADisposition: Story = {
  args: { issues: [one()], person: qualityEngineer.id },
  play: pressing('Choose disposition'),
};
export const OwnDisposition: Story = {
  args: { issues: [one({ disposition: 'vendor', status: 'in-progress' })], policy: own },
};
export const ChoosingAnOwnDisposition: Story = {
  args: { issues: [one()], policy: own },
  play: pressing('Choose disposition'),
};
export const Linking: Story = { args: { issues: [one()] }, play: pressing('Link') };
export const Returning: Story = { args: { issues: [each[2]!] }, play: pressing('Return') };
const failure = { reason: 'Holes are off center', issueId: 'issue-2', by: technician.id, at: began };
const failed: Partial<Step> = { status: 'failed', failures: [failure] };
export const ReworkOffer: Story = {
  args: { issues: [each[1]!], step: failed, policy: { rework: 'both' } },
};
export const ReworkByADuplicate: Story = {
  args: { issues: [each[1]!], step: failed, policy: { rework: 'duplicate' } },
  play: pressing('Repeat the step'),
};
export const ScrapOffer: Story = {
  args: { issues: [one({ status: 'in-progress', disposition: 'scrap' })], step: failed },
};
export const FailingTheRun: Story = {
  args: { issues: [one({ status: 'in-progress', disposition: 'scrap' })], step: failed },
  play: pressing('Fail the run'),
};
export const ReadOnly: Story = { args: { issues: [one()], person: customer.id } };
export const OfATechnician: Story = { args: { issues: each, person: technician.id } };
export const Saving: Story = {
  args: { issues: [each[2]!], backend: neverAnswering },
  play: pressing('Resolve'),
};
export const Refused: Story = {
  args: {
    issues: [each[2]!],
    backend: (memory) =>
      refusing(memory, { refused: 'rule', detail: { message: 'The customer has to agree first.' } }),
  },
  play: pressing('Resolve'),
};
export const Failed: Story = {
  args: { issues: [each[2]!], backend: (memory) => failing(memory, 'offline') },
  play: pressing('Resolve'),
};
export const Sixty: Story = { args: { issues: sixty, whole: true } };
export const LongTexts: Story = {
  args: {
    issues: [
      one({
        title: 'Left flange mating face has a <b>burr</b> that catches the gasket. '.repeat(12),
        disposition: 'use-as-is-after-approval-by-the-material-review-board-and-the-customer',
        links: [
          stepId,
          'hole-1',
          'mount-wheels',
          ...Array.from({ length: 12 }, (_, at) => `something-that-is-not-in-this-run-${at}`),
        ],
      }),
    ],
  },
};
export const RightToLeft: Story = { args: { issues: each, dir: 'rtl' } };
