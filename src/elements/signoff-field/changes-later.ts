/** What has changed since a signature, for a person who wants to know before they sign again; what tells it comes then. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Decision, Id } from '../../domain/run.js';
import { changes as changesWords } from '../../messages/en/changes.js';
import { field as fieldWords } from '../../messages/en/field.js';
import { words } from '../../messages/registry.js';
import { later } from '../later.js';
import { lost } from '../lost.js';
import type { Deciding } from './deciding.js';

const whatChanged = later(() => import('./changes.js'));

/** The decisions whose changes somebody looks at. */
const looked = new WeakMap<Element, Id>();

/** Of a gate, which speaks of whole steps, there is no more to say. */
export function changesSince(it: Deciding, last: Decision): TemplateResult | typeof nothing {
  const { element, run, field } = it;
  if (run.gates.some(({ id }) => id === field.id)) return nothing;
  const isOpen = looked.get(element) === last.id;
  const toggled = (event: Event): void => {
    if ((event.target as HTMLDetailsElement).open) looked.set(element, last.id);
    else if (looked.get(element) === last.id) looked.delete(element);
    element.requestUpdate();
  };
  const list = (): unknown =>
    whatChanged(() => element.requestUpdate())?.changes(it, last) ??
    lost(whatChanged, words(element, 'field', fieldWords));
  return html`<details part="changes" .open=${isOpen} @toggle=${toggled}>
    <summary>${words(element, 'changes', changesWords).show}</summary>
    ${isOpen ? list() : nothing}
  </details>`;
}
