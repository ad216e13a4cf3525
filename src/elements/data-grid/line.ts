/** Below the table: the cell that is active, whole, with what became of its entry and what can be done about it. */
import { html, nothing, type TemplateResult } from 'lit';
import { personName, recordOf } from '../../domain/record.js';
import type { Field, Id } from '../../domain/run.js';
import { field as fieldWords } from '../../messages/en/field.js';
import { grid as gridWords } from '../../messages/en/grid.js';
import { remedy as remedyWords } from '../../messages/en/remedy.js';
import { verdict as verdictWords } from '../../messages/en/verdict.js';
import { formatInstant } from '../../messages/format-instant.js';
import { localeOf, words } from '../../messages/registry.js';
import { glyph, warning } from '../../styles/glyphs.js';
import { explain } from '../explain.js';
import { asking, message, recovery, withoutValue, type FieldHost } from '../field-actions.js';
import { valueText } from '../value-text.js';
import { isEditedInCell } from './editor.js';
import type { GridHost } from './entries.js';
import { lookOf, troubles, type Shown } from './look.js';

export interface CellLine {
  host: FieldHost;
  name: string;
  editable: boolean;
  /** Opens the editor in the cell, or the field where it has none. */
  edit(): void;
  details(): void;
}

const limitsOf = ({ element, session }: FieldHost, field: Field): string =>
  field.type === 'number'
    ? words(element, 'verdict', verdictWords).limits(
        field.limits,
        field.unit,
        localeOf(element),
        session.range(field.id),
      )
    : '';

function said(host: FieldHost, shown: Shown): unknown {
  const { element, session } = host;
  const { field, run } = shown;
  const state = session.ongoing.peek('entry', field.id)?.value;
  const say = words(element, 'field', fieldWords);
  if (state === 'saving') return say.saving;
  if (state === 'drafting') return say.unsaved;
  if (state) return message(host);
  const record = recordOf(field);
  if (!record) return nothing;
  if (session.isPending(field.id)) return say.queued;
  const by = personName(run, record.by);
  return say.recorded(by, formatInstant(record.at, localeOf(element), run.zone));
}

export function cellLine({ host, name, editable, edit, details }: CellLine): TemplateResult {
  const { element, session, shown } = host;
  const { run, step, field } = shown;
  const its = words(element, 'grid', gridWords);
  const say = words(element, 'field', fieldWords);
  const at = { run, step: step!, field };
  const state = session.ongoing.peek('entry', field.id)?.value;
  const { tone, mark, text } = lookOf(element, session, at);
  const record = recordOf(field);
  const about = [limitsOf(host, field), field.hint, field.required && !record ? say.required : ''];
  const inCell = isEditedInCell(field);
  // What is being typed stands in its cell, key by key; here it would lag behind.
  const typing = state === 'drafting' && inCell;
  const whole = typing ? '' : !state && record ? valueText(element, field, record) : text;
  const isQuiet = !state || state === 'drafting';
  return html`<section class="line ${tone}" part="cell" aria-labelledby="label">
    <div class="told">
      <p class="label" id="label">${name}</p>
      <p class="hint numbers" id="limits"><bdi>${about.filter(Boolean).join(' · ')}</bdi></p>
      ${
        whole
          ? html`<p class="whole">
              <bdi class="numbers">${whole}</bdi>${
                mark?.word
                  ? html`<span class="verdict">${glyph(mark.path)}<span>${mark.word}</span></span>`
                  : nothing
              }
            </p>`
          : nothing
      }
      <div
        class=${state && troubles.includes(state) ? 'message toned' : 'message'}
        part="message"
        id="message"
      >
        ${said(host, at)}
      </div>
      ${state === 'asking' ? asking(host) : troubles.includes(state ?? '') ? recovery(host) : nothing}
    </div>
    <div class="actions">
      ${
        editable && isQuiet && inCell
          ? html`<button type="button" @click=${edit} aria-describedby="label">${its.edit}</button>`
          : nothing
      }
      <button
        type="button"
        class=${inCell ? 'quiet' : ''}
        @click=${details}
        aria-describedby="label"
        aria-haspopup="dialog"
      >
        ${its.details}
      </button>
      ${
        editable && isQuiet && field.allowNotApplicable && (!record || record.notApplicable)
          ? withoutValue(host, false)
          : nothing
      }
    </div>
  </section>`;
}

/** The same for a row that is being marked. */
export function rowLine(host: GridHost, rowId: Id, name: string, state: string): TemplateResult {
  const { element } = host;
  const session = host.session!;
  const say = words(element, 'field', fieldWords);
  const texts = words(element, 'remedy', remedyWords);
  const entry = session.ongoing.peek('entry', rowId);
  const told = entry && explain(element, session.run!, name, entry.context);
  const actor = () => session.entry(rowId);
  return html`<section class="line ${told ? 'bad' : ''}" part="cell" aria-labelledby="label">
    <div class="told">
      <p class="label" id="label">${name}</p>
      <p class="hint" id="limits">${state}</p>
      <div class="message toned" id="message">
        ${
          told
            ? html`${glyph(warning)}<span role="alert"
                  >${told.what} <span>${told.why} ${told.next}</span></span
                >`
            : entry?.value === 'saving'
              ? say.saving
              : nothing
        }
      </div>
    </div>
    ${
      told
        ? html`<div class="actions">
            ${
              entry.value === 'failed'
                ? html`<button type="button" @click=${() => host.retry(actor())}>${say.retry}</button>`
                : nothing
            }
            <button type="button" class="quiet" @click=${() => actor().send({ type: 'DISCARD' })}>
              ${texts.discard}
            </button>
          </div>`
        : nothing
    }
  </section>`;
}
