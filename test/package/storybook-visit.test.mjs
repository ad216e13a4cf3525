// Opens every page of the static Storybook: no error in the page or the console, no failed request.
// Needs `npm run build-storybook`.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../tools/browser.mjs';
import { serve } from '../../tools/serve.mjs';

/** @typedef {{ id: string, type: 'story' | 'docs', importPath: string }} Entry */

const folder = fileURLToPath(new URL('../../storybook-static', import.meta.url));
const index = `${folder}/index.json`;
/** @type {Entry[]} */
const entries = existsSync(index) ? Object.values(JSON.parse(readFileSync(index, 'utf8')).entries) : [];

/** What each file of stories has; the files with most to show come first. */
const files = [...new Set(entries.map(({ importPath }) => importPath))]
  .map((file) => ({ file, entries: entries.filter(({ importPath }) => importPath === file) }))
  .sort((a, b) => b.entries.length - a.entries.length);

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

/** A tab in which everything that goes wrong is noted. */
async function newTab() {
  const page = await browser.newPage();
  /** @type {string[]} */
  const problems = [];
  /** @type {Set<import('playwright-core').Request>} */
  const underWay = new Set();
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('request', (request) => underWay.add(request));
  page.on('requestfinished', (request) => underWay.delete(request));
  page.on('requestfailed', (request) => {
    underWay.delete(request);
    const reason = request.failure()?.errorText;
    // A story of a document that is in a frame of its own goes away with what it was still loading.
    if (reason === 'net::ERR_ABORTED' && request.frame() !== page.mainFrame()) return;
    problems.push(`${request.url()}: ${reason}`);
  });
  page.on(
    'response',
    (response) => response.status() >= 400 && problems.push(`${response.url()}: ${response.status()}`),
  );
  return { page, problems, underWay };
}

async function loaded(/** @type {Set<import('playwright-core').Request>} */ underWay) {
  const end = Date.now() + 20_000;
  while (underWay.size > 0) {
    if (Date.now() > end) throw new Error(`no answer: ${[...underWay].map((one) => one.url()).join(', ')}`);
    await wait(20);
  }
}

/** Whether the Storybook is done with a page, or has given up on it. Runs in the browser. */
const isDone = (/** @type {{ id: string, type: string }} */ { id, type }) => {
  if (document.body.matches('.sb-show-errordisplay, .sb-show-nopreview')) return true;
  if (!document.body.matches('.sb-show-main')) return false;
  const { __STORYBOOK_ADDONS_CHANNEL__: channel } = /** @type {any} */ (globalThis);
  if (type === 'story') return channel.last('storyFinished')?.[0].storyId === id;
  if (channel.last('docsRendered')?.[0] !== id) return false;
  // Among the documents a story is there, or in a frame of its own; one that failed says so in its place.
  const stories = [...document.querySelectorAll('[data-story-block]')];
  return stories.every((story) => story.querySelector('[data-name] > *, iframe, :scope > pre'));
};

/** Shows a page in a tab: the first one by its address, those after it as the Storybook's list does it. */
async function show(/** @type {import('playwright-core').Page} */ page, /** @type {Entry} */ { id, type }) {
  if (page.url() === 'about:blank') {
    // What axe finds in them is the matter of test/support/story-checks.ts.
    await page.goto(`${server.url}iframe.html?id=${id}&viewMode=${type}&globals=a11y.manual:!true`);
  } else {
    await page.evaluate(
      (chosen) =>
        /** @type {any} */ (globalThis).__STORYBOOK_ADDONS_CHANNEL__.emit('setCurrentStory', chosen),
      { storyId: id, viewMode: type },
    );
  }
  await page.waitForFunction(isDone, { id, type }, { timeout: 20_000 });
  const filled = page.locator(type === 'docs' ? '#storybook-docs > *' : '#storybook-root > *').first();
  await filled.waitFor({ state: 'attached', timeout: 20_000 });
  assert.match((await page.locator('body').getAttribute('class')) ?? '', /sb-show-main/);
  assert.deepEqual(await page.locator('[data-story-block] > pre').allTextContents(), []);
}

test('the static Storybook is built', () => assert.ok(existsSync(index), 'npm run build-storybook'));

test('every page of the Storybook opens without an error', { concurrency: 4 }, async (t) => {
  await Promise.all(
    files.map(({ file, entries }) =>
      t.test(file, async (t) => {
        let tab = await newTab();
        for (const entry of entries) {
          await t.test(entry.id, async () => {
            const { page, problems, underWay } = tab;
            await show(page, entry).catch((error) => problems.push(String(error)));
            await loaded(underWay).catch((error) => problems.push(String(error)));
            if (problems.length === 0) return;
            await page.close();
            tab = await newTab();
            assert.deepEqual(problems, []);
          });
        }
        // What comes late is told of the page after it, and of the last one here.
        await wait(500);
        await tab.page.close();
        assert.deepEqual(tab.problems, []);
      }),
    ),
  );
});

test('the Storybook itself looks for faults of accessibility', async () => {
  const { page, problems } = await newTab();
  const id = entries.find(({ type }) => type === 'story')?.id;
  await page.goto(`${server.url}iframe.html?id=${id}&viewMode=story`);
  const finished = await page.waitForFunction(
    () => /** @type {any} */ (globalThis).__STORYBOOK_ADDONS_CHANNEL__?.last('storyFinished')?.[0],
  );
  const { status, reporters } = await finished.jsonValue();
  await page.close();
  assert.deepEqual(problems, []);
  assert.equal(status, 'success');
  assert.deepEqual(
    reporters.map((/** @type {any} */ one) => [one.type, one.status]),
    [['a11y', 'passed']],
  );
});
