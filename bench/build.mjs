// The bench's pages, by the project's own rollup build: one folder per contender, minified, dependencies included.
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rollup } from 'rollup';
import { minified, plugins } from '../rollup.config.js';

const here = fileURLToPath(new URL('.', import.meta.url));

export const contenders = ['vanilla', 'stepwright'];
/** The pages of long lists and large tables: by hand, and ours. */
export const limitsPages = { vanilla: 'limits-by-hand', stepwright: 'limits' };

const page = (/** @type {string} */ name, /** @type {boolean} */ styled) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>${name}</title>
    ${styled ? `<link rel="stylesheet" href="${name}.css" />` : ''}
    <script type="module" src="${name}.js"></script>
  </head>
  <body><main></main></body>
</html>
`;

/** Builds into a folder and returns its path. `names` keeps the functions' names, for a profile. */
export async function buildPages({ names = false } = {}) {
  const folder = path.join(here, `../node_modules/.cache/stepwright/bench-${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of [...contenders, ...Object.values(limitsPages)]) {
    const build = await rollup({ input: path.join(here, `${name}.ts`), plugins: plugins(), onLog: () => {} });
    // Loading code is not measured, of either contender: all of it is in one file, as in `stepwright.bundle.js`.
    await build.write({
      file: path.join(folder, `${name}.js`),
      format: 'es',
      inlineDynamicImports: true,
      plugins: names ? [] : [minified()],
    });
    await build.close();
    const style = path.join(here, `${name}.css`);
    if (existsSync(style)) cpSync(style, path.join(folder, `${name}.css`));
    writeFileSync(path.join(folder, `${name}.html`), page(name, existsSync(style)));
  }
  return folder;
}
