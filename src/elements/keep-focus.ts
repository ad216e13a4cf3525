/** Keeps the focus inside an element when the control that has it goes away. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** `next` tells where the focus goes; it is given the container of the control, the nearest `[data-key]`. */
export class KeepFocus implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #next: (key: string | undefined) => HTMLElement | null | undefined;
  #focused: Element | null = null;
  #key: string | undefined;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    next: (key: string | undefined) => HTMLElement | null | undefined,
  ) {
    this.#host = host;
    this.#next = next;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#focused = this.#host.shadowRoot?.activeElement ?? null;
    this.#key = this.#focused?.closest<HTMLElement>('[data-key]')?.dataset.key;
  }

  hostUpdated(): void {
    // A dialog that has closed may have given it back already.
    const isLost = !document.activeElement || document.activeElement === document.body;
    if (isLost && this.#focused?.isConnected === false) this.#next(this.#key)?.focus();
    this.#focused = null;
  }
}
