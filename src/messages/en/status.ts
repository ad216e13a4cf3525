import { statusWords } from '../phrases.js';
import type { IssueStatus, RedlineStatus, RunStatus, UnitStatus } from '../../domain/run.js';

const unknown = (reported: string): string => `Unknown: ${reported}`;

/** Each takes the status and, where it is `unknown`, the word that the backend reported. */
export const status = {
  /** Of a step or a run. */
  work: statusWords<RunStatus>(
    {
      todo: 'To do',
      'in-progress': 'In progress',
      complete: 'Complete',
      hold: 'On hold',
      redline: 'Redline',
      failed: 'Failed',
      canceled: 'Canceled',
      'partial-complete': 'Partly complete',
    },
    unknown,
  ),
  unit: statusWords<UnitStatus>(
    {
      available: 'Available',
      kitted: 'Kitted',
      installed: 'Installed',
      wip: 'Work in progress',
      'on-hold': 'On hold',
      expired: 'Expired',
      unavailable: 'Unavailable',
      scrapped: 'Scrapped',
    },
    unknown,
  ),
  issue: statusWords<IssueStatus>(
    {
      pending: 'Pending',
      'in-progress': 'In progress',
      'in-review': 'In review',
      resolved: 'Resolved',
    },
    unknown,
  ),
  redline: statusWords<RedlineStatus>(
    {
      open: 'Open',
      accepted: 'Accepted',
      rejected: 'Rejected',
      canceled: 'Canceled',
    },
    unknown,
  ),
};
