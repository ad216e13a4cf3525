import { existsSync } from 'node:fs';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import { publicEntries } from './tools/entries.mjs';
import { minifyTemplates } from './tools/minify-templates.mjs';

// tools/build.mjs builds beside dist and renames, so that nobody reads a half-built folder.
const dist = process.env.STEPWRIGHT_DIST ?? 'dist';

export const plugins = () => [
  resolve({ extensions: ['.ts', '.js'], exportConditions: ['production', 'default'] }),
  esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' }),
  minifyTemplates(),
];

export const minified = () => terser({ module: true, ecma: 2022, compress: { passes: 2 } });

/** One module per source file, dependencies left to the application, which can drop what it doesn't use. */
const modules = {
  input: publicEntries().map((entry) => entry.source),
  external: [/^lit(\/|$)/, /^@lit\//, /^xstate/, 'idb', 'big.js'],
  plugins: plugins(),
  output: { dir: dist, format: 'es', preserveModules: true, preserveModulesRoot: 'src', sourcemap: true },
};

/** Everything in one file, for a page without a build. */
const bundle = {
  input: 'src/bundle.ts',
  plugins: plugins(),
  output: {
    file: `${dist}/stepwright.bundle.js`,
    format: 'es',
    sourcemap: true,
    inlineDynamicImports: true,
    plugins: [minified()],
  },
};

export default [modules, bundle].filter(
  (build) => [build.input].flat().length > 0 && [build.input].flat().every(existsSync),
);
