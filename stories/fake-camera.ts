/** A camera that shows what it is told: a bench with a label on it, drawn on a canvas whose stream is its picture. */
import type { CodeReader } from '../src/scan/code.js';
import { codes } from './codes.js';

export type CodeName = keyof typeof codes;

/** What stands in the way of the picture, by the names that browsers give it. */
export type Refusal = 'NotAllowedError' | 'NotFoundError' | 'NotReadableError' | 'TypeError';

export interface FakeCameraOptions {
  /** How many cameras the device has. */
  cameras?: number;
  /** Whether it has a light. */
  torch?: boolean;
  refuses?: Refusal | undefined;
}

const width = 1280;
const height = 720;

export class FakeCamera {
  /** Every track that was given out. */
  readonly tracks: MediaStreamTrack[] = [];
  /** What was asked for, each time. */
  readonly asked: MediaStreamConstraints[] = [];
  /** What was asked of the tracks. */
  readonly applied: MediaTrackConstraints[] = [];
  refuses: Refusal | undefined;
  shown: readonly { code: CodeName; text: string; at: number }[] = [];

  readonly #canvas = Object.assign(document.createElement('canvas'), { width, height });
  readonly #options: FakeCameraOptions;
  readonly #before = Object.getOwnPropertyDescriptor(navigator, 'mediaDevices');
  #timer: ReturnType<typeof setInterval> | undefined;

  /** Takes the place of the device's cameras. */
  constructor(options: FakeCameraOptions = {}) {
    this.#options = options;
    this.refuses = options.refuses;
    const devices = {
      getUserMedia: (constraints: MediaStreamConstraints) => this.#open(constraints),
      enumerateDevices: () => Promise.resolve(this.#devices()),
    };
    Object.defineProperty(navigator, 'mediaDevices', { value: devices, configurable: true });
  }

  /** As on a page without TLS. */
  static none(): void {
    Object.defineProperty(navigator, 'mediaDevices', { value: undefined, configurable: true });
  }

  /** Gives the place back. */
  restore(): void {
    clearInterval(this.#timer);
    if (this.#before) Object.defineProperty(navigator, 'mediaDevices', this.#before);
    else delete (navigator as { mediaDevices?: unknown }).mediaDevices;
  }

  get isOn(): boolean {
    return this.tracks.some(({ readyState }) => readyState === 'live');
  }

  /** Puts a label with this code before the camera, `at` so much of the picture's width from its left. */
  show(code: CodeName, text = '', at = 0.5): void {
    this.shown = [{ code, text, at }];
    this.#draw();
  }
  also(code: CodeName, text: string, at: number): void {
    this.shown = [...this.shown, { code, text, at }];
    this.#draw();
  }
  /** Takes it away. */
  clear(): void {
    this.shown = [];
    this.#draw();
  }

  /** Reads what is shown without looking, for where no WebAssembly may run. */
  get reader(): CodeReader {
    return {
      read: ({ width: across, height: down }) =>
        Promise.resolve(
          this.shown.map(({ code, text, at }) => ({ text, format: code, x: at * across, y: down / 2 })),
        ),
    };
  }

  #devices(): MediaDeviceInfo[] {
    return Array.from({ length: this.#options.cameras ?? 1 }, (_, at) => ({
      deviceId: `camera-${at + 1}`,
      groupId: '',
      kind: 'videoinput' as const,
      label: at === 0 ? 'Back camera' : '',
      toJSON: () => undefined,
    }));
  }

  #open(constraints: MediaStreamConstraints): Promise<MediaStream> {
    this.asked.push(constraints);
    const name = this.refuses;
    if (name === 'TypeError') return Promise.reject(new TypeError('not for this page'));
    if (name) return Promise.reject(new DOMException('as the story wants it', name));
    this.#draw();
    clearInterval(this.#timer);
    this.#timer = setInterval(() => (this.isOn ? this.#draw() : clearInterval(this.#timer)), 50);
    const stream = this.#canvas.captureStream(20);
    const [track] = stream.getVideoTracks();
    this.tracks.push(track!);
    const { video } = constraints;
    const wanted = typeof video === 'object' ? (video.deviceId as { exact: string } | undefined) : undefined;
    Object.assign(track!, {
      getSettings: () => ({ deviceId: wanted?.exact ?? 'camera-1' }),
      getCapabilities: () => ({ torch: this.#options.torch === true }),
      applyConstraints: (asked: MediaTrackConstraints) => {
        this.applied.push(asked);
        return Promise.resolve();
      },
    });
    return Promise.resolve(stream);
  }

  #draw(): void {
    const context = this.#canvas.getContext('2d')!;
    const bench = context.createLinearGradient(0, 0, width, height);
    bench.addColorStop(0, '#8d9aa3');
    bench.addColorStop(1, '#56636c');
    context.fillStyle = bench;
    context.fillRect(0, 0, width, height);
    for (const one of this.shown) label(context, one);
  }
}

/** A white label, the code on it, and its text below. */
function label(
  context: CanvasRenderingContext2D,
  { code, text, at }: { code: CodeName; text: string; at: number },
): void {
  const rows: readonly string[] = codes[code];
  const columns = rows[0]!.length;
  const isBars = rows.length === 1;
  const isFlat = rows.length < columns / 4;
  const module = isBars ? Math.floor(740 / columns) : Math.floor(260 / (isFlat ? 90 : rows.length));
  const rowHeight = isBars ? 190 : isFlat ? module * 4 : module;
  const [codeWidth, codeHeight] = [columns * module, rows.length * rowHeight];
  const [across, down] = [codeWidth + 90, codeHeight + 120];
  const [left, top] = [Math.round(at * width - across / 2), Math.round((height - down) / 2)];
  context.fillStyle = '#fdfdf8';
  context.fillRect(left, top, across, down);
  context.fillStyle = '#111';
  rows.forEach((row, y) =>
    [...row].forEach((dark, x) => {
      if (dark === '1') context.fillRect(left + 45 + x * module, top + 45 + y * rowHeight, module, rowHeight);
    }),
  );
  context.font = '28px monospace';
  context.textAlign = 'center';
  context.fillText(text, left + across / 2, top + down - 24);
}
