// The rover's story: motors are run in. A tool by its label, readings that are repeated, a table filled by keys and from a
// spreadsheet, and a value out of range that somebody accepts with a reason.
import assert from 'node:assert/strict';
import { byHand } from '../people.mjs';

/** @typedef {import('../people.mjs').Person} Person */

const reading = (/** @type {number} */ at) => `Reading ${at} of 5, Shaft diameter of motor 1`;

export async function runTheMotorsIn(/** @type {Person} */ amara, /** @type {Person} */ mei) {
  await amara.starts();
  await takeACaliper(amara);
  await measureTheShaft(amara);
  await sayWhenAndWho(amara);
  await fillTheTable(amara, mei);
  await amara.completes('Fit the drive wheels');
}

/** Scans are for the tool while its field has the focus. */
async function takeACaliper(/** @type {Person} */ amara) {
  await amara.work.getByRole('textbox', { name: 'Caliper' }).click();
  await amara.scans('CAL-027');
  await amara.sees(/The calibration of Digital caliper 150 mm CAL-027 ended on/);
  await amara.scans('CAL-019');
  await amara.sees(/Dropped; waiting for repair/);
  await amara.scans('CAL-031');
  await amara.hears('Caliper: Digital caliper 150 mm');
  await amara.work
    .getByRole('textbox', { name: 'Caliper', description: /Recorded by Amara Osei.*scanned/ })
    .waitFor();
}

async function measureTheShaft(/** @type {Person} */ amara) {
  const { page } = amara;
  const { keyboard } = page;
  // Enter saves and goes on to the next one.
  await amara.measured(reading(1)).click();
  await keyboard.type('5.995', byHand);
  await keyboard.press('Enter');
  await amara.isAt(amara.measured(reading(2)));
  // In the middle of it the page is loaded anew: what was typed is there, and is not saved.
  await keyboard.type('5.99', byHand);
  await page.reload();
  await amara.measured(reading(2), /Not saved yet/).waitFor();
  assert.equal(await amara.measured(reading(2)).inputValue(), '5.99');
  await amara.measured(reading(1), /In range/).waitFor();
  await amara.measured(reading(2)).click();
  await keyboard.press('Enter');
  // A slip of the fingers is asked about and corrected before anything is saved.
  await amara.isAt(amara.measured(reading(3)));
  await keyboard.type('5.889', byHand);
  await keyboard.press('Enter');
  await amara.sees('5.889 mm is below the lowest value, 5.98 mm.');
  await amara.presses('Correct it');
  await amara.isAt(amara.measured(reading(3)));
  await keyboard.type('5.989', byHand);
  await keyboard.press('Enter');
  // The other scale of the caliper: judged in the field's unit, stored as typed.
  await amara.isAt(amara.measured(reading(4)));
  await keyboard.type('0.2358 in', byHand);
  await keyboard.press('Enter');
  await amara.isAt(amara.measured(reading(5)));
  await keyboard.type('5.998', byHand);
  await keyboard.press('Enter');
  await amara.sees('5 of 5 readings');
  await amara.measured(reading(4), /In range/).waitFor();
}

async function sayWhenAndWho(/** @type {Person} */ amara) {
  await amara.presses('Now');
  await amara.hears('Run-in begun:');
  await amara.types(amara.work.getByRole('textbox', { name: 'Run in by' }), 'amara');
  // One is found, and not chosen for her.
  await amara.tabsTo(amara.button(/Amara Osei.*Choose/), 'ArrowDown');
  await amara.page.keyboard.press('Enter');
  await amara.hears('Run in by: Amara Osei');
}

/** What a colleague has in a spreadsheet for the other five: one current is above the limit. */
const sheet = [
  ['0.43', '751', 'Clockwise', 'Pass'],
  ['0.56', '752', 'Clockwise', 'Pass'],
  ['0.44', '751', 'Counterclockwise', 'Pass'],
  ['0.42', '750', 'Counterclockwise', 'Pass'],
  ['0.45', '752', 'Counterclockwise', 'Pass'],
];

async function fillTheTable(/** @type {Person} */ amara, /** @type {Person} */ mei) {
  const { page } = amara;
  const { keyboard } = page;
  // Row by row with the keys of a spreadsheet.
  await amara.cell('Front left', 1).click();
  await keyboard.type('0.41', byHand);
  await keyboard.press('Tab');
  await keyboard.type('751', byHand);
  await keyboard.press('Tab');
  await keyboard.press('c');
  await keyboard.press('Tab');
  await keyboard.press('p');
  await keyboard.press('Tab');
  await keyboard.type('Quiet', byHand);
  await keyboard.press('Enter');
  await amara.work.getByRole('row', { name: 'Front left Done' }).waitFor();
  await amara.isAt(amara.cell('Middle left', 5));

  // A block goes in from the active cell; what is out of range waits to be confirmed.
  await keyboard.press('Home');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const block = sheet.map((row) => row.join('\t')).join('\n');
  await page.evaluate((text) => navigator.clipboard.writeText(text), block);
  await keyboard.press('ControlOrMeta+V');
  await amara.sees('19 of 20 saved, 1 to check');
  await amara.presses('Go to the next one');
  await amara.isAt(amara.cell('Rear left', 1));
  await amara.sees('0.56 A is above the highest value, 0.54 A.');
  await amara.presses('Save 1 value as it is');
  await amara.sees('20 of 20 saved');

  // The spare has nothing to measure.
  await amara.presses('Mark N/A: Spare');
  await amara.button('Clear N/A: Spare').waitFor();

  // Above the limit it takes a reason, of somebody who may give it.
  const outstanding = 'Go to: Rear left, No-load current is out of range';
  await amara.presses(outstanding);
  await amara.isAt(amara.cell('Rear left', 1));
  await mei.stepsUp();
  await mei.pressesUntil(mei.button(outstanding), mei.cell('Rear left', 1).and(mei.page.locator(':focus')));
  await keyboard.press('Alt+Enter');
  const field = mei.work.getByRole('dialog', { name: /Rear left/ });
  await mei.presses('Accept deviation', field);
  await field
    .getByRole('textbox', { name: 'Why is this acceptable?' })
    .fill('New brushes; 0.52 A after ten minutes.');
  await mei.presses('Accept deviation', field);
  await mei.sees(/^Deviation accepted by Mei Tanaka.*New brushes/, field);
  await keyboard.press('Escape');
  await amara.stepsUp();
}
