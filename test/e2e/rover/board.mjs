// The rover's story: a board that is made here. Every part is scanned, each to its place; then the board gets its number.
import assert from 'node:assert/strict';
import { runId, storedEvents, storedUnit } from '../record.mjs';

/** @typedef {import('../people.mjs').Person} Person */

/** What the labels say: a GS1 Data Matrix with its separator, and our own JSON. */
const maleHeader = ']d2010950600013435210XTM-118\x1d3040';
const femaleHeader = JSON.stringify({ uid: 'unit-xtf-204' });

export async function buildTheBoard(/** @type {Person} */ amara) {
  const { page } = amara;
  const { keyboard } = page;
  await amara.starts();
  const male = 'XT30 header, male';
  const female = 'XT30 header, female';

  // Scanning is required: picking and typing are there, and impossible.
  const entry = amara.work.getByRole('textbox', { name: /^Scan or type/ });
  await amara.sees(/Parts must be scanned here\./);
  assert.ok(!(await entry.isEditable()));
  await amara.button('Pick from stock', amara.part(male)).click({ force: true });
  await amara.doesNotSee(amara.button(/XTM-118/));

  await amara.scans('UCH-0802');
  await amara.sees(/1120-0002-0072 does not belong here/);
  await amara.scans('PD-2109');
  await amara.sees(/PD-2109 expired on .*2026\. Take another one\./);
  await amara.scans(']d2010950600013435310XTM-118');
  await amara.sees(/its check digit is wrong/);
  const before = await storedEvents(page, runId);

  // What is scanned finds its part; where it goes is never taken for granted.
  await amara.scans(maleHeader);
  await amara.sees('Chosen: Lot XTM-118');
  await amara.presses('Install');
  await amara.sees(/Where it goes is not said\./);
  assert.deepEqual(await storedEvents(page, runId), before, 'nothing is chosen by default');
  await amara.installsAt('J1');
  await amara.seesPart(male, '1 of 2 installed');
  await amara.scans(maleHeader);
  await amara.sees('Chosen: Lot XTM-118');
  await amara.doesNotSee(amara.work.getByRole('radio', { name: 'J1' }));
  await amara.installsAt('J5');
  await amara.seesPart(male, 'All installed');
  await amara.scans(maleHeader);
  await amara.sees(/All are installed\./);

  // Two scans in a row: the second one finds the first still asking, and takes its place.
  await amara.scans(femaleHeader);
  await amara.scans(femaleHeader);
  await amara.installsAt('J3');
  await amara.seesPart(female, '1 of 2 installed');
  await amara.scans(femaleHeader);
  await amara.installsAt('J4');
  await amara.seesPart(female, 'All installed');
  assert.equal((await storedUnit(page, 'unit-xtf-204'))?.quantity, '38');

  // Too early: what is missing leads to its row.
  const board = amara.part('Spare control board').first();
  await amara.presses('Build here', board);
  await amara.sees('Install these first:');
  await amara.presses('Power diode', board);
  await amara.isAt(amara.button('Pick from stock', amara.part('Power diode')));
  await amara.scans('FH-ATO');
  await amara.installsAt('F1');
  await amara.seesPart('Fuse holder', 'All installed');
  // A label as only this plant has it: the portal has said what it looks like.
  await amara.scans('LOT:PD-2217');
  await amara.installsAt('D1');
  await amara.seesPart('Power diode', 'All installed');

  // Its number is scanned into the form, and nothing is built by the scanner's Enter.
  const name = amara.work.getByRole('textbox', { name: 'Serial of the new part' });
  if (!(await name.isVisible())) await amara.presses('Build here', board);
  await name.click();
  await amara.scans('BRD-0001');
  assert.equal(await name.inputValue(), 'BRD-0001');
  await keyboard.press('Tab');
  await amara.isAt(amara.button('Build and install'));
  await keyboard.press('Enter');
  await amara.seesPart('Spare control board', 'Serial BRD-0001');
  await amara.seesPart('Spare control board', /Made here/);
  await attachAPhoto(amara);
  await amara.completes('Run the motors in');
}

/** Loose evidence: what was attached by mistake is removed with a reason, and stays listed. */
async function attachAPhoto(/** @type {Person} */ amara) {
  await amara.attaches('1.png', 'Bottom side');
  await amara.presses('Remove Bottom side');
  await amara.work.getByRole('textbox', { name: 'Why is Bottom side removed?' }).fill('Out of focus');
  await amara.presses('Remove');
  await amara.sees('1 file removed');
  await amara.attaches('2.png', 'Top side');
}
