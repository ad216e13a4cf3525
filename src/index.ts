/** Stepwright: everything for a page that shows and executes runs. Importing it registers nothing; `define()` does. */
export { define, type DefineOptions } from './define.js';
export * from './session.js';
export * from './adapters/adapter.js';
export { memoryAdapter, type MemoryAdapterOptions } from './adapters/memory.js';
export {
  indexedDbAdapter,
  type IndexedDbAdapter,
  type IndexedDbAdapterOptions,
} from './adapters/indexeddb.js';
export * from './adapters/identify.js';
export type * from './drafts/drafts.js';
export { indexedDbDrafts, type IndexedDbDraftsOptions } from './drafts/indexeddb.js';
export * from './elements/events.js';
export { CameraScanner } from './elements/camera-scanner/camera-scanner.js';
export { GaugeConnection } from './elements/gauge-connection/gauge-connection.js';
export { CommentList } from './elements/comment-list/comment-list.js';
export { CompletionReview } from './elements/completion-review/completion-review.js';
export { DataGrid } from './elements/data-grid/data-grid.js';
export { EvidenceList } from './elements/evidence-list/evidence-list.js';
export { HandoverCard } from './elements/handover-card/handover-card.js';
export { InstallChecklist } from './elements/install-checklist/install-checklist.js';
export { LaborList } from './elements/labor-list/labor-list.js';
export { BatchRuns } from './elements/batch-runs/batch-runs.js';
export { IssueList } from './elements/issue-list/issue-list.js';
export { MeasurementField } from './elements/measurement-field/measurement-field.js';
export { MeasurementSamples } from './elements/measurement-samples/measurement-samples.js';
export { OperatorBar } from './elements/operator-bar/operator-bar.js';
export { RedlineList } from './elements/redline-list/redline-list.js';
export { RunSessionElement } from './elements/run-session/run-session.js';
export { RunStep } from './elements/run-step/run-step.js';
export { SignoffField } from './elements/signoff-field/signoff-field.js';
export { StepList } from './elements/step-list/step-list.js';
export { ValueField } from './elements/value-field/value-field.js';
export { ValueHistory } from './elements/value-history/value-history.js';
export { routerOf, type ScanParticipant, type ScanRouter } from './scan/router.js';
export { checkPatterns, readLabel, type Label, type PatternProblem, type ScanPattern } from './scan/label.js';
export type { ScanSettings } from './scan/keystrokes.js';
export { addLanguage, type Words } from './messages/registry.js';
export type { Messages } from './messages/en.js';
export { chime, muteChimes, type Chime } from './scan/chime.js';
export { readRun } from './domain/read-run.js';
export { defaultPolicy } from './domain/run.js';
export type * from './domain/run.js';
export type * from './domain/command.js';
