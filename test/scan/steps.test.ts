// Scans and steps: what a scanner sends while a step is on the page.
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { define } from '../../src/define.js';
import type { Field, Install, Run } from '../../src/domain/run.js';
import type { ScanReceivedEvent } from '../../src/elements/events.js';
import type { InstallChecklist } from '../../src/elements/install-checklist/install-checklist.js';
import type { RunStep } from '../../src/elements/run-step/run-step.js';
import { routerOf } from '../../src/scan/router.js';
import { createRunSession, type RunSession } from '../../src/session.js';
import { roverRun, roverUnits } from '../../src/testing/rover.js';
import { number, singleSelect } from '../../src/testing/seed.js';
import { benchOf, runOf, until } from '../support/fields.js';
import { send } from './keyboard.js';
import { enter, scan, typed } from './wedge.js';

define();

const wheels = 'mount-wheels';
const working = (): Run => {
  const run = roverRun();
  const steps = run.steps.map((step) =>
    step.id === wheels || step.id === 'corners'
      ? { ...step, status: 'in-progress' as const, upstream: [] }
      : step,
  );
  return { ...run, status: 'in-progress', steps };
};

const open: (() => void)[] = [];
const missed: string[] = [];
const onMissed = ({ text }: ScanReceivedEvent): unknown => missed.push(text);
beforeEach(() => document.addEventListener('scan-received', onMissed));
afterEach(() => {
  document.removeEventListener('scan-received', onMissed);
  missed.length = 0;
  open.splice(0).forEach((close) => close());
});

/** A step or its parts on the page. */
async function show<E extends RunStep | InstallChecklist>(
  tag: 'run-step' | 'install-checklist',
  session: RunSession,
  stepId: string,
  into: ParentNode = document.body,
): Promise<E> {
  await until(() => session.status === 'ready');
  const element = Object.assign(document.createElement(tag), { session, stepId, lang: 'en' }) as E;
  into.append(element);
  open.push(() => element.remove());
  await until(() => element.shadowRoot!.firstElementChild);
  return element;
}

function rover(): { session: RunSession; installs(id: string): readonly Install[] } {
  const run = working();
  const adapter = memoryAdapter({ runs: [run], units: roverUnits() });
  const session = createRunSession({ adapter, runId: run.id, person: 'technician', run });
  open.push(() => session.stop());
  return {
    session,
    installs: (id) => {
      const target = session.target(id);
      return target?.kind === 'requirement' ? target.requirement.installs : [];
    },
  };
}

const inside = (element: Element, ...path: string[]): HTMLInputElement => {
  let at = element;
  for (const selector of path) at = at.shadowRoot!.querySelector(selector)!;
  return at as HTMLInputElement;
};

/** What draws the parts of a step comes beside the run. */
const scanBox = (step: RunStep): Element | null | undefined =>
  step.shadowRoot!.querySelector('install-checklist')?.shadowRoot?.querySelector('#scan');

const length = number('length', 'Length', 'mm', { min: '10', max: '20' });
async function bench(...fields: Field[]) {
  const made = benchOf(runOf(fields));
  open.push(() => made.session.stop());
  const step = await show<RunStep>('run-step', made.session, 'work');
  return { ...made, step };
}

describe('scans at a step', () => {
  it('R46: parts are installed by scanning them one after the other, with the focus nowhere', async () => {
    const { session, installs } = rover();
    const step = await show<RunStep>('run-step', session, wheels);
    await until(() => scanBox(step));
    send(scan('MOT-0417'));
    send(scan('MOT-0418'));
    await until(() => installs('motor').length === 2);
    expect(installs('motor').map(({ serial, how }) => [serial, how])).to.deep.equal([
      ['MOT-0417', 'scanned'],
      ['MOT-0418', 'scanned'],
    ]);
    expect(missed).to.deep.equal([]);
  });

  it('R61: one scan is one, with the step on the page twice; the same part scanned again does not go in twice', async () => {
    const { session, installs } = rover();
    const step = await show<RunStep>('run-step', session, wheels);
    await until(() => scanBox(step));
    const list = await show<InstallChecklist>('install-checklist', session, wheels);
    send(scan('MOT-0417'));
    await until(() => installs('motor').length === 1);
    send(scan('MOT-0418'));
    await until(() => installs('motor').length === 2);
    expect(list.shadowRoot!.textContent).not.to.contain('already');
    send(scan('MOT-0417'));
    await until(() => list.shadowRoot!.textContent.includes('is installed here already'));
    expect(installs('motor')).to.have.length(2);
  });

  it('R46: scanned into the box for scans it is a scan, and typed there it is not', async () => {
    const { session, installs } = rover();
    const list = await show<InstallChecklist>('install-checklist', session, wheels);
    const box = inside(list, '#scan');
    box.focus();
    send(scan('MOT-0417'));
    await until(() => installs('motor').length === 1);
    expect(box.value).to.equal('');
    send([...typed('MOT-0418'), enter(120)]);
    await until(() => installs('motor').length === 2);
    expect(installs('motor').map(({ how }) => how === 'scanned')).to.deep.equal([true, false]);
  });

  it('R63: scanned with the focus in a field, the field is as before and nothing is saved', async () => {
    const { step, session, events } = await bench(length);
    const input = (): HTMLInputElement => inside(step, 'measurement-field', 'input');
    await until(() =>
      step.shadowRoot!.querySelector('measurement-field')?.shadowRoot?.querySelector('input'),
    );
    input().focus();
    send(typed('12.', 150));
    send(scan('MOT-0417'));
    expect(input().value).to.equal('12.');
    expect(missed, 'a step without parts has no use for it').to.deep.equal(['MOT-0417']);
    expect(session.ongoing.peek('entry', 'length')?.context.draft).to.equal('12.');
    send([...typed('5', 150), enter(150)]);
    await until(() => events.length > 0);
    expect(events).to.have.length(1);
    expect(events[0]).to.deep.include({ type: 'value-set', targetId: 'length' });
    expect(session.target('length')).to.have.nested.property('field.record.value', '12.5');
  });

  it('R63: an untouched field stays untouched', async () => {
    const { step, session, events } = await bench(length);
    await until(() =>
      step.shadowRoot!.querySelector('measurement-field')?.shadowRoot?.querySelector('input'),
    );
    const input = inside(step, 'measurement-field', 'input');
    input.focus();
    send(scan('MOT-0417'));
    input.blur();
    await until(() => session.ongoing.peek('entry', 'length') === undefined);
    expect(input.value).to.equal('');
    expect(events).to.deep.equal([]);
  });

  it('R63: nothing is chosen in a list that has the focus', async () => {
    const options = Object.fromEntries(
      ['One', 'Two', 'More', 'Four', 'Five', 'Six'].map((one) => [one, one]),
    );
    const { step, events, session } = await bench(singleSelect('choice', 'Choice', options));
    await until(() => step.shadowRoot!.querySelector('value-field')?.shadowRoot?.querySelector('select'));
    const select = inside(step, 'value-field', 'select');
    select.focus();
    send(scan('MOT-0417'));
    expect(select.value).to.equal('');
    select.blur();
    expect(session.ongoing.peek('entry', 'choice')).to.equal(undefined);
    expect(events).to.deep.equal([]);
  });

  it('R63: keys of the browser itself: no button is pressed and no form is sent', async () => {
    const form = document.createElement('form');
    let submitted = 0;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      submitted += 1;
    });
    document.body.append(form);
    open.push(() => form.remove());
    const { session, installs } = rover();
    const list = await show<InstallChecklist>('install-checklist', session, wheels, form);
    const router = routerOf(document);
    const { settings } = router;
    // These come as fast as two busy processors let them.
    router.settings = { longestGap: 5000 };
    open.push(() => (router.settings = settings));
    const button = [...list.shadowRoot!.querySelectorAll('button')].find((one) =>
      one.textContent.includes('Pick from stock'),
    )!;
    let presses = 0;
    button.addEventListener('click', () => (presses += 1));
    button.focus();
    await sendKeys({ type: 'MOT-0417' });
    await sendKeys({ press: 'Enter' });
    await until(() => installs('motor').length === 1);
    inside(list, '#scan').focus();
    await sendKeys({ type: 'MOT-0418' });
    await sendKeys({ press: 'Enter' });
    await until(() => installs('motor').length === 2);
    expect([presses, submitted]).to.deep.equal([0, 0]);
    expect(installs('motor').map(({ how }) => how)).to.deep.equal(['scanned', 'scanned']);
    expect(inside(list, '#scan').value).to.equal('');
  });

  it('a step that has left the page, or is not in progress, takes nothing', async () => {
    const { session, installs } = rover();
    const step = await show<RunStep>('run-step', session, 'close-lid');
    send(scan('MOT-0417'));
    expect(missed).to.deep.equal(['MOT-0417']);
    step.stepId = wheels;
    await step.updateComplete;
    step.remove();
    send(scan('MOT-0417'));
    expect(missed).to.have.length(1);
    document.body.append(step);
    await until(() => scanBox(step));
    send(scan('MOT-0417'));
    await until(() => installs('motor').length === 1);
  });
});

describe('a gauge that types like a keyboard', () => {
  it('R39: puts readings into the measurements one after the other, and says that a gauge did it', async () => {
    const { session } = await bench(length, number('width', 'Width', 'mm', { min: '1', max: '5' }));
    const recorded = (id: string): unknown => {
      const target = session.target(id);
      if (target?.kind !== 'field' || target.field.type !== 'number') return undefined;
      const { record } = target.field;
      return record && [record.value, record.how, record.resolution];
    };
    send(scan('+012.345mm'));
    await until(() => recorded('length'));
    send(scan('0002.50'));
    await until(() => recorded('width'));
    expect([recorded('length'), recorded('width')]).to.deep.equal([
      ['12.345', 'gauge', '0.001'],
      ['2.50', 'gauge', '0.01'],
    ]);
    expect(missed).to.deep.equal([]);
  });

  it('leaves what may be the name of a part to the parts', async () => {
    const { session, installs } = rover();
    const step = await show<RunStep>('run-step', session, wheels);
    await until(() => scanBox(step));
    send(scan('MOT-0417'));
    await until(() => installs('motor').length === 1);
    send(scan('12.345'));
    const list = step.shadowRoot!.querySelector('install-checklist')!;
    await until(() => list.shadowRoot!.textContent.includes('12.345'));
  });
});
