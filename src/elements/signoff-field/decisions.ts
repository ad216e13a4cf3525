/** Decisions in words: the one that stands, and those before it. */
import { html, nothing, type TemplateResult } from 'lit';
import { findPerson, type Decision, type Run, type SignoffField } from '../../domain/run.js';
import { signoff as signoffWords } from '../../messages/en/signoff.js';
import { formatInstant } from '../../messages/format.js';
import { localeOf, words } from '../../messages/registry.js';

/** Who decided what and when, what it meant, and why. */
export function decided(
  element: Element,
  run: Run,
  { decision, by, role, at, meaning, comment }: Decision,
  field: SignoffField,
): TemplateResult {
  const said = words(element, 'signoff', signoffWords);
  const when = formatInstant(at, localeOf(element), run.zone);
  const name = findPerson(run, by)?.name ?? by;
  // The field may ask for something else by now; what was signed is what was read then.
  const another = meaning !== undefined && meaning !== field.meaning;
  return html`<p>${said.decided(decision, name, role, when)}</p>
    ${another ? html`<p class="hint">${said.meaning(meaning)}</p>` : nothing}
    ${comment ? html`<p class="said ${decision === 'reject' ? 'bad' : 'ok'}">${comment}</p>` : nothing}`;
}

/** All but the last, the newest first. */
export function earlier(element: Element, run: Run, field: SignoffField): TemplateResult | typeof nothing {
  const before = field.decisions.slice(0, -1).reverse();
  if (before.length === 0) return nothing;
  return html`<details part="history">
    <summary>${words(element, 'signoff', signoffWords).earlier} (${before.length})</summary>
    <ol>
      ${before.map((one) => html`<li>${decided(element, run, one, field)}</li>`)}
    </ol>
  </details>`;
}
