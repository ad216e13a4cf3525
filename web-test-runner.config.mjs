import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { findBrowser } from './tools/browser.mjs';
import { countReporter } from './tools/count-reporter.mjs';
import { cspWithScripts, withCamera } from './tools/csp.mjs';
import { globSync } from './tools/files.mjs';
import { minified } from './tools/minify-templates.mjs';
import { asModule } from './tools/script-modules.mjs';

const here = (/** @type {string} */ file) => fileURLToPath(new URL(file, import.meta.url));
const coverage = Boolean(process.env.COVERAGE);

/** Every page of the tests is served under the strict policy; the runner's own inline scripts are let in by hash. */
const strictCsp = async (/** @type {any} */ context, /** @type {() => Promise<void>} */ next) => {
  await next();
  if (!context.response.is('html') || typeof context.body !== 'string') return;
  const inline = [...context.body.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)];
  const hashes = inline.map(
    ([, text]) =>
      `sha256-${createHash('sha256')
        .update(text ?? '')
        .digest('base64')}`,
  );
  // The one file whose page may do more: it compiles WebAssembly.
  const isCamera = context.body.includes('/test/elements/camera-reading.test.ts?');
  const policy = cspWithScripts(hashes);
  context.set('Content-Security-Policy', isCamera ? withCamera(policy) : policy);
};

/** Puts the watch for violations before everything a test file imports. On its first line, so that positions stay. */
const watchCsp = {
  name: 'watch-csp',
  transform(/** @type {{ path: string, body: unknown }} */ context) {
    if (/^\/test\/.*\.test\.ts$/.test(context.path) && typeof context.body === 'string') {
      return { body: `import '/test/support/csp.ts';${context.body}` };
    }
  },
};

/** Elements are tested with their literals as they ship; the lines stay for positions and coverage. */
const shipTemplates = {
  name: 'ship-templates',
  transform(/** @type {{ path: string, body: unknown }} */ context) {
    if (!context.path.startsWith('/src/') || typeof context.body !== 'string') return;
    const edits = minified(context.body, { keepLines: true });
    return edits && { body: edits.toString() };
  },
};

/** What is a script on npm is read as a module, as in the build. */
const scriptModules = {
  name: 'script-modules',
  transform(/** @type {{ path: string, body: unknown }} */ context) {
    if (typeof context.body !== 'string') return;
    const body = asModule(context.body, context.path);
    return body && { body };
  },
};

/** Tells test/support/stories.ts which files there are. */
const listStories = {
  name: 'list-stories',
  serve(/** @type {{ path: string }} */ context) {
    if (context.path === '/story-files.json')
      return { body: JSON.stringify(globSync('stories/**/*.stories.ts')) };
  },
};

const { executablePath, args, env } = await findBrowser();

export default {
  rootDir: here('.'),
  hostname: '127.0.0.1',
  files: 'test/**/*.test.ts',
  nodeResolve: { exportConditions: ['production', 'default'] },
  concurrency: 2,
  middleware: [strictCsp],
  plugins: [
    esbuildPlugin({ ts: true, tsconfig: here('tsconfig.json'), target: 'es2022' }),
    shipTemplates,
    watchCsp,
    scriptModules,
    listStories,
  ],
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath, args, env, headless: 'shell' },
      // Far from UTC and with summer time, so that a test which reads the device's zone shows itself.
      async createPage({ context }) {
        const page = await context.newPage();
        await page.emulateTimezone('America/Los_Angeles');
        // Two files run at once, and each behaves as the tab in front.
        await page.emulateFocusedPage(true);
        await page.setViewport({ width: 1024, height: 768 });
        // With files on their way it asks whether to leave, once a key was pressed in any file before.
        page.on('dialog', (dialog) => dialog.type() === 'beforeunload' && void dialog.accept());
        return page;
      },
    }),
  ],
  testFramework: { config: { ui: 'bdd', timeout: 10_000 } },
  testsFinishTimeout: 300_000,
  browserStartTimeout: 60_000,
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: false }),
    countReporter(here(process.env.STEPWRIGHT_COUNTS ?? 'node_modules/.cache/stepwright/browser-tests.json')),
  ],
  coverage,
  coverageConfig: {
    include: ['src/**/*.ts'],
    reportDir: path.join(here('.'), 'coverage'),
    reporters: ['text-summary', 'lcovonly'],
    threshold: { lines: 80, statements: 80, branches: 0, functions: 0 },
  },
};
