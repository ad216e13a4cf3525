/** The values out of range that were accepted with a rationale: what a reviewer should read before completing (R35). */
import { html, nothing, type TemplateResult } from 'lit';
import { personName, recordOf, type Deviation, type Field, type Id, type Run } from '../../domain/run.js';
import { remedy as remedyWords } from '../../messages/en/remedy.js';
import { review as reviewWords } from '../../messages/en/review.js';
import { verdict as verdictWords } from '../../messages/en/verdict.js';
import { formatInstant } from '../../messages/format.js';
import { clip } from '../../messages/phrases.js';
import { localeOf, words } from '../../messages/registry.js';
import { chevron, glyph, warning } from '../../styles/glyphs.js';
import { valueText } from '../value-text.js';
import { listedAtFirst } from './reasons.js';
import type { Desk } from './view.js';

interface Found {
  stepId: Id;
  field: Field;
  deviation: Deviation;
}

const known = new WeakMap<Run, readonly Found[]>();

function deviationsIn(run: Run): readonly Found[] {
  let found = known.get(run);
  if (!found) {
    found = run.steps.flatMap((step) =>
      step.fields.flatMap((field) => {
        const deviation = recordOf(field)?.deviation;
        return deviation ? [{ stepId: step.id, field, deviation }] : [];
      }),
    );
    known.set(run, found);
  }
  return found;
}

export function deviations({
  host,
  session,
  run,
  listedMore,
  go,
  more,
}: Desk): TemplateResult | typeof nothing {
  const all = deviationsIn(run);
  if (all.length === 0) return nothing;
  const say = words(host, 'review', reviewWords);
  const { outOfRange, failed, deviated } = words(host, 'remedy', remedyWords);
  const { limits } = words(host, 'verdict', verdictWords);
  const locale = localeOf(host);
  const listed = listedAtFirst + listedMore;
  const what = (field: Field): string => {
    const label = clip(field.label);
    if (field.type !== 'number') return failed(label);
    const range = limits(field.limits, field.unit, locale, session.range(field.id));
    return outOfRange(label, valueText(host, field, recordOf(field)!), range);
  };
  return html`<section part="deviations" aria-labelledby="deviations-title">
    <h3 class="label warn" id="deviations-title">
      <span class="toned">${glyph(warning)}</span> ${say.deviations(all.length)}
    </h3>
    <ul class="deviations">
      ${all.slice(0, listed).map(
        ({ stepId, field, deviation: { by, at, rationale } }) =>
          html`<li>
            <button type="button" class="quiet" @click=${() => go({ stepId, targetId: field.id })}>
              <span class="visually-hidden">${say.goTo('')}</span><span>${what(field)}</span>${glyph(chevron)}
            </button>
            <small
              >${deviated(personName(run, by), formatInstant(at, locale, run.zone), clip(rationale))}</small
            >
          </li>`,
      )}
    </ul>
    ${
      all.length > listed
        ? html`<button type="button" class="quiet" @click=${more}>${say.more(all.length - listed)}</button>`
        : nothing
    }
  </section>`;
}
