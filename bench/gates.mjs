// What is demanded, as data: P-G1 to P-G12 of the reference, and the limits of one step. `goal` is the target, `gate` the limit that fails the run.
// A metric is read out of the results by its name and size; `of` says which of its figures is held to the limits:
// the ratio to the contender by hand, our own figure, or the growth of our figure from the size `from`.

/**
 * @typedef {{ id: string, metric: string, n: number, of: 'ratio' | 'ours' | 'growth', from?: number,
 *   goal: number, gate: number, least?: number }} Demand
 */

/** @type {Demand[]} */
export const demands = [
  { id: 'P-G1', metric: 'mount', n: 100, of: 'ratio', goal: 1.4, gate: 1.8 },
  { id: 'P-G1', metric: 'mount', n: 1000, of: 'ratio', goal: 1.4, gate: 1.8 },
  { id: 'P-G2', metric: 'update', n: 1000, of: 'ratio', goal: 1.2, gate: 1.6 },
  { id: 'P-G2', metric: 'update', n: 1000, of: 'ours', goal: 16, gate: 16 },
  { id: 'P-G3', metric: 'update', n: 100, of: 'ratio', goal: 1.3, gate: 1.8 },
  { id: 'P-G4', metric: 'typing', n: 1000, of: 'ratio', goal: 1.3, gate: 2 },
  { id: 'P-G5', metric: 'jsHeap', n: 1000, of: 'ours', goal: 2.5, gate: 3.5 },
  { id: 'P-G6', metric: 'domHeap', n: 1000, of: 'ratio', goal: 1.5, gate: 1.8 },
  { id: 'P-G7', metric: 'heapLeft', n: 100, of: 'ours', goal: 2, gate: 4 },
  { id: 'P-G7', metric: 'nodesLeft', n: 100, of: 'ours', goal: 0, gate: 0 },
  { id: 'P-G7', metric: 'listenersLeft', n: 100, of: 'ours', goal: 0, gate: 0 },
  { id: 'P-G7', metric: 'actorsLeft', n: 100, of: 'ours', goal: 0, gate: 0 },
  { id: 'P-G8', metric: 'unmount', n: 1000, of: 'ratio', goal: 1.5, gate: 2 },
  { id: 'P-G9', metric: 'mountPerField', n: 1000, of: 'growth', from: 100, goal: 1, gate: 1.1 },
  { id: 'P-G9', metric: 'mountPerField', n: 5000, of: 'growth', from: 100, goal: 1, gate: 1.1 },
  { id: 'P-G9', metric: 'mount', n: 5000, of: 'ratio', goal: 1.2, gate: 1.5 },
  { id: 'P-G10', metric: 'update', n: 5000, of: 'ratio', goal: 0.5, gate: 1.2 },
  { id: 'P-G10', metric: 'script', n: 5000, of: 'growth', from: 100, goal: 1.2, gate: 1.5 },
  { id: 'P-G11', metric: 'jsHeap', n: 5000, of: 'growth', from: 1000, goal: 1.1, gate: 1.2 },
  { id: 'P-G12', metric: 'savedP95', n: 50, of: 'ours', goal: 50, gate: 100 },
  { id: 'one element', metric: 'fieldsDrawn', n: 1000, of: 'ours', goal: 1, gate: 1 },
  // What one step must hold. Handlers within 50 ms are answered at once, those within 100 feel so.
  { id: 'parts', metric: 'partsMount', n: 200, of: 'ratio', goal: 1.4, gate: 1.8 },
  { id: 'parts', metric: 'install', n: 200, of: 'ours', goal: 16, gate: 50 },
  { id: 'parts', metric: 'scan', n: 200, of: 'ours', goal: 50, gate: 100 },
  { id: 'grid', metric: 'gridMount', n: 6000, of: 'ratio', goal: 0.5, gate: 1 },
  { id: 'grid', metric: 'cell', n: 6000, of: 'ours', goal: 16, gate: 50 },
  { id: 'grid', metric: 'paste', n: 6000, of: 'ours', goal: 500, gate: 1500 },
  { id: 'grid', metric: 'scroll', n: 6000, of: 'ours', goal: 10, gate: 16 },
  { id: 'history', metric: 'historyInMemory', n: 10_000, of: 'ours', goal: 50, gate: 100 },
  { id: 'history', metric: 'historyOnDisk', n: 10_000, of: 'ours', goal: 50, gate: 100 },
  { id: 'history', metric: 'saveInMemory', n: 10_000, of: 'ratio', goal: 1.1, gate: 1.5 },
  { id: 'history', metric: 'saveOnDisk', n: 10_000, of: 'ratio', goal: 1.1, gate: 1.5 },
  { id: 'keys', metric: 'keyWithDrafts', n: 20, of: 'ratio', goal: 1.1, gate: 1.3 },
  { id: 'keys', metric: 'keyWithRouter', n: 20, of: 'ratio', goal: 1.25, gate: 1.5 },
  { id: 'keys', metric: 'scannedKey', n: 20, of: 'ratio', goal: 1.25, gate: 1.5 },
];

/** Every metric that is shown, in this order, with its unit. */
export const metrics = {
  mount: 'mount to laid out, ms',
  mountPerField: 'mount per field, ms',
  unmount: 'unmount, ms',
  update: 'one value saved to laid out, ms',
  script: 'one value, script alone, ms',
  typing: 'typing in 100 fields, ms',
  jsHeap: 'JS heap per field, KiB',
  domHeap: 'DOM heap per field, KiB',
  heapLeft: 'left per mount and unmount, KiB',
  nodesLeft: 'nodes left after 50 mounts',
  listenersLeft: 'listeners left after 50 mounts',
  actorsLeft: 'machines left after 50 mounts',
  savedP95: 'saved in IndexedDB to painted, p95, ms',
  fieldsDrawn: 'field elements drawn for one value',
  partsMount: 'mount of a checklist, ms',
  install: 'one part installed to laid out, ms',
  scan: 'a serial scanned to laid out, ms',
  gridMount: 'mount of a grid, ms',
  cell: 'one cell saved to laid out, ms',
  paste: 'a block of 300 cells pasted and judged, ms',
  scroll: 'a grid scrolled by a screen, ms',
  historyInMemory: 'a history opened, in memory, ms',
  historyOnDisk: 'a history opened, in IndexedDB, ms',
  saveInMemory: 'saved at a long history (÷ none), ms',
  saveOnDisk: 'saved at one in IndexedDB (÷ none), ms',
  keyWithDrafts: 'a key, drafts kept (÷ not), ms',
  keyWithRouter: 'a key, scans routed (÷ not), ms',
  scannedKey: 'a scan’s key, routed (÷ typed), ms',
  elements: 'elements',
  nodes: 'nodes with text and comments',
};

/**
 * Holds the figures to the demands.
 * @param {import('./results.mjs').Figure[]} figures
 */
export function judge(figures) {
  const find = (/** @type {string} */ metric, /** @type {number | undefined} */ n) =>
    figures.find((figure) => figure.metric === metric && figure.n === n);
  return demands.map((demand) => {
    const figure = find(demand.metric, demand.n);
    const first = find(demand.metric, demand.from);
    const value =
      demand.of === 'ratio'
        ? figure?.ratio
        : demand.of === 'ours'
          ? figure?.ours
          : figure && first && figure.ours / first.ours;
    const verdict =
      value === undefined
        ? 'missing'
        : value <= demand.goal
          ? 'goal'
          : value <= demand.gate
            ? 'gate'
            : 'failed';
    return { ...demand, figure, value, verdict };
  });
}
