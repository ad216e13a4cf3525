import type { Actor, Adapter, Identification } from '../src/adapters/adapter.js';
import { AdapterFault } from '../src/adapters/adapter.js';
import { memoryAdapter } from '../src/adapters/memory.js';
import { define } from '../src/define.js';
import type { Refusal } from '../src/domain/command.js';
import type { Id, Labor } from '../src/domain/run.js';
import type { OperatorBar } from '../src/elements/operator-bar/operator-bar.js';
import { createRunSession } from '../src/session.js';
import { rockerBogieRun } from '../src/testing/rover-others.js';
import { roverPeople } from '../src/testing/rover.js';
import { failing, neverAnswering } from './backends.js';
import { ago, crew, laborRun, stepId, worked, type Scene } from './labor-scene.js';

define();

const { technician, qualityEngineer, lead } = roverPeople;

interface Args extends Scene {
  dir?: 'rtl';
  lang?: string;
  /** Another run is open on the page. */
  further?: boolean;
  /** Who worked here before, in this order. */
  before?: readonly Id[];
}
interface Context {
  canvasElement: HTMLElement;
}
interface Story {
  args?: Args;
  parameters?: object;
  play?: (context: Context) => Promise<void>;
}

/** Recognizes the PIN 1234 of everybody, and any badge that ends in a person's id. */
const recognizing =
  (methods: NonNullable<Adapter['identifies']>) =>
  (memory: Adapter): Adapter => ({
    ...memory,
    identifies: methods,
    reauthenticate(shown: Identification): Promise<Actor | Refusal> {
      const person =
        shown.method === 'pin' && shown.pin === '1234'
          ? shown.person
          : shown.method === 'badge'
            ? shown.badge.replace(/^.*:/, '')
            : undefined;
      return Promise.resolve(
        person === undefined
          ? { refused: 'reauthenticate', detail: { reason: 'not-recognized' } }
          : { person, proof: 'proof' },
      );
    },
  });

function show({ dir, lang = 'en', further, before = [], person, backend, ...scene }: Args): HTMLElement {
  const run = laborRun(scene);
  const memory = memoryAdapter({ runs: [run, rockerBogieRun()] });
  const adapter = backend?.(memory) ?? memory;
  const surrounding = document.createElement('run-session');
  const [first = person ?? technician.id, ...rest] = before;
  Object.assign(surrounding, { adapter, runId: run.id, person: first });
  const bar = Object.assign(document.createElement('operator-bar'), { lang });
  if (further) {
    const other = rockerBogieRun();
    const at = other.steps.find(({ status }) => status === 'in-progress')!.id;
    const open: readonly Labor[] = [worked(technician.id, 95)];
    const shown = {
      ...other,
      steps: other.steps.map((one) => (one.id === at ? { ...one, labor: open } : one)),
    };
    const session = createRunSession({
      adapter: memoryAdapter({ runs: [shown] }),
      runId: shown.id,
      person: technician.id,
      run: shown,
    });
    bar.sessions = [session];
  }
  if (dir) surrounding.dir = dir;
  surrounding.append(bar);
  void (async () => {
    for (const next of [...rest, ...(before.length > 0 ? [person ?? technician.id] : [])]) {
      await find(surrounding, '.person');
      surrounding.person = next;
      await frame();
    }
  })();
  return surrounding;
}

const frame = (): Promise<number> => new Promise(requestAnimationFrame);
const barOf = (canvas: Element): OperatorBar => canvas.querySelector('operator-bar')!;
async function find<E extends HTMLElement>(canvas: Element, selector: string): Promise<E> {
  for (let tries = 0; tries < 300; tries += 1) {
    const found = barOf(canvas)?.shadowRoot?.querySelector<E>(selector);
    if (found) return found;
    await frame();
  }
  throw new Error(`never there: ${selector}`);
}
const pressed =
  (...selectors: string[]) =>
  async ({ canvasElement }: Context): Promise<void> => {
    for (const selector of selectors) {
      (await find(canvasElement, selector)).click();
      await frame();
    }
  };
const switching = pressed('.switch-person');

const one = { [stepId]: [worked(technician.id, 12)] };
const several = {
  [stepId]: [worked(technician.id, 12), worked(qualityEngineer.id, 40)],
  corners: [worked(technician.id, 0.4)],
  'mount-wheels': [worked(technician.id, 197)],
};
const idle = { policy: { idleMinutes: 1 } };

export default { title: 'Elements/operator-bar', component: 'operator-bar', render: show };

export const NobodySignedIn: Story = { args: { person: '' } };
export const NotCheckedIn: Story = {};
export const OneStep: Story = { args: { labor: one } };
export const SeveralSteps: Story = { args: { labor: several } };
export const SeveralRuns: Story = { args: { labor: one, further: true } };
export const StillCheckedIn: Story = {
  args: {
    labor: { [stepId]: [worked(technician.id, 12), worked(lead.id, 3), worked(qualityEngineer.id, 40)] },
    before: [technician.id, qualityEngineer.id],
    person: lead.id,
  },
};
export const CheckingOut: Story = { args: { labor: one, backend: neverAnswering }, play: pressed('.out') };
export const NotCheckedOut: Story = {
  args: { labor: several, backend: (memory) => failing(memory, 'offline') },
  play: pressed('.out'),
};
export const CheckedOutByTheLead: Story = {
  args: { labor: one },
  async play({ canvasElement }) {
    await find(canvasElement, '.steps');
    const { adapter, runId } = barOf(canvasElement).session!;
    const held = { type: 'hold-step', stepId, reason: 'waiting-for-part' } as const;
    await adapter.execute({ v: 1, id: 'held', runId, madeAt: ago(0), ...held }, { as: { person: lead.id } });
    await find(canvasElement, '.notice');
  },
};
export const SwitchingByList: Story = { args: { labor: one }, play: switching };
export const SwitchingAmongFifty: Story = { args: { people: crew }, play: switching };
export const SwitchingByPin: Story = {
  args: { labor: one, backend: recognizing(['pin']) },
  play: switching,
};
export const SwitchingByBadge: Story = { args: { backend: recognizing(['badge']) }, play: switching };
export const SwitchingByBadgeOrPin: Story = {
  args: { backend: recognizing(['badge', 'pin']) },
  play: switching,
};
export const WrongPin: Story = {
  args: { backend: recognizing(['pin']) },
  async play(context) {
    await switching(context);
    const whom = await find<HTMLSelectElement>(context.canvasElement, '#whom');
    whom.value = lead.id;
    whom.dispatchEvent(new Event('change'));
    (await find<HTMLInputElement>(context.canvasElement, '#pin')).value = '0000';
    await pressed('.identify .primary')(context);
    await find(context.canvasElement, '.identify .notice:not([hidden])');
  },
};
export const IdentifyingFails: Story = {
  args: {
    backend: (memory) => ({
      ...recognizing(['host'])(memory),
      reauthenticate: () => Promise.reject(new AdapterFault('offline')),
    }),
  },
  async play(context) {
    await switching(context);
    await pressed('.identify button:not(.quiet)')(context);
    await find(context.canvasElement, '.identify .notice:not([hidden])');
  },
};
/** Tells the page of something at another time. */
function at(seconds: number, type: string): void {
  const { now } = Date;
  Date.now = () => now() + seconds * 1000;
  document.dispatchEvent(new Event(type));
  Date.now = now;
}
/** Something was touched a minute ago, and nothing since. */
async function untouched({ canvasElement }: Context): Promise<void> {
  await find(canvasElement, '.steps');
  while (!barOf(canvasElement).shadowRoot!.querySelector('dialog.idle')) {
    at(-61, 'keydown');
    at(0, 'visibilitychange');
    await frame();
  }
}
async function unanswered(context: Context): Promise<void> {
  await untouched(context);
  at(61, 'visibilitychange');
}
export const AreYouStillThere: Story = {
  args: { labor: several, ...idle },
  play: untouched,
};
export const CheckedOutByIdleness: Story = {
  args: { labor: one },
  async play({ canvasElement }) {
    await find(canvasElement, '.steps');
    await barOf(canvasElement).session!.execute({ type: 'check-out', stepId, because: 'idle' });
    await find(canvasElement, '.notice');
  },
};
export const NobodyAnswered: Story = {
  args: { labor: several, ...idle },
  async play(context) {
    await unanswered(context);
    await find(context.canvasElement, '.idle #idle-about:not(.notice) + .actions .primary');
  },
};
export const NobodyAnsweredOffline: Story = {
  args: { labor: one, ...idle, backend: (memory) => failing(memory, 'offline') },
  async play(context) {
    await unanswered(context);
    await find(context.canvasElement, '.idle .notice');
  },
};
const long = {
  id: 'long',
  name: 'Maximiliane Alexandra Freifrau von und zu Hohenlohe-Schillingsfürst-Waldenburg',
  roles: ['Technician for everything that must be measured twice', 'Witness'],
  permissions: ['execute'],
} as const;
export const LongNames: Story = {
  args: { people: [long], person: long.id, labor: { [stepId]: [worked(long.id, 8000)] } },
};
export const RightToLeft: Story = { args: { labor: several, dir: 'rtl' } };
