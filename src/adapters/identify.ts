/** Ready-made ways to tell who acts, for the embedded adapters: `memoryAdapter({...pinsAndBadges([…]), runs})`. */
export { pinsAndBadges, type PinOrBadge } from './embedded/pins-and-badges.js';
export type { IdentifyOptions } from './embedded/identifying.js';
