/**
 * GS1 element strings, with a symbology identifier (]C1), FNC1 as the group separator, or as printed: (01)…(21)…
 *
 * gs1-barcode-parser-mod takes them apart (MIT, no dependencies, 3.5 KiB, every identifier with its own test, released
 * in September 2026, GS1's sliding century). Looked at and not taken: gs1js (knows no identifier of three digits),
 * bark-js (no release since 2024, doesn't know the printed form), gs1-barcode-parser (the older state of ours), and
 * GS1's own engine (not on npm). None of them is a module; tools/script-module.mjs makes one of it for the build.
 * It is loaded with the first text that looks like GS1. What it does not look at is checked here: check digits,
 * dates that don't exist, lengths and characters: a lost separator makes a lot of what follows, and shows as too long.
 */
import { gtin14 } from './gtin.js';
import { readingOf, saysSomething, type LabelKey, type LabelProblem, type Reading } from './reading.js';

interface Element {
  ai: string;
  raw: string;
  isoDate: string;
}

const separator = '\x1d';
/** Symbology identifiers of codes that carry element strings and nothing else. */
const gs1Symbology = /^\](C1|e[0-3]|d2|Q3|J1)/;

/** How surely a text is an element string: `certain` says its code, `likely` looks like one. */
export function gs1Sign(text: string): 'certain' | 'likely' | undefined {
  const bare = text.replace(/^\x1d+/, '');
  if (gs1Symbology.test(bare)) return 'certain';
  const begins = /^\d{2}|^\(\d{2,4}\)/.test(bare);
  if (begins && (text.includes(separator) || bare.startsWith('('))) return 'likely';
  // The first FNC1 of a GS1-128 is often lost on its way: a trade item number in its place with the right check digit.
  return /^01\d{14}/.test(bare) && gtin14(bare.slice(2, 16)) ? 'likely' : undefined;
}

/** GS1's character set 82. */
const encodable = /^[!"%-?A-Z_a-z]*$/;
const longest: Record<string, number> = { '10': 20, '21': 20, '30': 8, '37': 8, '240': 30, '241': 30 };

/** Whether the day that was made of YYMMDD is the one that was written: the parser lets 31 June roll over. */
const sameDay = ({ raw, isoDate }: Element): boolean =>
  /^\d{6}$/.test(raw) &&
  isoDate.slice(2, 7) === `${raw.slice(0, 2)}-${raw.slice(2, 4)}` &&
  (raw.endsWith('00') || isoDate.endsWith(raw.slice(4)));

function problemOf(element: Element): LabelProblem | undefined {
  const { ai, raw } = element;
  if (raw === '') return 'empty';
  if (raw.length > (longest[ai] ?? 90)) return 'too-long';
  if (!encodable.test(raw)) return 'bad-character';
  if ((ai === '01' || ai === '02') && !gtin14(raw)) return 'check-digit';
  if ((ai === '15' || ai === '17') && !sameDay(element)) return 'bad-date';
  if ((ai === '30' || ai === '37') && !/^\d+$/.test(raw)) return 'bad-number';
  return undefined;
}

/** What names each thing, the first that is there: its own number before the one of what it contains. */
const identifiers: [LabelKey, string[]][] = [
  ['gtin', ['01', '02']],
  ['lot', ['10']],
  ['serial', ['21']],
  ['expires', ['17', '15']],
  ['quantity', ['30', '37']],
  ['partNumber', ['241', '240']],
];

function readingsOf(elements: readonly Element[]): Reading[] {
  const byAi = new Map<string, Element>();
  for (const element of elements) {
    const problem =
      problemOf(element) ??
      ((byAi.get(element.ai)?.raw ?? element.raw) === element.raw ? undefined : 'contradiction');
    if (problem) return [{ format: 'gs1', problem }];
    byAi.set(element.ai, element);
  }
  const values = identifiers.flatMap(([key, ais]): [LabelKey, string][] => {
    const element = ais.map((ai) => byAi.get(ai)).find((one) => one !== undefined);
    return element ? [[key, key === 'expires' ? element.isoDate : element.raw]] : [];
  });
  const first = readingOf('gs1', values);
  // The customer's number and the maker's: which of the two is ours, the records know.
  const makers = byAi.get('240')?.raw;
  return makers === undefined || makers === first.partNumber
    ? [first]
    : [first, { ...first, partNumber: makers }];
}

/** What an element string says. Empty where the text only looked like one. Never fails. */
export async function readGs1(text: string, sign: 'certain' | 'likely'): Promise<Reading[]> {
  const body = text
    .replace(/^\x1d+/, '')
    .replace(gs1Symbology, '')
    .replace(/^\x1d+/, '');
  // Printed under the code it often has spaces, which the code itself cannot hold.
  const compact = body.startsWith('(') ? body.replace(/\s*(\(\d{2,4}\))\s*/g, '$1') : body;
  const library = await import('gs1-barcode-parser-mod').catch(() => undefined);
  if (!library) return [{ format: 'gs1', problem: 'not-loaded' }];
  try {
    const elements = library.parseBarcode(compact).parsedCodeItems;
    if (elements.length === 0) throw new Error('nothing but a symbology identifier');
    const readings = readingsOf(elements);
    return sign === 'certain' ? readings : readings.filter((one) => one.problem ?? saysSomething(one));
  } catch {
    return sign === 'certain' ? [{ format: 'gs1', problem: 'unreadable' }] : [];
  }
}
