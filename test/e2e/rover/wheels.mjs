// The rover's story: wheels that come as assemblies go in and out with what is in them; a part that never came is
// excepted by its issue.
import assert from 'node:assert/strict';
import { storedUnit } from '../record.mjs';

/** @typedef {import('../people.mjs').Person} Person */

export async function fitTheWheels(/** @type {Person} */ amara, /** @type {Person} */ jonas) {
  const { page } = amara;
  await amara.starts();
  const wheel = 'Drive wheel assembly';
  await amara.scans('DW-0011');
  await amara.sees(/DW-0011 is on hold: Bearing play is being looked at\./);
  await amara.scans('DW-0013');
  await amara.seesPart(wheel, 'All installed');
  await amara.part(wheel).getByText('3 parts inside').click();
  await amara.seesPart(wheel, /MOT-0388/);

  // It comes out with what is in it, and another one goes in.
  await amara.presses('Uninstall Serial DW-0013');
  await amara.sees(/The 3 parts inside come out with it:/);
  await amara.presses('Uninstall');
  await amara.seesPart(wheel, '1 remaining');
  assert.equal((await storedUnit(page, 'unit-dw-0013'))?.status, 'available');
  await amara.scans('DW-0014');
  await amara.seesPart(wheel, 'All installed');

  await amara.scans('GR-2605');
  await amara.seesPart('Bearing grease', 'All installed');
  assert.equal((await storedUnit(page, 'unit-gr-2605'))?.quantity, '1', 'for the record only');

  // There is none, and it takes an issue, and somebody who may, to go on without.
  const cap = 'Axle cap, 8 mm';
  await amara.presses('Pick from stock', amara.part(cap));
  await amara.sees('No CAP-8 in stock.');
  await amara.doesNotSee(amara.button(`Except ${cap}`));
  await jonas.stepsUp();
  await jonas.presses(`Except ${cap}`);
  const which = jonas.work.getByRole('combobox', { name: 'The issue that justifies the exception' });
  await which.selectOption('Open a new issue');
  await jonas.work
    .getByRole('textbox', { name: 'What is wrong?' })
    .fill('Axle caps are on order, due in March');
  await jonas.presses('Open issue and except');
  await jonas.seesPart(cap, 'Excepted by issue ISS-3');
  await jonas.seesPart(cap, /Excepted by Jonas Lindqvist/);
  await amara.stepsUp();
  await amara.completes('Close the lid');
}
