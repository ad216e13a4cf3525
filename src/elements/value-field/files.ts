/** The control of a file field: what is recorded, what is on its way, and choosing more. It comes when it is needed. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { FileField, FileRef } from '../../domain/run.js';
import { file as fileWords } from '../../messages/en/file.js';
import { localeOf, words } from '../../messages/registry.js';
import { buttons } from '../../styles/buttons.js';
import { close } from '../../styles/glyphs.js';
import { adopt, type FieldHost } from '../field-actions.js';
import { chooser } from './chooser.js';
import type { Pad } from './controls.js';
import { fileName, fileNotes, fileSize, icon, keyOf, uploadRow } from './file-rows.js';
import { fileStyles } from './files.styles.js';
import { uploadsOf } from './uploads.js';

export function files(pad: Pad, { id }: FileField): TemplateResult {
  const host = pad.host();
  const { element, session, shown } = host;
  const texts = words(element, 'file', fileWords);
  const uploads = uploadsOf(session, shown.step!.id, id);
  uploads.changed = () => element.requestUpdate();
  uploads.record = (_, ref) => record(pad, host, ref);
  adopt(host, fileStyles, buttons);
  const all = recordedIn(host);
  const take = (chosen: readonly File[]): void => uploads.add(chosen, { wanted: true });
  return html`${
    all.length + uploads.all.length > 0
      ? html`<ul class="files" part="files" aria-labelledby="label">
          ${repeat(
            all,
            (one) => one.id,
            (one) => recordedRow(pad, host, all, one),
          )}
          ${repeat(uploads.all, keyOf, (one) => uploadRow(host, uploads, one))}
        </ul>`
      : pad.editable
        ? nothing
        : html`<p class="hint">${pad.words.empty}</p>`
  }
  ${
    !session.adapter.putFile
      ? html`<p class="hint" tabindex="-1">${texts.notTaken}</p>`
      : pad.editable
        ? chooser({ element, labelledBy: 'label', describedBy: 'hint message', take })
        : nothing
  }`;
}

/** The entry as it is now, else what is recorded. */
const recordedIn = ({ value }: Pick<FieldHost, 'value'>): readonly FileRef[] => {
  const all = value();
  return Array.isArray(all) ? (all as readonly FileRef[]) : [];
};

/** A file that has arrived goes to the others of its field, even where the field is not on the page any more. */
function record(pad: Pad, { element, session, shown, value }: FieldHost, ref: FileRef): boolean {
  const { step, field } = shown;
  if (!session.may('set-value', { stepId: step!.id })) return false;
  if (element.isConnected) {
    pad.save([...recordedIn({ value }), ref]);
    return true;
  }
  const now = session.target(field.id);
  if (now?.kind !== 'field') return false;
  const before = now.field.type === 'file' ? (now.field.record?.value ?? []) : [];
  const draft = session.ongoing.peek('entry', field.id)?.context.draft ?? before;
  const actor = session.entry(field.id);
  actor.send({ type: 'EDIT', draft: [...(draft as readonly FileRef[]), ref], base: now.field.version });
  const asked = session.draftRequest(field.id, localeOf(element));
  // Where something is to be asked, the draft waits for the person.
  if ('request' in asked && !asked.asks) {
    actor.send({ type: 'SUBMIT', submission: session.submission(asked.request) });
  }
  return true;
}

function recordedRow(pad: Pad, host: FieldHost, all: readonly FileRef[], one: FileRef): TemplateResult {
  const texts = words(host.element, 'file', fileWords);
  return html`<li>
    ${fileName(host, one)} ${fileSize(host, one)}
    ${
      pad.editable
        ? icon(close, texts.remove(one.name), () => pad.save(all.filter(({ id }) => id !== one.id)))
        : nothing
    }
    ${fileNotes(host, one)}
  </li>`;
}
