/** A run as large as wanted, the same at every call: for benches and for whatever must hold at any size. */
import { createdId, type Command, type RunEvent } from '../domain/command.js';
import { gridOf } from '../domain/grid.js';
import { defaultPolicy, type Evidence, type Field, type Id, type Run, type Unit } from '../domain/run.js';
import { roverPeople, roverTeams } from './rover-people.js';
import {
  boolean,
  date,
  multiSelect,
  number,
  part,
  passFail,
  samples as readings,
  singleSelect,
  step,
  text,
} from './seed.js';

const grades = { a: 'Grade A', b: 'Grade B', c: 'Grade C' };
const tools = { caliper: 'Caliper', micrometer: 'Micrometer', gauge: 'Height gauge' };
const startedAt = '2026-11-20T08:00:00.000Z';
const by = roverPeople.technician.id;

const countTo = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** The field types that follow one another beside the numbers. */
const others: readonly ((id: string, label: string) => Field)[] = [
  (id, label) => passFail(id, label),
  (id, label) => text(id, label),
  (id, label) => date(id, label),
  (id, label) => singleSelect(id, label, grades),
  (id, label) => multiSelect(id, label, tools),
  (id, label) => boolean(id, label),
];

/** Limits of every kind: a tolerance, unequal tolerances, both ends, one end. */
function measurement(id: string, label: string, index: number): Field {
  const target = String(10 + (index % 90));
  const limits = [
    { target, plus: '0.2', minus: '-0.2' },
    { target, plus: '0.05', minus: '-0.10' },
    { min: '0', max: '0.25' },
    { max: '100' },
  ][index % 4];
  return number(id, label, 'mm', limits);
}

/** Six of ten are numbers with limits, spread among the rest as in a real step. */
function field(index: number): Field {
  const id = `field-${index + 1}`;
  const place = index % 5;
  if (place < 3) return measurement(id, `Measurement ${index + 1}`, index);
  const other = Math.floor(index / 5) * 2 + place - 3;
  return others[other % others.length]!(id, `Check ${index + 1}`);
}

/** Its columns take turns: two measurements, a check, a remark that may stay empty. */
const grid = ({ rows, columns }: { rows: number; columns: number }) =>
  gridOf({
    rows: countTo(rows, (index) => ({
      id: `row-${index + 1}`,
      label: `Position ${index + 1}`,
      allowNotApplicable: true,
    })),
    columns: countTo(columns, (index) => {
      const named = { id: `column-${index + 1}`, label: `Column ${index + 1}` };
      const kind = index % 4;
      if (kind < 2)
        return { ...named, type: 'number', unit: 'mm', limits: { min: '0', max: '100' } } as const;
      return kind === 2
        ? ({ ...named, type: 'pass-fail' } as const)
        : ({ ...named, type: 'text', required: false } as const);
    }),
  });

const tracked = ['serial', 'lot', 'serial', 'bulk'] as const;
const asked = ['1', '4', '2', '8'];

const requirement = (index: number) =>
  part(`part-${index + 1}`, tracked[index % 4]!, asked[index % 4]!, `PN-${index + 1}`, `Part ${index + 1}`);

/** Enough of every part that `bigRun` asks for: serials `SN-1-1`, `SN-1-2`, a lot `LOT-2`, or loose pieces. */
export const bigStock = ({ requirements }: Required<Pick<BigRunOptions, 'requirements'>>): readonly Unit[] =>
  countTo(requirements, (index): Unit[] => {
    const at = String(index + 1);
    const unit = { partNumber: `PN-${at}`, description: `Part ${at}`, status: 'available' } as const;
    switch (tracked[index % 4]) {
      case 'serial':
        return ['1', '2'].map((which) => ({
          ...unit,
          id: `unit-${at}-${which}`,
          serial: `SN-${at}-${which}`,
          quantity: '1',
        }));
      case 'lot':
        return [{ ...unit, id: `unit-${at}`, lot: `LOT-${at}`, quantity: '40' }];
      default:
        return [{ ...unit, id: `unit-${at}`, quantity: '400' }];
    }
  }).flat();

const photo = (index: number): Evidence => ({
  id: `photo-${index + 1}`,
  file: { id: `file-${index + 1}`, name: `photo-${index + 1}.jpg`, type: 'image/jpeg', size: 240_000 },
  caption: `Photo ${index + 1}`,
  by,
  at: startedAt,
});

export interface BigRunOptions {
  /** How many fields its one step has, `field-1` being the first; three of five are numbers. */
  fields?: number;
  /** How many parts it asks for, `part-1` being the first. `bigStock` has them. */
  requirements?: number;
  /** The rows and columns of its grid; a cell is `row-1:column-1`. */
  grid?: { rows: number; columns: number };
  /** How often one characteristic is read: `sample-1` and so on. */
  samples?: number;
  /** How many photos it has. */
  evidence?: number;
}

/** One step of so many fields and parts, in progress, with the technician checked in: ready for values. */
export function bigRun({
  fields = 0,
  requirements = 0,
  grid: size,
  samples = 0,
  evidence = 0,
}: BigRunOptions): Run {
  const table = size && grid(size);
  const all = [
    ...countTo(fields, field),
    ...readings('sample', 'Bore', samples, 'mm', { min: '9', max: '11' }),
    ...(table?.fields ?? []),
  ];
  return {
    v: 1,
    id: `big-run-${all.length}`,
    number: String(all.length),
    title: `A step of ${all.length} fields`,
    status: 'in-progress',
    sequence: 0,
    zone: 'UTC',
    steps: [
      step('big-step', `Record ${all.length} values`, {
        status: 'in-progress',
        startedAt,
        labor: [{ id: 'big-labor', personId: by, in: startedAt }],
        fields: all,
        ...(table && { grid: table.grid }),
        requirements: countTo(requirements, requirement),
        ...(evidence > 0 && { evidence: countTo(evidence, photo) }),
      }),
    ],
    gates: [],
    issues: [],
    redlines: [],
    people: Object.values(roverPeople),
    teams: roverTeams,
    policy: defaultPolicy,
    startedAt,
    completions: [],
  };
}

/** The values that were recorded at a number of `bigRun` one after the other, as the commands that did it. */
export const bigHistory = (run: Run, fieldId: Id, count: number): readonly Command<'set-value'>[] =>
  countTo(count, (index) => ({
    v: 1,
    id: `earlier-${index + 1}`,
    runId: run.id,
    madeAt: startedAt,
    type: 'set-value',
    stepId: 'big-step',
    targetId: fieldId,
    value: (9 + (index % 200) / 100).toFixed(2),
  }));

/** The events that those commands become, for a store that takes events. */
export const eventsOfHistory = (commands: readonly Command<'set-value'>[]): readonly RunEvent[] =>
  commands.map((command, index) => ({
    v: 1,
    id: createdId(command),
    runId: command.runId,
    sequence: index + 1,
    commandId: command.id,
    by,
    at: command.madeAt,
    type: 'value-set',
    stepId: command.stepId,
    targetId: command.targetId,
    record: { value: command.value, how: 'typed', by, at: command.madeAt },
  }));
