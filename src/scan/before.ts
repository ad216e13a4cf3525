/** What a control held before a scan came, so that nothing of the scan stays in it and nothing of it is saved. */

type TextControl = HTMLInputElement | HTMLTextAreaElement;
type Control = TextControl | HTMLSelectElement;

const pressed = /^(button|submit|reset|image|checkbox|radio|color|range|file|hidden)$/;

// By name and not by class: a frame has classes of its own.
const isTyped = (target: Element): target is TextControl =>
  target.localName === 'textarea' ||
  (target.localName === 'input' && !pressed.test((target as HTMLInputElement).type));

/** Whether keys make text there; everywhere else they press, choose and scroll. */
export const takesText = (target: Element): boolean =>
  isTyped(target) || (target as HTMLElement).isContentEditable;

/** Whether what keys do there can be taken back. A date or a list is another one, and says so, with the first key. */
export const isPlain = (target: Element): boolean =>
  takesText(target) && (target as HTMLInputElement).selectionStart !== null;

export class Before {
  readonly control: Control;
  readonly #value: string;
  readonly #selection: [number, number, 'forward' | 'backward' | 'none'] | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isHeld = false;

  constructor(control: Control) {
    this.control = control;
    this.#value = control.value;
    if (control.localName !== 'select' && isPlain(control)) {
      const { selectionStart: start, selectionEnd: end, selectionDirection } = control as TextControl;
      this.#selection = [start!, end!, selectionDirection ?? 'none'];
    }
  }

  /**
   * What the first key has changed in a date or a list is kept from being saved for so many milliseconds: by then it
   * is known whether it was a person's.
   */
  hold(milliseconds: number): void {
    if (this.#selection) return;
    clearTimeout(this.#timer);
    if (this.#timer === undefined) this.control.addEventListener('change', this, { capture: true });
    this.#timer = setTimeout(() => {
      this.#letGo();
      if (this.#isHeld) this.control.dispatchEvent(new Event('change', { bubbles: true }));
    }, milliseconds);
  }

  handleEvent(event: Event): void {
    event.stopImmediatePropagation();
    this.#isHeld = true;
  }

  #letGo(): void {
    clearTimeout(this.#timer);
    this.control.removeEventListener('change', this, { capture: true });
  }

  /** As if the scan had not come. `input` tells whoever keeps a draft of it. */
  restore(): void {
    const { control } = this;
    this.#letGo();
    if (this.#selection && control.value === this.#value) return;
    control.value = this.#value;
    if (this.#selection) (control as TextControl).setSelectionRange(...this.#selection);
    control.dispatchEvent(
      new InputEvent('input', { bubbles: true, composed: true, inputType: 'historyUndo' }),
    );
  }
}

/** What `target` holds now, if it is a control that keys change. */
export const before = (target: Element): Before | undefined =>
  isTyped(target) || target.localName === 'select' ? new Before(target as Control) : undefined;
