import type { Adapter } from '../src/adapters/adapter.js';
import { memoryAdapter } from '../src/adapters/memory.js';
import { define } from '../src/define.js';
import { AdapterFault } from '../src/adapters/adapter.js';
import type { Install, Policy, Requirement, Run, Step } from '../src/domain/run.js';
import type { InstallChecklist } from '../src/elements/install-checklist/install-checklist.js';
import { createRunSession, type RunSession } from '../src/session.js';
import { roverPeople } from '../src/testing/rover-people.js';
import { roverRun, roverUnits } from '../src/testing/rover.js';
import { failing, neverAnswering } from './backends.js';

define();

const { technician } = roverPeople;
const wheels = 'mount-wheels';
const wires = 'dress-wires';

const motor: Install = {
  id: 'install-1',
  unitId: 'unit-mot-0417',
  partNumber: '5202-2402-0027',
  serial: 'MOT-0417',
  quantity: '1',
  by: technician.id,
  at: '2026-11-20T17:05:00.000Z',
  how: 'scanned',
};
const hub: Install = {
  ...motor,
  id: 'install-2',
  unitId: 'unit-hyp-0093-1',
  partNumber: '1310-0016-4006',
  lot: 'HYP-0093',
  quantity: '2',
  how: 'picked',
};
delete (hub as { serial?: string }).serial;

/** The corners in progress, with what has been installed. */
function cornersRun(
  installs: Readonly<Record<string, Partial<Requirement>>> = {},
  more: Partial<Policy> = {},
): Run {
  const run = roverRun();
  const working = ({ requirements, ...step }: Step): Step => ({
    ...step,
    status: 'in-progress',
    requirements: requirements.map((one) => ({ ...one, ...installs[one.id] })),
  });
  return {
    ...run,
    status: 'in-progress',
    policy: { ...run.policy, ...more },
    issues: [
      {
        id: 'issue-1',
        number: 'ISS-12',
        title: 'No hubs',
        status: 'pending',
        links: ['d-hub'],
        by: 'lead',
        at: motor.at,
      },
    ],
    steps: run.steps.map((step) => (['corners', wheels, wires].includes(step.id) ? working(step) : step)),
  };
}
const halfway = {
  motor: { installs: [motor] },
  'd-hub': { installs: [hub] },
  wheel: { exception: { issueId: 'issue-1', by: 'lead', at: motor.at } },
};

interface Scene {
  run?: Run;
  step?: string;
  person?: string;
  adapter?: (memory: Adapter) => Adapter;
  dir?: string;
  lang?: string;
  /** What a person does, one after the other. */
  after?: readonly Act[];
}

function scene({
  run = cornersRun(),
  step = wheels,
  person = technician.id,
  adapter,
  dir,
  lang,
  after = [],
}: Scene) {
  const memory = memoryAdapter({ runs: [run], units: roverUnits() });
  const session = createRunSession({ adapter: adapter?.(memory) ?? memory, runId: run.id, person, run });
  const element = document.createElement('install-checklist');
  element.session = session;
  element.stepId = step;
  if (dir) element.dir = dir;
  if (lang) element.lang = lang;
  void (async () => {
    while (session.status !== 'ready') await new Promise((resolve) => setTimeout(resolve, 5));
    for (const act of after) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      await element.updateComplete;
      await act(session, element);
    }
  })();
  return element;
}
const story = (given: Scene = {}) => ({ render: () => scene(given) });

type Act = (session: RunSession, element: InstallChecklist) => void | Promise<void>;

/** What is looked for is drawn when what draws it has come. */
async function shown<E extends HTMLElement>(element: InstallChecklist, selector: string): Promise<E> {
  for (;;) {
    const found = element.shadowRoot?.querySelector<E>(selector);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const type =
  (text: string): Act =>
  async (_, element) => {
    const input = await shown<HTMLInputElement>(element, '#scan');
    input.value = text;
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  };
const pick =
  (id: string): Act =>
  async (_, element) =>
    (await shown(element, `[data-key="${id}"] .pick`)).click();
/** Presses the first control of these looks. */
const press =
  (selector: string): Act =>
  async (_, element) =>
    (await shown(element, selector)).click();

const neverFinding = (memory: Adapter): Adapter => ({
  ...memory,
  findUnits: () => new Promise(() => undefined),
});
const notFinding = (memory: Adapter): Adapter => ({
  ...memory,
  findUnits: () => Promise.reject(new AdapterFault('offline')),
});

export default { title: 'Elements/install-checklist', component: 'install-checklist' };

export const Untouched = story();
export const Halfway = story({ run: cornersRun(halfway) });
export const SubstitutesAndTraceOnly = story({ step: wires });
export const Finding = story({ adapter: neverFinding, after: [type('MOT-0417')] });
export const Unfound = story({ adapter: notFinding, after: [type('MOT-0417')] });
export const NotFound = story({ after: [type('MOT-9999')] });
export const Installed = story({ after: [type('MOT-0418')] });
export const ScannedLotAsksForTheQuantity = story({ after: [type('HYP-0093')] });
export const SeveralMatch = story({ after: [type('5202-2402-0027')] });
export const Picking = story({ after: [pick('motor')] });
export const PickingALot = story({ after: [pick('d-hub')] });
export const PickedLot = story({ after: [pick('d-hub'), press('.choice')] });
export const NothingInStock = story({
  run: cornersRun({ wheel: { partNumber: 'TRX-0000' } }),
  after: [pick('wheel')],
});
export const Installing = story({ adapter: neverAnswering, after: [type('MOT-0418')] });
export const RefusedWrongPart = story({ after: [type('SRV-1107')] });
export const RefusedWrongPartAtAPick = story({ after: [pick('motor'), type('SRV-1107')] });
export const RefusedWrongState = story({ after: [type('MOT-0405')] });
export const RefusedKittedElsewhere = story({ after: [type('MOT-0431')] });
export const RefusedTwice = story({
  run: cornersRun({ motor: { installs: [motor] } }),
  after: [type('MOT-0417')],
});
export const RefusedTooMany = story({
  after: [
    type('HYP-0093'),
    (session) => session.install(`scan:${wheels}`).send({ type: 'QUANTITY', quantity: '5' }),
    async (_, element) => {
      (await shown<HTMLInputElement>(element, '#quantity')).value = '5';
    },
    press('.primary'),
  ],
});
export const Failed = story({
  adapter: (memory) => failing(memory, 'offline', 'unknown'),
  after: [type('MOT-0418')],
});
export const AskingToUninstall = story({ run: cornersRun(halfway), after: [press('.installs .quiet')] });
export const Uninstalling = story({
  run: cornersRun(halfway),
  adapter: neverAnswering,
  after: [press('.installs .quiet'), press('.ask .danger')],
});
export const UninstallFailed = story({
  run: cornersRun(halfway),
  adapter: (memory) => failing(memory, 'timeout', 'unknown'),
  after: [press('.installs .quiet'), press('.ask .danger')],
});
export const MustBeScanned = story({ run: cornersRun(halfway, { requireScan: true }) });
export const ReadOnlyBeforeTheStart = story({ run: roverRun() });
export const ReadOnlyForAnotherPerson = story({ run: cornersRun(halfway), person: 'customer' });
export const LongTextsAndMarkup = story({
  run: cornersRun({
    motor: {
      description: '<b>Planetary</b> gear motor with an encoder and a very long name '.repeat(5),
      partNumber: '5202-2402-0027'.repeat(12),
      installs: [{ ...motor, serial: 'MOT'.repeat(60), by: '<i>nobody</i>' }],
    },
  }),
});
export const Empty = story({ step: 'drill-wheels' });
export const RightToLeft = story({
  run: cornersRun({ motor: { installs: [motor] } }),
  dir: 'rtl',
  lang: 'ar',
  after: [pick('d-hub')],
});
