/** What the suite asserts with: its own, so that it runs under any runner and brings no library along. */
import type { FaultCode } from '../../adapters/adapter.js';

/** Shaped like what runners know from assertion libraries, so that they print the difference. */
export class SuiteFailure extends Error {
  readonly actual: unknown;
  readonly expected: unknown;
  readonly showDiff = true;

  constructor(message: string, actual?: unknown, expected?: unknown) {
    super(message);
    this.name = 'SuiteFailure';
    this.actual = actual;
    this.expected = expected;
  }
}

export function ok(condition: unknown, what: string): asserts condition {
  if (!condition) throw new SuiteFailure(what, condition, true);
}

/** Equal as JSON is: by what is in it. A property that is undefined is as good as absent. */
export function equal(actual: unknown, expected: unknown, what: string): void {
  const place = difference(actual, expected, '');
  if (place === undefined) return;
  const [path, is, should] = place;
  const where = path === '' ? '' : ` at ${path}`;
  throw new SuiteFailure(`${what}${where}: expected ${show(should)}, got ${show(is)}`, actual, expected);
}

type Difference = readonly [path: string, actual: unknown, expected: unknown];

function difference(actual: unknown, expected: unknown, path: string): Difference | undefined {
  if (Object.is(actual, expected)) return undefined;
  if (!isObject(actual) || !isObject(expected) || Array.isArray(actual) !== Array.isArray(expected))
    return [path, actual, expected];
  for (const key of new Set([...Object.keys(actual), ...Object.keys(expected)])) {
    const found = difference(actual[key], expected[key], `${path}.${key}`);
    if (found) return found;
  }
  return undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function show(value: unknown): string {
  const text = typeof value === 'string' || isObject(value) ? JSON.stringify(value) : String(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

/** That it rejects with an `AdapterFault` of this code, whichever copy of the package made it. */
export async function rejects(work: () => Promise<unknown>, code: FaultCode, what: string): Promise<void> {
  let answer: unknown;
  try {
    answer = await work();
  } catch (error) {
    const { name, code: actual } = error as { name?: string; code?: string };
    if (name !== 'AdapterFault')
      throw new SuiteFailure(`${what}: rejected with ${show(name)}, not a fault`, error);
    equal(actual, code, `${what}: the fault's code`);
    return;
  }
  throw new SuiteFailure(`${what}: resolved instead of rejecting`, answer, code);
}

/** Waits for something that is told, but not for ever. */
export function within<T>(milliseconds: number, work: Promise<T>, what: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new SuiteFailure(`${what}: not within ${milliseconds} ms`)),
      milliseconds,
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
