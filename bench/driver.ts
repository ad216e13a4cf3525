/** What is done to a page and timed there, the same for every contender. `run.mjs` calls it through `window.bench`. */
import type { Run } from '../src/domain/run.js';
import { bigRun } from '../src/testing/big-run.js';
import { layOut, painted, press, task, until } from './clock.js';

/** A field where it stands: the box that it fills, and the root in which its parts are found by class. */
export interface Placed {
  place: Element;
  root: ParentNode;
}

export interface Contender {
  /** Takes what a page has before it shows anything. Not measured. */
  prepare(run: Run, store: Store): void;
  /** Begins to show the run. */
  mount(host: HTMLElement): void;
  /** The field, as soon as it is there. */
  field(id: string): Placed | undefined;
  /** Holds on to nothing that was shown. */
  forget?(): void;
  /** Calls back whenever an element has drawn itself; returns what ends it. */
  watchUpdates?(drawn: (element: Element) => void): () => void;
}
export type Store = 'memory' | 'indexeddb';

/** Milliseconds of one value: from the commit until the DOM says so (`script`), until that is laid out, until it is painted. */
interface Update {
  script: number;
  laidOut: number;
  painted: number;
}

const idOf = (index: number): string => `field-${index + 1}`;
/** In `bigRun` three of five fields are numbers. */
const numberAt = (index: number): string => idOf(Math.floor(index / 3) * 5 + (index % 3));
const numbersIn = (fields: number): number => Math.floor((fields / 5) * 3);

const controlOf = ({ root }: Placed): HTMLInputElement | null =>
  root.querySelector('input, select, textarea');
const saysSo = ({ root }: Placed): boolean =>
  (root.querySelector('.verdict')?.textContent.trim() ?? '') !== '' &&
  root.querySelector('.message')?.textContent.trim().startsWith('Recorded') === true;

/** Every node, those in shadow roots too. */
function count(node: Node): { elements: number; nodes: number } {
  const total = { elements: node instanceof Element ? 1 : 0, nodes: 1 };
  const shadow = node instanceof Element ? (node.shadowRoot?.childNodes ?? []) : [];
  for (const child of [...node.childNodes, ...shadow]) {
    const inside = count(child);
    total.elements += inside.elements;
    total.nodes += inside.nodes;
  }
  return total;
}

export function measure(contender: Contender): void {
  const host = document.querySelector('main')!;
  let fields = 0;
  let run: Run;
  /** A value in range, since another one is asked about before it is saved; with each `take` a little different. */
  const valueFor = (id: string, take: number): string => {
    const field = run.steps[0]!.fields.find((one) => one.id === id);
    const { target, min } = (field?.type === 'number' && field.limits) || {};
    return (Number(target ?? (min === undefined ? 40 : 0.1)) + (take % 5) / 100).toFixed(2);
  };

  const mount = async (): Promise<number> => {
    const start = performance.now();
    contender.mount(host);
    await until(() => {
      const last = contender.field(idOf(fields - 1));
      return last && controlOf(last);
    });
    layOut();
    return performance.now() - start;
  };

  const unmount = (): number => {
    const start = performance.now();
    host.replaceChildren();
    layOut();
    const ms = performance.now() - start;
    contender.forget?.();
    return ms;
  };

  const commit = (control: HTMLInputElement): boolean =>
    control.dispatchEvent(new Event('change', { bubbles: true }));

  /** Brings a field onto the screen, with the focus in it, before anything is measured. */
  async function goTo(id: string): Promise<{ placed: Placed; control: HTMLInputElement }> {
    const placed = contender.field(id)!;
    placed.place.scrollIntoView({ block: 'center' });
    await painted();
    const control = controlOf(placed)!;
    control.focus({ preventScroll: true });
    await painted();
    return { placed, control };
  }

  async function update(id: string, text: string): Promise<Update> {
    const { placed, control } = await goTo(id);
    press(control, text);
    await painted();
    layOut();
    const start = performance.now();
    commit(control);
    await until(() => saysSo(placed));
    const script = performance.now() - start;
    layOut();
    const laidOut = performance.now() - start;
    await painted();
    return { script, laidOut, painted: performance.now() - start };
  }

  const bench = {
    prepare(size: number, store: Store = 'memory'): void {
      fields = size;
      run = bigRun({ fields });
      contender.prepare(run, store);
    },
    mount,
    unmount,
    /** What is shown, and whether each field has its control. */
    look: () => ({
      ...count(host),
      complete: Array.from({ length: fields }, (_, index) => contender.field(idOf(index))).every(
        (placed) => placed && controlOf(placed),
      ),
    }),

    /** Values in fields spread over the step. The first ones warm up and are not told. */
    async updates(times: number, warmUp = 3): Promise<Update[]> {
      const told: Update[] = [];
      const all = numbersIn(fields);
      for (let time = 0; time < times + warmUp; time += 1) {
        const id = numberAt(Math.floor(((time + 0.5) / (times + warmUp)) * all));
        told.push(await update(id, valueFor(id, 1 + (time % 2))));
      }
      return told.slice(warmUp);
    },

    /** Four to six keys, commit, the verdict, layout; then the next field. Going there is not counted. */
    async type(most: number): Promise<{ fields: number; ms: number }> {
      const times = Math.min(most, numbersIn(fields));
      let ms = 0;
      for (let time = 0; time < times; time += 1) {
        const { placed, control } = await goTo(numberAt(time));
        const text = valueFor(numberAt(time), 3 + (time % 2));
        const start = performance.now();
        press(control, text);
        commit(control);
        await until(() => saysSo(placed));
        layOut();
        ms += performance.now() - start;
      }
      return { fields: times, ms };
    },

    async cycle(times: number): Promise<void> {
      for (let time = 0; time < times; time += 1) {
        await mount();
        unmount();
        await task();
      }
    },

    /** Which elements draw themselves for one value: those with a control and the others, and how often. */
    async drawn(): Promise<{ fields: number; draws: number; others: readonly string[] }> {
      const id = numberAt(1);
      const { placed, control } = await goTo(id);
      press(control, valueFor(id, 0));
      await painted();
      const seen = new Map<Element, number>();
      const stop = contender.watchUpdates!((element) => seen.set(element, (seen.get(element) ?? 0) + 1));
      commit(control);
      await until(() => saysSo(placed));
      await painted();
      stop();
      const isField = (element: Element): boolean => element.localName.endsWith('-field');
      return {
        fields: [...seen.keys()].filter(isField).length,
        draws: [...seen].filter(([element]) => isField(element)).reduce((sum, [, times]) => sum + times, 0),
        others: [...seen]
          .filter(([element]) => !isField(element))
          .map(([element, times]) => `${element.localName} ${times}`),
      };
    },
  };
  Object.assign(window, { bench });
}
