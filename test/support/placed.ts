// An element on the page with its session, for as long as a test takes.
import type { SessionElement } from '../../src/elements/session-element.js';
import type { RunSession } from '../../src/session.js';
import { until } from './fields.js';

const open: (() => void)[] = [];
afterEach(() => open.splice(0).forEach((close) => close()));

/** To be done when the test is over. */
export const afterwards = (...closing: (() => void)[]): void => void open.push(...closing);

export interface Placed<E extends SessionElement> {
  element: E;
  session: RunSession;
  root: ShadowRoot;
  /** What a person reads. */
  text(): string;
  /** Waits until the element shows this. */
  shows(what: string | (() => unknown)): Promise<void>;
  /** The button whose name begins so, if it is shown. */
  button(name: string, inside?: ParentNode): HTMLButtonElement | undefined;
}

/** What is to be read in a place. */
export const words = (of: Node): string => (of.textContent ?? '').replace(/\s+/g, ' ').trim();

export async function placed<E extends SessionElement>(element: E, session: RunSession): Promise<Placed<E>> {
  element.session = session;
  document.body.append(element);
  afterwards(() => {
    element.remove();
    session.stop();
  });
  await until(() => session.status === 'ready');
  await element.updateComplete;
  const root = element.shadowRoot!;
  const text = (): string => words(root);
  return {
    element,
    session,
    root,
    text,
    async shows(what) {
      while (!(typeof what === 'string' ? text().includes(what) : what())) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        await element.updateComplete;
      }
    },
    button: (name, inside = root) =>
      [...inside.querySelectorAll('button')].find((one) => (one.ariaLabel ?? words(one)).startsWith(name)),
  };
}
