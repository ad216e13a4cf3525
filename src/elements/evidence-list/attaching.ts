/** Files that were chosen and are not evidence yet: they go to the backend, are given a caption, and are attached. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { FileRef, Id } from '../../domain/run.js';
import { evidence as evidenceWords } from '../../messages/en/evidence.js';
import { field as fieldWords } from '../../messages/en/field.js';
import { words } from '../../messages/registry.js';
import { glyph, pending, warning } from '../../styles/glyphs.js';
import { explain } from '../explain.js';
import { keyOf, uploadName, uploadRow } from '../value-field/file-rows.js';
import type { Upload, Uploads } from '../value-field/uploads.js';
import type { Shown } from './view.js';

/** Where attaching one is entered. */
export const attachKey = (upload: Upload): Id => `attach:${keyOf(upload)}`;

export function attaching(shown: Shown, uploads: Uploads): TemplateResult | typeof nothing {
  const { element } = shown;
  const texts = words(element, 'evidence', evidenceWords);
  uploads.changed = () => element.requestUpdate();
  uploads.record = (upload, ref) => attach(shown, uploads, upload, ref);
  const { all } = uploads;
  if (all.length === 0) return nothing;
  const open = all.filter(({ wanted, doing }) => !wanted && doing.is !== 'too-large');
  return html`<ul class="files" part="files" aria-label=${texts.attach(all.length)}>
      ${repeat(all, keyOf, (upload) =>
        isBegun(shown, upload)
          ? sent(shown, upload)
          : uploadRow(shown, uploads, upload, (one) => caption(shown, uploads, one)),
      )}
    </ul>
    ${
      open.length > 0
        ? html`<div class="actions">
            <button
              type="button"
              class="primary"
              @click=${() => {
                for (const upload of open) uploads.want(upload);
              }}
            >
              ${texts.attach(open.length)}
            </button>
          </div>`
        : nothing
    }`;
}

const isBegun = ({ session }: Shown, upload: Upload): boolean =>
  (session.ongoing.peek('entry', attachKey(upload))?.value ?? 'rest') !== 'rest';

function caption({ element }: Shown, uploads: Uploads, upload: Upload): unknown {
  const texts = words(element, 'evidence', evidenceWords);
  if (upload.wanted) {
    return upload.doing.is === 'failed' || upload.doing.is === 'sent'
      ? nothing
      : html`<span class="hint">${texts.attaching}</span>`;
  }
  const id = keyOf(upload);
  return html`<div class="field">
    <label class="label" for=${id}>${texts.caption} <span class="required">${texts.optional}</span></label>
    <input
      id=${id}
      autocomplete="off"
      aria-label=${texts.captionOf(upload.file.name)}
      .value=${upload.caption}
      @input=${(event: Event) => {
        upload.caption = (event.target as HTMLInputElement).value;
      }}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        uploads.want(upload);
      }}
    />
  </div>`;
}

/** Asks the backend. The file stays listed until that has answered, with what became of it. */
function attach(shown: Shown, uploads: Uploads, upload: Upload, file: FileRef): boolean {
  const { session, step } = shown;
  if (!session.may('attach-file', { stepId: step.id })) return false;
  const said = upload.caption.trim();
  const actor = session.entry(attachKey(upload));
  const submission = session.submission({
    type: 'attach-file',
    stepId: step.id,
    file,
    ...(said && { caption: said }),
  });
  // Saved or given up, it is done with.
  actor.subscribe(({ value }) => {
    if (value === 'rest') uploads.drop(upload);
  });
  if (shown.element.isConnected) shown.submit(actor, submission);
  else actor.send({ type: 'SUBMIT', submission });
  return false;
}

/** One that is being attached, or was not. */
function sent(shown: Shown, upload: Upload): TemplateResult {
  const { element, session } = shown;
  const texts = words(element, 'evidence', evidenceWords);
  const common = words(element, 'field', fieldWords);
  const actor = session.entry(attachKey(upload));
  const { value: state, context } = actor.getSnapshot();
  const { name } = upload.file;
  const told = explain(element, session.run!, name, context);
  if (state === 'saving') {
    return html`<li>
      ${uploadName(shown, upload)} <span class="hint">${glyph(pending)} ${texts.attaching}</span>
    </li>`;
  }
  return html`<li>
    ${uploadName(shown, upload)}
    <span class="message toned bad" role="alert"
      >${glyph(warning)}<span>${texts.notAttached} ${told?.why} ${told?.next}</span></span
    >
    <div class="actions">
      ${
        state === 'failed'
          ? html`<button type="button" @click=${() => shown.retry(actor)}>${common.retry}</button>`
          : nothing
      }
      <button type="button" class="quiet" @click=${() => actor.send({ type: 'DISCARD' })}>
        ${texts.giveUp}
      </button>
    </div>
  </li>`;
}
