/** Registers every element. Importing anything else registers nothing. */
import { BatchRuns } from './elements/batch-runs/batch-runs.js';
import { CameraScanner } from './elements/camera-scanner/camera-scanner.js';
import { CommentList } from './elements/comment-list/comment-list.js';
import { CompletionReview } from './elements/completion-review/completion-review.js';
import { DataGrid } from './elements/data-grid/data-grid.js';
import { defineElement } from './elements/define-element.js';
import { EvidenceList } from './elements/evidence-list/evidence-list.js';
import { GaugeConnection } from './elements/gauge-connection/gauge-connection.js';
import { HandoverCard } from './elements/handover-card/handover-card.js';
import { InstallChecklist } from './elements/install-checklist/install-checklist.js';
import { LaborList } from './elements/labor-list/labor-list.js';
import { IssueList } from './elements/issue-list/issue-list.js';
import { MeasurementField } from './elements/measurement-field/measurement-field.js';
import { MeasurementSamples } from './elements/measurement-samples/measurement-samples.js';
import { OperatorBar } from './elements/operator-bar/operator-bar.js';
import { RedlineList } from './elements/redline-list/redline-list.js';
import { RunSessionElement } from './elements/run-session/run-session.js';
import { RunStep } from './elements/run-step/run-step.js';
import { SignoffField } from './elements/signoff-field/signoff-field.js';
import { StepList } from './elements/step-list/step-list.js';
import { ValueField } from './elements/value-field/value-field.js';
import { ValueHistory } from './elements/value-history/value-history.js';

const elements = {
  'run-session': RunSessionElement,
  'run-step': RunStep,
  'measurement-field': MeasurementField,
  'value-field': ValueField,
  'signoff-field': SignoffField,
  'install-checklist': InstallChecklist,
  'data-grid': DataGrid,
  'evidence-list': EvidenceList,
  'labor-list': LaborList,
  'operator-bar': OperatorBar,
  'issue-list': IssueList,
  'redline-list': RedlineList,
  'batch-runs': BatchRuns,
  'completion-review': CompletionReview,
  'camera-scanner': CameraScanner,
  'gauge-connection': GaugeConnection,
  'value-history': ValueHistory,
  'measurement-samples': MeasurementSamples,
  'step-list': StepList,
  'comment-list': CommentList,
  'handover-card': HandoverCard,
} as const;

export interface DefineOptions {
  /** Goes before every tag: `acme` makes `acme-run-step`. */
  prefix?: string;
}

/** Registers the elements under their names, or under `PREFIX-NAME`. May be called with several prefixes. */
export function define({ prefix }: DefineOptions = {}): void {
  for (const [name, element] of Object.entries(elements)) {
    defineElement(name, element, prefix === undefined ? '' : `${prefix}-`);
  }
}
