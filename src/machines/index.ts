/** The machines: those that run, and the two lifecycles. */
export * from './command-flow.js';
export * from './session.js';
export * from './entry.js';
export * from './signoff.js';
export * from './identify.js';
export * from './install.js';
export * from './review.js';
export * from './lifecycle.js';
