// Packages that are scripts and no modules, made into modules where a browser or the build reads them: what they
// define is exported, and their licence goes along, since our build contains them.
import { readFileSync } from './files.mjs';

/** @type {Record<string, { licence: string, module: (code: string) => string }>} How each package becomes a module. */
const scripts = {
  'gs1-barcode-parser-mod': {
    licence: 'LICENSE.md',
    module: (code) => `${code}\nexport { parseBarcode };\n`,
  },
  ieee754: {
    licence: 'LICENSE',
    module: (code) =>
      `const exports = {};\n${code}\nconst { read, write } = exports;\nexport { read, write };\n`,
  },
};

/** A log that a library keeps for its makers. Nobody reads it here, and it is no module. */
const silent = { debug: 'export default () => () => undefined;\n' };

/** The source of a file as a module, or nothing where the file is none of these packages. */
export function asModule(/** @type {string} */ code, /** @type {string} */ path) {
  const name = /\/node_modules\/([^/]+)\//.exec(path)?.[1] ?? '';
  if (name in silent) return silent[/** @type {keyof typeof silent} */ (name)];
  const script = scripts[name];
  if (!script) return undefined;
  const folder = new URL(`../node_modules/${name}/`, import.meta.url);
  const { version } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
  const licence = readFileSync(new URL(script.licence, folder), 'utf8').trim();
  return `/*! @license ${name} ${version}\n\n${licence}\n*/\n${script.module(code)}`;
}

/** @returns {import('rollup').Plugin} */
export const scriptModules = () => ({
  name: 'script-modules',
  transform(code, id) {
    const module = asModule(code, id.replaceAll('\\', '/'));
    return module === undefined ? null : { code: module, map: null };
  },
});
