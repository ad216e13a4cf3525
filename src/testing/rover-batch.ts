/** Drive wheels that are made as a batch: three that go together, and one whose drawing is another. */
import { defaultPolicy, type Batch, type Run, type Step } from '../domain/run.js';
import { roverPeople, roverTeams } from './rover-people.js';
import { number, part, passFail, signoff, step, text } from './seed.js';

const wheels: Batch = { id: 'drive-wheels-47', name: 'Drive wheels, week 47' };

/** `plus` is how far a hole may be from where it belongs. */
const wheelSteps = (plus: string): readonly Step[] => [
  step('drill', 'Drill the wheel', {
    instructions: ['Clamp the wheel in the jig and drill the four holes of the D-hub.'],
    fields: [
      number('hole-1', 'Hole 1 distance from center', 'mm', { target: '11.3', plus, minus: `-${plus}` }),
      number('hole-2', 'Hole 2 distance from center', 'mm', { target: '11.3', plus, minus: `-${plus}` }),
      passFail('deburred', 'Holes deburred'),
      text('drill-note', 'Note', { required: false }),
    ],
  }),
  step('mount', 'Mount wheel and motor', {
    upstream: ['drill'],
    instructions: ['Fit the D-hub to the motor and bolt the wheel to it.'],
    requirements: [
      part('motor', 'serial', '1', '5202-2402-0027', 'Planetary gear motor with encoder, 223 RPM'),
    ],
    fields: [
      signoff('wheel-review', 'Drive wheel accepted', 'Quality engineer', {
        meaning: 'The wheel runs true and is accepted for the rover',
        peerReview: true,
      }),
    ],
  }),
  step('mark', 'Mark and put on the rack', {
    upstream: ['mount'],
    fields: [passFail('marked', 'Serial is legible')],
  }),
];

const wheelRun = (serial: string, at: number, plus = '0.2'): Run => ({
  v: 1,
  id: `batch-wheel-${serial}`,
  number: String(1050 + at),
  title: `Drive wheel DW-${serial}`,
  status: 'todo',
  sequence: 0,
  zone: 'America/Los_Angeles',
  procedure: { title: 'Drive wheel', revision: plus === '0.2' ? 'D' : 'E' },
  unit: {
    id: `unit-dw-${serial}`,
    partNumber: 'OSR-DRIVE-WHEEL',
    description: 'Drive wheel assembly',
    serial: `DW-${serial}`,
    status: 'wip',
  },
  steps: wheelSteps(plus),
  gates: [],
  issues: [],
  redlines: [],
  people: Object.values(roverPeople),
  teams: roverTeams,
  policy: defaultPolicy,
  batch: wheels,
  completions: [],
});

/** The last one is drilled to a tighter tolerance, so that its first step takes no part. */
export const roverBatch = (): Run[] => [
  ...['0017', '0018', '0019'].map((serial, at) => wheelRun(serial, at)),
  wheelRun('0020', 3, '0.1'),
];
