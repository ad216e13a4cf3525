/** Faults in who signs, of backends that ask. */
import type { Adapter } from '../../../src/adapters/adapter.js';
import { pinsAndBadges } from '../../../src/adapters/identify.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import type { Decision, Field } from '../../../src/domain/run.js';
import { but, type Broken } from './broken-kit.js';

const people = ['worker', 'inspector', 'lead', 'visitor'] as const;
const identities = pinsAndBadges(people.map((person) => ({ person, badge: `B-${person}` })));

const found =
  'reauthenticate: a signature asks for a proof of exactly this command and person, and is recorded with it once';
const identification: Broken['identification'] = (person) => ({ method: 'badge', badge: `B-${person}` });

/** Proofs as they should be, and something else in the record of how they were shown. */
const recording =
  (identifiedBy: (decision: Decision) => string | undefined): Broken['create'] =>
  (seed) => {
    const inner = memoryAdapter({ ...seed, ...identities, fileLimit: 100_000 });
    const spoil = (field: Field): Field =>
      field.type === 'signoff'
        ? {
            ...field,
            decisions: field.decisions.map(({ identifiedBy: _, ...one }) => {
              const told = identifiedBy(one);
              return { ...one, ...(told !== undefined && { identifiedBy: told }) };
            }),
          }
        : field;
    const load: Adapter['load'] = async (runId) => {
      const run = await inner.load(runId);
      return { ...run, steps: run.steps.map((step) => ({ ...step, fields: step.fields.map(spoil) })) };
    };
    return { ...inner, load };
  };

export const brokenProofs: readonly Broken[] = [
  {
    fault: 'asks who signs, and looks at no proof',
    found,
    create: (seed) =>
      but(seed, () => {
        const { identifies, reauthenticate } = memoryAdapter(identities);
        return { ...(identifies && { identifies }), ...(reauthenticate && { reauthenticate }) };
      }),
    identification,
  },
  { fault: 'asks who signs, and forgets how', found, create: recording(() => undefined), identification },
  {
    fault: 'records the badge itself',
    found,
    create: recording(({ by }) => `B-${by}`),
    identification,
  },
];
