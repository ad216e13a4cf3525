/** What goes on while the camera is open: its picture is read until it is stopped. Loaded when it is first opened. */
import type { ReactiveControllerHost } from 'lit';
import { chime, type Chime } from '../../scan/chime.js';
import type { Code, CodeReader } from '../../scan/code.js';
import { Fresh } from '../../scan/fresh.js';
import { Camera, CameraProblem, type Problem } from './camera.js';
import { chooseReader, type GivenReader } from './reading.js';

export { drawFinder } from './view.js';

/** The element whose camera it is. */
export interface FinderHost extends ReactiveControllerHost, HTMLElement {
  muted: boolean;
  reader: GivenReader | undefined;
}

export type Stage =
  | { name: 'starting' }
  /** The picture is there; what reads it is not yet. */
  | { name: 'preparing' | 'live'; camera: Camera }
  | { name: 'failed'; problem: Problem; detail: string };

/** What the last scan came to. */
export interface Answer {
  what: Chime;
  text: string;
}

/** The part of the picture inside the frame: camera-scanner.styles.ts has the same insets. */
const inset = { across: 0.08, down: 0.12 };
/** More pixels across than these tell a reader nothing new. */
const widest = 1280;
/** Milliseconds between two pictures, so that the page stays usable on a slow tablet. */
const rest = 80;

/** A code for people: what does not print gets a picture, and the symbology identifier is for machines. */
export const readable = (text: string): string =>
  text
    .slice(0, 500)
    .replace(/^\][A-Za-z]\d/, '')
    .replace(/[\x00-\x1f]/g, (sign) => String.fromCharCode(0x2400 + sign.charCodeAt(0)));

export class Finder {
  stage: Stage = { name: 'starting' };
  answered: Answer | undefined;
  /** How many codes were read. */
  count = 0;
  isLit = false;

  readonly host: FinderHost;
  readonly #take: (text: string) => boolean;
  readonly #wasmUrl: () => string | undefined;
  readonly #fresh = new Fresh();
  readonly #canvas = document.createElement('canvas');
  #cameraId: string | undefined;
  /** What goes on now; whatever was begun before it has nothing more to say. */
  #turn: object | undefined;
  #isStopped = false;

  constructor(host: FinderHost, take: (text: string) => boolean, wasmUrl: () => string | undefined) {
    this.host = host;
    this.#take = take;
    this.#wasmUrl = wasmUrl;
    document.addEventListener('visibilitychange', this.#seen);
  }

  /** Starts this camera, or the one that looks away from the person, and reads until another start or the end. */
  async start(cameraId?: string): Promise<void> {
    this.#halt();
    if (this.#isStopped) return;
    this.#cameraId = cameraId;
    const turn = (this.#turn = {});
    const isOn = (): boolean => this.#turn === turn;
    this.#show({ name: 'starting' });
    if (document.visibilityState === 'hidden') return;
    try {
      // A page that lets nothing be read is not asked for its camera.
      const load = await chooseReader(this.host.reader, this.#wasmUrl());
      if (!isOn()) return;
      const opening = Camera.open(cameraId, () => isOn() && this.#fail(new CameraProblem('ended')));
      const shown = opening.then((camera) => {
        // Whoever has closed it meanwhile wants no picture any more.
        if (isOn()) this.#show({ name: 'preparing', camera });
        else camera.stop();
        return camera;
      });
      const [camera, reader] = await Promise.all([shown, load()]);
      if (!isOn()) return;
      this.#show({ name: 'live', camera });
      await this.#read(reader, isOn);
    } catch (error) {
      if (isOn()) this.#fail(error);
    }
  }

  /** For good: the camera is off when this returns. */
  stop(): void {
    this.#isStopped = true;
    this.#halt();
    document.removeEventListener('visibilitychange', this.#seen);
  }

  answer(what: Chime, text: string): void {
    this.answered = { what, text: readable(text) };
    if (!this.host.muted) chime(what);
    this.host.requestUpdate();
  }

  async switchLight(): Promise<void> {
    if (!('camera' in this.stage)) return;
    const { camera } = this.stage;
    if (await camera.light(!this.isLit)) this.isLit = !this.isLit;
    this.host.requestUpdate();
  }

  async #read(reader: CodeReader, isOn: () => boolean): Promise<void> {
    while (isOn()) {
      const picture = this.#picture();
      const codes = picture ? await this.#codes(reader, picture) : [];
      if (!isOn()) return;
      const text = this.#fresh.take(codes, performance.now());
      if (text !== undefined) {
        this.count += 1;
        this.answer(this.#take(text) ? 'taken' : 'unknown', text);
      }
      await new Promise((resolve) => setTimeout(resolve, rest));
    }
  }

  /** What is in the picture, from its middle outward: the code in the middle is the one that is aimed at. */
  async #codes(reader: CodeReader, picture: HTMLCanvasElement): Promise<readonly Code[]> {
    try {
      const away = ({ x, y }: Code): number => Math.hypot(x - picture.width / 2, y - picture.height / 2);
      return [...(await reader.read(picture))].sort((one, other) => away(one) - away(other));
    } catch (error) {
      throw new CameraProblem('broken', error instanceof Error ? error.message : String(error));
    }
  }

  /** What lies inside the frame, out of a picture that covers its box. */
  #picture(): HTMLCanvasElement | undefined {
    const video = this.host.shadowRoot?.querySelector('video');
    if (!video || video.readyState < video.HAVE_CURRENT_DATA || video.videoWidth === 0) return undefined;
    const { videoWidth, videoHeight, clientWidth, clientHeight } = video;
    const scale = Math.max(clientWidth / videoWidth, clientHeight / videoHeight) || 1;
    const width = Math.min((clientWidth || videoWidth) / scale, videoWidth) * (1 - 2 * inset.across);
    const height = Math.min((clientHeight || videoHeight) / scale, videoHeight) * (1 - 2 * inset.down);
    const canvas = this.#canvas;
    const shrink = Math.min(1, widest / width);
    canvas.width = Math.round(width * shrink);
    canvas.height = Math.round(height * shrink);
    canvas
      .getContext('2d', { willReadFrequently: true })
      ?.drawImage(
        video,
        (videoWidth - width) / 2,
        (videoHeight - height) / 2,
        width,
        height,
        0,
        0,
        canvas.width,
        canvas.height,
      );
    return canvas;
  }

  /** A page that nobody sees has no camera running; it goes on when somebody does. */
  readonly #seen = (): void => {
    if (document.visibilityState === 'hidden') {
      this.#halt();
      if (this.stage.name !== 'failed') this.#show({ name: 'starting' });
    } else if (this.stage.name === 'starting') void this.start(this.#cameraId);
  };

  #halt(): void {
    this.#turn = undefined;
    this.isLit = false;
    if ('camera' in this.stage) this.stage.camera.stop();
  }

  #fail(error: unknown): void {
    this.#halt();
    const { problem, message } =
      error instanceof CameraProblem ? error : new CameraProblem('failed', String(error));
    this.#show({ name: 'failed', problem, detail: message });
  }

  #show(stage: Stage): void {
    this.stage = stage;
    this.host.requestUpdate();
  }
}
