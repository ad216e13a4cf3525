/** What a disposition leads to: doing the step again, or giving up the run. */
import { stepsOfIssue } from '../../domain/issue.js';
import { isFailureResolved } from '../../domain/lifecycle.js';
import { policyOf, type Issue, type Run, type Step } from '../../domain/run.js';
import type { RunSession } from '../../session.js';

export type Offer = { step: Step; ways: readonly ('reopen-step' | 'duplicate-step')[] } | 'fail-run';

/** A step that failed and that nothing has settled, or that was complete when the issue was opened. */
const isToRework = (run: Run, step: Step, issue: Issue): boolean =>
  step.status === 'failed'
    ? !isFailureResolved(run, step)
    : step.status === 'complete' && issue.status !== 'resolved' && (step.completedAt ?? '') <= issue.at;

/** In which ways the procedure lets this person do a step again (R19). */
function ways(session: RunSession, step: Step): ('reopen-step' | 'duplicate-step')[] {
  const run = session.run!;
  const { rework } = policyOf(run, step);
  const place = { stepId: step.id };
  // A second try that is there already is the way to go.
  const tried = run.steps.some(({ duplicateOf, status }) => duplicateOf === step.id && status !== 'canceled');
  if (tried) return [];
  const reopen = step.status === 'complete' || rework !== 'duplicate';
  const duplicate = step.status === 'failed' && rework !== 'reopen';
  return [
    ...(reopen && session.may('reopen-step', place) ? (['reopen-step'] as const) : []),
    ...(duplicate && session.may('duplicate-step', place) ? (['duplicate-step'] as const) : []),
  ];
}

export function offersFor(session: RunSession, issue: Issue): readonly Offer[] {
  const run = session.run!;
  if (issue.disposition === 'scrap') return session.may('fail-run') ? ['fail-run'] : [];
  if (issue.disposition !== 'rework') return [];
  return stepsOfIssue(run, issue)
    .filter((step) => isToRework(run, step, issue))
    .map((step) => ({ step, ways: ways(session, step) }))
    .filter((offer) => offer.ways.length > 0);
}
