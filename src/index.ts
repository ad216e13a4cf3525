/** Stepwright: everything for a page that shows and executes runs. Importing it registers nothing; `define()` does. */
export { define, type DefineOptions } from './define.js';
export * from './session.js';
export * from './adapters/adapter.js';
export { memoryAdapter, type MemoryAdapterOptions } from './adapters/memory.js';
export { indexedDbAdapter } from './adapters/indexeddb.js';
export * from './elements/events.js';
export { CompletionReview } from './elements/completion-review/completion-review.js';
export { InstallChecklist } from './elements/install-checklist/install-checklist.js';
export { MeasurementField } from './elements/measurement-field/measurement-field.js';
export { RunSessionElement } from './elements/run-session/run-session.js';
export { RunStep } from './elements/run-step/run-step.js';
export { SignoffField } from './elements/signoff-field/signoff-field.js';
export { ValueField } from './elements/value-field/value-field.js';
export { addLanguage } from './messages/registry.js';
export { readRun } from './domain/read-run.js';
export { defaultPolicy } from './domain/run.js';
export type * from './domain/run.js';
export type * from './domain/command.js';
