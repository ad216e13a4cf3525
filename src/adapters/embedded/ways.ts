/** A way to tell who acts, and several of them as one. */
import type { IdentifyOptions } from './identifying.js';

/** What `pinsAndBadges` and `passkeys` make: the options `identify` and `identifies` of an embedded adapter. */
export type Way = Required<Pick<IdentifyOptions, 'identify' | 'identifies'>>;

/**
 * Several ways as one, the handiest first: `memoryAdapter({...identifyBy(passkeys([…]), pinsAndBadges([…])), runs})`.
 * Where two take the same, the first that knows somebody has it right.
 */
export function identifyBy(...ways: readonly Way[]): Way {
  return {
    identifies: [...new Set(ways.flatMap(({ identifies }) => identifies))],
    async identify(identification, command) {
      for (const { identifies, identify } of ways) {
        if (!identifies.includes(identification.method)) continue;
        const person = await identify(identification, command);
        if (person !== undefined) return person;
      }
      return undefined;
    },
  };
}
