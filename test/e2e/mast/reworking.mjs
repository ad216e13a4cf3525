// A step fails, its issue says what is to become of it, and it is tried again beside the failed one.

/** @typedef {ReturnType<typeof import('../people.mjs').peopleAt>} People */

export async function failTheCamera(/** @type {People} */ { amara }) {
  await amara.takesOver();
  await amara.goToStep('Aim the camera');
  await amara.starts();
  await amara.measures('Angle to the mark', '0.9', 'Too high');
  const dialog = await amara.picks('Fail step');
  await dialog.getByRole('textbox', { name: 'What went wrong?' }).fill('The camera cannot be aimed further.');
  await amara.presses('Fail step', dialog);
  await amara.sees(/The camera cannot be aimed further/);
}

export async function decideTheIssue(/** @type {People} */ { jonas }) {
  const { page } = jonas;
  await jonas.takesOver();
  await jonas.goToStep('Aim the camera');
  const issues = page.getByRole('complementary').getByRole('region', { name: 'Issues of the run' });
  await jonas.presses(/^Choose disposition/, issues);
  const dialog = page.getByRole('dialog', { name: /^Disposition of/ });
  await dialog.getByRole('radio', { name: 'Rework' }).check();
  await jonas.presses('Choose', dialog);
  await dialog.waitFor({ state: 'hidden' });
  await jonas.pressesUntil(
    jonas.button(/^Move to in progress/, issues),
    jonas.button(/^Send to review/, issues),
  );
}

export async function tryAgain(/** @type {People} */ { amara, jonas, mei }) {
  await mei.takesOver();
  await mei.goToStep('Aim the camera');
  await mei.presses('Repeat step');
  await mei.presses('Repeat step', mei.work.getByRole('dialog'));
  await mei.goToStep('3b Aim the camera');
  await amara.takesOver();
  await amara.starts();
  await amara.measures('Angle to the mark', '0.2');
  await jonas.approves('Aim reviewed');
  await amara.completes('Seal the head');
}
