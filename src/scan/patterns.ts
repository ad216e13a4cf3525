/** What foreign labels look like, as the application configures it, and what each pattern reads out of a text. */
import { readJson } from './json-label.js';
import { isLabelKey, labelKeys, readingOf, saysSomething, type LabelKey, type Reading } from './reading.js';
import { longestFor } from './regex-cost.js';

/**
 * One kind of label, told in one of three ways:
 * - `regex`: fits the whole text, its named groups are label keys: `(?<partNumber>[A-Z]+)-(?<serial>\d+)`.
 *   It has the flag `u`; write `.*` at an end that may be anything.
 * - `json`: the text is a JSON object, and its keys mean label keys: `{ sn: 'serial' }`.
 * - `as`: what lies between `prefix` and `suffix`, and has `contains` in it, is that key. At least one of the three.
 */
export type ScanPattern = { name?: string } & (
  | { regex: string }
  | { json: Record<string, LabelKey> }
  | { as: LabelKey; prefix?: string; suffix?: string; contains?: string }
);

/** What is wrong with the pattern at this index: it is not used. */
export interface PatternProblem {
  index: number;
  name?: string;
  /** not one of the three ways, more than one, no regular expression, names no key, or could hang. */
  problem: 'not-a-pattern' | 'two-kinds' | 'bad-regex' | 'no-key' | 'unknown-key' | 'slow';
  /** The key that is none, or what the browser says of the expression. */
  detail?: string;
}

type Fault = Pick<PatternProblem, 'problem' | 'detail'>;
interface Compiled {
  text?: (text: string) => Reading | undefined;
  json?: (object: object) => Reading;
}

/** No label is longer: a QR code holds at most 4,296 letters and digits. */
export const longestLabel = 4096;
const longestRegex = 500;

function compileRegex(source: string, name?: string): Compiled | Fault {
  let groups: string[];
  let regex: RegExp;
  try {
    // The empty alternative matches always, and tells the groups there are.
    groups = Object.keys(new RegExp(`${source}|`, 'u').exec('')?.groups ?? {});
    regex = new RegExp(`^(?:${source})$`, 'u');
    new RegExp(source, 'u');
  } catch (error) {
    return { problem: 'bad-regex', detail: String(error) };
  }
  // Parts that ignore case would need their own look at what overlaps.
  if (/\(\?[a-z-]+:/.test(source)) return { problem: 'bad-regex', detail: 'modifiers' };
  const unknown = groups.find((group) => !isLabelKey(group));
  if (unknown !== undefined) return { problem: 'unknown-key', detail: unknown };
  if (groups.length === 0) return { problem: 'no-key' };
  const longest = source.length > longestRegex ? 0 : longestFor(source, longestLabel);
  if (longest === 0) return { problem: 'slow' };
  return {
    text: (text) => {
      const found = text.length > longest ? null : regex.exec(text);
      if (!found) return undefined;
      const values = labelKeys.map((key) => [key, found.groups?.[key] ?? ''] as const);
      return readingOf('pattern', values, name);
    },
  };
}

function compileJson(map: unknown, name?: string): Compiled | Fault {
  if (typeof map !== 'object' || map === null) return { problem: 'not-a-pattern' };
  const meanings = Object.values(map);
  const unknown: unknown = meanings.find((meaning) => !isLabelKey(meaning));
  if (unknown !== undefined) return { problem: 'unknown-key', detail: JSON.stringify(unknown) };
  if (meanings.length === 0) return { problem: 'no-key' };
  return { json: (object) => readJson(object, map as Record<string, LabelKey>, name) };
}

function compileAffixes(pattern: Record<string, unknown>, name?: string): Compiled | Fault {
  const { as, prefix = '', suffix = '', contains = '' } = pattern;
  if (!isLabelKey(as)) return { problem: 'unknown-key', detail: JSON.stringify(as) };
  if (typeof prefix !== 'string' || typeof suffix !== 'string' || typeof contains !== 'string')
    return { problem: 'not-a-pattern' };
  // One that fits everything would make every text ambiguous.
  if (prefix + suffix + contains === '') return { problem: 'not-a-pattern' };
  return {
    text: (text) => {
      const between = text.slice(prefix.length, text.length - suffix.length);
      const fits = prefix + between + suffix === text && between !== '' && between.includes(contains);
      return fits ? readingOf('pattern', [[as, between]], name) : undefined;
    },
  };
}

/** A pattern made ready, or what is wrong with it. Configuration may be of any shape. */
function compile(pattern: unknown): Compiled | Fault {
  if (typeof pattern !== 'object' || pattern === null) return { problem: 'not-a-pattern' };
  const one = pattern as Record<string, unknown>;
  const kinds = ['regex', 'json', 'as'].filter((kind) => one[kind] !== undefined);
  if (kinds.length > 1) return { problem: 'two-kinds', detail: kinds.join() };
  const name = nameOf(one);
  if (one.json !== undefined) return compileJson(one.json, name);
  if (one.as !== undefined) return compileAffixes(one, name);
  return typeof one.regex === 'string' ? compileRegex(one.regex, name) : { problem: 'not-a-pattern' };
}

const nameOf = (pattern: unknown): string | undefined => {
  const name = (pattern as { name?: unknown } | null)?.name;
  return typeof name === 'string' ? name : undefined;
};

/** Looking at an expression costs more than using it, so each pattern is made ready once. */
const known = new WeakMap<object, Compiled | Fault>();
const ready = (pattern: unknown): Compiled | Fault => {
  if (typeof pattern !== 'object' || pattern === null) return compile(pattern);
  const before = known.get(pattern);
  if (before) return before;
  const made = compile(pattern);
  known.set(pattern, made);
  return made;
};

/** What is wrong with a configuration. Ask once, when it is given: a faulty pattern reads nothing and says nothing. */
export const checkPatterns = (patterns: readonly ScanPattern[]): PatternProblem[] =>
  patterns.flatMap((pattern, index) => {
    const made = ready(pattern);
    const name = nameOf(pattern);
    return 'problem' in made ? [{ index, ...(name === undefined ? {} : { name }), ...made }] : [];
  });

const working = (patterns: readonly ScanPattern[]): Compiled[] =>
  patterns.map(ready).filter((one): one is Compiled => !('problem' in one));

const worthTelling = (reading: Reading | undefined): reading is Reading =>
  reading !== undefined && (reading.problem !== undefined || saysSomething(reading));

/** What the patterns for texts read, in their order. */
export const readByPattern = (text: string, patterns: readonly ScanPattern[]): Reading[] =>
  working(patterns)
    .map((pattern) => {
      try {
        return pattern.text?.(text);
      } catch {
        return undefined; // too large to run, which some expressions tell only then
      }
    })
    .filter(worthTelling);

/** What the patterns for JSON read, in their order. */
export const readByKeys = (object: object, patterns: readonly ScanPattern[]): Reading[] =>
  working(patterns)
    .map((pattern) => pattern.json?.(object))
    .filter(worthTelling);
