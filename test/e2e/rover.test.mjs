// The whole story of a rover: three people execute a run from the first check-in to its completion, with everything
// that goes wrong on the way. They use roles, names and keys; what is asserted beside the screen is what was stored.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { qifValues, qifVerdicts } from '../../dist/testing/qif-widget.js';
import { fullStorage, peopleAt } from './people.mjs';
import { withPortal } from './portal.mjs';
import { storedEvents, storedUnit, valuesIn } from './record.mjs';

/** @typedef {import('./people.mjs').Person} Person */

const runId = 'rover-007';
const typesOf = (/** @type {readonly { type: string }[]} */ events) => events.map(({ type }) => type);

test('a rover is built from the first check-in to the completed run', () =>
  withPortal(
    async ({ page }) => {
      const { amara, jonas, mei } = peopleAt(page);
      await amara.openRun('Six-wheel rover 007');
      await drillTheWheels(amara);
      await mountTheWheels(amara);
      await dressTheWires(amara, jonas);
      await completeTheCorners(amara);
      await testTheBoard(amara, jonas);
      await inspectTheBracket(amara);
      await closeTheLid(amara, mei);
      await completeTheRun(mei);
      await nothingCanBeChanged(amara);
      await theRecordIsWhole(page);
    },
    { quota: 8_000_000 },
  ));

/** By keyboard alone. */
async function drillTheWheels(/** @type {Person} */ amara) {
  const { page } = amara;
  const { keyboard } = page;
  await amara.seesStep('Drill the drive wheels');
  await amara.tabsTo(amara.button('Start and check in'));
  await keyboard.press('Enter');
  await amara.hears('You are checked in to Drill the drive wheels');
  assert.deepEqual(typesOf(await storedEvents(page, runId)), ['run-started', 'step-started', 'checked-in']);

  // Choices on the way are not recorded; the one that is left is.
  await amara.tabsTo(amara.field('Drill bit').getByRole('radio', { name: 'HSS 4.0 mm' }));
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await keyboard.press('Tab');
  await amara.hears('Drill bit: Cobalt 4.0 mm');
  assert.equal((await storedEvents(page, runId)).length, 4);

  // What cannot be read is kept, with the reason.
  const hole = amara.measured('Hole 1 distance from center');
  await amara.tabsTo(hole);
  await keyboard.type('11,3 mm');
  await keyboard.press('Enter');
  await amara.measured('Hole 1 distance from center', /Not saved.*“11,3 mm” can mean two numbers/).waitFor();
  assert.equal(await hole.inputValue(), '11,3 mm');
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type('12.1');
  await keyboard.press('Enter');
  await amara.measured('Hole 1 distance from center', /Too high.*Recorded by Amara Osei/).waitFor();

  // Too early: what is outstanding leads to its control.
  await amara.tabsTo(amara.button('Complete step'));
  await keyboard.press('Enter');
  await amara.isAt(amara.work.getByRole('heading', { name: '4 outstanding' }));
  await amara.tabsTo(amara.button('Go to: Hole 1 distance from center is out of range'));
  await keyboard.press('Enter');
  await amara.isAt(hole);
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type('11.3');
  await keyboard.press('Enter');
  await amara.measured('Hole 1 distance from center', /In range.*Recorded by Amara Osei/).waitFor();
  await amara.tabsTo(amara.measured('Hole 2 distance from center'));
  await keyboard.type('11.280');
  await keyboard.press('Enter');
  await amara.hears('Hole 2 distance from center: 11.280 mm, in range');
  await amara.tabsTo(amara.field('Holes deburred').getByRole('radio', { name: 'Pass' }));
  await keyboard.press('Space');
  await amara.hears('Holes deburred: Pass');

  await writeAComment(amara, 'New bit after wheel 3.');

  // In the middle of it the page is gone, and comes back as it was.
  const address = page.url();
  await page.reload();
  assert.equal(page.url(), address);
  assert.ok(await page.getByRole('radio', { name: 'Technician Amara Osei' }).isChecked());
  await amara.seesStep('Drill the drive wheels');
  await amara.sees(/^You, since/);
  await amara.sees('New bit after wheel 3.');
  await amara.measured('Hole 1 distance from center', /In range.*Recorded by Amara Osei/).waitFor();
  assert.equal(await amara.measured('Hole 1 distance from center').inputValue(), '11.3');
  assert.equal(await amara.measured('Hole 2 distance from center').inputValue(), '11.280');
  assert.ok(await amara.field('Drill bit').getByRole('radio', { name: 'Cobalt 4.0 mm' }).isChecked());
  assert.ok(await amara.field('Holes deburred').getByRole('radio', { name: 'Pass' }).isChecked());

  await amara.tabsTo(amara.work.getByRole('textbox', { name: 'Drilled on' }));
  await keyboard.type('11202026');
  await keyboard.press('Tab');
  await amara.hears('Drilled on: Nov 20, 2026');
  await amara.tabsTo(amara.button('Complete step'));
  await keyboard.press('Enter');
  await amara.seesStep('Assemble the front corners');
  await amara.isAt(amara.work.getByRole('heading', { name: 'Assemble the front corners' }));
  assert.deepEqual(valuesIn(await storedEvents(page, runId)), {
    'drill-bit': 'cobalt-4.0',
    'hole-1': '11.3',
    'hole-2': '11.280',
    deburred: 'pass',
    'drilled-on': '2026-11-20',
  });
}

async function writeAComment(/** @type {Person} */ amara, /** @type {string} */ text) {
  const { keyboard } = amara.page;
  await amara.tabsTo(amara.button('More actions'));
  await keyboard.press('Enter');
  await amara.isAt(amara.work.getByRole('menuitem', { name: 'Comment' }));
  await keyboard.press('ArrowDown');
  await amara.isAt(amara.work.getByRole('menuitem', { name: 'Open an issue' }));
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await amara.isAt(amara.work.getByRole('textbox', { name: 'Comment' }));
  await keyboard.type(text);
  await amara.tabsTo(amara.button('Add comment'));
  await keyboard.press('Enter');
  await amara.hears('Comment added');
  await amara.sees(text);
  await amara.isAt(amara.button('More actions'));
}

async function mountTheWheels(/** @type {Person} */ amara) {
  const { page } = amara;
  await amara.starts();
  await amara.goToStep('Mount wheels and motors');
  await amara.starts();
  const motor = 'Planetary gear motor with encoder, 223 RPM';

  await amara.scans('MOT-0402');
  await amara.sees(/MOT-0402 is installed\./);
  await amara.scans('MOT-0405');
  await amara.sees(/MOT-0405 is unavailable: Encoder failed incoming inspection\./);
  await amara.scans('MOT-0431');
  await amara.sees(/MOT-0431 is kitted for another run\./);
  await amara.scans('MOT-9999');
  await amara.sees(/Nothing found for “MOT-9999”/);
  await amara.scans('MOT-0417');
  await amara.seesPart(motor, '1 remaining');
  await amara.scans('mot-0417');
  await amara.sees(/MOT-0417 is installed here already\./);

  // One is picked, taken out again, and replaced by the one that was kitted for this rover.
  await amara.presses('Pick from stock', amara.part(motor));
  await amara.presses(/MOT-0418/, amara.part(motor));
  await amara.seesPart(motor, 'All installed');
  await amara.uninstalls('Serial MOT-0418');
  await amara.seesPart(motor, '1 remaining');
  await amara.scans('MOT-0419');
  await amara.seesPart(motor, 'All installed');
  assert.equal((await storedUnit(page, 'unit-mot-0418'))?.status, 'available');
  assert.equal((await storedUnit(page, 'unit-mot-0419'))?.status, 'installed');

  // One hub is left; the substitute makes up for the other, and no more of it than is missing.
  const hub = 'Clamping D-hub, 6 mm bore, tapped';
  await amara.scans('HUB-2211');
  await amara.installs('1');
  await amara.seesPart(hub, '1 remaining');
  await amara.scans('HYP-0093');
  await amara.installs('2');
  await amara.sees(/Only 1 may still go in\./);
  await amara.installs('1');
  await amara.seesPart(hub, 'All installed');
  await amara.seesPart(hub, 'Substitute 1310-0016-4006');

  await amara.scans('TRX-5374X');
  await amara.installs('2');
  await amara.seesPart('Talon tire on Gemini wheel', 'All installed');
  await amara.completes('Join the channels and dress the wires');
}

async function dressTheWires(/** @type {Person} */ amara, /** @type {Person} */ jonas) {
  const { page } = amara;
  await amara.starts();
  await amara.scans('UCH-0802');
  await amara.sees(/1120-0002-0072 does not belong here.*1121-0004-0120/);
  assert.deepEqual(
    (await storedEvents(page, runId)).filter((event) => 'stepId' in event && event.stepId === 'dress-wires')
      .length,
    2,
    'a part that was refused leaves no event',
  );

  // Two of twenty-four: the lot splits.
  await amara.scans('UCH-0788');
  await amara.installs('3');
  await amara.sees(/Only 2 may still go in\./);
  await amara.installs('2');
  await amara.seesPart('Low-side U-channel, 4 hole, 120 mm', 'All installed');
  assert.equal((await storedUnit(page, 'unit-uch-0788'))?.quantity, '22');
  await amara.scans('RAIL-0310');
  await amara.installs('2');
  await amara.seesPart('goRAIL, 144 mm', 'All installed');
  await amara.scans('M4X6-BHCS');
  await amara.installs('8');
  await amara.seesPart('Button-head screw M4 × 6 mm', 'All installed');
  const screws = amara.part('Socket-head screw M4 × 8 mm');
  await amara.presses('Pick from stock', screws);
  await amara.presses(/M4X8-SHCS.*500 available/, screws);
  await amara.installs('8');
  await amara.seesPart('Socket-head screw M4 × 8 mm', 'All installed');

  // For the record only: no quantity, and not after its shelf life.
  await amara.scans('TL-2403');
  await amara.sees(/TL-2403 is expired: Shelf life ended 2026-03-31\./);
  await amara.scans('TL-2609');
  await amara.seesPart('Thread locker, medium strength', 'All installed');

  await amara.addsFile('Photo of the dressed wires', 'wires.jpg', 'image/jpeg');

  // A witness decides, and not whoever did the work.
  const witnessed = 'Wire dressing witnessed';
  await amara.mayNotSign(witnessed, 'Only Witness can decide');
  await jonas.stepsUp();
  await jonas.rejects(witnessed, 'A wire touches the channel edge at the motor bracket.');
  await amara.stepsUp();
  await amara.button('Go to: Wire dressing witnessed was rejected').waitFor();
  await amara.signoff(witnessed).getByText('A wire touches the channel edge').waitFor();
  await jonas.stepsUp();
  await jonas.approves(witnessed);
  await amara.stepsUp();
  await amara.completes('Assemble the front corners');
}

async function completeTheCorners(/** @type {Person} */ amara) {
  await amara.chooses('Both corners turn freely', 'Pass');
  await amara.writes('Note for the next shift', 'Left corner is stiff when cold.');
  await amara.completes('Test the control board power');
}

async function testTheBoard(/** @type {Person} */ amara, /** @type {Person} */ jonas) {
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
  await amara.mayNotSign(review, 'Only Quality engineer can decide');
  await jonas.stepsUp();
  await jonas.approves(review);
  await amara.stepsUp();
  await amara.measures('3.3 V bus', '3.31');
  await amara.signoff(review).getByText('Changed since: 3.3 V bus').waitFor();
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

async function inspectTheBracket(/** @type {Person} */ amara) {
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
  await amara.completes('Close the lid');

  const events = await storedEvents(page, runId);
  const values = valuesIn(events);
  for (const [id, value] of Object.entries(qifValues)) assert.equal(values[id], value);
  const linked = events.flatMap((event) =>
    event.type === 'issue-opened' ? event.issue.links : event.type === 'issue-linked' ? event.links : [],
  );
  const failed = Object.keys(qifVerdicts).filter((id) => qifVerdicts[id] === 'FAIL');
  assert.deepEqual(linked, failed);
}

async function closeTheLid(/** @type {Person} */ amara, /** @type {Person} */ mei) {
  const review = mei.page.getByRole('complementary', { name: 'Review of the run' });
  await amara.starts();
  // The lead looks at something else meanwhile, and is led to what stands in the way.
  await mei.stepsUp();
  await mei.goToStep('Drill the drive wheels');
  await mei.presses(/Seal number is empty/, review);
  await mei.seesStep('Close the lid');
  await mei.isAt(mei.work.getByRole('textbox', { name: 'Seal number' }));
  await amara.stepsUp();
  await amara.answers('Nothing loose inside the body', true);
  await amara.writes('Seal number', 'SEAL-0420');
  await amara.completes('Add to the build book');
}

async function completeTheRun(/** @type {Person} */ mei) {
  const { page } = mei;
  await mei.stepsUp();
  const aside = page.getByRole('complementary', { name: 'Review of the run' });
  const dialog = page.getByRole('dialog', { name: 'Complete run?' });
  // What stands in the way leads to the approval, which is given in the review.
  await mei.presses(/Rover released is not approved/, aside);
  await mei.signoff('Rover released', dialog).waitFor();
  await mei.approves('Rover released');
  const before = await storedEvents(page, runId);
  await mei.sees('2 warnings', dialog);
  await dialog.getByRole('checkbox', { name: 'I have seen the 2 warnings' }).check();
  await dialog.getByRole('textbox', { name: 'Note (optional)' }).fill('Never to be seen.');
  await mei.presses('Cancel', dialog);
  await mei.doesNotSee(dialog);
  assert.deepEqual(await storedEvents(page, runId), before, 'canceling leaves no trace');

  await mei.presses('Complete run', aside);
  assert.equal(await dialog.getByRole('textbox', { name: 'Note (optional)' }).inputValue(), '');
  await mei.sees('Nothing stands in the way', dialog);
  // Not before every warning has been seen.
  await mei.pressesInVain('Complete run', dialog);
  await mei.sees('Acknowledge the warnings first', dialog);
  for (const issue of ['ISS-1', 'ISS-2'])
    await dialog.getByRole('checkbox', { name: new RegExp(issue) }).check();
  assert.ok(await dialog.getByRole('checkbox', { name: 'I have seen the 2 warnings' }).isChecked());
  await dialog.getByRole('textbox', { name: 'Note (optional)' }).fill('Both issues go with the rover.');
  await mei.presses('Complete run', dialog);
  const done = page.getByRole('dialog', { name: 'The run is complete' });
  await mei.presses('Close', done);
  await mei.doesNotSee(done);
  await mei.sees(/^Completed by Mei Tanaka/, aside);
}

async function nothingCanBeChanged(/** @type {Person} */ amara) {
  const { page } = amara;
  await amara.stepsUp();
  for (const title of ['Test the control board power', 'Mount wheels and motors', 'Add to the build book']) {
    await amara.goToStep(title);
    for (const entry of await amara.work.getByRole('textbox').all()) assert.ok(!(await entry.isEditable()));
    const choices = amara.work.getByRole('radio').or(amara.work.getByRole('checkbox'));
    for (const choice of await choices.all()) assert.ok(await choice.isDisabled());
    assert.deepEqual(await amara.work.getByRole('button').allTextContents(), []);
  }
  await page.getByRole('link', { name: 'All runs' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'Six-wheel rover 007' });
  await row.getByText('Complete', { exact: true }).waitFor();
  await row.getByText('7 of 8 steps').waitFor();
}

/** The story once more, as it is stored. */
async function theRecordIsWhole(/** @type {import('playwright-core').Page} */ page) {
  const events = await storedEvents(page, runId);
  assert.deepEqual(
    events.map(({ sequence }) => sequence),
    events.map((_, at) => at + 1),
    'no event is missing',
  );
  const completed = events.flatMap((event) => (event.type === 'step-completed' ? event.stepId : []));
  assert.deepEqual(completed, [
    'drill-wheels',
    'mount-wheels',
    'dress-wires',
    'corners',
    'board-test',
    'inspection',
    'close-lid',
  ]);
  const decisions = events.flatMap((event) =>
    event.type === 'signed' ? `${event.targetId} ${event.decision.decision} ${event.by}` : [],
  );
  assert.deepEqual(decisions, [
    'wires-witness reject quality-engineer',
    'wires-witness approve quality-engineer',
    'board-review approve quality-engineer',
    'board-review approve quality-engineer',
    'release approve lead',
  ]);
  const { 'wires-photo': photo, ...values } = valuesIn(events);
  assert.equal(/** @type {any[]} */ (photo)[0].name, 'wires.jpg');
  assert.deepEqual(values, {
    'drill-bit': 'cobalt-4.0',
    'hole-1': '11.3',
    'hole-2': '11.280',
    deburred: 'pass',
    'drilled-on': '2026-11-20',
    'corners-turn': 'pass',
    'corners-note': 'Left corner is stiff when cold.',
    'supply-off': true,
    'diode-polarity': 'pass',
    headers: ['j1', 'j3', 'j5'],
    't4-t2': '14.80',
    'bus-3v3': '3.31',
    'bus-5v': '4.90',
    'bus-12v': '12.05',
    'bus-batt': '16.75',
    'j5-continuity': null,
    ...qifValues,
    'nothing-loose': true,
    'seal-number': 'SEAL-0420',
  });
  const installs = events.flatMap((event) =>
    event.type === 'part-installed'
      ? `${event.install.serial ?? event.install.lot ?? event.install.partNumber} ${event.install.quantity}`
      : [],
  );
  assert.deepEqual(installs, [
    'MOT-0417 1',
    'MOT-0418 1',
    'MOT-0419 1',
    'HUB-2211 1',
    'HYP-0093 1',
    'TRX-5374X 2',
    'UCH-0788 2',
    'RAIL-0310 2',
    'M4X6-BHCS 8',
    'M4X8-SHCS 8',
    'TL-2609 0',
  ]);
  const last = events.at(-1);
  assert.ok(last?.type === 'run-completed');
  assert.equal(last.by, 'lead');
  assert.equal(last.completion.note, 'Both issues go with the rover.');
  assert.equal(last.completion.acknowledged.length, 2);
}
