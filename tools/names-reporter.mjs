// A reporter of node --test that writes the name of every test where tools/rules.mjs reads them, as count-reporter.mjs
// does for the tests in the browser.
import path from 'node:path';

/** @typedef {{ names: string[], file: string, result: 'passed' | 'failed' | 'skipped' }} TestResult */

/** A test is told after those inside it, which are its own when they lie one level deeper. */
export default async function* namesReporter(/** @type {AsyncIterable<any>} */ source) {
  /** @type {TestResult[]} */
  const tests = [];
  /** What waits for the name that encloses it, by file and depth. @type {Map<string, TestResult[][]>} */
  const open = new Map();
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const file = path.relative(process.cwd(), data.file ?? '').replaceAll('\\', '/');
    const levels = open.get(file) ?? [];
    open.set(file, levels);
    const inside = levels[data.nesting + 1] ?? [];
    levels.length = Math.min(levels.length, data.nesting + 1);
    for (const test of inside) test.names.unshift(data.name);
    const skipped = data.skip !== undefined || data.todo !== undefined;
    const result = skipped ? 'skipped' : type === 'test:pass' ? 'passed' : 'failed';
    const own = data.details?.type === 'suite' ? [] : [{ names: [data.name], file, result }];
    tests.push(...own);
    levels[data.nesting] = [...(levels[data.nesting] ?? []), ...inside, ...own];
  }
  yield JSON.stringify({ tests }, null, 1);
}
