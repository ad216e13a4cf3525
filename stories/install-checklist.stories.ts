import type { Adapter } from '../src/adapters/adapter.js';
import { memoryAdapter } from '../src/adapters/memory.js';
import { define } from '../src/define.js';
import { AdapterFault } from '../src/adapters/adapter.js';
import type { Install, Policy, Requirement, Run, Step, Unit } from '../src/domain/run.js';
import type { InstallChecklist } from '../src/elements/install-checklist/install-checklist.js';
import { createRunSession, type RunSession, type RunSessionOptions } from '../src/session.js';
import { roverPeople } from '../src/testing/rover-people.js';
import { roverRun, roverUnits } from '../src/testing/rover.js';
import { part } from '../src/testing/seed.js';
import { failing, neverAnswering } from './backends.js';
import { boardRun, boardStep, boardUnits } from './parts-run.js';

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
    upstream: [],
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
  units?: readonly Unit[];
  options?: Partial<RunSessionOptions>;
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
  units = roverUnits(),
  options,
  dir,
  lang,
  after = [],
}: Scene) {
  const memory = memoryAdapter({ runs: [run], units });
  const session = createRunSession({
    adapter: adapter?.(memory) ?? memory,
    runId: run.id,
    person,
    run,
    ...options,
  });
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
const scan =
  (text: string): Act =>
  async (session, element) => {
    await shown(element, '#scan');
    session.scan(text, { stepId: element.stepId });
  };
/** Enters a text into the first control of these looks. */
const fill =
  (selector: string, text: string): Act =>
  async (_, element) => {
    const control = await shown<HTMLInputElement>(element, selector);
    control.value = text;
    control.dispatchEvent(new InputEvent('input', { bubbles: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
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

// A step with every kind of requirement -----------------------------------------------------------------------

const board = (given: Scene = {}) =>
  story({ step: boardStep, run: boardRun(), units: boardUnits(), ...given });

const relay: Install = {
  ...motor,
  id: 'install-k1',
  unitId: 'u-relay-1',
  partNumber: 'RLY-40',
  serial: 'RL-0001',
  designator: 'K1',
};
const controller: Install = {
  ...motor,
  id: 'install-c',
  unitId: 'u-controller-1',
  partNumber: 'CTL-2',
  serial: 'C-100',
  how: 'typed',
  children: boardUnits().find(({ id }) => id === 'u-controller-1')!.children!,
};
const lotOf = (
  id: string,
  partNumber: string,
  lot: string,
  quantity: string,
  more: Partial<Install>,
): Install => {
  const { serial: _, ...install } = { ...motor, id, unitId: `u-${id}`, partNumber, lot, quantity, ...more };
  return install;
};
const terminals = lotOf('install-t', 'TRM-6', 'TM-7', '4', { splitFrom: 'u-terminal-a', how: 'scanned' });
const sleeve: Install = { ...terminals, id: 'install-s', partNumber: 'SLV-8', quantity: '1', how: 'picked' };
delete (sleeve as { lot?: string }).lot;
delete (sleeve as { splitFrom?: string }).splitFrom;
const harness: Install = {
  ...motor,
  id: 'install-h',
  unitId: 'u-harness',
  partNumber: 'HRN-12',
  serial: 'ROV-007-41',
  how: 'made',
  children: [
    { partNumber: 'TRM-6', lot: 'TM-7', quantity: '4' },
    { partNumber: 'SLV-8', quantity: '1' },
  ],
};
const ready = { terminal: { installs: [terminals] }, sleeve: { installs: [sleeve] } };
const made = {
  harness: { installs: [harness] },
  terminal: { installs: [{ ...terminals, into: harness.id }] },
  sleeve: { installs: [{ ...sleeve, into: harness.id }] },
};
const excepted = { exception: { issueId: 'issue-7', by: 'lead', at: motor.at } };
const allKinds = {
  ...made,
  relay: { installs: [relay] },
  controller: { installs: [controller] },
  compound: excepted,
};
const asLead = { person: 'lead' };

export const EveryKind = board();
export const EveryKindHalfway = board({ run: boardRun({ change: allKinds }) });
export const AskingForThePlace = board({
  run: boardRun({ change: { relay: { installs: [relay] } } }),
  after: [scan('RL-0002')],
});
export const PlaceNotSaid = board({ after: [scan('RL-0001'), press('.primary')] });
export const PlacesFilled = board({
  run: boardRun({
    change: {
      relay: {
        installs: [relay, { ...relay, id: 'install-k2', serial: 'RL-0002', designator: 'K2' }],
      },
    },
  }),
});
export const BuildingWithPartsMissing = board({ after: [pick('harness')] });
export const BuildingRefusedForMissingParts = board({ after: [pick('harness'), press('.primary')] });
export const BuildingASerial = board({ run: boardRun({ change: ready }), after: [pick('harness')] });
export const BuildingALot = board({
  run: boardRun({ change: { ...ready, harness: { tracking: 'lot', quantity: '4' } } }),
  after: [pick('harness')],
});
export const Building = board({
  run: boardRun({ change: ready }),
  adapter: neverAnswering,
  after: [pick('harness'), fill('.made', 'H-77'), press('.primary')],
});
export const BuildingFailed = board({
  run: boardRun({ change: ready }),
  adapter: (memory) => failing(memory, 'offline'),
  after: [pick('harness'), fill('.made', 'H-77'), press('.primary')],
});
export const Made = board({ run: boardRun({ change: made }), after: [press('summary')] });
export const AskingToUninstallWhatWasMade = board({
  run: boardRun({ change: made }),
  after: [press('[data-key=harness] > .installs .quiet')],
});
export const StockIsRefusedForWhatIsMadeHere = board({
  units: [
    ...boardUnits(),
    { id: 'u-h', partNumber: 'HRN-12', serial: 'H-1', quantity: '1', status: 'available' },
  ],
  after: [scan('H-1')],
});
export const SubAssembly = board({
  run: boardRun({ change: { controller: { installs: [controller] } } }),
  after: [press('summary')],
});
export const AskingToUninstallASubAssembly = board({
  run: boardRun({ change: { controller: { installs: [controller] } } }),
  after: [press('.installs .quiet')],
});
export const MayExcept = board(asLead);
export const ExceptingChoosesAnIssue = board({ ...asLead, after: [press('[data-key=compound] .except')] });
export const ExceptingByAnIssue = board({
  ...asLead,
  after: [press('[data-key=compound] .except'), fill('select', 'issue-7')],
});
export const ExceptingByANewIssue = board({
  ...asLead,
  run: boardRun({ issues: [] }),
  after: [press('[data-key=compound] .except')],
});
export const ExceptingFailed = board({
  ...asLead,
  run: boardRun({ issues: [] }),
  adapter: (memory) => failing(memory, 'offline'),
  after: [
    press('[data-key=compound] .except'),
    fill('textarea', 'The compound has dried out'),
    press('.primary'),
  ],
});
export const Excepting = board({
  ...asLead,
  adapter: neverAnswering,
  after: [press('[data-key=compound] .except'), fill('select', 'issue-7'), press('.primary')],
});
export const Excepted = board({ run: boardRun({ change: { compound: excepted } }) });
export const StatesOfStock = board({ after: [pick('relay')] });
export const SplitFromALot = board({
  run: boardRun({
    change: { terminal: { installs: [{ ...terminals, quantity: '1' }] } },
  }),
  after: [pick('terminal')],
});
export const AnotherScanCameFirst = board({
  after: [
    scan('TM-7'),
    async (_, element) => {
      await shown(element, '#quantity');
    },
    scan('C-100'),
  ],
});
export const LabelWithAQuantity = board({ after: [scan(']C101040123456789011731063010TM-7\u001d302')] });
export const LabelWithAnotherExpiry = board({ after: [scan(']C101040123456789011728013121C-101')] });
export const LabelThatExpired = board({ after: [scan(']C101040123456789011725013121C-100')] });
export const LabelDamaged = board({ after: [scan(']C10104012345678902')] });
export const LabelNotFound = board({ after: [scan(']C1010401234567890110ZZ\u001d21S-1')] });
export const FitsInSeveralPlaces = board({
  run: boardRun({
    more: [{ ...part('spare', 'serial', '1', 'CTL-2', 'Spare controller') }],
  }),
  after: [scan('C-100')],
});
const manyControllers = Array.from({ length: 200 }, (_, at): Unit => ({
  id: `u-s-${at}`,
  partNumber: 'CTL-2',
  serial: `S-${String(at).padStart(4, '0')}`,
  quantity: '1',
  status: at % 7 === 0 ? 'on-hold' : 'available',
}));
export const LongList = board({ units: manyControllers, after: [pick('controller')] });
export const LongListNarrowed = board({
  units: manyControllers,
  after: [pick('controller'), fill('[type=search]', '012')],
});
export const ManyRequirements = board({
  run: boardRun({
    more: Array.from({ length: 200 }, (_, at) =>
      part(`r-${at}`, 'bulk', '4', `P-${1000 + at}`, `Part ${at}`),
    ),
  }),
});
export const EveryKindMustBeScanned = board({ run: boardRun({ policy: { requireScan: true } }) });
export const EveryKindRightToLeft = board({
  run: boardRun({ change: allKinds }),
  dir: 'rtl',
  lang: 'ar',
  after: [press('summary')],
});
