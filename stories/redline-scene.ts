/** A run in which somebody proposes to change a step, for the stories of redlines. */
import type { Adapter } from '../src/adapters/adapter.js';
import type { CommandRequest, ProposedChange } from '../src/domain/command.js';
import type { Change, Redline, Run } from '../src/domain/run.js';
import type { RedlineList } from '../src/elements/redline-list/redline-list.js';
import { de } from '../src/messages/de.js';
import { addLanguage } from '../src/messages/registry.js';
import { createRunSession, type RunSession } from '../src/session.js';
import { memoryAdapter } from '../src/adapters/memory.js';
import { part, passFail, step } from '../src/testing/seed.js';
import { roverPeople } from '../src/testing/rover-people.js';
import { roverRun } from '../src/testing/rover.js';

addLanguage('de', de);

export const stepId = 'drill-wheels';
const { technician, qualityEngineer } = roverPeople;
const at = '2026-11-20T17:42:00.000Z';

/** The rover with a step that is worked on, an issue, and an engineer who may propose and decide. */
export function redlineRun(): Run {
  const run = roverRun();
  const engineer = { ...qualityEngineer, permissions: [...qualityEngineer.permissions, 'execute' as const] };
  return {
    ...run,
    status: 'in-progress',
    people: run.people.map((one) => (one.id === engineer.id ? engineer : one)),
    issues: [
      {
        id: 'issue',
        number: 'ISS-12',
        title: 'Holes drift by 0.2 mm with the worn bit',
        status: 'pending',
        links: [stepId],
        by: technician.id,
        at,
      },
    ],
    steps: [
      step('frame', 'Cut the frame', { status: 'complete', instructions: ['Cut it to length.'] }),
      ...run.steps,
    ].map((one) =>
      one.id === stepId
        ? {
            ...one,
            status: 'in-progress',
            startedAt: at,
            labor: [{ id: 'labor', personId: technician.id, in: at }],
            fields: [...one.fields, passFail('edges-clean', 'Edges are clean')],
            requirements: [part('hub-screw', 'lot', '12', 'M3-8', 'Hub screw')],
            upstream: ['frame'],
          }
        : one,
    ),
  };
}

export const words: ProposedChange = {
  change: 'instructions',
  to: [
    'Drill two pilot holes through each wheel, then both to size, so that it bolts to a clamping hub.',
    'Each hole center is 11.3 mm from the wheel center: 8 mm in x and 8 mm in y.',
    'Deburr every hole on both sides before the next one.',
  ],
};
export const fieldChanges: readonly ProposedChange[] = [
  {
    change: 'change-field',
    targetId: 'hole-1',
    to: { limits: { target: '11.3', plus: '0.1', minus: '-0.1' }, hint: 'Measure at the rim' },
  },
  {
    change: 'change-field',
    targetId: 'drill-bit',
    to: {
      options: [
        { value: 'hss-4.0', label: 'HSS 4.0 mm' },
        { value: 'cobalt-4.0', label: 'Cobalt 4.0 mm' },
        { value: 'carbide-4.0', label: 'Carbide 4.0 mm' },
      ],
    },
  },
  {
    change: 'add-field',
    field: {
      type: 'number',
      label: 'Pilot hole',
      unit: 'mm',
      limits: { min: '1.9', max: '2.1' },
      required: true,
      allowNotApplicable: false,
    },
    after: 'drill-bit',
  },
  { change: 'remove-field', targetId: 'edges-clean' },
];
export const partChanges: readonly ProposedChange[] = [
  {
    change: 'change-requirement',
    targetId: 'hub-screw',
    to: { quantity: '18', substitutes: [{ partNumber: 'M3-10', description: 'Hub screw, long' }] },
  },
  {
    change: 'add-requirement',
    requirement: {
      partNumber: 'W-3',
      description: 'Washer',
      quantity: '18',
      tracking: 'bulk',
      substitutes: [],
    },
  },
];
export const orderChanges: readonly ProposedChange[] = [
  { change: 'remove-dependency', targetId: 'frame' },
  { change: 'add-dependency', targetId: 'corners' },
];
/** Something of each kind that needs no other step. */
export const everything: readonly ProposedChange[] = [words, ...fieldChanges, ...partChanges];

export interface Scene {
  /** What has happened before it is shown. */
  before?: readonly (CommandRequest | ((run: Run) => CommandRequest))[];
  run?: (run: Run) => Run;
  person?: string;
  by?: string;
  stepId?: string | null;
  backend?: (memory: Adapter) => Adapter;
  dir?: 'rtl';
  lang?: string;
}

export const propose = (
  changes: readonly ProposedChange[] = everything,
  more: object = {},
): CommandRequest => ({
  type: 'propose-redline',
  stepId,
  title: 'Tighter holes after the worn bit',
  issueId: 'issue',
  changes,
  ...more,
});

const newest = (run: Run): Redline => run.redlines.at(-1)!;
export const doing =
  (type: 'approve-redline' | 'reject-redline' | 'close-redline' | 'cancel-redline', comment?: string) =>
  (run: Run): CommandRequest =>
    ({
      type,
      stepId: newest(run).stepId,
      redlineId: newest(run).id,
      ...(comment && { comment }),
    }) as CommandRequest;

/** The element, over a run to which all of that has happened. */
export function scene(given: Scene): HTMLElement {
  const start = (given.run ?? ((run: Run) => run))(redlineRun());
  const memory = memoryAdapter({ runs: [start] });
  const element = document.createElement('redline-list');
  Object.assign(element, {
    lang: given.lang ?? 'en',
    stepId: given.stepId === null ? undefined : (given.stepId ?? stepId),
  });
  if (given.dir) element.dir = given.dir;
  void (async () => {
    let run = start;
    for (const [index, one] of (given.before ?? []).entries()) {
      const request = typeof one === 'function' ? one(run) : one;
      await memory.execute(
        { v: 1, id: `scene-${index}`, runId: run.id, madeAt: at, ...request },
        { as: { person: given.by ?? qualityEngineer.id } },
      );
      run = await memory.load(run.id);
    }
    const adapter = given.backend?.(memory) ?? memory;
    const session: RunSession = createRunSession({
      adapter,
      runId: run.id,
      person: given.person ?? qualityEngineer.id,
      run,
    });
    Object.assign(element, { session });
  })();
  return element;
}

/** A change of a kind that this version does not know. */
export const foreign: Change = { change: 'unknown', reported: 'move-fixture' };

const frame = (): Promise<number> => new Promise(requestAnimationFrame);
export async function settled(canvas: HTMLElement): Promise<{ element: RedlineList; root: ShadowRoot }> {
  const element = canvas.querySelector('redline-list')!;
  while (!element.session || element.session.status !== 'ready' || !element.shadowRoot) await frame();
  await frame();
  return { element, root: element.shadowRoot };
}
export async function appear(root: ParentNode, selector: string): Promise<HTMLElement> {
  for (;;) {
    const found = root.querySelector<HTMLElement>(selector);
    if (found) return found;
    await frame();
  }
}
export async function type(root: ParentNode, selector: string, text: string): Promise<void> {
  const input = (await appear(root, selector)) as HTMLInputElement;
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await frame();
}

export interface Story {
  args?: Scene;
  play?: (context: { canvasElement: HTMLElement }) => Promise<void>;
}
export type Play = NonNullable<Story['play']>;

/** The editor, at one of its parts. */
export const editing =
  (tab: string, more?: (root: ShadowRoot) => Promise<void>): Play =>
  async ({ canvasElement }) => {
    const { element, root } = await settled(canvasElement);
    element.propose();
    (await appear(root, `#tab-${tab}`)).click();
    await appear(root, `#tab-${tab}[aria-selected=true]`);
    await more?.(root);
  };
export const toggle = async (root: ShadowRoot, selector: string): Promise<void> => {
  (await appear(root, selector)).click();
};
