import { counted, formatNumber } from '../format.js';

/** "3 matches; 1 can be chosen". */
const matches = (found: number, usable: number): string => {
  const all = counted('en', found, { one: 'match', other: 'matches' });
  if (usable === found) return all;
  return `${all}; ${usable === 0 ? 'none' : formatNumber(usable, 'en')} can be chosen`;
};

/** Choosing a tool, a person or a part at a field. */
export const link = {
  placeholder: {
    tool: 'Scan or type serial or name',
    person: 'Scan a badge or type a name',
    part: 'Scan or type part number or name',
  },
  list: 'Show the list',
  choices: (label: string) => `Choices for ${label}`,
  choose: 'Choose',
  serial: (serial: string) => `Serial ${serial}`,
  calibrated: (date: string) => `Calibrated until ${date}`,
  searching: 'Searching…',
  /** `usable` of them can be chosen. */
  found: (found: number, usable: number) => `${matches(found, usable)}.`,
  scanned: (text: string, found: number, usable: number) => `Scanned “${text}”: ${matches(found, usable)}.`,
  notFound: (text: string) => `Nothing found for “${text}”. Check it, or show the list.`,
  notScanned: (text: string) =>
    `Scanned “${text}”, and nothing is known by that. Check the label, or show the list.`,
  /** There is nothing that the field may take. */
  empty: 'The connected system knows none that fits here.',
  more: (count: number) => `Show ${formatNumber(count, 'en')} more`,
  notSearched: 'Not looked up.',
};
