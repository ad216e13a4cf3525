/** Faults in who signs, of backends that ask. */
import { pinsAndBadges } from '../../../src/adapters/identify.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { but, type Broken } from './broken-kit.js';

const people = ['worker', 'inspector', 'lead', 'visitor'] as const;
const identities = pinsAndBadges(people.map((person) => ({ person, badge: `B-${person}` })));

export const brokenProofs: readonly Broken[] = [
  {
    fault: 'asks who signs, and looks at no proof',
    found:
      'reauthenticate: a signature asks for a proof of exactly this command and person, and is recorded with it once',
    create: (seed) =>
      but(seed, () => {
        const { identifies, reauthenticate } = memoryAdapter(identities);
        return { ...(identifies && { identifies }), ...(reauthenticate && { reauthenticate }) };
      }),
    identification: (person) => ({ method: 'badge', badge: `B-${person}` }),
  },
];
