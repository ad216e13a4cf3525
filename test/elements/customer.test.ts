import { expect } from 'chai';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { define } from '../../src/define.js';
import { commandTypes } from '../../src/domain/command.js';
import type { Run, StepStatus } from '../../src/domain/run.js';
import { createRunSession } from '../../src/session.js';
import { roverPeople, roverRun } from '../../src/testing/rover.js';
import { roverParts, roverTools } from '../../src/testing/rover-tools.js';
import { takeViolations } from '../support/csp.js';

define();

const { customer, lead } = roverPeople;
const all = (status: StepStatus): Run => {
  const run = roverRun();
  return {
    ...run,
    status: 'in-progress',
    steps: run.steps.map((step) => ({ ...step, status, upstream: [], required: false })),
    gates: run.gates,
  };
};

/** Everything in an element, through shadow roots. */
function* inside(root: ParentNode): Generator<Element> {
  for (const one of root.querySelectorAll('*')) {
    yield one;
    if (one.shadowRoot) yield* inside(one.shadowRoot);
  }
}
const isShown = (one: Element): boolean => one.checkVisibility();
const hostOf = (one: Element): string => (one.getRootNode() as ShadowRoot).host?.localName ?? '';

/** What a person could press or fill in, outside of sign-offs. */
const controls = (root: ParentNode): HTMLElement[] =>
  [...inside(root)].filter(
    (one): one is HTMLElement =>
      one.matches('button, input, select, textarea') &&
      isShown(one) &&
      hostOf(one) !== 'signoff-field' &&
      one.getAttribute('aria-disabled') !== 'true' &&
      !one.matches(':disabled, [readonly]'),
  );

const tags = [
  'run-step',
  'completion-review',
  'install-checklist',
  'evidence-list',
  'data-grid',
  'redline-list',
  'labor-list',
  'issue-list',
  'comment-list',
] as const;

const open: (() => void)[] = [];
afterEach(() => open.splice(0).forEach((close) => close()));

function place(tag: string, run: Run, stepId: string, person: string = customer.id) {
  const session = createRunSession({
    adapter: memoryAdapter({ runs: [run], tools: roverTools(), parts: roverParts() }),
    runId: run.id,
    person,
    run,
  });
  const element = Object.assign(document.createElement(tag), { session, stepId });
  document.body.append(element);
  open.push(() => {
    element.remove();
    session.stop();
  });
  const requested: string[] = [];
  element.addEventListener('command-requested', (event) => {
    requested.push(event.request.type);
    event.preventDefault();
  });
  return { element, session, requested };
}
const settled = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 60));
};

function press(element: Element): void {
  for (const one of controls(element.shadowRoot!)) {
    if (one.isConnected && !one.closest('dialog[open]')) one.click();
  }
}

/** Nothing has been loaded for a while. */
async function quiet(): Promise<void> {
  const count = (): number => performance.getEntriesByType('resource').length;
  for (let before = -1; before !== count();) {
    before = count();
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

describe('the customer', () => {
  // What is only loaded where it is needed is there for somebody who may do everything, and then for the customer too.
  before(async function () {
    this.timeout(30_000);
    performance.setResourceTimingBufferSize(2000);
    for (const status of ['todo', 'in-progress', 'complete'] as const) {
      const run = all(status);
      const placed = tags.flatMap((tag) => run.steps.map(({ id }) => place(tag, run, id, lead.id)));
      await quiet();
      for (const { element } of placed) press(element);
      await quiet();
      open.splice(0).forEach((close) => close());
    }
    // The camera's reader compiles WebAssembly, which this page forbids.
    await takeViolations();
  });

  it('R67: may sign, and give no other command, at no status of a step', () => {
    for (const status of [
      'todo',
      'in-progress',
      'complete',
      'hold',
      'redline',
      'failed',
      'canceled',
    ] as const) {
      const run = all(status);
      const { session } = place('run-step', run, run.steps[0]!.id);
      const may = commandTypes.filter((type) =>
        run.steps.some(({ id }) => session.may(type, { stepId: id }) || session.may(type)),
      );
      expect(
        may.filter((type) => type !== 'sign'),
        status,
      ).to.deep.equal([]);
    }
  });

  for (const tag of tags.filter((one) => customElements.get(one))) {
    it(`R67: finds nothing to fill in and no command behind any button of ${tag}`, async () => {
      for (const status of ['todo', 'in-progress', 'complete'] as const) {
        const run = all(status);
        const placed = run.steps.map(({ id }) => ({ ...place(tag, run, id), at: `${status} ${id}` }));
        await settled();
        for (const { element, at } of placed) {
          const filled = controls(element.shadowRoot!).filter(
            // What is looked for is no entry, and choosing what is shown is none either.
            (one) => !one.matches('button, [type=search], [type=radio][name=view]'),
          );
          expect(
            filled.map((one) => one.outerHTML),
            at,
          ).to.deep.equal([]);
        }
        for (const { element } of placed) press(element);
        await settled();
        // What a button opens may have to be loaded first.
        await settled();
        for (const { element, requested, at } of placed) {
          for (const dialog of inside(element.shadowRoot!)) {
            if (dialog instanceof HTMLDialogElement && dialog.open) dialog.close();
          }
          expect(requested, at).to.deep.equal([]);
        }
        open.splice(0).forEach((close) => close());
      }
    }).timeout(30_000);
  }

  it('R66, R67: signs where the role is asked for, and reads the rest', async () => {
    const run = all('in-progress');
    const { element, session } = place('signoff-field', run, 'close-lid');
    Object.assign(element, { fieldId: 'customer-look' });
    const approve = () =>
      [...element.shadowRoot!.querySelectorAll('button')].find((one) => one.textContent.includes('Approve'));
    // Loaded when it is first needed; mocha ends what waits for too long.
    while (!approve()) await settled();
    const answer = await session.execute({
      type: 'sign',
      stepId: 'close-lid',
      targetId: 'customer-look',
      decision: 'approve',
    });
    expect(answer).to.have.property('events');
  });
});
