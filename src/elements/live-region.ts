/** A polite live region: what is put into it is read out, once whoever listens can hear it. */

/** A few texts stay, so that none is taken away while it is being read. */
const kept = 3;

export class LiveRegion {
  /** To be put into the element's drawing; it is never drawn again. */
  readonly region = document.createElement('div');

  readonly #element: Element;

  constructor(element: Element) {
    this.#element = element;
    this.region.className = 'visually-hidden';
    this.region.setAttribute('role', 'status');
    this.region.setAttribute('aria-atomic', 'false');
  }

  say(text: string): void {
    const dialog = this.#modal();
    if (dialog) return dialog.addEventListener('close', () => this.say(text), { once: true });
    const line = document.createElement('p');
    line.textContent = text;
    this.region.append(line);
    if (this.region.childElementCount > kept) this.region.firstElementChild!.remove();
  }

  /** The dialog of the element, or with the focus: as long as it is open nothing behind it can be heard. */
  #modal(): Element | null | undefined {
    let dialog = this.#element.shadowRoot!.querySelector('dialog:modal');
    for (let at = document.activeElement; at && !dialog; at = at.shadowRoot?.activeElement ?? null) {
      dialog = at.closest('dialog:modal');
      // What is said in it can be heard.
      if (dialog && isIn(this.region, dialog)) dialog = null;
    }
    return dialog;
  }
}

const isIn = (node: Node | null | undefined, dialog: Node): boolean =>
  !!node && (node === dialog || isIn(node.parentNode ?? (node as ShadowRoot).host, dialog));
