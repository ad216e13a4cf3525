/** The domain: what a run is, what blocks it, who may act, what a command does. Pure, and usable without a browser. */
export * from './run.js';
export * from './command.js';
export * from './lifecycle.js';
export * from './measurement.js';
export * from './fields.js';
export * from './install.js';
export * from './inventory.js';
export * from './signoff.js';
export * from './completion.js';
export * from './permission.js';
export * from './decide.js';
export * from './evolve.js';
export * from './read-run.js';
