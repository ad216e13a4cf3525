import type { NotDone } from '../explain.js';

const saved = '{name} was not saved.';
const completed = '{name} was not completed.';

/** The first sentence of every refusal and fault. */
export const notDone: NotDone = {
  'start-step': '{name} was not started.',
  'check-in': 'You were not checked in to {name}.',
  'check-out': 'You were not checked out of {name}.',
  'set-value': saved,
  'clear-value': '{name} was not cleared.',
  'mark-not-applicable': saved,
  'attach-file': 'No file was added to {name}.',
  'remove-file': '{name} was not removed.',
  sign: '{name} was not signed.',
  'install-part': '{name} was not installed.',
  'uninstall-part': '{name} was not uninstalled.',
  'except-requirement': '{name} was not excepted.',
  'complete-step': completed,
  comment: 'The comment on {name} was not saved.',
  'open-issue': 'No issue was opened for {name}.',
  'complete-run': completed,
  other: '{name} was not changed.',
};
