// The rover's story, last part: the lid, the lead's review, and a run that nobody changes any more.
import assert from 'node:assert/strict';
import { runId, storedEvents } from '../record.mjs';

/** @typedef {import('../people.mjs').Person} Person */

export async function closeTheLid(/** @type {Person} */ amara, /** @type {Person} */ mei) {
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

export async function completeTheRun(/** @type {Person} */ mei) {
  const { page } = mei;
  await mei.stepsUp();
  const aside = page.getByRole('complementary', { name: 'Review of the run' });
  const dialog = page.getByRole('dialog', { name: 'Complete run?' });
  // What stands in the way leads to the approval, which is given in the review.
  await mei.presses(/Rover released is not approved/, aside);
  await mei.signoff('Rover released', dialog).waitFor();
  await mei.approves('Rover released');
  const before = await storedEvents(page, runId);
  await mei.sees('3 warnings', dialog);
  await dialog.getByRole('checkbox', { name: 'I have seen the 3 warnings' }).check();
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
  for (const issue of ['ISS-1', 'ISS-2', 'ISS-3'])
    await dialog.getByRole('checkbox', { name: new RegExp(issue) }).check();
  assert.ok(await dialog.getByRole('checkbox', { name: 'I have seen the 3 warnings' }).isChecked());
  await dialog.getByRole('textbox', { name: 'Note (optional)' }).fill('The issues go with the rover.');
  await mei.presses('Complete run', dialog);
  const done = page.getByRole('dialog', { name: 'The run is complete' });
  await mei.presses('Close', done);
  await mei.doesNotSee(done);
  await mei.sees(/^Completed by Mei Tanaka/, aside);
}

export async function nothingCanBeChanged(/** @type {Person} */ amara) {
  const { page } = amara;
  await amara.stepsUp();
  for (const title of ['Test the control board power', 'Mount wheels and motors', 'Add to the build book']) {
    await amara.goToStep(title);
    for (const entry of await amara.work.getByRole('textbox').all()) assert.ok(!(await entry.isEditable()));
    const choices = amara.work.getByRole('radio').or(amara.work.getByRole('checkbox'));
    for (const choice of await choices.all()) assert.ok(await choice.isDisabled());
    // Going to another step, and looking at what stood there before, is all that is left to press.
    assert.equal(await amara.button('More actions').count(), 0);
    const buttons = (await amara.work.getByRole('button').allTextContents()).map((name) => name.trim());
    assert.deepEqual(
      buttons.filter((name) => !/^$|^\d+(\.\d+)*\b|^Recorded by /.test(name)),
      [],
    );
  }
  await page.getByRole('link', { name: 'All runs' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'Six-wheel rover 007' });
  await row.getByText('Complete', { exact: true }).waitFor();
  await row.getByText('10 of 11 steps').waitFor();
}
