/** The warnings of a run, each to be acknowledged by itself or all at once (R100). */
import { html, nothing, type TemplateResult } from 'lit';
import type { Warning } from '../../domain/command.js';
import { warningKey } from '../../domain/completion.js';
import type { Id } from '../../domain/run.js';
import { warning as warningWords } from '../../messages/en/blocker.js';
import { review as reviewWords } from '../../messages/en/review.js';
import { words } from '../../messages/registry.js';
import type { RunSession } from '../../session.js';
import { chevron, glyph, warning as warningGlyph } from '../../styles/glyphs.js';
import { namer } from '../names.js';
import { listedAtFirst } from './reasons.js';

export interface WarningList {
  host: Element;
  session: RunSession;
  warnings: readonly Warning[];
  acknowledged: readonly string[];
  /** Nothing can be changed now. */
  locked: boolean;
  go: (place: { stepId: Id; targetId: Id }) => void;
  acknowledge: (keys: readonly string[]) => void;
}

export function warningList(view: WarningList): TemplateResult {
  const { host, session, warnings, locked, go, acknowledge } = view;
  const say = words(host, 'review', reviewWords);
  const { line } = words(host, 'warning', warningWords);
  const nameOf = namer(session);
  const keys = warnings.map(warningKey);
  const accepted = new Set(view.acknowledged.filter((key) => keys.includes(key)));
  const titles = new Map(session.run?.issues.map(({ id, title }) => [id, title]));
  const about = ({ stepId, targetId }: Warning): TemplateResult | typeof nothing => {
    const more = titles.get(targetId) ?? (stepId && stepId !== targetId ? nameOf(stepId) : '');
    return more ? html`<small>${more}</small>` : nothing;
  };
  const box = (
    label: string | TemplateResult,
    checked: boolean,
    some: boolean,
    put: (checked: boolean) => void,
  ) =>
    html`<label class="check">
      <input
        type="checkbox"
        .checked=${checked}
        .indeterminate=${some}
        ?disabled=${locked}
        @change=${(event: Event) => put((event.target as HTMLInputElement).checked)}
      /><span>${label}</span>
    </label>`;
  const item = (one: Warning, at: number): TemplateResult => {
    const key = keys[at]!;
    const text = line(one.kind, nameOf(one.targetId));
    const label = html`${text} ${about(one)}`;
    return html`<li>
      ${
        keys.length > 1
          ? box(label, accepted.has(key), false, (checked) => {
              if (checked) accepted.add(key);
              else accepted.delete(key);
              acknowledge([...accepted]);
            })
          : html`<span>${label}</span>`
      }
      <button type="button" class="quiet icon" aria-label=${say.goTo(text)} @click=${() => go(one)}>
        ${glyph(chevron)}
      </button>
    </li>`;
  };
  return html`<section id="warnings" part="warnings" aria-labelledby="warnings-title">
    <h3 class="label toned warn" id="warnings-title">${glyph(warningGlyph)} ${say.warnings(keys.length)}</h3>
    <ul>
      ${warnings.slice(0, listedAtFirst).map(item)}
    </ul>
    ${keys.length > listedAtFirst ? html`<p class="hint">${say.more(keys.length - listedAtFirst)}</p>` : nothing}
    ${box(say.acknowledge(keys.length), accepted.size === keys.length, accepted.size > 0 && accepted.size < keys.length, (checked) => acknowledge(checked ? keys : []))}
  </section>`;
}
