import { counted, formatList, formatNumber } from '../format.js';

const values = (count: number): string => counted('en', count, { one: 'value', other: 'values' });
const number = (count: number): string => formatNumber(count, 'en');

/** A table that is filled in cell by cell. */
export const grid = {
  /** Its name where it is read out: how large it is. */
  table: (rows: number, columns: number) =>
    `Table, ${counted('en', rows, { one: 'row', other: 'rows' })}, ${counted('en', columns, { one: 'column', other: 'columns' })}`,
  keys: 'Arrow keys move. Enter or typing edits. Escape, then Tab leaves the table.',
  /** Above the names of the rows. */
  row: 'Row',
  empty: 'This table has no rows.',
  cell: (row: string, column: string) => `${row}, ${column}`,
  /** In a cell or at a row. */
  notApplicable: 'N/A',
  /** How many cells of a row are outstanding. */
  open: (count: number) => counted('en', count, { other: 'open' }),
  done: 'Done',
  markRow: (row: string) => `Mark N/A: ${row}`,
  clearRow: (row: string) => `Clear N/A: ${row}`,
  /** On the button, below its row's name. */
  mark: 'Mark N/A',
  clear: 'Clear N/A',
  details: 'Details',
  edit: 'Edit',
  close: 'Close',
  /** Of a cell, beside its text. */
  states: {
    drafting: 'Not saved yet',
    asking: 'To be confirmed',
    invalid: 'Cannot be read',
    refused: 'Refused',
    saving: 'Saving',
    failed: 'Not sent',
  },
  /** What spreadsheets write for yes and no. */
  true: 'TRUE',
  false: 'FALSE',
  // Pasting, and whatever else is done to many cells.
  saving: (done: number, total: number) => `Saving ${number(done)} of ${number(total)}…`,
  saved: (saved: number, total: number) => `${number(saved)} of ${number(total)} saved`,
  toCheck: (count: number) => `${number(count)} to check`,
  notSent: (count: number) => `${number(count)} not sent`,
  checkNext: 'Go to the next one',
  saveAsTheyAre: (count: number) =>
    count === 1 ? 'Save 1 value as it is' : `Save ${values(count)} as they are`,
  sendAgain: (count: number) => `Send ${values(count)} again`,
  whyChanged: (count: number) =>
    count === 1 ? 'Why is it changed?' : `Why are these ${values(count)} changed?`,
  tooLarge: (count: number) => `${values(count)} did not fit into the table.`,
  notPasted: (count: number, columns: readonly string[]) =>
    `${values(count)} cannot be pasted: ${formatList(columns, 'en', 'conjunction', (more) => `${more} others`)}.`,
  nothing: 'There is nothing in it that could be pasted.',
};
