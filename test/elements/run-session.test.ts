import { expect } from 'chai';
import { AdapterFault, type Adapter } from '../../src/adapters/adapter.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { define } from '../../src/define.js';
import { defineElement } from '../../src/elements/define-element.js';
import type { CommandFailedEvent, RunChangedEvent, ScanReceivedEvent } from '../../src/elements/events.js';
import { MeasurementField } from '../../src/elements/measurement-field/measurement-field.js';
import { RunSessionElement } from '../../src/elements/run-session/run-session.js';
import type { NumberField } from '../../src/domain/run.js';
import type { RunSession } from '../../src/session.js';
import { bigRun, roverPeople } from '../../src/testing/index.js';

define();

const run = bigRun({ fields: 5 });
const stepId = run.steps[0]!.id;
const field = run.steps[0]!.fields.find((one): one is NumberField => one.type === 'number')!;
const { technician, lead } = roverPeople;

afterEach(() => document.body.replaceChildren());

const until = async (test: () => unknown): Promise<void> => {
  for (let tries = 0; !test(); tries += 1) {
    if (tries > 200) throw new Error(`never: ${String(test)}`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
};

interface Counted extends Adapter {
  loads: number;
  watching: number;
}
/** The memory adapter, telling how often it was read and by how many it is watched. */
function counting(): Counted {
  const memory = memoryAdapter({ runs: [run] });
  const counted: Counted = {
    ...memory,
    loads: 0,
    watching: 0,
    load: (runId) => ((counted.loads += 1), memory.load(runId)),
    watch: (runId, options, onEvents) => {
      counted.watching += 1;
      const stop = memory.watch(runId, options, onEvents);
      return () => {
        counted.watching -= 1;
        stop();
      };
    },
  };
  return counted;
}

const provider = (adapter: Adapter, person: string = technician.id): RunSessionElement =>
  Object.assign(document.createElement('run-session'), { adapter, runId: run.id, person });
interface Inner extends HTMLElement {
  session?: RunSession;
  updateComplete: Promise<boolean>;
}
function measurement(tag = 'measurement-field'): Inner {
  const element = document.createElement(tag);
  element.setAttribute('field-id', field.id);
  return element as Inner;
}
const inputOf = (element: Element): HTMLInputElement | null | undefined =>
  element.shadowRoot?.querySelector('input');
const setValue = (session: RunSession, value: string) =>
  session.execute({ type: 'set-value', stepId, targetId: field.id, value });

async function shown(adapter: Adapter): Promise<{ outer: RunSessionElement; inner: Inner }> {
  const outer = provider(adapter);
  const inner = measurement();
  outer.append(inner);
  document.body.append(outer);
  await until(() => inputOf(inner));
  return { outer, inner };
}

describe('run-session', () => {
  it('gives its run to the elements inside it', async () => {
    const { outer, inner } = await shown(counting());
    expect(inner.session).to.equal(outer.session);
    expect(outer.activeStep?.id).to.equal(stepId);
  });

  it('gives it to elements that were there before it was defined', async () => {
    const place = document.createElement('late-run-session');
    const inner = measurement('late-measurement-field');
    place.append(inner);
    document.body.append(place);
    defineElement('measurement-field', MeasurementField, 'late-');
    await inner.updateComplete;
    expect(inputOf(inner)).to.equal(null);
    Object.assign(place, { adapter: counting(), runId: run.id, person: technician.id });
    defineElement('run-session', RunSessionElement, 'late-');
    await until(() => inputOf(inner));
  });

  it('R73: changes the person in place, without reading again and without a trace of the one before', async () => {
    const adapter = counting();
    const { outer, inner } = await shown(adapter);
    const input = inputOf(inner)!;
    input.value = '12.5';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    const before = outer.session!;
    const changes: EventTarget[] = [];
    document.body.addEventListener('session-changed', (event) => changes.push(event.target!), { once: true });
    outer.person = lead.id;
    await outer.updateComplete;
    expect(outer.session).to.not.equal(before);
    expect(outer.session!.person).to.equal(lead.id);
    expect(outer.session!.status).to.equal('ready');
    await inner.updateComplete;
    expect(inner.session).to.equal(outer.session);
    expect(inputOf(inner)).to.equal(input);
    expect(input.value).to.equal('');
    expect(adapter.loads).to.equal(1);
    expect(changes).to.deep.equal([outer]);
    await until(() => before.status === 'stopped');
    expect(adapter.watching).to.equal(1);
  });

  it('hands on what was confirmed, not what the person before had on the way', async () => {
    const memory = memoryAdapter({ runs: [run] });
    const { outer, inner } = await shown({ ...memory, execute: () => new Promise(() => undefined) });
    setValue(outer.session!, '12.5').catch(() => undefined);
    await until(() => inputOf(inner)!.value === '12.5');
    outer.person = lead.id;
    await until(() => inputOf(inner)!.value === '');
  });

  it('R98: hears for the new person what happened while they changed', async () => {
    const adapter = counting();
    const { outer, inner } = await shown(adapter);
    const before = outer.session!;
    const sent = setValue(before, '12.5');
    outer.person = lead.id;
    await sent.catch(() => undefined);
    await until(() => inputOf(inner)!.value === '12.5');
    expect(outer.session).to.not.equal(before);
  });

  it('keeps its session when it is moved, and stops it a microtask after it has gone', async () => {
    const adapter = counting();
    const { outer, inner } = await shown(adapter);
    const before = outer.session!;
    const place = document.createElement('section');
    document.body.append(place);
    place.append(outer);
    await until(() => inner.session === before);
    expect(outer.session).to.equal(before);
    expect(before.status).to.equal('ready');
    expect(adapter.loads).to.equal(1);
    outer.remove();
    expect(before.status).to.equal('ready');
    await Promise.resolve();
    expect(before.status).to.equal('stopped');
    expect(adapter.watching).to.equal(0);
  });

  it('starts again after it was away', async () => {
    const adapter = counting();
    const { outer, inner } = await shown(adapter);
    outer.remove();
    await new Promise((resolve) => setTimeout(resolve));
    document.body.append(outer);
    await until(() => inner.session?.status === 'ready');
    expect(adapter.watching).to.equal(1);
  });

  it('shares one session with its like, and tells each event once', async () => {
    const adapter = counting();
    const { outer } = await shown(adapter);
    const second = provider(adapter);
    document.body.append(second);
    await until(() => second.session);
    expect(second.session).to.equal(outer.session);
    const heard: [string, EventTarget][] = [];
    const hear = (event: RunChangedEvent): number => heard.push([event.event.type, event.target!]);
    document.body.addEventListener('run-changed', hear);
    await setValue(outer.session!, '12.5');
    expect(heard).to.deep.equal([['value-set', outer]]);
    outer.remove();
    await Promise.resolve();
    expect(second.session!.status).to.equal('ready');
    await setValue(second.session!, '12.6');
    expect(heard.at(-1)).to.deep.equal(['value-set', second]);
    expect(heard).to.have.length(2);
    document.body.removeEventListener('run-changed', hear);
  });

  it('lets the nearest one win where one stands inside another', async () => {
    const { outer, inner } = await shown(counting());
    const nearer = provider(counting(), lead.id);
    outer.append(nearer);
    nearer.append(inner);
    await until(() => inner.session?.person === lead.id);
    outer.append(inner);
    await until(() => inner.session?.person === technician.id);
  });

  it('passes on the surrounding session where it has none of its own', async () => {
    const { outer, inner } = await shown(counting());
    const empty = document.createElement('run-session');
    outer.append(empty);
    empty.append(inner);
    await until(() => inner.session === outer.session && empty.session === outer.session);
  });

  it('tells the page that the run could not be read, and reads it when asked', async () => {
    let fail = true;
    const memory = memoryAdapter({ runs: [run] });
    const outer = provider({
      ...memory,
      load: (runId) => (fail ? Promise.reject(new AdapterFault('unavailable')) : memory.load(runId)),
    });
    const heard: Event[] = [];
    outer.addEventListener('command-failed', (event) => heard.push(event));
    document.body.append(outer);
    await until(() => heard.length > 0);
    expect((heard[0] as CommandFailedEvent).request).to.equal(undefined);
    expect((heard[0] as CommandFailedEvent).fault.code).to.equal('unavailable');
    fail = false;
    outer.session!.retry();
    await until(() => outer.session!.status === 'ready');
  });

  it('R62: tells the page of a scan that no step takes', async () => {
    const { outer } = await shown(counting());
    const heard: string[] = [];
    outer.addEventListener('scan-received', ({ text }: ScanReceivedEvent) => heard.push(text));
    expect(outer.scan('MOT-0401')).to.equal(false);
    expect(heard).to.deep.equal(['MOT-0401']);
    const taken: string[] = [];
    const stop = outer.session!.onScan(stepId, (text) => taken.push(text));
    expect(outer.scan('MOT-0402')).to.equal(true);
    stop();
    expect(taken).to.deep.equal(['MOT-0402']);
    expect(heard).to.have.length(1);
  });
});
