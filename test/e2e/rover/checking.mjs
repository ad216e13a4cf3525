// The rover's story, second part: measured values, a full device, a signature that is overtaken, three that fail.
import assert from 'node:assert/strict';
import { qifValues, qifVerdicts } from '../../../dist/testing/qif-widget.js';
import { fullStorage } from '../storage.mjs';
import { runId, storedEvents, typesOf, valuesIn } from '../record.mjs';

/** @typedef {import('../people.mjs').Person} Person */

export async function testTheBoard(/** @type {Person} */ amara, /** @type {Person} */ jonas) {
  const { page } = amara;
  await amara.starts();
  await amara.answers('Supply disconnected while parts were fitted', true);
  await amara.chooses('Diode D1 polarity', 'Pass');
  await amara.ticks('XT30 headers fitted', ['J1 male', 'J3 female', 'J5 male']);
  await amara.measures('T4 to T2', '14.80');
  await amara.measures('3.3 V bus', '3.28');
  await amara.measures('5 V bus', '4.90');
  // Just below the limit, at it, at the other, beyond it.
  await amara.measures('Batt+ bus', '11.499', 'Too low');
  await amara.measures('Batt+ bus', '11.5');
  await amara.measures('Batt+ bus', '16.751', 'Too high');
  await amara.measures('Batt+ bus', '16.75');
  await amara.buttonOf('J5 continuity', 'Mark not applicable').click();
  await amara.hears('J5 continuity: Not applicable');

  // The device is full: the person is told what was not saved, the entry stays, and is saved when there is room.
  const full = await fullStorage(page);
  await amara.triesToMeasure('12 V bus', '12.05', /Not saved.*This device is full/);
  const before = await storedEvents(page, runId);
  assert.ok(!('bus-12v' in valuesIn(before)));
  await full.end();
  await amara.buttonOf('12 V bus', 'Try again').click();
  await amara.measured('12 V bus', /In range.*Recorded by Amara Osei/).waitFor();
  const after = await storedEvents(page, runId);
  assert.deepEqual(typesOf(after.slice(before.length)), ['value-set'], 'recorded once');

  // What was approved is what was on the screen; a value that changes afterwards is to be approved again.
  const review = 'Power test reviewed';
  await amara.mayNotSign(review, 'Quality engineer');
  await jonas.stepsUp();
  await jonas.approves(review);
  await amara.stepsUp();
  await amara.measures('3.3 V bus', '3.31');
  await amara.signoff(review).getByText('Changed since: 3.3 V bus').waitFor();
  await readItsHistory(amara);
  await amara.pressesInVain('Complete step');
  await amara.presses('Go to: Power test reviewed: values changed after approval');
  await jonas.stepsUp();
  await jonas.approves(review, true);
  await amara.stepsUp();
  await amara.completes('Inspect the machined bracket');
  const signed = (await storedEvents(page, runId)).filter(
    (event) => event.type === 'signed' && event.targetId === 'board-review',
  );
  const versions = signed.map((event) => event.type === 'signed' && event.decision.covers['bus-3v3']);
  assert.equal(new Set(versions).size, 2, 'each approval covers the value of its time');
}

/** What stood there before opens from the line that says who recorded it. */
async function readItsHistory(/** @type {Person} */ amara) {
  const { page } = amara;
  const line = amara.button(/^Recorded by Amara Osei/);
  await amara.measured('3.3 V bus').focus();
  await page.keyboard.press('Tab');
  await amara.isAt(line);
  await page.keyboard.press('Enter');
  const history = amara.work.getByRole('dialog', { name: 'History of 3.3 V bus' });
  await history.getByText('3.31 V').waitFor();
  await history.getByText('3.28 V').waitFor();
  await page.keyboard.press('Escape');
  await amara.doesNotSee(history);
  await amara.isAt(line);
}

export async function inspectTheBracket(/** @type {Person} */ amara) {
  const { page } = amara;
  const { keyboard } = page;
  await amara.starts();
  // Some are typed, to the last digit; the measuring machine has the rest.
  await amara.measures('Diameter 10', '19.007000000000001');
  await amara.measures('Diameter 6 (1 of 2)', '4.878', 'Too low');
  await amara.buttonOf('Diameter 6 (1 of 2)', 'Open an issue').click();
  const title = amara.work.getByRole('textbox', { name: 'What is wrong?' });
  assert.match(await title.inputValue(), /^Diameter 6 \(1 of 2\): 4\.878 mm/);
  await amara.presses('Open issue');
  await amara.sees(/ISS-1 Diameter 6 \(1 of 2\)/);
  await amara.presses('Take over the results');
  await amara.sees('The results have been taken over.');
  await amara.measured('Width 15', /In range.*Recorded by Amara Osei/).waitFor();
  assert.equal(await amara.measured('Width 15').inputValue(), '9.975014245417');
  const failing = amara.work.getByRole('textbox', { description: /Too (low|high)/ });
  assert.equal(await failing.count(), 3, 'exactly three fail');

  // The second hole is of the same issue, the third failure is another.
  await amara.presses('Go to: Diameter 6 (2 of 2) is out of range');
  await amara.isAt(amara.measured('Diameter 6 (2 of 2)'));
  await amara.tabsTo(amara.buttonOf('Diameter 6 (2 of 2)', 'Link an issue'));
  await keyboard.press('Enter');
  await amara.isAt(amara.work.getByRole('combobox', { name: 'Issue' }));
  await amara.presses('Link');
  await amara.doesNotSee(amara.button('Go to: Diameter 6 (2 of 2) is out of range'));
  await amara.buttonOf('Distance between 19', 'Open an issue').click();
  await amara.presses('Open issue');
  await amara.sees(/ISS-2 Distance between 19/);
  await amara.completes('Build the spare control board');

  const events = await storedEvents(page, runId);
  const values = valuesIn(events);
  for (const [id, value] of Object.entries(qifValues)) assert.equal(values[id], value);
  const linked = events.flatMap((event) =>
    event.type === 'issue-opened' ? event.issue.links : event.type === 'issue-linked' ? event.links : [],
  );
  const failed = Object.keys(qifVerdicts).filter((id) => qifVerdicts[id] === 'FAIL');
  assert.deepEqual(linked, failed);
}
