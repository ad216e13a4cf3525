/**
 * The job of a step by single keys. A key presses the button that is there for it, so it does what can be done now and
 * nothing else. It waits until no other key follows as fast as those of a scanner, and does nothing while text is typed,
 * in a list that is searched by typing, or with a modifier, which belongs to the browser and to screen readers.
 */
import type { ReactiveElement } from 'lit';
import type { shortcut as shortcutWords } from '../../messages/en/shortcut.js';
import { takesText } from '../../scan/before.js';
import { routerOf } from '../../scan/router.js';

type Words = typeof shortcutWords;

/** What a key does: it presses what `press` finds first, else it is something that the step knows to do. */
export interface Shortcut {
  key: string;
  /** What it does in words; without them what the button says. */
  label?: keyof Words;
  press?: string;
  act?: 'outstanding' | 'list' | 'help';
}

const command = (...names: string[]): string => names.map((name) => `[data-command=${name}]`).join();

export const shortcuts: readonly Shortcut[] = [
  { key: 's', press: command('start-step', 'check-in', 'resume-step') },
  { key: 'o', press: command('check-out') },
  { key: 'f', press: command('complete-step') },
  { key: 'n', label: 'outstanding', act: 'outstanding' },
  { key: 'j', press: '.beside > .next:not([aria-disabled])' },
  { key: 'k', press: '.beside > .previous:not([aria-disabled])' },
  { key: 'c', press: command('comment') },
  { key: 'i', press: command('open-issue') },
  { key: 'h', press: command('hold-step') },
  { key: 'm', press: '.menu-button' },
  { key: 'l', label: 'list', act: 'list' },
  { key: '?', label: 'help', act: 'help' },
];

/** One that can be used now, with what it does in words; without them `label` names them. */
export interface Usable extends Shortcut {
  does: string | undefined;
}

export interface ShortcutHost {
  readonly element: ReactiveElement;
  /** Whether the page lets them be. */
  readonly enabled: boolean;
  /** How many things are outstanding, and going to the next. */
  outstanding(): number;
  nextOutstanding(): void;
  /** The list of steps on the page. */
  list(): HTMLElement | null;
  help(): void;
}

/** Where letters choose something. */
const searched = 'select, dialog, [role=menu], [role=listbox], [role=grid], [role=tree], [role=combobox]';
/** Keys that make no character come before one that does. */
const modifier = /^(Shift|Control|Alt(Graph)?|Meta|CapsLock|NumLock|ScrollLock|Fn)$/;
/** Milliseconds beyond what a scanner takes from one key to the next. */
const margin = 30;
const storage = 'stepwright-shortcuts';

const joined = new Set<Shortcuts>();

/** Whether this person uses single keys on this device (WCAG 2.1.4). */
export const personal = {
  get on(): boolean {
    try {
      return localStorage.getItem(storage) !== 'off';
    } catch {
      return true;
    }
  },
  set on(on: boolean) {
    try {
      if (on) localStorage.removeItem(storage);
      else localStorage.setItem(storage, 'off');
    } catch {
      // Where nothing is kept they stay on.
    }
  },
};

export class Shortcuts {
  readonly #host: ShortcutHost;
  #due: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ShortcutHost) {
    this.#host = host;
  }

  get #document(): Document {
    return this.#host.element.ownerDocument;
  }

  join(): void {
    joined.add(this);
    this.#document.addEventListener('keydown', this);
  }

  leave(): void {
    joined.delete(this);
    clearTimeout(this.#due);
    this.#document.removeEventListener('keydown', this);
  }

  /** What can be done with a key now. */
  get usable(): readonly Usable[] {
    return shortcuts.flatMap((one): Usable[] => {
      const button = one.press === undefined ? undefined : this.#button(one.press);
      if (button) return [{ ...one, does: button.getAttribute('aria-label') ?? button.textContent.trim() }];
      const can =
        one.act === 'help' ||
        (one.act === 'outstanding' && this.#host.outstanding() > 0) ||
        (one.act === 'list' && this.#host.list() !== null);
      return can ? [{ ...one, does: undefined }] : [];
    });
  }

  #button(selector: string): HTMLElement | null {
    return this.#host.element.shadowRoot!.querySelector<HTMLElement>(selector);
  }

  handleEvent(event: KeyboardEvent): void {
    const { key } = event;
    if (typeof key !== 'string' || modifier.test(key)) return;
    // Another key so soon: a scanner, or a hand that types.
    clearTimeout(this.#due);
    if (event.defaultPrevented || event.isComposing || !this.#host.enabled) return;
    if (!this.#isMine(event)) return;
    const { ctrlKey, metaKey, altKey, shiftKey, repeat } = event;
    // With this one the next entry is reached out of a text control, too.
    if (key === 'Enter' && (ctrlKey || metaKey) && !altKey && !shiftKey) {
      if (this.#host.outstanding() === 0 || this.#inDialog(event)) return;
      event.preventDefault();
      this.#host.nextOutstanding();
      return;
    }
    if (ctrlKey || metaKey || altKey || repeat || !personal.on || this.#isTyped(event)) return;
    const one = shortcuts.find((shortcut) => shortcut.key === key.toLowerCase());
    // A capital is another thing, but for Caps Lock.
    if (!one || (shiftKey && one.key !== '?')) return;
    const { longestGap } = routerOf(this.#document).settings;
    this.#due = setTimeout(() => this.#run(one), longestGap + margin);
  }

  #isTyped(event: KeyboardEvent): boolean {
    const [target] = event.composedPath();
    if (!(target instanceof Element)) return false;
    return takesText(target) || this.#through(event).some((one) => one.matches(searched));
  }

  #inDialog = (event: KeyboardEvent): boolean => this.#through(event).some((one) => one.matches('dialog'));

  #through = (event: KeyboardEvent): readonly Element[] =>
    event.composedPath().filter((one): one is Element => one instanceof Element);

  /** Of several steps on a page, the one with the focus; else the first. */
  #isMine(event: KeyboardEvent): boolean {
    const path = event.composedPath();
    const around = [...joined].find((one) => path.includes(one.#host.element));
    return (around ?? [...joined].find((one) => one.#host.enabled)) === this;
  }

  #run(one: Shortcut): void {
    if (one.press !== undefined) this.#press(one.press);
    else if (one.act === 'outstanding') this.#host.nextOutstanding();
    else if (one.act === 'list') this.#host.list()?.focus();
    else this.#host.help();
  }

  /** It has the focus, as if it had been reached by Tab, so that what opens gives it back there. */
  #press(selector: string): void {
    const button = this.#button(selector);
    if (button?.checkVisibility()) button.focus();
    button?.click();
  }
}
