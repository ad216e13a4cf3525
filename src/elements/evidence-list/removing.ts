/** Removing a piece of evidence: the reason is asked where it stands. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Evidence, Id } from '../../domain/run.js';
import { evidence as evidenceWords } from '../../messages/en/evidence.js';
import { field as fieldWords } from '../../messages/en/field.js';
import { words } from '../../messages/registry.js';
import { glyph, warning } from '../../styles/glyphs.js';
import { explain } from '../explain.js';
import type { Shown } from './view.js';

/** Where the reason is entered; it stays with the session. */
export const removeKey = ({ id }: Evidence): Id => `remove:${id}`;

export function begin({ element, session }: Shown, one: Evidence): void {
  session.entry(removeKey(one)).send({ type: 'EDIT', draft: '' });
  void element.updateComplete.then(() =>
    element.shadowRoot!.querySelector<HTMLElement>(`[data-for="${CSS.escape(one.id)}"] input`)?.focus(),
  );
}

export function removing(shown: Shown, one: Evidence, about: string): TemplateResult {
  const { element, session, step } = shown;
  const texts = words(element, 'evidence', evidenceWords);
  const common = words(element, 'field', fieldWords);
  const actor = session.entry(removeKey(one));
  const { value: state, context } = actor.getSnapshot();
  const busy = state === 'saving';
  const told = explain(element, session.run!, about, context);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (busy) return;
    if (state === 'failed') return shown.retry(actor);
    const { draft } = actor.getSnapshot().context;
    const reason = typeof draft === 'string' ? draft.trim() : '';
    shown.submit(
      actor,
      session.submission({ type: 'remove-file', stepId: step.id, targetId: one.id, reason }),
    );
  };
  const giveUp = (): void => {
    actor.send({ type: 'DISCARD' });
    void element.updateComplete.then(() =>
      element.shadowRoot!.querySelector<HTMLElement>(`[data-at="${CSS.escape(one.id)}"] .icon`)?.focus(),
    );
  };
  return html`<form
    class="field"
    part="reason"
    data-for=${one.id}
    @submit=${submit}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== 'Escape' || busy) return;
      event.stopPropagation();
      giveUp();
    }}
  >
    <label class="label" for="why-${one.id}">${texts.whyRemoved(about)}</label>
    <input
      id="why-${one.id}"
      required
      pattern=".*\\S.*"
      autocomplete="off"
      ?readonly=${busy || state === 'failed'}
      .value=${context.draft ?? ''}
      @input=${(event: Event) =>
        actor.send({ type: 'EDIT', draft: (event.target as HTMLInputElement).value })}
    />
    ${
      told
        ? html`<p class="message toned bad" role="alert">
            ${glyph(warning)}<span>${texts.notRemoved} ${told.why} ${told.next}</span>
          </p>`
        : nothing
    }
    <div class="actions">
      <button class=${state === 'failed' ? '' : 'danger'} aria-busy=${busy}>
        ${busy ? texts.removing : state === 'failed' ? common.retry : texts.removeNow}
      </button>
      ${busy ? nothing : html`<button type="button" class="quiet" @click=${giveUp}>${common.cancel}</button>`}
    </div>
  </form>`;
}
