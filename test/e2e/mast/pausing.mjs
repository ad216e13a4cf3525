// Work stops for a reason, the shift changes, and another person goes on at the same tablet.
import assert from 'node:assert/strict';
import { witnessed } from './signing.mjs';

/** @typedef {ReturnType<typeof import('../people.mjs').peopleAt>} People */

const scratch = 'The clamp has a scratch, please look at it.';

export async function holdTheStep(/** @type {People} */ { amara }) {
  assert.deepEqual(await amara.offered(), ['Comment', 'Open an issue', 'Put on hold', 'Fail step']);
  const dialog = await amara.picks('Put on hold');
  await dialog.getByRole('radio', { name: 'Waiting for quality' }).check();
  await dialog.getByRole('textbox', { name: /^Comment/ }).fill(scratch);
  await amara.presses('Put on hold', dialog);
  await amara.sees('On hold: Waiting for quality');
  // Nobody stays checked in, and nothing can be entered.
  await amara.sees('Not checked in anywhere', amara.page.getByRole('main'));
  await amara.measured('Torque of the screws').and(amara.page.locator('[readonly]')).waitFor();
}

export async function handOver(/** @type {People} */ { amara, mei }) {
  const page = amara.page;
  await page.getByText('Hand-over card').click();
  const card = page.getByRole('article', { name: /^Hand-over/ });
  await amara.sees(/1 Torque the mast clamp/, card);
  await amara.sees(/Waiting for quality/, card);
  await page.getByText('Hand-over card').click();

  await mei.takesOver();
  await mei.sees(scratch);
  await mei.pressesUntil(mei.button('Resume step'), mei.button('Check in'));
  await mei.checksIn();
  // What was said before she came is the first that she sees.
  const news = mei.work.getByRole('region', { name: /new comment/ });
  await mei.sees(scratch, news);
  // What loads beside may move it from under the finger.
  await mei.pressesUntil(mei.button('Read', news), news, 'hidden');
  await mei.approves(witnessed);
  await mei.completes('Seal the head');
}
