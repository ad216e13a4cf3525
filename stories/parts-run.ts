/** A step with every kind of requirement, and stock for it: places, parts made here, sub-assemblies, labels. All made up. */
import type { Issue, Policy, Requirement, Run, Unit } from '../src/domain/run.js';
import { roverRun } from '../src/testing/rover.js';
import { part, step } from '../src/testing/seed.js';

export const boardStep = 'power-board';

export const boardIssue: Issue = {
  id: 'issue-7',
  number: 'ISS-7',
  title: 'Tape is out of stock until Monday',
  status: 'pending',
  links: [],
  by: 'lead',
  at: '2026-11-20T16:00:00.000Z',
};
export const resolvedIssue: Issue = {
  ...boardIssue,
  id: 'issue-6',
  number: 'ISS-6',
  title: 'Wrong fuses delivered',
  status: 'resolved',
};

const requirements = (): readonly Requirement[] => [
  { ...part('fuse', 'lot', '3', 'FUSE-5A', 'Blade fuse, 5 A'), designators: ['F1', 'F2', 'F3'] },
  { ...part('relay', 'serial', '2', 'RLY-40', 'Relay, 40 A'), designators: ['K1', 'K2'] },
  { ...part('harness', 'serial', '1', 'HRN-12', 'Power harness'), madeOnAssembly: true },
  { ...part('terminal', 'lot', '4', 'TRM-6', 'Ring terminal, 6 mm'), partOf: 'harness', unit: 'pcs' },
  { ...part('sleeve', 'bulk', '1', 'SLV-8', 'Braided sleeve'), partOf: 'harness', unit: 'm' },
  part('controller', 'serial', '1', 'CTL-2', 'Motor controller with heat sink'),
  part('compound', 'lot', '0', 'TC-5', 'Thermal compound'),
  {
    ...part('screw', 'bulk', '8', 'M3X8', 'Screw M3 × 8', [
      { partNumber: 'M3X10', description: 'Screw M3 × 10' },
    ]),
    unit: 'pcs',
  },
];

export function boardRun({
  change = {},
  policy = {},
  issues = [boardIssue, resolvedIssue],
  more = [],
}: {
  change?: Readonly<Record<string, Partial<Requirement>>>;
  policy?: Partial<Policy>;
  issues?: readonly Issue[];
  more?: readonly Requirement[];
} = {}): Run {
  const run = roverRun();
  return {
    ...run,
    status: 'in-progress',
    policy: { ...run.policy, ...policy },
    issues,
    steps: [
      step(boardStep, 'Populate the power board', {
        status: 'in-progress',
        requirements: [...requirements(), ...more].map((one) => ({ ...one, ...change[one.id] })),
      }),
    ],
  };
}

const stock = (id: string, partNumber: string, quantity: string, more: Partial<Unit> = {}): Unit => ({
  id,
  partNumber,
  quantity,
  status: 'available',
  ...more,
});

export const boardUnits = (): Unit[] => [
  stock('u-fuse-a', 'FUSE-5A', '20', { lot: 'FA-100' }),
  stock('u-relay-1', 'RLY-40', '1', { serial: 'RL-0001' }),
  stock('u-relay-2', 'RLY-40', '1', { serial: 'RL-0002', status: 'kitted', kittedTo: 'rover-007' }),
  stock('u-relay-3', 'RLY-40', '1', { serial: 'RL-0003', status: 'kitted', kittedTo: 'rover-008' }),
  stock('u-relay-4', 'RLY-40', '1', { serial: 'RL-0004', status: 'on-hold', reason: 'Contacts burnt' }),
  stock('u-relay-5', 'RLY-40', '1', { serial: 'RL-0005', expires: '2026-01-31' }),
  stock('u-relay-6', 'RLY-40', '1', {
    serial: 'RL-0006',
    status: 'installed',
    installedIn: { runId: 'rover-006', requirementId: 'relay' },
  }),
  stock('u-relay-7', 'RLY-40', '1'),
  stock('u-terminal-a', 'TRM-6', '50', { lot: 'TM-7', expires: '2031-06-30', gtin: '4012345678901' }),
  stock('u-terminal-b', 'TRM-6', '3', { lot: 'TM-8' }),
  stock('u-terminal-c', 'TRM-6', '9'),
  stock('u-sleeve', 'SLV-8', '25'),
  stock('u-controller-1', 'CTL-2', '1', {
    serial: 'C-100',
    children: [
      {
        partNumber: 'HS-1',
        serial: 'H-9',
        quantity: '1',
        children: [{ partNumber: 'PAD-1', lot: 'P-3', quantity: '2' }],
      },
      { partNumber: 'M3X8', quantity: '4' },
    ],
  }),
  stock('u-controller-2', 'CTL-2', '1', { serial: 'C-101', expires: '2030-12-31' }),
  stock('u-compound', 'TC-5', '1', { lot: 'TC-2611' }),
  stock('u-screw', 'M3X8', '400'),
  stock('u-screw-10', 'M3X10', '150'),
];
