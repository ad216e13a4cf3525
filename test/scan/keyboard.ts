// A keyboard for synthetic keys: what a browser does with those that nobody prevents, at the times that the test says.
import { strokes, type Key } from './wedge.js';

/** Where the keys go: through all shadow roots. */
export function focused(of: Document = document): Element {
  let element = of.activeElement ?? of.body;
  while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

let now = 1000;

/** Sends keys, one after the other and at once; the time is in the keys. */
export function send(keys: readonly Key[], to: Document = document): void {
  for (const { timeStamp, getModifierState, ...init } of strokes(keys, now)) {
    const target = focused(to);
    const event = new KeyboardEvent('keydown', {
      ...init,
      modifierCapsLock: getModifierState('CapsLock'),
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    Object.defineProperty(event, 'timeStamp', { value: timeStamp });
    now = timeStamp;
    if (target.dispatchEvent(event)) act(target, init.key, init.ctrlKey || init.altKey);
  }
}

const changed = (control: Element): void => {
  control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
};

function act(target: Element, key: string, isChord: boolean): void {
  const typesText = [...key].length === 1 && !isChord;
  switch (target.localName) {
    case 'button':
      if (key === ' ' || key === 'Enter') (target as HTMLButtonElement).click();
      break;
    case 'select': {
      const select = target as HTMLSelectElement;
      const found = [...select.options].find(({ text }) => text.startsWith(key));
      if (!found || found.selected) break;
      found.selected = true;
      changed(select);
      select.dispatchEvent(new Event('change', { bubbles: true }));
      break;
    }
    case 'input':
    case 'textarea': {
      const control = target as HTMLInputElement;
      if (key === 'Enter' && target.localName === 'input') control.form?.requestSubmit();
      if (!typesText || control.readOnly) break;
      if (control.type === 'date') {
        control.value = `2031-01-0${key}`;
        changed(control);
        control.dispatchEvent(new Event('change', { bubbles: true }));
      } else {
        control.setRangeText(key, control.selectionStart!, control.selectionEnd!, 'end');
        changed(control);
      }
      break;
    }
  }
}
