/** `stepwright/testing`: what an adapter, a portal or a story is tried with. */
export * from './rover.js';
export { bigRun, bigStock, type BigRunOptions } from './big-run.js';
export { roverBatch } from './rover-batch.js';
export { busyRun, type BusyRunOptions } from './busy-run.js';
export { adapterSuite, type AdapterSuite, type SuiteSeed } from './conformance.js';
