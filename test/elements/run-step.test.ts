import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Adapter } from '../../src/adapters/adapter.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { define } from '../../src/define.js';
import type { Field, Option, Run, Step } from '../../src/domain/run.js';
import type { LocateRequestedEvent } from '../../src/elements/events.js';
import { RunStep } from '../../src/elements/run-step/run-step.js';
import { createRunSession, type RunSession } from '../../src/session.js';
import { signoff } from '../../src/testing/seed.js';
import { bigRun, roverPeople, roverRun } from '../../src/testing/index.js';

define();
// On a page that has nothing else of ours.
customElements.define(
  'plain-run-step',
  class extends RunStep {
    static override prefix = 'plain-';
  },
);

const { technician, qualityEngineer } = roverPeople;
const at = '2026-11-20T15:25:00.000Z';

let session: RunSession;
let element: RunStep;
let adapter: Adapter;

async function show(
  run: Run = roverRun(),
  {
    stepId,
    person = technician.id,
    wrap,
    tag = 'run-step',
  }: { stepId?: string; person?: string; wrap?: (a: Adapter) => Adapter; tag?: string } = {},
): Promise<void> {
  const memory = memoryAdapter({ runs: [run] });
  adapter = wrap?.(memory) ?? memory;
  session = createRunSession({ adapter, runId: run.id, person, run });
  element = Object.assign(new (customElements.get(tag) as typeof RunStep)(), { session, stepId });
  document.body.append(element);
  await until(() => root().querySelector('h2'));
}

const working = (stepId: string, change: Partial<Step> = {}): Run => {
  const run = roverRun();
  const labor = [{ id: 'labor-1', personId: technician.id, in: at }];
  return {
    ...run,
    status: 'in-progress',
    steps: run.steps.map((step) =>
      step.id === stepId
        ? { ...step, status: 'in-progress', startedAt: at, upstream: [], labor, ...change }
        : step,
    ),
  };
};

/** With the first step behind it, and nothing that waits. */
const drilled = (run: Run): Run => ({
  ...run,
  status: 'in-progress',
  steps: run.steps.map((step, at) => ({
    ...step,
    upstream: [],
    ...(at === 0 && { status: 'complete' as const }),
  })),
});

/**
 * Waits until something holds; rendering, answers and the parts of an element come in tasks of their own, on a busy machine
 * late. What never holds is told by the time of the whole test, with what was waited for.
 */
let waiting = '';
async function until<T>(what: () => T | undefined | null | false): Promise<T> {
  for (;;) {
    const found = what();
    if (found) {
      waiting = '';
      return found;
    }
    waiting = what.toString();
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

const root = (): ShadowRoot => element.shadowRoot!;
const text = (): string => root().textContent.replace(/\s+/g, ' ');
const nameOf = (button: Element): string =>
  (button.getAttribute('aria-label') ?? button.textContent).replace(/\s+/g, ' ').trim();
const button = (name: string): HTMLElement | undefined =>
  [...root().querySelectorAll('button')].find((one) => nameOf(one) === name);
const press = async (name: string): Promise<void> => (await until(() => button(name))).click();
/** Compared here, since a failed comparison of elements would print half the page. */
const focused = (control: Element | null | undefined): boolean =>
  control != null && root().activeElement === control;
const said = (): string => root().querySelector('[role=status]')!.textContent;
const heading = (): string => nameOf(root().querySelector('h2')!);
const set = (stepId: string, targetId: string, value: string): Promise<unknown> =>
  session.execute({ type: 'set-value', stepId, targetId, value });

afterEach(async () => {
  if (waiting) console.error(`never: ${waiting}\n${text()}`);
  waiting = '';
  element.remove();
  session.stop();
  // What is pressed next is no second tap.
  await sendKeys({ press: 'Escape' });
});

describe('run-step', () => {
  it('what stands beside the work takes no room where it has nothing to show', async () => {
    const run = drilled(roverRun());
    await show(run, { stepId: run.steps[0]!.id, person: 'nobody' });
    const display = (): string => getComputedStyle(root().querySelector('.side')!).display;
    await until(() => display() === 'none');
    element.remove();
    session.stop();
    await show(working('build-book'), { stepId: 'build-book' });
    await until(() => display() !== 'none');
  });

  it('R1: one button starts the step and checks the person in', async () => {
    await show();
    expect(heading()).to.equal('1 Drill the drive wheels');
    (await until(() => button('Start and check in'))).focus();
    await sendKeys({ press: 'Enter' });
    await until(() => button('Check out'));
    // It was today, which goes without saying.
    expect(text())
      .to.contain('In progress')
      .and.to.match(/You, since \d\d?:\d\d/);
    await until(() => said().includes('You are checked in to Drill the drive wheels'));
    expect(
      focused(root().querySelector('h2')),
      'the button that is gone leaves the focus to the heading',
    ).to.equal(true);
  });

  it('R2: checks out and in again while the step stays in progress', async () => {
    await show(working('drill-wheels'));
    await press('Check out');
    await press('Check in');
    await until(() => button('Check out'));
    expect(session.run!.steps[0]!.labor).to.have.length(2);
    expect(session.run!.steps[0]!.status).to.equal('in-progress');
  });

  it('R7: says for which steps it waits, and Start says so too', async () => {
    await show(roverRun(), { stepId: 'close-lid' });
    const start = await until(() => button('Start and check in'));
    expect(start.getAttribute('aria-disabled')).to.equal('true');
    const why = root().getElementById(start.getAttribute('aria-describedby')!)!;
    expect(why.textContent).to.contain('Waits for: 2 Assemble the front corners');
    start.click();
    expect(session.ongoing.peek('entry', 'close-lid')).to.equal(undefined);
  });

  it('R75: Complete is disabled, can be focused, and leads to what is outstanding', async () => {
    await show(working('drill-wheels'));
    const complete = await until(() => button('Complete step'));
    expect(complete.getAttribute('aria-disabled')).to.equal('true');
    complete.focus();
    expect(focused(complete)).to.equal(true);
    await sendKeys({ press: 'Enter' });
    expect(nameOf(root().activeElement!)).to.equal('5 outstanding');
    expect(said()).to.contain('5 outstanding');
  });

  it('R76: each outstanding item moves the focus to its control', async () => {
    await show(working('drill-wheels'));
    await press('Go to: Hole 2 distance from center is empty');
    expect((root().activeElement as HTMLElement & { fieldId: string }).fieldId).to.equal('hole-2');
  });

  it('whoever leads to the step leads to its title, whatever else follows it', async () => {
    await show(working('drill-wheels'));
    await until(() => root().querySelector('evidence-list')?.shadowRoot?.querySelector('button'));
    await until(() => root().querySelector('labor-list')?.shadowRoot?.querySelector('section'));
    expect(session.reveal('drill-wheels')).to.equal(true);
    expect(root().activeElement?.id).to.equal('title');
  });

  it('R76: what is not shown here is asked of the page', async () => {
    await show(working('corners'), { stepId: 'corners' });
    const asked: LocateRequestedEvent[] = [];
    element.addEventListener('locate-requested', (event) => asked.push(event));
    await press('Go to: 2.0 Mount wheels and motors is not complete');
    expect(asked.map(({ stepId }) => stepId)).to.deep.equal(['mount-wheels']);
  });

  it('lists eight outstanding things, and the others when asked', async () => {
    await show(working('inspection'), { stepId: 'inspection' });
    const items = (): NodeListOf<HTMLElement> => root().querySelectorAll('.outstanding li button');
    expect(items().length).to.equal(8);
    await press('26 more');
    await until(() => items().length === 34);
    await until(() => root().activeElement === items()[8]);
  });

  it('R75: a value changes the count and the list of what is outstanding, and nothing else of the sheet is drawn', async () => {
    await show(working('drill-wheels'));
    await until(() => text().includes('5 outstanding'));
    const lines = (): HTMLElement[] => [...root().querySelectorAll<HTMLElement>('.outstanding li button')];
    const { done, total } = session.progress('drill-wheels');
    const bar = root().querySelector('progress')!;
    expect([bar.value, bar.max]).to.deep.equal([done, total]);
    const complete = button('Complete step')!;
    lines().at(-1)!.focus();
    let drawn = 0;
    const update = Reflect.get(element, 'performUpdate') as () => void;
    Object.assign(element, {
      performUpdate() {
        drawn += 1;
        update.call(element);
      },
    });
    await set('drill-wheels', 'hole-1', '11.3');
    await until(() => text().includes('4 outstanding'));
    expect(lines().map(nameOf)).not.to.include('Go to: Hole 1 distance from center is empty');
    expect(text()).to.contain(`${done + 1} of ${total} entries done`);
    expect(bar.value).to.equal(done + 1);
    expect(drawn).to.equal(0);
    // The line that had the focus has gone.
    expect(root().activeElement?.id).to.equal('title');
    // With the last of them Complete is held back no longer.
    for (const { targetId } of session.blockers('drill-wheels')) {
      const target = session.target(targetId);
      const { type, options } = (target as { field: Field & { options?: readonly Option[] } }).field;
      const of: Partial<Record<Field['type'], string>> = { number: '11.3', 'pass-fail': 'pass' };
      await set('drill-wheels', targetId, options?.[0]?.value ?? of[type] ?? '2026-11-20');
    }
    await until(() => complete.getAttribute('aria-disabled') === null);
    expect(root().querySelector('.outstanding')).to.equal(null);
  });

  for (const width of ['320px', '700px']) {
    it(`the buttons for the steps beside it can be pressed where they are seen, ${width} wide`, async () => {
      await show(working('corners'), { stepId: 'corners' });
      element.style.inlineSize = width;
      await until(() => root().querySelector('.beside'));
      for (const button of root().querySelectorAll('.beside button')) {
        const { x, y, width: w, height } = button.getBoundingClientRect();
        const top = root().elementFromPoint(x + w / 2, y + height / 2);
        expect(button.contains(top), button.ariaLabel!).to.equal(true);
      }
    });
  }

  it('R22: where nothing can be worked on, the step that stands still is shown, and where none does, that', async () => {
    const run = working('drill-wheels', { status: 'hold', labor: [] });
    await show({ ...run, steps: run.steps.filter(({ id }) => id === 'drill-wheels') });
    expect(element.step?.id).to.equal('drill-wheels');
    element.remove();
    const over = { ...run, steps: run.steps.map((step) => ({ ...step, status: 'complete' as const })) };
    session = createRunSession({ adapter, runId: run.id, person: technician.id, run: over });
    element = Object.assign(document.createElement('run-step'), { session });
    element.style.inlineSize = '400px';
    document.body.append(element);
    await until(() => root().querySelector('[part="empty"]'));
    expect(root().querySelector('[part="empty"]')!.getBoundingClientRect().width).to.equal(400);
  });

  it('R22: moves to the next step when this one is complete, with the focus, and says so', async () => {
    const run = working('drill-wheels', { fields: [] });
    await show(run);
    (await until(() => button('Complete step'))).focus();
    await sendKeys({ press: 'Enter' });
    await until(() => heading() !== '1 Drill the drive wheels');
    expect(heading()).to.equal('2 Assemble the front corners');
    expect(focused(root().querySelector('h2'))).to.equal(true);
    await until(() => said().includes('1 Drill the drive wheels: Complete'));
    expect(said()).to.contain('2 Assemble the front corners: To do');
  });

  it('a parent that begins makes room for its children, which are its work', async () => {
    await show(drilled(roverRun()));
    expect(heading()).to.equal('2 Assemble the front corners');
    (await until(() => button('Start and check in'))).focus();
    await sendKeys({ press: 'Enter' });
    await until(() => heading() === '2.0 Mount wheels and motors');
    expect(focused(root().querySelector('h2'))).to.equal(true);
    await until(() => said().includes('2.0 Mount wheels and motors: To do'));
  });

  it('leads to the steps inside and back, and shows them itself where no step is named', async () => {
    const run = working('corners');
    await show(drilled(run));
    const inside = (name: string): Promise<HTMLElement> =>
      until(() => [...root().querySelectorAll('button')].find((one) => one.textContent.includes(name)));
    await until(() => heading() === '2.0 Mount wheels and motors');
    (await inside('Assemble the front corners')).focus();
    await sendKeys({ press: 'Enter' });
    await until(() => heading() === '2 Assemble the front corners');
    expect(focused(root().querySelector('h2'))).to.equal(true);
    (await inside('Join the channels')).click();
    await until(() => heading() === '2.1 Join the channels and dress the wires');
    // What somebody records elsewhere takes nobody away.
    await adapter.execute(
      {
        v: 1,
        id: 'c',
        runId: run.id,
        type: 'comment',
        stepId: 'corners',
        text: 'Hello',
        madeAt: at,
      } as never,
      { as: { person: 'lead' } },
    );
    await until(() => session.run!.steps.some(({ commentCount }) => commentCount > 0));
    await element.updateComplete;
    expect(heading()).to.equal('2.1 Join the channels and dress the wires');
  });

  it('asks the page for a step inside, where one is named', async () => {
    await show(working('corners'), { stepId: 'corners' });
    const asked: LocateRequestedEvent[] = [];
    element.addEventListener('locate-requested', (event) => asked.push(event));
    root().querySelector<HTMLElement>('[part=children] button')!.click();
    expect(asked.map(({ stepId }) => stepId)).to.deep.equal(['mount-wheels']);
  });

  it('stays where the person is at work although another step becomes active', async () => {
    const run = working('board-test', { labor: [] });
    await show(run);
    expect(heading()).to.equal('3 Test the control board power');
    await adapter.execute(
      { v: 1, id: 'c', runId: run.id, type: 'start-step', stepId: 'drill-wheels', madeAt: at },
      { as: { person: 'lead' } },
    );
    await until(() => session.run!.steps[0]!.status === 'in-progress');
    await element.updateComplete;
    expect(heading()).to.equal('3 Test the control board power');
  });

  it('R78: a refusal is shown with its message and nothing changes', async () => {
    await show(working('drill-wheels', { fields: [] }), {
      wrap: (memory) => ({
        ...memory,
        execute: () => Promise.resolve({ refused: 'rule', detail: { message: 'The press is locked out.' } }),
      }),
    });
    await press('Complete step');
    await until(() => root().querySelector('.notice.bad')?.textContent.includes('The press is locked out.'));
    await until(() => said().includes('The press is locked out.'));
    expect(text()).to.contain('In progress');
    await press('Dismiss');
    await until(() => !root().querySelector('.notice.bad'));
  });

  it('R115: what could not be sent is tried again with the same id', async () => {
    const ids: string[] = [];
    await show(working('drill-wheels'), {
      wrap: (memory) => ({
        ...memory,
        execute: (command, options) => {
          ids.push(command.id);
          return ids.length === 1 ? Promise.reject(new Error('gone')) : memory.execute(command, options);
        },
      }),
    });
    await press('Check out');
    await press('Try again');
    await until(() => button('Check in'));
    expect(new Set(ids).size).to.equal(1);
    expect(ids).to.have.length(2);
  });

  it('R79: a warning of the backend is shown and blocks nothing', async () => {
    await show(roverRun(), {
      wrap: (memory) => ({
        ...memory,
        execute: async (command, options) => ({
          ...(await memory.execute(command, options)),
          warnings: [{ kind: 'calibration-due', stepId: 'drill-wheels', targetId: 'drill-bit' }],
        }),
      }),
    });
    await press('Start and check in');
    await until(() =>
      root().querySelector('.notice.warn')?.textContent.includes('Drill bit: calibration-due'),
    );
    expect(button('Check out') !== undefined).to.equal(true);
  });

  it('R33: says a saved value with its verdict', async () => {
    await show(working('drill-wheels'));
    await set('drill-wheels', 'hole-1', '11.9');
    await until(() => said().includes('Hole 1 distance from center: 11.9 mm, too high'));
  });

  it('R71: what ends an approval is said with the value that did, once', async () => {
    const field = (run: Run): Field[] => [
      ...run.steps.find(({ id }) => id === 'drill-wheels')!.fields,
      signoff('seen', 'Holes seen', 'Lead'),
    ];
    const run = working('drill-wheels', { fields: field(roverRun()) });
    await show(run);
    await set('drill-wheels', 'hole-1', '11.3');
    const other = createRunSession({ adapter, runId: run.id, person: roverPeople.lead.id });
    await until(() => other.status === 'ready');
    await other.execute({ type: 'sign', stepId: 'drill-wheels', targetId: 'seen', decision: 'approve' });
    other.stop();
    await until(() => session.target('seen'));
    const stale = (): number => said().split('Holes seen: Changed since approval').length - 1;
    await set('drill-wheels', 'hole-1', '11.4');
    await until(() => stale() === 1);
    await set('drill-wheels', 'hole-2', '11.4');
    await until(() => said().includes('Hole 2 distance from center: 11.4'));
    expect(stale()).to.equal(1);
  });

  it('R81: that a run comes into a batch or leaves it is said', async () => {
    await show(working('drill-wheels'), { person: roverPeople.lead.id });
    await session.execute({ type: 'join-batch', batch: { id: 'wheels', name: 'Wheels' } });
    await until(() =>
      said().includes('Batch Wheels: what you record here is recorded in its other runs too.'),
    );
    await session.execute({ type: 'leave-batch' });
    await until(() => said().includes('This run is worked on its own.'));
  });

  it('the menu is worked by keys and holds what may be done', async () => {
    await show(working('drill-wheels'));
    const more = await until(() => button('More actions'));
    more.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => nameOf(root().activeElement!) === 'Comment');
    await sendKeys({ press: 'ArrowDown' });
    expect(nameOf(root().activeElement!)).to.equal('Open an issue');
    await sendKeys({ press: 'End' });
    expect(nameOf(root().activeElement!)).to.equal('Fail step');
    await sendKeys({ press: 'ArrowDown' });
    expect(nameOf(root().activeElement!)).to.equal('Comment');
    await sendKeys({ press: 'Escape' });
    await until(() => focused(more));
  });

  it('R93: a comment is written in a form, and the newest is shown', async () => {
    await show(working('drill-wheels'), { tag: 'plain-run-step' });
    (await until(() => button('More actions'))).focus();
    await sendKeys({ press: 'Enter' });
    await until(() => nameOf(root().activeElement!) === 'Comment');
    await sendKeys({ press: 'Enter' });
    await until(() => root().activeElement?.localName === 'textarea');
    await sendKeys({ type: 'Mind the <b>burr</b>' });
    await press('Add comment');
    await until(() => !root().querySelector('dialog') && text().includes('Mind the <b>burr</b>'));
    expect(text()).to.contain('1 comment').and.to.contain('Amara Osei');
    await until(() => focused(button('More actions')));
  });

  it('R89: an issue is opened at the step, by a form of its own where the page has no issue-list', async () => {
    await show(working('drill-wheels'), { tag: 'plain-run-step' });
    await press('Open an issue');
    const area = await until(() => root().querySelector('textarea'));
    area.focus();
    await sendKeys({ type: 'Wrong drill' });
    root().querySelector<HTMLElement>('dialog .primary')!.click();
    await until(() => session.run!.issues.length === 1);
    expect(session.run!.issues[0]!.links).to.deep.equal(['drill-wheels']);
    await until(() => said().includes('Issue ISS-1 opened'));
  });

  it('offers nothing that the person may not do', async () => {
    await show(working('drill-wheels'), { person: qualityEngineer.id });
    await until(() => button('More actions'));
    expect((button('Complete step') ?? button('Check in')) === undefined).to.equal(true);
    expect(text()).to.contain('5 outstanding').and.not.to.contain('You are not checked in');
  });

  it('R9: a status that is not known is shown as it is, read-only', async () => {
    await show(working('drill-wheels', { status: 'unknown', reported: 'Parked' }), {
      stepId: 'drill-wheels',
    });
    expect(text()).to.contain('Unknown: Parked');
    expect(
      (button('Complete step') ?? button('Check in') ?? button('Start and check in')) === undefined,
    ).to.equal(true);
  });

  it('a run that does not come is explained, and read again when asked', async () => {
    const run = roverRun();
    const memory = memoryAdapter({ runs: [run] });
    let tries = 0;
    element = Object.assign(new (customElements.get('run-step') as typeof RunStep)(), {
      adapter: {
        ...memory,
        load: (...asked: Parameters<Adapter['load']>) =>
          (tries += 1) === 1 ? Promise.reject(new Error('down')) : memory.load(...asked),
      },
      runId: run.id,
      person: technician.id,
    });
    document.body.append(element);
    await until(() => text().includes('The run could not be loaded.'));
    await press('Try again');
    await until(() => text().includes('Drill the drive wheels'));
  });

  it('5,000 fields: a saved value draws its own field, and the fields stay the same elements', async function () {
    this.timeout(60_000);
    await show(bigRun({ fields: 5000 }));
    const fields = [...root().querySelectorAll<HTMLElement & { fieldId: string }>('.fields > *')];
    expect(fields.length).to.equal(5000);
    let drawn = 0;
    const count = (proto: { updated: (changed: Map<string, unknown>) => void }): (() => void) => {
      const own = Object.getOwnPropertyDescriptor(proto, 'updated')!;
      proto.updated = function (changed) {
        drawn += 1;
        (own.value as typeof proto.updated).call(this, changed);
      };
      return () => void Object.defineProperty(proto, 'updated', own);
    };
    const base = Object.getPrototypeOf(Object.getPrototypeOf(fields[0])) as object;
    let proto = base;
    while (!Object.hasOwn(proto, 'updated')) proto = Object.getPrototypeOf(proto) as object;
    const restore = count(proto as Parameters<typeof count>[0]);
    const own = count(RunStep.prototype as unknown as Parameters<typeof count>[0]);
    await set('big-step', 'field-1', '1000000');
    await element.updateComplete;
    restore();
    own();
    expect(drawn).to.be.within(2, 8);
    expect(
      [...root().querySelectorAll('.fields > *')].every((field, index) => field === fields[index]),
    ).to.equal(true);
  });
});
