/** A checklist on the page for tests: what a person sees of it, and what they and a scanner do. */
import type { Adapter } from '../../src/adapters/adapter.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { Id, Install, Requirement, Run, Unit } from '../../src/domain/run.js';
import type { InstallChecklist } from '../../src/elements/install-checklist/install-checklist.js';
import { createRunSession, type RunSessionOptions } from '../../src/session.js';
import { placed, words, type Placed } from '../support/placed.js';
import { boardRun, boardStep, boardUnits } from '../../stories/parts-run.js';

export interface Bench extends Omit<Placed<InstallChecklist>, 'button'> {
  adapter: Adapter;
  /** Where everything can be scanned or typed. */
  input: HTMLInputElement;
  /** A requirement's row. */
  row(id: Id): HTMLElement;
  requirement(id: Id): Requirement;
  installs(id: Id): readonly Install[];
  /** The button that begins with this text, in the row of a requirement or anywhere. */
  button(name: string, inside?: Id): HTMLButtonElement | undefined;
  press(name: string, inside?: Id): void;
  /** The control that a label with this text belongs to. */
  control(label: string, inside?: Id): HTMLInputElement;
  enter(label: string, text: string, inside?: Id): void;
  /** Types at the top, and presses Enter. */
  type(text: string): void;
  scan(text: string): void;
}

export async function bench({
  run = boardRun(),
  units = boardUnits(),
  step = boardStep,
  person = 'technician',
  wrap = (memory: Adapter): Adapter => memory,
  options = {},
}: {
  run?: Run;
  units?: readonly Unit[];
  step?: Id;
  person?: Id;
  wrap?: (memory: Adapter) => Adapter;
  options?: Partial<RunSessionOptions>;
} = {}): Promise<Bench> {
  const adapter = wrap(memoryAdapter({ runs: [run], units }));
  const session = createRunSession({ adapter, runId: run.id, person, run, ...options });
  const element = Object.assign(document.createElement('install-checklist'), { lang: 'en', stepId: step });
  const place = await placed(element, session);
  const { root } = place;
  // What draws the checklist comes beside the run.
  while (!root.firstElementChild) await new Promise(requestAnimationFrame);
  const row = (id: Id): HTMLElement => root.querySelector<HTMLElement>(`[data-key="${id}"]`)!;
  const requirement = (id: Id): Requirement => {
    const target = session.target(id);
    if (target?.kind !== 'requirement') throw new Error(`There is no requirement “${id}”`);
    return target.requirement;
  };
  const button = (name: string, inside?: Id): HTMLButtonElement | undefined =>
    place.button(name, inside ? row(inside) : root);
  const control = (label: string, inside?: Id): HTMLInputElement => {
    const scope = inside ? row(inside) : root;
    const found = [...scope.querySelectorAll('label')].find((one) => words(one).startsWith(label));
    if (!found?.control) throw new Error(`There is no control “${label}” in: ${words(scope)}`);
    return found.control as HTMLInputElement;
  };
  return {
    ...place,
    adapter,
    get input() {
      return root.querySelector<HTMLInputElement>('#scan')!;
    },
    row,
    requirement,
    installs: (id) => requirement(id).installs,
    button,
    press(name, inside) {
      const found = button(name, inside);
      if (!found) throw new Error(`There is no button “${name}” in: ${words(root)}`);
      found.focus();
      found.click();
    },
    control,
    enter(label, text, inside) {
      const input = control(label, inside);
      input.focus();
      input.value = text;
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    type(text) {
      const input = root.querySelector<HTMLInputElement>('#scan')!;
      input.focus();
      if (input.readOnly) return;
      input.value = text;
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    },
    scan: (text) => void session.scan(text, { stepId: step }),
  };
}
