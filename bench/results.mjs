// From visits to figures, and the table of them.
import { median, quantile } from './visit.mjs';
import { metrics } from './gates.mjs';

/**
 * `ratio` is the median of the ratios within each repetition, `n` the number of fields, `times` that of repetitions.
 * @typedef {{ metric: string, n: number, times: number, ours: number, hand?: number, ratio?: number,
 *   least?: number, most?: number }} Figure
 */

/** Names of metrics against the names in a visit. */
const fromGrowth = { heapLeft: 'heap', nodesLeft: 'nodes', listenersLeft: 'listeners', actorsLeft: 'actors' };

/**
 * @param {{ kind: string, n: number, stepwright: any, vanilla?: any }[]} pairs One per repetition.
 * @returns {Figure[]}
 */
export function figuresOf(pairs) {
  const sizes = [...new Set(pairs.filter(({ kind }) => kind === 'step').map(({ n }) => n))];
  const all = (n, ...kinds) => {
    const some = pairs.filter((pair) => kinds.includes(pair.kind) && pair.n === n);
    return Object.keys(metrics).flatMap((metric) =>
      paired(metric, n, some, (visit) => valueIn(visit, metric, n)),
    );
  };
  const steps = sizes.flatMap((n) => all(n, 'step', 'heap'));
  const limits = [...new Set(pairs.filter(({ kind }) => kind === 'limit').map(({ n }) => n))];
  const growth = pairs.filter(({ kind }) => kind === 'growth');
  const left = Object.entries(fromGrowth).flatMap(([metric, name]) =>
    paired(metric, growth[0]?.n ?? 0, growth, (visit) => visit?.[name]),
  );
  const alone = pairs.flatMap(({ kind, n, stepwright }) =>
    kind === 'saved'
      ? [{ metric: 'savedP95', n, times: stepwright.length, ours: quantile(stepwright, 0.95) }]
      : kind === 'drawn'
        ? [{ metric: 'fieldsDrawn', n, times: 1, ours: stepwright.fields }]
        : [],
  );
  return [...steps, ...left, ...alone, ...limits.flatMap((n) => all(n, 'limit'))];
}

const valueIn = (visit, metric, n) => (metric === 'mountPerField' ? visit?.mount / n : visit?.[metric]);

const absolute = new Set(['jsHeap', ...Object.keys(fromGrowth)]);

function paired(metric, n, pairs, read) {
  const ours = pairs.map(({ stepwright }) => read(stepwright)).filter(Number.isFinite);
  if (ours.length === 0) return [];
  const hand = pairs.map(({ vanilla }) => read(vanilla)).filter(Number.isFinite);
  // By hand next to nothing is kept, so a ratio to it would say nothing.
  const ratios = (absolute.has(metric) ? [] : pairs)
    .map(({ stepwright, vanilla }) => read(stepwright) / read(vanilla))
    .filter(Number.isFinite);
  return [
    {
      metric,
      n,
      times: ours.length,
      ours: median(ours),
      ...(hand.length > 0 && { hand: median(hand) }),
      ...(ratios.length > 0 && {
        ratio: median(ratios),
        least: Math.min(...ratios),
        most: Math.max(...ratios),
      }),
    },
  ];
}

const glyphs = { goal: '✓', gate: '○', failed: '✗', missing: '?' };
const number = (/** @type {number | undefined} */ value) =>
  value === undefined
    ? ''
    : Math.abs(value) >= 100 || Number.isInteger(value)
      ? String(Math.round(value))
      : value.toPrecision(3);

function lines(/** @type {string[][]} */ rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
        .join('  '),
    )
    .join('\n');
}

/** Everything that was measured, then what is demanded of it. */
export function table(figures, judged) {
  const measured = figures.map(({ metric, n, times, ours, hand, ratio, least, most }) => [
    metrics[metric],
    number(n),
    number(ours),
    number(hand),
    ratio === undefined ? '' : `${number(ratio)}×`,
    least === undefined ? '' : `${number(least)}–${number(most)}`,
    number(times),
  ]);
  const what = { ratio: '× by hand', ours: '', growth: '' };
  const demanded = judged.map(({ id, metric, n, of, from, value, goal, gate, verdict, figure }) => [
    `${metrics[metric]}${of === 'growth' ? `, against ${from} fields` : ''}`,
    id,
    number(n),
    number(figure?.ours),
    number(figure?.hand),
    `${number(value)} ${what[of]}`.trim(),
    number(goal),
    number(gate),
    glyphs[verdict],
  ]);
  return [
    lines([['measured', 'fields', 'ours', 'by hand', 'ratio', 'from–to', 'n'], ...measured]),
    lines([['demanded', 'goal', 'fields', 'ours', 'by hand', 'figure', 'target', 'gate', ''], ...demanded]),
    '✓ target met  ○ hard gate holds  ✗ hard gate fails. Ratios: medians of the ratios within each repetition.',
  ].join('\n\n');
}
