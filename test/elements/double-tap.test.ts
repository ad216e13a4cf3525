import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import { define } from '../../src/define.js';
import type { CommandRequest } from '../../src/domain/command.js';
import type { Field, Person, Step } from '../../src/domain/run.js';
import { roverPeople } from '../../src/testing/rover-people.js';
import { passFail, signoff } from '../../src/testing/seed.js';
import { benchOf, runOf, until, type Bench } from '../support/fields.js';

define();

let bench: Bench;
let shown: HTMLElement;
let asked: CommandRequest[] = [];

async function show(
  fields: readonly Field[],
  change: Partial<Step> = {},
  person: Person = roverPeople.technician,
) {
  const run = runOf(fields);
  const steps = run.steps.map((one) => ({ ...one, ...change }));
  const next: Step = { ...steps[0]!, id: 'next', title: 'Next', status: 'todo', fields: [], labor: [] };
  bench = benchOf({ ...run, steps: [...steps, next] }, { person });
  shown = Object.assign(document.createElement('run-step'), { lang: 'en', session: bench.session });
  shown.addEventListener('command-requested', ({ request }) => asked.push(request));
  document.body.append(shown);
  await until(() => shown.shadowRoot!.querySelector('.bar'));
  // The guard comes by itself, a little later.
  await import('../../src/elements/double-tap.js');
  await until(() => shown.isConnected);
}

/** Through shadow roots. */
function find(selector: string, root: ParentNode = shown.shadowRoot!): HTMLElement | null {
  const here = root.querySelector<HTMLElement>(selector);
  if (here) return here;
  for (const one of root.querySelectorAll('*')) {
    const found = one.shadowRoot && find(selector, one.shadowRoot);
    if (found) return found;
  }
  return null;
}

function middle(element: HTMLElement): [number, number] {
  element.scrollIntoView({ block: 'center' });
  const { x, y, width, height } = element.getBoundingClientRect();
  return [Math.round(x + width / 2), Math.round(y + height / 2)];
}

/** Where it stays: what comes late moves what is below it. */
async function place(element: HTMLElement): Promise<[number, number]> {
  let position = middle(element);
  for (let frames = 0; frames < 10; frames += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const now = middle(element);
    if (now.join() !== position.join()) frames = 0;
    position = now;
  }
  return position;
}

/** Two taps of one finger: the second comes when something else has come to the place. */
async function doubleTap(element: HTMLElement, comes?: () => unknown): Promise<void> {
  const position = await place(element);
  await sendMouse({ type: 'click', position });
  if (comes) await until(comes);
  await sendMouse({ type: 'click', position });
}

/** When every event is said to happen: two taps are as far apart as a test says, however slow the machine. */
let now = 1000;
const timeStamp = Object.getOwnPropertyDescriptor(Event.prototype, 'timeStamp')!;

/** Longer than a double tap takes. What a press does is asked for while it is heard. */
function moment(): void {
  now += 600;
}
const commands = (): readonly string[] => asked.map(({ type }) => type);
const button = (command: string): HTMLElement | null => find(`[data-command=${command}]`);

describe('a double tap', function () {
  // The first one waits for everything that an element loads.
  this.timeout(30_000);
  before(() => {
    Object.defineProperty(Event.prototype, 'timeStamp', { ...timeStamp, get: () => now });
  });
  beforeEach(moment);
  afterEach(() => {
    shown.remove();
    asked = [];
  });
  after(() => {
    Object.defineProperty(Event.prototype, 'timeStamp', timeStamp);
  });

  it('R1: on Start starts once, and presses nothing that comes to its place', async () => {
    await show([], { status: 'todo', labor: [] });
    await until(() => button('start-step'));
    await doubleTap(button('start-step')!, () => button('complete-step'));
    moment();
    expect(commands()).to.deep.equal(['start-step']);
  });

  it('R2: on Check in does not check out', async () => {
    await show([], { labor: [] });
    await until(() => button('check-in'));
    await doubleTap(button('check-in')!, () => button('check-out'));
    moment();
    expect(commands()).to.deep.equal(['check-in']);
    moment();
    await sendMouse({ type: 'click', position: middle(button('check-out')!) });
    await until(() => button('check-in'));
    expect(commands()).to.deep.equal(['check-in', 'check-out']);
  });

  it('R22, R77: on Complete does not start the next step', async () => {
    await show([]);
    await until(() => button('complete-step'));
    await doubleTap(button('complete-step')!, () => button('start-step'));
    moment();
    expect(commands()).to.deep.equal(['complete-step']);
  });

  it('R71: on Approve decides once', async () => {
    await show([signoff('sign', 'Witness', 'Quality engineer')], {}, roverPeople.qualityEngineer);
    const approve = (): HTMLElement | null =>
      [...(find('signoff-field')?.shadowRoot!.querySelectorAll('button') ?? [])].find((one) =>
        /Approve/.test(one.textContent),
      ) ?? null;
    await until(approve);
    await doubleTap(approve()!);
    await until(() => commands().length > 0);
    moment();
    expect(commands()).to.deep.equal(['sign']);
  });

  it('R39: on a choice keeps it chosen', async () => {
    await show([passFail('check', 'Check')]);
    await until(() => find('[type=radio]'));
    const label = find('[type=radio]')!.closest('label')!;
    await doubleTap(label);
    await until(() => bench.events.length > 0);
    expect(commands()).to.deep.equal(['set-value']);
    expect((find('[type=radio]') as HTMLInputElement).checked).to.equal(true);
  });

  it('R14, R93: what opens under the finger is not pressed by the second tap, nor what closes above it', async () => {
    await show([]);
    await until(() => find('.menu-button'));
    const menu = find('.menu-button')!;
    await sendMouse({ type: 'click', position: middle(menu) });
    await until(() => find('[role=menuitem]')!.checkVisibility());
    const item = find('[role=menuitem]')!;
    const position = middle(item);
    const presses: string[] = [];
    for (const one of shown.shadowRoot!.querySelectorAll('button'))
      one.addEventListener('click', () => presses.push(one.textContent.trim()));
    await sendMouse({ type: 'click', position });
    await sendMouse({ type: 'click', position });
    expect(presses.length).to.equal(1);
  });

  it('two places are two presses, however fast', async () => {
    await show([passFail('a', 'A'), passFail('b', 'B')]);
    await until(() => shown.shadowRoot!.querySelectorAll('value-field').length === 2);
    const fields = [...shown.shadowRoot!.querySelectorAll('value-field')];
    await until(() => fields.every((one) => one.shadowRoot!.querySelector('[type=radio]')));
    const places = fields.map((one) =>
      one.shadowRoot!.querySelector<HTMLElement>('[type=radio]')!.closest('label')!,
    );
    shown.scrollIntoView();
    for (const place of places) {
      const { x, y } = place.getBoundingClientRect();
      await sendMouse({ type: 'click', position: [Math.round(x + 20), Math.round(y + 20)] });
    }
    await until(() => commands().length === 2);
  });

  it('Enter pressed twice counts once too, and a held key presses once', async () => {
    await show([], { labor: [] });
    await until(() => button('check-in'));
    button('check-in')!.focus();
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ down: 'Enter' });
    await sendKeys({ down: 'Enter' });
    await sendKeys({ up: 'Enter' });
    await until(() => button('check-out'));
    moment();
    expect(commands()).to.deep.equal(['check-in']);
  });

  it('of keys, what presses another control right after a command counts', async () => {
    await show([passFail('a', 'A'), passFail('b', 'B')]);
    await until(() => shown.shadowRoot!.querySelectorAll('value-field').length === 2);
    const fields = [...shown.shadowRoot!.querySelectorAll('value-field')];
    await until(() => fields.every((one) => one.shadowRoot!.querySelector('[type=radio]')));
    // As a screen reader moves: without a key that the page would hear.
    for (const field of fields) {
      field.shadowRoot!.querySelector<HTMLElement>('[type=radio]')!.focus();
      await sendKeys({ press: 'Space' });
      // What comes faster is a scanner.
      now += 150;
    }
    await until(() => commands().length === 2);
  });

  it('R2: of keys, what has got the focus from a control that is gone is not pressed', async () => {
    await show([], { labor: [] });
    await until(() => button('check-in'));
    button('check-in')!.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => button('check-out') && !button('check-in'));
    button('check-out')!.focus();
    await sendKeys({ press: 'Enter' });
    moment();
    expect(commands()).to.deep.equal(['check-in']);
  });

  it('the controls of the page around are left alone', async () => {
    await show([]);
    const own = document.createElement('button');
    own.textContent = 'Page';
    document.body.prepend(own);
    let count = 0;
    own.addEventListener('click', () => (count += 1));
    await doubleTap(own);
    own.remove();
    expect(count).to.equal(2);
  });

  it('a press is seen while the finger is there and a moment after', async () => {
    await show([]);
    await until(() => button('complete-step'));
    const look = (): string => getComputedStyle(button('complete-step')!).boxShadow;
    const rest = look();
    await sendMouse({ type: 'move', position: middle(button('complete-step')!) });
    await sendMouse({ type: 'down' });
    const held = look();
    expect(held).not.to.equal(rest);
    await sendMouse({ type: 'move', position: [1, 1] });
    await sendMouse({ type: 'up' });
    expect(look()).not.to.equal('none');
    expect(getComputedStyle(button('complete-step')!).transitionDuration).to.equal('0.3s');
  });
});
