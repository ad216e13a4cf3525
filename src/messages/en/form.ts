import { formatNumber } from '../format.js';

/** What every dialog says in which a command is given what it still needs. */
export const form = {
  /** Beside the label of what may stay empty. */
  optional: 'optional',
  /** At what was left empty. */
  missing: 'Fill this in first.',
  notChosen: 'Choose one first.',
  /** In a list that is too long to look over. */
  search: 'Search',
  noneFits: 'Nothing fits.',
  moreFit: (count: number) => `${formatNumber(count, 'en')} more: search to find them`,
};
