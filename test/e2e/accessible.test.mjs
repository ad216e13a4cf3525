// The portal in its main states, light and dark, on a phone and on a wide screen: axe finds nothing, nothing is wider
// than the screen, and everything that is pressed is large enough for a gloved finger.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { peopleAt } from './people.mjs';
import { withPortal } from './portal.mjs';

/** @typedef {import('playwright-core').Page} Page */

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const screens = {
  phone: { width: 360, height: 740 },
  tablet: { width: 820, height: 1180 },
  wide: { width: 1440, height: 900 },
};
const schemes = /** @type {const} */ (['light', 'dark']);

for (const [screen, viewport] of Object.entries(screens)) {
  test(`the portal can be used by everybody: ${screen}`, () =>
    withPortal(
      async ({ page }) => {
        const { amara, jonas, mei } = peopleAt(page);
        // Not by a script element, which the page's policy would not let in.
        await page.addInitScript({ path: axe });
        await page.reload();
        const check = (/** @type {string} */ state) => isAccessible(page, state);

        await page.getByRole('link', { name: 'Six-wheel rover 007' }).waitFor();
        await check('the list of runs');

        await amara.openRun('Six-wheel rover 007');
        await amara.button('Start and check in').waitFor();
        await check('a step that nobody has started');
        await amara.starts();
        await amara.triesToMeasure('Hole 1 distance from center', 'eleven', /is not a number/);
        await amara.measures('Hole 2 distance from center', '11.9', 'Too high');
        await check('a step at work, with an entry that cannot be read and a value out of range');
        await amara.presses('More actions');
        await check('the menu');
        await page.keyboard.press('Escape');
        await amara.picks('Put on hold');
        await check('a form');
        await page.keyboard.press('Escape');

        await page.goto(`${page.url().split('#')[0]}#/rocker-bogie-006`);
        await amara.seesStep('Press the bearings');
        await amara.checksIn();
        await amara.scans('MOT-0402');
        await amara.sees(/5202-2402-0027 does not belong here/);
        await amara.presses('Pick from stock', amara.part('Sonic hub, 8 mm bore'));
        await amara.button(/SON-0451/).waitFor();
        await check('parts, with one refused and units to choose from');

        await page.goto(`${page.url().split('#')[0]}#/rover-007/board-test`);
        await amara.starts();
        await amara.mayNotSign('Power test reviewed', 'Quality engineer');
        await check('every kind of field');
        await jonas.stepsUp();
        await amara.presses('Reject', amara.signoff('Power test reviewed'));
        await check('a sign-off that is being rejected');
        await page.keyboard.press('Escape');
        await amara.presses('Approve', amara.signoff('Power test reviewed'));
        await amara.whoSigns('Power test reviewed').waitFor();
        await check('a sign-off that asks who signs');
        await jonas.picks('Propose a redline');
        await page.getByRole('dialog', { name: /^Redline for/ }).waitFor();
        await check('the editor of a redline');
        await page.keyboard.press('Escape');
        await jonas.presses(/^Open an issue/, page.getByRole('complementary'));
        await page.getByRole('dialog', { name: 'Open an issue' }).waitFor();
        await check('an issue that is being opened');
        await page.keyboard.press('Escape');

        await page.goto(`${page.url().split('#')[0]}#/mast-004/torque-clamp`);
        await amara.stepsUp();
        await amara.starts();
        const holding = await amara.picks('Put on hold');
        await holding.getByRole('radio', { name: 'End of shift' }).check();
        await amara.presses('Put on hold', holding);
        await page.getByText('Hand-over card').click();
        await amara.sees('On hold: End of shift');
        await check('a step on hold, and the hand-over card');
        await amara.presses('Switch person', page.getByRole('region', { name: 'Who works here' }));
        await check('another person takes over');
        await page.keyboard.press('Escape');
        await amara.presses('Keyboard shortcuts');
        await amara.work.getByRole('dialog').waitFor();
        await check('the shortcuts');
        await page.keyboard.press('Escape');

        await amara.stepsUp();
        await page.goto(`${page.url().split('#')[0]}#/rover-007/run-in`);
        await amara.starts();
        await page.getByText('Bench', { exact: true }).click();
        await amara.button('Show the list').first().click();
        await amara.sees('3 matches; 1 can be chosen.');
        await amara.types(amara.measured('Reading 1 of 5, Shaft diameter of motor 1'), '5.9');
        await page.keyboard.press('Enter');
        await amara.button('Correct it').waitFor();
        await check('tools to choose from, a reading that is asked about, a table');

        await page.goto(`${page.url().split('#')[0]}#/rover-007/build-board`);
        await amara.starts();
        await amara.scans('XTF-204');
        await amara.work.getByRole('radio', { name: 'J3' }).waitFor();
        await amara.presses('Build here');
        await amara.sees('Install these first:');
        await check('places to choose from, and a part that is made here');

        await mei.stepsUp();
        const review = page.getByRole('complementary', { name: 'Review of the run' });
        await review.getByText('1 approval of the run is missing').click();
        await mei.presses(/Rover released is not approved/, review);
        await mei.signoff('Rover released').waitFor();
        await check('the review of a run');
        await page.keyboard.press('Escape');
        await page.goto(`${page.url().split('#')[0]}#/drive-wheel-0012`);
        await mei.sees('The run is complete', review);
        await check('a run that is complete');
      },
      { context: { viewport } },
    ));
}

/** Light and dark, without a word of axe; nothing too wide, nothing too small. */
async function isAccessible(/** @type {Page} */ page, /** @type {string} */ state) {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const violations = await page.evaluate(async () => {
      const results = await /** @type {any} */ (globalThis).axe.run(document, {
        resultTypes: ['violations'],
      });
      return results.violations.map(
        (/** @type {any} */ { id, nodes }) =>
          `${id}: ${nodes.map((/** @type {any} */ node) => `${node.target.flat().join(' ')} ${node.failureSummary}`)}`,
      );
    });
    assert.deepEqual(violations, [], `${state}, ${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  assert.equal(await page.evaluate(tooWide), 0, `${state} is wider than the screen`);
  assert.deepEqual(await page.evaluate(tooSmall), [], `${state}: smaller than 44 px`);
  assert.deepEqual(await runTogether(page), [], `${state}: names whose words run together`);
}

/** What the browser calls its controls, where “Comment” and “optional” have become one word. */
async function runTogether(/** @type {Page} */ page) {
  const browser = await page.context().newCDPSession(page);
  const { nodes } = await browser.send('Accessibility.getFullAXTree');
  await browser.detach();
  return nodes
    .map(({ name }) => String(name?.value ?? ''))
    .filter((name) => /\p{L}(optional|Required)\b/iu.test(name.replaceAll(/\b(optional|Required)\b/gi, '')));
}

const tooWide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

/** Buttons, links and entries that are seen and are smaller than 44 px; links within text aside. */
function tooSmall() {
  /** @type {string[]} */
  const small = [];
  const look = (/** @type {Document | ShadowRoot} */ root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) look(element.shadowRoot);
      if (!element.matches('button, a[href], input, select, textarea, summary')) continue;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      // A choice is pressed at its words as well, and a link that covers its row at the whole row.
      const target = element.closest('label') ?? element;
      const after = getComputedStyle(element, '::after');
      const place = after.position === 'absolute' && after.inset === '0px' ? element.closest('li') : target;
      let { width, height } = (place ?? target).getBoundingClientRect();
      // What looks like text may reach beyond it.
      if (after.position === 'absolute') {
        width = Math.max(width, parseFloat(after.width) || 0);
        height = Math.max(height, parseFloat(after.height) || 0);
      }
      if (width === 0 || height === 0 || element.matches('.skip')) continue;
      if (width < 43.5 || height < 43.5)
        small.push(`${element.localName} “${element.textContent?.trim()}” ${width} × ${height}`);
    }
  };
  look(document);
  return small;
}
