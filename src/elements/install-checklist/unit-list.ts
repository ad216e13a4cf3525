/** The units to choose from: what can go in first, then everything else with its reason. Nothing is left out. */
import { html, nothing, type TemplateResult } from 'lit';
import { allowedParts, fitsNowhere } from '../../domain/install.js';
import type { Requirement, Unit } from '../../domain/run.js';
import { install as installWords } from '../../messages/en/install.js';
import { status as statusWords } from '../../messages/en/status.js';
import { formatDate, formatDecimal } from '../../messages/format.js';
import { localeOf, words } from '../../messages/registry.js';
import { blocked, glyph, ok } from '../../styles/glyphs.js';
import { isSure, refusalOf } from './fitting.js';
import { nameOf, unitName } from './names.js';
import { idIn, type Panel } from './panel.js';

/** A list of more than so many can be narrowed. */
const long = 12;

interface Choice {
  unit: Unit;
  /** Where it would go, if it belongs anywhere. */
  place: Requirement | undefined;
  not: string | undefined;
  kittedHere: boolean;
}

function choices({ run, step, desk, key, context, say }: Panel): readonly Choice[] {
  const why = (unit: Unit, place: Requirement | undefined): string | undefined => {
    const refusal = place ? refusalOf(run, step, place, unit, context.how) : fitsNowhere(step, unit);
    return refusal && say('', { refusal })?.why;
  };
  const rank = ({ not, kittedHere }: Choice): number => (not !== undefined ? 2 : kittedHere ? 0 : 1);
  return context.found
    .flatMap((unit): Choice[] => {
      const fitting = desk
        .placesOf(key, unit)
        .filter((one) => allowedParts(one).includes(unit.partNumber) && !one.madeOnAssembly);
      const kittedHere = unit.status === 'kitted' && unit.kittedTo === run.id;
      return (fitting.length > 0 ? fitting : [undefined]).map((place) => ({
        unit,
        place,
        not: why(unit, place),
        kittedHere,
      }));
    })
    .sort((one, other) => rank(one) - rank(other));
}

export function unitList(panel: Panel): TemplateResult {
  const { element, desk, key } = panel;
  const said = words(element, 'install', installWords);
  const locale = localeOf(element);
  const all = choices(panel);
  const wanted = desk.filter.trim().toUpperCase();
  const named = ({ unit, place }: Choice): boolean =>
    [unit.serial, unit.lot, unit.partNumber, unit.description, place?.description].some((name) =>
      name?.toUpperCase().includes(wanted),
    );
  const shown = wanted === '' ? all : all.filter(named);
  const id = idIn(panel, 'filter');
  const filter = html`<div class="filter field">
    <label class="label" for=${id}>${said.filter}</label>
    <input
      id=${id}
      type="search"
      autocomplete="off"
      spellcheck="false"
      .value=${desk.filter}
      @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && event.preventDefault()}
      @input=${(event: Event) => {
        desk.filter = (event.target as HTMLInputElement).value;
        panel.redraw();
      }}
    />
    <p class="hint" role="status">${wanted === '' ? nothing : said.shown(shown.length, all.length)}</p>
  </div>`;
  return html`${all.length > long ? filter : nothing}
    <ul class="units" part="units">
      ${shown.map(item)}
    </ul>`;

  function item({ unit, place, not, kittedHere }: Choice): TemplateResult {
    const substitute = place?.substitutes.some(({ partNumber }) => partNumber === unit.partNumber);
    const facts = [
      substitute && `${said.substitute} ${unit.partNumber}`,
      unit.serial === undefined && said.available(formatDecimal(unit.quantity, locale)),
      unit.expires !== undefined && said.expires(formatDate(unit.expires, locale)),
    ].filter((fact) => typeof fact === 'string');
    const state = kittedHere ? said.kittedHere : words(element, 'status', statusWords).unit(unit.status);
    const fine = not === undefined;
    return html`<li>
      <button
        type="button"
        class="choice"
        aria-disabled=${!place}
        @click=${() => place && desk.choose(key, unit, place)}
      >
        <span class="numbers"
          ><strong>${unitName(said, unit)}</strong>${facts.map((fact) => ` · ${fact}`)}</span
        >
        ${place && fine ? html`<b>${isSure(place, unit) ? said.install : said.choose}</b>` : nothing}
        <span class="why toned ${fine ? 'ok' : 'bad'}"
          >${glyph(fine ? ok : blocked)}
          ${not ?? state}${place && fine && key === desk.scanKey ? ` · ${said.into(nameOf(place))}` : ''}</span
        >
      </button>
    </li>`;
  }
}
