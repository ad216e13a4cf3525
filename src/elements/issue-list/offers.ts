/** What a disposition leads to: doing the step again, or giving up the run. */
import { stepsOfIssue } from '../../domain/issue.js';
import { isFailureResolved } from '../../domain/lifecycle.js';
import { reworkOf, type ReworkWay } from '../../domain/rework.js';
import type { Issue, Run, Step } from '../../domain/run.js';
import type { RunSession } from '../../session.js';

export type Offer = { step: Step; ways: readonly ReworkWay[] } | 'fail-run';

/** A step that failed and that nothing has settled, or that was complete when the issue was opened. */
const isToRework = (run: Run, step: Step, issue: Issue): boolean =>
  step.status === 'failed'
    ? !isFailureResolved(run, step)
    : step.status === 'complete' && issue.status !== 'resolved' && (step.completedAt ?? '') <= issue.at;

/** In which ways the procedure lets this person do a step again (R19). */
const waysFor = (session: RunSession, step: Step): readonly ReworkWay[] =>
  reworkOf(session.run!, step).filter((way) => session.may(`${way}-step`, { stepId: step.id }));

export function offersFor(session: RunSession, issue: Issue): readonly Offer[] {
  const run = session.run!;
  if (issue.disposition === 'scrap') return session.may('fail-run') ? ['fail-run'] : [];
  if (issue.disposition !== 'rework') return [];
  return stepsOfIssue(run, issue)
    .filter((step) => isToRework(run, step, issue))
    .map((step) => ({ step, ways: waysFor(session, step) }))
    .filter((offer) => offer.ways.length > 0);
}
