/** The editor's part for what a step waits for: any of it may go, and a step in redline may be added (R88). */
import { html, nothing, type TemplateResult } from 'lit';
import type { Id } from '../../../domain/run.js';
import { check, toggled, type Panel } from './controls.js';

export function order(panel: Panel): TemplateResult {
  const { texts, run, step, draft, locked } = panel;
  const upstream = step?.upstream ?? [];
  const may = run.steps.filter(
    ({ id, status }) => status === 'redline' && id !== step?.id && !upstream.includes(id),
  );
  const one = (id: Id, isChecked: boolean, set: (value: boolean) => void): TemplateResult =>
    html`<li>${check(panel.stepName(id), isChecked, locked, set)} ${panel.problem(`order:${id}`)}</li>`;
  return html`<div class="stack order">
    <fieldset class="field" aria-describedby="drop">
      <legend class="label">${texts.waitsFor}</legend>
      <p class="hint" id="drop">${upstream.length > 0 ? texts.drop : texts.waitsForNone}</p>
      <ul>
        ${upstream.map((id) =>
          one(id, !draft.dropped.includes(id), (isIn) =>
            panel.set({ dropped: toggled(draft.dropped, id, !isIn) }),
          ),
        )}
      </ul>
    </fieldset>
    <fieldset class="field" aria-describedby="only">
      <legend class="label">${texts.mayWaitFor}</legend>
      <p class="hint" id="only">${texts.onlyInRedline}</p>
      ${may.length === 0 ? html`<p class="hint">${texts.noneInRedline}</p>` : nothing}
      <ul>
        ${may.map(({ id }) =>
          one(id, draft.added.includes(id), (isIn) => panel.set({ added: toggled(draft.added, id, isIn) })),
        )}
      </ul>
    </fieldset>
  </div>`;
}
