// node bench/profile.mjs [mount|updates|type|parts|grid|history|keys] [fields] [contender]: where the time goes, by function, in the browser's
// own CPU profile. For people who make it faster; the figures of a profiled page are not those of the bench.
import { rmSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findBrowser } from '../tools/browser.mjs';
import { serve } from '../tools/serve.mjs';
import { buildPages, limitsPages } from './build.mjs';

const [work = 'mount', fields = '1000', contender = 'stepwright'] = process.argv.slice(2);
/** Those that are done in one go, each on the page of its limits. */
const limits = { parts: [200], grid: [200, 30], history: [10_000, 'memory'], keys: [200] };
const given = limits[work];
const name = given ? (limitsPages[contender] ?? contender) : contender;
const folder = await buildPages({ names: true });
const server = await serve({ folders: { '/': folder } });
const browser = await chromium.launch(await findBrowser());
try {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  await page.goto(`${server.url}${name}.html`);
  await page.waitForFunction('window.bench');
  if (!given) await page.evaluate((n) => globalThis.bench.prepare(n), Number(fields));
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 100 });
  if (!given && work !== 'mount') await page.evaluate(() => globalThis.bench.mount());
  await cdp.send('Profiler.start');
  await page.evaluate(
    ([method, all]) => globalThis.bench[method](...all),
    [work, given ?? (work === 'mount' ? [] : [60])],
  );
  const { profile } = await cdp.send('Profiler.stop');
  report(profile);
} finally {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}

/** The functions with the most time of their own, and what they took with all they called. */
function report({ nodes, samples, timeDeltas }) {
  const own = new Map(nodes.map(({ id }) => [id, 0]));
  samples.forEach((id, index) => own.set(id, own.get(id) + (timeDeltas[index] ?? 0) / 1000));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const nameOf = ({ callFrame: { functionName, url, lineNumber } }) =>
    `${functionName || '(anonymous)'} ${url.split('/').at(-1)}:${lineNumber + 1}`;
  const totals = new Map();
  for (const [id, ms] of own) {
    const seen = new Set();
    for (let at = id; at !== undefined; at = parents.get(at)) {
      const name = nameOf(byId.get(at));
      const total = totals.get(name) ?? { self: 0, all: 0 };
      if (at === id) total.self += ms;
      if (!seen.has(name)) total.all += ms;
      seen.add(name);
      totals.set(name, total);
    }
  }
  const rows = [...totals].filter(([name]) => !/^\((idle|root)\)/.test(name));
  for (const by of ['self', 'all']) {
    console.log(`\nms by ${by}:`);
    for (const [name, total] of rows.sort(([, a], [, b]) => b[by] - a[by]).slice(0, 32)) {
      console.log(`${total.self.toFixed(1).padStart(8)} ${total.all.toFixed(1).padStart(8)}  ${name}`);
    }
  }
}
