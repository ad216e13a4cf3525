/** The answer to a scan for the ear, and in the dialog of the camera: each scan gets one, once. */
import type { InstallContext } from '../../machines/install.js';
import { chime, type Chime } from '../../scan/chime.js';
import type { CameraScanner } from '../camera-scanner/camera-scanner.js';

/** An interaction as it stands; undefined at rest. */
interface Ongoing {
  value: unknown;
  context: InstallContext;
}

export class Answers {
  #state: unknown;
  #context: InstallContext | undefined;

  /** To be called when something looks different. `fits` tells whether anything that was found can go in. */
  look(ongoing: Ongoing | undefined, fits: () => boolean): Chime | undefined {
    const { value, context } = ongoing ?? {};
    const before = this.#context;
    const same =
      value === this.#state &&
      context?.found === before?.found &&
      context?.unit === before?.unit &&
      context?.submission === before?.submission;
    this.#state = value;
    this.#context = context;
    if (same || context?.how !== 'scanned') return undefined;
    if (value === 'refused' || value === 'failed') return 'refused';
    if (value === 'choosing' && context.found.length > 0 && !fits()) return 'refused';
    // Something is to be looked at, and nothing went in.
    return value === 'choosing' || value === 'measuring' || value === 'unfound' ? 'unknown' : undefined;
  }
}

/** Sounds; the dialog of an open camera says so as well, where it had promised otherwise. */
export function answer(what: Chime, text: string, camera: CameraScanner | undefined): void {
  const isOpen = camera?.shadowRoot?.querySelector('dialog')?.open === true;
  if (!isOpen) chime(what);
  else if (what !== 'taken') camera.answer(what, text);
}
