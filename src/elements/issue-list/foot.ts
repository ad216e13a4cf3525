/** What stands below the list: who decides where this person does not, and the button for a new issue. */
import { html, nothing, type TemplateResult } from 'lit';
import { isOpen } from '../../domain/issue.js';
import { permits } from '../../domain/permission.js';
import type { Id, Issue } from '../../domain/run.js';
import { issue as issueWords } from '../../messages/en/issue.js';
import { words } from '../../messages/registry.js';
import type { RunSession } from '../../session.js';
import { glyph, issue as flag } from '../../styles/glyphs.js';
import { placeFor } from './acts.js';

interface Foot {
  stepId: Id | undefined;
  issues: readonly Issue[];
  open: () => void;
}

export function foot(
  element: Element,
  session: RunSession,
  { stepId, issues, open }: Foot,
): readonly (TemplateResult | typeof nothing)[] {
  const say = words(element, 'issue', issueWords);
  const at = placeFor(session, stepId);
  const isOthers =
    issues.some(isOpen) && session.whyNot('disposition-issue', at)?.detail?.reason === 'permission';
  const may = session.run!.people.filter((one) => !permits(one, 'disposition-issue'));
  return [
    isOthers ? html`<p class="hint">${say.decidedBy(may.map(({ name }) => name))}</p>` : nothing,
    session.may('open-issue', at)
      ? html`<div class="actions">
          <button type="button" class="quiet new" aria-haspopup="dialog" @click=${open}>
            ${glyph(flag)} ${say.open}
          </button>
        </div>`
      : nothing,
  ];
}
