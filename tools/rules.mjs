// The table of rules in docs/rules.md, made of what the tests of a run are called: `R47: …` is a test of rule 47.
// `node tools/rules.mjs RESULTS…` (what the reporters wrote, a file a stage) is the stage `rules` of npm test. It fails
// where a rule that is due has no passing test, and where the table that is committed is another one: it writes the new.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

/**
 * @typedef {import('./names-reporter.mjs').TestResult} TestResult
 * @typedef {{ title: string, issue: number, later?: string[], rules: Record<string, string> }} Section
 *   `issue` owes the tests of its rules; of those in `later` nobody does yet
 * @typedef {{ due: number, sections: Section[] }} RuleList `due`: the last issue that is to have all its tests
 * @typedef {'tested' | 'failed' | 'no test' | 'later'} Status
 * @typedef {{ rule: string, words: string, due: boolean, status: Status, tests: TestResult[] }} Row
 */

const here = (/** @type {string} */ file) => fileURLToPath(new URL(file, import.meta.url));

/** @type {RuleList} */
export const ruleList = JSON.parse(readFileSync(here('rules.json'), 'utf8'));

/**
 * What one name, of a test or of what encloses it, says of rules: `R47: …`, `R47, R48: …`, `R99–R112: …`.
 * Undefined where it begins like a rule and goes on in another way.
 * @returns {string[] | undefined}
 */
export function rulesNamed(/** @type {string} */ name) {
  if (!/^R\d/.test(name)) return [];
  const list = /^(R\d+(?:[–-]R\d+)?(?:, R\d+(?:[–-]R\d+)?)*): \S/.exec(name)?.[1];
  return list?.split(', ').flatMap((part) => {
    const [from = 0, to = from] = part.split(/[–-]/).map((rule) => Number(rule.slice(1)));
    // A range that runs backward or without end names its two ends, which is enough to be refused.
    const length = to - from + 1;
    return length < 1 || length > 1000
      ? [`R${from}`, `R${to}`]
      : Array.from({ length }, (_, index) => `R${from + index}`);
  });
}

/** A row for each rule, and what is wrong with the names. */
export function tabulate(/** @type {RuleList} */ list, /** @type {TestResult[]} */ tests) {
  /** @type {Map<string, TestResult[]>} */
  const byRule = new Map(list.sections.flatMap(({ rules }) => Object.keys(rules).map((rule) => [rule, []])));
  /** @type {Set<string>} */
  const problems = new Set();
  for (const test of tests) {
    const told = `"${test.names.join(' › ')}" in ${test.file}`;
    const named = new Set();
    for (const name of test.names) {
      const rules = rulesNamed(name);
      if (!rules)
        problems.add(
          `${told}: rules are named as in "R47: …", "R47, R48: …" or "R99–R112: …" at the beginning`,
        );
      for (const rule of rules ?? []) named.add(rule);
    }
    for (const rule of named) {
      const known = byRule.get(rule);
      if (known) known.push(test);
      else problems.add(`${told}: there is no rule ${rule} in tools/rules.json; correct the name`);
    }
  }

  const sections = list.sections.map(({ title, issue, later = [], rules }) => ({
    title,
    rows: Object.entries(rules).map(([rule, words]) => {
      const named = byRule.get(rule) ?? [];
      const due = issue <= list.due && !later.includes(rule);
      return { rule, words, due, status: statusOf(named, due), tests: named };
    }),
  }));
  const open = sections.flatMap(({ rows }) => rows).filter((row) => row.due && row.status !== 'tested');
  for (const { rule, words, status, tests: named } of open) {
    if (status === 'failed') continue;
    const what =
      named.length === 0
        ? `no test names it. Write one that is called "${rule}: …"`
        : 'all its tests were skipped';
    problems.add(`${rule} (${words}): ${what}`);
  }
  const failed = open.filter(({ status }) => status === 'failed').map(({ rule }) => rule);
  // Which tests these are the stage has shown where they ran.
  if (failed.length > 0) problems.add(`${failed.join(', ')}: a test failed that names it`);
  return { sections, problems: [...problems] };
}

/** @returns {Status} */
function statusOf(/** @type {TestResult[]} */ tests, /** @type {boolean} */ due) {
  if (tests.some(({ result }) => result === 'failed')) return 'failed';
  if (!due) return 'later';
  return tests.some(({ result }) => result === 'passed') ? 'tested' : 'no test';
}

/** @type {Record<Status, string>} */
const glyphs = { tested: '✓', failed: '✗', 'no test': '✗', later: '○' };

/** docs/rules.md. Nothing of it tells when or how fast, so that it changes with the tests alone. */
export function markdown(/** @type {ReturnType<typeof tabulate>['sections']} */ sections) {
  const rows = sections.flatMap((section) => section.rows);
  const having = (/** @type {Status} */ status) => rows.filter((row) => row.status === status).length;
  const fileOf = (/** @type {string} */ file) =>
    `[${file.replace(/^test\//, '').replace(/\.test\.\w+$/, '')}](../${file})`;
  const table = (/** @type {Row[]} */ some) =>
    some.map(({ rule, words, status, tests }) =>
      [
        '',
        rule,
        words.replaceAll('|', '\\|'),
        `${glyphs[status]} ${status}`,
        String(tests.length),
        [...new Set(tests.map(({ file }) => file))].sort().map(fileOf).join(', '),
        '',
      ].join('|'),
    );
  return [
    '# Rules',
    '<!-- Written by npm test (tools/rules.mjs). Do not edit: the rules stand in tools/rules.json, the rest is of the tests. -->',
    'What a faithful way to execute manufacturing work does, rule by rule, and the tests that show it: a test that is called `R47: …` is one of rule 47. A rule that is due and has no passing test fails `npm test`.',
    `${having('tested')} of ${rows.length} rules are tested; ${having('later')} are due later, and what tests they have so far may show a part of them only.`,
    ...sections.flatMap((section) => [
      `## ${section.title}`,
      ['|rule|what it says|status|tests|in|', '|-|-|-|-:|-|', ...table(section.rows)].join('\n'),
    ]),
  ].join('\n\n');
}

/** What is wrong, for people. Writes the table to its place where it is another one. */
export async function check(
  /** @type {string[]} */ files,
  place = here('../docs/rules.md'),
  /** @type {RuleList} */ list = ruleList,
) {
  const missing = files
    .filter((file) => !existsSync(file))
    .map((file) => path.basename(file).replace(/(-\d+)?\.json$/, ''));
  if (missing.length > 0)
    return [`There are no names of tests of ${missing.join(', ')}: npm test -- ${missing.join(' ')} rules`];
  /** @type {TestResult[]} */
  const tests = files.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')).tests);
  const { sections, problems } = tabulate(list, tests);
  // Of a run that is red the table would only have to be written again.
  if (tests.some(({ result }) => result === 'failed')) return problems;

  const wanted = await format(markdown(sections), { ...(await resolveConfig(place)), parser: 'markdown' });
  if (existsSync(place) && readFileSync(place, 'utf8') === wanted) return problems;
  writeFileSync(place, wanted);
  return [
    ...problems,
    `${path.basename(place)} was not what the tests say. It has been written anew: commit it`,
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = await check(process.argv.slice(2));
  if (problems.length > 0) console.log(problems.join('\n'));
  process.exitCode = problems.length > 0 ? 1 : 0;
}
