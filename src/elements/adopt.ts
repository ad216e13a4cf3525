/** Looks that an element does without until they are needed. */
import type { CSSResult, ReactiveElement } from 'lit';
import { buttons } from '../styles/buttons.js';

interface Adopting {
  element: Pick<ReactiveElement, 'shadowRoot'>;
}

/** Adds sheets to an element, before its own. */
export function adopt({ element }: Adopting, ...sheets: readonly CSSResult[]): void {
  const adopted = element.shadowRoot!.adoptedStyleSheets;
  for (const { styleSheet } of sheets) if (!adopted.includes(styleSheet!)) adopted.unshift(styleSheet!);
}

export const adoptButtons = (host: Adopting): void => adopt(host, buttons);
