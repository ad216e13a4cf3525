/** What goes on at a requirement or at a scan: what is said of it, and what can be done. Loaded when it is first needed. */
import { html, nothing, type TemplateResult } from 'lit';
import { allowedParts, fitsNowhere } from '../../domain/install.js';
import { findRequirement } from '../../domain/run.js';
import type { FlowContext } from '../../machines/command-flow.js';
import { field as fieldWords } from '../../messages/en/field.js';
import { install as installWords } from '../../messages/en/install.js';
import { clip } from '../../messages/phrases.js';
import { words } from '../../messages/registry.js';
import type { Label } from '../../scan/label.js';
import { glyph, pending, warning } from '../../styles/glyphs.js';
import { measure } from './amount.js';
import { building } from './building.js';
import { isSure } from './fitting.js';
import { nameOf, unitName } from './names.js';
import type { Panel, Shown } from './panel.js';
import { unitList } from './unit-list.js';

export const installing = (panel: Panel): Shown => ({ message: message(panel), panel: controls(panel) });

/** Whether anything of what was found can go in anywhere. */
const fits = ({ desk, key, context }: Panel): boolean =>
  context.found.some((unit) =>
    desk.placesOf(key, unit).some((place) => allowedParts(place).includes(unit.partNumber)),
  );

function message(panel: Panel): TemplateResult | typeof nothing {
  const { element, step, key, desk, state, context, say } = panel;
  const said = words(element, 'install', installWords);
  const { found, text, unit, submission } = context;
  const request = submission?.request;
  const requirement = request && 'targetId' in request ? findRequirement(step, request.targetId!) : undefined;
  const name = unit ? unitName(said, unit) : requirement ? nameOf(requirement) : text;
  const wait = (doing: string): TemplateResult =>
    html`<p class="message" part="message">${glyph(pending)} ${doing}</p>`;
  const note = (tone: string, ...texts: readonly unknown[]): TemplateResult =>
    html`<div class="notice ${tone}" part="message">
      ${glyph(warning)} <span>${texts.map((one) => html`${one} `)}</span>
    </div>`;
  const bad = (flow: Partial<FlowContext>, sent: boolean): TemplateResult => {
    const { what, why, next } = say(name, flow) ?? {};
    return html`${note('bad', sent ? what : nothing, why, next)}${lines(panel, flow)}`;
  };
  if (desk.unread?.key === key) return bad({ refusal: desk.unread.refusal }, false);
  if (state === 'finding') return wait(said.searching);
  if (state === 'submitting') {
    if (context.how === 'made') return wait(said.building);
    return wait(request?.type === 'uninstall-part' ? said.uninstalling : said.installing);
  }
  if (state === 'refused' || state === 'failed') return bad(context, true);
  if (state === 'unfound') return bad(context, false);
  if (state !== 'choosing') return nothing;
  const [first, ...more] = found;
  if (!first) {
    const part = findRequirement(step, key)?.partNumber ?? '';
    return note('warn', text === '' ? said.noUnits(part) : nothingFound(said, text, context.label));
  }
  if (!fits(panel)) return bad({ refusal: fitsNowhere(step, first) }, false);
  const several = key === desk.scanKey && more.length > 0;
  const told = several
    ? said.several
    : desk.placesOf(key, first).length > 1
      ? said.fitsSeveral
      : said.found(found.length);
  return html`<p class="message" part="message">${told}</p>`;
}

/** A scan that led nowhere: what was read in it, or why nothing was. */
function nothingFound(said: typeof installWords, text: string, label: Label | undefined): string {
  // What tells machines how to read a label, and what separates its parts, is not for people.
  const plain = clip((label?.body ?? text).replace(/^\][A-Za-z]\d/, '').replace(/\p{Cc}/gu, ' '));
  if (label?.problem) return said.unreadable(plain, said.labelProblem[label.problem]);
  const { serial, lot, partNumber, gtin, uid } = label ?? {};
  const part = partNumber ?? gtin;
  const facts = [
    serial !== undefined && said.serial(serial),
    lot !== undefined && said.lot(lot),
    part !== undefined && said.ofPart(part),
    uid,
  ].filter((fact) => typeof fact === 'string');
  return said.notFound(facts.length > 0 ? clip(said.read(facts)) : plain);
}

/** The way to the lines that are missing, where that was the reason. */
function lines({ step, lead }: Panel, { refusal }: Partial<FlowContext>): TemplateResult | typeof nothing {
  const missing = (refusal?.blockers ?? []).flatMap(({ targetId }) => findRequirement(step, targetId) ?? []);
  if (missing.length === 0) return nothing;
  return html`<div class="actions">
    ${missing.map((one) => html`<button type="button" @click=${() => lead(one.id)}>${nameOf(one)}</button>`)}
  </div>`;
}

function controls(panel: Panel): TemplateResult {
  const { element, state, context, key, desk } = panel;
  const { unit, found } = context;
  const requirement = unit && desk.placeOf(key, unit);
  const sending = state === 'submitting' || state === 'refused' || state === 'failed';
  const made = state === 'building' || (sending && context.how === 'made');
  const asks =
    unit &&
    requirement &&
    (state === 'measuring' || (sending && (!isSure(requirement, unit) || desk.doubt(key, unit))));
  const list = fits(panel) && (state === 'choosing' || (state === 'refused' && found.length > 1));
  const said = words(element, 'field', fieldWords);
  const failed = state === 'unfound' || state === 'failed';
  const inside = made
    ? building(panel)
    : asks
      ? measure(panel, unit, requirement)
      : list
        ? unitList(panel)
        : nothing;
  const closable = state !== 'submitting' && (failed || !(asks || made));
  return html`${inside}${
    closable
      ? html`<div class="actions">
          ${failed ? html`<button type="button" @click=${() => desk.retry(key)}>${said.retry}</button>` : nothing}
          <button type="button" class="quiet" @click=${() => desk.cancel(key)}>${said.cancel}</button>
        </div>`
      : nothing
  }`;
}
