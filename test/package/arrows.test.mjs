// The architecture as a table: what each place in src may import. Arrows run one way.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imports, resolveImport, sources } from '../../tools/source.mjs';

/** Where a file belongs: the first pattern that fits. */
const places = [
  ['domain', /^src\/domain\//],
  ['new-id', /^src\/new-id\.ts$/],
  ['port', /^src\/adapters\/adapter\.ts$/],
  ['adapters', /^src\/adapters\//],
  ['draft-port', /^src\/drafts\/drafts\.ts$/],
  ['drafts', /^src\/drafts\//],
  ['server', /^src\/server\//],
  ['machines', /^src\/machines\//],
  ['session', /^src\/session(\.ts$|\/)/],
  ['gauges', /^src\/gauges\//],
  ['scan', /^src\/scan\//],
  ['messages', /^src\/messages\//],
  ['styles', /^src\/styles\//],
  ['elements', /^src\/elements\//],
  ['define', /^src\/define(\.ts$|\/)/],
  ['testing', /^src\/testing\//],
  ['entries', /^src\/(index|bundle)\.ts$/],
];

/**
 * What a place may import, beside itself: `places` for anything, `types` for types alone, `packages` by name.
 * @type {Record<string, { places?: string[], types?: string[], packages?: string[] }>}
 */
const arrows = {
  domain: { packages: ['big.js'] },
  'new-id': {}, // the one use of the platform's random numbers
  port: { places: ['domain'] },
  adapters: { places: ['domain', 'port', 'new-id'], packages: ['idb'] },
  'draft-port': { places: ['domain'] },
  drafts: { places: ['domain', 'draft-port'], packages: ['idb'] },
  server: { places: ['domain', 'port', 'new-id'] },
  machines: { places: ['domain', 'new-id'], types: ['port', 'scan'], packages: ['xstate'] },
  session: { places: ['domain', 'port', 'draft-port', 'machines', 'new-id', 'scan'], packages: ['xstate'] },
  gauges: { places: ['domain'] },
  scan: { places: ['domain', 'port'], packages: ['gs1-barcode-parser-mod', 'barcode-detector'] },
  messages: {
    places: ['domain'],
    types: ['elements', 'scan', 'session', 'machines', 'port', 'gauges', 'scan'],
  },
  styles: { packages: ['lit'] },
  elements: {
    places: [
      'domain',
      'port',
      'draft-port',
      'drafts',
      'machines',
      'session',
      'scan',
      'gauges',
      'messages',
      'styles',
      'new-id',
    ],
    packages: ['lit', '@lit/context', 'xstate', 'file-type'],
  },
  define: { places: ['domain', 'port', 'session', 'messages', 'elements'], packages: ['lit'] },
  testing: { places: ['domain', 'port', 'adapters', 'new-id'] },
  entries: {
    places: [
      'domain',
      'port',
      'adapters',
      'draft-port',
      'drafts',
      'machines',
      'session',
      'scan',
      'messages',
      'elements',
      'define',
      'testing',
    ],
  },
};

const placeOf = (/** @type {string} */ path) => places.find(([, pattern]) => pattern.test(path))?.[0];
const packageOf = (/** @type {string} */ specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Why an import is not allowed, or undefined. */
function objection(
  /** @type {string} */ path,
  /** @type {ReturnType<typeof imports>[number]} */ { specifier, typeOnly },
) {
  const place = placeOf(path);
  const may = arrows[place ?? ''] ?? {};
  if (!specifier.startsWith('.')) {
    return may.packages?.includes(packageOf(specifier))
      ? undefined
      : `${place} may not use the package ${specifier}`;
  }
  if (!specifier.endsWith('.js')) return `${specifier} lacks its ending .js`;
  const target = placeOf(resolveImport(path, specifier));
  const allowed = [place, ...(may.places ?? []), ...(typeOnly ? (may.types ?? []) : [])];
  return allowed.includes(target) ? undefined : `${place} may not import ${target ?? specifier}`;
}

const files = sources();

test('every source file has its place', () => {
  assert.deepEqual(
    files.map((file) => file.path).filter((path) => placeOf(path) === undefined),
    [],
  );
});

test('nothing is named after nothing', () => {
  const vague = /(^|\/)(utils?|helpers?|common|core|types)(\.|\/)/;
  assert.deepEqual(
    files.map((file) => file.path).filter((path) => vague.test(path)),
    [],
  );
});

for (const [place] of places) {
  test(`${place} imports only what lies below it`, () => {
    const objections = files
      .filter((file) => placeOf(file.path) === place)
      .flatMap(({ path, ast }) =>
        imports(ast).map((one) => ({ at: `${path}:${one.line}`, why: objection(path, one) })),
      )
      .filter(({ why }) => why !== undefined);
    assert.deepEqual(objections, []);
  });
}

test('the table refuses what it should', () => {
  const would = (/** @type {string} */ path, /** @type {string} */ specifier, typeOnly = false) =>
    objection(path, { specifier, typeOnly, lazy: false, line: 1 }) !== undefined;
  assert.ok(would('src/domain/run.ts', '../adapters/adapter.js', true));
  assert.ok(would('src/domain/run.ts', 'lit'));
  assert.ok(would('src/machines/entry.ts', '../adapters/adapter.js'));
  assert.ok(!would('src/machines/entry.ts', '../adapters/adapter.js', true));
  assert.ok(would('src/machines/entry.ts', 'lit'));
  assert.ok(would('src/elements/run-step/run-step.ts', '../../adapters/memory.js'));
  assert.ok(would('src/session.ts', './elements/run-step/run-step.js', true));
  assert.ok(would('src/adapters/memory.ts', './indexeddb'));
});
