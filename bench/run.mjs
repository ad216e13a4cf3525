// npm run bench: the same step by hand and with Stepwright's elements, in one run, repetition by repetition in rotated
// order. `-- --json FILE` writes the figures alone, `-- --quick` repeats less. Exits with 1 where a hard gate fails.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../tools/browser.mjs';
import { serve } from '../tools/serve.mjs';
import { buildPages, contenders, limitsPages } from './build.mjs';
import { judge } from './gates.mjs';
import { figuresOf, table } from './results.mjs';
import { visitDrawn, visitGrowth, visitHeap, visitLimit, visitSaved, visitStep } from './visit.mjs';

const quick = process.argv.includes('--quick');
const jsonAt = process.argv.indexOf('--json');
const jsonFile = jsonAt < 0 ? undefined : process.argv[jsonAt + 1];

/** How often each size is visited; typing only where something is demanded of it. */
const steps = [
  { fields: 10, times: quick ? 2 : 7, updates: 5, typing: 0 },
  { fields: 100, times: quick ? 3 : 9, typing: 100 },
  { fields: 1000, times: quick ? 2 : 7, typing: 100 },
  { fields: 5000, times: quick ? 1 : 5, typing: 0 },
];

const browserArguments = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];
const started = Date.now();
const told = (/** @type {string} */ text) =>
  console.error(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}`);

const folder = await buildPages();
// Isolated pages have a finer clock: 5 µs in place of 100.
const isolated = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};
const server = await serve({ folders: { '/': folder }, headers: isolated });
const found = await findBrowser();
const launch = { ...found, args: [...found.args, ...browserArguments] };
const browser = await chromium.launch(launch);
told(`built; Chromium ${browser.version()}`);

/** In a context of its own, so in a renderer of its own: nothing is warm. */
async function fresh(visit, contender, options) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  try {
    return await visit(context, server.url, contender, options);
  } finally {
    await context.close();
  }
}

/** Both contenders, one after the other; the order changes from one repetition to the next. */
async function pair(kind, repetition, visit, options) {
  const order = repetition % 2 ? [...contenders].reverse() : contenders;
  const visits = {};
  for (const contender of order) visits[contender] = await fresh(visit, contender, options);
  return { kind, n: options.fields, ...visits };
}

/** A browser with a profile on disk, since a private context keeps its databases in memory. */
async function onDisk(visit, contender, options) {
  const profile = mkdtempSync(path.join(os.tmpdir(), 'stepwright-bench-'));
  const context = await chromium.launchPersistentContext(profile, launch);
  try {
    return await visit(context, server.url, contender, options);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** A long checklist and a large grid, of both contenders; a long history and the cost of a key, with and without. */
async function limits(times, some) {
  const sizes = [
    { n: 200, limit: 'parts', given: [200] },
    { n: 6000, limit: 'grid', given: [200, 30] },
  ];
  for (let repetition = 0; repetition < times; repetition += 1) {
    for (const { n, ...options } of sizes) {
      const order = repetition % 2 ? ['stepwright', 'vanilla'] : ['vanilla', 'stepwright'];
      const visits = {};
      for (const name of order) visits[name] = await fresh(visitLimit, limitsPages[name], options);
      pairs.push({ kind: 'limit', n, ...visits });
    }
  }
  const ours = (/** @type {any} */ visit, limit, ...given) =>
    visit(visitLimit, limitsPages.stepwright, { limit, given });
  for (let repetition = 0; repetition < some; repetition += 1) {
    const kept = { InMemory: await ours(fresh, 'history', 10_000, 'memory') };
    kept.OnDisk = await ours(onDisk, 'history', 10_000, 'indexeddb');
    for (const [where, { opened, there, elsewhere }] of Object.entries(kept)) {
      const stepwright = { [`history${where}`]: opened, [`save${where}`]: there };
      pairs.push({ kind: 'limit', n: 10_000, stepwright, vanilla: { [`save${where}`]: elsewhere } });
    }
    const { plain, drafted, routed, burst, scanned } = await ours(onDisk, 'keys', quick ? 8 : 20);
    const stepwright = { keyWithDrafts: drafted, keyWithRouter: routed, scannedKey: scanned };
    const without = { keyWithDrafts: plain, keyWithRouter: plain, scannedKey: burst };
    pairs.push({ kind: 'limit', n: 20, stepwright, vanilla: without });
  }
  told('limits');
}

const pairs = [];
let failed = false;
try {
  const most = Math.max(...steps.map(({ times }) => times));
  for (let repetition = 0; repetition < most; repetition += 1) {
    for (const { times, ...options } of steps) {
      if (repetition < times) pairs.push(await pair('step', repetition, visitStep, options));
    }
    told(`repetition ${repetition + 1} of ${most}`);
  }
  for (let repetition = 0; repetition < (quick ? 1 : 3); repetition += 1) {
    for (const fields of [1000, 5000]) pairs.push(await pair('heap', repetition, visitHeap, { fields }));
  }
  told('heap');
  pairs.push(await pair('growth', 0, visitGrowth, { fields: 100, cycles: 50 }));
  pairs.push({ kind: 'drawn', n: 1000, stepwright: await fresh(visitDrawn, 'stepwright', { fields: 1000 }) });
  pairs.push({
    kind: 'saved',
    n: 50,
    stepwright: await onDisk(visitSaved, 'stepwright', { fields: 50, updates: 60 }),
  });
  await limits(quick ? 2 : 7, quick ? 1 : 3);
} finally {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}

const figures = figuresOf(pairs);
const judged = judge(figures);
failed = judged.some(({ verdict }) => verdict === 'failed' || verdict === 'missing');
console.log(table(figures, judged));
const drawn = pairs.find(({ kind }) => kind === 'drawn').stepwright;
console.log(
  `One value draws ${drawn.fields} field, ${drawn.draws} in all, and of the elements around it: ${drawn.others.join(', ') || 'none as a whole'}.`,
);
if (jsonFile) {
  const cpu = os.cpus();
  const machine = {
    cpu: cpu[0]?.model,
    cores: cpu.length,
    node: process.version,
    platform: process.platform,
  };
  const demands = judged.map(({ figure: _, ...demand }) => demand);
  writeFileSync(jsonFile, `${JSON.stringify({ machine, quick, figures, demands }, null, 2)}\n`);
}
told('done');
process.exitCode = failed ? 1 : 0;
