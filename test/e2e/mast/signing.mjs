// The first step: recorded by one, witnessed by another at the same tablet, changed afterwards, rejected.
import assert from 'node:assert/strict';

/** @typedef {ReturnType<typeof import('../people.mjs').peopleAt>} People */

export const witnessed = 'Torque witnessed';

export async function torqueTheClamp(/** @type {People} */ { amara, jonas }) {
  await amara.openRun('Rover mast 004');
  await amara.starts();
  await amara.measures('Torque of the screws', '4.0');
  await amara.chooses('Clamp seated all around', 'Pass');
  await amara.scans('TUBE-0100');
  await amara.installs('1');
  await amara.seesPart('Mast tube, 144 mm', 'All installed');

  // Whoever did the work may hand over the tablet, and cannot say that they are the witness.
  await amara.mayNotSign(witnessed, 'Witness');
  const field = amara.signoff(witnessed);
  await amara.presses('Approve', field);
  await jonas.showsWho(witnessed, '0000');
  await amara.sees(/does not know this badge or PIN/, field);
  await jonas.showsWho(witnessed);
  await amara.sees(/^Approved by Jonas Lindqvist, Witness/, field);
  await amara.sees('Signed by Jonas Lindqvist. Amara Osei goes on working.', field);
  await amara.button('Check out').waitFor();
}

/** A signature speaks of what was there when it was given. */
export async function changeWhatWasSigned(/** @type {People} */ { amara, jonas }) {
  const field = amara.signoff(witnessed);
  await amara.measures('Torque of the screws', '4.1');
  await amara.sees(/^Changed since: Torque of the screws/, field);
  await amara.pressesInVain('Complete step');
  await amara.sees(/Torque witnessed: values changed after approval/);
  await jonas.rejects(witnessed, 'The second torque was not watched.');
  await amara.sees(/Torque witnessed was rejected/);
  await field.getByText(/Earlier decisions/).click();
  await amara.sees(/^Approved by Jonas Lindqvist/, field);
}

/** The badge of somebody who may not sign is no signature. */
export async function signWithTheWrongBadge(/** @type {People} */ { amara }) {
  const field = amara.signoff(witnessed);
  await amara.presses('Approve', field);
  await field.getByRole('group', { name: 'Who signs?' }).waitFor();
  await amara.scans(amara.badge);
  await amara.sees(/Ask Jonas Lindqvist/, field);
  await amara.presses('Cancel', field);
  assert.equal(await field.getByText(/^Approved by Amara/).count(), 0);
}
