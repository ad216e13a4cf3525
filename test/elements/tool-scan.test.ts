import { expect } from 'chai';
import { define } from '../../src/define.js';
import type { Field, Run } from '../../src/domain/run.js';
import type { ValueField } from '../../src/elements/value-field/value-field.js';
import { routerOf } from '../../src/scan/router.js';
import * as seed from '../../src/testing/seed.js';
import { benchOf, runOf, shownText, stepId, until, type Bench } from '../support/fields.js';

define();

let element: HTMLElement;
const wheel = seed.part('wheel', 'serial', '1', 'TRX-5374X', 'Wheel');
const withParts = (fields: readonly Field[]): Run => {
  const run = runOf(fields);
  return { ...run, steps: run.steps.map((one) => ({ ...one, requirements: [wheel] })) };
};
async function show(run: Run): Promise<Bench> {
  const bench = benchOf(run);
  element = Object.assign(document.createElement('run-step'), { lang: 'en', session: bench.session, stepId });
  document.body.append(element);
  await until(() => element.shadowRoot!.querySelector('value-field')?.shadowRoot?.querySelector('#input'));
  return bench;
}
const fieldAt = (id: string): Element =>
  [...element.shadowRoot!.querySelectorAll<ValueField>('value-field')].find((one) => one.fieldId === id)!;
const choices = (id: string): string[] =>
  [...fieldAt(id).shadowRoot!.querySelectorAll('.choices button')].map((one) => one.textContent.trim());
const caliper = seed.tool('caliper', 'Caliper', { subtype: 'Caliper' });
const wrench = seed.tool('wrench', 'Wrench', { subtype: 'Torque wrench' });

describe('run-step: scans of tools', () => {
  afterEach(() => element.remove());

  it('R42: a tool that is scanned is offered at the one empty field that accepts it, and is not chosen', async () => {
    const bench = await show(runOf([caliper, wrench]));
    routerOf(document).give('TW-008');
    await until(() => choices('wrench').length === 1);
    expect(choices('caliper')).to.deep.equal([]);
    expect(shownText(element)).to.contain('Scanned “TW-008”: choose it at Wrench');
    expect(bench.events).to.deep.equal([]);
    fieldAt('wrench').shadowRoot!.querySelector<HTMLElement>('.choices button')!.click();
    await until(() => bench.events.length === 1);
    expect(bench.events[0]).to.have.nested.property('record.how', 'scanned');
  });

  it('R42: where the step asks for parts, they come first; what none of them is may be a tool', async () => {
    await show(withParts([wrench]));
    await until(() =>
      element.shadowRoot!.querySelector('install-checklist')?.shadowRoot?.querySelector('#scan'),
    );
    routerOf(document).give('TW-008');
    await until(() => choices('wrench').length === 1);
    const checklist = element.shadowRoot!.querySelector('install-checklist')!;
    await until(() => !shownText(checklist).includes('Nothing found'));
  });

  it('R42: a tool that several fields would take, or none may, is offered nowhere, and the page is told', async () => {
    await show(runOf([caliper, { ...caliper, id: 'second' }]));
    const told: string[] = [];
    element.addEventListener('scan-received', ({ text }) => told.push(text));
    routerOf(document).give('CAL-031');
    await until(() => told.length === 1);
    routerOf(document).give('CAL-019');
    await until(() => told.length === 2);
    expect(choices('caliper')).to.deep.equal([]);
  });
});
