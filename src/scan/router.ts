/**
 * Takes what a keyboard-wedge scanner reads to where it belongs, wherever the focus is: one router per document.
 *
 * A scan goes to the participant that has the focus in it, else to the one that is in progress, else the page is told.
 * Its Enter presses and submits nothing. Out of a text control inside a participant its characters are taken again, as
 * if they had never been there; a text control of the page around belongs to the page, and a scan into it is left alone,
 * Enter included. What is typed at the speed of hands is never touched.
 *
 * Not heard are scanners that are no keyboards: those of phones that write through an input method (of Zebra DataWedge,
 * `keystroke output` with `send characters as events` is one). `give` takes what a page reads from them, or from a camera.
 */
import type { Before } from './before.js';
import { before, isPlain, takesText } from './before.js';
import { falter, Keystrokes, type ScanSettings } from './keystrokes.js';
import { ScanReceivedEvent } from './scan-received.js';

/** Who takes scans: a step, and what it is made of. */
export interface ScanParticipant {
  readonly element: Element;
  /** What a scan would be for, if there is something in progress here that takes scans. One and the same counts once. */
  takes(): unknown;
  /** Whether it was taken. */
  take(text: string): boolean;
  /** Every scan is for it, wherever the focus is: a badge, for as long as one is asked for. */
  readonly only?: boolean;
}

const routers = new WeakMap<Document, ScanRouter>();

export function routerOf(document: Document): ScanRouter {
  const router = routers.get(document) ?? new ScanRouter(document);
  routers.set(document, router);
  return router;
}

/** An element and what surrounds it, through shadow roots. */
function* outward(from: Element | null): Generator<Element> {
  for (let at = from; at; at = at.parentElement ?? hostOf(at)) yield at;
}
const hostOf = (element: Element): Element | null => {
  const root = element.getRootNode();
  return 'host' in root ? (root as ShadowRoot).host : null;
};

export class ScanRouter {
  readonly #document: Document;
  readonly #strokes = new Keystrokes();
  readonly #participants = new Map<Element, ScanParticipant>();
  /** The controls that a scan, if it is one, has typed into. */
  #touched: Before[] = [];

  constructor(document: Document) {
    this.#document = document;
  }

  /** How a scan is told from typing, for a scanner that is slower or ends otherwise. */
  get settings(): Readonly<ScanSettings> {
    return this.#strokes.settings;
  }
  set settings(settings: Partial<ScanSettings>) {
    this.#strokes.settings = { ...this.#strokes.settings, ...settings };
  }

  /** Takes part until what is returned is called. The document is listened to only while somebody does. */
  join(participant: ScanParticipant): () => void {
    const { element } = participant;
    this.#participants.set(element, participant);
    // Before anything of the page hears of it. A document without a window hears of no keys.
    this.#document.defaultView?.addEventListener('keydown', this, { capture: true });
    const view = this.#document.defaultView;
    return () => {
      if (this.#participants.get(element) !== participant) return;
      this.#participants.delete(element);
      if (this.#participants.size > 0) return;
      view?.removeEventListener('keydown', this, { capture: true });
      this.#strokes.forget();
      this.#touched = [];
    };
  }

  /** Gives a scan that came in another way, as from a camera. Whether somebody took it. */
  give(text: string): boolean {
    let focused = this.#document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    return this.#give(text, this.#only ?? this.#around(focused));
  }

  handleEvent(event: KeyboardEvent): void {
    // A browser that fills in a form sends keys that are none; what was prevented is somebody else's.
    if (typeof event.key !== 'string' || event.defaultPrevented) return this.#strokes.forget();
    const heard = this.#strokes.hear(event);
    if (heard === 'other') return;
    const target = event.composedPath()[0] as Element;
    const focused = this.#only ?? this.#around(target);
    if (heard === 'begins') this.#touched = [];
    if (!focused && takesText(target)) return;
    if (focused) this.#remember(target);
    if (heard === 'begins') return;
    if (heard === 'follows') {
      // Its spaces press no button, its letters choose nothing.
      if (!isPlain(target)) event.preventDefault();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (heard === 'belongs') return;
    for (const control of this.#touched) control.restore();
    this.#touched = [];
    this.#give(heard.text, focused);
  }

  #remember(target: Element): void {
    let touched = this.#touched.find(({ control }) => control === target);
    if (!touched) {
      touched = before(target);
      if (touched) this.#touched.push(touched);
    }
    touched?.hold(this.settings.longestGap * falter);
  }

  /** The innermost participant around an element. */
  #around(element: Element | null): ScanParticipant | undefined {
    for (const one of outward(element)) {
      const participant = this.#participants.get(one);
      if (participant) return participant;
    }
    return undefined;
  }

  #give(text: string, focused: ScanParticipant | undefined): boolean {
    const taker = focused?.takes() ? focused : this.#inProgress;
    if (taker?.take(text)) return true;
    // The one that the page has, as what is inside it is a part of it.
    const outermost = [...this.#participants.values()].filter(
      ({ element }) => !this.#around(element.parentElement ?? hostOf(element)),
    );
    const from = focused ?? (outermost.length === 1 ? outermost[0] : undefined);
    (from?.element ?? this.#document).dispatchEvent(new ScanReceivedEvent(text));
    return false;
  }

  get #only(): ScanParticipant | undefined {
    return [...this.#participants.values()].filter(({ only }) => only).at(-1);
  }

  /** The participant to which a scan can only belong, wherever the focus is. */
  get #inProgress(): ScanParticipant | undefined {
    const taking = [...this.#participants.values()].filter((one) => one.takes());
    return new Set(taking.map((one) => one.takes())).size === 1 ? taking[0] : undefined;
  }
}
