/** A gauge on a serial port (Web Serial): opened, read as it speaks, closed. It is never asked, so nothing is polled. */
import { lineReader } from './ascii.js';
import { frameReader } from './digimatic.js';
import type { GaugeAnswer, GaugeReader } from './reading.js';

/** What is used of Web Serial's `SerialPort`. */
export interface GaugePort {
  readonly readable: ReadableStream<Uint8Array> | null;
  open(options: SerialSettings): Promise<void>;
  close(): Promise<void>;
}

/** As the manual of the gauge states them. */
export interface SerialSettings {
  baudRate: number;
  dataBits?: 7 | 8;
  stopBits?: 1 | 2;
  parity?: 'none' | 'even' | 'odd';
  flowControl?: 'none' | 'hardware';
}

export interface GaugeSettings extends Partial<SerialSettings> {
  /** `lines` of text, or Digimatic `frames`. */
  format?: 'lines' | 'frames';
  /** What the gauge measures in, where it does not send it. */
  unit?: string;
  /** Milliseconds after opening in which what comes was on its way before: the end of a line whose beginning nobody saw. */
  settle?: number;
}

/** A gauge that is connected. */
export interface Gauge {
  close(): Promise<void>;
}

/**
 * Opens a gauge at a port that the person has chosen, and tells every reading and every problem. Rejects as the port does where it
 * cannot be opened. After `lost` the port is closed and nothing more comes.
 */
export async function openGauge(
  port: GaugePort,
  { format = 'lines', unit, settle = 300, ...serial }: GaugeSettings,
  tell: (answer: GaugeAnswer) => void,
): Promise<Gauge> {
  await port.open({ baudRate: 9600, ...serial });
  const opened = performance.now();
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  let closing = false;

  const say = (answer: GaugeAnswer): void => {
    try {
      tell(unit === undefined || 'problem' in answer || answer.unit ? answer : { ...answer, unit });
    } catch (error) {
      reportError(error); // Whoever listens badly does not end the reading.
    }
  };
  const reading = (midway: boolean): GaugeReader =>
    format === 'frames' ? frameReader() : lineReader(midway);

  let read: GaugeReader | undefined;
  /** Reads one stream to its end; false where it broke. */
  const drain = async (stream: ReadableStream<Uint8Array>): Promise<boolean> => {
    const mine = (reader = stream.getReader());
    try {
      for (;;) {
        const { value, done } = await mine.read();
        if (done) return true;
        read ??= reading(performance.now() - opened < settle);
        for (const answer of read(value)) say(answer);
      }
    } catch {
      return false;
    } finally {
      mine.releaseLock();
    }
  };
  const run = async (): Promise<void> => {
    let before: ReadableStream<Uint8Array> | null = null;
    // After a broken character the port goes on with a new stream; without one the device is gone.
    for (let stream = port.readable; stream && stream !== before && !closing; stream = port.readable) {
      before = stream;
      if (await drain(stream)) break;
      if (closing || !port.readable || port.readable === before) break;
      read = reading(true);
      say({ problem: 'framing' });
    }
    await port.close().catch(() => undefined);
    if (!closing) say({ problem: 'lost' });
  };

  const finished = run();
  return {
    close: async () => {
      closing = true;
      await reader?.cancel().catch(() => undefined);
      await finished;
    },
  };
}
