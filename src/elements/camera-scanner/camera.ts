/** A camera of the device: its live picture, its light, its neighbors, and why there is none. */

/** Why a camera cannot read codes. The last three are the reader's, not the camera's. */
export type Problem =
  'insecure' | 'denied' | 'none' | 'busy' | 'ended' | 'failed' | 'forbidden' | 'not-loaded' | 'broken';

export class CameraProblem extends Error {
  readonly problem: Problem;
  constructor(problem: Problem, detail = '') {
    super(detail);
    this.problem = problem;
  }
}

const problems: Readonly<Record<string, Problem>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

/** What browsers with a light add to what the DOM's types know. */
type Capabilities = MediaTrackCapabilities & { torch?: boolean; focusMode?: readonly string[] };
type Constraint = MediaTrackConstraintSet & { torch?: boolean; focusMode?: string };

export class Camera {
  readonly stream: MediaStream;
  /** All of the device, this one among them; their names are told once one was allowed. */
  readonly all: readonly MediaDeviceInfo[];
  readonly #track: MediaStreamTrack;

  private constructor(stream: MediaStream, all: readonly MediaDeviceInfo[]) {
    this.stream = stream;
    this.all = all;
    this.#track = stream.getVideoTracks()[0]!;
  }

  /** Asks for a camera: this one, or one that looks away from the person. Rejects with a `CameraProblem`. */
  static async open(deviceId: string | undefined, onEnded: () => void): Promise<Camera> {
    // Without TLS there is none to ask.
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    if (!devices) throw new CameraProblem('insecure');
    let stream: MediaStream | undefined;
    try {
      stream = await devices.getUserMedia({
        audio: false,
        video: {
          ...(deviceId === undefined ? { facingMode: 'environment' } : { deviceId: { exact: deviceId } }),
          width: { ideal: 1280 },
          height: { ideal: 720 },
        },
      });
      const [track] = stream.getVideoTracks();
      if (!track) throw new CameraProblem('none');
      track.addEventListener('ended', onEnded);
      const all = await devices.enumerateDevices().catch(() => []);
      const camera = new Camera(
        stream,
        all.filter(({ kind }) => kind === 'videoinput'),
      );
      if (camera.#can.focusMode?.includes('continuous')) void camera.#apply({ focusMode: 'continuous' });
      return camera;
    } catch (error) {
      stop(stream);
      if (error instanceof CameraProblem) throw error;
      const { name, message } = error as Error;
      const known = problems[name];
      throw known ? new CameraProblem(known) : new CameraProblem('failed', `${name}: ${message}`);
    }
  }

  get id(): string | undefined {
    return this.#track.getSettings().deviceId;
  }

  /** Whether it looks at the person, who then expects a mirror. */
  get isFacing(): boolean {
    return this.#track.getSettings().facingMode === 'user';
  }

  get hasLight(): boolean {
    return this.#can.torch === true;
  }

  /** Whether the light is now as asked. */
  light(on: boolean): Promise<boolean> {
    return this.#apply({ torch: on });
  }

  stop(): void {
    stop(this.stream);
  }

  get #can(): Capabilities {
    // Firefox has learned it late.
    return (this.#track.getCapabilities as (() => Capabilities) | undefined)?.call(this.#track) ?? {};
  }

  async #apply(constraint: Constraint): Promise<boolean> {
    try {
      await this.#track.applyConstraints({ advanced: [constraint] });
      return true;
    } catch {
      return false;
    }
  }
}

const stop = (stream: MediaStream | undefined): void => stream?.getTracks().forEach((track) => track.stop());
