// npm test: everything that must pass, in stages, two at a time where they don't wait for each other. A stage that
// passes is one line, of one that fails everything is shown. `npm test -- NAME…` runs the named stages alone.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from './files.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

const npx = (/** @type {string} */ line) => ['npx', '--no-install', ...line.split(' ')];

// What the tests of a stage are called and how they ended. While it runs each run has files of its own: somebody may be
// running tests at the same time.
const kept = (/** @type {string} */ stage) => `node_modules/.cache/stepwright/tests/${stage}.json`;
const own = (/** @type {string} */ stage) => kept(`${stage}-${process.pid}`);
mkdirSync(path.dirname(kept('')), { recursive: true });

const nodeTest = (/** @type {string} */ stage, /** @type {string[]} */ files) =>
  files.length === 0
    ? undefined
    : [
        ...[process.execPath, '--test', '--test-concurrency=1'],
        ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
        ...['--test-reporter=./tools/names-reporter.mjs', `--test-reporter-destination=${own(stage)}`],
        ...files,
      ];

const visits = globSync('test/package/*-visit.test.mjs');
const named = ['browser', 'package', 'visit', 'e2e'];
const asked = process.argv.slice(2);

/**
 * `after` must have passed, or with `anyway` must have ended. `counts` finds the numbers of tests in what the stage
 * printed; a stage without it counts as one test.
 * @type {Record<string, { command: string[] | undefined, after?: string[], anyway?: true, counts?: (output: string) => Counts | undefined }>}
 * @typedef {{ passed: number, failed: number }} Counts
 */
const stages = {
  build: { command: [process.execPath, 'tools/build.mjs'] },
  types: { command: ['npm', 'run', '--silent', 'types'] },
  storybook: {
    command: npx('storybook build -c stories/.storybook -o storybook-static --quiet'),
    after: ['build'],
  },
  lint: { command: ['npm', 'run', '--silent', 'lint'] },
  browser: { command: npx('wtr'), counts: browserTests },
  package: {
    command: nodeTest(
      'package',
      globSync('test/package/*.test.mjs').filter((file) => !visits.includes(file)),
    ),
    after: ['build'],
    counts: nodeTests,
  },
  visit: { command: nodeTest('visit', visits), after: ['storybook'], counts: nodeTests },
  e2e: { command: nodeTest('e2e', globSync('test/e2e/*.test.mjs')), after: ['build'], counts: nodeTests },
  knip: { command: ['npm', 'run', '--silent', 'unused'] },
  format: { command: npx('prettier --check --log-level warn .') },
  // Of a stage that was not asked for it reads what the last run has kept.
  rules: {
    command: [
      process.execPath,
      'tools/rules.mjs',
      ...named.map((name) => (asked.length === 0 || asked.includes(name) ? own(name) : kept(name))),
    ],
    after: named,
    anyway: true,
  },
};

/** The summary of node --test. */
function nodeTests(/** @type {string} */ output) {
  const count = (/** @type {string} */ name) =>
    Number(new RegExp(`^ℹ ${name} (\\d+)`, 'm').exec(output)?.[1] ?? Number.NaN);
  const [passed, failed] = [count('pass'), count('fail') + count('cancelled')];
  return Number.isNaN(passed + failed) ? undefined : { passed, failed };
}

/** The file that tools/count-reporter.mjs wrote. */
function browserTests() {
  try {
    return JSON.parse(readFileSync(own('browser'), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Runs a command to its end; rejects never. @returns {Promise<{ code: number, output: string }>} */
const run = (/** @type {string[]} */ [program, ...args]) =>
  new Promise((resolve) => {
    const child = spawn(program ?? '', args, {
      env: { ...process.env, STEPWRIGHT_COUNTS: own('browser'), CI: '1', NO_COLOR: '1', FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('error', (error) => resolve({ code: 1, output: output + String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });

const unknown = asked.filter((name) => !(name in stages));
if (unknown.length > 0) {
  console.error(`No stage ${unknown.join(', ')}. There are: ${Object.keys(stages).join(', ')}`);
  process.exit(2);
}
const names = asked.length > 0 ? asked : Object.keys(stages);
const total = { passed: 0, failed: 0 };
/** @type {Map<string, boolean>} */
const done = new Map();

function report(
  /** @type {string} */ name,
  /** @type {Counts} */ { passed, failed },
  seconds = 0,
  output = '',
) {
  total.passed += passed;
  total.failed += failed;
  done.set(name, failed === 0);
  const numbers = stages[name]?.counts ? `  ${passed} passed, ${failed} failed` : '';
  if (failed > 0) {
    // node --test says what failed a second time at its end; that is enough.
    const again = output.indexOf('✖ failing tests:');
    console.log(`\n──── ${name}\n${output.slice(Math.max(again, 0)).trim()}\n────`);
  }
  console.log(
    `${failed === 0 ? 'ok  ' : 'FAIL'}  ${name.padEnd(10)}${seconds.toFixed(0).padStart(4)} s${numbers}`,
  );
}

async function runStage(/** @type {string} */ name) {
  const { command, after = [], anyway, counts } = stages[name] ?? { command: undefined };
  const broken = anyway ? [] : after.filter((one) => done.get(one) === false);
  if (broken.length > 0)
    return report(name, { passed: 0, failed: 1 }, 0, `not run, because ${broken.join(', ')} failed`);
  if (!command) return report(name, { passed: 0, failed: 0 });
  const started = Date.now();
  const { code, output } = await run(command);
  const found = counts?.(output) ?? { passed: code === 0 ? 1 : 0, failed: 0 };
  // A runner that fails without a failed test has failed all the same.
  const failed = code !== 0 && found.failed === 0 ? 1 : found.failed;
  report(name, { passed: found.passed, failed }, (Date.now() - started) / 1000, output);
}

const waiting = [...names];
const worker = async () => {
  while (waiting.length > 0) {
    const ready = waiting.findIndex((name) =>
      (stages[name]?.after ?? []).every((one) => !names.includes(one) || done.has(one)),
    );
    if (ready < 0) await new Promise((resolve) => setTimeout(resolve, 100));
    else await runStage(waiting.splice(ready, 1)[0] ?? '');
  }
};

const started = Date.now();
await Promise.all([worker(), worker()]);
for (const name of named) if (existsSync(own(name))) renameSync(own(name), kept(name));
console.log(`in ${((Date.now() - started) / 1000).toFixed(0)} s\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
