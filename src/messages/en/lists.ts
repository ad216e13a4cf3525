/** Lists of names in English: three, then how many more there are. */
import { formatList } from '../format-list.js';

const more = (count: number): string => `${count} more`;

export const and = (names: readonly string[]): string => formatList(names, 'en', 'conjunction', more);

export const or = (names: readonly string[]): string => formatList(names, 'en', 'disjunction', more);
