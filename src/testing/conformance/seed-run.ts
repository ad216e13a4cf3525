/** The runs, stock, tools and people that the suite gives every adapter to hold: small, with one of everything. */
import { gridOf } from '../../domain/grid.js';
import {
  defaultPolicy,
  permissions,
  type Part,
  type Person,
  type Run,
  type Tool,
  type Unit,
} from '../../domain/run.js';
import {
  boolean,
  date,
  dateTime,
  file,
  multiSelect,
  number,
  part,
  partLink,
  passFail,
  person,
  signoff,
  singleSelect,
  step,
  text,
  tool,
} from '../seed.js';

const optional = { required: false };

export const people = {
  worker: { id: 'worker', name: 'Wanda', roles: [], permissions: ['execute', 'comment', 'open-issue'] },
  inspector: {
    id: 'inspector',
    name: 'Ines',
    roles: ['Inspector'],
    permissions: ['sign', 'comment', 'open-issue', 'accept-deviation'],
  },
  lead: { id: 'lead', name: 'Lea', roles: ['Lead'], permissions },
  visitor: { id: 'visitor', name: 'Vito', roles: ['Inspector'], permissions: [] },
} as const satisfies Record<string, Person>;
export type PersonName = keyof typeof people;

const suiteRun = (id: string, title: string): Run => ({
  v: 1,
  id,
  number: `N-${id}`,
  title,
  status: 'todo',
  sequence: 0,
  zone: 'Europe/Berlin',
  unit: { id: `unit-${id}`, partNumber: 'P-CART', serial: `CART-${id}`, status: 'wip' },
  steps: [
    step('measure', 'Measure the frame', {
      instructions: ['Measure twice.'],
      fields: [
        number('width', 'Width', 'mm', { min: '9', max: '11' }),
        passFail('check', 'Edges free of burrs'),
        text('note', 'Note', optional),
        date('day', 'Day', optional),
        singleSelect('color', 'Color', { red: 'Red', blue: 'Blue' }, optional),
        multiSelect('extras', 'Extras', { bell: 'Bell', lamp: 'Lamp', bag: 'Bag' }, optional),
        boolean('clean', 'Clean', optional),
        file('photo', 'Photo', optional),
        number('depth', 'Depth', 'mm', undefined, { ...optional, allowNotApplicable: true }),
        dateTime('moment', 'Moment', optional),
        tool('caliper', 'Caliper', { ...optional, partNumber: 'T-CALIPER' }),
        person('checker', 'Checked by', { ...optional, role: 'Inspector' }),
        partLink('kind', 'Kind of frame', optional),
        signoff('witness', 'Witnessed', 'Inspector', { meaning: 'I saw it measured' }),
      ],
    }),
    step('assemble', 'Assemble', {
      requirements: [
        part('motor', 'serial', '1', 'P-MOTOR', 'Motor', [
          { partNumber: 'P-MOTOR-B', description: 'Stronger motor' },
        ]),
        part('wire', 'lot', '5', 'P-WIRE', 'Wire'),
      ],
    }),
    step('pack', 'Pack', { upstream: ['measure', 'assemble'] }),
    // Not required, so that a whole run needs nothing of it.
    step('lights', 'Build the lights', {
      required: false,
      policy: { reasonForChange: true },
      ...gridOf({
        columns: [
          { id: 'volts', label: 'Voltage', type: 'number', unit: 'V', limits: { min: '4.5', max: '5.5' } },
          { id: 'solder', label: 'Solder', type: 'pass-fail' },
        ],
        rows: [
          { id: 'left', label: 'Left' },
          { id: 'right', label: 'Right', allowNotApplicable: true },
        ],
      }),
      requirements: [
        { ...part('board', 'serial', '1', 'P-BOARD', 'Board'), madeOnAssembly: true },
        { ...part('chip', 'lot', '2', 'P-CHIP', 'Chip'), partOf: 'board' },
        { ...part('lamp', 'lot', '2', 'P-LAMP', 'Lamp'), designators: ['D1', 'D2'] },
        part('label', 'bulk', '1', 'P-LABEL', 'Label'),
      ],
    }),
  ],
  gates: [signoff('release', 'Released', 'Lead')],
  issues: [],
  redlines: [],
  people: Object.values(people),
  teams: [],
  policy: { ...defaultPolicy, outOfRange: 'with-rationale' },
  completions: [],
});

/** Two runs that take their parts from the same stock. */
export const runId = 'suite-1';
export const otherRunId = 'suite-2';
export const suiteRuns = (): Run[] => [suiteRun(runId, 'First cart'), suiteRun(otherRunId, 'Second cart')];

/** A day that is over wherever the suite runs. */
const past = '2020-02-29';

export const suiteUnits = (): Unit[] => [
  { id: 'motor-1', partNumber: 'P-MOTOR', serial: 'Mot-1', quantity: '1', status: 'available' },
  { id: 'motor-2', partNumber: 'P-MOTOR', serial: 'Mot-2', quantity: '1', status: 'available' },
  { id: 'motor-b', partNumber: 'P-MOTOR-B', serial: 'Mot-B', quantity: '1', status: 'available' },
  { id: 'motor-held', partNumber: 'P-MOTOR', serial: 'Mot-H', quantity: '1', status: 'on-hold' },
  { id: 'wire-lot', partNumber: 'P-WIRE', lot: 'Wire-1', quantity: '100', status: 'available' },
  { id: 'wheel', partNumber: 'P-WHEEL', serial: 'Wheel-1', quantity: '1', status: 'available' },
  { id: 'chips', partNumber: 'P-CHIP', lot: 'Chip-1', quantity: '20', status: 'available' },
  { id: 'lamps', partNumber: 'P-LAMP', lot: 'Lamp-1', quantity: '5', status: 'available' },
  { id: 'lamps-old', partNumber: 'P-LAMP', lot: 'Lamp-0', quantity: '5', status: 'available', expires: past },
];

export const suiteTools = (): Tool[] => [
  { id: 'caliper-1', partNumber: 'T-CALIPER', name: 'Caliper', serial: 'Cal-1', status: 'available' },
  {
    id: 'caliper-2',
    partNumber: 'T-CALIPER',
    name: 'Caliper',
    serial: 'Cal-2',
    status: 'unavailable',
    reason: 'It was dropped',
  },
  {
    id: 'caliper-3',
    partNumber: 'T-CALIPER',
    name: 'Long caliper',
    serial: 'Cal-3',
    status: 'available',
    calibrationDue: past,
  },
  { id: 'scale', partNumber: 'T-SCALE', name: 'Scale', serial: 'Scale-1', status: 'available' },
];

export const suiteParts = (): Part[] => [
  { id: 'part-motor', partNumber: 'P-MOTOR', description: 'Motor', gtin: '09506000134352' },
  { id: 'part-wire', partNumber: 'P-WIRE', description: 'Copper wire' },
];
