/** Lists in a locale, apart from the rest of `format.ts`: a sign-off at rest says one, and counts and dates nothing. */
import { cached } from './format-value.js';

/** Three names, then how many more there are; `more` says it, "2 others". */
export function formatList(
  items: readonly string[],
  language: string,
  type: 'conjunction' | 'disjunction',
  more?: (count: number) => string,
): string {
  const rest = items.length - 3;
  const shown = more && rest > 1 ? [...items.slice(0, 3), more(rest)] : items;
  // One is a list in every language, and a formatter takes milliseconds to make.
  if (shown.length < 2) return shown.join('');
  return cached(Intl.ListFormat, language, { type }).format(shown);
}
