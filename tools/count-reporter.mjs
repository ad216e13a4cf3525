import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A reporter of web-test-runner that prints one line with the counts and writes them, with the name of every test,
 * where tools/test.mjs and tools/rules.mjs find them. A file that could not be run at all counts as one failed test.
 */
export function countReporter(/** @type {string} */ file) {
  return {
    onTestRunFinished({ sessions }) {
      const result = {
        passed: 0,
        failed: 0,
        skipped: 0,
        /** @type {import('./names-reporter.mjs').TestResult[]} */ tests: [],
      };
      for (const session of sessions) {
        const testFile = path.relative(process.cwd(), session.testFile ?? '').replaceAll('\\', '/');
        let failedHere = 0;
        const visit = (/** @type {any} */ suite, /** @type {string[]} */ names) => {
          for (const test of suite.tests ?? []) {
            if (test.skipped) result.skipped++;
            else if (test.passed) result.passed++;
            else failedHere++;
            result.tests.push({
              names: [...names, test.name],
              file: testFile,
              result: test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed',
            });
          }
          for (const inner of suite.suites ?? []) visit(inner, [...names, inner.name]);
        };
        if (session.testResults) visit(session.testResults, []);
        if (!session.passed && failedHere === 0) {
          failedHere = 1;
          result.tests.push({ names: ['the file runs'], file: testFile, result: 'failed' });
        }
        result.failed += failedHere;
      }
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(result, null, 1));
      console.log(
        `browser: ${result.passed} passed, ${result.failed} failed${result.skipped ? `, ${result.skipped} skipped` : ''}`,
      );
    },
  };
}
