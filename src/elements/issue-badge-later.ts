/** The badge of what has issues, which comes where a run has some. */
import { nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { Id } from '../domain/run.js';
import type { RunSession } from '../session.js';
import { later } from './later.js';

const badge = later(() => import('./issue-badge.js'));

/** The badge of a step with all in it, of a field or a requirement; needs the sheet `tones`. */
export function issueBadge(
  element: ReactiveElement,
  session: RunSession,
  id: Id,
  stepId: Id,
): TemplateResult | typeof nothing {
  const { run } = session;
  if (!run || run.issues.length === 0) return nothing;
  const part = badge(() => element.requestUpdate());
  return part ? part.issueBadge(element, session, part.issuesOf(run, id), stepId) : nothing;
}
