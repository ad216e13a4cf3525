// What the tests in test/package/ want to know of the source, read from its syntax tree.
import ts from 'typescript';
import { globSync, readFileSync } from './files.mjs';

const root = new URL('..', import.meta.url);

/** @returns {{ path: string, text: string, ast: import('typescript').SourceFile }[]} */
export function sources(pattern = 'src/**/*.ts') {
  return globSync(pattern).map((path) => {
    const text = readFileSync(new URL(path, root), 'utf8');
    return { path, text, ast: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
  });
}

/** The node and everything below it. @returns {Generator<import('typescript').Node>} */
export function* nodes(/** @type {import('typescript').Node} */ node) {
  yield node;
  for (const child of node.getChildren()) yield* nodes(child);
}

export const lineOf = (/** @type {import('typescript').Node} */ node) =>
  node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;

/**
 * What a file imports or re-exports. `lazy` is import(), `typeOnly` vanishes in the build.
 * @returns {{ specifier: string, typeOnly: boolean, lazy: boolean, line: number }[]}
 */
export function imports(/** @type {import('typescript').SourceFile} */ ast) {
  const found = [];
  for (const node of nodes(ast)) {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      const typeOnly = ts.isImportDeclaration(node)
        ? node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ||
          onlyTypes(node.importClause?.namedBindings)
        : node.isTypeOnly;
      found.push({ specifier: node.moduleSpecifier.text, typeOnly, lazy: false, line: lineOf(node) });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const specifier = node.arguments[0];
      if (specifier && ts.isStringLiteralLike(specifier)) {
        found.push({ specifier: specifier.text, typeOnly: false, lazy: true, line: lineOf(node) });
      }
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      found.push({ specifier: node.argument.literal.text, typeOnly: true, lazy: false, line: lineOf(node) });
    }
  }
  return found;
}

// import { type A, type B } from …: each name is a type.
const onlyTypes = (/** @type {import('typescript').NamedImportBindings | undefined} */ bindings) =>
  bindings !== undefined &&
  ts.isNamedImports(bindings) &&
  bindings.elements.length > 0 &&
  bindings.elements.every((element) => element.isTypeOnly);

/** The source file that a relative import of our source means. */
export const resolveImport = (/** @type {string} */ from, /** @type {string} */ specifier) =>
  new URL(specifier, `file:///${from}`).pathname.slice(1).replace(/\.js$/, '.ts');
