import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { AdapterFault } from '../../src/adapters/adapter.js';
import { define } from '../../src/define.js';
import type { Field, Tool, ValueField as AnyValueField, ValueRecord } from '../../src/domain/run.js';
import type { ValueField } from '../../src/elements/value-field/value-field.js';
import { routerOf } from '../../src/scan/router.js';
import * as seed from '../../src/testing/seed.js';
import { expectAccessible } from '../support/axe.js';
import { benchOf, mount, runOf, shownText, until, type Bench } from '../support/fields.js';

define();

let element: ValueField;
const root = (): ShadowRoot => element.shadowRoot!;
const control = (): HTMLInputElement => root().querySelector('#input')!;
const nameOf = (button: Element): string =>
  (button.getAttribute('aria-label') ?? button.textContent).replace(/\s+/g, ' ').trim();
const named = (name: string): HTMLButtonElement | undefined =>
  [...root().querySelectorAll('button')].find((one) => nameOf(one).includes(name));
const press = async (name: string): Promise<void> => {
  await until(() => named(name));
  named(name)!.focus();
  named(name)!.click();
};
const listed = (): string[] => [...root().querySelectorAll('.choices button')].map(nameOf);
const status = (): string => root().querySelector('[role=status]')?.textContent.trim() ?? '';
const is = (state: string): boolean => element.matches(`:state(${state})`);
const settled = (): Promise<void> =>
  until(() => !is('submitting') && shownText(element).includes('Recorded by'));
const record = ({ session }: Bench): ValueRecord | undefined =>
  (session.run!.steps[0]!.fields[0] as AnyValueField).record;

async function show(
  field: Field,
  ...more: Parameters<typeof benchOf> extends [unknown, ...infer Rest] ? Rest : never
): Promise<Bench> {
  const bench = benchOf(runOf([field]), ...more);
  element = await mount('value-field', bench.session, field.id);
  await until(control);
  return bench;
}
const caliper = seed.tool('f', 'Caliper', { subtype: 'Caliper' });

describe('value-field: links', () => {
  // The test's hand is as fast as a scanner.
  before(() => (routerOf(document).settings = { shortest: 1000 }));
  afterEach(() => element.remove());

  it('R42: the list tells serial, part number and calibration; nothing is chosen before the person does', async () => {
    const bench = await show(caliper);
    await press('Show the list');
    await until(() => listed().length === 3);
    expect(listed()[0]).to.equal(
      'Digital caliper 150 mm Choose Serial CAL-031 · CAL-150 · Calibrated until Jun 30, 2099',
    );
    expect(record(bench)).to.equal(undefined);
    await press('CAL-031');
    await settled();
    expect(record(bench)).to.include({ how: 'typed' });
    expect(record(bench)!.value).to.deep.equal({
      id: 'tool-cal-031',
      name: 'Digital caliper 150 mm · CAL-031',
    });
    expect(control().value).to.equal('Digital caliper 150 mm · CAL-031');
  });

  it('R42: a tool that may not be used is listed with its reason and cannot be chosen', async () => {
    const bench = await show(caliper);
    await press('Show the list');
    await until(() => listed().length === 3);
    expect(listed().join('\n'))
      .to.contain('Dropped; waiting for repair')
      .and.to.match(/The calibration of .*CAL-027 ended on May 31, 2026/);
    for (const serial of ['CAL-019', 'CAL-027']) {
      expect(named(serial)!.getAttribute('aria-disabled')).to.equal('true');
      named(serial)!.click();
    }
    await new Promise((resolve) => setTimeout(resolve));
    expect(bench.events).to.deep.equal([]);
  });

  it('R42: one tool that is named to the letter is taken by Enter; another kind of tool is not, and says why', async () => {
    const bench = await show(caliper);
    control().focus();
    await sendKeys({ type: 'tw-008' });
    await sendKeys({ press: 'Enter' });
    await until(() => listed().length === 1);
    expect(listed()[0]).to.contain('is not the right tool');
    expect(record(bench)).to.equal(undefined);
    control().select();
    await sendKeys({ type: 'cal-031' });
    await sendKeys({ press: 'Enter' });
    await settled();
    expect(record(bench)!.value).to.include({ id: 'tool-cal-031' });
  });

  it('R27: by keyboard alone: type, arrow down, Enter; Escape gives up', async () => {
    const bench = await show(caliper);
    control().focus();
    await sendKeys({ type: 'digital' });
    await until(() => listed().length === 3);
    expect(status()).to.equal('3 matches; 1 can be chosen.');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await settled();
    expect(record(bench)!.value).to.include({ id: 'tool-cal-031' });
    expect(root().activeElement).to.equal(control());
    await sendKeys({ type: 'x' });
    await until(() => status().startsWith('Nothing found for “x”'));
    await sendKeys({ press: 'Escape' });
    await until(() => control().value.includes('CAL-031'));
    expect(listed()).to.deep.equal([]);
  });

  it('R42: a scan goes to the field that has the focus; the one that it names is taken as scanned', async () => {
    const bench = await show(caliper);
    expect(routerOf(document).give('CAL-031')).to.equal(false);
    control().focus();
    expect(routerOf(document).give('CAL-031')).to.equal(true);
    await settled();
    expect(record(bench)).to.include({ how: 'scanned' });
  });

  it('R42: a scan that names none says what was read', async () => {
    await show(caliper);
    control().focus();
    routerOf(document).give('CAL-999');
    await until(() => status().startsWith('Scanned “CAL-999”'));
    expect(listed()).to.deep.equal([]);
  });

  it('R42: a scan that means several asks', async () => {
    const bench = await show(caliper);
    control().focus();
    routerOf(document).give('CAL-150');
    await until(() => listed().length === 3);
    expect(status()).to.equal('Scanned “CAL-150”: 3 matches; 1 can be chosen.');
    expect(record(bench)).to.equal(undefined);
  });

  it('R42: a look-up that fails says so and is tried again', async () => {
    let tries = 0;
    const tools: Tool[] = [];
    await show(caliper, {
      change: {
        findTools: () => (++tries > 1 ? Promise.resolve(tools) : Promise.reject(new AdapterFault('offline'))),
      },
    });
    await press('Show the list');
    await until(() => status().includes('Not looked up.'));
    await press('Try again');
    await until(() => status().includes('knows none'));
  });

  it('a long list is shown a part at a time, and the focus goes on', async () => {
    const tools = Array.from({ length: 30 }, (_, at): Tool => ({
      id: `t${at}`,
      partNumber: 'P',
      name: `Gauge ${at}`,
      serial: `S${at}`,
      status: 'available',
    }));
    await show(seed.tool('f', 'Gauge'), { change: { findTools: () => Promise.resolve(tools) } });
    await press('Show the list');
    await until(() => listed().length === 8);
    await press('Show 22 more');
    await until(() => listed().length === 16);
    await until(() => root().activeElement?.textContent.includes('Gauge 8'));
  });

  it('R27: a person is chosen among those with the role; a badge of another says why not', async () => {
    const bench = await show(seed.person('f', 'Run in by', { role: 'Technician' }));
    await press('Show the list');
    await until(() => listed().length === 1);
    control().focus();
    routerOf(document).give('lead');
    await until(() => listed()[0]?.includes('does not have the role Technician'));
    expect(record(bench)).to.equal(undefined);
    await press('Show the list');
    routerOf(document).give('technician');
    await settled();
    expect(record(bench)!.value).to.deep.equal({ id: 'technician', name: 'Amara Osei' });
  });

  it('R27: a part is found by its number or a part of its name', async () => {
    const bench = await show(seed.partLink('f', 'Spare'));
    control().focus();
    await sendKeys({ type: 'wheel' });
    await until(() => listed().length === 1);
    await press('Talon tire');
    await settled();
    expect(record(bench)!.value).to.deep.equal({
      id: 'part-wheel',
      name: 'TRX-5374X Talon tire on Gemini wheel',
    });
  });

  it('R27: what is recorded shows by name where nothing may be changed, and can be cleared where it may', async () => {
    const bench = await show(caliper);
    control().focus();
    routerOf(document).give('CAL-031');
    await settled();
    await press('Clear');
    await until(() => record(bench) === undefined && control().value === '');
  });

  it('R27: a date keeps its time, in the zone of the site', async () => {
    const bench = await show(seed.dateTime('f', 'Run-in begun'));
    control().focus();
    await sendKeys({ type: '11202026' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: '1015AM' });
    expect(bench.events).to.deep.equal([]);
    control().blur();
    await settled();
    expect(record(bench)!.value).to.equal('2026-11-20T10:15+00:00');
    expect(shownText(element)).to.contain('Time at the site: UTC, UTC+00:00');
  });

  it('R27: half a date with its time is told as such; now is one press', async () => {
    const bench = await show(seed.dateTime('f', 'Run-in begun'));
    control().focus();
    await sendKeys({ type: '11' });
    control().blur();
    await until(() => is('invalid'));
    expect(bench.events).to.deep.equal([]);
    await press('Now');
    await settled();
    expect(record(bench)!.value).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d\+00:00$/);
  });

  it('is accessible with its list open', async () => {
    await show(caliper);
    await press('Show the list');
    await until(() => listed().length === 3);
    await expectAccessible(element);
  });
});
