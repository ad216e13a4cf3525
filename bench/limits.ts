/** The limits of this package's elements: a long checklist, a large grid, a long history, and what is done on each key. */
import { openDB } from 'idb';
import type { Adapter } from '../src/adapters/adapter.js';
import { indexedDbAdapter } from '../src/adapters/indexeddb.js';
import { eventRecord } from '../src/adapters/indexeddb/written.js';
import { memoryAdapter } from '../src/adapters/memory.js';
import { define } from '../src/define.js';
import { evolveAll } from '../src/domain/evolve.js';
import type { Run } from '../src/domain/run.js';
import { indexedDbDrafts } from '../src/drafts/indexeddb.js';
import { routerOf } from '../src/scan/router.js';
import { createRunSession, type RunSession } from '../src/session.js';
import { bigHistory, bigRun, eventsOfHistory } from '../src/testing/big-run.js';
import { roverPeople } from '../src/testing/rover-people.js';
import { key, layOut, painted, timed, until } from './clock.js';
import { limitsBench, middle } from './limits-driver.js';

define();

const person = roverPeople.technician.id;
const host = document.querySelector('main')!;
const stepId = 'big-step';

async function begin(
  adapter: Adapter,
  run: Run,
  drafts?: ReturnType<typeof indexedDbDrafts>,
): Promise<RunSession> {
  const session = createRunSession({ adapter, runId: run.id, person, drafts });
  await until(() => session.status === 'ready');
  return session;
}
const element = (tag: string, given: object): HTMLElement =>
  Object.assign(document.createElement(tag), given);

// A checklist and a grid --------------------------------------------------------------------------------------

let session: RunSession;
const both = limitsBench({
  async prepare(run, units) {
    session = await begin(memoryAdapter({ runs: [run], units }), run);
  },
  mount: (place, what) =>
    place.append(element(what === 'grid' ? 'data-grid' : 'install-checklist', { session, stepId })),
  root: () => host.firstElementChild?.shadowRoot,
  install: (targetId, unitId) =>
    void session.execute({ type: 'install-part', stepId, targetId, unitId, quantity: '1', how: 'picked' }),
});

// A history ---------------------------------------------------------------------------------------------------

const stores: Readonly<Record<string, (run: Run, count: number) => Promise<Adapter>>> = {
  async memory(run, count) {
    const adapter = memoryAdapter({ runs: [run] });
    for (const command of bigHistory(run, 'field-1', count))
      await adapter.execute(command, { as: { person } });
    return adapter;
  },
  /** The events are put in at once: to save them one by one would take half a minute. */
  async indexeddb(run, count) {
    const events = eventsOfHistory(bigHistory(run, 'field-1', count));
    const name = `limits-${Math.random()}`;
    const adapter = indexedDbAdapter({ name, runs: [evolveAll(run, events)] });
    await adapter.load(run.id);
    const database = await openDB(name);
    const transaction = database.transaction('events', 'readwrite');
    for (const event of events) void transaction.store.put(eventRecord(event));
    await transaction.done;
    database.close();
    return adapter;
  },
};

async function history(count: number, store: string): Promise<Readonly<Record<string, number>>> {
  const run = bigRun({ fields: 10 });
  const long = await begin(await stores[store]!(run, count), run);
  const save = async (targetId: string, value: number): Promise<number> => {
    const start = performance.now();
    await long.execute({ type: 'set-value', stepId, targetId, value: String(value) });
    return performance.now() - start;
  };
  const there: number[] = [];
  const elsewhere: number[] = [];
  for (let time = 0; time < 40; time += 1) {
    // Neither is always the first.
    if (time % 2) elsewhere.push(await save('field-2', time));
    there.push(await save('field-1', time));
    if (!(time % 2)) elsewhere.push(await save('field-2', time));
  }
  const shown = element('value-history', { session: long, fieldId: 'field-1' });
  const opened = await timed(
    () => host.append(shown),
    () => shown.shadowRoot?.querySelectorAll('li').length === 50,
  );
  host.replaceChildren();
  long.stop();
  return { opened, there: middle(there.slice(8)), elsewhere: middle(elsewhere.slice(8)) };
}

// Keys --------------------------------------------------------------------------------------------------------

/** Milliseconds per key typed into a focused measurement: as it is, with drafts kept, with a scan router listening. */
async function keys(rounds: number): Promise<Readonly<Record<string, number>>> {
  const run = bigRun({ fields: 10 });
  const sessions = {
    plain: await begin(memoryAdapter({ runs: [run] }), run),
    drafted: await begin(
      memoryAdapter({ runs: [run] }),
      run,
      indexedDbDrafts({ name: `keys-${Math.random()}` }),
    ),
  };
  const router = routerOf(document);
  const text = '12345678901234567890';
  let now = 1000;

  /** All keys of one round, `gap` milliseconds apart by their own account. */
  async function round(of: RunSession, gap: number, routed: boolean): Promise<number> {
    const field = element('measurement-field', { session: of, fieldId: 'field-1' });
    host.append(field);
    const leave = routed ? router.join({ element: host, takes: () => field, take: () => true }) : undefined;
    const control = await until(() => field.shadowRoot?.querySelector('input'));
    control.focus();
    await painted();
    const start = performance.now();
    for (const char of text) {
      key(control, char, (now += gap));
      await Promise.resolve();
      layOut();
    }
    const ms = performance.now() - start;
    if (routed && gap < 50) key(control, 'Enter', (now += gap));
    now += 1000;
    control.value = '';
    control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    leave?.();
    field.remove();
    await painted();
    return ms / text.length;
  }

  const kinds: readonly (readonly [name: string, RunSession, gap: number, routed: boolean])[] = [
    ['plain', sessions.plain, 120, false],
    ['drafted', sessions.drafted, 120, false],
    ['routed', sessions.plain, 120, true],
    ['burst', sessions.plain, 5, false],
    ['scanned', sessions.plain, 5, true],
  ];
  const all: Record<string, number[]> = {};
  for (let time = 0; time < rounds + 3; time += 1) {
    for (let at = 0; at < kinds.length; at += 1) {
      const [name, ...rest] = kinds[(at + time) % kinds.length]!;
      const ms = await round(...rest);
      if (time >= 3) (all[name] ??= []).push(ms);
    }
  }
  for (const one of Object.values(sessions)) one.stop();
  return Object.fromEntries(Object.entries(all).map(([name, times]) => [name, middle(times)]));
}

Object.assign(window, { bench: { ...both, history, keys } });
