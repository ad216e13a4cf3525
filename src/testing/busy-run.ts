/** A run of many steps with many people at work, the same at every call: for whatever must hold when a shop is busy. */
import { defaultPolicy, type Id, type Labor, type Person, type Run, type Step } from '../domain/run.js';
import { number, passFail, signoff, step } from './seed.js';

const startedAt = '2026-11-20T08:00:00.000Z';
const countTo = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

export interface BusyRunOptions {
  /** How many steps there are, `step-1` being the first; 500. Each waits for the one five before it. */
  steps?: number;
  /** How many people, `person-1` being the first; 50. They may do everything, every fifth is a quality engineer. */
  people?: number;
  /** How many comments `step-1` says that it has; the backend has them. */
  comments?: number;
}

const person = (index: number): Person => ({
  id: `person-${index + 1}`,
  name: `Person ${index + 1}`,
  roles: index % 5 === 0 ? ['Quality engineer'] : ['Technician'],
  permissions: [
    'execute',
    'sign',
    'comment',
    'open-issue',
    'manage-issue',
    'manage-step',
    'create-redline',
    'update-redline',
    'edit-labor',
    'complete-run',
    'manage-run',
  ],
});

/** The first fifth is done, the next is worked on by everybody, the rest is to do. */
function busyStep(index: number, steps: number, people: number): Step {
  const id: Id = `step-${index + 1}`;
  const part = Math.floor((index / steps) * 5);
  const done = part === 0;
  const busy = part === 1;
  const labor = countTo(done ? 1 : busy ? people : 0, (at): Labor => {
    const one = { id: `${id}-labor-${at + 1}`, personId: `person-${at + 1}`, in: startedAt };
    return done ? { ...one, out: '2026-11-20T09:00:00.000Z' } : one;
  });
  const stopped = part === 2 && index % 10 === 0;
  return step(id, `Assemble station ${index + 1}`, {
    status: done ? 'complete' : busy ? 'in-progress' : stopped ? 'hold' : 'todo',
    ...((done || busy) && { startedAt }),
    ...(done && { completedBy: 'person-1', completedAt: '2026-11-20T09:00:00.000Z' }),
    ...(stopped && { hold: { reason: 'waiting-for-part', by: 'person-2', at: startedAt } }),
    upstream: index < 5 || busy ? [] : [`step-${index - 4}`],
    labor,
    fields: done
      ? []
      : [
          ...countTo(8, (at) => number(`${id}-gap-${at + 1}`, `Gap ${at + 1}`, 'mm', { min: '4', max: '6' })),
          passFail(`${id}-clean`, 'Free of chips'),
          signoff(`${id}-seen`, 'Seen by quality', 'Quality engineer'),
        ],
  });
}

export function busyRun({ steps = 500, people = 50, comments = 0 }: BusyRunOptions = {}): Run {
  const all = countTo(steps, (index) => busyStep(index, steps, people));
  return {
    v: 1,
    id: `busy-run-${steps}`,
    number: String(steps),
    title: `A run of ${steps} steps`,
    status: 'in-progress',
    sequence: 0,
    zone: 'UTC',
    steps: comments > 0 ? [{ ...all[0]!, commentCount: comments }, ...all.slice(1)] : all,
    gates: [],
    issues: [],
    redlines: [],
    people: countTo(people, person),
    teams: [],
    policy: defaultPolicy,
    startedAt,
    completions: [],
  };
}
