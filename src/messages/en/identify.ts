import { clip, known } from '../phrases.js';

const means: Readonly<Record<string, string>> = {
  pin: 'Signed with PIN',
  badge: 'Signed with badge',
  passkey: 'Signed with passkey',
  host: 'Signed after confirming another way',
};

/** The question who somebody is, wherever it is asked. */
export const identify = {
  person: 'Person',
  choosePerson: 'Choose a person',
  /** Said at what was left empty. */
  personNeeded: 'Choose who you are',
  pin: 'PIN',
  pinNeeded: 'Enter your PIN',
  /** `also`: after another way. */
  badge: (also: boolean) => (also ? 'Or scan your badge' : 'Scan your badge'),
  passkey: 'Use a passkey',
  /** The page has its own way. */
  host: 'Confirm another way',
  /** At a sign-off. */
  whoSigns: 'Who signs?',
  /** Who works here is another person and stays. */
  signedBy: (signer: string, worker: string) => `Signed by ${signer}. ${worker} goes on working.`,
  /** How the signer showed who they are; what is not known is the backend's own word. */
  signedWith: (by: string) => known(means, by) ?? `Signed with ${clip(by)}`,
  checking: 'Checking who you are…',
};
