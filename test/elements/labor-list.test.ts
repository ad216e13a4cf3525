import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Adapter } from '../../src/adapters/adapter.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { define } from '../../src/define.js';
import type { CommandRequest } from '../../src/domain/command.js';
import type { Id, Labor, Person, Run } from '../../src/domain/run.js';
import type { LaborList } from '../../src/elements/labor-list/labor-list.js';
import { createRunSession, type RunSession } from '../../src/session.js';
import { roverPeople } from '../../src/testing/rover-people.js';
import { expectAccessible } from '../support/axe.js';
import { fakeClock, useClock, type FakeClock } from '../support/clock.js';
import { pressNamed, runOf, shownText, stepId, until } from '../support/fields.js';
import { open } from '../adapters/support/databases.js';

define();

const { technician, qualityEngineer, lead } = roverPeople;
const day = '2026-11-20T';
const at = (time: string): string => `${day}${time}:00.000Z`;
const worked = (personId: Id, begin: string, end?: string): Labor => ({
  id: `${personId}-${begin}`,
  personId,
  in: at(begin),
  ...(end !== undefined && { out: at(end) }),
});

const runWith = (labor: readonly Labor[], people: readonly Person[] = [], zone = 'UTC'): Run => {
  const run = runOf([]);
  return {
    ...run,
    zone,
    people: [...run.people, ...people],
    steps: run.steps.map((one) => ({ ...one, labor })),
  };
};

let clock: FakeClock;
let restore: () => void;
const sessions: RunSession[] = [];

async function sit(adapter: Adapter, person: Id): Promise<RunSession> {
  const session = createRunSession({ adapter, runId: 'run', person });
  sessions.push(session);
  await until(() => session.status === 'ready');
  return session;
}
async function show(session: RunSession): Promise<LaborList> {
  const element = Object.assign(document.createElement('labor-list'), { lang: 'en', session, stepId });
  document.body.append(element);
  const { labor } = session.run!.steps[0]!;
  await until(() => labor.length === 0 || element.shadowRoot!.querySelector('section'));
  await element.updateComplete;
  return element;
}
const memory = (run: Run): Adapter =>
  memoryAdapter({ runs: [run], now: () => new Date(clock.now()).toISOString() });

const rows = (element: LaborList): string[] =>
  [...element.shadowRoot!.querySelectorAll('.people > li')].map((row) =>
    [...row.querySelectorAll('.name, .hint, .time')]
      .map((one) => one.textContent.replace(/\s+/g, ' ').trim())
      .join(' | '),
  );
const noticeOf = (element: LaborList): string | undefined =>
  element.shadowRoot!.querySelector('.notice')?.textContent.replace(/\s+/g, ' ').trim();

describe('labor-list', () => {
  beforeEach(() => {
    clock = fakeClock(Date.parse(at('12:00')));
    restore = useClock(clock);
  });
  afterEach(() => {
    restore();
    document.body.replaceChildren();
    for (const session of sessions.splice(0)) session.stop();
  });

  it('R95: shows who is in now, one’s own time first, each person’s total and that of all', async () => {
    const labor = [
      worked(lead.id, '08:00', '09:00'),
      worked(qualityEngineer.id, '11:00'),
      worked(technician.id, '09:00', '10:30'),
      worked(technician.id, '11:45'),
    ];
    const element = await show(await sit(memory(runWith(labor)), technician.id));
    expect(rows(element)).to.deep.equal([
      'You | In since 11:45 AM · 15 min now | 1 hr 45 min',
      'Jonas Lindqvist | In since 11:00 AM | 1 hr',
      'Mei Tanaka | Checked out | 1 hr',
    ]);
    expect(shownText(element)).to.contain('2 people in now');
    expect(element.shadowRoot!.querySelector('.total')!.textContent.trim()).to.match(/Total\s+3 hr 45 min/);
  });

  it('R95: the times run by themselves, without drawing anything again', async () => {
    const element = await show(await sit(memory(runWith([worked(technician.id, '12:00')])), technician.id));
    let drawn = 0;
    const update = element.requestUpdate.bind(element);
    element.requestUpdate = (...given) => {
      drawn += 1;
      update(...given);
    };
    const time = element.shadowRoot!.querySelector('.time')!;
    expect(time.getAttribute('role')).to.equal('timer');
    expect(time.hasAttribute('aria-live')).to.equal(false);
    const seen = [time.textContent];
    for (const seconds of [1, 1, 57, 30, 29, 1]) {
      clock.pass(seconds * 1000);
      seen.push(time.textContent);
    }
    expect(seen).to.deep.equal(['0 sec', '1 sec', '2 sec', '59 sec', '1 min', '1 min', '1 min']);
    clock.pass(60_000);
    expect(time.textContent).to.equal('2 min');
    expect(drawn).to.equal(0);
  });

  it('R95: no clock ticks where nobody is in, or nobody looks', async () => {
    let timers = 0;
    const { after } = clock;
    clock.after = (...given) => {
      if (given[0] < 61_000 && given[0] >= 250) timers += 1;
      return after(...given);
    };
    const session = await sit(memory(runWith([worked(technician.id, '09:00', '10:00')])), technician.id);
    const element = await show(session);
    await element.updateComplete;
    timers = 0;
    clock.pass(600_000);
    expect(timers).to.equal(0);
    await session.execute({ type: 'check-in', stepId });
    await until(() => rows(element)[0]!.includes('In since'));
    clock.pass(10_000);
    expect(timers).to.be.greaterThan(8);
    element.remove();
    timers = 0;
    clock.pass(600_000);
    expect(timers).to.equal(0);
  });

  it('takes no room where nobody has worked yet', async () => {
    const session = await sit(memory(runWith([])), technician.id);
    const element = await show(session);
    expect(getComputedStyle(element).display).to.equal('none');
    await session.execute({ type: 'check-in', stepId });
    await until(() => getComputedStyle(element).display === 'block');
  });

  it('R95: fifty people at once: a few are listed, and all on demand', async () => {
    const crew = Array.from({ length: 50 }, (_, i) => ({
      id: `p${i}`,
      name: `Person ${i}`,
      roles: [],
      permissions: [],
    }));
    const labor = [...crew.map(({ id }) => worked(id, '10:00')), worked(technician.id, '11:00')];
    const element = await show(await sit(memory(runWith(labor, crew)), technician.id));
    expect(rows(element)).to.have.lengthOf(8);
    expect(rows(element)[0]).to.contain('You');
    expect(shownText(element)).to.contain('51 people in now');
    await pressNamed(element, 'Show all 51 people');
    await until(() => rows(element).length === 51);
    expect(element.shadowRoot!.querySelector('.total')!.textContent).to.contain('101 hr');
    restore();
    await expectAccessible(element);
  });

  it('R97: who has the permission sets times right in the time of the site, and who, why and what is told', async () => {
    const adapter = memory(runWith([worked(technician.id, '09:00', '10:00')], [], 'America/Los_Angeles'));
    const session = await sit(adapter, lead.id);
    const element = await show(session);
    element.shadowRoot!.querySelector('summary')!.click();
    await pressNamed(element, 'Set the times of Amara Osei right');
    const input = (name: string): HTMLInputElement => element.shadowRoot!.querySelector(`#input-${name}`)!;
    await until(() => input('in'));
    expect(input('in').value).to.equal('2026-11-20T01:00');
    expect(shownText(element)).to.contain('Time at the site: America/Los_Angeles');
    input('out').value = '2026-11-20T03:30';
    input('out').dispatchEvent(new Event('input'));
    input('reason').focus();
    await sendKeys({ type: 'Forgot to check out' });
    await sendKeys({ press: 'Enter' });
    await until(() => shownText(element).includes('Edited by Mei Tanaka because: Forgot to check out'));
    expect(session.run!.steps[0]!.labor[0]).to.include({ in: at('09:00'), out: at('11:30') });
    expect(element.shadowRoot!.querySelector('dialog')).to.equal(null);
    await until(() => element.shadowRoot!.activeElement);
    // One that comes later learns it from the history.
    const other = await show(await sit(adapter, qualityEngineer.id));
    other.shadowRoot!.querySelector('summary')!.click();
    await until(() => shownText(other).includes('Edited by Mei Tanaka'));
  });

  it('R97: a correction that does not fit is refused in its form, and what was entered stays', async () => {
    const session = await sit(memory(runWith([worked(technician.id, '09:00')])), lead.id);
    const element = await show(session);
    await pressNamed(element, 'Set the times of Amara Osei right');
    const input = (name: string): HTMLInputElement => element.shadowRoot!.querySelector(`#input-${name}`)!;
    await until(() => input('in'));
    for (const [name, value] of Object.entries({ out: '2026-11-20T08:00', reason: 'Wrong' })) {
      input(name).value = value;
      input(name).dispatchEvent(new Event('input'));
    }
    await pressNamed(element, 'Set right');
    await until(() => element.shadowRoot!.querySelector('dialog [role=alert]'));
    await until(() => shownText(element).includes('Check out must come after check in'));
    expect(input('out').value).to.equal('2026-11-20T08:00');
    expect(session.run!.steps[0]!.labor[0]!.out).to.equal(undefined);
  });

  it('R97: who lacks the permission sets nothing right', async () => {
    const element = await show(await sit(memory(runWith([worked(technician.id, '09:00')])), technician.id));
    expect(element.shadowRoot!.querySelector('li button')).to.equal(null);
  });

  describe('on two devices', () => {
    const stores: Readonly<Record<string, (run: Run) => readonly [Adapter, Adapter]>> = {
      'the memory adapter': (run) => {
        const adapter = memory(run);
        return [adapter, adapter];
      },
      'one IndexedDB database': (run) => {
        const first = open({ runs: [run] });
        return [first, open({ name: first.database })];
      },
    };
    // A database has its own time.
    beforeEach(() => restore());

    for (const [name, store] of Object.entries(stores)) {
      const devices = async (): Promise<{ element: LaborList; there: Adapter; here: RunSession }> => {
        const [first, there] = store(runWith([worked(technician.id, '09:00')]));
        const here = await sit(first, technician.id);
        return { element: await show(here), there, here };
      };
      const give = async (adapter: Adapter, person: Id, request: CommandRequest): Promise<unknown> => {
        const session = await sit(adapter, person);
        return session.execute(request);
      };

      it(`R98: on ${name}: what another device closes is shown at once, and said`, async () => {
        const { element, there } = await devices();
        await give(there, technician.id, { type: 'check-out', stepId });
        await until(() => noticeOf(element));
        expect(noticeOf(element)).to.equal('You were checked out of 1 Measure on another device.');
        expect(element.shadowRoot!.querySelector('[role=status] .notice')).not.to.equal(null);
        expect(rows(element)[0]).to.contain('You | Checked out');
        await expectAccessible(element);
        await pressNamed(element, 'Dismiss');
        await until(() => !noticeOf(element));
      });

      it(`R98: on ${name}: idleness is said, also to who comes back`, async () => {
        const { element, there, here } = await devices();
        await give(there, technician.id, { type: 'check-out', stepId, because: 'idle' });
        await until(() => noticeOf(element));
        expect(noticeOf(element)).to.equal('You were checked out of 1 Measure: nobody answered.');
        element.remove();
        const later = await show(here);
        expect(noticeOf(later)).to.contain('nobody answered');
        await here.execute({ type: 'check-in', stepId });
        await until(() => !noticeOf(later));
      });

      it(`R3, R4, R98: on ${name}: who put the step on hold is named; what one does oneself is not told`, async () => {
        const { element, there, here } = await devices();
        await give(there, lead.id, { type: 'hold-step', stepId, reason: 'waiting-for-part' });
        await until(() => noticeOf(element));
        expect(noticeOf(element)).to.equal('You were checked out: Mei Tanaka put 1 Measure on hold.');
        await here.execute({ type: 'resume-step', stepId });
        await here.execute({ type: 'check-in', stepId }).catch(() => undefined);
        await until(() => here.run!.steps[0]!.status !== 'hold');
        await here.execute({ type: 'start-step', stepId }).catch(() => undefined);
        await until(() => !noticeOf(element));
        await here.execute({ type: 'check-out', stepId });
        await until(() => rows(element)[0]!.includes('Checked out'));
        expect(noticeOf(element)).to.equal(undefined);
      });
    }
  });

  it('R98: labor that is gone when the run is read again is told, without a reason', async () => {
    restore();
    const adapter = memoryAdapter({ runs: [runWith([worked(technician.id, '09:00')])] });
    const deaf: Adapter = { ...adapter };
    delete deaf.watch;
    const session = await sit(deaf, technician.id);
    const element = await show(session);
    await adapter.execute(
      { v: 1, id: 'out', runId: 'run', madeAt: at('12:00'), type: 'check-out', stepId },
      { as: { person: technician.id } },
    );
    // Any refusal that tells of a change makes the session read again.
    await session.execute({ type: 'comment', stepId, text: 'Hello', base: 'an older one' });
    await session.execute({ type: 'complete-step', stepId });
    await until(() => noticeOf(element));
    expect(noticeOf(element)).to.equal('You were checked out of 1 Measure.');
  });
});
