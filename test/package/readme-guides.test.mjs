// The samples of the guides are right: all of them compile, and the adapter of the guide on backends passes the suite as
// the guide says. Those that show something are tried in a page, by test/e2e/guides.test.mjs. Needs `npm run build`.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const guides = path.join(root, 'stories/guides');
/** A project that has installed what was built. */
const place = mkdtempSync(path.join(tmpdir(), 'stepwright-guides-'));
mkdirSync(path.join(place, 'node_modules/react'), { recursive: true });
symlinkSync(root, path.join(place, 'node_modules/stepwright'), 'junction');
writeFileSync(path.join(place, 'package.json'), JSON.stringify({ type: 'module', private: true }));
after(() => rmSync(place, { recursive: true, force: true }));

const textOf = (/** @type {string} */ name) =>
  readFileSync(name === 'README' ? path.join(root, 'README.md') : path.join(guides, `${name}.mdx`), 'utf8');
/** What is in a text between three ticks and a language, and three ticks. */
const samplesIn = (/** @type {string} */ text, /** @type {string} */ language) =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(([, code = '']) => code);
const names = ['README', ...readdirSync(guides).map((file) => path.basename(file, '.mdx'))];

/** A program in the project; what it printed is the failure. */
function run(/** @type {string[]} */ args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: place,
    encoding: 'utf8',
    timeout: 300_000,
    env: { ...process.env, NODE_TEST_CONTEXT: undefined },
  });
  assert.equal(status, 0, stdout + stderr);
  return stdout;
}

/** What the guides call "your data", and what else they take for given. */
const given = `
import type { Run, Unit, Tool, Part, Adapter } from 'stepwright';
declare global {
  const runs: Run[];
  const units: Unit[];
  const sharedDevice: boolean;
  const it: (name: string, body: () => Promise<void>) => void;
  function plantWith(plant: object): typeof fetch;
  function confirmed(stepId: string): Promise<void>;
}
`;
/** As much of React's types as the guide to the start speaks of. */
const react = `
export interface DOMAttributes<E> { onClick?: (event: { currentTarget: E }) => void; children?: unknown }
export type Ref<E> = (element: E | null) => void;
export namespace JSX { interface IntrinsicElements { p: DOMAttributes<HTMLElement> } }
`;

test('every sample of README and the guides compiles', () => {
  writeFileSync(path.join(place, 'node_modules/react/index.d.ts'), react);
  writeFileSync(path.join(place, 'node_modules/react/package.json'), '{ "types": "index.d.ts" }');
  writeFileSync(path.join(place, 'given.d.ts'), given);
  let count = 0;
  for (const name of names) {
    for (const [index, code] of samplesIn(textOf(name), 'ts').entries()) {
      count += 1;
      // The guide to backends tells the port as an outline; it is compiled where it stands.
      if (!/^interface /.test(code))
        writeFileSync(path.join(place, `${name}-${index}.ts`), `${code}\nexport {};`);
    }
    // What a sample declares, the next one may use: together they are a page, but that an import may come again.
    const scripts = samplesIn(textOf(name), 'js');
    count += scripts.length;
    if (name === 'README') {
      scripts.forEach((code, index) =>
        writeFileSync(path.join(place, `README-${index}.js`), `${code}\nexport {};`),
      );
    } else writeFileSync(path.join(place, `${name}.js`), `${scripts.join('\n')}\nexport {};`);
  }
  assert.ok(count > 20, `${count} samples`);
  const of = (/** @type {object} */ options, /** @type {string[]} */ include) =>
    JSON.stringify({
      compilerOptions: {
        noEmit: true,
        target: 'es2022',
        module: 'nodenext',
        types: [],
        skipLibCheck: true,
        ...options,
      },
      include,
    });
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  writeFileSync(
    path.join(place, 'tsconfig.json'),
    of({ strict: true, exactOptionalPropertyTypes: true }, ['*.ts']),
  );
  run([tsc, '-p', 'tsconfig.json']);
  // In plain JavaScript nobody says what type something is, or that an element is there.
  writeFileSync(
    path.join(place, 'tsconfig.js.json'),
    of({ strict: false, checkJs: true }, ['*.js', 'given.d.ts']),
  );
  run([tsc, '-p', 'tsconfig.js.json']);
});

test('the adapter of the guide on backends passes the suite as the guide says', () => {
  const [adapter, suite] = samplesIn(textOf('backends'), 'js');
  assert.ok(adapter && suite);
  // The server behind it: the embedded adapter, reached through nothing but requests and responses.
  const server = `
import { test as it } from 'node:test';
import { memoryAdapter, pinsAndBadges } from 'stepwright';

function plantWith({ pins, ...seed }) {
  const plant = memoryAdapter({ ...seed, ...pinsAndBadges(pins) });
  async function answer(request) {
    const { pathname } = new URL(request.url);
    const [what, id, more, after] = pathname.slice(1).split('/').map(decodeURIComponent);
    const body = request.method === 'POST' ? await request.json() : undefined;
    if (what === 'proofs') return plant.reauthenticate(body.identification, body.command);
    if (what === 'units') return plant.findUnits(body.requirement, body.text);
    if (id === undefined) return plant.listRuns();
    if (more === 'commands') return plant.execute(body.command, { as: body.as });
    if (more === 'history') return plant.history(id, body);
    if (more === 'events-after') {
      const { items } = await plant.history(id, { limit: 1e6 });
      return items.filter(({ sequence }) => sequence > Number(after));
    }
    return plant.load(id);
  }
  return (url, options) => {
    const request = new Request(url, options);
    return answer(request).then(Response.json, ({ code }) => new Response('', { status: code === 'not-found' ? 404 : 500 }));
  };
}`;
  writeFileSync(path.join(place, 'suite.mjs'), `${server}\n${adapter}\n${suite}`);
  const told = run(['--test-reporter=tap', 'suite.mjs']);
  assert.match(told, /^ok \d+ - reauthenticate: /m);
  assert.match(told, /^ok \d+ - random: /m);
  assert.match(told, /^ok \d+ - watch/m);
});
