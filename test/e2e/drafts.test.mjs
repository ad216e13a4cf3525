// What was typed and not saved is there after a reload, however soon, for the person who typed it and for nobody else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { peopleAt } from './people.mjs';
import { withPortal } from './portal.mjs';
import { storedEvents, valuesIn } from './record.mjs';

const run = 'Six-wheel rover 007';
const first = 'Hole 1 distance from center';
const second = 'Hole 2 distance from center';

/** @typedef {import('./people.mjs').Person} Person */

async function begin(/** @type {Person} */ person) {
  await person.openRun(run);
  await person.starts();
}

/** Waits until an entry holds a text. */
async function holds(/** @type {Person} */ person, /** @type {string} */ label, /** @type {string} */ text) {
  const entry = person.measured(label);
  await entry.waitFor();
  for (let tries = 0; (await entry.inputValue()) !== text; tries += 1) {
    assert.ok(tries < 100, `${label}: “${await entry.inputValue()}” and not “${text}”`);
    await person.page.waitForTimeout(50);
  }
}

test('typing and reloading at once keeps the text, time after time', () =>
  withPortal(async ({ page }) => {
    const { amara } = peopleAt(page);
    await begin(amara);
    for (let time = 0; time < 12; time += 1) {
      const text = `11.${time}`;
      await amara.types(amara.measured(first), text);
      await page.reload();
      await holds(amara, first, text);
      await amara.measured(first, /Not saved yet/).waitFor();
    }
    await amara.measured(first).click();
    await page.keyboard.press('Enter');
    await amara.measured(first, /In range.*Recorded by Amara Osei/).waitFor();
    await page.reload();
    await amara.measured(first, /In range.*Recorded by Amara Osei/).waitFor();
    assert.deepEqual(valuesIn(await storedEvents(page, 'rover-007')), { 'hole-1': '11.11' });
  }));

test('what was taken back and what was sent do not come again, however soon the page goes', () =>
  withPortal(async ({ page }) => {
    const { amara } = peopleAt(page);
    await begin(amara);
    await amara.types(amara.measured(first), '11');
    await page.reload();
    await holds(amara, first, '11');
    await amara.measured(first).click();
    await page.keyboard.press('Escape');
    await page.reload();
    await holds(amara, first, '');
    // A draft of another field is in the store by then, so that the first one had every chance.
    await amara.types(amara.measured(second), '12');
    await page.reload();
    await holds(amara, second, '12');
    await holds(amara, first, '');
  }));

test('it goes over to another tab when the first one is closed', () =>
  withPortal(async ({ page, context, url }) => {
    const { amara } = peopleAt(page);
    await begin(amara);
    await amara.types(amara.measured(first), '11.25');
    const next = await context.newPage();
    await page.close({ runBeforeUnload: true });
    await next.goto(url);
    const { amara: again } = peopleAt(next);
    await again.openRun(run);
    await holds(again, first, '11.25');
  }));

test('each person finds their own text and nobody else’s', () =>
  withPortal(async ({ page }) => {
    const { amara, mei } = peopleAt(page);
    await begin(amara);
    // What cannot be read is not saved when the entry is left.
    await amara.types(amara.measured(first), '11.1.');
    await mei.stepsUp();
    await holds(mei, first, '');
    await mei.checksIn();
    await mei.types(mei.measured(first), '22.2.');
    await page.reload();
    await holds(mei, first, '22.2.');
    await amara.stepsUp();
    await holds(amara, first, '11.1.');
    await mei.stepsUp();
    await holds(mei, first, '22.2.');
  }));

test('a browser that stores nothing takes away no more than that', () =>
  withPortal(async ({ page, context }) => {
    await context.addInitScript(() => {
      const open = indexedDB.open.bind(indexedDB);
      IDBFactory.prototype.open = (name, version) => {
        if (name === 'stepwright-drafts') throw new DOMException('not here', 'SecurityError');
        return open(name, version);
      };
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('not here', 'SecurityError');
        },
      });
    });
    await page.reload();
    const { amara } = peopleAt(page);
    await begin(amara);
    await amara.types(amara.measured(first), '11');
    await page.reload();
    await holds(amara, first, '');
    await amara.types(amara.measured(first), '11.3');
    await page.keyboard.press('Tab');
    await amara.measured(first, /In range.*Recorded by Amara Osei/).waitFor();
  }));
