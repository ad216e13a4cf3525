import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { define } from '../../src/define.js';
import type { NumberField, Policy, ValueRecord } from '../../src/domain/run.js';
import type { GaugeConnection } from '../../src/elements/gauge-connection/gauge-connection.js';
import { number, text as textField } from '../../src/testing/seed.js';
import { roverPeople } from '../../src/testing/index.js';
import { FakePort } from '../gauges/fake-port.js';
import { benchOf, runOf, type Bench } from '../support/fields.js';

define();

const limits = { min: '11', max: '13' };
let bench: Bench;
let port: FakePort;
let element: GaugeConnection;
let fields: HTMLElement[];

/** A step with measurements on the page, each in its element, and the gauge beside them. */
async function show(
  measured: readonly NumberField[] = ['a', 'b', 'c'].map((id) => number(id, `Hole ${id}`, 'mm', limits)),
  {
    policy,
    person,
    connected = true,
  }: { policy?: Partial<Policy>; person?: 'operator'; connected?: boolean } = {},
): Promise<void> {
  const run = runOf([...measured, textField('note', 'Note', { required: false })], policy);
  bench = benchOf(run, person ? { person: { ...roverPeople.technician, id: 'nobody' } } : {});
  const { session } = bench;
  port = new FakePort();
  element = Object.assign(document.createElement('gauge-connection'), {
    session,
    port,
    settings: { settle: 0 },
  });
  fields = [...measured.map(({ id }) => [id, 'measurement-field']), ['note', 'value-field']].map(
    ([fieldId, tag]) => Object.assign(document.createElement(tag!), { session, fieldId }),
  );
  document.body.append(element, ...fields);
  await until(() => fields.every((field) => field.shadowRoot!.querySelector('input, textarea')));
  if (!connected) return;
  await element.connect();
  await until(() => said().startsWith('Gauge connected.'));
}

async function until<T>(what: () => T | undefined | null | false): Promise<T> {
  for (let tries = 0; tries < 300; tries += 1) {
    const found = what();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`never: ${what.toString()}\n${said()}`);
}

const root = (): ShadowRoot => element.shadowRoot!;
const said = (): string => root().querySelector('[role=status]')!.textContent.trim();
const button = (): HTMLButtonElement => root().querySelector('button')!;
const input = (at: number): HTMLInputElement => fields[at]!.shadowRoot!.querySelector('input, textarea')!;
const hasFocus = (at: number): boolean => fields[at]!.shadowRoot!.activeElement === input(at);
const recordOf = (id: string): ValueRecord | undefined => {
  const target = bench.session.target(id);
  return target?.kind === 'field' ? (target.field as NumberField).record : undefined;
};
const saved = (id: string): Promise<ValueRecord> =>
  until(
    () =>
      !bench.session.isPending(id) && bench.session.ongoing.peek('entry', id) === undefined && recordOf(id),
  );

afterEach(() => {
  element.remove();
  for (const field of fields) field.remove();
  bench.session.stop();
});

describe('gauge-connection', () => {
  it('R39: puts a reading with unit and resolution into the measurement that has the focus, and goes on to the next', async () => {
    await show();
    input(1).focus();
    port.send('+012.340 mm\r\n');
    const record = await saved('b');
    expect(record).to.include({ value: '12.340', how: 'gauge', resolution: '0.001' });
    expect(record).not.to.have.property('unit');
    expect(said()).to.equal('Hole b: 12.340 mm from the gauge');
    await until(() => hasFocus(2));
  });

  it('R39: without a focused measurement the next empty one takes it; one after the other without touching anything', async () => {
    await show();
    port.send('12.1 mm\r');
    await saved('a');
    port.send('12.2 mm\r');
    await saved('b');
    port.send('12.3 mm\r');
    await saved('c');
    expect(['a', 'b', 'c'].map((id) => recordOf(id)!.value)).to.deep.equal(['12.1', '12.2', '12.3']);
  });

  it('a field of another run that has the focus is not meant', async () => {
    await show();
    const other = benchOf(runOf([number('b', 'Hole b', 'mm', limits)])).session;
    const foreign = Object.assign(document.createElement('measurement-field'), {
      session: other,
      fieldId: 'b',
    });
    document.body.append(foreign);
    await until(() => foreign.shadowRoot!.querySelector('input'));
    foreign.shadowRoot!.querySelector('input')!.focus();
    port.send('12.1 mm\r');
    await saved('a');
    foreign.remove();
    other.stop();
  });

  it('R39: a reading in another unit of the same kind is stored as it was sent', async () => {
    await show();
    port.send('0.4750 in\r');
    expect(await saved('a')).to.include({ value: '0.4750', unit: 'in', resolution: '0.0001' });
    expect(bench.session.verdict('a')).to.equal('in-range');
  });

  it('a reading goes where a language writes decimals with a comma', async () => {
    document.documentElement.lang = 'de';
    try {
      await show();
      port.send('-1.234 mm\r');
      await until(() => bench.session.ongoing.peek('entry', 'a')?.value === 'asking');
      expect(input(0).value).to.equal('−1,234');
    } finally {
      document.documentElement.lang = 'en';
    }
  });

  it('out of range asks in the field before it is saved', async () => {
    await show();
    port.send('20.5 mm\r');
    await until(() => bench.session.ongoing.peek('entry', 'a')?.value === 'asking');
    expect(recordOf('a')).to.equal(undefined);
    expect(said()).to.equal('Hole a: 20.5 mm from the gauge, not saved yet. See there.');
  });

  it('never overwrites silently: over a value the reading is a draft until Enter', async () => {
    await show();
    port.send('12.1 mm\r');
    await saved('a');
    input(0).focus();
    port.send('12.9 mm\r');
    await until(() => input(0).value === '12.9');
    expect(recordOf('a')!.value).to.equal('12.1');
    expect(said()).to.equal('Hole a: 12.9 mm from the gauge. Press Enter to save it.');
    await sendKeys({ press: 'Enter' });
    await until(() => recordOf('a')!.value === '12.9');
    expect(await saved('a')).to.include({ how: 'gauge', resolution: '0.1' });
  });

  it('says what the gauge says, and makes no value of it', async () => {
    await show();
    for (const [line, text] of [
      ['ERR3', 'The gauge says “ERR3” and gave no value.'],
      ['hello', '“hello” from the gauge is no reading.'],
      ['5 kg', '5 kg'],
    ] as const) {
      port.send(`${line}\r`);
      await until(() => said().includes(text));
    }
    expect(said()).to.equal(
      'No empty measurement here takes 5 kg. Choose a measurement, then send the reading again.',
    );
    input(0).focus();
    port.send('6 kg\r');
    await until(() => said().startsWith('6 kg does not fit Hole a, which is in mm.'));
    expect(bench.events).to.deep.equal([]);
  });

  it('whoever may not record is told why, and nothing is drafted', async () => {
    await show(undefined, { person: 'operator' });
    port.send('12.1 mm\r');
    await until(() => said().includes('Hole a') && said().includes('not'));
    expect(bench.session.ongoing.peek('entry', 'a')).to.equal(undefined);
  });

  it('is connected and disconnected by one button, and says when the gauge is gone', async () => {
    await show(undefined, { connected: false });
    expect(button().textContent.trim()).to.equal('Connect a gauge');
    button().focus();
    await sendKeys({ press: 'Enter' });
    await until(() => button().textContent.trim() === 'Disconnect the gauge');
    expect(root().activeElement === button()).to.equal(true);
    await sendKeys({ press: 'Enter' });
    await until(() => port.closed === 1);
    expect(button().textContent.trim()).to.equal('Connect a gauge');

    port = element.port = new FakePort();
    await element.connect();
    port.pull();
    await until(() => said().startsWith('The gauge is gone.'));
    expect(button().textContent.trim()).to.equal('Connect a gauge');
  });

  it('says when the gauge cannot be opened, and lets go of it when it leaves the page', async () => {
    await show();
    const second = Object.assign(document.createElement('gauge-connection'), {
      session: bench.session,
      port,
    });
    document.body.append(second);
    await second.connect();
    await second.updateComplete;
    expect(second.shadowRoot!.textContent).to.contain('The gauge could not be connected.');
    second.remove();
    element.remove();
    await until(() => port.closed === 1);
  });
});
