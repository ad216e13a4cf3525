/** What narrows a long list of issues: words, and whether they are open. */
import { html, type TemplateResult } from 'lit';
import { issue as issueWords } from '../../messages/en/issue.js';
import { words } from '../../messages/registry.js';
import type { Filter, Showing } from './order.js';

export function filters(element: Element, filter: Filter, change: (filter: Filter) => void): TemplateResult {
  const say = words(element, 'issue', issueWords);
  return html`<div class="filters" part="filters" role="search">
    <input
      type="search"
      autocomplete="off"
      aria-label=${say.find}
      placeholder=${say.find}
      .value=${filter.text}
      @input=${({ target }: Event) => change({ ...filter, text: (target as HTMLInputElement).value })}
    />
    <select
      aria-label=${say.show}
      @change=${({ target }: Event) =>
        change({ ...filter, showing: (target as HTMLSelectElement).value as Showing })}
    >
      ${(['all', 'open', 'settled'] as const).map(
        (one) => html`<option value=${one} ?selected=${one === filter.showing}>${say.showing[one]}</option>`,
      )}
    </select>
  </div>`;
}
