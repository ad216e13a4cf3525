/** Where files come in: chosen, taken with the camera, dropped, or pasted while the focus is here. */
import { html, nothing, type TemplateResult } from 'lit';
import { file as fileWords } from '../../messages/en/file.js';
import { words } from '../../messages/registry.js';
import { camera, glyph } from '../../styles/glyphs.js';

export interface Chooser {
  element: HTMLElement;
  /** Ids of what names and describes the button. */
  labelledBy: string;
  describedBy: string;
  take(files: readonly File[]): void;
}

/** A picture out of the clipboard is called the same every time. */
const named = (file: File): File => {
  if (file.name !== 'image.png') return file;
  const at = new Date().toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '.');
  return new File([file], `${at}.png`, { type: file.type });
};

/** A paste is told where the selection is, which need not be where the focus is. */
let pasting: ((event: ClipboardEvent) => void) | undefined;
function listen(paste: ((event: ClipboardEvent) => void) | undefined): void {
  if (pasting) document.removeEventListener('paste', pasting);
  pasting = paste;
  if (paste) document.addEventListener('paste', paste);
}

const mark = (event: Event, over: boolean): void => {
  (event.currentTarget as Element).classList.toggle('over', over);
};

export function chooser({ element, labelledBy, describedBy, take }: Chooser): TemplateResult {
  const texts = words(element, 'file', fileWords);
  const chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    take([...(input.files ?? [])]);
    input.value = '';
  };
  const ask = (event: Event): void =>
    (event.currentTarget as Element)
      .parentElement!.querySelector<HTMLInputElement>(
        `[name=${(event.currentTarget as HTMLElement).dataset.asks}]`,
      )!
      .click();
  const paste = (event: ClipboardEvent): void => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    take(files.map(named));
  };
  return html`<div
    class="drop"
    @focusin=${() => listen(paste)}
    @focusout=${() => listen(undefined)}
    @dragover=${(event: Event) => {
      event.preventDefault();
      mark(event, true);
    }}
    @dragleave=${(event: Event) => mark(event, false)}
    @drop=${(event: DragEvent) => {
      event.preventDefault();
      mark(event, false);
      take([...(event.dataTransfer?.files ?? [])]);
    }}
  >
    <input type="file" name="files" multiple hidden aria-labelledby=${labelledBy} @change=${chosen} />
    <button
      type="button"
      id="choose"
      part="input"
      data-asks="files"
      aria-labelledby="choose ${labelledBy}"
      aria-describedby=${describedBy}
      @click=${ask}
    >
      ${texts.choose}
    </button>
    ${
      matchMedia('(any-pointer: coarse)').matches
        ? html`<input
              type="file"
              name="photo"
              accept="image/*"
              capture="environment"
              hidden
              aria-labelledby=${labelledBy}
              @change=${chosen}
            />
            <button
              type="button"
              id="photo"
              data-asks="photo"
              aria-labelledby="photo ${labelledBy}"
              @click=${ask}
            >
              ${glyph(camera)} ${texts.photo}
            </button>`
        : nothing
    }
    <span class="hint">${texts.drop}</span>
  </div>`;
}
