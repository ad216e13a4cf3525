// A camera-scanner on the page, with a camera that shows what a test tells it.
import type { CameraScanner } from '../../src/elements/camera-scanner/camera-scanner.js';
import type { RunSession } from '../../src/session.js';
import { FakeCamera, type FakeCameraOptions } from '../../stories/fake-camera.js';
import { benchOf, runOf, stepId, until } from '../support/fields.js';

export interface CameraBench {
  camera: FakeCamera;
  element: CameraScanner;
  session: RunSession;
  /** What the step has taken. */
  taken: string[];
  /** What the page was told of. */
  told: string[];
  dialog(): HTMLDialogElement | null;
  /** The button, or the switch, with this name. */
  button(name: string): HTMLButtonElement;
  press(name: string): void;
  text(): string;
  /** Opens it and waits for the live picture. */
  open(): Promise<void>;
  close(): void;
}

export async function cameraBench(
  options: FakeCameraOptions & { secure?: boolean; given?: Partial<CameraScanner> } = {},
): Promise<CameraBench> {
  const camera = new FakeCamera(options);
  if (options.secure === false) FakeCamera.none();
  const { session } = benchOf(runOf([]));
  await until(() => session.status === 'ready');
  const [taken, told]: string[][] = [[], []];
  session.onScan(stepId, (text) => taken!.push(text));
  const element = document.createElement('camera-scanner');
  Object.assign(element, { session, lang: 'en', ...options.given });
  element.addEventListener('scan-received', ({ text }) => told!.push(text));
  document.body.append(element);
  await element.updateComplete;
  const root = element.shadowRoot!;
  // As it is shown: blocks stand apart.
  const words = (of: Element): string => (of as HTMLElement).innerText.replace(/\s+/g, ' ').trim();
  const bench: CameraBench = {
    camera,
    element,
    session,
    taken: taken!,
    told: told!,
    dialog: () => root.querySelector('dialog'),
    button(name) {
      const found = [...root.querySelectorAll('button')].find((one) => words(one) === name);
      if (!found) throw new Error(`There is no button “${name}” in: ${bench.text()}`);
      return found;
    },
    press(name) {
      const button = bench.button(name);
      button.focus();
      button.click();
    },
    text: () => [...root.children].map(words).join(' '),
    async open() {
      bench.press('Scan with the camera');
      await until(() => root.querySelector('.frame'));
    },
    close() {
      element.remove();
      session.stop();
      camera.restore();
    },
  };
  return bench;
}
