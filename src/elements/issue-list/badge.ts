/** A badge at what has issues: how many there are, and whether they are settled (R92). A press leads to them. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Id, Issue } from '../../domain/run.js';
import { issue as issueWords } from '../../messages/en/issue.js';
import { words } from '../../messages/registry.js';
import type { RunSession } from '../../session.js';
import { glyph, issue as issueGlyph } from '../../styles/glyphs.js';
import { LocateRequestedEvent } from '../events.js';
import { isOpen } from './order.js';

/** Leads to an issue, or asks the page to, where no list shows it. */
export function goToIssue(element: Element, session: RunSession, issueId: Id, stepId: Id): void {
  if (!session.reveal(issueId)) element.dispatchEvent(new LocateRequestedEvent(stepId, issueId));
}

/** Needs the sheets `tones` and `buttons`. */
export function issueBadge(
  element: Element,
  session: RunSession,
  issues: readonly Issue[],
  stepId: Id,
): TemplateResult | typeof nothing {
  const [first] = issues;
  if (!first) return nothing;
  const say = words(element, 'issue', issueWords);
  const open = issues.filter(isOpen);
  const badge = say.badge(issues.length, open.length);
  return html`<button
    type="button"
    class="quiet to-issue"
    part="issue-badge"
    aria-label=${say.goTo(badge)}
    @click=${() => goToIssue(element, session, (open[0] ?? first).id, stepId)}
  >
    <span class="badge ${open.length > 0 ? 'warn' : 'ok'}">${glyph(issueGlyph)} ${badge}</span>
  </button>`;
}
