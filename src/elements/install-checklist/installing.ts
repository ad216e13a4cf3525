/** Choosing a unit and saying how much of it: the panel under a scan or a requirement. Loaded when it is first needed. */
import { html, nothing, type TemplateResult } from 'lit';
import {
  allowedParts,
  openDesignators,
  fitsNowhere,
  isTraceOnly,
  proposedQuantity,
  remaining,
} from '../../domain/install.js';
import { checkInstall } from '../../domain/install-part.js';
import { numberSigns, parseNumber } from '../../domain/measurement.js';
import { findRequirement, type Requirement, type Run, type Step, type Unit } from '../../domain/run.js';
import type { FlowContext } from '../../machines/command-flow.js';
import { field as fieldWords } from '../../messages/en/field.js';
import { install as installWords } from '../../messages/en/install.js';
import { status as statusWords } from '../../messages/en/status.js';
import { formatDecimal } from '../../messages/format.js';
import { localeOf, words } from '../../messages/registry.js';
import type { InstallContext } from '../../machines/install.js';
import { blocked, glyph, ok, part, pending, warning } from '../../styles/glyphs.js';
import type { Explanation } from '../../messages/explain.js';
import type { Desk } from './desk.js';
import { unitName } from './names.js';

/** What goes on at one place of the checklist: at a requirement, or at the input for scans. */
export interface Panel {
  element: Element;
  run: Run;
  step: Step;
  key: string;
  desk: Desk;
  state: string;
  context: InstallContext;
  say(name: string, flow: Partial<FlowContext>): Explanation | undefined;
}

export interface Shown {
  message: TemplateResult | typeof nothing;
  panel: TemplateResult | typeof nothing;
}

/** A piece with a serial is one, and what is asked for its trace alone has no quantity; anything else must be said. */
export const needsNoQuantity = (requirement: Requirement, unit: Unit): boolean =>
  unit.serial !== undefined || isTraceOnly(requirement);

/** Where a unit of a list may go. One that is named is refused by the backend where it was meant to go; a list offers no such place. */
function placeFor({ desk, key }: Panel, unit: Unit): Requirement | undefined {
  const place = desk.placeOf(key, unit);
  return place && allowedParts(place).includes(unit.partNumber) ? place : undefined;
}

export const installing = (panel: Panel): Shown => ({ message: message(panel), panel: controls(panel) });

function message(panel: Panel): TemplateResult | typeof nothing {
  const { element, step, key, desk, state, context, say } = panel;
  const said = words(element, 'install', installWords);
  const { found, text, unit, submission } = context;
  const request = submission?.request;
  const requirement = request && 'targetId' in request ? findRequirement(step, request.targetId!) : undefined;
  const name = unit ? unitName(said, unit) : (requirement?.description ?? text);
  const wait = (doing: string): TemplateResult =>
    html`<p class="message" part="message">${glyph(pending)} ${doing}</p>`;
  const bad = (flow: Partial<FlowContext>, sent: boolean): TemplateResult => {
    const { what, why, next } = say(name, flow) ?? {};
    return html`<div class="notice bad" part="message">
      ${glyph(warning)} <span>${sent ? what : nothing} ${why} ${next}</span>
    </div>`;
  };
  if (desk.unread?.key === key) return bad({ refusal: desk.unread.refusal }, false);
  if (state === 'finding') return wait(said.searching);
  if (state === 'submitting') {
    return wait(request?.type === 'uninstall-part' ? said.uninstalling : said.installing);
  }
  if (state === 'refused' || state === 'failed') return bad(context, true);
  if (state === 'unfound') return bad(context, false);
  if (state !== 'choosing') return nothing;
  const [first] = found;
  if (!first) {
    const none =
      text === '' ? said.noUnits(findRequirement(step, key)?.partNumber ?? '') : said.notFound(text);
    return html`<div class="notice warn" part="message">${glyph(warning)} <span>${none}</span></div>`;
  }
  if (!found.some((one) => placeFor(panel, one))) return bad({ refusal: fitsNowhere(step, first) }, false);
  return html`<p class="message" part="message">
    ${key === desk.scanKey && found.length > 1 ? said.several : said.found(found.length)}
  </p>`;
}

function controls(panel: Panel): TemplateResult {
  const { element, state, context, key, desk } = panel;
  const { unit, found } = context;
  const requirement = unit && desk.placeOf(key, unit);
  const sending = state === 'submitting' || state === 'refused' || state === 'failed';
  const quantity =
    unit && requirement && (state === 'measuring' || (sending && !needsNoQuantity(requirement, unit)));
  const fits = found.some((one) => placeFor(panel, one));
  const several = fits && (state === 'choosing' || (state === 'refused' && found.length > 1));
  const said = words(element, 'field', fieldWords);
  const failed = state === 'unfound' || state === 'failed';
  const inside = quantity ? measure(panel, unit, requirement) : several ? list(panel) : nothing;
  const closable = state !== 'submitting' && (failed || !quantity);
  return html`${inside}${
    closable
      ? html`<div class="actions">
          ${failed ? html`<button type="button" @click=${() => desk.retry(key)}>${said.retry}</button>` : nothing}
          <button type="button" class="quiet" @click=${() => desk.cancel(key)}>${said.cancel}</button>
        </div>`
      : nothing
  }`;
}

/** What was found: what can go in first, then everything else with its reason. Nothing is left out. */
function list(panel: Panel): TemplateResult {
  const { element, run, step, key, desk, context, say } = panel;
  const said = words(element, 'install', installWords);
  const why = (unit: Unit, place: Requirement | undefined): string | undefined => {
    const refusal = place
      ? checkInstall(
          run,
          step,
          place,
          unit,
          {
            quantity: proposedQuantity(place, unit),
            how: context.how,
            designator: openDesignators(place)[0],
          },
          new Date().toISOString(),
        )
      : fitsNowhere(step, unit);
    return refusal && say('', { refusal })?.why;
  };
  const units = context.found
    .map((unit) => ({ unit, place: placeFor(panel, unit) }))
    .map((one) => ({ ...one, not: why(one.unit, one.place) }))
    .sort((a, b) => Number(a.not !== undefined) - Number(b.not !== undefined));
  return html`<ul class="units" part="units">
    ${units.map(
      ({ unit, place, not }) =>
        html`<li>
          <button
            type="button"
            class="choice"
            aria-disabled=${!place}
            @click=${() => place && desk.choose(key, unit, place)}
          >
            <span class="numbers"><strong>${unitName(said, unit)}</strong>${extra(unit, place)}</span>
            ${place && not === undefined ? html`<b>${needsNoQuantity(place, unit) ? said.install : said.choose}</b>` : nothing}
            <span class="why toned ${not === undefined ? 'ok' : 'bad'}"
              >${glyph(not === undefined ? ok : blocked)}
              ${not ?? words(element, 'status', statusWords).unit(unit.status)}${place && not === undefined && key === desk.scanKey ? ` · ${said.into(place.description)}` : ''}</span
            >
          </button>
        </li>`,
    )}
  </ul>`;

  function extra(unit: Unit, place: Requirement | undefined): string {
    const substitute = place?.substitutes.some(({ partNumber }) => partNumber === unit.partNumber);
    return [
      substitute ? `${said.substitute} ${unit.partNumber}` : '',
      unit.serial === undefined ? said.available(formatDecimal(unit.quantity, localeOf(element))) : '',
    ]
      .filter(Boolean)
      .map((fact) => ` · ${fact}`)
      .join('');
  }
}

function measure(
  { element, context, state, key, desk }: Panel,
  unit: Unit,
  requirement: Requirement,
): TemplateResult {
  const said = words(element, 'install', installWords);
  const locale = localeOf(element);
  const busy = state === 'submitting' || state === 'failed';
  const sure = needsNoQuantity(requirement, unit);
  const send = (): void => {
    if (busy) return;
    const text = element.shadowRoot!.querySelector<HTMLInputElement>('#quantity')?.value;
    if (text === undefined) return desk.install(key, context.quantity);
    const typed = parseNumber(text, numberSigns(locale));
    if ('value' in typed) desk.install(key, typed.value);
    else
      desk.unreadable(key, {
        reason: typed.problem === 'empty' ? 'quantity-needed' : typed.problem,
        message: text,
      });
  };
  return html`<div class="installing" part="quantity">
    <p>
      ${glyph(part)} <strong class="numbers">${said.chosen(unitName(said, unit))}</strong>
      ${key !== desk.scanKey ? nothing : said.into(requirement.description)}
    </p>
    ${
      sure
        ? nothing
        : html`<div class="quantity">
            <label class="label" for="quantity">${said.quantity}</label>
            <p class="hint numbers" id="amounts">
              ${said.remaining(formatDecimal(remaining(requirement), locale))} ·
              ${said.available(formatDecimal(unit.quantity, locale))}
            </p>
            <div class="with-unit">
              <input
                id="quantity"
                class="numeric"
                inputmode="decimal"
                autocomplete="off"
                enterkeyhint="done"
                aria-describedby="amounts"
                aria-invalid=${state === 'refused' || desk.unread?.key === key}
                ?readonly=${busy}
                .value=${formatDecimal(context.quantity, locale)}
                @input=${(event: Event) => desk.typed(key, (event.target as HTMLInputElement).value)}
                @keydown=${(event: KeyboardEvent) => {
                  if (event.key !== 'Enter') return;
                  event.preventDefault();
                  send();
                }}
              />${requirement.unit ? html`<span class="unit">${requirement.unit}</span>` : nothing}
            </div>
          </div>`
    }
    <div class="actions">
      <button type="button" class="primary" aria-disabled=${busy} @click=${send}>${said.install}</button>
      ${
        busy
          ? nothing
          : html`<button type="button" class="quiet" @click=${() => desk.cancel(key)}>
              ${words(element, 'field', fieldWords).cancel}
            </button>`
      }
    </div>
  </div>`;
}
