/** A person's initials in a round mark, beside their name. */
import { css, html, type TemplateResult } from 'lit';

const letters = /\p{L}|\p{N}/u;

/** The first letters of the first and the last word of a name. */
export function initials(name: string): string {
  const words = name
    .slice(0, 200)
    .split(/\s+/)
    .filter((word) => letters.test(word));
  const first = (word = ''): string => letters.exec(word)?.[0] ?? '';
  return (first(words[0]) + (words.length > 1 ? first(words.at(-1)) : '')).toLocaleUpperCase();
}

/** It says nothing that the name beside it does not. */
export const mark = (name: string, look = ''): TemplateResult =>
  html`<span class="mark ${look}" aria-hidden="true">${initials(name)}</span>`;

/** `mark`, and with `away` one of who is not there now. */
export const markStyles = css`
  .mark {
    display: inline-grid;
    place-items: center;
    flex: none;
    inline-size: 2.25em;
    block-size: 2.25em;
    border: 1px solid transparent;
    border-radius: 50%;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: var(--_size-1);
    font-weight: 600;
    line-height: 1;
  }
  .mark.away {
    border-color: var(--_line-strong);
    background: none;
    color: var(--_text-quiet);
  }
`;
