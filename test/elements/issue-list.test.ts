import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { AdapterFault, type Adapter } from '../../src/adapters/adapter.js';
import { define } from '../../src/define.js';
import type { CommandRequest } from '../../src/domain/command.js';
import type { Issue, Person, Policy, Run, Step } from '../../src/domain/run.js';
import type { IssueList } from '../../src/elements/issue-list/issue-list.js';
import { addLanguage } from '../../src/messages/registry.js';
import { roverPeople } from '../../src/testing/rover-people.js';
import { number, part, step as stepOf } from '../../src/testing/seed.js';
import { expectAccessible } from '../support/axe.js';
import { benchOf, runOf, shownText, stepId, until, type Bench } from '../support/fields.js';

define();

const { technician, qualityEngineer, lead, customer } = roverPeople;
const at = '2026-11-20T09:00:00.000Z';
const issue = (more: Partial<Issue> = {}, count = 1): Issue => ({
  id: `i${count}`,
  number: `ISS-${count}`,
  title: 'Burr at the corner',
  status: 'pending',
  links: [stepId],
  by: technician.id,
  at,
  ...more,
});
const installed = {
  id: 'installed',
  unitId: 'unit',
  partNumber: 'M-1',
  serial: 'SN-7',
  quantity: '1',
  by: technician.id,
  at,
  how: 'picked',
} as const;

interface Given {
  issues?: readonly Issue[];
  person?: Person;
  policy?: Partial<Policy>;
  step?: Partial<Step>;
  others?: readonly Step[];
  change?: Partial<Adapter>;
  whole?: boolean;
}

let element: IssueList;
let bench: Bench;
let located: string[] = [];
const root = (): ShadowRoot => element.shadowRoot!;
const nameOf = (one: Element): string =>
  (one.getAttribute('aria-label') ?? one.textContent).replace(/\s+/g, ' ').trim();
const named = (name: string): HTMLButtonElement | undefined =>
  [...root().querySelectorAll('button')].find((one) => nameOf(one) === name);
const buttons = (): readonly string[] => [...root().querySelectorAll('.body > .actions button')].map(nameOf);
async function press(name: string): Promise<void> {
  await until(() => named(name));
  named(name)!.focus();
  named(name)!.click();
  await element.updateComplete;
}
const dialog = (): HTMLDialogElement | null => root().querySelector('dialog[open]');
const inDialog = (name: string): HTMLButtonElement =>
  [...dialog()!.querySelectorAll('button')].find((one) => nameOf(one) === name)!;
const card = (name: string): HTMLInputElement =>
  [...dialog()!.querySelectorAll<HTMLElement>('.card')]
    .find((one) => one.textContent.trim().startsWith(name))!
    .querySelector('input')!;
const issues = (): readonly Issue[] => bench.session.run!.issues;
const give = (request: CommandRequest): Promise<unknown> => bench.session.execute(request);

function runWith({ issues: given = [], policy, step = {}, others = [] }: Given): Run {
  const run = runOf([number('gap', 'Flange gap', 'mm', { max: '0.3' })], policy);
  const requirements = [{ ...part('motor', 'serial', '1', 'M-1', 'Drive motor'), installs: [installed] }];
  return {
    ...run,
    issues: given,
    steps: [...run.steps.map((one) => ({ ...one, requirements, ...step })), ...others],
  };
}

async function show(given: Given = {}): Promise<void> {
  bench = benchOf(runWith(given), {
    person: given.person ?? lead,
    ...(given.change && { change: given.change }),
  });
  await until(() => bench.session.status === 'ready');
  element = Object.assign(document.createElement('issue-list'), {
    lang: 'en',
    session: bench.session,
    ...(!given.whole && { stepId }),
  });
  located = [];
  element.addEventListener('locate-requested', ({ targetId }) => located.push(targetId));
  document.body.append(element);
  await until(() => root().querySelector('section'));
}

describe('issue-list', () => {
  afterEach(() => element.remove());

  it('R89, R90: shows number, title, status and disposition, what is open first, and opened who and when', async () => {
    await show({
      issues: [
        issue({ status: 'resolved', disposition: 'use-as-is', title: 'Scratch' }, 1),
        issue({ status: 'in-review', disposition: 'rework' }, 2),
      ],
    });
    const rows = [...root().querySelectorAll('summary')].map((one) =>
      one.textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(rows).to.deep.equal([
      'ISS-2 Burr at the corner In review Rework',
      'ISS-1 Scratch Resolved Use as is',
    ]);
    expect(root().querySelectorAll('summary .badge svg').length).to.equal(2);
    expect(shownText(element)).to.contain('Opened by Amara Osei');
    await expectAccessible(element);
  });

  it('R89: asks for a disposition with what follows from it, and takes the one that is chosen', async () => {
    await show({ issues: [issue()], person: qualityEngineer });
    await press('Choose disposition: ISS-1');
    expect(dialog()!.textContent).to.contain('the run can be failed');
    card('Rework').click();
    inDialog('Choose').click();
    await until(() => issues()[0]!.disposition === 'rework' && !dialog());
    expect(issues()[0]!.status).to.equal('pending');
    expect(shownText(element)).to.contain('Rework');
    expect(root().activeElement?.isConnected).to.equal(true);
  });

  it("R89: offers the organization's dispositions by their names", async () => {
    const dispositions = [{ value: 'vendor', label: 'Return to vendor', hint: 'It goes back.' }];
    await show({ issues: [issue()], policy: { dispositions } });
    await press('Choose disposition: ISS-1');
    expect([...dialog()!.querySelectorAll('.card')].length).to.equal(1);
    card('Return to vendor').click();
    inDialog('Choose').click();
    await until(() => issues()[0]!.disposition === 'vendor');
    await until(() => root().querySelector('[part=disposition]')?.textContent === 'Return to vendor');
  });

  it('R90: leaving pending needs a disposition, which is said at the button before it is pressed', async () => {
    await show({ issues: [issue()] });
    const start = named('Move to in progress: ISS-1')!;
    expect(start.getAttribute('aria-disabled')).to.equal('true');
    const why = root().getElementById(start.getAttribute('aria-describedby')!)!;
    expect(why.textContent).to.equal('Choose a disposition first.');
    start.click();
    await element.updateComplete;
    expect(issues()[0]!.status).to.equal('pending');
    expect(bench.events).to.deep.equal([]);
  });

  it('R90: goes from pending over in progress and in review to resolved, and the focus stays at what comes next', async () => {
    await show({ issues: [issue({ disposition: 'use-as-is' })] });
    for (const [name, status] of [
      ['Move to in progress', 'in-progress'],
      ['Send to review', 'in-review'],
      ['Resolve', 'resolved'],
    ] as const) {
      await press(`${name}: ISS-1`);
      await until(() => issues()[0]!.status === status);
      await element.updateComplete;
      expect(root().activeElement).not.to.equal(null);
    }
    expect(buttons()).to.deep.equal(['Reopen: ISS-1']);
  });

  it('R90: an act keeps its place while the issue goes on, so that a second press does nothing else', async () => {
    await show({ issues: [issue()] });
    const places = async (): Promise<string[]> => {
      await element.updateComplete;
      return buttons().map((name) => name.replace(': ISS-1', ''));
    };
    const base = { issueId: 'i1' };
    expect(await places()).to.deep.equal(['Choose disposition', 'Move to in progress', 'Link']);
    await give({ type: 'disposition-issue', ...base, disposition: 'use-as-is' });
    expect(await places()).to.deep.equal(['Change disposition', 'Move to in progress', 'Link']);
    await give({ type: 'advance-issue', ...base });
    expect(await places()).to.deep.equal(['Change disposition', 'Send to review', 'Link']);
    await give({ type: 'advance-issue', ...base });
    expect(await places()).to.deep.equal(['Change disposition', 'Resolve', 'Link', 'Return']);
  });

  it('R90: is returned from review and reopened, with a reason that must be given', async () => {
    await show({ issues: [issue({ disposition: 'use-as-is', status: 'in-review' })] });
    await press('Return: ISS-1');
    inDialog('Return').click();
    await until(() => dialog()!.textContent.includes('Fill this in first.'));
    await sendKeys({ type: 'Measured with the wrong gauge' });
    inDialog('Return').click();
    await until(() => issues()[0]!.status === 'in-progress');
    expect(bench.events.at(-1)).to.include({ reason: 'Measured with the wrong gauge' });
    await give({ type: 'advance-issue', issueId: 'i1' });
    await give({ type: 'resolve-issue', issueId: 'i1' });
    await press('Reopen: ISS-1');
    await sendKeys({ type: 'Seen again' });
    inDialog('Reopen').click();
    await until(() => issues()[0]!.status === 'in-progress');
  });

  it('another disposition makes it pending again, and that is said before', async () => {
    await show({ issues: [issue({ disposition: 'rework', status: 'in-progress' })] });
    await press('Change disposition: ISS-1');
    expect(dialog()!.textContent).to.contain('pending again');
    expect(card('Rework').checked).to.equal(true);
    card('Scrap').click();
    inDialog('Choose').click();
    await until(() => issues()[0]!.status === 'pending');
  });

  // Saying ----------------------------------------------------------------------------------------------------

  const said = (list: Element = element): string[] =>
    [...list.shadowRoot!.querySelectorAll('[role=status] p')].map((line) => line.textContent);

  it('R90: how an issue stands is said whenever that changes, with its disposition and the reason', async () => {
    await show({ issues: [issue()] });
    const base = { issueId: 'i1' };
    await give({ type: 'disposition-issue', ...base, disposition: 'use-as-is' });
    expect(said()).to.deep.equal(['ISS-1: Pending, Use as is.']);
    for (const [name, line] of [
      ['Move to in progress', 'ISS-1: In progress.'],
      ['Send to review', 'ISS-1: In review.'],
      ['Resolve', 'ISS-1: Resolved.'],
    ] as const) {
      await press(`${name}: ISS-1`);
      await until(() => said().at(-1) === line);
    }
    await give({ type: 'reopen-issue', ...base, reason: 'Seen again' });
    expect(said().at(-1)).to.equal('ISS-1: In progress. Seen again');
  });

  it('R90: what was done in a dialog is said when the dialog has gone', async () => {
    await show({ issues: [issue({ disposition: 'use-as-is', status: 'in-review' })] });
    const heard: (readonly [text: string, behind: boolean])[] = [];
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes)
          heard.push([node.textContent ?? '', root().querySelector('dialog:modal') !== null]);
    }).observe(root().querySelector('[role=status]')!, { childList: true });
    await press('Return: ISS-1');
    await sendKeys({ type: 'Wrong gauge' });
    inDialog('Return').click();
    await until(() => heard.length > 0);
    expect(heard).to.deep.equal([['ISS-1: In progress. Wrong gauge', false]]);
  });

  it('R90: in a dialog of the page it is said at once', async () => {
    await show({ issues: [issue({ disposition: 'use-as-is' })] });
    const outer = document.createElement('dialog');
    document.body.append(outer);
    outer.append(element);
    outer.showModal();
    await press('Move to in progress: ISS-1');
    await until(() => said().includes('ISS-1: In progress.'));
    outer.remove();
  });

  it('R90: of two lists of an issue one says it, and not one that is hidden', async () => {
    await show({ issues: [issue({ disposition: 'use-as-is' })] });
    const whole = Object.assign(document.createElement('issue-list'), { lang: 'en', session: bench.session });
    document.body.append(whole);
    await until(() => whole.shadowRoot!.querySelector('[role=status]'));
    await give({ type: 'advance-issue', issueId: 'i1' });
    expect([...said(), ...said(whole)]).to.deep.equal(['ISS-1: In progress.']);
    element.hidden = true;
    await give({ type: 'advance-issue', issueId: 'i1' });
    expect(said(whole)).to.deep.equal(['ISS-1: In review.']);
    await bench.session.execute({ type: 'open-issue', title: 'Scratch', links: ['run'] });
    expect(said(whole).at(-1)).to.match(/: Pending\.$/);
    whole.remove();
  });

  // Opening ---------------------------------------------------------------------------------------------------

  it('R89: open() asks for one against the step, and takes no room before', async () => {
    await show({ person: technician });
    expect(getComputedStyle(element).display).to.equal('none');
    element.open();
    await until(dialog);
    expect(card('This step').checked).to.equal(true);
    await sendKeys({ type: 'Burr at hole 4' });
    inDialog('Open issue').click();
    await until(() => issues().length === 1 && !dialog());
    expect(issues()[0]).to.deep.include({ title: 'Burr at hole 4', links: [stepId] });
    await until(() => root().activeElement?.localName === 'summary');
    expect(getComputedStyle(element).display).not.to.equal('none');
  });

  it('R89: against a field, a requirement or an installed part, which is preselected', async () => {
    await show({ person: technician });
    for (const [target, name] of [
      ['gap', 'Flange gap'],
      ['motor', 'Drive motor'],
      ['installed', 'Drive motor · SN-7'],
    ] as const) {
      element.open(target);
      await until(dialog);
      const chosen = dialog()!.querySelector<HTMLInputElement>('input:checked')!;
      expect(chosen.closest('label')!.textContent.trim()).to.equal(name);
      await sendKeys({ type: `About ${name}` });
      inDialog('Open issue').click();
      await until(() => issues().at(-1)?.links.includes(target) && !dialog());
    }
    expect(issues().length).to.equal(3);
  });

  it('R89: where much is in a step, it is searched', async () => {
    const fields = Array.from({ length: 200 }, (_, at) => number(`f${at}`, `Hole ${at}`, 'mm', {}));
    await show({ person: technician, step: { fields } });
    element.open();
    await until(dialog);
    expect(dialog()!.querySelectorAll('.card').length).to.equal(6);
    dialog()!.querySelector<HTMLInputElement>('[type=search]')!.focus();
    await sendKeys({ type: 'hole 137' });
    await until(() => dialog()!.textContent.includes('Hole 137'));
    card('Hole 137').click();
    await until(() => card('Hole 137').checked);
    root().getElementById('form-title')?.closest('form')!.querySelector('textarea')!.focus();
    await sendKeys({ type: 'Oval' });
    inDialog('Open issue').click();
    await until(() => issues().length === 1);
    expect(issues()[0]!.links).to.deep.equal(['f137']);
  });

  it('what was typed is there again after Escape and after a refusal, which says why', async () => {
    let refuses = true;
    await show({ person: technician });
    const { execute } = bench.adapter;
    bench.adapter.execute = (command, options) =>
      refuses
        ? Promise.resolve({ refused: 'rule', detail: { message: 'Not on this shift' } })
        : execute(command, options);
    element.open();
    await until(dialog);
    await sendKeys({ type: 'Burr' });
    await sendKeys({ press: 'Escape' });
    await until(() => !dialog());
    element.open();
    await until(dialog);
    expect(dialog()!.querySelector('textarea')!.value).to.equal('Burr');
    inDialog('Open issue').click();
    await until(() => dialog()!.textContent.includes('Not on this shift'));
    refuses = false;
    inDialog('Open issue').click();
    await until(() => issues().length === 1);
  });

  // What it concerns ------------------------------------------------------------------------------------------

  it('R92: each thing that it concerns is a way there, and asks the page where nothing shows it', async () => {
    await show({ issues: [issue({ links: ['gap', 'installed', 'gone'] })] });
    let led = 0;
    const stop = bench.session.onReveal('gap', () => led++);
    await press('Flange gap');
    expect(led).to.equal(1);
    expect(located).to.deep.equal([]);
    stop();
    await press('Drive motor · SN-7');
    expect(located).to.deep.equal(['motor']);
    expect(shownText(element)).to.contain('gone (not in this run)');
  });

  it('R89: is linked to something else in the run', async () => {
    const others = [stepOf('next', 'Close the lid', {})];
    await show({ issues: [issue()], person: technician, others });
    await press('Link: ISS-1');
    dialog()!.querySelector<HTMLInputElement>('[type=search]')?.focus();
    await until(() => dialog()!.textContent.includes('Close the lid'));
    card('2 Close the lid').click();
    inDialog('Link').click();
    await until(() => issues()[0]!.links.includes('next'));
    await until(() => named('2 Close the lid'));
  });

  it('R100: whoever names an issue is led to it, opened, with the focus on it', async () => {
    await show({ issues: Array.from({ length: 30 }, (_, at) => issue({}, at + 1)) });
    expect(root().querySelectorAll('details[open]').length).to.equal(0);
    expect(bench.session.reveal('i1')).to.equal(true);
    await until(() => root().activeElement?.textContent.includes('ISS-1 '));
    expect(root().querySelectorAll('details[open]').length).to.equal(1);
    element.remove();
    expect(bench.session.reveal('i1')).to.equal(false);
  });

  // What follows ----------------------------------------------------------------------------------------------

  const failed = {
    status: 'failed',
    failures: [{ reason: 'Oval', issueId: 'i1', by: 'lead', at }],
    labor: [],
  } as const;
  const rework = issue({ status: 'in-progress', disposition: 'rework' });

  it('R19, R89: after rework the step is reopened or repeated, as the procedure says', async () => {
    for (const [policy, ways] of [
      ['reopen', ['Reopen the step']],
      ['duplicate', ['Repeat the step']],
      ['both', ['Reopen the step', 'Repeat the step']],
    ] as const) {
      await show({ issues: [rework], step: failed, policy: { rework: policy } });
      expect([...root().querySelectorAll('.offer button')].map(nameOf)).to.deep.equal(ways);
      if (policy !== 'both') element.remove();
    }
    await press('Repeat the step');
    expect(dialog()!.textContent).to.contain('Repeat 1 Measure?');
    inDialog('Repeat the step').click();
    await until(() => bench.session.run!.steps.length === 2 && !dialog());
    expect(root().querySelector('.offer')).to.equal(null);
  });

  it('R16, R89: reopening for rework gives the issue as the reason', async () => {
    await show({ issues: [rework], step: failed });
    await press('Reopen the step');
    expect(dialog()!.querySelector('textarea')!.value).to.equal('ISS-1 Burr at the corner');
    inDialog('Reopen the step').click();
    await until(() => bench.session.run!.steps[0]!.status === 'todo');
    expect(bench.events.at(-1)).to.include({ reason: 'ISS-1 Burr at the corner' });
    await until(() => !root().querySelector('.offer'));
  });

  it('R18, R89: after scrap the run can be failed, by who may manage it', async () => {
    const scrap = issue({ status: 'in-progress', disposition: 'scrap' });
    await show({ issues: [scrap], step: failed, person: qualityEngineer });
    expect(root().querySelector('.offer')).to.equal(null);
    element.remove();
    await show({ issues: [scrap], step: failed });
    await press('Fail the run');
    inDialog('Fail the run').click();
    await until(() => bench.session.run!.status === 'failed');
    await until(() => buttons().length === 0 && !dialog());
  });

  it('R89: rework of what was complete before the issue can be reopened; what was done since needs nothing', async () => {
    const complete = { status: 'complete', labor: [], completedAt: '2026-11-20T08:30:00.000Z' } as const;
    await show({ issues: [rework], step: complete, policy: { rework: 'both' } });
    expect([...root().querySelectorAll('.offer button')].map(nameOf)).to.deep.equal(['Reopen the step']);
    element.remove();
    await show({ issues: [rework], step: { ...complete, completedAt: '2026-11-20T09:30:00.000Z' } });
    expect(root().querySelector('.offer')).to.equal(null);
  });

  it('R91: when its issue leaves pending, the redline is closed, its step is to do, and the view follows', async () => {
    await show({ issues: [issue({ disposition: 'use-as-is' })], person: { ...qualityEngineer, id: 'lead' } });
    const before = bench.session;
    element.remove();
    // A redline asked for by the issue keeps the step still.
    const run: Run = {
      ...runWith({ issues: [issue({ disposition: 'use-as-is' })] }),
      redlines: [
        {
          id: 'red',
          stepId,
          title: 'Other limit',
          status: 'open',
          issueId: 'i1',
          before: 'in-progress',
          changes: [],
        },
      ],
    };
    before.stop();
    bench = benchOf(
      { ...run, steps: run.steps.map((one) => ({ ...one, status: 'redline' })) },
      { person: lead },
    );
    const view = Object.assign(document.createElement('run-step'), {
      lang: 'en',
      session: bench.session,
      stepId,
    });
    document.body.append(view);
    const list = (): IssueList | null => view.shadowRoot!.querySelector('issue-list');
    await until(() => list()?.shadowRoot?.querySelector('.next'));
    expect(view.shadowRoot!.querySelector('[part=status]')!.textContent).to.contain('Redline');
    element = list()!;
    await press('Move to in progress: ISS-1');
    await until(() => view.shadowRoot!.querySelector('[part=status]')!.textContent.includes('To do'));
    expect(bench.session.run!.redlines[0]!.closed).not.to.equal(undefined);
    view.remove();
  });

  // Who, how many, and what goes wrong --------------------------------------------------------------------------

  it('R90: who may not decide sees who may, and nothing to press', async () => {
    await show({ issues: [issue()], person: customer });
    expect(buttons()).to.deep.equal([]);
    expect(named('Open an issue')).to.equal(undefined);
    expect(shownText(element)).to.contain('Decided by Jonas Lindqvist or Mei Tanaka');
  });

  it('R90: a status that is not known is shown as it is called, read-only', async () => {
    await show({ issues: [issue({ status: 'unknown', reported: 'Escalated' })] });
    expect(shownText(element)).to.contain('Unknown: Escalated');
    expect(buttons()).to.deep.equal([]);
  });

  it('a refusal and a fault are told at the issue, and are tried again or dismissed', async () => {
    let answer: () => ReturnType<Adapter['execute']> = () =>
      Promise.resolve({ refused: 'rule', detail: { message: 'The customer has to agree first.' } });
    await show({
      issues: [issue({ status: 'in-review', disposition: 'use-as-is' })],
      change: { execute: () => answer() },
    });
    await press('Resolve: ISS-1');
    await until(() => shownText(element).includes('The customer has to agree first.'));
    await press('Dismiss');
    await until(() => !root().querySelector('[role=alert]'));
    answer = () => Promise.reject(new AdapterFault('offline'));
    await press('Resolve: ISS-1');
    await until(() => named('Try again'));
    expect(issues()[0]!.status).to.equal('in-review');
    await expectAccessible(element);
  });

  it('many are searched and filtered, and come in parts', async () => {
    const many = Array.from({ length: 60 }, (_, at) =>
      issue({ title: `Scratch ${at + 1}`, status: at % 3 === 0 ? 'resolved' : 'pending' }, at + 1),
    );
    await show({ issues: many, whole: true });
    const count = (): number => root().querySelectorAll('.issue').length;
    expect(count()).to.equal(20);
    await press('40 more');
    expect(count()).to.equal(60);
    expect(root().activeElement!.localName).to.equal('summary');
    const search = root().querySelector<HTMLInputElement>('[type=search]')!;
    search.focus();
    await sendKeys({ type: 'iss-5' });
    await until(() => count() === 11);
    const select = root().querySelector('select')!;
    select.value = 'settled';
    select.dispatchEvent(new Event('change'));
    await until(() => count() === 3);
    search.focus();
    await sendKeys({ type: ' nothing of the kind' });
    await until(() => shownText(element).includes('No issue fits.'));
    await expectAccessible(element);
  });

  it('a thousand do not hold up the page', async () => {
    const many = Array.from({ length: 1000 }, (_, at) => issue({ title: `Scratch ${at + 1}` }, at + 1));
    const begun = performance.now();
    await show({ issues: many, whole: true });
    expect(root().querySelectorAll('.issue').length).to.equal(20);
    expect(performance.now() - begun).to.be.below(2000);
  });

  it('speaks German, and reads from right to left', async () => {
    const { de } = await import('../../src/messages/de.js');
    addLanguage('de', de);
    await show({ issues: [issue({ disposition: 'scrap' })] });
    element.lang = 'de';
    element.dir = 'rtl';
    element.requestUpdate();
    await until(() => shownText(element).includes('Ausschuss'));
    expect(named('In Arbeit nehmen: ISS-1')).not.to.equal(undefined);
    await expectAccessible(element);
  });
});
