/** Which step is on screen where none is named. */
import { findStep, isCheckedIn, type Id } from '../../domain/run.js';
import type { RunSession } from '../../session.js';

/**
 * The active step; but one that is shown stays until it is over or the person is at work in another one, so that
 * nobody else's work takes it away. The last one stays too, complete as it is.
 */
export function nextShown({ run, activeStep, person }: RunSession, before: Id | undefined): Id | undefined {
  const shown = run && before !== undefined ? findStep(run, before) : undefined;
  if (!shown || !activeStep) return shown?.id ?? activeStep?.id;
  const over = shown.status === 'complete' || shown.status === 'canceled';
  const elsewhere = isCheckedIn(activeStep, person) && !isCheckedIn(shown, person);
  return over || elsewhere ? activeStep.id : before;
}
