/** What every dialog says in which a command is given what it still needs. */
export const form = {
  /** Beside the label of what may stay empty. */
  optional: 'optional',
  /** At what was left empty. */
  missing: 'Fill this in first.',
  notChosen: 'Choose one first.',
};
