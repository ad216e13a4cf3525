/** In place of a part of a field: that it could not be loaded, if so. It is asked for again as long as this shows. */
import { html, nothing, type TemplateResult } from 'lit';
import type { field } from '../messages/en/field.js';
import type { Later } from './later.js';

export const lost = (part: Later<unknown>, words: typeof field): TemplateResult | typeof nothing =>
  part.lost ? html`<p class="message toned bad">${words.notDrawn}</p>` : nothing;
