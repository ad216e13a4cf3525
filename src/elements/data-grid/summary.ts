/** What became of many cells: how many are saved, and the ways on for the others. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Id } from '../../domain/run.js';
import { grid as gridWords } from '../../messages/en/grid.js';
import { words } from '../../messages/registry.js';
import { close, glyph, info, ok, warning } from '../../styles/glyphs.js';
import type { Batch } from './batch.js';

export interface SummaryActions {
  /** Whether the policy asks why these are changed. */
  asksReason(ids: readonly Id[]): boolean;
  goTo(ids: readonly Id[]): void;
  confirm(ids: readonly Id[]): void;
  again(ids: readonly Id[]): void;
  dismiss(): void;
}

export function summary(element: Element, batch: Batch, actions: SummaryActions): TemplateResult {
  return batch.running ? progress(element, batch) : result(element, batch, actions);
}

function progress(element: Element, { saved, total }: Batch): TemplateResult {
  const text = words(element, 'grid', gridWords).saving(saved, total);
  return html`<div class="notice summary info" part="summary">
    ${glyph(info)}
    <div class="result">
      <p><b class="numbers">${text}</b></p>
      <progress max=${total} .value=${saved} aria-label=${text}></progress>
    </div>
  </div>`;
}

function result(element: Element, batch: Batch, actions: SummaryActions): TemplateResult {
  const say = words(element, 'grid', gridWords);
  const { total, toCheck, asking, notSent } = batch.tally;
  const { notes } = batch;
  const told = [
    ...(total > 0 ? [say.saved(batch.saved, total)] : []),
    ...(toCheck.length > 0 ? [say.toCheck(toCheck.length)] : []),
    ...(notSent.length > 0 ? [say.notSent(notSent.length)] : []),
  ].join(', ');
  const isWell = toCheck.length === 0 && notSent.length === 0;
  const isTold = isWell && notes.length > 0;
  const confirm = (event: Event): void => {
    event.preventDefault();
    actions.confirm(asking);
  };
  return html`<form
    class="notice summary ${isTold ? 'info' : isWell ? 'ok' : 'warn'}"
    part="summary"
    @submit=${confirm}
  >
    ${glyph(isTold ? info : isWell ? ok : warning)}
    <div class="result">
      <p role="status"><b>${told}</b> ${notes.map((note) => html`<span>${note} </span>`)}</p>
      ${
        asking.length > 0 && actions.asksReason(asking)
          ? html`<label class="reason"
              ><span class="label">${say.whyChanged(asking.length)}</span>
              <input
                required
                pattern=".*\\S.*"
                autocomplete="off"
                .value=${batch.reason}
                @input=${(event: Event) => (batch.reason = (event.target as HTMLInputElement).value)}
            /></label>`
          : nothing
      }
      ${
        isWell
          ? nothing
          : html`<div class="actions">
              <button type="button" @click=${() => actions.goTo([...toCheck, ...notSent])}>
                ${say.checkNext}
              </button>
              ${asking.length > 0 ? html`<button>${say.saveAsTheyAre(asking.length)}</button>` : nothing}
              ${
                notSent.length > 0
                  ? html`<button type="button" class="primary" @click=${() => actions.again(notSent)}>
                      ${say.sendAgain(notSent.length)}
                    </button>`
                  : nothing
              }
            </div>`
      }
    </div>
    <button type="button" class="icon quiet" aria-label=${say.close} @click=${actions.dismiss}>
      ${glyph(close)}
    </button>
  </form>`;
}
