/**
 * Gauges that send text: a line for each reading, `+012.345 mm`. Read are a bare number with or without a unit, the
 * Mitutoyo form `01A+0000.123` (input tools, wireless receivers, multiplexers), lines numbered and named by a display
 * unit (`1 MW +001.378 mm`), and what Sylvac adds in tolerance mode (`<`, `=`, `>`). Nothing else is ever taken for a value.
 */
import { readingOf, unitSent, type GaugeAnswer, type GaugeReader, type Reading } from './reading.js';

const maxLine = 64;
/** The channel before a reading: "01A", "0A1", "1 MW ", or the axis "A", after which there is a sign. */
const channel = /^(?:0\dA(?=[+-])|0A\d(?=[+-])|\d{1,3}\s+[A-Z]{2,4}(?=\s*[+-]?\s*\d*\.\d)|[AB](?=[+-]\d*\.))/;
const number = /^([+-]?)\s*(?=[.,]?\d)(\d*)(?:[.,](\d*))?\s*(\D*?)\s*[<=>]{0,2}$/;
/** Words and codes of gauges that have no value: "ERR3", "E-01", "NG", "OL", "911" (no data at channel 1), "-----". */
const status =
  /^9\d[1-9]$|^#|^[-.\s]+$|^e-?\d|(?:^|[^a-z])(?:err?|error|ng|ol|o\.l|help|over|under|low?|hi|bat)(?![a-z])/i;

function readNumber(text: string): Reading | undefined {
  const [whole, sign, integer, decimals = '', unitText] = number.exec(text.replace(/\u2212/g, '-')) ?? [];
  if (whole === undefined) return undefined;
  if (unitText === '') return readingOf(sign === '-', integer!, decimals);
  const unit = unitSent(unitText!);
  return unit === undefined ? undefined : readingOf(sign === '-', integer!, decimals, unit);
}

/** One line without its end. Nothing for an empty one. */
export function readLine(line: string): GaugeAnswer | undefined {
  // Bytes are read as Latin-1, in which the signs that UTF-8 writes in two bytes have an Â before them.
  const text = line
    .replace(/[\0-\x1f\x7f]/g, ' ')
    .replace(/Â(?=[°µ])/g, '')
    .trim();
  if (text === '') return undefined;
  const reading =
    text.length > maxLine || status.test(text) ? undefined : readNumber(text.replace(channel, '').trim());
  return reading ?? { problem: status.test(text) ? 'status' : 'unreadable', text: text.slice(0, maxLine) };
}

/**
 * Reads lines that end in CR, LF or both, or are put between STX and ETX; check characters after ETX are passed over.
 * `midway` is for a stream that was joined while a line may have been on its way: what comes before the first end is no line.
 */
export function lineReader(midway = false): GaugeReader {
  const [stx, etx, lf, cr] = [2, 3, 10, 13];
  let line = '';
  let enclosed = false;
  let skipping = midway;

  const end = (): GaugeAnswer[] => {
    const answer = skipping ? undefined : readLine(line);
    line = '';
    skipping = false;
    return answer ? [answer] : [];
  };
  const take = (byte: number): GaugeAnswer[] => {
    if (byte === stx) {
      line = '';
      skipping = false;
      enclosed = true;
      return [];
    }
    if (byte === etx) {
      const answers = end();
      skipping = enclosed;
      enclosed = false;
      return answers;
    }
    if (byte === lf || byte === cr) {
      enclosed = false;
      return end();
    }
    if (skipping) return [];
    line += String.fromCharCode(byte);
    if (line.length <= 4 * maxLine) return [];
    line = '';
    skipping = true;
    return [{ problem: 'framing' }];
  };
  return (bytes) => Array.from(bytes, take).flat();
}

/**
 * A burst of keys that a gauge typed, rather than a bar code: a number that has a sign, decimals or a unit. A whole number alone
 * may be a serial, and is not taken.
 */
export function readWedge(text: string): Reading | undefined {
  const burst = text.trim();
  return burst.length <= maxLine && /[-+.,\u2212]|\D$/.test(burst) ? readNumber(burst) : undefined;
}
