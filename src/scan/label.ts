/** What a scanned text says: a GS1 element string, a JSON label, a configured pattern, or just a text to look up. */
import { gs1Sign, readGs1 } from './gs1.js';
import { jsonObject, readJson } from './json-label.js';
import { longestLabel, readByKeys, readByPattern, type ScanPattern } from './patterns.js';
import { different, readingOf, type Reading } from './reading.js';

export type { LabelContent, LabelFormat, LabelKey, LabelProblem, Reading } from './reading.js';
export { checkPatterns, type PatternProblem, type ScanPattern } from './patterns.js';
export { gtin14 } from './gtin.js';

/** A scanned text and what it says. A label with a `problem` says nothing else. */
export interface Label extends Reading {
  /** As it was scanned, to the last character. */
  text: string;
  /** What to look up and show, where that is not the whole text: without a symbology identifier and a line end. */
  body?: string;
  /** Other ways to understand the same text, in order. Look all of them up; ask where more than one finds something. */
  alternatives?: Reading[];
}

const labelOf = (text: string, body: string, [first, ...others]: Reading[]): Label => ({
  text,
  ...(body === text ? {} : { body }),
  ...(first ?? { format: 'plain' }),
  ...(others.length > 0 ? { alternatives: others } : {}),
});

/** An EAN or UPC code is a trade item number and nothing else, if its symbology is told. */
const readRetail = (symbology: string, body: string): Reading[] =>
  /^\]E[04]$/.test(symbology) ? [readingOf('gs1', [['gtin', body]])] : [];

/** Reads a text with every pattern that works. Never fails, whatever the text. */
export async function readLabel(text: string, patterns: readonly ScanPattern[] = []): Promise<Label> {
  if (text.length > longestLabel) return { text, format: 'plain' };
  const line = text.replace(/[\r\n]+$/, '');
  const sign = gs1Sign(line);
  // The code itself says what it is: what cannot be read is not guessed at.
  if (sign === 'certain') return labelOf(text, line, different(await readGs1(line, sign)));

  const symbology = /^\][A-Za-z][0-9A-Za-z](?=.)/.exec(line)?.[0] ?? '';
  const body = line.slice(symbology.length);
  const object = jsonObject(body);
  if (object) {
    const own = readJson(object, {});
    return labelOf(text, body, different([...readByKeys(object, patterns), own]));
  }
  const likely = gs1Sign(body);
  const readings = different([
    ...readRetail(symbology, body),
    ...(likely ? await readGs1(body, 'likely') : []),
    ...readByPattern(body, patterns),
  ]);
  // Digits alone may be a number that begins like an element string by chance.
  if (readings.length > 0 && likely && !/[\x1d(]/.test(body)) readings.push({ format: 'plain' });
  return labelOf(text, body, readings);
}
