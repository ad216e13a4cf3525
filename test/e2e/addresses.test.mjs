// The portal where something is not as it should be: an address that names nothing, work that is to be forgotten, a
// browser that stores nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { peopleAt } from './people.mjs';
import { withPortal } from './portal.mjs';
import { storedEvents } from './record.mjs';

test('an address that names nothing says so and leads on', () =>
  withPortal(
    async ({ page, url }) => {
      const { amara } = peopleAt(page);
      await page.getByRole('alert').getByText('There is no run “nobody” here.').waitFor();
      await page.getByRole('heading', { level: 1, name: 'Runs' }).waitFor();
      await page.goto(`${url}#/rover-007/nowhere`);
      await amara.sees('This step is not in the run.');
      await amara.work.getByRole('link', { name: '1 Drill the drive wheels' }).click();
      await amara.seesStep('Drill the drive wheels');
      assert.ok(await page.getByRole('alert').isHidden());
      await page.goto(`${url}#/%E0%A4%A`);
      await page.getByRole('heading', { level: 1, name: 'Runs' }).waitFor();
    },
    { path: '#/nobody' },
  ));

test('starting over deletes what was recorded, after a question', () =>
  withPortal(async ({ page }) => {
    const { amara } = peopleAt(page);
    await amara.openRun('Six-wheel rover 007');
    await amara.starts();
    const footer = page.getByRole('contentinfo');
    await amara.presses('Start over', footer);
    await amara.presses('Keep my work', page.getByRole('dialog'));
    await amara.checksOut();
    await amara.presses('Start over', footer);
    await amara.presses('Delete and start over', page.getByRole('dialog'));
    await page.getByRole('listitem').filter({ hasText: 'Six-wheel rover 007' }).getByText('To do').waitFor();
    await amara.openRun('Six-wheel rover 007');
    await amara.button('Start and check in').waitFor();
    assert.deepEqual(await storedEvents(page, 'rover-007'), []);
  }));

test('a browser that stores nothing is told of', () =>
  withPortal(async ({ page }) => {
    await page.addInitScript(() => {
      indexedDB.open = () => {
        throw new DOMException('storage is off', 'SecurityError');
      };
    });
    await page.reload();
    await page.getByRole('alert').getByText('The page cannot store data on this device').waitFor();
  }));
