// The portal where there is little room: on the narrowest phone, and with text of twice the size. Nothing is wider than
// the page, and no row of the list wider than the list.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPortal } from './portal.mjs';

const rooms = {
  'a phone of 320 px': { viewport: { width: 320, height: 640 }, size: '100%' },
  'twice the text on a wide screen': { viewport: { width: 1280, height: 800 }, size: '200%' },
  'twice the text on a tablet': { viewport: { width: 760, height: 800 }, size: '200%' },
  'twice the text on a phone': { viewport: { width: 320, height: 640 }, size: '200%' },
};

for (const [room, { viewport, size }] of Object.entries(rooms)) {
  test(`the portal has room: ${room}`, () =>
    withPortal(
      async ({ page }) => {
        await page.addInitScript((fontSize) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(`html { font-size: ${fontSize} }`);
          document.adoptedStyleSheets = [sheet];
        }, size);
        await page.reload();
        const run = page.getByRole('link', { name: 'Rocker-bogie joint, rover 006' });
        await run.waitFor();
        assert.deepEqual(await page.evaluate(tooWide), [], 'the list of runs');
        await run.click();
        await page.getByRole('button', { name: 'Check in', exact: true }).waitFor();
        await page.getByText('Bench', { exact: true }).click();
        await page.getByText('Hand-over card').click();
        await page.getByRole('heading', { name: /^Hand-over: / }).waitFor();
        assert.deepEqual(await page.evaluate(tooWide), [], 'a run');
      },
      { context: { viewport } },
    ));
}

/** What reaches out of the page, or as a row out of its list. */
function tooWide() {
  /** @type {string[]} */
  const wide = [];
  const { clientWidth: width, scrollWidth } = document.documentElement;
  if (scrollWidth > width) wide.push(`the page: ${scrollWidth} of ${width} px`);
  const look = (/** @type {Document | ShadowRoot} */ root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) look(element.shadowRoot);
      const { left, right } = element.getBoundingClientRect();
      // What is only heard is one pixel large.
      if (right - left < 2 || !element.checkVisibility() || getComputedStyle(element).clipPath !== 'none')
        continue;
      const list = element.matches('li') ? element.parentElement?.getBoundingClientRect() : undefined;
      if (
        left < -0.5 ||
        right > width + 0.5 ||
        (list && (left < list.left - 0.5 || right > list.right + 0.5))
      )
        wide.push(`${element.localName}.${element.className} ${left} to ${right} of ${width} px`);
    }
  };
  look(document);
  return wide;
}
