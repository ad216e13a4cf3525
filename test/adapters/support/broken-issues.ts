/** Faults in issues and what they lead to. */
import { loading, type Broken } from './broken-kit.js';

export const brokenIssues: readonly Broken[] = [
  {
    fault: 'forgets the disposition of an issue',
    found:
      'issues: one goes from pending to resolved by a disposition, one status at a time, and is reopened',
    create: loading((run) => ({
      ...run,
      issues: run.issues.map(({ disposition, ...one }) =>
        disposition === undefined || (one.title === 'Burr' && one.links.length === 2)
          ? one
          : { ...one, disposition },
      ),
    })),
  },
  {
    fault: 'leaves a step in redline whose issue has left pending',
    found: 'issues: one that leaves pending closes the redlines that it asks for, and their steps are to do',
    create: loading((run) => ({
      ...run,
      steps: run.steps.map((step) =>
        run.redlines.some(({ stepId, title }) => stepId === step.id && title === 'Deburr first')
          ? { ...step, status: 'redline' }
          : step,
      ),
    })),
  },
];
