/** Controls that few fields have: a date, a list of many options, several of some, what is not known. They come when they are needed. */
import { html, nothing, type TemplateResult } from 'lit';
import { atSite } from '../../domain/day.js';
import type {
  DateField,
  DateTimeField,
  MultiSelectField,
  SingleSelectField,
  UnknownField,
} from '../../domain/run.js';
import { time as timeWords } from '../../messages/en/time.js';
import { words } from '../../messages/registry.js';
import { adopt, adoptButtons } from '../adopt.js';
import { leave, offered, valueOf, type Hears, type Pad } from './controls.js';
import { beside } from './links.styles.js';

export function list(pad: Pad, field: SingleSelectField): TemplateResult {
  const options = offered(pad, field.options);
  const { value, editable, texts } = pad;
  if (!editable) {
    const label = options.find((option) => option.value === value)?.label ?? '';
    return html`<input
      id="input"
      part="input"
      readonly
      data-shown=${label}
      aria-describedby="hint message"
    />`;
  }
  return html`<select id="input" part="input" aria-describedby="hint message" aria-required=${field.required}>
    <option value="">${texts.choose}</option>
    ${options.map(
      (option) => html`<option value=${option.value} ?disabled=${option.gone}>${option.label}</option>`,
    )}
  </select>`;
}

function checks(pad: Pad, { options }: MultiSelectField): TemplateResult {
  return html`<div
    class="checks"
    role="group"
    part="input"
    aria-labelledby="label"
    aria-describedby="hint message"
  >
    ${offered(pad, options).map(
      ({ value, label, gone }) =>
        html`<label class="check"
          ><input type="checkbox" name="choice" value=${value} ?disabled=${gone && pad.editable} /><span
            >${label}</span
          ></label
        >`,
    )}
  </div>`;
}

/** Labelled, with its type and its value, for reading. */
const unknown = ({ words }: Pad, { reported }: UnknownField): TemplateResult =>
  html`<textarea id="input" part="input" rows="1" readonly aria-describedby="type hint"></textarea>
    <p class="hint" id="type">${words.unknownType(reported)}</p>`;

const date = (pad: Pad, { required }: DateField): TemplateResult =>
  html`<input
    id="input"
    part="input"
    type="date"
    aria-describedby="hint message"
    aria-required=${required}
    ?readonly=${!pad.editable}
  />`;

/** The clock of a zone, `2026-03-04T10:15`; of the device where none is said. */
function clock(instant: Date, timeZone?: string): string {
  const options = { dateStyle: 'short', timeStyle: 'medium', ...(timeZone && { timeZone }) } as const;
  try {
    // Swedish writes it as the control does.
    const text = new Intl.DateTimeFormat('sv-SE', options).format(instant);
    return text.replace(' ', 'T').replace(/:00$/, '');
  } catch {
    return clock(instant, 'UTC');
  }
}

/** What is recorded, as the site's clock shows it; what is being typed is that already. */
export function atClock(text: unknown, zone: string): string {
  if (typeof text !== 'string') return '';
  const instant = new Date(text);
  return /T.*(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(instant.getTime()) ? clock(instant, zone) : text;
}

/**
 * A date with its time, by the site's clock. Its parts are typed one after the other and each makes a whole time, so it is
 * saved when it is left.
 */
function dateTime(pad: Pad, { required }: DateTimeField): TemplateResult {
  const host = pad.host();
  const texts = words(host.element, 'time', timeWords);
  const { zone } = host.shown.run;
  const now = new Date();
  const shown = atClock(pad.value, zone);
  const elsewhere = clock(now, zone) !== clock(now);
  const offset = /[+-]\d\d:\d\d$/.exec(atSite(shown || clock(now, zone), zone))?.[0] ?? '';
  adopt(host, beside);
  adoptButtons(host);
  return html`<div class="beside">
      <input
        id="input"
        part="input"
        type="datetime-local"
        data-shown=${shown}
        aria-describedby="zone hint message"
        aria-required=${required}
        ?readonly=${!pad.editable}
      />
      ${
        pad.editable
          ? html`<button
              type="button"
              aria-describedby="label"
              @click=${() => pad.save(clock(new Date(), zone).slice(0, 16))}
            >
              ${texts.now}
            </button>`
          : nothing
      }
    </div>
    ${elsewhere ? html`<p class="hint" id="zone">${texts.siteTime(zone, offset)}</p>` : nothing}`;
}

const target = (event: Event): HTMLInputElement => event.target as HTMLInputElement;

/** Half a date has no value, and must not clear the one that is recorded. */
function take(pad: Pad, event: Event): void {
  const { value, validity } = target(event);
  if (validity.badInput || value !== '' || pad.value !== undefined) pad.edit(validity.badInput ? '–' : value);
}
const dated: Hears = {
  input: take,
  focusout(pad, event) {
    if (target(event).validity.badInput) take(pad, event);
    leave(pad, event);
  },
};

/** While a year is typed, each digit makes a date of the first millennium. */
const whole: Hears = {
  ...dated,
  change: (pad, event) => valueOf(event) >= '1000' && pad.save(valueOf(event)),
};

const ticked: Hears = {
  change(pad, event) {
    const all = target(event).closest('.checks')!.querySelectorAll<HTMLInputElement>('input:checked:enabled');
    pad.save(Array.from(all, ({ value }) => value));
  },
};

export const controls = {
  date: { draw: date, hears: whole },
  'date-time': { draw: dateTime, hears: dated },
  'multi-select': { draw: checks, hears: ticked },
  unknown: { draw: unknown, hears: undefined },
};
