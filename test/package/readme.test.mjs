// README's samples do what README says: each runs as it stands there, on the built package. Needs `npm run build`.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { withPortal } from '../e2e/portal.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readme = readFileSync(`${root}README.md`, 'utf8');

/** @type {{ language: string, code: string }[]} */
const samples = [...readme.matchAll(/```(\w+)\n(.*?)```/gs)].map(([, language = '', code = '']) => ({
  language,
  code,
}));
const of = (/** @type {string} */ language) => samples.filter((sample) => sample.language === language);

/** What the other samples take for given: a run named run-1, and a person named ada. */
const yourData = `
  const runs = roverRuns().slice(0, 1).map((run) => ({
    ...run, id: 'run-1', people: run.people.map((person, index) => (index === 0 ? { ...person, id: 'ada' } : person)),
  }));
  const units = [];`;

test('the commands are those of package.json, and the first two are all there is to do', () => {
  const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  const [start, check] = (of('sh')[0]?.code ?? '').trim().split('\n');
  assert.match(start ?? '', /^npm ci && npm start\b/);
  assert.match(check ?? '', /^npm ci && npm test\b/);
  for (const [, name] of readme.matchAll(/npm run ([\w-]+)/g))
    assert.ok(scripts[name ?? ''], `npm run ${name}`);
  assert.match(readFileSync(`${root}.ci/run`, 'utf8'), /npm ci && npm test/);
});

test('the page of README shows a run and lets somebody start it, as it stands there', async () => {
  const [markup] = of('html');
  const [script] = of('js');
  assert.ok(markup && script);
  await withPortal(async ({ page }) => {
    const module = script.code
      .replace(`'stepwright'`, `'/stepwright/stepwright.bundle.js'`)
      .replace(`'stepwright/testing'`, `'/stepwright/testing/rover.js'`);
    assert.doesNotMatch(module, /from 'stepwright/);
    await page.route('**/readme.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="en"><title>README</title><script type="module" src="/readme.js"></script>${markup.code}`,
      }),
    );
    await page.route('**/readme.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: module }),
    );
    await page.goto(new URL('/readme.html', page.url()).href);
    await page.getByRole('button', { name: 'Start' }).click();
    await page.getByRole('button', { name: 'Check out' }).waitFor();
    await page.getByRole('button', { name: 'Complete run' }).waitFor();
  });
});

for (const [index, { code }] of of('js').slice(1).entries()) {
  test(`sample ${index + 2} runs in Node`, () => {
    const preamble = `
      import { roverRuns } from 'stepwright/testing';
      ${yourData}
      const failed = [];
      const registered = [];
      const it = (name, body) => registered.push(body().catch((error) => failed.push(name + ': ' + error.message)));`;
    const afterwards = `
      ;await Promise.all(registered);
      if (failed.length > 0) throw new Error(failed.join('\\n'));
      console.log('registered', registered.length);
      process.exit(0);`;
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      ['--input-type=module', '-e', preamble + code + afterwards],
      { cwd: root, encoding: 'utf8', timeout: 60_000 },
    );
    assert.equal(status, 0, stderr);
    if (code.includes('adapterSuite')) assert.doesNotMatch(stdout, /registered 0\b/);
  });
}

test('README has all its parts', () => {
  assert.deepEqual([of('sh').length >= 2, of('html').length, of('js').length], [true, 1, 4]);
  assert.ok([...readme.matchAll(/^\| `([\w-]+)` /gm)].length >= 7, 'a row for each element');
  for (const part of [
    'Put it into your page',
    'What is in it',
    'Bring your backend',
    'Figures',
    'Supported browsers',
  ])
    assert.ok(readme.includes(`\n## ${part}\n`), part);
});

test('every file and every element that README names is there', () => {
  for (const [, file] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g))
    assert.ok(existsSync(root + file), file);
  const manifest = readFileSync(`${root}custom-elements.json`, 'utf8');
  for (const [, tag] of readme.matchAll(/^\| `([\w-]+)` /gm))
    assert.ok(manifest.includes(`"tagName": "${tag}"`), tag);
});
