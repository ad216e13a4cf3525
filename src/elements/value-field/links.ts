/**
 * The control of a field that links to a tool, a person or a part. What is typed or scanned is looked up; what is found is
 * listed with its reason where it may not be chosen. Nothing is chosen for the person but the one that a scan or Enter names.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { isLink } from '../../domain/link.js';
import { fault as faultWords } from '../../messages/en/fault.js';
import { field as fieldWords } from '../../messages/en/field.js';
import { link as linkWords } from '../../messages/en/link.js';
import { formatDate } from '../../messages/format.js';
import { clip } from '../../messages/phrases.js';
import { localeOf, words } from '../../messages/registry.js';
import { routerOf } from '../../scan/router.js';
import { blocked, chevron, glyph, warning } from '../../styles/glyphs.js';
import { adopt, adoptButtons } from '../adopt.js';
import { explain } from '../explain.js';
import type { FieldHost } from '../field-actions.js';
import { valueOf, type Pad } from './controls.js';
import { LinkFinder, type Candidate, type How, type LinkField, type Looking } from './link-finder.js';
import { beside, linkStyles } from './links.styles.js';

/** A control with what goes on at it. */
interface Desk {
  pad: Pad;
  host: FieldHost;
  field: LinkField;
  finder: LinkFinder;
  texts: typeof linkWords;
}

/** What goes on at an element, and at which field it does. */
const finders = new WeakMap<
  Element,
  { fieldId: string; finder: LinkFinder; leave?: (() => void) | undefined }
>();

function finderOf({ element }: FieldHost, { id }: LinkField): LinkFinder {
  let known = finders.get(element);
  if (known?.fieldId !== id) {
    known?.leave?.();
    finders.set(element, (known = { fieldId: id, finder: new LinkFinder(() => element.requestUpdate()) }));
  }
  return known.finder;
}

export function link(pad: Pad, field: LinkField): TemplateResult {
  const host = pad.host();
  const { element } = host;
  const shown = isLink(pad.value) ? pad.value.name : typeof pad.value === 'string' ? pad.value : '';
  const describedBy = 'hint message';
  if (!pad.editable) {
    return html`<input
      id="input"
      part="input"
      readonly
      data-shown=${shown}
      aria-describedby=${describedBy}
    />`;
  }
  adopt(host, linkStyles, beside);
  adoptButtons(host);
  const finder = finderOf(host, field);
  const texts = words(element, 'link', linkWords);
  const desk: Desk = { pad, host, field, finder, texts };
  offered(desk);
  const typed = (event: Event): void => {
    const text = valueOf(event);
    if (text.trim() === '') {
      drop(desk);
      return finder.close();
    }
    pad.edit(text);
    finder.soon(host.session, field, text);
  };
  return html`<div
    class="field"
    @focusin=${() => heed(desk)}
    @focusout=${(event: FocusEvent) => unheed(desk, event)}
    @keydown=${(event: KeyboardEvent) => keyDown(desk, event)}
  >
    <div class="beside">
      <input
        id="input"
        part="input"
        data-shown=${shown}
        placeholder=${texts.placeholder[field.type]}
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        enterkeyhint="search"
        aria-describedby=${describedBy}
        aria-required=${field.required}
        @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
        @input=${typed}
      />
      <button
        type="button"
        class="icon"
        aria-label=${texts.list}
        aria-describedby="label"
        aria-expanded=${finder.isOpen}
        @click=${() => (finder.isOpen ? finder.close() : void finder.look(host.session, field, '', 'typed'))}
      >
        ${glyph(chevron)}
      </button>
    </div>
    <div role="status">${said(desk)}</div>
    ${list(desk)}
  </div>`;
}

/** What is typed here so far is given up. */
function drop({ host, field }: Desk): void {
  if (host.session.ongoing.peek('entry', field.id)) host.session.entry(field.id).send({ type: 'DISCARD' });
}

/** A text that came from elsewhere, such as a scan that fits nowhere else, is looked up here, and chosen by the person. */
function offered({ host, field, finder }: Desk): void {
  const entry = host.session.ongoing.peek('entry', field.id);
  const { draft, how } = entry?.context ?? {};
  if (entry?.value !== 'drafting' || how !== 'scanned' || typeof draft !== 'string') return;
  const { looking } = finder;
  if (looking.doing !== 'nothing' && looking.text === draft) return;
  queueMicrotask(() => void finder.look(host.session, field, draft, how));
}

// Scans ---------------------------------------------------------------------------------------------------------

/** While it has the focus, scans are its own. */
function heed(desk: Desk): void {
  const { host } = desk;
  const known = finders.get(host.element)!;
  known.leave ??= routerOf(host.element.ownerDocument).join({
    element: host.element,
    takes: () => desk.pad.editable && desk.field,
    take: (text) => {
      void look(desk, text, 'scanned');
      return true;
    },
  });
}

function unheed({ host }: Desk, { relatedTarget, currentTarget }: FocusEvent): void {
  if (relatedTarget && (currentTarget as Element).contains(relatedTarget as Node)) return;
  const known = finders.get(host.element);
  known?.leave?.();
  if (known) known.leave = undefined;
}

/** The one that is named is taken, unless it may not be. */
async function look(desk: Desk, text: string, how: How): Promise<void> {
  const { finder, host, field } = desk;
  const one = await finder.look(host.session, field, text, how);
  if (one && !one.problem) choose(desk, one, how);
}

function choose({ pad, host, finder }: Desk, { link: { id, name } }: Candidate, how: How): void {
  finder.close();
  pad.save({ id, name }, how === 'scanned' ? how : undefined);
  const input = host.element.shadowRoot!.querySelector<HTMLInputElement>('#input');
  input?.focus();
  // Once its name stands there, typing replaces it.
  void host.element.updateComplete.then(() => input?.select());
}

// Keys ----------------------------------------------------------------------------------------------------------

function keyDown(desk: Desk, event: KeyboardEvent): void {
  const { finder, host } = desk;
  const target = event.target as HTMLInputElement;
  const isInput = target.id === 'input';
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === 'Enter' && isInput) {
    // Neither a form around it nor the field: what is typed is looked up first.
    event.preventDefault();
    event.stopPropagation();
    if (host.session.ongoing.peek('entry', desk.field.id)?.value === 'drafting')
      void look(desk, target.value, 'typed');
  } else if (event.key === 'Escape' && finder.isOpen) {
    if (!host.session.ongoing.peek('entry', desk.field.id)) event.stopPropagation();
    finder.close();
    host.element.shadowRoot!.querySelector<HTMLElement>('#input')?.focus();
  } else if (step) {
    event.preventDefault();
    if (!finder.isOpen) return void finder.look(host.session, desk.field, '', 'typed');
    const all = [...host.element.shadowRoot!.querySelectorAll<HTMLElement>('#input, .choices button')];
    all[all.indexOf(target) + step]?.focus();
  }
}

// What was found ------------------------------------------------------------------------------------------------

function said({ finder: { looking }, host, texts }: Desk): unknown {
  switch (looking.doing) {
    case 'nothing':
      return nothing;
    case 'finding':
      return html`<p class="hint">${texts.searching}</p>`;
    case 'failed': {
      const { why, next } = words(host.element, 'fault', faultWords).notLoaded(looking.fault);
      return html`<p class="message toned bad">
        ${glyph(warning)}<span>${texts.notSearched} ${why} ${next}</span>
      </p>`;
    }
    case 'found':
      return html`<p class="hint">${foundLine(looking, texts)}</p>`;
  }
}

function foundLine({ text, how, found }: Looking & { doing: 'found' }, texts: typeof linkWords): string {
  const usable = found.filter(({ problem }) => !problem).length;
  const read = clip(text.trim());
  if (found.length === 0) {
    return text === '' ? texts.empty : how === 'scanned' ? texts.notScanned(read) : texts.notFound(read);
  }
  return how === 'scanned' ? texts.scanned(read, found.length, usable) : texts.found(found.length, usable);
}

function list(desk: Desk): unknown {
  const { finder, host, field, texts } = desk;
  const { looking } = finder;
  if (looking.doing === 'failed') {
    const { text, how } = looking;
    return html`<div class="actions">
      <button type="button" @click=${() => void look(desk, text, how)}>
        ${words(host.element, 'field', fieldWords).retry}
      </button>
    </div>`;
  }
  if (looking.doing !== 'found' || looking.found.length === 0) return nothing;
  const { found, how } = looking;
  const rest = found.length - finder.listed;
  return html`<ul class="choices" part="choices" aria-label=${texts.choices(field.label)}>
      ${found.slice(0, finder.listed).map((one) => html`<li>${choice(desk, one, how)}</li>`)}
    </ul>
    ${
      rest > 0
        ? html`<button type="button" class="quiet" @click=${() => more(desk)}>${texts.more(rest)}</button>`
        : nothing
    }`;
}

/** The focus goes on to the first that came. */
function more({ finder, host }: Desk): void {
  const at = finder.listed;
  finder.more();
  void host.element.updateComplete.then(() =>
    host.element.shadowRoot!.querySelectorAll<HTMLElement>('.choices button')[at]?.focus(),
  );
}

function choice(desk: Desk, one: Candidate, how: How): TemplateResult {
  const { host, field, texts } = desk;
  const { problem } = one;
  const { element, shown } = host;
  const why =
    problem && explain(element, shown.run, field.label, { refusal: { refused: 'invalid', detail: problem } });
  const [name, ...facts] = factsOf(element, one, texts);
  return html`<button
    type="button"
    aria-disabled=${problem ? 'true' : nothing}
    @click=${() => problem ?? choose(desk, one, how)}
  >
    <strong>${name}</strong> ${problem ? nothing : html`<b>${texts.choose}</b>`}
    <small>${facts.join(' · ')}</small>
    ${why ? html`<span class="why toned bad">${glyph(blocked)}<span>${why.why}</span></span>` : nothing}
  </button>`;
}

/** What is known of it, the name first. */
function factsOf(element: Element, { type, thing }: Candidate, texts: typeof linkWords): readonly string[] {
  if (type === 'person') return [thing.name, ...thing.roles].map(clip);
  if (type === 'part') return [clip(thing.description || thing.partNumber), clip(thing.partNumber)];
  const { name, serial, partNumber, calibrationDue } = thing;
  return [
    clip(name || partNumber),
    ...(serial ? [texts.serial(clip(serial))] : []),
    clip(partNumber),
    ...(calibrationDue ? [texts.calibrated(formatDate(calibrationDue, localeOf(element)))] : []),
  ];
}
