import { counted, formatList } from '../format.js';

/** Who acts, what they are checked in to, and who takes over. `time` is a length of time in words. */
export const operator = {
  title: 'Who works here',
  nobody: 'Nobody is signed in',
  checkedInTo: 'Checked in to',
  notCheckedIn: 'Not checked in anywhere',
  /** Two or more steps. */
  steps: (count: number) => counted('en', count, { one: 'step', other: 'steps' }),
  goTo: (step: string) => `Go to ${step}`,
  /** A step of another run. */
  inRun: (step: string, run: string) => `${step}, run ${run}`,
  checkOut: 'Check out',
  checkOutOf: (step: string) => `Check out of ${step}`,
  checkingOut: 'Checking out…',
  checkingOutOf: (step: string) => `Checking out… ${step}`,
  checkOutOfAll: 'Check out of all',
  /** Others who used this device and are still checked in. */
  alsoIn: 'Still checked in:',
  at: (name: string, steps: readonly string[]) => `${name}, ${formatList(steps, 'en', 'conjunction')}`,
  switchPerson: 'Switch person',
  signIn: 'Sign in',
  switchTitle: 'Who works here now?',
  switchAbout: 'What was typed and not saved is kept for the person before.',
  staysIn: (name: string) => `${name} stays checked in.`,
  find: 'Find a person',
  noMatch: 'Nobody is called that.',
  current: 'Works here now',
  cancel: 'Cancel',
  switched: (name: string) => `${name} works here now.`,
  // Nothing has been touched for a long time.
  idleTitle: 'Are you still there?',
  idleSince: (name: string) => `${name}, nothing has been entered for`,
  idleSteps: (steps: readonly string[]) => `Checked in to ${formatList(steps, 'en', 'conjunction')}.`,
  idleCountdown: 'You will be checked out in',
  stillHere: 'I am still here',
  checkOutNow: 'Check me out now',
  idleOut: 'Checked out',
  idleOutOf: (name: string, steps: readonly string[]) =>
    `${name} was checked out of ${formatList(steps, 'en', 'conjunction')}: nobody answered.`,
  idleNotOut: 'Not checked out',
  idleAgain: 'It is tried again every minute.',
  close: 'OK',
};
