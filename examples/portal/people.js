// Who works at this demo, and what they show to prove it. A real portal asks its own identity provider.
import { roverPeople } from './stepwright/testing/rover-people.js';

export const people = [
  roverPeople.technician,
  roverPeople.qualityEngineer,
  roverPeople.lead,
  roverPeople.customer,
];

/** Four times a digit for each, and a badge that a scanner reads. */
export const credentials = people.map(({ id }, at) => ({
  person: id,
  pin: String(at + 1).repeat(4),
  badge: `BADGE-${at + 1}`,
}));

/** Nobody can sign in a demo whose PINs they do not know. */
export const credentialsText = `PINs in this demo: ${people.map(({ name }, at) => `${name} ${credentials[at].pin}`).join(', ')}.`;
