/**
 * Digimatic frames: 52 bits, sent by Mitutoyo gauges and by many others. An adapter passes them on as 13 bytes, one for each
 * digit: four times F, the sign, six digits, the decimals, the unit. Digimatic 2 begins with 8F and has eight digits.
 */
import { readingOf, type GaugeAnswer, type GaugeReader } from './reading.js';

const length = 13;
/** What a frame can begin with. F stands nowhere but in front, so a frame that was cut short shows when the next one begins. */
const beginning = /^(?:F{0,4}|F{4}\d*|8|8F\d*)$/;
const whole = /^(?:F{4}|8F(\d\d))([08])(\d{6})([0-5])([01])$/;

/** One frame as 13 hexadecimal digits, the first one first: "FFFF000012330" is 0.123 mm. */
export function readFrame(frame: string): GaugeAnswer {
  const [, two = '', sign, six, decimals, unit] = whole.exec(frame) ?? [];
  if (six === undefined) return { problem: 'unreadable', text: frame.slice(0, length) };
  const digits = `${two}${six}`;
  const places = digits.length - Number(decimals);
  return readingOf(sign === '8', digits.slice(0, places), digits.slice(places), unit === '1' ? 'in' : 'mm');
}

/** Finds the frames in a stream. What is lost between two of them is told once, not byte by byte. */
export function frameReader(): GaugeReader {
  let frame = '';
  let lost = false;

  const take = (byte: number): GaugeAnswer[] => {
    const before = lost;
    frame += byte < 16 ? byte.toString(16).toUpperCase() : '?';
    while (!beginning.test(frame)) {
      frame = frame.slice(1);
      lost = true;
    }
    if (frame.length < length) return lost && !before ? [{ problem: 'framing' }] : [];
    const answer = readFrame(frame);
    frame = '';
    lost = false;
    return [answer];
  };
  return (bytes) => Array.from(bytes, take).flat();
}
