import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Id } from '../../domain/run.js';
import type { Gauge, GaugePort, GaugeSettings } from '../../gauges/serial.js';
import { gauge as english } from '../../messages/en/gauge.js';
import { words } from '../../messages/registry.js';
import { buttons } from '../../styles/buttons.js';
import { gauge as gaugeGlyph, glyph, ok, warning } from '../../styles/glyphs.js';
import { tokens } from '../../styles/tokens.js';
import { tones } from '../../styles/tones.js';
import { SessionElement } from '../session-element.js';
import type { GaugeLink, Note } from './link.js';
import { styles } from './gauge-connection.styles.js';

type State = 'off' | 'opening' | 'on';

/** What a page that has no types for Web Serial sees of it. */
type Serial = { requestPort(): Promise<GaugePort> };

/**
 * Connects a gauge by cable (Web Serial): a button, and what the gauge said last.
 *
 * A reading goes into the measurement that has the focus, else into the next required one of the step that is empty and
 * is measured in a unit of the same kind; then the next one gets the focus. It is saved at once, with the unit and the
 * resolution of the gauge, as an entry by gauge. Where something is recorded or typed already, the reading waits
 * there as a draft until Enter is pressed. A gauge that reports an error, a line that is no reading and a broken
 * transmission are told and never become a value.
 *
 * `settings` says how the gauge speaks, as its manual does: `{"baudRate": 4800, "dataBits": 7, "parity": "even", "stopBits": 2}`
 * (without it 9600 baud, 8 data bits, no parity, 1 stop bit); `"format": "frames"` for Digimatic frames in place of lines;
 * `"unit": "mm"` where the gauge sends no unit. Without a unit a reading is in the unit of its field.
 *
 * The page is served by https (or localhost), and in a frame with `allow="serial"`. The gauge is let go when the element
 * is removed. Gauges that type need none of this.
 *
 * @tagname gauge-connection
 * @summary A button that connects a gauge by cable.
 *
 * @fires {CommandRequestedEvent} command-requested - Before a reading goes to the backend. Cancelable.
 * @fires {CommandRefusedEvent} command-refused - The backend refused the reading.
 * @fires {CommandFailedEvent} command-failed - The reading could not be sent.
 *
 * @csspart button - The button that connects and disconnects.
 * @csspart status - What the gauge said last, and where it went.
 */
export class GaugeConnection extends SessionElement {
  static override styles = [tokens, tones, buttons, styles];

  static override properties: PropertyDeclarations = {
    stepId: { attribute: 'step-id' },
    settings: { type: Object },
    port: { attribute: false },
  };

  /** The step that readings are for, if no field has the focus. Without it the one that is worked on. */
  stepId: Id | undefined;
  /** How the gauge speaks. */
  settings: GaugeSettings | undefined;
  /** A port that the page has chosen. Without it the person chooses one. */
  port: GaugePort | undefined;

  #state: State = 'off';
  #gauge: Gauge | undefined;
  #note: Note | undefined;

  /** What is said comes from the gauge alone. */
  protected override get followed(): readonly Id[] {
    return [];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    void this.disconnect();
  }

  /** Lets a port be chosen where there is none, and opens it. To be called for a click. */
  async connect(): Promise<void> {
    if (this.#state !== 'off') return;
    this.#show('opening');
    try {
      const serial = (navigator as { serial?: Serial }).serial;
      const chosen = this.port ?? serial?.requestPort();
      const { GaugeLink, openGauge } = await import('./link.js');
      const link = new GaugeLink(this.#host);
      const port = await chosen;
      if (!port) return this.#show('off', { text: this.#words.unsupported, tone: 'bad' });
      let isThere = true;
      const gauge = await openGauge(port, this.settings ?? {}, (answer) => {
        if ('problem' in answer && answer.problem === 'lost') isThere = false;
        if (!isThere) this.#gauge = undefined;
        this.#show(isThere ? 'on' : 'off', link.take(answer));
      });
      // Meanwhile it may have gone, or this element.
      if (!this.isConnected) return await gauge.close();
      if (!isThere) return;
      this.#gauge = gauge;
      this.#show('on', this.#note);
    } catch (error) {
      // A person who chooses no port has changed their mind.
      const changed = error instanceof DOMException && error.name === 'NotFoundError';
      this.#show('off', changed ? undefined : { text: this.#words.notOpened, tone: 'bad' });
    }
  }

  /** Lets the gauge go. */
  async disconnect(): Promise<void> {
    const gauge = this.#gauge;
    this.#gauge = undefined;
    this.#show('off');
    await gauge?.close();
  }

  protected override render(): TemplateResult {
    const say = this.#words;
    const state = this.#state;
    const supported = this.port !== undefined || 'serial' in navigator;
    const quiet = !supported ? say.unsupported : state === 'on' ? say.connected : '';
    const { text, tone } = this.#note ?? { text: quiet, tone: undefined };
    return html`<button
        type="button"
        part="button"
        class=${state === 'on' ? 'quiet' : ''}
        aria-disabled=${!supported}
        aria-busy=${state === 'opening'}
        @click=${this.#pressed}
      >
        ${glyph(gaugeGlyph)}
        ${state === 'opening' ? say.connecting : state === 'on' ? say.disconnect : say.connect}
      </button>
      <p part="status" role="status" class=${`toned ${tone ?? ''}`}>
        ${tone ? glyph(tone === 'ok' ? ok : warning) : nothing}<span>${text}</span>
      </p>`;
  }

  get #words() {
    return words(this, 'gauge', english);
  }

  get #host(): ConstructorParameters<typeof GaugeLink>[0] {
    const host = this as GaugeConnection;
    return {
      element: host,
      get session() {
        return host.current;
      },
      get stepId() {
        return host.stepId;
      },
      submit: (actor, submission) => host.submit(actor, { type: 'SUBMIT', submission }),
    };
  }

  readonly #pressed = (): void => {
    if (this.#state === 'on') void this.disconnect();
    else if (this.port !== undefined || 'serial' in navigator) void this.connect();
  };

  #show(state: State, note?: Note): void {
    this.#state = state;
    this.#note = note;
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gauge-connection': GaugeConnection;
  }
}
