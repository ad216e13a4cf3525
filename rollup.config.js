import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import { publicEntries } from './tools/entries.mjs';
import { minifyTemplates } from './tools/minify-templates.mjs';
import { scriptModules } from './tools/script-modules.mjs';

// tools/build.mjs builds beside dist and renames, so that nobody reads a half-built folder.
const dist = process.env.STEPWRIGHT_DIST ?? 'dist';

export const plugins = () => [
  resolve({ extensions: ['.ts', '.js'], exportConditions: ['production', 'default'] }),
  esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' }),
  minifyTemplates(),
  scriptModules(),
];

export const minified = () => terser({ module: true, ecma: 2022, compress: { passes: 2 } });

/** The camera's reader is a module of its own in both: with what it is made of it is as large as all the elements. */
const reader = 'src/scan/zxing.ts';
const readerBeside = {
  name: 'reader-beside',
  resolveId: (/** @type {string} */ source) =>
    source.endsWith('/scan/zxing.js')
      ? /** @type {const} */ ({ id: path.resolve(reader.replace('.ts', '.js')), external: 'relative' })
      : null,
};

/** A WebAssembly file that a module names by `new URL('….wasm', import.meta.url)` is put beside it. */
const wasmBeside = {
  name: 'wasm-beside',
  transform(/** @type {string} */ code, /** @type {string} */ id) {
    return code.replace(/new URL\('([^']+\.wasm)', import\.meta\.url\)/g, (_, file) => {
      const fileName = path.basename(file);
      this.emitFile({ type: 'asset', fileName, source: readFileSync(path.resolve(path.dirname(id), file)) });
      return `new URL('./${fileName}', import.meta.url)`;
    });
  },
};

/** One module per source file, dependencies left to the application, which can drop what it doesn't use. */
const modules = {
  input: publicEntries().map((entry) => entry.source),
  external: [/^lit(\/|$)/, /^@lit\//, /^xstate/, 'idb', 'big.js'],
  plugins: plugins(),
  output: {
    dir: dist,
    format: 'es',
    preserveModules: true,
    preserveModulesRoot: 'src',
    // npm packs no folder of the name node_modules, and what we build in has to go along.
    entryFileNames: ({ name }) => `${name.replace(/^node_modules\//, 'built-in/')}.js`,
    sourcemap: true,
  },
};

/** Everything in one file, for a page without a build. */
const bundle = {
  input: 'src/bundle.ts',
  plugins: [readerBeside, ...plugins()],
  output: {
    file: `${dist}/stepwright.bundle.js`,
    format: 'es',
    sourcemap: true,
    inlineDynamicImports: true,
    plugins: [minified()],
  },
};

/** Once for the modules and for the bundle, with its own dependencies and the file that goes with just these. */
const scanning = {
  input: reader,
  plugins: [wasmBeside, ...plugins()],
  output: {
    dir: `${dist}/scan`,
    format: 'es',
    banner: '/*! barcode-detector, zxing-wasm: MIT, Ze-Zheng Wu. With zxing-cpp: Apache-2.0. */',
    plugins: [minified()],
  },
};

export default [modules, bundle, scanning].filter(
  (build) => [build.input].flat().length > 0 && [build.input].flat().every(existsSync),
);
