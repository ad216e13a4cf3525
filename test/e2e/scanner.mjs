// For end-to-end tests: a scanner that is a keyboard. It types wherever the focus is, some milliseconds from key to key,
// and ends with Enter. The keys carry their own times, so that a busy machine does not make a hand of it.

/** @typedef {import('playwright-core').Page} Page */

const shift = 8;
const control = 2;

/** The key of a character, as a keyboard of the US has it; a scanner sends control characters with Ctrl. */
function keyOf(/** @type {string} */ sign) {
  if (sign < ' ') {
    const key = String.fromCharCode(sign.charCodeAt(0) + 64);
    return { key, code: key === ']' ? 'BracketRight' : `Key${key}`, modifiers: control };
  }
  const code = /[a-z]/i.test(sign) ? `Key${sign.toUpperCase()}` : /\d/.test(sign) ? `Digit${sign}` : '';
  return { key: sign, code, text: sign, modifiers: /[A-Z{}":_+()]/.test(sign) ? shift : 0 };
}

/** Reads a label, `gap` milliseconds from key to key. */
export async function scan(/** @type {Page} */ page, /** @type {string} */ text, gap = 8) {
  const connection = await page.context().newCDPSession(page);
  const keys = [...text].map(keyOf);
  keys.push({ key: 'Enter', code: 'Enter', text: '\r', modifiers: 0 });
  const began = Date.now() / 1000;
  await Promise.all(
    keys.flatMap(({ key, code, modifiers, text: typed }, at) => {
      const timestamp = began + (at * gap) / 1000;
      const event = { key, code, modifiers, windowsVirtualKeyCode: key === 'Enter' ? 13 : 0 };
      return [
        connection.send('Input.dispatchKeyEvent', {
          type: typed === undefined ? 'rawKeyDown' : 'keyDown',
          ...event,
          ...(typed !== undefined && { text: typed, unmodifiedText: typed }),
          timestamp,
        }),
        connection.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event, timestamp: timestamp + 0.002 }),
      ];
    }),
  );
  await connection.detach();
  // Whoever held the label to it needs longer for what they do next.
  await page.waitForTimeout(keys.length * gap + 100);
}
