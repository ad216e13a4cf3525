// The life of a step in run-step: what its menu offers to whom, what is asked, how the step looks afterwards, what is said.
import { expect } from 'chai';
import type { Adapter } from '../../src/adapters/adapter.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { define } from '../../src/define.js';
import type { CommandRequest } from '../../src/domain/command.js';
import type { Id, Issue, Policy, Run, Step } from '../../src/domain/run.js';
import { RunStep } from '../../src/elements/run-step/run-step.js';
import { createRunSession, type RunSession } from '../../src/session.js';
import { roverPeople, roverRun } from '../../src/testing/index.js';
import { expectAccessible } from '../support/axe.js';

define();
// On a page that has nothing else of ours: what is asked is asked by the step itself.
customElements.define(
  'alone-run-step',
  class extends RunStep {
    static override prefix = 'alone-';
  },
);

const { technician, lead, qualityEngineer, customer } = roverPeople;
const at = '2026-11-20T15:25:00.000Z';
const stepId = 'drill-wheels';

let session: RunSession;
let others: RunSession;
let element: RunStep;

/** The rover run at work at its first step. */
function runWith(change: Partial<Step> = {}, more: Partial<Run> = {}): Run {
  const run = roverRun();
  const labor = [{ id: 'labor-1', personId: technician.id, in: at }];
  return {
    ...run,
    status: 'in-progress',
    ...more,
    steps: run.steps.map((step) =>
      step.id === stepId ? { ...step, status: 'in-progress', startedAt: at, labor, ...change } : step,
    ),
  };
}

const failure = { reason: 'The drill walked', by: technician.id, at };
const failedRun = (
  policy: Partial<Policy> = {},
  issues: readonly Issue[] = [],
  more: Partial<Step> = {},
): Run =>
  runWith(
    {
      status: 'failed',
      labor: [],
      policy,
      failures: [{ ...failure, ...(issues[0] && { issueId: issues[0].id }) }],
      ...more,
    },
    { issues },
  );

const issue: Issue = {
  id: 'issue-1',
  number: 'ISS-1',
  title: 'Hole 2 broke out',
  status: 'pending',
  links: [stepId],
  by: technician.id,
  at,
};

/** The step as one person sees it, and a session in which somebody else acts. */
async function show(
  run: Run,
  {
    person = technician.id,
    other = lead.id,
    step = stepId,
    named = true,
  }: { person?: Id; other?: Id; step?: Id; named?: boolean } = {},
): Promise<void> {
  const adapter: Adapter = memoryAdapter({ runs: [run] });
  session = createRunSession({ adapter, runId: run.id, person, run });
  others = createRunSession({ adapter, runId: run.id, person: other, run });
  await until(() => session.status === 'ready' && others.status === 'ready');
  element = Object.assign(new (customElements.get('alone-run-step') as typeof RunStep)(), {
    lang: 'en',
    session,
    ...(named && { stepId: step }),
  });
  document.body.append(element);
  await until(() => root().querySelector('h2'));
}

/** Waits until something is there; rendering, parts that load and answers come in tasks of their own. */
async function until<T>(what: () => T | undefined | null | false): Promise<T> {
  for (let tries = 0; tries < 400; tries += 1) {
    const found = what();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`never: ${what.toString()}`);
}

const root = (): ShadowRoot => element.shadowRoot!;
const text = (of: Element | null | undefined): string => of?.textContent.replace(/\s+/g, ' ').trim() ?? '';
const items = (): readonly string[] =>
  [...root().querySelectorAll('[role=menuitem]')].map((item) => text(item));
const button = (name: string, within = ''): HTMLElement | undefined =>
  [...root().querySelectorAll<HTMLElement>(`${within} button`)].find(
    (one) => (one.getAttribute('aria-label') ?? text(one)) === name,
  );
const band = (): HTMLElement | null => root().querySelector('[part=state]');
const said = (): string => root().querySelector('[role=status]')!.textContent;
const step = (): Step => session.run!.steps.find(({ id }) => id === stepId)!;

/** Picks a row of the menu, as a pointer does. */
async function pick(row: string): Promise<void> {
  const item = await until(() =>
    [...root().querySelectorAll<HTMLElement>('[role=menuitem]')].find((one) => text(one) === row),
  );
  root().querySelector<HTMLElement>('.menu-button')!.focus();
  item.click();
}

const inDialog = async <E extends HTMLElement>(selector: string): Promise<E> => {
  await until(() => root().querySelector<HTMLDialogElement>('dialog')?.open);
  return await until(() => root().querySelector<E>(`dialog ${selector}`));
};
async function write(selector: string, value: string): Promise<void> {
  const input = await inDialog<HTMLInputElement>(selector);
  input.value = value;
  input.dispatchEvent(new Event(input.localName === 'select' ? 'change' : 'input', { bubbles: true }));
  await element.updateComplete;
}
async function send(): Promise<void> {
  (await inDialog('.primary')).click();
  await until(() => !root().querySelector('dialog'));
}

afterEach(() => {
  element.remove();
  session.stop();
  others.stop();
});

describe('the menu of a step', () => {
  const say = ['Comment', 'Open an issue'];
  const runs: Readonly<Record<string, Run>> = {
    todo: runWith({ status: 'todo', labor: [] }),
    'in-progress': runWith(),
    hold: runWith({ status: 'hold', labor: [] }),
    redline: runWith({ status: 'redline', labor: [] }),
    failed: failedRun(),
    canceled: runWith({ status: 'canceled', labor: [] }),
    complete: runWith({ status: 'complete', labor: [] }),
    unknown: runWith({ status: 'unknown', reported: 'Parked', labor: [] }),
    'complete run': runWith({ status: 'complete', labor: [] }, { status: 'complete' }),
  };
  const offered: Readonly<Record<string, readonly [technician: readonly string[], lead: readonly string[]]>> =
    {
      todo: [
        [...say, 'Put on hold'],
        [...say, 'Put on hold', 'Cancel step'],
      ],
      'in-progress': [
        [...say, 'Put on hold', 'Fail step'],
        [...say, 'Put on hold', 'Fail step', 'Cancel step'],
      ],
      hold: [
        [...say, 'Resume step'],
        [...say, 'Resume step', 'Cancel step'],
      ],
      redline: [say, say],
      failed: [say, [...say, 'Reopen step']],
      canceled: [say, [...say, 'Restore step']],
      complete: [say, [...say, 'Reopen step']],
      unknown: [[], []],
      'complete run': [[], []],
    };
  for (const [status, [mine, leads]] of Object.entries(offered)) {
    it(`R2, R13, R17: holds what status and permission allow: ${status}`, async () => {
      await show(runs[status]!);
      expect(items()).to.deep.equal(mine);
      element.remove();
      session.stop();
      others.stop();
      await show(runs[status]!, { person: lead.id });
      expect(items()).to.deep.equal(leads);
    });
  }

  it('R67: is not there for who may only sign', async () => {
    await show(runWith(), { person: customer.id });
    expect(root().querySelector('.menu-button') === null).to.equal(true);
  });

  it('groups what belongs together, the dangerous last', async () => {
    await show(runWith(), { person: lead.id });
    expect(root().querySelectorAll('[role=separator]').length).to.equal(2);
    expect([...root().querySelectorAll('[role=menuitem].danger')].map((one) => text(one))).to.deep.equal([
      'Fail step',
      'Cancel step',
    ]);
  });

  for (const [rework, rows] of [
    ['reopen', ['Reopen step']],
    ['duplicate', ['Repeat step']],
    ['both', ['Reopen step', 'Repeat step']],
  ] as const) {
    it(`R19: shows only the way of rework that the procedure allows: ${rework}`, async () => {
      await show(failedRun({ rework }), { person: lead.id });
      expect(items().filter((row) => /Reopen|Repeat/.test(row))).to.deep.equal(rows);
      await until(band);
      expect([...band()!.querySelectorAll('.actions button')].map((one) => text(one))).to.deep.equal(rows);
    });
  }
});

describe('holding a step', () => {
  it('R3, R10, R94: takes a reason and a comment, checks everybody out, and is seen at once', async () => {
    await show(runWith());
    await pick('Put on hold');
    (await inDialog('input[value=waiting-for-part]')).click();
    await write('textarea', 'Blanks come at ten');
    await expectAccessible(element);
    await send();
    expect(step()).to.include({ status: 'hold', commentCount: 1 });
    expect(step().labor.every(({ out }) => out !== undefined)).to.equal(true);
    await until(band);
    expect(text(band())).to.contain('On hold: Waiting for a part').and.contain('Blanks come at ten');
    await until(() => /Amara Osei, since .* 0 sec|\d sec/.test(text(band())));
    expect(band()!.classList.contains('hold')).to.equal(true);
    expect(getComputedStyle(band()!).backgroundColor).to.equal('rgb(247, 201, 46)');
    expect(text(root().querySelector('header .status'))).to.equal('On hold');
    await expectAccessible(element);
  });

  it('R94: takes the organization’s own word as a reason', async () => {
    await show(runWith());
    await pick('Put on hold');
    (await inDialog('input[value=other]')).click();
    await write('input[type=text]', 'Power is out');
    await send();
    expect(step().hold?.reason).to.equal('Power is out');
    await until(band);
    expect(text(band())).to.contain('On hold: Power is out');
  });

  it("R94: offers the organization's reasons by their names, and one's own words only where it says so", async () => {
    const holdReasons = [{ value: 'oven', label: 'The oven is taken' }, { value: 'end-of-shift' }];
    const run = runWith();
    await show({ ...run, policy: { ...run.policy, holdReasons } });
    await pick('Put on hold');
    const oven = await inDialog<HTMLInputElement>('input[value=oven]');
    const offered = [...root().querySelectorAll('dialog .card')].map((card) => text(card));
    expect(offered).to.deep.equal(['The oven is taken', 'End of shift']);
    oven.click();
    await send();
    expect(step().hold?.reason).to.equal('oven');
    await until(band);
    expect(text(band())).to.contain('On hold: The oven is taken');
    await until(() => said().includes('The oven is taken.'));
  });

  it('R94: says for how long', async () => {
    const hold = {
      reason: 'end-of-shift',
      by: lead.id,
      at: new Date(Date.now() - 65 * 60_000).toISOString(),
    };
    await show(runWith({ status: 'hold', labor: [], hold }));
    await until(() => text(band()).includes('1 hr 5 min'));
  });

  it('is resumed by the main button, and nobody is checked in by that', async () => {
    await show(runWith({ status: 'hold', labor: [], hold: { reason: 'other', by: lead.id, at } }));
    const resume = await until(() => button('Resume step', '.bar .actions >'));
    expect(resume.classList.contains('primary')).to.equal(true);
    resume.click();
    await until(() => step().status === 'in-progress' && button('Check in'));
    expect(step().labor).to.deep.equal([]);
    expect(band() === null).to.equal(true);
  });
});

describe('failing a step', () => {
  it('R3, R14, R15: takes words and an issue, and leaves the run in progress', async () => {
    await show(runWith({}, { issues: [issue] }));
    await pick('Fail step');
    (await inDialog('.primary')).click();
    await until(() => text(root().querySelector('dialog')).includes('Fill this in first.'));
    await write('textarea', 'The drill walked');
    await write('select', 'issue-1');
    await send();
    expect(step().status).to.equal('failed');
    expect(step().failures?.at(-1)).to.include({ reason: 'The drill walked', issueId: 'issue-1' });
    expect(session.run!.status).to.equal('in-progress');
    await until(band);
    expect(text(band()))
      .to.contain('The drill walked')
      .and.contain('Amara Osei')
      .and.contain('ISS-1 Hole 2 broke out · Pending')
      .and.contain('Mei Tanaka can reopen it.');
    expect(getComputedStyle(band()!).backgroundColor).to.equal('rgb(140, 17, 20)');
    await expectAccessible(element);
  });

  it('leads to its issue, or asks the page for it', async () => {
    await show(failedRun({}, [issue]));
    const asked: string[] = [];
    element.addEventListener('locate-requested', ({ targetId }) => asked.push(targetId));
    (await until(() => button('Go to issue ISS-1'))).click();
    expect(asked).to.deep.equal(['issue-1']);
  });

  it('R16, R19: is reopened with a reason', async () => {
    await show(failedRun(), { person: lead.id });
    (await until(() => button('Reopen step', '.band'))).click();
    await write('textarea', 'New blank');
    await send();
    expect(step().status).to.equal('todo');
    await until(() => said().includes('1 Drill the drive wheels: To do. New blank'));
    await until(() => /^Reopened ?New blank ?Mei Tanaka, /.test(text(band())));
    await expectAccessible(element);
    await others.execute({ type: 'start-step', stepId });
    expect(text(band()), 'while it is worked on again').to.contain('New blank');
    await others.execute({ type: 'cancel-step', stepId, reason: 'Bought' });
    await until(() => text(band()).includes('Bought'));
    await others.execute({ type: 'restore-step', stepId });
    await until(() => text(band()).includes('New blank'));
  });

  it('R19: is repeated once, and the repetition is shown next', async () => {
    await show(failedRun({ rework: 'duplicate' }), { person: lead.id, named: false, step: '' });
    await until(() => text(root().querySelector('h2')) !== '');
    element.stepId = stepId;
    (await until(() => button('Repeat step', '.band'))).click();
    await send();
    const copy = session.run!.steps.find(({ duplicateOf }) => duplicateOf === stepId)!;
    await until(() => text(band()).includes('Repeated as'));
    expect(text(band())).to.contain('1b Drill the drive wheels · To do');
    expect(items()).not.to.include('Repeat step');
    await until(() => said().includes('1 Drill the drive wheels is repeated as 1b Drill the drive wheels.'));
    element.stepId = copy.id;
    await until(() => text(root().querySelector('.origin')).includes('Second try of'));
    expect(text(root().querySelector('.origin'))).to.contain('1 Drill the drive wheels · Failed');
    await expectAccessible(element);
  });

  it('R22: where no step is named, the repetition comes to be worked on', async () => {
    await show(runWith({ policy: { rework: 'duplicate' } }), { named: false });
    await until(() => text(root().querySelector('h2')) === '1 Drill the drive wheels');
    await others.execute({ type: 'fail-step', stepId, reason: 'The drill walked' });
    await until(() => band());
    await others.execute({ type: 'duplicate-step', stepId });
    await until(() => text(root().querySelector('h2')) === '1b Drill the drive wheels');
  });

  it('says by what it is settled, and asks for no rework then', async () => {
    await show(failedRun({}, [{ ...issue, status: 'resolved', disposition: 'use-as-is' }]), {
      person: lead.id,
    });
    await until(band);
    expect(text(band())).to.contain('Settled as use as is by ISS-1');
    expect(band()!.querySelector('.actions') === null).to.equal(true);
  });

  it('says that it failed before', async () => {
    await show(failedRun({}, [], { failures: [failure, { ...failure, reason: 'Again' }] }));
    await until(band);
    expect(text(band())).to.contain('Failed for the second time').and.contain('Again');
  });
});

describe('canceling and restoring a step', () => {
  it('R10, R17: takes a reason, shows it dark grey, and brings it back', async () => {
    await show(runWith(), { person: lead.id });
    await pick('Cancel step');
    await write('textarea', 'Wheels came drilled');
    await send();
    expect(step().status).to.equal('canceled');
    await until(band);
    expect(text(band())).to.contain('Canceled').and.contain('Wheels came drilled');
    expect(text(band())).to.contain(`${lead.name}, `);
    expect(getComputedStyle(band()!).backgroundColor).to.equal('rgb(69, 78, 84)');
    (await until(() => button('Restore step', '.band'))).click();
    await until(() => step().status === 'todo');
    await until(() => band() === null);
  });

  it('a step that is complete is reopened with a reason', async () => {
    await show(runWith({ status: 'complete', labor: [] }), { person: lead.id });
    await pick('Reopen step');
    await write('textarea', 'Measured with the wrong gauge');
    await send();
    expect(step().status).to.equal('todo');
  });
});

describe('how a step stands', () => {
  it('R10: a redline is light red, and says that the step stands still', async () => {
    const run = runWith(
      { status: 'redline', labor: [] },
      {
        redlines: [
          {
            id: 'r',
            stepId,
            title: 'Center-punch first',
            status: 'open',
            by: technician.id,
            at,
            changes: [],
          },
        ],
      },
    );
    await show(run);
    await until(band);
    expect(text(band())).to.contain('In redline: Center-punch first').and.contain('Amara Osei');
    expect(getComputedStyle(band()!).backgroundColor).to.equal('rgb(251, 185, 178)');
    await expectAccessible(element);
  });

  it('R9: a status that is not known is named, and only read', async () => {
    await show(runWith({ status: 'unknown', reported: 'Parked', labor: [] }), { person: lead.id });
    await until(band);
    expect(text(band())).to.contain('Unknown status: Parked');
    expect(root().querySelectorAll('.bar .actions > button:not(.menu-button)').length).to.equal(0);
  });

  it('a backend that keeps no reason is told as far as it goes', async () => {
    await show(runWith({ status: 'hold', labor: [] }));
    await until(band);
    expect(text(band())).to.equal('On hold');
  });

  it('a step of a run that has failed says so', async () => {
    await show(runWith({}, { status: 'failed', ended: { reason: 'Fell off the bench', by: lead.id, at } }));
    await until(band);
    expect(text(band())).to.contain('The run has failed').and.contain('Fell off the bench');
    expect(items()).to.deep.equal([]);
  });

  it('has no band while it is simply worked on', async () => {
    await show(runWith());
    expect(band() === null).to.equal(true);
  });
});

describe('what is said of a step', () => {
  const redline = {
    type: 'propose-redline',
    stepId,
    title: 'Center-punch first',
    changes: [{ change: 'instructions', to: ['Center-punch.'] }],
  } as const;
  const script: readonly (readonly [request: CommandRequest, line: string])[] = [
    [{ type: 'start-step', stepId }, 'In progress, by Mei Tanaka.'],
    [
      { type: 'hold-step', stepId, reason: 'waiting-for-tool', comment: 'Reamer' },
      'On hold, by Mei Tanaka. Waiting for a tool. Reamer',
    ],
    [{ type: 'resume-step', stepId }, 'In progress, by Mei Tanaka.'],
    [{ type: 'fail-step', stepId, reason: 'Oval' }, 'Failed, by Mei Tanaka. Oval'],
    [{ type: 'reopen-step', stepId, reason: 'New blank' }, 'To do, by Mei Tanaka. New blank'],
    [{ type: 'cancel-step', stepId, reason: 'Not needed' }, 'Canceled, by Mei Tanaka. Not needed'],
    [{ type: 'restore-step', stepId }, 'To do, by Mei Tanaka.'],
    [redline, 'Redline, by Mei Tanaka. Center-punch first'],
  ];
  it('R25: every transition, with who did it and why, also when it was somebody else', async () => {
    const run = runWith({ status: 'todo', labor: [], fields: [], requirements: [] });
    const people = run.people.map((one) =>
      one.id === lead.id
        ? { ...one, permissions: [...one.permissions, 'create-redline' as const, 'update-redline' as const] }
        : one,
    );
    await show({ ...run, people });
    for (const [request, line] of script) {
      const answer = await others.execute(request);
      expect(answer, JSON.stringify(answer)).not.to.have.property('refused');
      await until(() => said().includes(`1 Drill the drive wheels: ${line}`));
    }
    const redlineId = session.run!.redlines[0]!.id;
    await others.execute({ type: 'approve-redline', stepId, redlineId, comment: 'Good' });
    await until(() => said().includes('Redline “Center-punch first” approved, by Mei Tanaka. Good'));
    await others.execute({ type: 'fail-run', reason: 'Fell off the bench' });
    await until(() => said().includes('The run has failed. Fell off the bench'));
  });

  it('R14: what was done in a dialog is said once, and not before the dialog has let it be heard', async () => {
    await show(runWith());
    const heard: (readonly [text: string, behind: boolean])[] = [];
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes)
          heard.push([node.textContent ?? '', root().querySelector('dialog:modal') !== null]);
    }).observe(root().querySelector('[role=status]')!, { childList: true });
    await pick('Put on hold');
    (await inDialog<HTMLInputElement>('[value=waiting-for-tool]')).click();
    await write('textarea', 'Reamer');
    await send();
    await until(() => heard.length > 0);
    await others.execute({ type: 'resume-step', stepId });
    await until(() => said().includes('In progress'));
    expect(heard).to.deep.equal([
      ['1 Drill the drive wheels: On hold. Waiting for a tool. Reamer', false],
      ['1 Drill the drive wheels: In progress, by Mei Tanaka.', false],
    ]);
  });

  it('R41: evidence that was attached or removed', async () => {
    await show(runWith());
    const file = { id: 'file-1', name: 'weld.pdf', type: 'application/pdf', size: 81_000 };
    await session.execute({ type: 'attach-file', stepId, file, caption: 'The weld' });
    await until(() => said().includes('The weld attached'));
    const { id } = step().evidence![0]!;
    await session.execute({ type: 'remove-file', stepId, targetId: id, reason: 'Blurred' });
    await until(() => said().includes('The weld removed'));
  });

  it('R24: a step that its start has upgraded is shown as it is now', async () => {
    const run = runWith({ status: 'todo', labor: [] });
    const memory = memoryAdapter({ runs: [run] });
    const adapter: Adapter = {
      ...memory,
      async execute(command, options) {
        const answer = await memory.execute(command, options);
        if (command.type !== 'start-step' || !('events' in answer)) return answer;
        const last = answer.events.at(-1)!;
        const now = (await memory.load(run.id)).steps.find(({ id }) => id === stepId)!;
        return {
          ...answer,
          events: [
            ...answer.events,
            {
              v: 1,
              id: 'upgrade',
              runId: run.id,
              commandId: last.commandId,
              by: last.by,
              at: last.at,
              sequence: last.sequence + 1,
              type: 'step-read',
              stepId,
              step: {
                ...now,
                title: 'Drill and ream the drive wheels',
                instructions: ['Ream to 8 H7.'],
                fields: now.fields.slice(0, 1),
              },
            },
          ],
        };
      },
      watch: undefined!,
    };
    await show(run);
    element.session = createRunSession({ adapter, runId: run.id, person: technician.id, run });
    session.stop();
    session = element.session;
    await until(() => session.status === 'ready');
    (await until(() => button('Start and check in'))).click();
    await until(() => text(root().querySelector('h2')).includes('Drill and ream the drive wheels'));
    expect(text(root().querySelector('.instructions'))).to.equal('Ream to 8 H7.');
    expect(root().querySelectorAll('.fields > *').length).to.equal(1);
  });
});

describe('a quality engineer at a step', () => {
  it('R86: proposes a redline only where the page can show one', async () => {
    await show(runWith(), { person: qualityEngineer.id });
    expect(session.may('propose-redline', { stepId })).to.equal(true);
    expect(items()).not.to.include('Propose a redline');
  });
});
