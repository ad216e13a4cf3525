/** The rows of a list of files: what is recorded, and what is on its way. */
import { html, nothing, type TemplateResult } from 'lit';
import { toFault, type AdapterFault } from '../../adapters/adapter.js';
import type { FileRef } from '../../domain/run.js';
import { fault as faultWords } from '../../messages/en/fault.js';
import { file as fileWords } from '../../messages/en/file.js';
import { localeOf, words } from '../../messages/registry.js';
import { close, glyph, retry, warning } from '../../styles/glyphs.js';
import type { RunSession } from '../../session.js';
import type { FieldHost } from '../field-actions.js';
import { disagreement } from './file-kind.js';
import { thumbnail } from './thumbnails.js';
import type { Upload, Uploads } from './uploads.js';

/** The element that lists them. */
export interface FilesHost {
  element: FieldHost['element'];
  session: RunSession;
}

/** Files that could not be opened. */
const troubles = new WeakMap<Element, Map<string, AdapterFault>>();
const troublesOf = (element: Element): Map<string, AdapterFault> => {
  const known = troubles.get(element) ?? new Map<string, AdapterFault>();
  troubles.set(element, known);
  return known;
};

async function open({ element, session }: FilesHost, file: FileRef, about: string): Promise<void> {
  const known = troublesOf(element);
  try {
    known.delete(file.id);
    const blob = await session.adapter.getFile!(file.id);
    const { view } = await import('./viewer.js');
    view(element, blob, file, about);
  } catch (error) {
    known.set(file.id, toFault(error));
  }
  element.requestUpdate();
}

/** A file with its picture; a press opens it. `about` is what is said of it, beside its name. */
export function fileName(host: FilesHost, file: FileRef, about = file.name): TemplateResult {
  const { element, session } = host;
  const texts = words(element, 'file', fileWords);
  const { getFile } = session.adapter;
  const picture = thumbnail(element, file.id, file, getFile && (() => session.adapter.getFile!(file.id)));
  return getFile
    ? html`<button
        type="button"
        class="quiet name"
        aria-label=${texts.open(about)}
        @click=${() => void open(host, file, about)}
      >
        ${picture} <span>${about}</span>
      </button>`
    : html`<span class="name">${picture} <span>${about}</span></span>`;
}

export const fileSize = ({ element }: FilesHost, { size }: { size: number }): TemplateResult =>
  html`<span class="hint numbers">${words(element, 'file', fileWords).size(size, localeOf(element))}</span>`;

/** What is to be told of a file: that its name says something else than its content, that it could not be opened. */
export function fileNotes({ element }: FilesHost, file: FileRef): unknown {
  const texts = words(element, 'file', fileWords);
  const other = disagreement(file);
  const trouble = troublesOf(element).get(file.id);
  if (!other && !trouble) return nothing;
  const { why = '', next = '' } = trouble ? words(element, 'fault', faultWords).notLoaded(trouble) : {};
  return html`${other ? html`<span class="hint other">${texts.otherContent(other.name, other.content)}</span>` : nothing}
  ${
    trouble
      ? html`<span class="message toned bad" role="alert"
          >${glyph(warning)}<span>${texts.notOpened(file.name)} ${why} ${next}</span></span
        >`
      : nothing
  }`;
}

/** A file that is not recorded yet, with its picture. */
export const uploadName = ({ element }: FilesHost, upload: Upload): TemplateResult =>
  html`<span class="name"
    >${thumbnail(element, keyOf(upload), upload.file, () => Promise.resolve(upload.file))}
    <span>${upload.file.name}</span></span
  >`;

/** `sent` is what is shown of one that has arrived and is not recorded. */
export function uploadRow(
  host: FilesHost,
  uploads: Uploads,
  upload: Upload,
  sent: (upload: Upload) => unknown = () => nothing,
): TemplateResult {
  const { element } = host;
  const texts = words(element, 'file', fileWords);
  const { file, doing } = upload;
  const { name } = file;
  const locale = localeOf(element);
  const stop = icon(
    close,
    doing.is === 'sending' || doing.is === 'waiting' ? texts.cancel(name) : texts.giveUp(name),
    () => uploads.drop(upload),
  );
  const trouble = (text: string, again: boolean): TemplateResult =>
    html`${again ? icon(retry, texts.retry(name), () => uploads.retry(upload)) : nothing} ${stop}
      <span class="message toned bad" role="alert">${glyph(warning)}<span>${text}</span></span>`;
  const tail = (): unknown => {
    switch (doing.is) {
      case 'waiting':
        return html`<span class="hint">${texts.waiting}</span>${stop}`;
      case 'sending':
        return html`<progress
            .value=${doing.part}
            aria-label=${texts.uploading(name, doing.part, locale)}
          ></progress>
          ${stop}`;
      case 'sent':
        return upload.wanted ? trouble(texts.notRecorded(name), true) : html`${fileSize(host, file)} ${stop}`;
      case 'failed': {
        const { why, next } = words(element, 'fault', faultWords).notLoaded(doing.fault);
        return trouble(`${texts.notUploaded(name)}. ${why} ${next}`, true);
      }
      case 'too-large':
        return trouble(texts.tooLarge(name, file.size, doing.limit, locale), false);
    }
  };
  return html`<li>
    ${uploadName(host, upload)} ${tail()} ${doing.is === 'too-large' ? nothing : sent(upload)}
  </li>`;
}

let count = 0;
const keys = new WeakMap<Upload, string>();
/** An upload has no id; the list and its pictures need one. */
export function keyOf(upload: Upload): string {
  const key = keys.get(upload) ?? `upload-${(count += 1)}`;
  keys.set(upload, key);
  return key;
}

export const icon = (path: string, label: string, act: () => void): TemplateResult =>
  html`<button type="button" class="icon quiet" aria-label=${label} title=${label} @click=${act}>
    ${glyph(path)}
  </button>`;
