import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { csp } from '../../tools/csp.mjs';
import { serve } from '../../tools/serve.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'stepwright-'));
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;

before(async () => {
  mkdirSync(path.join(folder, 'portal'));
  mkdirSync(path.join(folder, 'dist'));
  writeFileSync(path.join(folder, 'portal/index.html'), '<p>portal');
  writeFileSync(path.join(folder, 'portal/a.js'), '1');
  writeFileSync(path.join(folder, 'dist/b.css'), 'p{}');
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  symlinkSync(path.join(folder, 'secret.txt'), path.join(folder, 'portal/link.txt'));
  server = await serve({
    folders: { '/stepwright/': path.join(folder, 'dist'), '/': path.join(folder, 'portal') },
  });
});

after(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Asks for a path exactly as it is spelled; fetch would tidy it. */
const get = (/** @type {string} */ spelled, method = 'GET') =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    request({ hostname, port, path: spelled, method }, (response) => {
      let text = '';
      response.on('data', (data) => (text += data));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
    })
      .on('error', reject)
      .end();
  });

test('files come with their type, the policy and no caching', async () => {
  const page = await get('/?run=1');
  assert.equal(page.text, '<p>portal');
  assert.equal(page.headers['content-security-policy'], csp);
  assert.equal(page.headers['cache-control'], 'no-store');
  assert.equal(page.headers['content-type'], 'text/html; charset=utf-8');
  assert.equal((await get('/a.js')).headers['content-type'], 'text/javascript; charset=utf-8');
  assert.equal((await get('/stepwright/b.css')).headers['content-type'], 'text/css; charset=utf-8');
});

for (const spelled of [
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/..%5csecret.txt',
  '/stepwright/../../secret.txt',
  '/link.txt',
  '/%00',
  '/%zz',
  '/none',
]) {
  test(`${spelled} leads nowhere`, async () => {
    const { status, text, headers } = await get(spelled);
    assert.equal(status, 404);
    assert.ok(!text.includes('secret'));
    assert.equal(headers['content-security-policy'], csp);
  });
}

test('only reading is allowed', async () => assert.equal((await get('/', 'POST')).status, 405));

test('a port that is taken gives way to a free one', async () => {
  const port = Number(new URL(server.url).port);
  const other = await serve({ port });
  assert.notEqual(other.url, server.url);
  await other.close();
});
