/** The input for scans at the top of the checklist, and what became of the last one. */
import { html, nothing, type TemplateResult } from 'lit';
import { install as installWords } from '../../messages/en/install.js';
import { words } from '../../messages/registry.js';
import { glyph, ok, pending, scan as scanGlyph, warning } from '../../styles/glyphs.js';
import type { Desk } from './desk.js';
import { unitName } from './names.js';
import type { Shown } from './panel.js';

export interface ScanBox {
  element: Element;
  desk: Desk;
  shown: Shown;
  /** What has been done. */
  told: string;
  /** Why typing is impossible, if it is. */
  scanOnly: TemplateResult | undefined;
  camera: HTMLElement | undefined;
  type(text: string): void;
}

export function scanBox({ element, desk, shown, told, scanOnly, camera, type }: ScanBox): TemplateResult {
  const said = words(element, 'install', installWords);
  const { scanKey, waiting, left } = desk;
  const done = told ? html`<p class="message toned ok" part="message">${glyph(ok)} ${told}</p>` : nothing;
  const keyDown = (event: KeyboardEvent): void => {
    const input = event.target as HTMLInputElement;
    if (event.key === 'Escape' && desk.peek(scanKey)) {
      event.stopPropagation();
      desk.close(scanKey);
    }
    if (event.key !== 'Enter') return;
    // A scanner ends with Enter, which must not send a form around it.
    event.preventDefault();
    if (scanOnly) return;
    type(input.value);
    input.select();
  };
  return html`<div class="field scan" part="scan" data-key=${scanKey}>
    <label class="label" for="scan">${said.scan}</label>
    <div class="row">
      <div class="entry">
        ${glyph(scanGlyph)}
        <input
          id="scan"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          enterkeyhint="search"
          aria-describedby=${scanOnly ? 'reason' : nothing}
          ?readonly=${scanOnly !== undefined}
          @keydown=${keyDown}
        />
      </div>
      ${camera ?? nothing}
    </div>
    ${scanOnly ?? nothing}
    <div class="told" role="status">
      ${left ? html`<p class="message toned warn">${glyph(warning)} ${said.left(unitName(said, left))}</p>` : nothing}
      ${shown.message === nothing ? done : shown.message}
      ${waiting > 0 ? html`<p class="message">${glyph(pending)} ${said.waiting(waiting)}</p>` : nothing}
    </div>
    ${shown.panel}
  </div>`;
}
