/** What the editor asks first: what is changed, for which issue, and where a new step stands. */
import { html, nothing, type TemplateResult } from 'lit';
import { clip } from '../../../messages/phrases.js';
import { glyph, warning } from '../../../styles/glyphs.js';
import { check, choice, line, type Panel } from './controls.js';
import type { Where } from './draft.js';

const wheres: readonly Where[] = ['after', 'before', 'inside'];

/** `missing` tells what was left empty when it was to be sent. */
export function head(panel: Panel, missing: ReadonlySet<'title' | 'step-title'>): TemplateResult {
  const { texts, run, draft, locked, step } = panel;
  const issues = run.issues.filter(({ status, id }) => status !== 'resolved' || id === draft.issueId);
  const needed = (id: 'title' | 'step-title'): TemplateResult | typeof nothing =>
    missing.has(id)
      ? html`<p class="message toned bad" id="edit-${id}-missing">
          ${glyph(warning)} <span>${texts.missing}</span>
        </p>`
      : nothing;
  const asked = (id: 'title' | 'step-title', label: string, value: string, set: (value: string) => void) =>
    html`<div>
      ${line(
        { id: `edit-${id}`, label, value, locked, set },
        {
          first: id === 'step-title' || step !== undefined,
          ...(missing.has(id) && { invalid: true, describedBy: `edit-${id}-missing` }),
        },
      )}
      ${needed(id)}
    </div>`;
  return html`<div class="first">
    ${step ? nothing : placing(panel, asked)}
    <div class="beside">
      ${asked('title', texts.what, draft.title, (title) => panel.set({ title }))}
      ${
        issues.length > 0
          ? choice(
              {
                id: 'edit-issue',
                label: texts.issue,
                value: draft.issueId,
                locked,
                set: (issueId) => panel.set({ issueId }),
              },
              [
                { value: '', label: texts.noIssue },
                ...issues.map(({ id, number, title }) => ({ value: id, label: clip(`${number} ${title}`) })),
              ],
              { optional: texts.optional },
            )
          : nothing
      }
    </div>
  </div>`;
}

function placing(
  panel: Panel,
  asked: (id: 'step-title', label: string, value: string, set: (value: string) => void) => TemplateResult,
): TemplateResult {
  const { texts, run, draft, locked } = panel;
  const { place } = draft;
  const set = (change: Partial<typeof place>): void => panel.set({ place: { ...place, ...change } });
  return html`${asked('step-title', texts.stepTitle, place.title, (title) => set({ title }))}
    <div class="beside">
      ${choice(
        {
          id: 'edit-where',
          label: texts.where,
          value: place.where,
          locked,
          set: (where) => set({ where: where as Where }),
        },
        wheres.map((where) => ({ value: where, label: texts.places[where] })),
      )}
      ${choice(
        {
          id: 'edit-beside',
          label: texts.beside,
          value: place.beside,
          locked,
          set: (beside) => set({ beside }),
        },
        run.steps.map(({ id }) => ({ value: id, label: panel.stepName(id) })),
      )}
    </div>
    ${check(texts.stepRequired, place.required, locked, (required) => set({ required }))}`;
}
