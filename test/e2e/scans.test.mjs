// Scans that are no business of a step: they come to the portal, which opens the run that they name, or says so.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { peopleAt } from './people.mjs';
import { withPortal } from './portal.mjs';
import { runId, storedEvents } from './record.mjs';

test('a traveler’s label opens its run, wherever one is', () =>
  withPortal(async ({ page }) => {
    const { amara } = peopleAt(page);
    const main = page.getByRole('main');
    const title = (/** @type {string} */ name) => page.getByRole('heading', { level: 1, name });
    await title('Runs').waitFor();
    // The focus is on a link, and Enter would follow it.
    await page.getByRole('link', { name: 'Drive wheel DW-0012' }).focus();
    await amara.scans('1042');
    await amara.isAt(title('Six-wheel rover 007'));
    await amara.starts();

    // A step without parts takes none of it; what is being typed stays as it is, and nothing is saved.
    await amara.types(amara.measured('Hole 1 distance from center'), '11.');
    await amara.scans('XYZ-4711');
    await amara.sees('“XYZ-4711” was scanned. Nothing here takes it, and no run is named so.', main);
    assert.equal(await amara.measured('Hole 1 distance from center').inputValue(), '11.');
    assert.ok(!(await storedEvents(page, runId)).some(({ type }) => type === 'value-set'));
    await amara.presses('Close', main);
    await amara.doesNotSee(main.getByText('XYZ-4711'));
    await amara.scans('DW-0015');
    await amara.isAt(title('Drive wheel DW-0015'));
  }));

test('the sound of scans is switched off for this tab', () =>
  withPortal(async ({ page }) => {
    const { amara } = peopleAt(page);
    await amara.openRun('Six-wheel rover 007');
    const sound = page.getByRole('checkbox', { name: 'Sound for scans' });
    await page.getByText('Bench', { exact: true }).click();
    assert.ok(await sound.isChecked());
    await sound.uncheck();
    await page.reload();
    await page.getByText('Bench', { exact: true }).click();
    assert.ok(!(await sound.isChecked()));
    await page.getByRole('button', { name: 'Connect a gauge' }).waitFor();
  }));
