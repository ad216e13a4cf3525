/** The small readers of which `readRun` is made. None of them throws, and each returns what its type says. */
import { numberText } from './measurement.js';
import type { Id } from './run.js';

export type ProblemCode =
  /** Something that must be there is not. */
  | 'missing'
  /** A thing of the wrong kind: a number where there should be a list. */
  | 'wrong-type'
  /** A status, a type or a choice that this version does not know. */
  | 'unknown-value'
  /** A value or a limit that its field cannot hold. */
  | 'unfit-value'
  | 'duplicate-id'
  /** A reference to something that is not in the run. */
  | 'not-found'
  | 'cycle'
  /** Shortened: a title for display, a list that is longer than any run. */
  | 'too-long'
  /** Reading it threw. */
  | 'unreadable'
  | 'unknown-version';

/** What was wrong with foreign data, and where. */
export interface Problem {
  code: ProblemCode;
  /** Keys and positions, dotted: `steps.0.fields.3.limits.min`. */
  path: string;
  /** What was there, as far as it can be told in a line. */
  detail?: string;
}

/** Reads one value. `source` is the object that holds it. */
export type Reader<T> = (value: unknown, reading: Reading, source: unknown) => T;

/** A reader for each property, the optional ones too. */
export type Readers<T> = { [K in keyof T]-?: Reader<T[K]> };

/** One pass over foreign data: where it is, what it has met, and what was wrong. */
export class Reading {
  readonly problems: Problem[] = [];
  /** The ids of targets so far. */
  ids = new Set<Id>();
  /** Whether something has been met that makes the whole thing unsafe to act on. The reader of that thing asks. */
  spoiled = false;
  /** The keys that lead to where it is: the first `depth` of these. */
  readonly path: (string | number)[] = [];
  depth = 0;

  problem(code: ProblemCode, value?: unknown): void {
    const detail = isObject(value) ? '' : asText(value).slice(0, 100);
    this.problems.push({ code, path: this.path.slice(0, this.depth).join('.'), ...(detail && { detail }) });
  }

  /** A problem after which the thing may be shown, but not acted on. */
  spoil(code: ProblemCode, value?: unknown): void {
    this.spoiled = true;
    this.problem(code, value);
  }

  /** Reads a property or an element. Foreign objects may have getters, and getters may throw. */
  at<T>(key: string | number, source: unknown, reader: Reader<T>): T {
    this.path[this.depth++] = key;
    let value: unknown;
    try {
      value = isObject(source) ? source[key] : undefined;
    } catch {
      this.problem('unreadable');
    }
    const read = reader(value, this, source);
    this.depth--;
    return read;
  }

  /** This id, or one made from it if it is taken already. */
  distinct(id: Id, taken: Set<Id>): Id {
    let free = id;
    for (let n = taken.size; free === '' || taken.has(free); n++) free = `${id}~${n}`;
    taken.add(free);
    return free;
  }
}

type Dictionary = Readonly<Record<PropertyKey, unknown>>;
export const isObject = (value: unknown): value is Dictionary => typeof value === 'object' && value !== null;
export const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null;

/** The raw property, for readers that look to the side. */
export const raw: Reader<unknown> = (value) => value;

/** Anything as text to read. */
export function asText(value: unknown): string {
  if (isAbsent(value)) return '';
  let left = 10_000;
  try {
    // What is larger than that is nothing to read, and may have no end.
    return Array.isArray(value) && value.length < 1000 && value.every((one) => typeof one === 'string')
      ? value.join(', ')
      : isObject(value)
        ? JSON.stringify(value, (_, part: unknown) => (left-- > 0 ? part : fail()))
        : (numberText(value) ?? (value as symbol).toString());
  } catch {
    return '';
  }
}
const fail = (): never => {
  throw new RangeError();
};

// Putting readers together ----------------------------------------------------------------------------------

export const optional =
  <T>(reader: Reader<T>): Reader<T | undefined> =>
  (value, reading, source) =>
    isAbsent(value) ? undefined : reader(value, reading, source);

/** Present and `null` means that there is none. */
export const orNone =
  <T>(reader: Reader<T>): Reader<T | null | undefined> =>
  (value, reading, source) =>
    value === null ? null : optional(reader)(value, reading, source);

/** An object, property by property. What is undefined is left out. The compiler asks for a reader of each property. */
export function shape<T extends object>(readers: Readers<T>): Reader<T> {
  const keys = Object.keys(readers) as (keyof T & string)[];
  return (value, reading) => {
    const whole = isObject(value);
    if (!whole) reading.spoil(isAbsent(value) ? 'missing' : 'wrong-type', value);
    const problems = reading.problems.length;
    const read: Partial<T> = {};
    for (const key of keys) {
      const property = reading.at(key, value, readers[key]);
      if (property !== undefined) read[key] = property;
    }
    // That everything in it is missing goes without saying.
    if (!whole) reading.problems.length = problems;
    return read as T;
  };
}

/** Longer than any run; a list that claims to be is read so far. */
const longest = 100_000;

export const listOf =
  <T>(reader: Reader<T>): Reader<readonly T[]> =>
  (value, reading) => {
    const read: T[] = [];
    const length = listLength(value);
    if (length === undefined) {
      if (!isAbsent(value)) reading.problem('wrong-type', value);
      return read;
    }
    if (length > longest) reading.problem('too-long');
    for (let index = 0; index < Math.min(length, longest); index++) {
      read.push(reading.at(index, value, reader));
    }
    return read;
  };

/** A list of things that are told apart by their ids. */
export const thingsOf =
  <T extends { id: Id }>(reader: Reader<T>): Reader<readonly T[]> =>
  (value, reading, source) => {
    const taken = new Set<Id>();
    return listOf((one, _, list) => {
      const thing = reader(one, reading, list);
      const id = reading.distinct(thing.id, taken);
      if (id === thing.id) return thing;
      if (thing.id) reading.problem('duplicate-id', thing.id);
      return { ...thing, id };
    })(value, reading, source);
  };

function listLength(value: unknown): number | undefined {
  try {
    return Array.isArray(value) ? value.length : undefined;
  } catch {
    return undefined;
  }
}
