// Saved means saved: what was shown as recorded is there after the browser was killed, and in a second tab at once.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { serve } from '../../tools/serve.mjs';
import { peopleAt } from './people.mjs';
import { withPortal } from './portal.mjs';
import { storedEvents, valuesIn } from './record.mjs';

const hole = 'Hole 1 distance from center';

/** Ends every process of a browser at once, as a power cut would. */
async function kill(/** @type {import('playwright-core').BrowserContext} */ context) {
  const browser = context.browser();
  assert.ok(browser);
  const connection = await browser.newBrowserCDPSession();
  const { processInfo } = await connection.send('SystemInfo.getProcessInfo');
  const gone = new Promise((resolve) => context.once('close', resolve));
  const own = processInfo.filter(({ id }) => id > 0);
  assert.ok(own.length > 1, 'a browser is several processes');
  // The browser first, so that it does nothing about the loss of the others.
  own.sort((a, b) => Number(b.type === 'browser') - Number(a.type === 'browser'));
  for (const { id } of own) {
    try {
      process.kill(id, 'SIGKILL');
    } catch (error) {
      // It went with the browser.
      assert.equal(/** @type {NodeJS.ErrnoException} */ (error).code, 'ESRCH');
    }
  }
  await gone;
}

test('what was shown as saved is there after the browser was killed', async () => {
  const profile = mkdtempSync(path.join(tmpdir(), 'stepwright-profile-'));
  const server = await serve();
  try {
    await withPortal(
      async ({ page, context }) => {
        const { amara } = peopleAt(page);
        await amara.openRun('Six-wheel rover 007');
        await amara.starts();
        await amara.measures(hole, '11.3');
        await kill(context);
      },
      { profile, server },
    );
    await withPortal(
      async ({ page }) => {
        const { amara } = peopleAt(page);
        await amara.openRun('Six-wheel rover 007');
        await amara.measured(hole, /In range.*Recorded by Amara Osei/).waitFor();
        assert.equal(await amara.measured(hole).inputValue(), '11.3');
        await amara.button('Check out').waitFor();
        await amara.measures('Hole 2 distance from center', '11.25');
        const events = await storedEvents(page, 'rover-007');
        assert.deepEqual(
          events.map(({ type, sequence }) => [sequence, type]),
          [
            [1, 'run-started'],
            [2, 'step-started'],
            [3, 'checked-in'],
            [4, 'value-set'],
            [5, 'value-set'],
          ],
        );
      },
      { profile, server },
    );
  } finally {
    await server.close();
    rmSync(profile, { recursive: true, force: true });
  }
});

test('a second tab shows what the first one records, and the other way round', () =>
  withPortal(async ({ page, context, url }) => {
    const { amara } = peopleAt(page);
    await amara.openRun('Six-wheel rover 007');
    await amara.starts();

    const other = await context.newPage();
    await other.goto(url);
    const { mei } = peopleAt(other);
    await mei.stepsUp();
    await mei.openRun('Six-wheel rover 007');
    await mei.sees(/Amara Osei, since/);

    await amara.measures(hole, '12.5', 'Too high');
    await mei.measured(hole, /Too high.*Recorded by Amara Osei/).waitFor();
    await mei.checksIn();
    await amara.sees(/Mei Tanaka, since/);
    await mei.measures(hole, '11.31');
    await amara.measured(hole, /In range.*Recorded by Mei Tanaka/).waitFor();
    assert.equal(await amara.measured(hole).inputValue(), '11.31');
    assert.deepEqual(valuesIn(await storedEvents(page, 'rover-007')), { 'hole-1': '11.31' });
  }));
