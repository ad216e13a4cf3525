// Runs to be shown as a queue: with everything that can be told of a step, and as large as a run gets.
import { defaultPolicy, type Person, type Run, type Step } from '../src/domain/run.js';
import { roverPeople, roverTeams } from '../src/testing/rover-people.js';
import { number, signoff, step } from '../src/testing/seed.js';

const at = '2026-11-20T08:00:00.000Z';
const labor = (...people: string[]): Step['labor'] =>
  people.map((personId, index) => ({ id: `labor-${personId}-${index}`, personId, in: at }));

const runOf = (steps: readonly Step[], more: Partial<Run> = {}): Run => ({
  v: 1,
  id: 'queue',
  number: '4711',
  title: 'Flight computer',
  status: 'in-progress',
  sequence: 0,
  zone: 'UTC',
  steps,
  gates: [],
  issues: [],
  redlines: [],
  people: Object.values(roverPeople),
  teams: roverTeams,
  policy: defaultPolicy,
  startedAt: at,
  completions: [],
  ...more,
});

const { technician, lead, qualityEngineer } = roverPeople;

/** A step of every kind. */
export function busyRun(): Run {
  const done = { status: 'complete', startedAt: at, completedAt: at, completedBy: technician.id } as const;
  const begun = { status: 'in-progress', startedAt: at } as const;
  const signed = signoff('witness', 'Torque witnessed', 'Quality engineer');
  return runOf(
    [
      step('kit', 'Kit the parts', done),
      step('boards', 'Populate the boards', { ...begun, labor: labor(lead.id) }),
      step('solder', 'Solder the connectors', {
        ...begun,
        parentId: 'boards',
        labor: labor(technician.id, lead.id),
        fields: [
          number('joint-1', 'Joint 1', 'mm', { min: '0', max: '1' }),
          number('joint-2', 'Joint 2', 'mm', { min: '0', max: '1' }),
          number('joint-3', 'Joint 3', 'mm', { min: '0', max: '1' }),
        ],
      }),
      step('inspect', 'Inspect the joints', {
        parentId: 'boards',
        status: 'hold',
        startedAt: at,
        upstream: ['solder'],
        hold: {
          reason: 'waiting-for-quality',
          comment: 'The microscope is at calibration until Monday.',
          by: lead.id,
          at,
        },
      }),
      step('wash', 'Wash the boards', {
        status: 'failed',
        startedAt: at,
        failures: [{ reason: 'Residue on three boards', by: technician.id, at }],
      }),
      step('wash-again', 'Wash the boards', { duplicateOf: 'wash', upstream: ['boards'] }),
      step('torque', 'Torque the lid', {
        ...begun,
        labor: labor(qualityEngineer.id),
        fields: [
          number('torque-1', 'Torque', 'Nm', { min: '1', max: '2' }),
          {
            ...signed,
            decisions: [
              {
                id: 'd',
                decision: 'approve',
                by: qualityEngineer.id,
                role: 'Quality engineer',
                at,
                covers: { 'torque-1': 'earlier' },
              },
            ],
          },
        ],
      }),
      step('stake', 'Stake the screws', { status: 'redline', addedBy: 'redline-1' }),
      step('coat', 'Coat the boards', { upstream: ['wash-again', 'stake'] }),
      step('label', 'Label the unit', { required: false, upstream: ['torque'] }),
      step('photo', 'Take photos', { status: 'canceled' }),
      step('bake', 'Bake out', { status: 'unknown', reported: 'Parked' }),
      step('pack', 'Pack and ship', { upstream: ['coat'] }),
    ],
    {
      issues: [
        {
          id: 'issue-1',
          number: 'ISS-12',
          title: 'Residue after washing',
          status: 'in-review',
          links: ['wash', 'joint-2'],
          by: technician.id,
          at,
        },
      ],
      redlines: [{ id: 'redline-1', stepId: 'stake', title: 'Stake the screws', status: 'open', adds: true }],
    },
  );
}

const crowd: readonly Person[] = Array.from({ length: 50 }, (_, index) => ({
  id: `person-${index + 1}`,
  name: `${['Ada', 'Ben', 'Chidi', 'Dana', 'Emre'][index % 5]} ${['Abe', 'Boateng', 'Castro', 'Dvořák', 'Eze', 'Fischer', 'Gupta', 'Haddad', 'Ito', 'Jensen'][Math.floor(index / 5)]}`,
  roles: ['Technician'],
  permissions: ['execute', 'comment'],
}));

const verbs = ['Drill', 'Deburr', 'Measure', 'Torque', 'Bond', 'Inspect', 'Clean', 'Route', 'Crimp', 'Test'];
const things = ['the bracket', 'panel A', 'the harness', 'the manifold', 'both hinges', 'the tray'];
const titleOf = (index: number): string =>
  `${verbs[index % verbs.length]} ${things[index % things.length]} ${Math.floor(index / 60) + 1}`;

/** So many steps, nested a little, with fifty people at work. */
export function longRun(count = 500): Run {
  const steps = Array.from({ length: count }, (_, index): Step => {
    const id = `step-${index + 1}`;
    const status =
      index < count * 0.4
        ? 'complete'
        : index % 97 === 0
          ? 'failed'
          : index % 61 === 0
            ? 'hold'
            : index < count * 0.5
              ? 'in-progress'
              : 'todo';
    return step(id, titleOf(index), {
      status,
      ...(status !== 'todo' && { startedAt: at }),
      ...(index % 5 > 0 && { parentId: `step-${index - (index % 5) + 1}` }),
      ...(status === 'in-progress' && {
        labor: labor(crowd[index % 50]!.id),
        fields: [number(`${id}-a`, 'Width', 'mm', { min: '0', max: '9' })],
      }),
      ...(status === 'hold' && {
        hold: { reason: 'waiting-for-part', by: crowd[0]!.id, at },
      }),
      ...(index > 0 && index % 5 === 0 && { upstream: [`step-${index - 4}`] }),
    });
  });
  return runOf(steps, { id: 'long', people: [...Object.values(roverPeople), ...crowd] });
}

/** One inside the other, deeper than steps nest. */
export function deepRun(): Run {
  const names = ['Spacecraft', 'Propulsion', 'Thruster', 'Valve', 'Seat', 'Coating', 'Witness coupon'];
  return runOf(
    names.flatMap((name, index) => {
      const parentId = index === 0 ? {} : { parentId: `level-${index - 1}` };
      return [
        step(`level-${index}`, name, { ...parentId, status: index < 5 ? 'in-progress' : 'todo' }),
        ...(index > 0 ? [step(`beside-${index}`, `Inspect the ${name.toLowerCase()}`, parentId)] : []),
      ];
    }),
    { id: 'deep' },
  );
}

export const emptyRun = (): Run => runOf([], { id: 'empty' });
