/** Ready-made ways to tell who acts, for the embedded adapters: `memoryAdapter({...pinsAndBadges([…]), runs})`. */
export { pinsAndBadges, type PinOrBadge } from './embedded/pins-and-badges.js';
export { passkeys, registerPasskey, type Passkey, type PasskeyOptions } from './embedded/passkeys.js';
export { identifyBy, type Way } from './embedded/ways.js';
export type { Identified, IdentifyOptions } from './embedded/identifying.js';
