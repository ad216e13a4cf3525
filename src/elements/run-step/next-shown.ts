/** Which step is on screen where none is named. */
import { findStep, isCheckedIn, type Id, type Step } from '../../domain/run.js';
import { stepsInside } from '../../domain/settled.js';
import { repeatsOf } from '../../domain/rework.js';
import type { RunSession } from '../../session.js';

/**
 * The active step; but one that is shown stays until it is over or the person is at work in another one, so that
 * nobody else's work takes it away. A parent that has begun makes room for its children, which are its work. The last
 * one stays too, complete as it is. A failed one is over when it is repeated. Where nothing can be worked on, what stands
 * still is shown: somebody has to settle it.
 */
export function nextShown({ run, activeStep, person }: RunSession, before: Id | undefined): Id | undefined {
  const shown = run && before !== undefined ? findStep(run, before) : undefined;
  if (!shown || !activeStep) return shown?.id ?? activeStep?.id ?? run?.steps.find(standsStill)?.id;
  const over =
    shown.status === 'complete' ||
    shown.status === 'canceled' ||
    (shown.status === 'failed' && repeatsOf(run!, shown.id).length > 0);
  const elsewhere = isCheckedIn(activeStep, person) && !isCheckedIn(shown, person);
  const inside = shown.status === 'in-progress' && stepsInside(run!, shown.id).includes(activeStep);
  return over || elsewhere || inside ? activeStep.id : before;
}

const standsStill = ({ status }: Step): boolean => /^(hold|redline|failed)$/.test(status);
