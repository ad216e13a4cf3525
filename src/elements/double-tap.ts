/**
 * A double tap counts once: with a glove, or by habit, people press twice. What was pressed may be replaced under the
 * finger by something else, which nobody meant. So for a moment a press at the same place is dropped where a command has
 * just been sent from there, or where it would land on another control than the first. A held key presses once.
 *
 * Keys go where the focus is, and whoever takes it to another control means that one: so of theirs only those are dropped
 * that press the same control again, or what has the focus because the first one is gone.
 *
 * One guard per document, heard before anything else, and only for what is pressed inside the elements of this package.
 */
import { SessionElement } from './session-element.js';

/** Milliseconds in which a second press at the same place is the same press. */
const moment = 500;
/** How far a finger strays between two taps, in pixels: some 8 mm. */
const strays = 30;

const controls = 'button, a[href], summary, label, input, select, textarea, [role=button], [role=option]';

interface Press {
  control: Element;
  x: number;
  y: number;
  /** By a key, which has no place but the focus. */
  isKey: boolean;
  at: number;
  /** A command has been sent since. */
  sent: boolean;
}

const guarded = new WeakSet<Document>();

export function guardTaps(document: Document): void {
  const view = document.defaultView;
  if (!view || guarded.has(document)) return;
  guarded.add(document);
  new Guard().listen(view);
}

class Guard {
  #last: Press | undefined;

  listen(view: Window): void {
    view.addEventListener('click', (event) => this.#clicked(event), { capture: true });
    view.addEventListener('keydown', (event) => this.#keyed(event), { capture: true });
    view.addEventListener('command-requested', ({ timeStamp }) => this.#sent(timeStamp), { capture: true });
  }

  #sent(at: number): void {
    if (!this.#last || at - this.#last.at > moment) return;
    this.#last.sent = true;
    this.#last.at = at;
  }

  /** Whoever goes elsewhere by keyboard means what is pressed next. A key that is held presses a button once. */
  #keyed(event: KeyboardEvent): void {
    if (event.key !== 'Enter' && event.key !== ' ') {
      if (!/^(Shift|Control|Alt|Meta)$/.test(event.key)) this.#last = undefined;
    } else if (event.repeat && event.key === 'Enter' && pressed(event)?.localName === 'button')
      event.preventDefault();
  }

  #clicked(event: MouseEvent): void {
    const control = event.isTrusted ? pressed(event) : undefined;
    if (!control) return;
    const { clientX: x, clientY: y, timeStamp: at } = event;
    const isKey = event.detail === 0;
    const last = this.#last;
    // A label presses what it labels in the same breath.
    if (last && last.control instanceof HTMLLabelElement && last.control.control === control) return;
    if (last && isSamePlace(last, { x, y, isKey }) && at - last.at <= moment) {
      const isOther = last.control !== control;
      if (isKey ? last.sent && !(isOther && last.control.checkVisibility()) : last.sent || isOther) {
        event.preventDefault();
        event.stopImmediatePropagation();
        return;
      }
    }
    this.#last = { control, x, y, isKey, at, sent: false };
  }
}

const isSamePlace = (a: Omit<Press, 'control' | 'at' | 'sent'>, b: typeof a): boolean =>
  a.isKey === b.isKey && (a.isKey || Math.hypot(a.x - b.x, a.y - b.y) <= strays);

/** The control of one of our elements that an event is for. */
function pressed(event: Event): Element | undefined {
  const path = event.composedPath();
  if (!path.some((one) => one instanceof SessionElement)) return undefined;
  return path.find((one): one is Element => one instanceof Element && one.matches(controls));
}
