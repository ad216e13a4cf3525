/** What comes from a gauge: a reading as it was shown there, or why there is none. */
import { isUnit } from '../domain/units.js';
import type { DecimalText } from '../domain/run.js';

export interface Reading {
  /** With the zeros at its end, which tell how finely the gauge reads; without those at its beginning. */
  value: DecimalText;
  /** Absent where the gauge does not send it. */
  unit?: string;
  /** The last place that the gauge shows, "0.001". */
  resolution: DecimalText;
}

export interface GaugeProblem {
  /**
   * `status`: the gauge says that it has no value. `unreadable`: what it sent is no reading. `framing`: characters were lost or
   * garbled on the way. `lost`: the gauge is gone.
   */
  problem: 'status' | 'unreadable' | 'framing' | 'lost';
  /** What was sent, for the operator to read. */
  text?: string;
}

export type GaugeAnswer = Reading | GaugeProblem;

/** Takes the bytes of a stream in pieces of any size, and gives what is whole by then. */
export type GaugeReader = (bytes: Uint8Array) => GaugeAnswer[];

/** A reading from its digits. A zero has no sign. */
export function readingOf(negative: boolean, whole: string, decimals: string, unit?: string): Reading {
  const digits = `${whole.replace(/^0+(?=\d)/, '') || '0'}${decimals && '.'}${decimals}`;
  return {
    value: negative && /[1-9]/.test(digits) ? `-${digits}` : digits,
    ...(unit !== undefined && { unit }),
    resolution: decimals ? `0.${'1'.padStart(decimals.length, '0')}` : '1',
  };
}

/** Units that gauges write in several ways. */
const spellings = new Map([
  ['mm', 'mm'],
  ['in', 'in'],
  ['inch', 'in'],
  ['"', 'in'],
  ['um', 'µm'],
  ['µm', 'µm'],
  ['μm', 'µm'],
]);

/** The unit that a gauge sent; nothing where that is not known as one. */
export const unitSent = (text: string): string | undefined =>
  spellings.get(text.toLowerCase()) ?? (isUnit(text) ? text : undefined);
