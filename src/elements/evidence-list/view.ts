/** What evidence-list draws: what is attached, what is about to be, what was removed. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { personName, type Evidence, type Id, type Instant, type Step } from '../../domain/run.js';
import type { Submission } from '../../machines/command-flow.js';
import { evidence as evidenceWords } from '../../messages/en/evidence.js';
import { file as fileWords } from '../../messages/en/file.js';
import { formatInstant } from '../../messages/format.js';
import { clip } from '../../messages/phrases.js';
import { localeOf, words } from '../../messages/registry.js';
import type { EntryActor, RunSession } from '../../session.js';
import { besideKey } from '../../session/keys.js';
import { buttons } from '../../styles/buttons.js';
import { chevron, close, glyph } from '../../styles/glyphs.js';
import { inputs } from '../../styles/inputs.js';
import { surface } from '../../styles/surface.js';
import { tokens } from '../../styles/tokens.js';
import { tones } from '../../styles/tones.js';
import { beside } from '../beside.styles.js';
import { chooser } from '../value-field/chooser.js';
import { fileName, fileNotes, fileSize, icon, type FilesHost } from '../value-field/file-rows.js';
import { fileStyles } from '../value-field/files.styles.js';
import { evidenceUploads } from '../value-field/uploads.js';
import { attaching, attachKey } from './attaching.js';
import { styles as own } from './evidence-list.styles.js';
import { begin, removing, removeKey } from './removing.js';

export const styles = [tokens, tones, surface, buttons, inputs, fileStyles, beside, own];

/** The element around it. */
export interface Host {
  readonly element: FilesHost['element'];
  readonly session: RunSession | undefined;
  readonly step: Step | undefined;
  submit(actor: EntryActor, submission: Submission): void;
  retry(actor: EntryActor): void;
}

/** The same, where there is something to show. */
export type Shown = Host & { session: RunSession; step: Step };

/** The keys that it is drawn again for: the step, and what is being attached or removed. By its name an upload is revealed. */
export const keysOf = (session: RunSession, { id, evidence = [] }: Step): readonly Id[] => [
  besideKey(id),
  ...evidenceUploads(session, id).all.flatMap((upload) => [attachKey(upload), upload.file.name]),
  ...evidence.map(removeKey),
];

export function view(host: Host): TemplateResult | typeof nothing {
  const { session, step, element } = host;
  if (!session?.run || !step) return nothing;
  const shown: Shown = { ...host, session, step };
  const texts = words(element, 'evidence', evidenceWords);
  const all = step.evidence ?? [];
  const kept = all.filter(({ removed }) => !removed);
  const gone = all.filter(({ removed }) => removed);
  const uploads = evidenceUploads(session, step.id);
  const may = session.may('attach-file', { stepId: step.id });
  return html`<section aria-labelledby="title">
    <h3 class="label" id="title" part="title">${texts.title}</h3>
    ${
      kept.length > 0
        ? html`<ul class="files" part="files" aria-labelledby="title">
            ${repeat(
              kept,
              ({ id }) => id,
              (one) => row(shown, one),
            )}
          </ul>`
        : uploads.all.length === 0
          ? html`<p class="hint">${texts.none}</p>`
          : nothing
    }
    ${attaching(shown, uploads)} ${may ? more(shown) : nothing}
    ${gone.length > 0 ? removed(shown, gone) : nothing}
  </section>`;
}

function more({ element, session, step }: Shown): TemplateResult {
  if (!session.adapter.putFile) {
    return html`<p class="hint">${words(element, 'file', fileWords).notTaken}</p>`;
  }
  const uploads = evidenceUploads(session, step.id);
  return html`<span id="add" hidden>${words(element, 'evidence', evidenceWords).add}</span> ${chooser({
      element,
      labelledBy: 'add',
      describedBy: 'title',
      take: (files) => uploads.add(files, { wanted: false }),
    })}`;
}

const whenOf = ({ element, session }: Shown, at: Instant): string =>
  formatInstant(at, localeOf(element), session.run!.zone);

function row(shown: Shown, one: Evidence): TemplateResult {
  const { element, session, step } = shown;
  const texts = words(element, 'evidence', evidenceWords);
  const { file, caption, by, at } = one;
  const entry = session.ongoing.peek('entry', removeKey(one));
  const about = clip(caption ?? file.name);
  return html`<li data-at=${one.id}>
    <div class="about">
      ${fileName(shown, file, about)}
      <span class="hint"
        >${caption ? `${clip(file.name)} · ` : ''}${texts.attachedBy(personName(session.run!, by), whenOf(shown, at))}</span
      >
    </div>
    ${fileSize(shown, file)}
    ${
      !entry && session.may('remove-file', { stepId: step.id })
        ? icon(close, texts.remove(about), () => begin(shown, one))
        : nothing
    }
    ${fileNotes(shown, file)} ${entry ? removing(shown, one, about) : nothing}
  </li>`;
}

function removed(shown: Shown, gone: readonly Evidence[]): TemplateResult {
  const { element, session } = shown;
  const texts = words(element, 'evidence', evidenceWords);
  return html`<details part="removed">
    <summary>${glyph(chevron)} ${texts.removed(gone.length)}</summary>
    <ul class="files gone">
      ${gone.map(
        ({ file, caption, removed: why }) =>
          html`<li>
            <s>${clip(caption ?? file.name)}</s>
            <span class="hint"
              >${texts.removedBy(personName(session.run!, why!.by), whenOf(shown, why!.at))} ·
              ${texts.reason(clip(why!.reason))}</span
            >
          </li>`,
      )}
    </ul>
  </details>`;
}
