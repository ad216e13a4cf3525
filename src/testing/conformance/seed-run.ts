/** The runs, stock and people that the suite gives every adapter to hold: small, with one of everything. */
import { defaultPolicy, permissions, type Person, type Run, type Unit } from '../../domain/run.js';
import {
  boolean,
  date,
  file,
  multiSelect,
  number,
  part,
  passFail,
  signoff,
  singleSelect,
  step,
  text,
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

export const suiteUnits = (): Unit[] => [
  { id: 'motor-1', partNumber: 'P-MOTOR', serial: 'Mot-1', quantity: '1', status: 'available' },
  { id: 'motor-2', partNumber: 'P-MOTOR', serial: 'Mot-2', quantity: '1', status: 'available' },
  { id: 'motor-b', partNumber: 'P-MOTOR-B', serial: 'Mot-B', quantity: '1', status: 'available' },
  { id: 'motor-held', partNumber: 'P-MOTOR', serial: 'Mot-H', quantity: '1', status: 'on-hold' },
  { id: 'wire-lot', partNumber: 'P-WIRE', lot: 'Wire-1', quantity: '100', status: 'available' },
  { id: 'wheel', partNumber: 'P-WHEEL', serial: 'Wheel-1', quantity: '1', status: 'available' },
];
