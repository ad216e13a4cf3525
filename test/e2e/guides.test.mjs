// The samples of the guides do what the guides say: all of a guide's run together, as they stand there, in one page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { withPortal } from './portal.mjs';

/** What the guides call "your data". */
const yourData = `
  import { roverRuns } from '/stepwright/testing/rover.js';
  const runs = roverRuns();
  const sharedDevice = false;`;

/** @typedef {import('playwright-core').Page} Page */

/** The samples of a guide in a page of their own, with something more at their end. */
async function withGuide(
  /** @type {Page} */ page,
  /** @type {string} */ name,
  /** @type {string} */ afterwards = '',
  lang = 'en',
) {
  const text = readFileSync(new URL(`../../stories/guides/${name}.mdx`, import.meta.url), 'utf8');
  const of = (/** @type {string} */ language) =>
    [...text.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(([, code = '']) => code);
  const [markup] = of('html');
  const scripts = of('js');
  assert.ok(markup && scripts.length > 0);
  // The guide to the start brings the data along.
  const data = scripts.some((code) => /const runs\b/.test(code)) ? '' : yourData;
  const module = [data, ...scripts, afterwards]
    .join('\n')
    .replaceAll(`'stepwright'`, `'/stepwright/stepwright.bundle.js'`)
    .replaceAll(`'stepwright/testing'`, `'/stepwright/testing/rover.js'`)
    .replace(/'stepwright\/([^']+)'/g, `'/stepwright/$1.js'`);
  const body = `<!doctype html><html lang="${lang}"><title>${name}</title><script type="module" src="/guide.js"></script>${markup}`;
  await page.route('**/guide.html', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.route('**/guide.js', (route) => route.fulfill({ contentType: 'text/javascript', body: module }));
  await page.goto(new URL('/guide.html', page.url()).href);
}

test('the guide to the start: a run is worked on as it stands there', () =>
  withPortal(async ({ page }) => {
    await withGuide(page, 'start');
    await page.getByRole('button', { name: 'Start and check in' }).click();
    await page.getByRole('button', { name: 'Check out' }).waitFor();
    await page.getByRole('button', { name: 'Complete run' }).waitFor();
  }));

test('the guide to the start: the page without a bundler speaks German', () =>
  withPortal(async ({ page }) => {
    const text = readFileSync(new URL('../../stories/guides/start.mdx', import.meta.url), 'utf8');
    const [markup, tags = ''] = [...text.matchAll(/```html\n(.*?)```/gs)].map(([, code]) => code);
    assert.ok(markup && tags);
    const [, inline = ''] = /<script type="module">\n(.*?)<\/script>/s.exec(tags) ?? [];
    assert.ok(inline);
    // A page under the strict policy of the portal has its script in a file.
    const script = `${inline}
      import { roverRuns } from '/stepwright/testing/rover.js';
      Object.assign(document.querySelector('run-session'), {
        adapter: indexedDbAdapter({ name: 'plain', runs: roverRuns() }), runId: 'rover-007', person: 'technician' });`;
    const body = `<!doctype html><html lang="de"><title>plain</title>${tags.replace(inline, '').replace('<script type="module">', '<script type="module" src="/plain.js">')}${markup}`;
    await page.route('**/plain.html', (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.route('**/plain.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: script }),
    );
    await page.goto(new URL('/plain.html', page.url()).href);
    await page.getByRole('button', { name: 'Beginnen und anmelden' }).waitFor();
  }));

test('the guide to looks: tags, words and colors of its own', () =>
  withPortal(async ({ page }) => {
    await withGuide(page, 'looks');
    await page.getByRole('button', { name: 'Clock in' }).click();
    await page.getByRole('button', { name: 'Clock out' }).waitFor();
    await page.locator('acme-run-step').locator('acme-measurement-field').first().waitFor();
  }));

test('the guide to looks: words of its own in German', () =>
  withPortal(async ({ page }) => {
    await withGuide(page, 'looks', '', 'de');
    await page.getByRole('button', { name: 'Anfangen' }).click();
    await page.getByRole('button', { name: 'Abmelden' }).waitFor();
  }));

test('the guide to recording: a value is asked about, drafted, recorded and has a history', () =>
  withPortal(async ({ page }) => {
    await withGuide(page, 'recording');
    await page.getByRole('button', { name: 'Start and check in' }).click();
    const hole = page.getByRole('textbox', { name: /^Hole 1 distance from center/ });
    await hole.fill('12.1');
    await page.reload();
    await hole.and(page.getByRole('textbox', { description: /Not saved yet/ })).waitFor();
    await hole.press('Enter');
    await page.getByRole('button', { name: 'Save as it is' }).click();
    await hole.and(page.getByRole('textbox', { description: /Recorded by Amara Osei/ })).waitFor();
    // A change says why, by the policy of the sample.
    await hole.fill('11.3');
    await hole.press('Enter');
    await page.getByRole('textbox', { name: 'Why is it changed?' }).fill('Misread');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: /^Recorded by Amara Osei/ }).click();
    await page.getByText('Reason: Misread').waitFor();
  }));

test('the guide to scanning: what no step takes comes to the page, and a label of its own is read', () =>
  withPortal(async ({ page }) => {
    await withGuide(
      page,
      'scanning',
      `import { indexedDbAdapter } from 'stepwright';
       import { roverUnits } from '/stepwright/testing/rover-stock.js';
       Object.assign(document.querySelector('run-session'), {
         adapter: indexedDbAdapter({ name: 'guide', runs, units: roverUnits() }),
         runId: 'drive-wheel-0015',
         person: 'technician',
       });`,
    );
    // Before anything is in progress, what was given by hand came to the page.
    await page.waitForURL(/#\/run\/MOT-0417$/);
    await page.getByRole('button', { name: 'Connect a gauge' }).waitFor();
    await page.getByRole('button', { name: 'Start and check in' }).click();
    await page.getByRole('button', { name: 'Check out' }).waitFor();
    await page.evaluate(`import('/stepwright/stepwright.bundle.js').then(({ routerOf }) =>
      routerOf(document).give('5202-2402-0027 MOT-0418'))`);
    await page.getByText('All installed').waitFor();
  }));

test('the guide to people: steps are chosen from the queue, and the device is handed over', () =>
  withPortal(async ({ page }) => {
    await withGuide(page, 'people');
    const steps = page.getByRole('navigation', { name: 'Steps' });
    await steps.getByRole('button', { name: /^3 Test the control board power/ }).click();
    await page.getByRole('heading', { level: 2, name: 'Test the control board power' }).waitFor();
    await page.getByRole('button', { name: 'Start and check in' }).click();
    const bar = page.getByRole('region', { name: 'Who works here' });
    await bar.getByRole('button', { name: 'Switch person' }).click();
    const dialog = page.getByRole('dialog', { name: 'Who works here now?' });
    await dialog.getByRole('button', { name: /Jonas Lindqvist/ }).click();
    await bar.getByText('Jonas Lindqvist').first().waitFor();
    await page.waitForFunction(`document.title === 'Run · quality-engineer'`);
  }));
