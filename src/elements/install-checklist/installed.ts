/** What has gone into a requirement: each part or place, what is inside it, and the question before it comes out. */
import { html, nothing, type TemplateResult } from 'lit';
import { personName, type Child, type Install } from '../../domain/run.js';
import { field as fieldWords } from '../../messages/en/field.js';
import { install as installWords } from '../../messages/en/install.js';
import { formatDecimal, formatInstant } from '../../messages/format.js';
import { localeOf, words } from '../../messages/registry.js';
import { glyph, todo } from '../../styles/glyphs.js';
import { unitName } from './names.js';
import type { Row } from './requirement.js';

/** No assembly is deeper; foreign data might be. */
const deepest = 20;

const countOf = (children: readonly Child[] = [], depth = 0): number =>
  depth > deepest
    ? 0
    : children.reduce((count, { children: inner }) => count + 1 + countOf(inner, depth + 1), 0);

export function installed(row: Row): TemplateResult | typeof nothing {
  const { element, run, step, requirement, desk } = row;
  const said = words(element, 'install', installWords);
  const locale = localeOf(element);
  const { designators = [], installs, partNumber, unit } = requirement;
  const places = [...new Set(designators)];
  const elsewhere = installs.filter(
    ({ designator }) => designator === undefined || !places.includes(designator),
  );
  if (places.length === 0 && installs.length === 0) return nothing;
  return html`<ul class="installs" aria-label=${places.length > 0 ? said.places : said.installed}>
    ${places.map((place) => {
      const one = installs.find(({ designator }) => designator === place);
      return one ? item(one) : emptyPlace(place);
    })}
    ${elsewhere.map(item)}
  </ul>`;

  function emptyPlace(place: string): TemplateResult {
    return html`<li class="open" part="place">
      <div class="facts">
        <b class="place numbers">${place}</b><span class="hint">${glyph(todo)} ${said.empty}</span>
      </div>
    </li>`;
  }

  function item(one: Install): TemplateResult {
    const name = unitName(said, one);
    if (desk.asking === one.id) return question(one, name);
    const by = personName(run, one.by);
    const isOther = one.partNumber !== partNumber && one.partNumber !== name;
    const split = one.lot === undefined ? said.splitOff : said.splitFrom(one.lot);
    return html`<li part="install">
      <div class="facts">
        ${one.designator === undefined ? nothing : html`<b class="place numbers">${one.designator}</b>`}
        <b class="numbers">${name}${amountOf(one)}</b>
        ${isOther ? html`<span class="badge numbers">${said.substitute} ${one.partNumber}</span>` : nothing}
        ${one.splitFrom === undefined ? nothing : html`<span class="hint">${split}</span>`}
        <span class="hint"
          >${said.installedBy(by, formatInstant(one.at, locale, run.zone))} · ${said.how[one.how]}</span
        >
        ${one.into === undefined ? nothing : holder(one.into)}
      </div>
      ${one.into === undefined && row.editable ? takeOut(one, name) : nothing}
      ${hasParts(one) ? contents(one.children!) : nothing}
    </li>`;
  }

  /** A quantity where it is not one piece with a serial, nor a trace without one. */
  function amountOf({ quantity, serial }: Child): string {
    if (quantity === '0' || serial !== undefined) return '';
    return ` · ${[formatDecimal(quantity, locale), unit].filter(Boolean).join(' ')}`;
  }

  /** Of what was made here the rows below it tell what is inside. */
  function hasParts({ id, children = [] }: Install): boolean {
    return (
      children.length > 0 && !step.requirements.some((all) => all.installs.some(({ into }) => into === id))
    );
  }

  /** What was made here keeps its parts until it comes out itself (R57). */
  function holder(into: string): TemplateResult {
    const made = step.requirements.flatMap((all) => all.installs).find(({ id }) => id === into);
    return html`<span class="hint">${said.insideOf(made ? unitName(said, made) : into)}</span>`;
  }

  function takeOut(one: Install, name: string): TemplateResult {
    return html`<button
      type="button"
      class="quiet"
      aria-label=${said.uninstallUnit(name)}
      @click=${() => desk.ask(one.id)}
    >
      ${said.uninstall}
    </button>`;
  }

  function contents(children: readonly Child[]): TemplateResult {
    return html`<details part="children">
      <summary>${said.contains(countOf(children))}</summary>
      ${tree(children)}
    </details>`;
  }

  function tree(children: readonly Child[], depth = 0): TemplateResult {
    return html`<ul class="tree">
      ${children.map(
        (child) =>
          html`<li>
            <span class="numbers"
              >${child.designator === undefined ? '' : `${child.designator} · `}${[child.partNumber, ...(child.serial !== undefined || child.lot !== undefined ? [unitName(said, child)] : [])].join(' · ')}${child.quantity === '0' || child.serial !== undefined ? '' : ` · ${formatDecimal(child.quantity, locale)}`}</span
            >
            ${child.children && child.children.length > 0 && depth < deepest ? tree(child.children, depth + 1) : nothing}
          </li>`,
      )}
    </ul>`;
  }

  function question(one: Install, name: string): TemplateResult {
    const count = countOf(one.children);
    return html`<li
      class="ask warn"
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        desk.ask(undefined);
      }}
    >
      <div>
        <p>${said.askUninstall(name)}${count > 0 ? html` ${said.alongWith(count)}` : nothing}</p>
        ${one.children && count > 0 ? tree(one.children) : nothing}
      </div>
      <button type="button" class="danger" @click=${() => desk.uninstall(requirement, one.id)}>
        ${said.uninstall}
      </button>
      <button type="button" class="quiet keep" @click=${() => desk.ask(undefined)}>
        ${words(element, 'field', fieldWords).cancel}
      </button>
    </li>`;
  }
}
