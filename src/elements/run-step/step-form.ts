/** The forms behind the menu of a step: a comment, an issue. Loaded when one is opened. */
import { html, nothing, type TemplateResult } from 'lit';
import type { CommandRequest } from '../../domain/command.js';
import type { Id } from '../../domain/run.js';
import { field as fieldWords } from '../../messages/en/field.js';
import { step as stepWords } from '../../messages/en/step.js';
import { words } from '../../messages/registry.js';
import { glyph, warning } from '../../styles/glyphs.js';
import type { FormAction } from './actions.js';

/** What a form is drawn from. */
export interface StepForm {
  host: HTMLElement;
  action: FormAction;
  stepId: Id;
  /** What was typed before. */
  draft: string;
  state: 'rest' | 'saving' | 'refused' | 'failed';
  explanation: string | undefined;
  /** What an issue may concern besides the step. */
  targets: readonly { id: Id; name: string }[];
  edit: (draft: string) => void;
  send: (request: CommandRequest) => void;
  retry: () => void;
  cancel: () => void;
}

export function stepForm(form: StepForm): TemplateResult {
  const say = words(form.host, 'step', stepWords);
  const general = words(form.host, 'field', fieldWords);
  const { action, state, explanation } = form;
  const isIssue = action.command === 'open-issue';
  const busy = state === 'saving';
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const text = data.get('text') as string;
    const { stepId } = form;
    if (busy) return;
    if (state === 'failed') form.retry();
    else if (isIssue) {
      form.send({ type: 'open-issue', stepId, title: text, links: [data.get('about') as Id] });
    } else form.send({ type: 'comment', stepId, text });
  };
  return html`<form class="stack" @submit=${submit}>
    <h3 class="heading" id="form-title">${say[action.label]}</h3>
    <div class="field">
      <label class="label" for="form-text">${isIssue ? say.issueTitle : say.comment}</label>
      <textarea
        id="form-text"
        name="text"
        required
        autofocus
        ?readonly=${busy || state === 'failed'}
        .value=${form.draft}
        @input=${(event: Event) => form.edit((event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </div>
    ${
      isIssue
        ? html`<div class="field">
            <label class="label" for="form-about">${say.issueAbout}</label>
            <select id="form-about" name="about">
              <option value=${form.stepId}>${say.thisStep}</option>
              ${form.targets.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
            </select>
          </div>`
        : nothing
    }
    ${
      explanation
        ? html`<p class="notice bad" role="alert">${glyph(warning)} <span>${explanation}</span></p>`
        : nothing
    }
    <div class="actions">
      <button class="primary" aria-busy=${busy}>
        ${busy ? general.saving : state === 'failed' ? general.retry : isIssue ? say.openIssue : say.addComment}
      </button>
      <button type="button" class="quiet" @click=${form.cancel}>${general.cancel}</button>
    </div>
  </form>`;
}
