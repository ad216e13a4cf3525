import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Id } from '../../domain/run.js';
import { camera as english } from '../../messages/en/camera.js';
import { field as fieldWords } from '../../messages/en/field.js';
import { words } from '../../messages/registry.js';
import type { Chime } from '../../scan/chime.js';
import { buttons } from '../../styles/buttons.js';
import { camera as cameraGlyph, glyph } from '../../styles/glyphs.js';
import { inputs } from '../../styles/inputs.js';
import { surface } from '../../styles/surface.js';
import { notice } from '../../styles/notice.js';
import { tokens } from '../../styles/tokens.js';
import { tones } from '../../styles/tones.js';
import { ScanReceivedEvent } from '../events.js';
import { later } from '../later.js';
import { lost } from '../lost.js';
import { SessionElement } from '../session-element.js';
import { styles } from './camera-scanner.styles.js';
import type * as Finding from './finder.js';
import type { GivenReader } from './reading.js';

// Whoever scans by hand never loads it.
const finding = later(() => import('./finder.js'));

/**
 * Scans with the camera of the device: a button, and behind it a dialog with the live picture.
 *
 * What is held inside the frame is read and goes the way of every scan, to the step of `step-id` or to the one that
 * is worked on. What no step takes is told to the page by `scan-received`. Each code is answered by sight and by
 * sound, and is read again only after it was away, so that one after the other is scanned without touching anything.
 * Read are Code 128, Data Matrix, QR, Aztec, PDF417, Code 39, ITF, EAN and UPC. A GS1 code keeps its separators
 * (U+001D) and begins with its symbology identifier (`]C1`, `]d2`, `]Q3`).
 *
 * The picture stays on the device. The camera is off as soon as the dialog is closed, the element is removed or the
 * page is hidden; it goes on when the page is seen again.
 *
 * What reads the codes loads when the dialog opens: a module and a WebAssembly file, `dist/scan/zxing_reader.wasm`,
 * both of this package and from the server that the package comes from. A page that puts the file elsewhere says so
 * with `wasm-url`, or with `CameraScanner.wasmUrl` for all. The camera needs three things of a page:
 *
 * - https (or localhost), and in a frame `allow="camera"`;
 * - one word in its Content-Security-Policy, `script-src 'self' 'wasm-unsafe-eval'`, which lets WebAssembly compile
 *   and no text become script. It is the only word that any element needs; without it the dialog says so, unless the
 *   browser has a reader of its own;
 * - `connect-src` with the place of the WebAssembly file.
 *
 * @tagname camera-scanner
 * @summary A button that scans codes with the camera.
 *
 * @fires {ScanReceivedEvent} scan-received - A code was read that no step has taken.
 *
 * @csspart button - The button that opens the camera.
 * @csspart dialog - The dialog with the picture.
 * @csspart view - The live picture with its frame.
 * @csspart answer - What was read last.
 * @csspart problem - Why the camera does not read, and what to do.
 */
export class CameraScanner extends SessionElement {
  static override styles = [tokens, tones, notice, buttons, inputs, surface, styles];

  static override properties: PropertyDeclarations = {
    stepId: { attribute: 'step-id' },
    wasmUrl: { attribute: 'wasm-url' },
    muted: { type: Boolean, reflect: true },
    reader: { attribute: false },
  };

  /** Where the WebAssembly file is, for every scanner that does not say so itself. */
  static wasmUrl: string | undefined;

  /** The step that scans are for. Without it they are for the one that is worked on. */
  stepId: Id | undefined;
  /** Where the WebAssembly file is, if not beside the package's own modules. */
  wasmUrl: string | undefined;
  /** No sound. A person can switch it in the dialog. */
  muted = false;
  /** Reads the pictures in place of ours, for a page with a decoder of its own: `{read(canvas)}`, or its promise. */
  reader: GivenReader | undefined;

  #wanted = false;
  #finder: Finding.Finder | undefined;

  /** The button is the same whatever the run says. */
  protected override get followed(): readonly Id[] {
    return [];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#closed();
  }

  /** Opens the dialog and starts the camera. */
  open(): void {
    this.#wanted = true;
    if (finding.lost) finding.again();
    this.requestUpdate();
  }

  /** Closes it. The camera is off at once. */
  close(): void {
    this.#finder?.stop();
    this.#dialog?.close();
  }

  /** Answers the last scan in the dialog, for whoever knows more of what became of it: by sight and by sound. */
  answer(what: Chime, text: string): void {
    this.#finder?.answer(what, text);
  }

  protected override render(): TemplateResult {
    const say = words(this, 'camera', english);
    const found = this.#wanted ? finding(() => this.requestUpdate()) : undefined;
    if (found)
      this.#finder ??= new found.Finder(
        this,
        (text) => this.#scan(text),
        () => this.wasmUrl ?? (this.constructor as typeof CameraScanner).wasmUrl,
      );
    return html`<button type="button" part="button" aria-haspopup="dialog" @click=${this.open}>
        ${glyph(cameraGlyph)} ${say.open}
      </button>
      ${this.#wanted ? lost(finding, words(this, 'field', fieldWords)) : ''}
      ${found && this.#finder ? found.drawFinder(this.#finder, () => this.close(), this.#closed) : ''}`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const dialog = this.#dialog;
    if (!dialog || dialog.open || !this.isConnected) return;
    dialog.showModal();
    void this.#finder?.start();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot?.querySelector('dialog') ?? null;
  }

  /** However it was closed. */
  readonly #closed = (): void => {
    this.#finder?.stop();
    this.#finder = undefined;
    this.#wanted = false;
    this.requestUpdate();
  };

  /** Whether a step has taken what was read. */
  #scan(text: string): boolean {
    const { current, stepId } = this;
    const isTaken = current?.scan(text, stepId === undefined ? {} : { stepId }) === true;
    if (!isTaken) this.dispatchEvent(new ScanReceivedEvent(text));
    return isTaken;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'camera-scanner': CameraScanner;
  }
}
