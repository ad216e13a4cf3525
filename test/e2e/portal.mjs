// For end-to-end tests: the built portal in a real browser. Drive it by roles, names and keys. Needs `npm run build`.
import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../tools/browser.mjs';
import { serve } from '../../tools/serve.mjs';

/**
 * Runs `story` with a page that shows the portal, and fails where the console, the page, a request or the policy had
 * anything to complain of, in any page of the context. `profile` is a folder that outlives the browser, for a story that
 * goes on at the same `server`; `quota` is how many bytes the browser stores for the portal; `allow` names complaints
 * that the story provokes.
 *
 * @template T
 * @param {(portal: {
 *   page: import('playwright-core').Page,
 *   context: import('playwright-core').BrowserContext,
 *   url: string,
 *   problems: string[],
 * }) => Promise<T>} story
 * @param {{
 *   path?: string,
 *   profile?: string,
 *   server?: { url: string },
 *   quota?: number,
 *   allow?: RegExp[],
 *   context?: import('playwright-core').BrowserContextOptions,
 * }} [options]
 * @returns {Promise<T>}
 */
export async function withPortal(
  story,
  { path = '', profile, server: given, quota, allow = [], context: options = {} } = {},
) {
  const bundle = fileURLToPath(new URL('../../dist/stepwright.bundle.js', import.meta.url));
  assert.ok(existsSync(bundle), 'dist/stepwright.bundle.js is missing: npm run build');
  const own = given ? undefined : await serve();
  const url = (given ?? own)?.url ?? '';
  const launch = await findBrowser();
  const settings = { locale: 'en-US', timezoneId: 'America/Los_Angeles', ...options };
  const browser = profile === undefined ? await chromium.launch(launch) : undefined;
  const context = browser
    ? await browser.newContext(settings)
    : await chromium.launchPersistentContext(profile ?? '', { ...launch, ...settings });
  /** @type {string[]} */
  const problems = [];
  try {
    watch(context, problems);
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    if (quota !== undefined) {
      const connection = await context.newCDPSession(page);
      await connection.send('Storage.overrideQuotaForOrigin', {
        origin: new URL(url).origin,
        quotaSize: quota,
      });
    }
    await page.goto(url + path);
    const result = await story({ page, context, url, problems });
    const complaints = problems.filter((problem) => !allow.some((pattern) => pattern.test(problem)));
    assert.deepEqual(complaints, [], 'the browser complained');
    return result;
  } catch (error) {
    await keepLook(context);
    // What the browser said is often the reason that the story got stuck.
    if (error instanceof Error && problems.length > 0)
      error.message += `\nThe browser said:\n${problems.join('\n')}`;
    throw error;
  } finally {
    await context.close();
    await browser?.close();
    await own?.close();
  }
}

/** Collects errors of pages and consoles (a violation of the policy is one) and failed requests. */
function watch(
  /** @type {import('playwright-core').BrowserContext} */ context,
  /** @type {string[]} */ problems,
) {
  context.on('weberror', (webError) =>
    problems.push(`page error: ${webError.error().stack ?? webError.error()}`),
  );
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  context.on('requestfailed', (request) => {
    // A reload takes back what was still loading.
    const why = request.failure()?.errorText ?? '';
    if (why !== 'net::ERR_ABORTED') problems.push(`request: ${request.url()} ${why}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) problems.push(`response: ${response.status()} ${response.url()}`);
  });
}

/** Where E2E_LOOK names a folder, what each page showed when a story got stuck is put there. */
async function keepLook(/** @type {import('playwright-core').BrowserContext} */ context) {
  const folder = process.env.E2E_LOOK;
  if (!folder) return;
  for (const [at, page] of context.pages().entries()) {
    await page.screenshot({ path: `${folder}/stuck-${at}.png` }).catch(() => {});
    const tree = await page.locator('body').ariaSnapshot().catch(String);
    writeFileSync(`${folder}/stuck-${at}.txt`, `${page.url()}\n${tree}`);
  }
}
