// The table of rules (tools/rules.mjs) finds what is missing, and the reporters tell it what ran.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { countReporter } from '../../tools/count-reporter.mjs';
import namesReporter from '../../tools/names-reporter.mjs';
import { check, markdown, ruleList, rulesNamed, tabulate } from '../../tools/rules.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'stepwright-rules-'));
after(() => rmSync(folder, { recursive: true }));

/** Rules 1 and 2 are due, 3 is so of no issue, 4 of a later one. @type {import('../../tools/rules.mjs').RuleList} */
const list = {
  due: 3,
  sections: [
    { title: 'Fields', issue: 3, later: ['R3'], rules: { R1: 'One', R2: 'Two | both', R3: 'Three' } },
    { title: 'Sign-offs', issue: 4, rules: { R4: 'Four' } },
  ],
};

/** @typedef {import('../../tools/names-reporter.mjs').TestResult} TestResult */
const named = (
  /** @type {string} */ name,
  /** @type {TestResult['result']} */ result = 'passed',
  file = 'test/domain/fields.test.ts',
) => ({ names: name.split(' › '), file, result });
const both = [named('R1: one'), named('R2: two')];
const problems = (/** @type {TestResult[]} */ tests) => tabulate(list, tests).problems;
const row = (/** @type {string} */ rule, /** @type {TestResult[]} */ tests) =>
  tabulate(list, tests)
    .sections.flatMap(({ rows }) => rows)
    .find((one) => one.rule === rule) ?? assert.fail();

for (const [name, rules] of /** @type {[string, string[] | undefined][]} */ ([
  ['R47: picking is impossible', ['R47']],
  ['R47, R48: both', ['R47', 'R48']],
  ['R99–R102: a range', ['R99', 'R100', 'R101', 'R102']],
  ['R1-R2, R9: a range and one more', ['R1', 'R2', 'R9']],
  ['R5–R5: one', ['R5']],
  ['R9–R1: backward', ['R9', 'R1']],
  ['R1–R99999: without end', ['R1', 'R99999']],
  ['is named by no rule, though it speaks of R47: so', []],
  ['Requirements', []],
  ['', []],
  ['R47 picking is impossible', undefined],
  ['R47 and R48: both', undefined],
  ['R47,R48: both', undefined],
  ['R47:', undefined],
]))
  test(`"${name}" names ${rules?.join(' ') ?? 'a rule in a way that is refused'}`, () =>
    assert.deepEqual(rulesNamed(name), rules));

test('nothing is wrong where each rule that is due has a test that passed', () =>
  assert.deepEqual(problems(both), []));

test('a rule that is due and that no test names is told, with its words and what to do', () =>
  assert.deepEqual(problems([named('R1: one')]), [
    'R2 (Two | both): no test names it. Write one that is called "R2: …"',
  ]));

test('a test that speaks of a rule in the middle of its name is none of it', () =>
  assert.match(problems([named('R1: one, and R2: two')])[0] ?? '', /^R2 /));

test('a test that failed counts for nothing, and undoes those that passed', () => {
  const told = 'R2: a test failed that names it';
  assert.deepEqual(problems([named('R1: one'), named('R2: two', 'failed')]), [told]);
  assert.deepEqual(problems([...both, named('R2: again', 'failed')]), [told]);
  assert.deepEqual(problems([...both, named('R1, R2: again', 'failed')]), [`R1, ${told}`]);
  assert.equal(row('R4', [named('R4: four', 'failed')]).status, 'failed');
});

test('a test that was skipped shows nothing, and is counted', () => {
  const tests = [named('R1: one'), named('R2: two', 'skipped')];
  assert.match(problems(tests)[0] ?? '', /^R2 .*skipped$/);
  assert.equal(row('R2', tests).tests.length, 1);
  assert.deepEqual(problems([...both, named('R2: elsewhere', 'skipped')]), []);
});

test('what encloses a test names its rule as well, and a rule counts a test once', () => {
  const tests = [named('install › R1: one › R1, R2: both')];
  assert.deepEqual(problems(tests), []);
  assert.equal(row('R1', tests).tests.length, 1);
});

test('rules that are due later are no problem without a test, and are later with one', () => {
  assert.equal(row('R3', both).status, 'later');
  assert.equal(row('R4', [...both, named('R4: four')]).status, 'later');
  assert.deepEqual(tabulate({ ...list, due: 4 }, both).problems, [
    'R4 (Four): no test names it. Write one that is called "R4: …"',
  ]);
});

test('a rule that is not there, and a name that is none, are told with their tests', () => {
  assert.deepEqual(problems([...both, named('R1–R5: five'), named('R2 two')]), [
    '"R1–R5: five" in test/domain/fields.test.ts: there is no rule R5 in tools/rules.json; correct the name',
    '"R2 two" in test/domain/fields.test.ts: rules are named as in "R47: …", "R47, R48: …" or "R99–R112: …" at the beginning',
  ]);
});

test('the table tells rule, words, status, tests and files, and does not hang on the order of the run', () => {
  const tests = [...both, named('R1: elsewhere', 'passed', 'test/e2e/rover.test.mjs')];
  const table = markdown(tabulate(list, tests).sections);
  assert.ok(
    table.includes(
      '|R1|One|✓ tested|2|[domain/fields](../test/domain/fields.test.ts), [e2e/rover](../test/e2e/rover.test.mjs)|',
    ),
  );
  assert.ok(table.includes('|R2|Two \\| both|✓ tested|1|'));
  assert.ok(table.includes('|R4|Four|○ later|0||'));
  assert.ok(markdown(tabulate(list, []).sections).includes('|R1|One|✗ no test|0||'));
  assert.equal(markdown(tabulate(list, tests.toReversed()).sections), table);
});

const results = (/** @type {string} */ name, /** @type {TestResult[]} */ tests) => {
  const file = path.join(folder, name);
  writeFileSync(file, JSON.stringify({ tests }));
  return file;
};

test('a table that is not what the tests say fails once and is written, and then is right', async () => {
  const place = path.join(folder, 'rules.md');
  const files = [results('browser-1.json', [both[0] ?? assert.fail()]), results('e2e-1.json', both.slice(1))];
  assert.match((await check(files, place, list)).join(), /^rules\.md was not what the tests say/);
  assert.deepEqual(await check(files, place, list), []);
  const written = readFileSync(place, 'utf8');
  assert.match(written, /\| R1 +\| One +\| ✓ tested +\|/);

  writeFileSync(place, written.replace('✓', '✗'));
  assert.equal((await check(files, place, list)).length, 1);
  assert.equal(readFileSync(place, 'utf8'), written);

  const red = results('e2e-2.json', [named('R2: two', 'failed')]);
  assert.match((await check([files[0] ?? '', red], place, list)).join(), /^R2: /);
  assert.equal(readFileSync(place, 'utf8'), written, 'a red run leaves the table alone');
});

test('a stage that told nothing is named, with the command that asks it', async () =>
  assert.deepEqual(await check([path.join(folder, 'visit-77.json'), path.join(folder, 'package.json')]), [
    'There are no names of tests of visit, package: npm test -- visit package rules',
  ]));

test('the list holds R1 to R120 in order, in words, and none of this issue is put off', () => {
  const rules = ruleList.sections.flatMap((section) => Object.keys(section.rules));
  assert.deepEqual(
    rules,
    Array.from({ length: 120 }, (_, index) => `R${index + 1}`),
  );
  for (const { rules: words, later = [] } of ruleList.sections) {
    for (const [rule, text] of Object.entries(words)) assert.match(text, /^[A-Z].{20,110}[^.]$/, rule);
    for (const rule of later) assert.ok(rule in words, rule);
  }
  const { sections } = tabulate(ruleList, []);
  const due = sections.flatMap(({ rows }) => rows).filter((one) => one.due);
  for (const rule of rules.slice(25, 65))
    assert.ok(
      due.some((one) => one.rule === rule),
      rule,
    );
});

test('the reporter of node --test tells every test with what encloses it', async () => {
  const file = path.resolve('test/package/rules.test.mjs');
  const told = (/** @type {string} */ type, /** @type {string} */ name, nesting = 0, more = {}) => ({
    type,
    data: { name, nesting, file, ...more },
  });
  async function* events() {
    yield told('test:start', 'suite');
    yield told('test:pass', 'R1: inner', 2);
    yield told('test:fail', 'other', 2);
    yield told('test:fail', 'R2: group', 1, { details: { type: 'suite' } });
    yield told('test:pass', 'third', 1, { skip: true });
    yield told('test:fail', 'suite', 0, { details: { type: 'suite' } });
    yield told('test:pass', 'step', 1);
    yield told('test:pass', 'with steps');
    yield told('test:pass', 'alone');
    yield told('test:diagnostic', 'nothing');
  }
  let text = '';
  for await (const part of namesReporter(events())) text += part;
  assert.deepEqual(
    JSON.parse(text).tests.map((/** @type {TestResult} */ one) => [
      one.names.join(' › '),
      one.result,
      one.file,
    ]),
    [
      ['suite › R2: group › R1: inner', 'passed'],
      ['suite › R2: group › other', 'failed'],
      ['suite › third', 'skipped'],
      ['with steps › step', 'passed'],
      ['with steps', 'passed'],
      ['alone', 'passed'],
    ].map((one) => [...one, 'test/package/rules.test.mjs']),
  );
});

test('the reporter of the browser tells every test with what encloses it', () => {
  const file = path.join(folder, 'browser.json');
  const passed = { name: 'R1: one', passed: true, skipped: false };
  countReporter(file).onTestRunFinished({
    sessions: [
      {
        testFile: path.resolve('test/domain/fields.test.ts'),
        passed: false,
        testResults: {
          suites: [
            { name: 'fields', tests: [passed, { name: 'two', passed: false }], suites: [] },
            { name: 'R3: files', tests: [{ name: 'three', passed: false, skipped: true }], suites: [] },
          ],
          tests: [],
        },
      },
      { testFile: path.resolve('test/broken.test.ts'), passed: false },
    ],
  });
  const { tests, ...counts } = JSON.parse(readFileSync(file, 'utf8'));
  assert.deepEqual(counts, { passed: 1, failed: 2, skipped: 1 });
  assert.deepEqual(tests, [
    named('fields › R1: one'),
    named('fields › two', 'failed'),
    named('R3: files › three', 'skipped'),
    { names: ['the file runs'], file: 'test/broken.test.ts', result: 'failed' },
  ]);
});
