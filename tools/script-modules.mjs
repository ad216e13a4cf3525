// Packages that are scripts and no modules, made into modules where a browser or the build reads them: what they
// define is exported, and their licence goes along, since our build contains them.
import { readFileSync } from './files.mjs';

/** @type {Record<string, string[]>} The names that each package defines at its top. */
const scripts = { 'gs1-barcode-parser-mod': ['parseBarcode'] };

/** The source of a file as a module, or nothing where the file is none of these packages. */
export function asModule(/** @type {string} */ code, /** @type {string} */ path) {
  const name = /\/node_modules\/([^/]+)\//.exec(path)?.[1] ?? '';
  const names = scripts[name];
  if (!names) return undefined;
  const folder = new URL(`../node_modules/${name}/`, import.meta.url);
  const { version } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
  const licence = readFileSync(new URL('LICENSE.md', folder), 'utf8').trim();
  return `/*! @license ${name} ${version}\n\n${licence}\n*/\n${code}\nexport { ${names.join(', ')} };\n`;
}

/** @returns {import('rollup').Plugin} */
export const scriptModules = () => ({
  name: 'script-modules',
  transform(code, id) {
    const module = asModule(code, id.replaceAll('\\', '/'));
    return module === undefined ? null : { code: module, map: null };
  },
});
