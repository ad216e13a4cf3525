// The package as npm would publish it: packed, unpacked into a project of its own, looked at and used from there.
// Needs `npm run build`.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { publicEntries } from '../../tools/entries.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const modules = path.join(root, 'node_modules');
const bin = (/** @type {string} */ name) => path.join(modules, '.bin', name);

/** Runs a program; where it fails, what it printed is the failure. */
async function run(/** @type {string} */ program, /** @type {string[]} */ args, cwd = root) {
  const options = {
    cwd,
    maxBuffer: 1e8,
    env: { ...process.env, NO_COLOR: '1' },
    shell: process.platform === 'win32',
  };
  try {
    return (await promisify(execFile)(program, args, options)).stdout;
  } catch (error) {
    assert.fail(
      `${path.basename(program)} ${args.join(' ')}\n${error.stdout ?? ''}${error.stderr ?? error.message}`,
    );
  }
}

/** A project that has installed the package and, by links, what it depends on. */
const project = mkdtempSync(path.join(tmpdir(), 'stepwright-'));
const installed = path.join(project, 'node_modules/stepwright');
let tarball = '';
const entries = publicEntries();

before(async () => {
  assert.ok(existsSync(path.join(root, 'dist/index.js')), 'dist is missing: npm run build');
  const [packed] = JSON.parse(
    await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project]),
  );
  tarball = path.join(project, packed.filename);
  mkdirSync(path.join(project, 'node_modules'), { recursive: true });
  await run('tar', ['-xzf', tarball, '-C', project]);
  cpSync(path.join(project, 'package'), installed, { recursive: true });
  for (const name of readdirSync(modules)) {
    if (!name.startsWith('.'))
      symlinkSync(path.join(modules, name), path.join(project, 'node_modules', name), 'junction');
  }
  writeFileSync(path.join(project, 'package.json'), JSON.stringify({ type: 'module', private: true }));
});

after(() => rmSync(project, { recursive: true, force: true }));

test('publint has nothing to say', async () => {
  await run(bin('publint'), ['--strict', '--pack', 'false', installed]);
});

test('its types are right in every kind of resolution', async () => {
  await run(bin('attw'), [
    tarball,
    '--profile',
    'esm-only',
    '--no-emoji',
    '--exclude-entrypoints',
    'custom-elements.json',
  ]);
});

test('every source entry was built', () => {
  assert.deepEqual(
    entries.map((entry) => entry.built).filter((file) => !existsSync(path.join(installed, file))),
    [],
  );
});

test('every entry compiles in a project without skipLibCheck', async () => {
  const uses = entries.map(
    ({ specifier }, index) => `import * as e${index} from '${specifier}';\nvoid e${index};`,
  );
  writeFileSync(path.join(project, 'use.ts'), uses.join('\n'));
  const compilerOptions = { noEmit: true, strict: true, target: 'es2022', module: 'nodenext', types: [] };
  writeFileSync(path.join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }));
  await run(bin('tsc'), ['-p', project]);
});

test('every entry is imported in Node, and none but define registers an element', async () => {
  const script = `
    await import('lit');
    const registered = [];
    customElements.define = (name) => registered.push(name);
    const failed = [];
    for (const name of ${JSON.stringify(entries.map((entry) => entry.specifier).filter((name) => !name.includes('/define')))}) {
      await import(name).catch((error) => failed.push(name + ': ' + error.message));
    }
    const quiet = [...registered];
    for (const name of ${JSON.stringify(entries.map((entry) => entry.specifier).filter((name) => name.includes('/define')))}) {
      await import(name).catch((error) => failed.push(name + ': ' + error.message));
    }
    console.log(JSON.stringify({ failed, quiet }));`;
  writeFileSync(path.join(project, 'import.mjs'), script);
  const { failed, quiet } = JSON.parse(await run(process.execPath, ['import.mjs'], project));
  assert.deepEqual(failed, []);
  assert.deepEqual(quiet, []);
});

test('the tarball holds what is published and nothing else', async () => {
  const files = (await run('tar', ['-tzf', tarball])).trim().split('\n');
  const expected =
    /^package\/(dist\/|package\.json$|custom-elements\.json$|LICENSE$|README\.md$|CHANGELOG\.md$)/;
  assert.deepEqual(
    files.filter((file) => !expected.test(file)),
    [],
  );
});
