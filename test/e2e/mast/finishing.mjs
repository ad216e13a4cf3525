// Everything is sealed, closed and accepted; the customer may read and sign, and nothing else.
import assert from 'node:assert/strict';

/** @typedef {ReturnType<typeof import('../people.mjs').peopleAt>} People */

export async function sealAndClose(/** @type {People} */ { amara, jonas, mei }) {
  await amara.goToStep('Seal the head');
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
  for (const act of [/^Send to review/, /^Resolve/]) {
    await jonas.presses(act, review.getByRole('region', { name: 'Issues' }));
  }
  await mei.takesOver();
  await rafael.approves('Mast accepted');
  await mei.approves('Mast released');
  await mei.presses('Complete run', review);
}
