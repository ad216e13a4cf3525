/** The contender of this package: `<run-session>` around `<run-step>`, as a portal writes it. */
import { Actor } from 'xstate';
import type { Adapter } from '../src/adapters/adapter.js';
import { indexedDbAdapter } from '../src/adapters/indexeddb.js';
import { memoryAdapter } from '../src/adapters/memory.js';
import { define } from '../src/define.js';
import { roverPeople } from '../src/testing/rover-people.js';
import { measure, type Contender } from './driver.js';

define();

interface Drawn {
  updated(changed: unknown): void;
}
const nested = ['run-session', 'run-step', 'measurement-field', 'value-field', 'signoff-field'];

let adapter: Adapter;
let runId: string;
let fields: ParentNode | null | undefined;
const rows = new Map<string, Element>();

const contender: Contender = {
  prepare(run, store) {
    runId = run.id;
    adapter =
      store === 'memory'
        ? memoryAdapter({ runs: [run] })
        : indexedDbAdapter({ name: `bench-${run.id}`, runs: [run] });
  },
  mount(host) {
    const session = document.createElement('run-session');
    Object.assign(session, { adapter, runId, person: roverPeople.technician.id });
    session.append(document.createElement('run-step'));
    host.append(session);
  },
  field(id) {
    fields ??= document
      .querySelector('run-step')
      ?.shadowRoot?.querySelector('measurement-field')?.parentElement;
    if (!fields) return undefined;
    if (rows.size === 0)
      for (const row of fields.children) rows.set((row as Element & { fieldId: string }).fieldId, row);
    const place = rows.get(id);
    return place?.shadowRoot ? { place, root: place.shadowRoot } : undefined;
  },
  forget() {
    rows.clear();
    fields = undefined;
  },
  watchUpdates(drawn) {
    const watched = nested.flatMap(
      (name) => (customElements.get(name)?.prototype as Drawn | undefined) ?? [],
    );
    for (const prototype of watched) {
      const { updated } = prototype;
      Object.defineProperty(prototype, 'updated', {
        configurable: true,
        value(this: Element & Drawn, changed: unknown) {
          drawn(this);
          updated.call(this, changed);
        },
      });
    }
    return () => {
      for (const prototype of watched) Reflect.deleteProperty(prototype, 'updated');
    };
  },
};

measure(contender);
// For the count of machines that are left after unmounting.
Object.assign(window, { Actor });
