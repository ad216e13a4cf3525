/**
 * What can be pressed at a field, and why an entry was not taken. It comes when a person begins to work, so that a
 * page at rest does without its sentences, and brings the looks of its buttons.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { CommandRequest, Refusal } from '../domain/command.js';
import { personName, recordOf, type FieldValue, type ValueRecord } from '../domain/run.js';
import type { EntryContext } from '../machines/entry.js';
import type { Submission } from '../machines/command-flow.js';
import { field as fieldWords } from '../messages/en/field.js';
import { history as historyWords } from '../messages/en/history.js';
import { remedy as remedyWords } from '../messages/en/remedy.js';
import { value as valueWords } from '../messages/en/value.js';
import { known } from '../messages/phrases.js';
import { formatInstant } from '../messages/format.js';
import { localeOf, words } from '../messages/registry.js';
import type { EntryActor, RunSession } from '../session.js';
import { glyph, pending, warning } from '../styles/glyphs.js';
import { adoptButtons } from './adopt.js';
import { ask, question } from './asking.js';
import { guardTaps } from './double-tap.js';
import { explain } from './explain.js';
import { later } from './later.js';
import { dressLines } from './line.styles.js';
import { valueText, type Spoken } from './value-text.js';
import type { ShownField } from './field-element.js';

/** A field, for those who act for it. */
export interface FieldHost {
  element: HTMLElement & { requestUpdate(): void; updateComplete: Promise<boolean> };
  session: RunSession;
  shown: ShownField;
  /** The entry as it is now, else what is recorded. */
  value(): FieldValue | undefined;
  submit(actor: EntryActor, submission: Submission): void;
  retry(actor: EntryActor): void;
}

export { adopt, adoptButtons } from './adopt.js';
export { asking, attend } from './asking.js';

type Recordable = CommandRequest<'set-value' | 'clear-value' | 'mark-not-applicable'>;

dressLines();
guardTaps(document);

const dialog = later(() => import('./value-history/dialog.js'));

const snapshotOf = ({ session, shown }: FieldHost) => session.ongoing.peek('entry', shown.field.id);
const textsOf = ({ element }: FieldHost) => words(element, 'remedy', remedyWords);

/** The focus stays where it is, so that a press on a button does not save what is being typed first. */
const keepFocus = (event: Event): void => event.preventDefault();

export function button(host: FieldHost, label: string, looks: string, act: () => void): TemplateResult {
  adoptButtons(host);
  return html`<button
    type="button"
    class=${looks}
    aria-describedby="label"
    @mousedown=${keepFocus}
    @click=${act}
  >
    ${label}
  </button>`;
}

/** What became of the entry, else who recorded the value and when. */
export function message(host: FieldHost): unknown {
  const { element, session, shown } = host;
  const texts = words(element, 'field', fieldWords);
  const { value: state, context } = snapshotOf(host) ?? {};
  if (state === 'saving') return html`${glyph(pending)}${texts.saving}`;
  if (state === 'drafting') return texts.unsaved;
  if (state === 'asking') return question(host, context!.asked!);
  if (context) return notTaken(host, context);
  const record = recordOf(shown.field);
  if (!record) return nothing;
  return session.isPending(shown.field.id) ? html`${glyph(pending)}${texts.queued}` : recorded(host, record);
}

/** Why the entry was not taken. The label stands above and is not said again, unless the value may have been saved. */
function notTaken(host: FieldHost, context: EntryContext): TemplateResult {
  const { element, shown } = host;
  const { problem, draft, fault } = context;
  const detail = { reason: problem!, message: draft as string };
  const refusal = problem ? ({ refused: 'invalid', detail } as const) : told(host, context);
  const explained = explain(element, shown.run, shown.field.label, { ...context, refusal });
  const what = fault?.outcome === 'unknown' ? explained?.what : words(element, 'field', fieldWords).notSaved;
  return html`${glyph(warning)}<span>${what} <span>${explained?.why} ${explained?.next}</span></span>`;
}

/** A stale refusal speaks of two values, as people read them. */
function told(host: FieldHost, { draft, submission, refusal }: EntryContext): Refusal | undefined {
  if (refusal?.refused !== 'stale' || draft === undefined) return refusal;
  const { theirs } = refusal.detail?.yours ? refusal.detail : { theirs: recordOf(host.shown.field) };
  const read = (spoken: Spoken): string => valueText(host.element, host.shown.field, spoken);
  const mine = submission!.request as Spoken;
  const yours = { value: draft, raw: read(typeof mine.value === 'string' ? mine : { value: draft }) };
  return {
    refused: 'stale',
    detail: { yours: yours as ValueRecord, theirs: theirs && { ...theirs, raw: read(theirs) } },
  };
}

/** What can be done about an entry that was not taken: try again, decide between two values, give it up. */
export function recovery(host: FieldHost): TemplateResult {
  const { session, shown, submit, retry } = host;
  const texts = textsOf(host);
  const actor = session.entry(shown.field.id);
  const { value: state, context } = actor.getSnapshot();
  const stale = context.refusal?.refused === 'stale';
  const again = (): void => {
    const request = { ...context.submission!.request, base: shown.field.version } as Recordable;
    // Over a value that came meanwhile it is a change; it has been confirmed already.
    if (session.asks(request)?.reason && !request.reason) ask(host, { request, reason: true });
    else submit(actor, session.submission(request));
  };
  return html`<div class="actions" part="actions">
    ${
      stale
        ? button(host, texts.keepMine, '', again)
        : state === 'failed'
          ? button(host, words(host.element, 'field', fieldWords).retry, '', () => retry(actor))
          : nothing
    }
    ${button(host, stale ? texts.takeTheirs : texts.discard, 'quiet', () => actor.send({ type: 'DISCARD' }))}
  </div>`;
}

/** Who recorded the value, when and how: a press shows what was recorded before, where the backend keeps it. */
function recorded(host: FieldHost, { by, at, how }: ValueRecord): unknown {
  const { element, session, shown } = host;
  const { run } = shown;
  const name = personName(run, by);
  const line = words(element, 'field', fieldWords).recorded(
    name,
    formatInstant(at, localeOf(element), run.zone),
  );
  const { title, how: ways } = words(element, 'history', historyWords);
  const whole = how === 'typed' ? line : `${line}, ${known<string>(ways, how) ?? how}`;
  if (!session.adapter.values) return whole;
  const open = (): void =>
    void import('./value-history/dialog.js').then(({ openHistory }) => openHistory(host));
  return html`<button
    type="button"
    class="line"
    id="recorded"
    aria-labelledby="recorded label"
    aria-haspopup="dialog"
    title=${title}
    @click=${open}
  >
    ${dialog.lost ? words(element, 'field', fieldWords).notDrawn : whole}
  </button>`;
}

/** What can be recorded without the control: nothing at all, no, or that the field does not apply. */
export function withoutValue(host: FieldHost, clearable: boolean): TemplateResult {
  const { element, session, shown, submit } = host;
  const { step, field } = shown;
  const texts = textsOf(host);
  const record = recordOf(field);
  const place = { stepId: step!.id, targetId: field.id, base: field.version };
  const offer = (label: string, request: CommandRequest): TemplateResult =>
    button(host, label, 'quiet', () => {
      const asked = session.asks(request);
      if (asked) ask(host, asked);
      else submit(session.entry(field.id), session.submission(request));
    });
  if (record && (clearable || record.notApplicable)) {
    return offer(texts.clear, { type: 'clear-value', ...place });
  }
  // A box that was never touched says nothing: a press makes it yes, and no is a value as well (R39).
  const { no } = words(element, 'value', valueWords);
  return html`${
    field.type === 'boolean' && !record ? offer(no, { type: 'set-value', ...place, value: false }) : nothing
  }
  ${
    field.allowNotApplicable
      ? offer(texts.markNotApplicable, { type: 'mark-not-applicable', ...place })
      : nothing
  }`;
}
