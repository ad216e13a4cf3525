import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Adapter, Identification } from '../../src/adapters/adapter.js';
import { pinsAndBadges } from '../../src/adapters/identify.js';
import { memoryAdapter, type MemoryAdapterOptions } from '../../src/adapters/memory.js';
import { define } from '../../src/define.js';
import type { Run, SignoffField as Field } from '../../src/domain/run.js';
import { routerOf } from '../../src/scan/router.js';
import { createRunSession } from '../../src/session.js';
import { roverPeople, roverRun } from '../../src/testing/rover.js';
import { afterwards, placed } from '../support/placed.js';

define();

const stepId = 'board-test';
const fieldId = 'board-review';
const { technician, qualityEngineer, lead } = roverPeople;

const identities = pinsAndBadges([
  { person: technician.id, pin: '1111', badge: 'BADGE-T' },
  { person: qualityEngineer.id, pin: '2468', badge: 'BADGE-Q' },
  { person: lead.id, pin: '3333' },
]);

/** The board test, which the technician works on. */
function started(people: Run['people'] = roverRun().people): Run {
  const run = roverRun();
  const steps = run.steps.map((step) =>
    step.id === stepId
      ? {
          ...step,
          status: 'in-progress' as const,
          upstream: [],
          labor: [{ id: 'labor-1', personId: technician.id, in: '2026-11-20T15:00:00.000Z' }],
        }
      : step,
  );
  return { ...run, people, status: 'in-progress', steps };
}

async function place({
  person = technician.id,
  run = started(),
  field = fieldId,
  ...options
}: { person?: string; run?: Run; field?: string } & MemoryAdapterOptions = {}) {
  const adapter: Adapter = memoryAdapter({ ...identities, runs: [run], ...options });
  const session = createRunSession({ adapter, runId: run.id, person, run });
  const element = Object.assign(document.createElement('signoff-field'), { fieldId: field });
  const shown = await placed(element, session);
  const { root, shows, button } = shown;
  const pin = (): HTMLInputElement | null => root.querySelector('#pin');
  return {
    ...shown,
    adapter,
    pin,
    async ask(name = 'Approve') {
      button(name)!.focus();
      button(name)!.click();
      await shows('Who signs?');
    },
    async enter(digits: string) {
      pin()!.value = digits;
      pin()!.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      pin()!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
      await element.updateComplete;
    },
    decisions: () => (session.target(field) as { field: Field }).field.decisions,
  };
}

describe('signoff-field: who signs', () => {
  it('R67, R73: whoever works hands the device over, another person signs by PIN, and the first goes on working', async () => {
    const { session, ask, enter, shows, text, decisions, root, pin, element } = await place();
    const labor = session.run!.steps.map((step) => step.labor);
    expect(text()).to.contain('Expecting approval by: Quality engineer').and.not.to.contain('Signing as');
    await ask();
    expect(element.matches(':state(identifying)')).to.equal(true);
    expect(text()).to.contain('Jonas Lindqvist');
    expect(root.activeElement).to.equal(pin());
    expect([pin()!.type, pin()!.inputMode, pin()!.autocomplete]).to.deep.equal([
      'password',
      'numeric',
      'off',
    ]);
    await enter('2468');
    await shows('Approved by Jonas Lindqvist, Quality engineer');
    expect(text()).to.contain('Signed with PIN');
    expect(text()).to.contain('Signed by Jonas Lindqvist. Amara Osei goes on working.');
    expect(decisions()[0]).to.include({ by: qualityEngineer.id, role: 'Quality engineer' });
    expect(session.person).to.equal(technician.id);
    expect(session.run!.steps.map((step) => step.labor)).to.deep.equal(labor);
    expect(root.querySelector('.identify')).to.equal(null);
  });

  it('R67: that the first goes on working is told until something else happens at the sign-off', async () => {
    const { ask, enter, shows, text, button } = await place();
    await ask();
    await enter('2468');
    await shows('Amara Osei goes on working.');
    button('Reject')!.click();
    await shows('Say why you reject');
    expect(text()).not.to.contain('goes on working');
    button('Cancel')!.click();
    await shows(() => button('Reject')?.classList.contains('quiet'));
    expect(text()).not.to.contain('goes on working');
  });

  it('R67: who may not sign themselves is not called to it by the primary action', async () => {
    const { button } = await place();
    expect(button('Approve')!.classList.contains('primary')).to.equal(false);
  });

  it('R73: a wrong PIN is told in words, the attempt is kept, and the PIN is entered anew', async () => {
    const { ask, enter, shows, root, pin, decisions } = await place();
    await ask();
    await enter('1234');
    await shows('The system does not know this badge or PIN. Try again');
    expect(pin()!.value).to.equal('');
    await shows(() => root.activeElement === pin());
    expect(decisions()).to.deep.equal([]);
    await enter('2468');
    await shows('Approved by Jonas Lindqvist');
  });

  it('R67: by keys one passes over a person to the next, and the PIN is asked of the one who was chosen', async () => {
    const people = roverRun().people.map((one) =>
      one.id === lead.id ? { ...one, roles: [...one.roles, 'Quality engineer'] } : one,
    );
    const { ask, shows, root, pin } = await place({ run: started(people) });
    await ask();
    const choice = (): HTMLSelectElement => root.querySelector('#whom')!;
    await shows(() => root.activeElement === choice());
    await sendKeys({ press: 'ArrowDown' });
    expect(root.activeElement).to.equal(choice());
    await sendKeys({ press: 'ArrowDown' });
    expect([choice().value, root.activeElement]).to.deep.equal([lead.id, choice()]);
    await sendKeys({ press: 'Tab' });
    expect(root.activeElement).to.equal(pin());
  });

  it('R73: an empty PIN asks for one, and nothing is sent', async () => {
    const { ask, enter, shows, pin } = await place();
    await ask();
    await enter('');
    await shows('Enter your PIN');
    expect(pin()!.getAttribute('aria-invalid')).to.equal('true');
  });

  it('R73: after five wrong PINs it says to wait', async () => {
    const { ask, enter, shows, pin } = await place();
    await ask();
    for (let count = 0; count < 6; count++) {
      await enter(`9${count}`);
      await shows(() => !pin()!.readOnly);
    }
    await shows('There were too many wrong tries. Wait a minute');
  });

  it('R73: while it is asked a scan is a badge, wherever the focus is, and goes to nothing else', async () => {
    const { ask, shows, decisions, element } = await place();
    const heard: string[] = [];
    const other = document.body.appendChild(document.createElement('input'));
    const part = { element: other, takes: () => true, take: (text: string) => heard.push(text) > 0 };
    const page = (event: Event): unknown => heard.push(event.type);
    document.addEventListener('scan-received', page);
    afterwards(
      routerOf(document).join(part),
      () => other.remove(),
      () => document.removeEventListener('scan-received', page),
    );
    await ask();
    other.focus();
    expect(routerOf(document).give('BADGE-Q')).to.equal(true);
    await shows('Approved by Jonas Lindqvist');
    expect(decisions()).to.have.lengthOf(1);
    expect(heard).to.deep.equal([]);
    await element.updateComplete;
    routerOf(document).give('SN-1');
    expect(heard, 'and then a scan is a scan again').to.deep.equal(['SN-1']);
  });

  it('R67, R73: the badge of a person who may not sign is told so, and nothing is sent', async () => {
    const { ask, shows, decisions, text } = await place();
    await ask();
    routerOf(document).give('BADGE-T');
    await shows('Only Quality engineer may sign here. Ask Jonas Lindqvist.');
    expect(text()).to.contain('Who signs?');
    expect(decisions()).to.deep.equal([]);
  });

  it('R73: Escape goes back, a rejection with its comment as it was', async () => {
    const { ask, element, root, shows, button, enter, decisions } = await place();
    await ask();
    root.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await shows(() => root.activeElement?.textContent?.trim() === 'Approve');
    button('Reject')!.click();
    await shows(() => root.querySelector('textarea'));
    const area = root.querySelector('textarea')!;
    area.value = 'Loose';
    area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await ask('Reject');
    expect(root.querySelector('textarea')!.readOnly).to.equal(true);
    root.querySelector('#pin')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await shows(() => !root.querySelector('.identify'));
    expect(root.querySelector('textarea')!.value).to.equal('Loose');
    await ask('Reject');
    await enter('2468');
    await shows('Rejected by Jonas Lindqvist');
    expect(decisions()[0]).to.include({ decision: 'reject', comment: 'Loose', by: qualityEngineer.id });
    expect(element.matches(':state(rejected)')).to.equal(true);
  });

  it('R69, R73: only those are offered who may sign: not whoever worked, and whoever works first if they may', async () => {
    const second = { ...qualityEngineer, id: 'second', name: 'Second Pair' };
    const run = started([...roverRun().people, second]);
    const { ask, root } = await place({ run, person: 'second' });
    await ask();
    const list = root.querySelector<HTMLSelectElement>('#whom')!;
    const offered = [...list.options].map(({ text }) => text);
    expect(offered).to.deep.equal(['Choose a person', 'Jonas Lindqvist', 'Second Pair']);
    expect(list.value).to.equal('second');
    expect(root.activeElement?.id).to.equal('pin');
  });

  it('R73: with several to choose from it asks who, before the PIN', async () => {
    const run = started([...roverRun().people, { ...qualityEngineer, id: 'second', name: 'Second Pair' }]);
    const { ask, root, shows, button } = await place({ run });
    await ask();
    expect(root.activeElement?.id).to.equal('whom');
    button('Approve')!.click();
    await shows('Choose who you are');
  });

  it('R73: the page’s own way: asked for exactly this command, canceled while it waits', async () => {
    const asked: unknown[] = [];
    let answer: (person: string | undefined) => void = () => undefined;
    const { ask, button, shows, text, decisions } = await place({
      identifies: ['host'],
      identify: (shown: Identification, command) => {
        asked.push([shown.method, command?.type, (command as { targetId?: string }).targetId]);
        return new Promise((resolve) => (answer = resolve));
      },
    });
    await ask();
    button('Confirm another way')!.click();
    await shows('Checking who you are');
    button('Cancel')!.click();
    await shows(() => !text().includes('Checking who you are'));
    answer(qualityEngineer.id);
    await new Promise((resolve) => setTimeout(resolve));
    expect(decisions(), 'nobody waits for it any more').to.deep.equal([]);
    button('Confirm another way')!.click();
    await shows('Checking who you are');
    await shows(() => asked.length === 2);
    answer(qualityEngineer.id);
    await shows('Approved by Jonas Lindqvist');
    expect(text()).to.contain('Signed after confirming another way');
    expect(asked[0]).to.deep.equal(['host', 'sign', fieldId]);
  });

  it('R73: a PIN is in no event, no draft, no record and no message of the page', async () => {
    const kept: unknown[] = [];
    const log = console.log;
    const written: unknown[] = [];
    console.log = (...all: unknown[]) => void written.push(all);
    try {
      const { ask, enter, shows, session, element, adapter } = await place();
      for (const type of ['input', 'change', 'command-requested', 'command-refused', 'run-changed'])
        element.addEventListener(type, (event) =>
          kept.push(event.type, (event as { request?: unknown }).request),
        );
      session.observe((news) => kept.push(news));
      await ask();
      await enter('97531');
      await shows('does not know this badge');
      kept.push(session.ongoing.peek('signoff', fieldId));
      await enter('2468');
      kept.push(session.ongoing.peek('signoff', fieldId));
      await shows('Approved by');
      kept.push(
        session.run,
        await adapter.history!(session.runId),
        { ...localStorage },
        { ...sessionStorage },
      );
      expect(JSON.stringify([kept, written])).not.to.match(/97531|2468/);
      expect(kept, 'nobody hears of keys').not.to.include('input');
    } finally {
      console.log = log;
    }
  });

  it('R73: without anybody asking, the session’s person signs as before', async () => {
    const { text, button } = await place({ identify: undefined });
    expect(text()).to.contain('Only Quality engineer can decide');
    expect(button('Approve')).to.equal(undefined);
  });

  it('R73: where nobody of the run may sign here it is read-only, with its reason', async () => {
    const run = started(roverRun().people.filter(({ id }) => id !== qualityEngineer.id));
    const { text, button } = await place({ run });
    expect(button('Approve')).to.equal(undefined);
    expect(text()).to.contain('Only Quality engineer can decide');
  });

  it('R70: the team that a role comes by is said', async () => {
    const run = { ...started(), gates: [{ ...started().gates[0]!, role: 'Witness' }] };
    const { text } = await place({ run, field: 'release', person: lead.id, identify: undefined });
    expect(text()).to.contain('Expecting approval by: Witness, by team Wiring witnesses');
    expect(text()).to.contain('Signing as Mei Tanaka, Witness, by team Wiring witnesses');
  });
});
