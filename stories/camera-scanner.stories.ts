import { define } from '../src/define.js';
import { CameraProblem, type Problem } from '../src/elements/camera-scanner/camera.js';
import type { CameraScanner } from '../src/elements/camera-scanner/camera-scanner.js';
import { memoryAdapter } from '../src/adapters/memory.js';
import { createRunSession } from '../src/session.js';
import { roverRun } from '../src/testing/rover.js';
import { FakeCamera, type FakeCameraOptions } from './fake-camera.js';

define();

interface Scene extends FakeCameraOptions {
  /** What its reader cannot do. */
  problem?: Problem;
  /** A page without TLS. */
  insecure?: boolean;
  /** The person is still asked. */
  asking?: boolean;
  dir?: string;
  lang?: string;
  after?: (element: CameraScanner, camera: FakeCamera) => void;
}

/** Settles when it is drawn as far as this. */
async function shown(element: CameraScanner, selector: string): Promise<void> {
  while (!element.shadowRoot?.querySelector(selector))
    await new Promise((resolve) => setTimeout(resolve, 10));
}

/** The element with its dialog open, on a camera that is drawn. Its reader knows what is drawn, so any page may show it. */
function scene({ problem, insecure, asking, dir, lang, after, ...options }: Scene): CameraScanner {
  const run = roverRun();
  const session = createRunSession({
    adapter: memoryAdapter({ runs: [run] }),
    runId: run.id,
    person: 'technician',
    run,
  });
  session.onScan('mount-wheels', () => undefined);
  const camera = new FakeCamera(options);
  if (insecure) FakeCamera.none();
  if (asking) navigator.mediaDevices.getUserMedia = () => new Promise(() => undefined);
  const failing = problem && Promise.reject(new CameraProblem(problem));
  // It is told when the dialog opens.
  failing?.catch(() => undefined);
  const element = Object.assign(document.createElement('camera-scanner'), {
    session,
    stepId: 'mount-wheels',
    muted: true,
    reader: failing ?? camera.reader,
  });
  if (dir) element.dir = dir;
  if (lang) element.lang = lang;
  void (async () => {
    await element.updateComplete;
    element.open();
    if (!after) return;
    await shown(element, '.frame');
    after(element, camera);
  })();
  return element;
}
const story = (given: Scene = {}) => ({ render: () => scene(given) });

// Each in a page of its own: the dialogs would lie over each other.
const docs = { story: { inline: false, height: '720px' } };
export default { title: 'Elements/camera-scanner', component: 'camera-scanner', parameters: { docs } };

/** With the cameras of this device. */
export const Closed = { render: () => document.createElement('camera-scanner') };
export const Asking = story({ asking: true });
export const Preparing = {
  render: () => {
    const element = scene({});
    element.reader = new Promise(() => undefined);
    return element;
  },
};
export const Open = story();
export const WithLightAndSeveralCameras = story({ cameras: 2, torch: true });
export const Read = story({
  cameras: 2,
  torch: true,
  after: (_, camera) => camera.show('code128', 'MOT-0417'),
});
export const ReadALongText = story({
  after: (_, camera) =>
    camera.show('gs1DataMatrix', `]d2010950600013435210HYP-0093\x1d21${'MOT-0417'.repeat(30)}`),
});
export const NotTaken = story({
  after: (element, camera) => {
    element.stepId = 'drill-wheels';
    camera.show('qr', '{"uid":"unit-mot-0417"}');
  },
});
export const Refused = story({
  after: (element) => element.answer('refused', 'SRV-1107'),
});
export const Denied = story({ refuses: 'NotAllowedError' });
export const NoCamera = story({ refuses: 'NotFoundError' });
export const InUse = story({ refuses: 'NotReadableError' });
export const DidNotStart = story({ refuses: 'TypeError' });
export const Insecure = story({ insecure: true });
export const ForbiddenByThePolicy = story({ problem: 'forbidden' });
export const ReaderNotLoaded = story({ problem: 'not-loaded' });
export const Gone = story({
  after: (_, camera) => camera.tracks.at(-1)!.dispatchEvent(new Event('ended')),
});
export const RightToLeft = story({
  cameras: 2,
  torch: true,
  dir: 'rtl',
  lang: 'ar',
  after: (_, camera) => camera.show('code128', 'MOT-0417'),
});
