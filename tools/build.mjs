// npm run build: dist (modules, declarations, bundle, themes) and custom-elements.json; with --scripts no declarations,
// for a look at the portal while the types are still wrong. Built beside its place and
// renamed at the end, so that a server or a test that reads dist never sees half of it.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from './files.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

const beside = `node_modules/.cache/stepwright/dist-${process.pid}`;
const scriptsOnly = process.argv.includes('--scripts');
const bin = (/** @type {string} */ name) => path.join(root, 'node_modules/.bin', name);

/** Runs a tool of the project; its output is shown only where it failed. */
const run = (/** @type {string} */ name, /** @type {string[]} */ args) =>
  new Promise((resolve, reject) => {
    const child = spawn(bin(name), args, {
      env: { ...process.env, STEPWRIGHT_DIST: beside },
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${name} failed:\n${output}`)),
    );
  });

rmSync(beside, { recursive: true, force: true });
mkdirSync(beside, { recursive: true });
const started = Date.now();
try {
  await Promise.all([
    run('rollup', ['-c', '--silent']),
    scriptsOnly || run('tsc', ['-p', 'tools/tsconfig.build.json', '--outDir', beside]),
  ]);
  await run('cem', ['analyze', '--config', 'tools/custom-elements-manifest.config.mjs', '--quiet']);
  for (const theme of globSync('src/themes/*.css')) {
    mkdirSync(`${beside}/themes`, { recursive: true });
    cpSync(theme, `${beside}/themes/${path.basename(theme)}`);
  }
  const old = `${beside}-old`;
  if (existsSync('dist')) renameSync('dist', old);
  renameSync(beside, 'dist');
  rmSync(old, { recursive: true, force: true });
  console.log(`built dist in ${((Date.now() - started) / 1000).toFixed(1)} s`);
} catch (error) {
  rmSync(beside, { recursive: true, force: true });
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
