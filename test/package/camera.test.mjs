// The camera of the built package: its reader and its WebAssembly file are found where the build has put them, on a
// page whose policy has the one word more. Needs `npm run build`.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../tools/browser.mjs';
import { csp, withCamera } from '../../tools/csp.mjs';
import { serve } from '../../tools/serve.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('the modules name the reader that lies beside them, and it its file', () => {
  assert.match(
    readFileSync(`${root}dist/elements/camera-scanner/reading.js`, 'utf8'),
    /import\('\.\.\/\.\.\/scan\/zxing\.js'\)/,
  );
  assert.match(
    readFileSync(`${root}dist/scan/zxing.js`, 'utf8'),
    /new URL\("\.\/zxing_reader\.wasm",\s*import\.meta\.url\)/,
  );
  assert.ok(existsSync(`${root}dist/scan/zxing_reader.wasm`));
});

test('R63: the script-tag file reads a GS1 code, with nothing from another server', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'stepwright-'));
  await build({
    entryPoints: [`${root}stories/fake-camera.ts`],
    bundle: true,
    format: 'esm',
    outfile: path.join(folder, 'fake-camera.js'),
  });
  writeFileSync(
    path.join(folder, 'index.html'),
    '<!doctype html><html lang="en"><title>Camera</title><script type="module" src="/page.js"></script><camera-scanner></camera-scanner>',
  );
  writeFileSync(
    path.join(folder, 'page.js'),
    `import '/stepwright/stepwright.bundle.js';
     import { FakeCamera } from './fake-camera.js';
     const camera = new FakeCamera();
     camera.show('gs1DataMatrix');
     window.scanned = new Promise((resolve) =>
       document.addEventListener('scan-received', ({ text }) => resolve(text)));`,
  );
  const server = await serve({
    folders: { '/stepwright/': `${root}dist`, '/': folder },
    policy: withCamera(csp),
  });
  const browser = await chromium.launch(await findBrowser());
  try {
    const page = await browser.newPage();
    /** @type {string[]} */
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(server.url);
    await page.getByRole('button', { name: 'Scan with the camera' }).click();
    await page.getByText('1 code read').waitFor();
    assert.equal(
      await page.evaluate(() => /** @type {any} */ (window).scanned),
      ']d2010950600013435210HYP-0093\x1d21MOT-0417',
    );
    assert.ok(asked.includes(`${server.url}stepwright/scan/zxing_reader.wasm`));
    assert.deepEqual(
      asked.filter((url) => !url.startsWith(server.url)),
      [],
    );
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true });
  }
});
