/** A ready-made way to tell who acts on a shared device: a list of people with their PINs and badges. */
import type { Id } from '../../domain/run.js';
import type { Way } from './ways.js';

export interface PinOrBadge {
  /** Who it is, by id. */
  person: Id;
  pin?: string;
  /** What a scanner reads from the badge. */
  badge?: string;
}

/**
 * The options `identify` and `identifies` of an embedded adapter: `memoryAdapter({...pinsAndBadges([…]), runs})`.
 *
 * The list lies in the page, so it keeps apart people who share a device and does not mean to cheat; where more is at
 * stake `identify` asks a server, or for a passkey.
 */
export function pinsAndBadges(people: readonly PinOrBadge[]): Way {
  const known = people.map((one) => ({ ...one }));
  return {
    identifies: [
      ...(known.some(({ badge }) => badge) ? (['badge'] as const) : []),
      ...(known.some(({ pin }) => pin) ? (['pin'] as const) : []),
    ],
    // eslint-disable-next-line @typescript-eslint/require-await -- the port asks for a promise
    async identify(identification) {
      let found: Id | undefined;
      let count = 0;
      // Each is looked at, whichever it is: how long it takes tells nothing.
      for (const { person, pin = '', badge = '' } of known) {
        const isMeant =
          identification.method === 'pin'
            ? alike(identification.person, person) & alike(identification.pin, pin)
            : identification.method === 'badge'
              ? alike(identification.badge.trim(), badge)
              : 0;
        found = isMeant ? person : found;
        count += isMeant;
      }
      // What two people have is nobody's.
      return count === 1 ? found : undefined;
    },
  };
}

/** 1 for the same text, looked at to its end; 0 otherwise, and for none. */
function alike(given: string, kept: string): number {
  let different = given.length ^ kept.length;
  for (let at = 0; at < given.length; at++) different |= given.charCodeAt(at) ^ kept.charCodeAt(at);
  return different === 0 && kept !== '' ? 1 : 0;
}
