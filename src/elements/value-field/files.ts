/** The control of a file field: what is recorded, what is on its way, and choosing more. It comes when it is needed. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FileField, FileRef } from '../../domain/run.js';
import { file as fileWords } from '../../messages/en/file.js';
import { localeOf, words } from '../../messages/registry.js';
import { buttons } from '../../styles/buttons.js';
import { close, file as fileGlyph, glyph, retry, warning } from '../../styles/glyphs.js';
import { explain } from '../explain.js';
import { adopt, type FieldHost } from '../field-actions.js';
import type { Pad } from './controls.js';
import { fileStyles } from './files.styles.js';
import { uploadsOf, type Upload, type Uploads } from './uploads.js';

export function files(pad: Pad, { id }: FileField): TemplateResult {
  const host = pad.host();
  const { element, session } = host;
  const texts = words(element, 'file', fileWords);
  const uploads = uploadsOf(session, id);
  const recorded = (): readonly FileRef[] => (host.value() as readonly FileRef[] | undefined) ?? [];
  uploads.changed = () => element.requestUpdate();
  uploads.done = (ref) => pad.save([...recorded(), ref]);
  adopt(host, fileStyles, buttons);
  const all = recorded();
  const rows = [
    ...all.map((one) => recordedRow(pad, host, all, one)),
    ...uploads.all.map((one) => uploadRow(host, uploads, one)),
  ];
  return html`${
    rows.length > 0
      ? html`<ul class="files" part="files" aria-labelledby="label">
          ${rows}
        </ul>`
      : pad.editable
        ? nothing
        : html`<p class="hint">${pad.words.empty}</p>`
  }
  ${
    !session.adapter.putFile
      ? html`<p class="hint" tabindex="-1">${texts.notTaken}</p>`
      : pad.editable
        ? chooser(host, uploads)
        : nothing
  }`;
}

function chooser({ element }: FieldHost, uploads: Uploads): TemplateResult {
  const texts = words(element, 'file', fileWords);
  const take = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    uploads.add(input.files ?? []);
    input.value = '';
  };
  return html`<div
    class="drop"
    @dragover=${(event: Event) => event.preventDefault()}
    @drop=${(event: DragEvent) => {
      event.preventDefault();
      uploads.add(event.dataTransfer?.files ?? []);
    }}
  >
    <input type="file" name="files" multiple hidden aria-labelledby="label" @change=${take} />
    <button
      type="button"
      id="choose"
      part="input"
      aria-labelledby="choose label"
      aria-describedby="hint message"
      @click=${(event: Event) => (event.currentTarget as Element).parentElement!.querySelector('input')!.click()}
    >
      ${texts.choose}
    </button>
    <span class="hint">${texts.drop}</span>
  </div>`;
}

function recordedRow(pad: Pad, host: FieldHost, all: readonly FileRef[], one: FileRef): TemplateResult {
  const { element, session } = host;
  const texts = words(element, 'file', fileWords);
  const open = async (): Promise<void> => {
    const blob = await session.adapter.getFile!(one.id).catch(() => undefined);
    if (!blob) return;
    const link = Object.assign(document.createElement('a'), {
      href: URL.createObjectURL(blob),
      download: one.name,
    });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href));
  };
  return html`<li>
    ${glyph(fileGlyph)}
    ${
      session.adapter.getFile
        ? html`<button type="button" class="quiet name" aria-label=${texts.open(one.name)} @click=${open}>
            ${one.name}
          </button>`
        : html`<span class="name">${one.name}</span>`
    }
    <span class="hint numbers">${texts.size(one.size, localeOf(element))}</span>
    ${
      pad.editable
        ? icon(close, texts.remove(one.name), () => pad.save(all.filter(({ id }) => id !== one.id)))
        : nothing
    }
  </li>`;
}

function uploadRow({ element, shown }: FieldHost, uploads: Uploads, upload: Upload): TemplateResult {
  const texts = words(element, 'file', fileWords);
  const { file, part, fault } = upload;
  const stop = icon(close, texts.cancel(file.name), () => uploads.cancel(upload));
  if (!fault) {
    return html`<li>
      ${glyph(fileGlyph)}<span class="name">${file.name}</span>
      <progress .value=${part} aria-label=${texts.uploading(file.name, part, localeOf(element))}></progress>
      ${stop}
    </li>`;
  }
  const { why, next } = explain(element, shown.run, file.name, { fault })!;
  return html`<li>
    ${glyph(warning)}
    <span class="name toned bad"><b>${texts.notUploaded(file.name)}</b> ${why} ${next}</span>
    ${icon(retry, texts.retry(file.name), () => uploads.retry(upload))} ${stop}
  </li>`;
}

const icon = (path: string, label: string, act: () => void): TemplateResult =>
  html`<button type="button" class="icon quiet" aria-label=${label} @click=${act}>${glyph(path)}</button>`;
