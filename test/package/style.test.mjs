// Rules of the source that no compiler and no linter of ours knows.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import ts from 'typescript';
import { imports, lineOf, nodes, sources } from '../../tools/source.mjs';

/** @typedef {import('typescript').Node} Node */
const files = sources();

/** Asserts that no node of the source is one that the rule finds. */
const never = (/** @type {string} */ name, /** @type {(node: Node) => boolean} */ finds, some = files) =>
  test(name, () => {
    const found = some.flatMap(({ path, ast }) =>
      [...nodes(ast)].filter(finds).map((node) => `${path}:${lineOf(node)}`),
    );
    assert.deepEqual(found, []);
  });

const within = (/** @type {RegExp} */ place) => files.filter((file) => place.test(file.path));

never('no enum', (node) => ts.isEnumDeclaration(node));
never(
  'no namespace',
  (node) => ts.isModuleDeclaration(node) && ts.isIdentifier(node.name) && node.name.text !== 'global',
);
never(
  'no default export',
  (node) =>
    ts.isExportAssignment(node) ||
    (node.kind === ts.SyntaxKind.DefaultKeyword && !ts.isDefaultClause(node.parent)) ||
    (ts.isExportSpecifier(node) && node.name.text === 'default'),
);
never('no parameter property', (node) => ts.isParameterPropertyDeclaration(node, node.parent));
never(
  'no markup from text',
  (node) =>
    ts.isIdentifier(node) &&
    /^(unsafeHTML|unsafeSVG|unsafeStatic|unsafeCSS|insertAdjacentHTML)$/.test(node.text),
);
never(
  'no style attribute in a template',
  (node) =>
    ts.isTaggedTemplateExpression(node) &&
    /^(html|svg)$/.test(node.tag.getText()) &&
    /[\s"']style\s*=/.test(node.template.getText()),
);
never(
  'the domain asks no clock and no dice',
  (node) =>
    (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) ||
    (ts.isCallExpression(node) &&
      /^(Date\.now|Math\.random|performance\.now)$/.test(node.expression.getText())),
  within(/^src\/domain\//),
);
never(
  'domain and machines know no page',
  (node) =>
    ts.isIdentifier(node) &&
    /^(document|window|navigator|localStorage|customElements|HTMLElement|Element|Node|requestAnimationFrame)$/.test(
      node.text,
    ) &&
    !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) &&
    !ts.isPropertySignature(node.parent) &&
    !ts.isPropertyAssignment(node.parent),
  within(/^src\/(domain|machines)\//),
);

test('no directive that turns text into markup is imported', () => {
  const found = files.flatMap(({ path, ast }) =>
    imports(ast)
      .filter(({ specifier }) => /unsafe-|static-html/.test(specifier))
      .map(({ line }) => `${path}:${line}`),
  );
  assert.deepEqual(found, []);
});

test('nothing is left for later in a comment', () => {
  const found = [...files, ...sources('stories/**/*.ts'), ...sources('test/**/*.ts')]
    // In a comment only: TODO is what some backends call a step that has not begun.
    .filter(({ text }) => /(\/\/|^\s*\/?\*).*\b(TODO|FIXME|XXX|HACK)\b/m.test(text))
    .map(({ path }) => path);
  assert.deepEqual(found, []);
});

test('English and German have the same slices', () => {
  const slices = (/** @type {string} */ language) =>
    sources(`src/messages/${language}/*.ts`).map(({ path }) => path.split('/').at(-1));
  assert.deepEqual(slices('de'), slices('en'));
});
