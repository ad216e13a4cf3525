// Opens every page of the static Storybook: no error in the page or the console, no failed request.
// Needs `npm run build-storybook`.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../tools/browser.mjs';
import { serve } from '../../tools/serve.mjs';

const folder = fileURLToPath(new URL('../../storybook-static', import.meta.url));
const index = `${folder}/index.json`;
const entries = existsSync(index) ? Object.values(JSON.parse(readFileSync(index, 'utf8')).entries) : [];

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;

before(async () => {
  // Storybook's own pages have inline scripts and styles; our elements are held to the policy in the other tests.
  server = await serve({ folders: { '/': folder }, policy: '' });
  browser = await chromium.launch(await findBrowser());
});

after(async () => {
  await browser?.close();
  await server?.close();
});

test('the static Storybook is built', () => assert.ok(existsSync(index), 'npm run build-storybook'));

test('every page of the Storybook opens without an error', { concurrency: 4 }, async (t) => {
  await Promise.all(
    entries.map(({ id, type }) =>
      t.test(id, async () => {
        const page = await browser.newPage();
        /** @type {string[]} */
        const problems = [];
        page.on('pageerror', (error) => problems.push(String(error)));
        page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
        page.on('requestfailed', (request) =>
          problems.push(`${request.url()}: ${request.failure()?.errorText}`),
        );
        page.on(
          'response',
          (response) => response.status() >= 400 && problems.push(`${response.url()}: ${response.status()}`),
        );
        try {
          await page.goto(`${server.url}iframe.html?id=${id}&viewMode=${type === 'docs' ? 'docs' : 'story'}`);
          const shown = page.locator('body.sb-show-main, body.sb-show-errordisplay, body.sb-show-nopreview');
          await shown.waitFor({ timeout: 20_000 });
          const filled = page
            .locator(type === 'docs' ? '#storybook-docs > *' : '#storybook-root > *')
            .first();
          await filled.waitFor({ state: 'attached', timeout: 20_000 });
          await page.waitForLoadState('networkidle');
          assert.match((await page.locator('body').getAttribute('class')) ?? '', /sb-show-main/);
        } catch (error) {
          problems.push(error instanceof Error ? error.message : String(error));
        } finally {
          await page.close();
        }
        assert.deepEqual(problems, []);
      }),
    ),
  );
});
