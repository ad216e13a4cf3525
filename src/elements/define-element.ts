/** Registers one element under its name, with a prefix before it; twice is once. */
import { ContextRoot } from '@lit/context';
import type { SessionElement } from './session-element.js';

/** An element of this package, before it has a tag. */
export type ElementClass = (new () => SessionElement) & { prefix: string };

let remembering = false;

/** An element may be upgraded before its `run-session`: the document keeps its question until then. */
function rememberQuestions(): void {
  // Where elements are registered without a document (in Node, for rendering there), nobody asks.
  if (remembering || typeof document === 'undefined') return;
  remembering = true;
  new ContextRoot().attach(document.documentElement);
}

/** A subclass carries the prefix, so that what the element nests takes it too. */
export function defineElement(name: string, Base: ElementClass, prefix = ''): void {
  const tag = prefix + name;
  if (customElements.get(tag)) return;
  rememberQuestions();
  const Element = class extends (Base as new () => HTMLElement) {
    static prefix = prefix;
  };
  customElements.define(tag, Element);
}
