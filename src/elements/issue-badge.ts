/** A badge at what has issues: how many there are, and whether they are settled (R92). A press leads to them. */
import { css, html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { isOpen } from '../domain/issue.js';
import type { Id, Issue } from '../domain/run.js';
import { issue as issueWords } from '../messages/en/issue.js';
import { words } from '../messages/registry.js';
import type { RunSession } from '../session.js';
import { buttons } from '../styles/buttons.js';
import { glyph, issue as issueGlyph } from '../styles/glyphs.js';
import { shell } from '../styles/shell.js';
import { adopt } from './adopt.js';
import { LocateRequestedEvent } from './events.js';

export { issuesOf } from '../domain/issue.js';

const looks = css`
  .to-issue.to-issue {
    padding-inline: 0;
    min-inline-size: 0;
  }
`;

/** Leads to an issue, or asks the page to, where no list shows it. */
export function goToIssue(element: Element, session: RunSession, issueId: Id, stepId: Id): void {
  if (!session.reveal(issueId)) element.dispatchEvent(new LocateRequestedEvent(stepId, issueId));
}

/** The one that a badge leads to. */
export const firstOf = (issues: readonly Issue[]): Issue | undefined => issues.find(isOpen) ?? issues[0];

export function issueBadge(
  element: Pick<ReactiveElement, 'shadowRoot'> & Element,
  session: RunSession,
  issues: readonly Issue[],
  stepId: Id,
): TemplateResult | typeof nothing {
  const first = firstOf(issues);
  if (!first) return nothing;
  adopt({ element }, looks, shell, buttons);
  const say = words(element, 'issue', issueWords);
  const open = issues.filter(isOpen).length;
  const badge = say.badge(issues.length, open);
  return html`<button
    type="button"
    class="quiet to-issue"
    part="issue-badge"
    aria-label=${say.goTo(badge)}
    @click=${() => goToIssue(element, session, first.id, stepId)}
  >
    <span class="badge ${open > 0 ? 'warn' : 'ok'}">${glyph(issueGlyph)} ${badge}</span>
  </button>`;
}
