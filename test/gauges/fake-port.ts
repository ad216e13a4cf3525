/** A serial port that a test speaks for. It breaks and is pulled out as Chrome's does. */
import type { GaugePort, SerialSettings } from '../../src/gauges/serial.js';

export class FakePort implements GaugePort {
  readable: ReadableStream<Uint8Array> | null = null;
  settings: SerialSettings | undefined;
  closed = 0;
  #controller!: ReadableStreamDefaultController<Uint8Array>;

  open(settings: SerialSettings): Promise<void> {
    if (this.settings)
      return Promise.reject(new DOMException('The port is already open.', 'InvalidStateError'));
    this.settings = settings;
    this.#stream();
    return Promise.resolve();
  }

  close(): Promise<void> {
    if (this.readable?.locked) return Promise.reject(new TypeError('The stream is locked.'));
    this.readable = null;
    this.closed += 1;
    return Promise.resolve();
  }

  /** Bytes arrive. */
  send(bytes: string | readonly number[]): void {
    const codes = typeof bytes === 'string' ? Array.from(bytes, (char) => char.charCodeAt(0)) : bytes;
    this.#controller.enqueue(Uint8Array.from(codes));
  }

  /** A character came broken: the stream ends in an error, and the port has a new one. */
  garble(): void {
    const broken = this.#controller;
    this.#stream();
    broken.error(new DOMException('Framing error', 'FramingError'));
  }

  /** The cable is pulled out: there is no new stream. */
  pull(): void {
    this.readable = null;
    this.#controller.error(new DOMException('The device has been lost.', 'NetworkError'));
  }

  /** As a driver may do: the stream ends without an error. */
  end(): void {
    this.#controller.close();
  }

  #stream(): void {
    this.readable = new ReadableStream({ start: (controller) => void (this.#controller = controller) });
  }
}
