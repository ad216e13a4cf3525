import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import { AdapterFault, type Adapter } from '../../src/adapters/adapter.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { define } from '../../src/define.js';
import type { Answer, Command } from '../../src/domain/command.js';
import type { Run, Step } from '../../src/domain/run.js';
import type { CompletionReview } from '../../src/elements/completion-review/completion-review.js';
import type { CommandRequestedEvent, LocateRequestedEvent } from '../../src/elements/events.js';
import { createRunSession, type RunSession } from '../../src/session.js';
import { driveWheelRun } from '../../src/testing/rover-others.js';
import { roverPeople } from '../../src/testing/rover-people.js';
import { roverRun } from '../../src/testing/rover.js';
import { signoff, step, text } from '../../src/testing/seed.js';
import { expectAccessible } from '../support/axe.js';

define();

const { lead, technician } = roverPeople;
const open: RunSession[] = [];
afterEach(() => {
  for (const session of open.splice(0)) session.stop();
  document.querySelectorAll('completion-review').forEach((element) => element.remove());
});

const ready = (more: Partial<Run> = {}): Run => ({
  ...driveWheelRun(),
  status: 'in-progress',
  completions: [],
  ...more,
});
const issue = {
  by: technician.id,
  at: '2026-11-12T16:30:00.000Z',
  links: ['hole-1'],
  status: 'pending',
} as const;
const doubtful = (): Run =>
  ready({
    issues: [
      { ...issue, id: 'issue-1', number: 'ISS-1', title: 'Chatter marks' },
      { ...issue, id: 'issue-2', number: 'ISS-2', title: 'Bit worn', disposition: 'Use as is' },
    ],
    redlines: [{ id: 'redline-1', stepId: 'drill', title: 'Bigger bit', status: 'open' }],
  });

interface Placed {
  element: CompletionReview;
  session: RunSession;
  sent: Command[];
  adapter: Adapter;
}

/** The element on a run, with what reaches the backend. */
async function place(
  run: Run,
  {
    person = lead.id,
    inline = false,
    answer,
    deaf = false,
  }: { person?: string; inline?: boolean; answer?: Adapter['execute']; deaf?: boolean } = {},
): Promise<Placed> {
  const sent: Command[] = [];
  const memory = memoryAdapter({ runs: [run] });
  const adapter: Adapter = {
    ...memory,
    // It hears nothing of what others do.
    ...(deaf && { watch: undefined! }),
    execute: (command, options) => {
      sent.push(command);
      return (answer ?? memory.execute)(command, options);
    },
  };
  const session = createRunSession({ adapter, runId: run.id, person, run });
  open.push(session);
  const element = document.createElement('completion-review');
  Object.assign(element, { session, inline });
  document.body.append(element);
  if (session.status !== 'ready') await new Promise<void>((resolve) => session.follow('', resolve));
  await settled(element);
  return { element, session, sent, adapter: memory };
}

const root = (element: Element): ShadowRoot => element.shadowRoot!;
const shown = (element: CompletionReview): string =>
  (root(element).querySelector('dialog[open]') ?? root(element)).textContent.replace(/\s+/g, ' ');
const find = (element: Element, selector: string): HTMLElement =>
  root(element).querySelector<HTMLElement>(selector)!;
const button = (element: CompletionReview, name: string): HTMLButtonElement => {
  const place = root(element).querySelector('dialog[open]') ?? root(element);
  const found = [...place.querySelectorAll('button')].find((one) =>
    (one.getAttribute('aria-label') ?? one.textContent).replace(/\s+/g, ' ').trim().startsWith(name),
  );
  if (!found) throw new Error(`no button ${name} in: ${shown(element)}`);
  return found;
};

async function settled(element: CompletionReview): Promise<void> {
  // What the review loads comes in its own time; two updates in a row without news are the end.
  await Promise.all([
    import('../../src/elements/completion-review/review.js'),
    import('../../src/elements/explain.js'),
  ]);
  for (let quiet = 0; quiet < 3;) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    quiet = element.isUpdatePending ? 0 : quiet + 1;
  }
  await element.updateComplete;
}

async function press(element: CompletionReview, name: string): Promise<void> {
  button(element, name).click();
  await settled(element);
}

const type = (element: CompletionReview, note: string): void => {
  const area = noteOf(element);
  area.value = note;
  area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
};
const dialogOf = (element: CompletionReview): HTMLDialogElement =>
  root(element).querySelector('dialog:not(.command-form)')!;
const noteOf = (element: CompletionReview): HTMLTextAreaElement => root(element).querySelector('textarea')!;
/** The checkbox that takes all warnings at once. */
const allOf = (element: CompletionReview): HTMLInputElement =>
  root(element).querySelector('#warnings > label input')!;

describe('completion-review at rest', () => {
  it('R35: lists what was accepted as a deviation, with who and why, and leads there', async () => {
    const run = ready();
    const deviation = { rationale: 'The hub is slotted', by: lead.id, at: issue.at };
    const deviating: Run = {
      ...run,
      steps: run.steps.map((one) => ({
        ...one,
        fields: one.fields.map((field) =>
          field.id === 'hole-1' && field.type === 'number'
            ? {
                ...field,
                record: {
                  value: '0.5',
                  unit: 'in',
                  how: 'typed',
                  by: technician.id,
                  at: issue.at,
                  deviation,
                },
              }
            : field,
        ),
      })),
    };
    const { element } = await place(deviating, { inline: true });
    const list = (): Element | null | undefined => element.shadowRoot?.querySelector('.deviations');
    while (!list()) await new Promise((resolve) => requestAnimationFrame(resolve));
    const text = list()!.textContent.replace(/\s+/g, ' ');
    expect(text)
      .to.contain('0.5 in (12.7 mm)')
      .and.to.contain('The hub is slotted')
      .and.to.contain(lead.name);
    const located = new Promise<LocateRequestedEvent>((resolve) =>
      element.addEventListener('locate-requested', resolve, { once: true }),
    );
    list()!.querySelector('button')!.click();
    expect((await located).targetId).to.equal('hole-1');
  });

  it('R99: is held back while something is outstanding, and lists it by kind', async () => {
    const { element, sent } = await place(roverRun());
    const main = button(element, 'Complete run');
    expect(main.getAttribute('aria-disabled')).to.equal('true');
    expect(main.disabled).to.equal(false);
    const kinds = [...root(element).querySelectorAll('summary')].map((one) => one.textContent.trim());
    expect(kinds).to.deep.equal(['10 steps are not complete', '1 approval of the run is missing']);
    await press(element, 'Complete run');
    expect(dialogOf(element).open).to.equal(false);
    expect(root(element).activeElement?.localName).to.equal('summary');
    expect(sent).to.deep.equal([]);
  });

  it('R76: leads to the control, or asks the page to show it', async () => {
    const { element, session } = await place(roverRun());
    const asked: [string, string][] = [];
    element.addEventListener('locate-requested', ({ stepId, targetId }: LocateRequestedEvent) =>
      asked.push([stepId, targetId]),
    );
    find(element, 'summary').click();
    await press(element, 'Go to: 1 Drill the drive wheels');
    expect(asked).to.deep.equal([['drill-wheels', 'drill-wheels']]);
    let revealed = 0;
    const stop = session.onReveal('drill-wheels', () => (revealed += 1));
    await press(element, 'Go to: 1 Drill the drive wheels');
    stop();
    expect(revealed).to.equal(1);
    expect(asked).to.have.length(1);
  });

  it('R67: who may not complete the run reads who may', async () => {
    const { element } = await place(ready(), { person: technician.id });
    expect(button(element, 'Complete run').getAttribute('aria-disabled')).to.equal('true');
    expect(shown(element)).to.match(/Somebody else completes this run: .*Mei Tanaka/);
  });

  it('hears of a step that is worked on', async () => {
    const run = ready();
    const [first, ...others] = run.steps;
    const working: Step = {
      ...first!,
      status: 'in-progress',
      labor: [{ id: 'l', personId: technician.id, in: '2026-11-12T16:00:00.000Z' }],
      fields: first!.fields.map((field) => {
        const { record: _, ...empty } = field as typeof field & { record?: unknown };
        return empty;
      }),
    };
    const { element, adapter } = await place({ ...run, steps: [working, ...others] });
    expect(shown(element)).to.contain('3 fields are empty');
    const other = createRunSession({
      adapter,
      runId: run.id,
      person: technician.id,
      run: await adapter.load(run.id),
    });
    open.push(other);
    await other.execute({ type: 'set-value', stepId: 'drill', targetId: 'hole-1', value: '11.3' });
    await settled(element);
    expect(shown(element)).to.contain('2 fields are empty');
  });

  it('shows the first 50 of 50,000 within 50 ms, and how many more there are', async () => {
    const steps = Array.from({ length: 1000 }, (_, at) =>
      step(`s${at}`, `Station ${at + 1}`, {
        status: 'in-progress',
        startedAt: '2026-11-20T08:00:00.000Z',
        fields: Array.from({ length: 50 }, (__, field) => text(`f${at}-${field}`, `Check ${field + 1}`)),
      }),
    );
    const run = ready({ steps });
    const times: number[] = [];
    // The quickest, since other work on the machine only ever adds; as many as that takes.
    for (let turn = 0; turn < 30 && !(Math.min(...times) < 50); turn += 1) {
      const session = createRunSession({ adapter: memoryAdapter(), runId: run.id, person: lead.id, run });
      open.push(session);
      const element = document.createElement('completion-review');
      element.session = session;
      const from = performance.now();
      document.body.append(element);
      await element.updateComplete;
      element.getBoundingClientRect();
      times.push(performance.now() - from);
      expect(root(element).querySelectorAll('li')).to.have.length(100);
      expect(shown(element)).to.contain('50,000 fields are empty').and.contain('49,950 more');
      element.remove();
    }
    expect(Math.min(...times), String(times)).to.be.lessThan(50);
  });
});

describe('completion-review, the review', () => {
  it('R101: counts steps, build requirements, approvals, issues and redlines', async () => {
    const { element } = await place(doubtful());
    await press(element, 'Complete run');
    const tallies = [...root(element).querySelectorAll<HTMLElement>('.tally')].map((one) =>
      one.innerText.replace(/\s+/g, ' ').trim(),
    );
    expect(tallies).to.deep.equal([
      'Steps 2 of 2 complete',
      'Build requirements 1 of 1 installed',
      'Approvals 1 of 1 given',
      'Issues 2 open 1 dispositioned',
      'Redlines 1 open',
    ]);
  });

  it('R103: sends nothing before Confirm, and canceling leaves no trace', async () => {
    const { element, sent, session } = await place(doubtful());
    button(element, 'Complete run').focus();
    await press(element, 'Complete run');
    expect(dialogOf(element).matches(':modal')).to.equal(true);
    expect(root(element).activeElement?.id).to.equal('title');
    type(element, 'half a thought');
    find(element, '#warnings > label input').click();
    await sendKeys({ press: 'Escape' });
    await settled(element);
    expect(dialogOf(element).open).to.equal(false);
    expect(session.ongoing.peek('review', '')).to.equal(undefined);
    expect(root(element).activeElement?.textContent.trim()).to.equal('Complete run');
    expect(sent).to.deep.equal([]);
    await press(element, 'Complete run');
    expect(noteOf(element).value).to.equal('');
    expect(root(element).querySelectorAll(':checked')).to.have.length(0);
  });

  it('R100, R102, R104: takes acknowledgements and a note, and says who completed it and when', async () => {
    const { element, sent } = await place(doubtful());
    await press(element, 'Complete run');
    await press(element, 'Complete run');
    expect(sent).to.deep.equal([]);
    expect(root(element).activeElement?.getAttribute('type')).to.equal('checkbox');
    const [first, second, third] = root(element).querySelectorAll<HTMLInputElement>('#warnings li input');
    first!.click();
    await settled(element);
    expect(allOf(element).indeterminate).to.equal(true);
    second!.click();
    third!.click();
    await settled(element);
    expect(allOf(element).checked).to.equal(true);
    type(element, ' Spare for rover 007. ');
    await press(element, 'Complete run');
    expect(sent).to.have.length(1);
    expect(sent[0]).to.include({ type: 'complete-run', note: 'Spare for rover 007.' });
    expect((sent[0] as Command<'complete-run'>).acknowledged).to.deep.equal([
      'open-issue:issue-1',
      'open-issue:issue-2',
      'open-redline:redline-1',
    ]);
    expect(shown(element))
      .to.contain('The run is complete')
      .and.contain('Mei Tanaka')
      .and.contain('Spare for rover');
    expect(root(element).activeElement?.classList.contains('done')).to.equal(true);
    await press(element, 'Close');
    expect(dialogOf(element).open).to.equal(false);
    expect(shown(element)).to.contain('Completed by Mei Tanaka');
    expect(root(element).activeElement?.classList.contains('done')).to.equal(true);
  });

  it('R112: shows what appeared meanwhile and keeps the note', async () => {
    const { element, adapter } = await place(ready(), { deaf: true });
    await press(element, 'Complete run');
    type(element, 'kept');
    await adapter.execute(
      {
        v: 1,
        id: 'c1',
        runId: ready().id,
        madeAt: '2026-11-12T18:00:00.000Z',
        type: 'open-issue',
        title: 'A scratch',
        links: ['hole-1'],
      },
      { as: { person: technician.id } },
    );
    // Before this page has heard of it.
    await press(element, 'Complete run');
    expect(shown(element)).to.contain('was not completed').and.contain('ISS-1');
    expect(noteOf(element).value).to.equal('kept');
    find(element, '#warnings input').click();
    await settled(element);
    await press(element, 'Complete run');
    expect(shown(element)).to.contain('The run is complete').and.contain('kept');
  });

  it('R112: shows blockers that only the backend saw', async () => {
    let refuse = true;
    const run = ready();
    const memory = memoryAdapter({ runs: [run] });
    const { element } = await place(run, {
      inline: true,
      answer: (command, options) =>
        refuse
          ? Promise.resolve<Answer>({
              refused: 'blocked',
              blockers: [{ kind: 'empty-field', stepId: 'drill', targetId: 'hole-1' }],
            })
          : memory.execute(command, options),
    });
    await press(element, 'Complete run');
    expect(shown(element)).to.contain('1 field is empty').and.contain('Hole 1 distance from center is empty');
    expect(button(element, 'Complete run').hasAttribute('aria-disabled')).to.equal(false);
    refuse = false;
  });

  it('sends the same command again after a fault', async () => {
    let fail = true;
    const run = ready();
    const memory = memoryAdapter({ runs: [run] });
    const { element, sent } = await place(run, {
      answer: (command, options) =>
        fail ? Promise.reject(new AdapterFault('offline')) : memory.execute(command, options),
    });
    await press(element, 'Complete run');
    type(element, 'kept');
    await press(element, 'Complete run');
    expect(shown(element)).to.contain('There is no connection.');
    fail = false;
    await press(element, 'Try again');
    expect(sent).to.have.length(2);
    expect(sent[1]!.id).to.equal(sent[0]!.id);
  });

  it('waits for the answer, and cannot be left meanwhile', async () => {
    const { element, sent } = await place(ready(), { answer: () => new Promise(() => undefined) });
    await press(element, 'Complete run');
    await press(element, 'Complete run');
    await press(element, 'Completing…');
    await sendKeys({ press: 'Escape' });
    await sendKeys({ press: 'Escape' });
    await settled(element);
    expect(dialogOf(element).open).to.equal(true);
    expect(sent).to.have.length(1);
  });

  it('R72, R99: leads to an open gate in the review, where it is approved', async () => {
    const { element, sent } = await place(ready({ gates: [signoff('release', 'Wheel released', 'Lead')] }));
    await press(element, 'Go to: Wheel released is not approved');
    expect(dialogOf(element).open).to.equal(true);
    const gate = find(element, 'signoff-field');
    expect(root(element).activeElement).to.equal(gate);
    const approve = [...root(gate).querySelectorAll('button')].find((one) =>
      one.textContent.includes('Approve'),
    )!;
    approve.click();
    await settled(element);
    expect(sent.map((one) => one.type)).to.deep.equal(['sign']);
    await press(element, 'Complete run');
    expect(sent.map((one) => one.type)).to.deep.equal(['sign', 'complete-run']);
    expect(shown(element)).to.contain('The run is complete');
  });

  it('titles its dialog once, before and after', async () => {
    const { element } = await place(ready());
    await press(element, 'Complete run');
    await press(element, 'Complete run');
    expect(shown(element)).to.contain('The run is complete');
    const titles = root(element).querySelectorAll('#title');
    expect([...titles].map((title) => title.closest('dialog')?.open)).to.deep.equal([true]);
  });

  it('says that a completion waits to be sent, and not that the run is complete', async () => {
    const { element } = await place(ready(), {
      inline: true,
      answer: ({ id }) => Promise.resolve({ queued: true, commandId: id }),
    });
    await press(element, 'Complete run');
    expect(shown(element)).to.contain('Waiting to be sent').and.not.contain('The run is complete');
  });

  it('lets the page keep a completion back', async () => {
    const { element, sent } = await place(ready());
    element.addEventListener('command-requested', (event: CommandRequestedEvent) => event.preventDefault());
    await press(element, 'Complete run');
    await press(element, 'Complete run');
    expect(sent).to.deep.equal([]);
    expect(button(element, 'Complete run').hasAttribute('aria-busy')).to.equal(false);
  });

  it('shows the same without a dialog', async () => {
    const { element, sent } = await place(doubtful(), { inline: true });
    expect(root(element).querySelector('dialog')).to.equal(null);
    find(element, '#warnings > label input').click();
    await settled(element);
    await press(element, 'Complete run');
    expect(sent).to.have.length(1);
    expect(shown(element)).to.contain('The run is complete');
  });

  it('R73: closes for another person, who finds nothing of it', async () => {
    const { element, session, adapter } = await place(doubtful());
    await press(element, 'Complete run');
    type(element, 'from the lead');
    const other = createRunSession({
      adapter,
      runId: session.runId,
      person: technician.id,
      run: session.run!,
    });
    open.push(other);
    element.session = other;
    await settled(element);
    expect(dialogOf(element).open).to.equal(false);
    expect(root(element).querySelector('textarea')).to.equal(null);
  });
});

describe('completion-review, a run that ends otherwise', () => {
  const items = (element: CompletionReview): HTMLElement[] => [
    ...root(element).querySelectorAll<HTMLElement>('[role=menuitem]'),
  ];
  const texts = (element: CompletionReview): string[] => items(element).map((one) => one.textContent.trim());

  /** Its forms come after it. */
  async function asked(element: CompletionReview, row: string): Promise<HTMLDialogElement> {
    root(element).querySelector<HTMLElement>('.menu-button')!.focus();
    items(element)
      .find((one) => one.textContent.trim() === row)!
      .click();
    await import('../../src/elements/completion-review/end-forms.js');
    await settled(element);
    return root(element).querySelector<HTMLDialogElement>('dialog.command-form')!;
  }

  it('R18: failing the run is an act of its own, for who may', async () => {
    const { element } = await place(ready());
    expect(texts(element)).to.deep.equal(['Fail run', 'Cancel run']);
    const { element: other } = await place(ready(), { person: technician.id });
    expect(texts(other)).to.deep.equal([]);
    const { element: inline } = await place(ready(), { inline: true });
    expect(texts(inline)).to.deep.equal(['Fail run', 'Cancel run']);
  });

  it('R18, R25: asks why, says what it means, and shows who did it and when', async () => {
    const run = ready();
    const { element, session, sent } = await place({
      ...run,
      steps: run.steps.map((one, index) =>
        index === 0
          ? {
              ...one,
              status: 'in-progress' as const,
              labor: [{ id: 'l', personId: technician.id, in: '2026-11-12T16:00:00.000Z' }],
            }
          : one,
      ),
    });
    const form = await asked(element, 'Fail run');
    expect(form.open).to.equal(true);
    expect(form.textContent).to.contain('Everybody is checked out of every step.');
    await expectAccessible(element);
    form.querySelector<HTMLElement>('.primary')!.click();
    await settled(element);
    expect(form.textContent).to.contain('Fill this in first.');
    expect(sent).to.deep.equal([]);
    const area = form.querySelector('textarea')!;
    area.value = 'The rim is cracked';
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
    form.querySelector<HTMLElement>('.primary')!.click();
    await settled(element);
    expect(session.run!.status).to.equal('failed');
    expect(session.run!.steps[0]!.labor.every(({ out }) => out !== undefined)).to.equal(true);
    expect(shown(element))
      .to.contain('The run has failed')
      .and.contain('The rim is cracked')
      .and.contain('Mei Tanaka');
    expect(root(element).activeElement?.classList.contains('ended'), 'the menu has gone').to.equal(true);
    expect(items(element)).to.deep.equal([]);
    await expectAccessible(element);
  });

  it('cancels the run, and leaves it as it is where that is taken back', async () => {
    const { element, session, sent } = await place(ready());
    const form = await asked(element, 'Cancel run');
    [...form.querySelectorAll('button')].find((one) => one.textContent.trim() === 'Cancel')!.click();
    await settled(element);
    expect(sent).to.deep.equal([]);
    const again = await asked(element, 'Cancel run');
    const area = again.querySelector('textarea')!;
    area.value = 'Order taken back';
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
    again.querySelector<HTMLElement>('.primary')!.click();
    await settled(element);
    expect(session.run!.status).to.equal('canceled');
    expect(shown(element)).to.contain('The run was canceled').and.contain('Order taken back');
  });

  it('a run that ended elsewhere is shown as it ended, in place too', async () => {
    const ended = { reason: 'Cracked', by: 'somebody-who-left', at: '2026-11-12T17:00:00.000Z' };
    const { element } = await place({ ...ready(), status: 'failed', ended }, { inline: true });
    expect(shown(element)).to.contain('The run has failed').and.contain('somebody-who-left');
    const { element: bare } = await place({ ...ready(), status: 'canceled' });
    expect(shown(bare)).to.contain('The run was canceled');
    expect(root(bare).querySelector('[part=button]') === null).to.equal(true);
  });
});
