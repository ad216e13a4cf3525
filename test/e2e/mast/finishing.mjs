// Everything is sealed, closed and accepted; the customer may read and sign, and nothing else.
import assert from 'node:assert/strict';

/** @typedef {ReturnType<typeof import('../people.mjs').peopleAt>} People */

export async function sealAndClose(/** @type {People} */ { amara, jonas, mei }) {
  await amara.starts();
  await amara.answers('Seal flush all around', true);
  await jonas.approves('Sealing witnessed');
  await amara.completes('Close the lid');
  await amara.starts();
  await amara.writes('Number of the lid seal', 'SEAL-77');
  await mei.approves('Lid close witnessed');
  await amara.completes();
}

export async function acceptAndComplete(/** @type {People} */ { jonas, mei, rafael }) {
  const { page } = rafael;
  const review = page.getByRole('complementary', { name: 'Review of the run' });
  await rafael.takesOver();
  assert.equal(await rafael.button('More actions').count(), 0);
  assert.equal(await page.getByRole('button', { name: 'Open an issue' }).count(), 0);
  await jonas.takesOver();
  const issues = review.getByRole('region', { name: 'Issues of the run' });
  await jonas.pressesUntil(jonas.button(/^Send to review/, issues), jonas.button(/^Resolve/, issues));
  await jonas.pressesUntil(jonas.button(/^Resolve/, issues), jonas.button(/^Reopen/, issues));
  await mei.takesOver();
  // What stands in the way leads to the approvals, which are given in the review.
  const dialog = page.getByRole('dialog', { name: 'Complete run?' });
  await mei.presses(/Mast accepted is not approved/, review);
  await mei.signoff('Mast accepted', dialog).waitFor();
  await rafael.approves('Mast accepted');
  await mei.approves('Mast released');
  await mei.sees('Nothing stands in the way', dialog);
  await mei.presses('Complete run', dialog);
  await mei.presses('Close', page.getByRole('dialog', { name: 'The run is complete' }));
  await mei.sees(/^Completed by Mei Tanaka/, review);
}
