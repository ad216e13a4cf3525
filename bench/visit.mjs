// One visit: a fresh browser context, one contender, one size. Returns the figures of everything that was done there.

const kib = 1024;

/** Opens a contender's page and a line to the browser behind it. */
async function open(context, url, contender) {
  const page = await context.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  await cdp.send('HeapProfiler.enable');
  await cdp.send('Performance.enable');
  await page.goto(`${url}${contender}.html`);
  await page.waitForFunction('window.bench');
  return { page, cdp, problems };
}

const collect = async (cdp) => {
  for (let time = 0; time < 2; time += 1) await cdp.send('HeapProfiler.collectGarbage');
};

async function heap(cdp) {
  await collect(cdp);
  const { usedSize, embedderHeapUsedSize = 0 } = await cdp.send('Runtime.getHeapUsage');
  return { js: usedSize / kib, dom: embedderHeapUsedSize / kib };
}

async function left(cdp) {
  const { js } = await heap(cdp);
  const { metrics } = await cdp.send('Performance.getMetrics');
  const value = (name) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { js, nodes: value('Nodes'), listeners: value('JSEventListeners') };
}

/** Instances of a class that the garbage collector cannot take. */
async function alive(cdp, expression) {
  const { result } = await cdp.send('Runtime.evaluate', { expression });
  if (result.objectId === undefined) return 0;
  const { objects } = await cdp.send('Runtime.queryObjects', { prototypeObjectId: result.objectId });
  const { result: length } = await cdp.send('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  return length.value;
}

const bench = (page, name, ...given) =>
  page.evaluate(([method, parameters]) => globalThis.bench[method](...parameters), [name, given]);

async function visiting(context, url, contender, work) {
  const opened = await open(context, url, contender);
  try {
    const figures = await work(opened);
    if (opened.problems.length > 0) throw new Error(opened.problems.join('\n'));
    return figures;
  } catch (error) {
    throw new Error(`${contender}: ${error.message}\n${opened.problems.join('\n')}`);
  } finally {
    await opened.page.close();
  }
}

/** Mount, values, typing, unmount. */
export const visitStep = (context, url, contender, { fields, updates = 9, typing = 100 }) =>
  visiting(context, url, contender, async ({ page, cdp }) => {
    await bench(page, 'prepare', fields);
    await collect(cdp);
    const mount = await bench(page, 'mount');
    const { elements, nodes, complete } = await bench(page, 'look');
    if (!complete) throw new Error('Not every field has a control.');
    const each = await bench(page, 'updates', updates);
    const typed = typing > 0 ? await bench(page, 'type', typing) : undefined;
    return {
      mount,
      elements,
      nodes,
      update: median(each.map(({ laidOut }) => laidOut)),
      script: median(each.map(({ script }) => script)),
      ...(typed && { typing: typed.ms, typed: typed.fields }),
      unmount: await bench(page, 'unmount'),
    };
  });

/** What the fields of a step weigh. The code has run before, so that what the engine makes of it is not theirs. */
export const visitHeap = (context, url, contender, { fields }) =>
  visiting(context, url, contender, async ({ page, cdp }) => {
    await bench(page, 'prepare', 1000);
    await bench(page, 'cycle', 3);
    await bench(page, 'prepare', fields);
    const before = await heap(cdp);
    await bench(page, 'mount');
    const after = await heap(cdp);
    return {
      jsHeap: (after.js - before.js) / fields,
      domHeap: (after.dom - before.dom) / fields,
    };
  });

/** What is left of many mounts and unmounts, per cycle. */
export const visitGrowth = (context, url, contender, { fields, cycles }) =>
  visiting(context, url, contender, async ({ page, cdp }) => {
    await bench(page, 'prepare', fields);
    await bench(page, 'cycle', cycles);
    const before = await left(cdp);
    await bench(page, 'cycle', cycles);
    const after = await left(cdp);
    return {
      heap: (after.js - before.js) / cycles,
      nodes: after.nodes - before.nodes,
      listeners: after.listeners - before.listeners,
      actors: await alive(cdp, 'globalThis.Actor?.prototype'),
    };
  });

/** Which elements draw themselves for one value. */
export const visitDrawn = (context, url, contender, { fields }) =>
  visiting(context, url, contender, async ({ page }) => {
    await bench(page, 'prepare', fields);
    await bench(page, 'mount');
    return bench(page, 'drawn');
  });

/** Values saved in the browser's database, each from the commit until its verdict is painted. */
export const visitSaved = (context, url, contender, { fields, updates }) =>
  visiting(context, url, contender, async ({ page }) => {
    await bench(page, 'prepare', fields, 'indexeddb');
    await bench(page, 'mount');
    const each = await bench(page, 'updates', updates);
    return each.map(({ painted }) => painted);
  });

/** One of the limits; `given` is its size. */
export const visitLimit = (context, url, contender, { limit, given }) =>
  visiting(context, url, contender, ({ page }) => bench(page, limit, ...given));

export const median = (all) => quantile(all, 0.5);

export function quantile(all, part) {
  const sorted = [...all].sort((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const below = Math.floor(place);
  const above = Math.ceil(place);
  return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
}
