// The instruction of a step is corrected in this run: proposed, read as a difference, approved and closed.
import assert from 'node:assert/strict';

/** @typedef {ReturnType<typeof import('../people.mjs').peopleAt>} People */

export async function correctTheInstruction(/** @type {People} */ { amara, jonas }) {
  const { page } = jonas;
  await jonas.takesOverByBadge();
  await jonas.goToStep('Seal the head');
  await jonas.picks('Propose a redline');
  const editor = page.getByRole('dialog', { name: /^Redline for 2 Seal the head/ });
  await editor.getByRole('textbox', { name: 'What is changed, in a few words' }).fill('Grease the seal');
  await editor
    .getByRole('textbox', { name: 'Paragraph 1' })
    .fill('Grease the seal, press it into the groove and check it all around.');
  await jonas.sees('Paragraph changed', editor.getByRole('complementary', { name: 'Difference so far' }));
  await jonas.presses('Propose redline', editor);
  await editor.waitFor({ state: 'hidden' });
  await jonas.sees(/In redline: Grease the seal/);

  // What comes after it waits; what stands beside it goes on.
  const steps = page.getByRole('navigation', { name: 'Steps' });
  await steps.getByRole('button', { name: /^4 Close the lid.*Waits for 2 and 3/ }).waitFor();
  await amara.takesOver();
  await amara.goToStep('Seal the head');
  assert.equal(await amara.button('Start and check in').count(), 0);

  await jonas.takesOver();
  await jonas.goToStep('Seal the head');
  const redline = jonas.work.getByRole('region', { name: 'Redline', exact: true });
  await jonas.presses('Approve', redline);
  const approving = jonas.work.getByRole('dialog').filter({ hasText: 'Approve' });
  await jonas.presses('Approve', approving);
  await jonas.sees('Grease the seal, press it into the groove and check it all around.');
  await jonas.presses('Close redline', redline);
  const closing = jonas.work.getByRole('dialog').filter({ hasText: 'Close redline' });
  await jonas.presses('Close redline', closing);
  await jonas.button(/More actions/).waitFor();
  await steps.getByRole('button', { name: /^2 Seal the head To do/ }).waitFor();
}
