/** Lists of names in German: three, then how many more there are. */
import { formatNumber } from '../format.js';
import { formatList } from '../format-list.js';

export const more = (count: number): string => `${formatNumber(count, 'de')} weitere`;

export const and = (names: readonly string[]): string => formatList(names, 'de', 'conjunction', more);

export const or = (names: readonly string[]): string => formatList(names, 'de', 'disjunction', more);
