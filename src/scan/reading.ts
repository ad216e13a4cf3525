/** What a label can say, and each thing's proper form: a value that is none makes the whole reading a problem. */
import { gtin14 } from './gtin.js';

/** What a label names; each is text, since leading zeros count. */
export interface LabelContent {
  /** The record itself, as the application's own labels name it. */
  uid?: string;
  partNumber?: string;
  /** 14 digits; compare with `gtin14` of what is on record. */
  gtin?: string;
  serial?: string;
  lot?: string;
  /** YYYY-MM-DD */
  expires?: string;
  /** A plain decimal: 12 or 2.5 */
  quantity?: string;
}
export type LabelKey = keyof LabelContent;

/**
 * Why nothing is taken from a label: a check digit, a date or a number that is none, too long for what it is,
 * a sign that does not belong there, nothing after a name, the same thing said twice and differently,
 * not to be taken apart at all, or the parser could not be loaded.
 */
export type LabelProblem =
  | 'check-digit'
  | 'bad-date'
  | 'bad-number'
  | 'too-long'
  | 'bad-character'
  | 'empty'
  | 'contradiction'
  | 'unreadable'
  | 'not-loaded';

export type LabelFormat = 'gs1' | 'json' | 'pattern' | 'plain';

/** One way to understand a text. With a problem it says nothing else. */
export interface Reading extends LabelContent {
  format: LabelFormat;
  /** The name of the pattern that fits. */
  pattern?: string;
  problem?: LabelProblem;
}

export const labelKeys = [
  'uid',
  'partNumber',
  'gtin',
  'serial',
  'lot',
  'expires',
  'quantity',
] as const satisfies LabelKey[];

export const isLabelKey = (text: unknown): text is LabelKey => labelKeys.includes(text as LabelKey);

/** A day that exists, written with or without dashes. */
function day(text: string): string | undefined {
  const [, year, month, date] = /^(\d{4})-?(\d\d)-?(\d\d)(?:T.*)?$/.exec(text) ?? [];
  const iso = `${year}-${month}-${date}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : undefined;
}

const decimal = (text: string): string | undefined =>
  /^\d+([.,]\d+)?$/.test(text) ? text.replace(',', '.').replace(/^0+(?=\d)/, '') : undefined;

const forms: Partial<
  Record<LabelKey, { of: (text: string) => string | undefined; otherwise: LabelProblem }>
> = {
  gtin: { of: gtin14, otherwise: 'check-digit' },
  expires: { of: day, otherwise: 'bad-date' },
  quantity: { of: decimal, otherwise: 'bad-number' },
};

/** The reading that these values make. Empty ones say nothing. */
export function readingOf(
  format: LabelFormat,
  values: Iterable<readonly [LabelKey, string]>,
  pattern?: string,
): Reading {
  const named = { format, ...(pattern === undefined ? {} : { pattern }) };
  const content: LabelContent = {};
  for (const [key, raw] of values) {
    const trimmed = raw.trim();
    if (trimmed === '') continue;
    const form = forms[key];
    const value = form ? form.of(trimmed) : trimmed;
    if (value === undefined) return { ...named, problem: form!.otherwise };
    if (content[key] !== undefined && content[key] !== value) return { ...named, problem: 'contradiction' };
    content[key] = value;
  }
  return { ...named, ...content };
}

/** Whether it names anything. */
export const saysSomething = (reading: Reading): boolean =>
  labelKeys.some((key) => reading[key] !== undefined);

const saysAll = (more: Reading, less: Reading): boolean =>
  more.problem === less.problem &&
  labelKeys.every((key) => less[key] === undefined || less[key] === more[key]);

/**
 * The readings that differ, in order. One that another says as well, and more, is left out, and so is one with a
 * problem where another can be used.
 */
export function different(all: readonly Reading[]): Reading[] {
  const useful = all.filter((one) => one.problem === undefined && saysSomething(one));
  const readings = useful.length > 0 ? useful : all;
  return readings.filter(
    (one, index) =>
      !readings.some(
        (other, at) => at !== index && saysAll(other, one) && (at < index || !saysAll(one, other)),
      ),
  );
}
