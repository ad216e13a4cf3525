/** What a person is asked before their entry is sent: whether what is out of range is right, and why it changes what stood there. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { CommandRequest } from '../domain/command.js';
import type { Asked } from '../machines/entry.js';
import { field as fieldWords } from '../messages/en/field.js';
import { remedy as remedyWords } from '../messages/en/remedy.js';
import { localeOf, words } from '../messages/registry.js';
import { glyph, warning } from '../styles/glyphs.js';
import { adopt, adoptButtons } from './adopt.js';
import type { FieldHost } from './field-actions.js';
import { numberText } from './value-text.js';

const styles = css`
  #asked {
    max-inline-size: 36em;
  }
`;

/** Asks about a request that goes without the control. */
export function ask(host: FieldHost, asked: Asked): void {
  host.session.entry(host.shown.field.id).send({ type: 'ASK', asked });
  attend(host);
}

/** Enter that would have saved leads to the question instead, so that a second Enter never answers it. */
export function attend({ element }: Pick<FieldHost, 'element'>): void {
  void element.updateComplete.then(() =>
    element.shadowRoot!.querySelector<HTMLElement>('#asked :is(input, button)')?.focus(),
  );
}

/** "12.9 mm is above the highest value, 12.5 mm." Nothing where only a reason is asked. */
export function question({ element, session, shown: { field } }: FieldHost, asked: Asked): unknown {
  if (field.type !== 'number' || !asked.outOfRange) return nothing;
  const { asksLow, asksHigh } = words(element, 'remedy', remedyWords);
  const { value, unit } = asked.request as CommandRequest<'set-value'>;
  const { low, high } = session.range(field.id) ?? {};
  const locale = localeOf(element);
  const shown = numberText(locale, field, value as string, unit);
  const limit = (text = ''): string => numberText(locale, field, text);
  const text = asked.outOfRange === 'low' ? asksLow(shown, limit(low)) : asksHigh(shown, limit(high));
  return html`${glyph(warning)}<span role="alert">${text}</span>`;
}

/** Below the question: a reason where one is needed, and the two ways on. */
export function asking(host: FieldHost): TemplateResult {
  const { element, session, shown, submit } = host;
  const { field } = shown;
  const texts = words(element, 'remedy', remedyWords);
  const { cancel } = words(element, 'field', fieldWords);
  const actor = session.entry(field.id);
  const { asked, draft, how, resolution } = actor.getSnapshot().context;
  const { request, outOfRange, reason } = asked!;
  // What was typed can be typed better; a choice is made anew.
  const correctable = draft !== undefined && /^(number|text|date)/.test(field.type);
  const confirm = (event: Event): void => {
    event.preventDefault();
    const why = actor.getSnapshot().context.reason.trim();
    submit(actor, session.submission({ ...request, ...(reason && { reason: why }) }));
  };
  const back = (): void => {
    if (!correctable) return actor.send({ type: 'DISCARD' });
    const { base } = request as { base?: string };
    actor.send({
      type: 'EDIT',
      draft,
      ...(base !== undefined && { base }),
      ...(how && { how }),
      ...(resolution !== undefined && { resolution }),
    });
    void element.updateComplete.then(() => {
      const input = element.shadowRoot!.querySelector<HTMLInputElement>('#input');
      input?.focus();
      input?.select?.();
    });
  };
  const keyDown = (event: KeyboardEvent): void => {
    // What surrounds the question would take Enter for its own.
    event.stopPropagation();
    if (event.key === 'Escape') actor.send({ type: 'DISCARD' });
  };
  adoptButtons(host);
  adopt(host, styles);
  return html`<form
    class="field"
    id="asked"
    part="question"
    aria-labelledby="label"
    @submit=${confirm}
    @keydown=${keyDown}
  >
    ${
      reason
        ? html`<label class="label" for="reason">${texts.whyChanged}</label>
            <input
              id="reason"
              required
              pattern=".*\\S.*"
              autocomplete="off"
              .value=${actor.getSnapshot().context.reason}
              @input=${(event: Event) =>
                actor.send({ type: 'REASON', reason: (event.target as HTMLInputElement).value })}
            />`
        : nothing
    }
    <div class="actions" part="actions">
      <button type="button" aria-describedby="message" @click=${back}>
        ${correctable ? texts.correct : cancel}
      </button>
      <button class=${outOfRange ? 'quiet' : 'primary'} aria-describedby="message">
        ${outOfRange ? texts.saveAsItIs : texts.save}
      </button>
    </div>
  </form>`;
}
