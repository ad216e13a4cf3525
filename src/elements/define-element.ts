/** Registers one element under its name, with a prefix before it; twice is once. */
import type { SessionElement } from './session-element.js';

/** An element of this package, before it has a tag. */
export type ElementClass = (new () => SessionElement) & { prefix: string };

/** A subclass carries the prefix, so that what the element nests takes it too. */
export function defineElement(name: string, Base: ElementClass, prefix = ''): void {
  const tag = prefix + name;
  if (customElements.get(tag)) return;
  const Element = class extends (Base as new () => HTMLElement) {
    static prefix = prefix;
  };
  customElements.define(tag, Element);
}
