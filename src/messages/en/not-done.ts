import type { NotDone } from '../explain.js';

const saved = (name: string): string => `${name} was not saved.`;
const completed = (name: string): string => `${name} was not completed.`;

/** The first sentence of every refusal and fault. */
export const notDone: NotDone = {
  'start-step': (name) => `${name} was not started.`,
  'check-in': (name) => `You were not checked in to ${name}.`,
  'check-out': (name) => `You were not checked out of ${name}.`,
  'set-value': saved,
  'clear-value': (name) => `${name} was not cleared.`,
  'mark-not-applicable': (name) => `${name} was not marked not applicable.`,
  'accept-deviation': (name) => `The deviation at ${name} was not accepted.`,
  'attach-file': (name) => `The file was not added to ${name}.`,
  'remove-file': (name) => `The file was not removed from ${name}.`,
  sign: (name) => `${name} was not signed.`,
  'install-part': (name) => `Nothing was installed for ${name}.`,
  'uninstall-part': (name) => `Nothing was uninstalled from ${name}.`,
  'complete-step': completed,
  comment: (name) => `The comment on ${name} was not saved.`,
  'open-issue': (name) => `No issue was opened for ${name}.`,
  'link-issue': (name) => `The issue was not linked to ${name}.`,
  'complete-run': completed,
  other: (name) => `Nothing was changed at ${name}.`,
};
