import { statusWords } from '../phrases.js';
import type { IssueStatus, RedlineStatus, StepStatus, UnitStatus } from '../../domain/run.js';

const unknown = (reported: string): string => `Unknown: ${reported}`;

const work = {
  todo: 'To do',
  'in-progress': 'In progress',
  complete: 'Complete',
  hold: 'On hold',
  redline: 'Redline',
  failed: 'Failed',
  canceled: 'Canceled',
  'partial-complete': 'Partly complete',
} satisfies Record<StepStatus | 'partial-complete', string>;

const unit = {
  available: 'Available',
  kitted: 'Kitted',
  installed: 'Installed',
  wip: 'Work in progress',
  'on-hold': 'On hold',
  expired: 'Expired',
  unavailable: 'Unavailable',
  scrapped: 'Scrapped',
} satisfies Record<UnitStatus, string>;

const issue = {
  pending: 'Pending',
  'in-progress': 'In progress',
  'in-review': 'In review',
  resolved: 'Resolved',
} satisfies Record<IssueStatus, string>;

const redline = {
  open: 'Open',
  accepted: 'Accepted',
  rejected: 'Rejected',
  canceled: 'Canceled',
} satisfies Record<RedlineStatus, string>;

/** Each takes the status and, where it is `unknown`, the word that the backend reported. */
export const status = {
  /** Of a step or a run. */
  work: statusWords(work, unknown),
  unit: statusWords(unit, unknown),
  issue: statusWords(issue, unknown),
  redline: statusWords(redline, unknown),
};
