/** Labels that are JSON objects: their keys, and what each means. */
import { readingOf, type LabelKey, type Reading } from './reading.js';

/** What JSON.parse tells a reviver besides the value, in browsers that do: the number as it was written. */
interface Written {
  source?: string;
}

/** Numbers become text at once: a serial of twenty digits must not be rounded. */
function asText(_key: string, value: unknown, written?: Written): unknown {
  if (typeof value !== 'number') return value;
  if (written?.source !== undefined && /^-?\d+(\.\d+)?$/.test(written.source)) return written.source;
  // Rounded without a trace, where the browser doesn't tell: better nothing than a wrong serial.
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? String(value) : null;
}

/** The object that a text is, or nothing where it isn't JSON or no object. Of a key that comes twice, the last counts. */
export function jsonObject(text: string): object | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    return JSON.parse(text, asText) as object;
  } catch {
    return undefined;
  }
}

/** What a key map makes of an object; `uid` means itself unless the map says otherwise. */
export function readJson(object: object, map: Record<string, LabelKey>, pattern?: string): Reading {
  const meanings: [string, LabelKey][] = Object.entries(map);
  if (!meanings.some(([key, meaning]) => key === 'uid' || meaning === 'uid'))
    meanings.unshift(['uid', 'uid']);
  const values = meanings.flatMap(([key, meaning]): [LabelKey, string][] => {
    // Own properties only: a map may name __proto__ or constructor, and so may a label.
    const value: unknown = Object.getOwnPropertyDescriptor(object, key)?.value;
    return typeof value === 'string' ? [[meaning, value]] : [];
  });
  return readingOf('json', values, pattern);
}
