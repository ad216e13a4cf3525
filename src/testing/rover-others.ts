/** More runs for the portal: one that is over, one half-way, two that wait side by side. Parts as in the rover's parts list. */
import {
  defaultPolicy,
  type Field,
  type FieldValue,
  type Id,
  type Install,
  type Instant,
  type Run,
  type SignoffField,
  type Step,
  type ValueField,
} from '../domain/run.js';
import { roverPeople, roverTeams } from './rover-people.js';
import { date, number, part, passFail, seeded, signoff, singleSelect, step, text } from './seed.js';

const { technician, qualityEngineer, lead } = roverPeople;

/** A field with its value, as the technician recorded it. */
const recorded = <F extends ValueField>(field: F, value: FieldValue, at: Instant): F => ({
  ...field,
  record: { value, how: 'typed', by: technician.id, at },
});

const installed = (
  requirement: Step['requirements'][number],
  install: Partial<Install> & { unitId: Id },
  at: Instant,
): Step['requirements'][number] => ({
  ...requirement,
  installs: [
    {
      id: `${requirement.id}-install`,
      partNumber: requirement.partNumber,
      quantity: requirement.quantity,
      by: technician.id,
      at,
      how: 'scanned',
      ...install,
    },
  ],
});

/** An approval that covers everything it was given for. */
const approved = (
  field: SignoffField,
  by: Id,
  at: Instant,
  covered: readonly { id: Id }[],
): SignoffField => ({
  ...field,
  decisions: [
    {
      id: `${field.id}-decision`,
      decision: 'approve',
      by,
      role: field.role,
      at,
      ...(field.meaning !== undefined && { meaning: field.meaning }),
      covers: Object.fromEntries(covered.map(({ id }) => [id, seeded])),
    },
  ],
});

/** A step that the technician worked on from one time to another. */
const done = (one: Step, from: Instant, to: Instant): Step => ({
  ...one,
  status: 'complete',
  startedAt: from,
  completedAt: to,
  completedBy: technician.id,
  labor: [{ id: `${one.id}-labor`, personId: technician.id, in: from, out: to }],
});

const common = {
  v: 1,
  sequence: 0,
  zone: 'America/Los_Angeles',
  people: Object.values(roverPeople),
  teams: roverTeams,
  issues: [],
  redlines: [],
  gates: [],
  completions: [],
  policy: defaultPolicy,
} as const;

/** A drive wheel that was finished last week. */
export function driveWheelRun(): Run {
  const measured: Field[] = [
    recorded(
      number('hole-1', 'Hole 1 distance from center', 'mm', { target: '11.3', plus: '0.2', minus: '-0.2' }),
      '11.28',
      '2026-11-12T16:20:00.000Z',
    ),
    recorded(passFail('deburred', 'Holes deburred'), 'pass', '2026-11-12T16:24:00.000Z'),
    recorded(date('drilled-on', 'Drilled on'), '2026-11-12', '2026-11-12T16:24:30.000Z'),
  ];
  const motor = installed(
    part('motor', 'serial', '1', '5202-2402-0027', 'Planetary gear motor with encoder, 223 RPM'),
    { unitId: 'unit-mot-0402', serial: 'MOT-0402' },
    '2026-11-12T16:51:00.000Z',
  );
  const review = signoff('wheel-review', 'Drive wheel accepted', 'Quality engineer', { peerReview: true });
  const steps = [
    done(
      step('drill', 'Drill the wheel', { fields: measured }),
      '2026-11-12T16:05:00.000Z',
      '2026-11-12T16:25:00.000Z',
    ),
    done(
      step('mount', 'Mount wheel and motor', {
        upstream: ['drill'],
        requirements: [motor],
        fields: [approved(review, qualityEngineer.id, '2026-11-12T17:10:00.000Z', [motor])],
      }),
      '2026-11-12T16:40:00.000Z',
      '2026-11-12T17:15:00.000Z',
    ),
  ];
  return {
    ...common,
    id: 'drive-wheel-0012',
    number: '1038',
    title: 'Drive wheel DW-0012',
    status: 'complete',
    procedure: { title: 'Drive wheel', revision: 'B' },
    unit: {
      id: 'unit-dw-0012',
      partNumber: 'OSR-DRIVE-WHEEL',
      description: 'Drive wheel assembly',
      serial: 'DW-0012',
      status: 'available',
    },
    steps,
    startedAt: '2026-11-12T16:05:00.000Z',
    completions: [
      { by: lead.id, at: '2026-11-12T17:32:00.000Z', note: 'Spare for rover 007.', acknowledged: [] },
    ],
  };
}

/** Two drive wheels to be built at neighboring benches, out of the same stock. */
export const nextWheelRuns = (): Run[] =>
  ['0015', '0016'].map((name, at) => ({
    ...common,
    id: `drive-wheel-${name}`,
    number: String(1043 + at),
    title: `Drive wheel DW-${name}`,
    status: 'todo',
    procedure: { title: 'Drive wheel', revision: 'C' },
    unit: {
      id: `unit-dw-${name}`,
      partNumber: 'OSR-DRIVE-WHEEL',
      description: 'Drive wheel assembly',
      serial: `DW-${name}`,
      status: 'wip',
    },
    steps: [
      step('mount', 'Mount wheel and motor', {
        instructions: ['Fit the D-hub to the motor and bolt a drilled wheel to it.'],
        requirements: [
          part('motor', 'serial', '1', '5202-2402-0027', 'Planetary gear motor with encoder, 223 RPM'),
          part('wheel', 'bulk', '1', 'TRX-5374X', 'Talon tire on Gemini wheel'),
        ],
      }),
    ],
  }));

/** A rocker-bogie joint on the bench: the first step done, the second begun, an issue open. */
export function rockerBogieRun(): Run {
  const bearings = part('bearing', 'lot', '2', '1611-0514-0008', 'Flanged ball bearing, 8 mm ID, 14 mm OD');
  return {
    ...common,
    id: 'rocker-bogie-006',
    number: '1041',
    title: 'Rocker-bogie joint, rover 006',
    status: 'in-progress',
    procedure: { title: 'Rocker-bogie', revision: 'D' },
    unit: {
      id: 'unit-rb-006',
      partNumber: 'OSR-ROCKER-BOGIE',
      description: 'Rocker-bogie joint, left',
      serial: 'RB-006-L',
      status: 'wip',
    },
    startedAt: '2026-11-20T15:02:00.000Z',
    policy: { ...defaultPolicy, outOfRange: 'with-issue' },
    steps: [
      done(
        step('joint-tube', 'Prepare the joint tube', {
          fields: [
            recorded(
              number('tube-length', 'Tube length', 'mm', { target: '50', plus: '0', minus: '-0.2' }),
              '49.92',
              '2026-11-20T15:11:00.000Z',
            ),
            recorded(passFail('tube-ends', 'Ends deburred'), 'pass', '2026-11-20T15:12:00.000Z'),
          ],
        }),
        '2026-11-20T15:02:00.000Z',
        '2026-11-20T15:20:00.000Z',
      ),
      step('joint-bearings', 'Press the bearings', {
        upstream: ['joint-tube'],
        instructions: ['Press both flanged bearings into the pattern mount until the flange sits flat.'],
        status: 'in-progress',
        startedAt: '2026-11-20T15:25:00.000Z',
        labor: [
          {
            id: 'joint-bearings-labor-1',
            personId: technician.id,
            in: '2026-11-20T15:25:00.000Z',
            out: '2026-11-20T15:50:00.000Z',
          },
        ],
        fields: [
          recorded(
            singleSelect('press', 'Press used', { arbor: 'Arbor press', bench: 'Bench vise' }),
            'arbor',
            '2026-11-20T15:29:00.000Z',
          ),
          recorded(
            number('bearing-gap', 'Flange gap', 'mm', { min: '0', max: '0.05' }),
            '0.08',
            '2026-11-20T15:41:00.000Z',
          ),
          number('joint-play', 'Joint play', 'mm', { max: '0.1' }),
        ],
        requirements: [
          installed(
            bearings,
            { unitId: 'unit-brg-1902-1', splitFrom: 'unit-brg-1902', lot: 'BRG-1902', quantity: '1' },
            '2026-11-20T15:33:00.000Z',
          ),
          part('sonic-hub', 'lot', '1', '1309-0016-0008', 'Sonic hub, 8 mm bore'),
        ],
      }),
      step('joint-servo', 'Mount the servo', {
        upstream: ['joint-bearings'],
        requirements: [part('servo', 'serial', '1', '2000-0025-0002', 'Dual mode servo, 25-2 torque')],
        fields: [
          text('servo-note', 'Servo note', { required: false }),
          signoff('servo-witness', 'Servo centered', 'Witness', { peerReview: true }),
        ],
      }),
    ],
    issues: [
      {
        id: 'issue-flange-gap',
        number: 'ISS-1',
        title: 'Flange gap above limit on the first bearing',
        status: 'pending',
        links: ['bearing-gap'],
        by: technician.id,
        at: '2026-11-20T15:47:00.000Z',
      },
    ],
  };
}
