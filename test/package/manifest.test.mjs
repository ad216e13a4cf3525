// The class comment of an element is its manual, and custom-elements.json is made from it. This holds the manual and
// the source together: what an element offers is documented, what is documented is there. Needs `npm run build`.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import ts from 'typescript';
import { imports, nodes, resolveImport, sources } from '../../tools/source.mjs';

const manifestFile = new URL('../../custom-elements.json', import.meta.url);
const manifest = existsSync(manifestFile) ? JSON.parse(readFileSync(manifestFile, 'utf8')) : undefined;
const files = new Map(sources().map((file) => [file.path, file]));
const ofElements = (/** @type {string} */ path) => path.startsWith('src/elements/');
const folderOf = (/** @type {string} */ path) => path.slice(0, path.lastIndexOf('/') + 1);

/** Class of an event → its type, from `class X extends Event { constructor() { super('x', …) } }`. */
const eventTypes = new Map();
for (const { ast } of files.values()) {
  for (const node of nodes(ast)) {
    if (!ts.isClassDeclaration(node) || !node.name || !node.heritageClauses) continue;
    const call = [...nodes(node)].find(
      (one) => ts.isCallExpression(one) && one.expression.kind === ts.SyntaxKind.SuperKeyword,
    );
    const [first] = call?.arguments ?? [];
    if (first && ts.isStringLiteralLike(first)) eventTypes.set(node.name.text, first.text);
  }
}

/** The text without comments, for what is found by its spelling. */
const withoutComments = (/** @type {string} */ text) =>
  text.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/(^|\s)\/\/.*$/gm, ' ');
const all = (/** @type {string} */ text, /** @type {RegExp} */ pattern) =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');
const words = (/** @type {string[]} */ lists) =>
  lists.flatMap((list) => list.split(/\s+/)).filter((word) => /^[a-z][\w-]*$/.test(word));

/** What a source file offers to the outside, by kind. */
function offers(/** @type {{ text: string, ast: import('typescript').SourceFile }} */ { text, ast }) {
  const code = withoutComments(text);
  const dispatched = [];
  for (const node of nodes(ast)) {
    if (!ts.isNewExpression(node)) continue;
    const name = node.expression.getText();
    const [first] = node.arguments ?? [];
    if (eventTypes.has(name)) dispatched.push(eventTypes.get(name));
    else if (/^(\w+)?Event$/.test(name) && first && ts.isStringLiteralLike(first))
      dispatched.push(first.text);
  }
  return {
    cssParts: words(all(code, /\bpart="([^"]*)"/g)),
    slots: all(code, /<slot[^>]*\sname="([^"$]+)"/g),
    events: dispatched,
    cssStates: [
      ...all(code, /:host\(:state\(([\w-]+)\)/g),
      ...all(code, /\bstates\.(?:add|delete)\(\s*'([\w-]+)'/g),
    ],
    cssProperties: all(code, /(--stepwright-[\w-]*\w)/g),
  };
}

const kinds = /** @type {const} */ (['cssParts', 'slots', 'events', 'cssStates', 'cssProperties']);

/** Events of the browser's own that leave an element by themselves. */
const native = ['input', 'change', 'focus', 'blur', 'invalid', 'toggle', 'cancel', 'close'];

/** A file and all of src/elements that it draws on, other elements left out; what takes scans sends an event for them. */
function closure(/** @type {string} */ path, seen = new Set()) {
  if (seen.has(path) || !files.has(path)) return seen;
  seen.add(path);
  for (const { specifier } of imports(files.get(path).ast)) {
    const target = specifier.startsWith('.') ? resolveImport(path, specifier) : '';
    const elsewhere =
      ofElements(target) && elementFolders.has(folderOf(target)) && folderOf(target) !== folderOf(path);
    if (/^src\/(elements|styles|scan)\//.test(target) && !elsewhere) closure(target, seen);
  }
  return seen;
}

const elements = (manifest?.modules ?? []).flatMap(({ path, declarations = [] }) =>
  declarations
    .filter((declaration) => declaration.customElement && declaration.tagName)
    .map((declaration) => ({
      ...declaration,
      source: path.replace(/^dist\//, 'src/').replace(/\.js$/, '.ts'),
    })),
);
const elementFolders = new Set(elements.map((element) => folderOf(element.source)));

/** Design tokens are declared, and documented, once for all elements. */
const tokens = new Set(
  [...files.values()]
    .filter(({ path }) => path.startsWith('src/styles/'))
    .flatMap((file) => offers(file).cssProperties),
);

test('the manifest is built', () => assert.ok(manifest, 'custom-elements.json is missing: npm run build'));

test('the manifest holds what a page may use, and nothing of what is inside', () => {
  const declarations = manifest.modules.flatMap(({ declarations: all = [] }) => all);
  const isOutside = ({ kind, tagName, name }) =>
    kind === 'class' && (tagName || /(Element|Event)$/.test(name));
  assert.deepEqual(
    declarations.filter((one) => !isOutside(one)).map(({ name }) => name),
    [],
  );
  for (const { tagName, attributes = [], events = [] } of declarations) {
    assert.ok(
      events.every(({ name, description }) => name && description),
      `${tagName}: an event without a name or a word about it`,
    );
    assert.ok(!attributes.some(({ name }) => name === 'current'), `${tagName}: a state is no attribute`);
  }
});

test('every folder in src/elements has its element, named as the folder', () => {
  const folders = [...files.keys()]
    .map((path) => /^src\/elements\/([^/]+)\/\1\.ts$/.exec(path)?.[1])
    .filter(Boolean);
  assert.deepEqual(elements.map((element) => element.tagName).sort(), folders.sort());
});

for (const element of elements) {
  const { tagName, source } = element;
  const own = [...files.values()].filter(({ path }) => folderOf(path) === folderOf(source)).map(offers);
  const reach = [...closure(source)].map((path) => files.get(path));

  test(`${tagName} has a manual`, () => {
    assert.ok(element.summary, 'no @summary');
    assert.ok((element.description ?? '').length > 20, 'no description');
    const silent = (element.attributes ?? [])
      .filter((attribute) => !attribute.description)
      .map(({ name }) => name);
    assert.deepEqual(silent, [], 'attributes without a comment');
  });

  for (const kind of kinds) {
    const documented = (element[kind] ?? [])
      .filter((item) => item.description || item.summary)
      .map((item) => item.name)
      .filter((name) => name);

    test(`${tagName}: ${kind} in its source are documented`, () => {
      const missing = own
        .flatMap((one) => one[kind])
        .filter((name) => !documented.includes(name) && !tokens.has(name));
      assert.deepEqual([...new Set(missing)], []);
    });

    test(`${tagName}: documented ${kind} exist`, () => {
      const offered = new Set(reach.flatMap((file) => offers(file)[kind]));
      // A state may be named by a verdict or by a machine's state, and an event be the browser's own.
      const named = (/** @type {string} */ name) =>
        (kind === 'events' && native.includes(name)) ||
        (kind === 'cssStates' &&
          [
            ...reach,
            ...[...files.values()].filter(({ path }) => /^src\/(domain|machines)\//.test(path)),
          ].some(({ text }) => new RegExp(`['"\`(]${name}['"\`)]|\\b${name}:`).test(withoutComments(text))));
      assert.deepEqual(
        documented.filter((name) => !offered.has(name) && !named(name)),
        [],
      );
    });
  }
}
