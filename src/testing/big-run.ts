/** A run as large as wanted, the same at every call: for benches and for whatever must hold at any size. */
import { defaultPolicy, type Field, type Run } from '../domain/run.js';
import { roverPeople, roverTeams } from './rover-people.js';
import { boolean, date, multiSelect, number, passFail, singleSelect, step, text } from './seed.js';

const grades = { a: 'Grade A', b: 'Grade B', c: 'Grade C' };
const tools = { caliper: 'Caliper', micrometer: 'Micrometer', gauge: 'Height gauge' };

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

export interface BigRunOptions {
  /** How many fields its one step has. */
  fields: number;
}

/** One step of so many fields, in progress, with the technician checked in: ready for values. */
export const bigRun = ({ fields }: BigRunOptions): Run => ({
  v: 1,
  id: `big-run-${fields}`,
  number: String(fields),
  title: `A step of ${fields} fields`,
  status: 'in-progress',
  sequence: 0,
  zone: 'UTC',
  steps: [
    step('big-step', `Record ${fields} values`, {
      status: 'in-progress',
      startedAt: '2026-11-20T08:00:00.000Z',
      labor: [{ id: 'big-labor', personId: roverPeople.technician.id, in: '2026-11-20T08:00:00.000Z' }],
      fields: Array.from({ length: fields }, (_, index) => field(index)),
    }),
  ],
  gates: [],
  issues: [],
  redlines: [],
  people: Object.values(roverPeople),
  teams: roverTeams,
  policy: defaultPolicy,
  startedAt: '2026-11-20T08:00:00.000Z',
  completions: [],
});
