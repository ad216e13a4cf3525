import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { define } from '../../src/define.js';
import type { Field, Person, Step } from '../../src/domain/run.js';
import { addLanguage } from '../../src/messages/registry.js';
import { de } from '../../src/messages/de.js';
import { roverPeople } from '../../src/testing/rover-people.js';
import { number, signoff } from '../../src/testing/seed.js';
import { expectAccessible } from '../support/axe.js';
import { send } from '../scan/keyboard.js';
import { scan } from '../scan/wedge.js';
import { benchOf, runOf, until, type Bench } from '../support/fields.js';

define();

type RunStep = HTMLElement & {
  stepId?: string;
  shortcuts?: string | undefined;
  updateComplete: Promise<boolean>;
  requestUpdate(): void;
};

let bench: Bench;
let shown: RunStep;
let located: string[] = [];
const root = (): ShadowRoot => shown.shadowRoot!;
const first = (): Step => bench.session.run!.steps[0]!;
const title = (): string => root().getElementById('title')!.textContent.replace(/\s+/g, ' ').trim();
const help = (): HTMLDialogElement | null => root().querySelector('dialog.shortcuts');
const keysShown = (): readonly string[] => [...help()!.querySelectorAll('kbd')].map((one) => one.textContent);
const button = (command: string): HTMLElement | null => root().querySelector(`[data-command=${command}]`);
/** Long enough for a key to be known as a hand's, and acted on. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 150));

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) {
    await sendKeys({ press: key });
    await settled();
  }
}

/** Three steps, of which the third waits for the first. */
async function show(
  change: Partial<Step> = {},
  { fields = [], person = roverPeople.technician }: { fields?: readonly Field[]; person?: Person } = {},
): Promise<void> {
  const run = runOf(fields);
  const [work] = run.steps;
  const other = (id: string, more: Partial<Step>): Step => ({
    ...work!,
    id,
    title: `Step ${id}`,
    status: 'todo',
    fields: [],
    labor: [],
    ...more,
  });
  const steps = [{ ...work!, ...change }, other('beside', {}), other('later', { upstream: [work!.id] })];
  bench = benchOf({ ...run, steps }, { person });
  shown = Object.assign(document.createElement('run-step'), {
    lang: 'en',
    session: bench.session,
  });
  shown.addEventListener('locate-requested', ({ stepId }) => located.push(stepId));
  document.body.append(shown);
  await until(() => shown.shadowRoot?.querySelector('.sheet .title'));
  (document.activeElement as HTMLElement | null)?.blur();
}

const todo = { status: 'todo', labor: [] } as const;

describe('run-step by keyboard', () => {
  afterEach(() => {
    shown.remove();
    located = [];
    localStorage.clear();
  });

  it('R1, R2, R74, R77: a whole step without a pointer: start, record, sign, check out and in, complete', async () => {
    await show(
      { ...todo },
      {
        fields: [number('width', 'Width', 'mm', { min: '1', max: '2' }), signoff('ok', 'Checked', 'Lead')],
        person: { ...roverPeople.lead },
      },
    );
    await press('s');
    await until(() => first().status === 'in-progress');
    await press('n');
    await until(() => document.activeElement === shown && deepActive().localName === 'input');
    await sendKeys({ type: '1.5' });
    // It is typed, and no shortcut is meant.
    expect(first().status).to.equal('in-progress');
    await sendKeys({ press: 'Enter' });
    await until(() => bench.events.some(({ type }) => type === 'value-set'));
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ up: 'Control' });
    await until(() => (deepActive().getRootNode() as ShadowRoot).host?.localName === 'signoff-field');
    await sendKeys({ press: 'Enter' });
    await until(() => bench.events.some(({ type }) => type === 'signed'));
    await settled();
    await press('o');
    await until(() => bench.events.some(({ type }) => type === 'checked-out'));
    await settled();
    await press('s');
    await until(() => bench.events.filter(({ type }) => type === 'checked-in').length > 0);
    await new Promise((resolve) => setTimeout(resolve, 550));
    expect(bench.session.blockers(first().id)).to.deep.equal([]);
    await press('f');
    await until(() => first().status === 'complete');
  });

  it('R75, R76: F on a step that is not ready leads to what is outstanding, N to each in turn', async () => {
    await show({}, { fields: [number('a', 'A', 'mm', {}), number('b', 'B', 'mm', {})] });
    await until(() => button('complete-step'));
    await press('f');
    await until(() => root().activeElement?.id === 'outstanding');
    await press('n');
    await until(() => (root().activeElement as HTMLElement & { fieldId?: string }).fieldId === 'a');
    deepActive().blur();
    await press('n');
    await until(() => (root().activeElement as HTMLElement & { fieldId?: string }).fieldId === 'b');
  });

  it('R23: J and K go through the steps in procedure order, and stop at the ends', async () => {
    await show();
    expect(title()).to.contain('1 Measure');
    await press('j');
    await until(() => title().includes('2 Step beside'));
    await press('j');
    await until(() => title().includes('3 Step later'));
    await press('j');
    expect(title()).to.contain('3 Step later');
    await press('k', 'k', 'k');
    await until(() => title().includes('1 Measure'));
  });

  it('R7, R23: the buttons beside the number name the steps, say where work can go on, and end at the ends', async () => {
    await show();
    const [previous, next] = [...root().querySelectorAll<HTMLElement>('.beside > button')];
    expect(previous!.ariaLabel).to.equal('This is the first step');
    expect(previous!.ariaDisabled).to.equal('true');
    expect(next!.ariaLabel).to.equal('Next step: 2 Step beside, can be worked on');
    next!.click();
    await until(() => title().includes('2 '));
    next!.click();
    await until(() => title().includes('3 Step later'));
    expect(next!.ariaLabel).to.equal('This is the last step');
    expect(previous!.ariaLabel).to.equal('Previous step: 2 Step beside, can be worked on');
    previous!.click();
    await until(() => title().includes('2 '));
    expect(next!.ariaLabel).to.equal('Next step: 3 Step later');
  });

  it('where the page names the step it is asked for the next one', async () => {
    await show();
    shown.stepId = 'work';
    await shown.updateComplete;
    await press('j');
    expect(located).to.deep.equal(['beside']);
  });

  it('a scan presses no shortcut, whatever it begins with', async () => {
    await show({ ...todo });
    send(scan('sofj'));
    await settled();
    expect(first().status).to.equal('todo');
    expect(title()).to.contain('1 Measure');
  });

  it('keys with a modifier, held keys and capitals belong to others', async () => {
    await show({ ...todo });
    for (const modifier of ['Control', 'Alt', 'Shift'] as const) {
      await sendKeys({ down: modifier });
      await sendKeys({ press: 'j' });
      await sendKeys({ up: modifier });
      await settled();
    }
    expect(title()).to.contain('1 Measure');
  });

  it('the page switches them off, and so does a person', async () => {
    await show();
    shown.shortcuts = 'off';
    await shown.updateComplete;
    await press('j', '?');
    expect(title()).to.contain('1 Measure');
    expect(help()).to.equal(null);
    expect(root().querySelector('.beside > .help')).to.equal(null);
    shown.shortcuts = undefined;
    await shown.updateComplete;
    await press('?');
    await until(() => help()?.open);
    const close = help()!.querySelector('header button')!.getBoundingClientRect();
    const text = help()!.querySelector(':scope > p')!.getBoundingClientRect();
    expect(text.top - close.bottom, 'room for the focus ring').to.be.at.least(8);
    const box = help()!.querySelector<HTMLInputElement>('[type=checkbox]')!;
    expect(box.checked).to.equal(true);
    box.click();
    await sendKeys({ press: 'Escape' });
    await until(() => !help());
    await press('j', '?');
    expect(title()).to.contain('1 Measure');
    expect(help()).to.equal(null);
    // The button still shows them, and switches them on again.
    root().querySelector<HTMLElement>('.beside > .help')!.click();
    await until(() => help()?.open);
    help()!.querySelector<HTMLInputElement>('[type=checkbox]')!.click();
    help()!.close();
    await until(() => !help());
    await press('j');
    await until(() => title().includes('2 '));
  });

  it('? lists what can be done now and nothing else, in the language of the page', async () => {
    addLanguage('de', de);
    await show({ ...todo });
    await press('?');
    await until(() => help()?.open);
    expect(keysShown()).to.include.members(['S', 'J', '?']);
    expect(keysShown()).not.to.include.members(['F']);
    expect(keysShown()).not.to.include.members(['O']);
    expect(help()!.textContent).to.contain('Start and check in');
    await expectAccessible(shown);
    await sendKeys({ press: 'Escape' });
    await until(() => !help());
    shown.lang = 'de';
    shown.requestUpdate();
    await shown.updateComplete;
    await press('s');
    await until(() => button('complete-step'));
    await press('?');
    await until(() => help()?.open);
    expect(help()!.textContent).to.contain('Tastenkürzel').and.to.contain('Schritt abschließen');
    expect(keysShown()).to.include.members(['F', 'O']);
  });

  it('R93: C writes a comment, and Escape brings the focus back', async () => {
    await show();
    await until(() => button('comment'));
    await press('c');
    await until(() => deepActive().localName === 'textarea');
  });

  it('L leads to the list of steps', async () => {
    await show();
    const list = Object.assign(document.createElement('step-list'), { lang: 'en', session: bench.session });
    document.body.append(list);
    await until(() => list.shadowRoot!.querySelector('.step'));
    await press('l');
    await until(() => document.activeElement === list);
    list.remove();
  });

  it('of two steps on a page the one with the focus hears the key', async () => {
    await show();
    const other = Object.assign(document.createElement('run-step'), { lang: 'en', session: bench.session });
    document.body.append(other);
    await until(() => other.shadowRoot?.querySelector('.title'));
    other.shadowRoot!.getElementById('title')!.focus();
    await press('j');
    await until(() => other.shadowRoot!.getElementById('title')!.textContent.includes('2 '));
    expect(title()).to.contain('1 Measure');
    other.remove();
  });
});

function deepActive(): HTMLElement {
  let at = document.activeElement as HTMLElement;
  while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement as HTMLElement;
  return at;
}
