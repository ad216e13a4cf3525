/** What is waited for and how, the same for everything that is timed. */

/**
 * Microtasks first, so that nobody waits for a task who needs none; then tasks, so that timers and stores get their
 * turn. Looks ever more seldom, since a look takes time as well.
 */
export async function until<T>(look: () => T | undefined | null | false): Promise<T> {
  const deadline = performance.now() + 60_000;
  while (performance.now() < deadline) {
    for (let turn = 1; turn <= 64; turn += 1) {
      const seen = Number.isInteger(Math.log2(turn)) && look();
      if (seen) return seen;
      await Promise.resolve();
    }
    await task();
  }
  throw new Error(`It did not come: ${look.toString()}`);
}

const { port1, port2 } = new MessageChannel();
export const task = (): Promise<unknown> =>
  new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(0);
  });
const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);
/** After the next paint: a task that is asked for in a frame runs behind it. */
export const painted = async (): Promise<void> => {
  await frame();
  await task();
};
export const layOut = (): number => document.body.getBoundingClientRect().height;

/** Milliseconds until something holds and is laid out. */
export async function timed(begin: () => void, look: () => unknown): Promise<number> {
  const start = performance.now();
  begin();
  await until(look);
  layOut();
  return performance.now() - start;
}

type Typed = HTMLInputElement | HTMLTextAreaElement;

/** One key, as a browser hears it and, unless somebody prevents it, writes it. */
export function key(control: Typed, char: string, at?: number): void {
  const down = new KeyboardEvent('keydown', { key: char, bubbles: true, composed: true, cancelable: true });
  if (at !== undefined) Object.defineProperty(down, 'timeStamp', { value: at });
  if (control.dispatchEvent(down) && char.length === 1) {
    control.value += char;
    control.dispatchEvent(
      new InputEvent('input', { data: char, inputType: 'insertText', bubbles: true, composed: true }),
    );
  }
  control.dispatchEvent(new KeyboardEvent('keyup', { key: char, bubbles: true, composed: true }));
}

/** Types a text in the place of what a control holds. */
export function press(control: Typed, text: string): void {
  control.select();
  control.value = '';
  for (const char of text) key(control, char);
}
