import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Adapter, Identification } from '../../src/adapters/adapter.js';
import { AdapterFault } from '../../src/adapters/adapter.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { define } from '../../src/define.js';
import type { CommandRequest } from '../../src/domain/command.js';
import type { Id, Labor, Policy, Run, Step } from '../../src/domain/run.js';
import type { LocateRequestedEvent, PersonSwitchedEvent } from '../../src/elements/events.js';
import type { OperatorBar } from '../../src/elements/operator-bar/operator-bar.js';
import type { RunSessionElement } from '../../src/elements/run-session/run-session.js';
import { createRunSession } from '../../src/session.js';
import { roverPeople } from '../../src/testing/rover-people.js';
import { number } from '../../src/testing/seed.js';
import { open } from '../adapters/support/databases.js';
import { expectAccessible } from '../support/axe.js';
import { fakeClock, useClock, type FakeClock } from '../support/clock.js';
import { runOf, until } from '../support/fields.js';

define();

const { technician, qualityEngineer, lead } = roverPeople;
const minute = 60_000;
const start = Date.parse('2026-11-20T12:00:00.000Z');
const labor = (personId: Id, id: string, minutes = 12): Labor => ({
  id,
  personId,
  in: new Date(start - minutes * minute).toISOString(),
});

/** Steps `a`, `b` and `c`, in progress, with this labor. */
function plant(at: Readonly<Record<Id, readonly Labor[]>> = {}, policy: Partial<Policy> = {}): Run {
  const run = runOf([number('bore', 'Bore', 'mm', undefined)], policy);
  const step = (id: Id, more: Partial<Step> = {}): Step => ({
    ...run.steps[0]!,
    id,
    title: `Step ${id}`,
    fields: id === 'a' ? run.steps[0]!.fields : [],
    labor: at[id] ?? [],
    ...more,
  });
  return { ...run, steps: ['a', 'b', 'c'].map((id) => step(id)) };
}

const pins = (adapter: Adapter): Adapter => ({
  ...adapter,
  identifies: ['badge', 'pin'],
  reauthenticate: (shown: Identification) =>
    Promise.resolve(
      shown.method === 'pin' && shown.pin === '1234'
        ? { person: shown.person, proof: 'p' }
        : shown.method === 'badge' && shown.badge.startsWith('BADGE-')
          ? { person: shown.badge.slice(6), proof: 'b' }
          : { refused: 'reauthenticate', detail: { reason: 'not-recognized' } },
    ),
});

interface Scene {
  outer: RunSessionElement;
  bar: OperatorBar;
  adapter: Adapter;
}

async function show(
  adapter: Adapter,
  person: Id = technician.id,
  inside: readonly Element[] = [],
): Promise<Scene> {
  const outer = Object.assign(document.createElement('run-session'), { adapter, runId: 'run', person });
  const bar = Object.assign(document.createElement('operator-bar'), { lang: 'en' });
  outer.append(bar, ...inside);
  document.body.append(outer);
  await until(() => bar.shadowRoot?.querySelector('.bar'));
  return { outer, bar, adapter };
}
const root = ({ bar }: Scene): ShadowRoot => bar.shadowRoot!;
const words = (element: Element | null | undefined): string =>
  element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
const named = (scene: Scene, name: string): HTMLButtonElement | undefined =>
  [...root(scene).querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? words(one)) === name || words(one) === name,
  );
async function press(scene: Scene, name: string): Promise<void> {
  await until(() => named(scene, name));
  named(scene, name)!.focus();
  named(scene, name)!.click();
}
const steps = (scene: Scene): string[] =>
  [...root(scene).querySelectorAll('.steps > li')].map((one) =>
    [...one.querySelectorAll('.name, .time')].map(words).join(' '),
  );
const memory = (run: Run): Adapter => memoryAdapter({ runs: [run] });
const give = (adapter: Adapter, person: Id, request: CommandRequest): Promise<unknown> =>
  adapter.execute(
    {
      v: 1,
      id: `${request.type}-${Math.random()}`,
      runId: 'run',
      madeAt: new Date(start).toISOString(),
      ...request,
    },
    { as: { person } },
  );
const openIn = async (adapter: Adapter, person: Id): Promise<Id[]> =>
  (await adapter.load('run')).steps.flatMap(({ id, labor: all }) =>
    all.some((one) => one.personId === person && !one.out) ? [id] : [],
  );

afterEach(() => document.body.replaceChildren());

describe('operator-bar', () => {
  it('says who works here, with their role', async () => {
    const scene = await show(memory(plant()));
    expect(words(root(scene).querySelector('.person'))).to.equal('AO Amara Osei Technician');
    expect(words(root(scene).querySelector('.at'))).to.equal('Not checked in anywhere');
    await expectAccessible(scene.bar);
  });

  it('R96: lists every step that the person is checked in to, with its running time', async () => {
    const clock = fakeClock(start);
    const restore = useClock(clock);
    try {
      const scene = await show(
        memory(
          plant({
            a: [labor(technician.id, '1', 12)],
            b: [labor(lead.id, '2')],
            c: [labor(technician.id, '3', 0)],
          }),
        ),
      );
      await until(() => steps(scene).length === 2);
      expect(steps(scene)).to.deep.equal(['1 Step a 12 min', '3 Step c 0 sec']);
      clock.pass(minute);
      expect(steps(scene)).to.deep.equal(['1 Step a 13 min', '3 Step c 1 min']);
    } finally {
      restore();
    }
  });

  it('R96: also of the other runs that are open on the page, and leads there', async () => {
    const other = { ...plant({ b: [labor(technician.id, 'x')] }), id: 'other', number: '77' };
    const session = createRunSession({
      adapter: memory(other),
      runId: 'other',
      person: technician.id,
      run: other,
    });
    const scene = await show(memory(plant({ a: [labor(technician.id, '1')] })));
    scene.bar.sessions = [session];
    await until(() => steps(scene).length === 2);
    expect(steps(scene)[1]).to.contain('2 Step b, run 77');
    const asked: LocateRequestedEvent[] = [];
    document.body.addEventListener('locate-requested', (event) => asked.push(event));
    await press(scene, 'Go to 1 Step a');
    await press(scene, 'Go to 2 Step b, run 77');
    expect(asked.map(({ stepId, runId }) => [stepId, runId])).to.deep.equal([
      ['a', undefined],
      ['b', 'other'],
    ]);
    await press(scene, 'Check out of 2 Step b, run 77');
    await until(() => steps(scene).length === 1);
    session.stop();
  });

  it('R2, R96: checks out of one step or of all, and the focus stays', async () => {
    const at = {
      a: [labor(technician.id, '1')],
      b: [labor(technician.id, '2')],
      c: [labor(technician.id, '3')],
    };
    const scene = await show(memory(plant(at)));
    await press(scene, 'Check out of 2 Step b');
    await until(() => steps(scene).length === 2);
    await until(() => root(scene).activeElement);
    await press(scene, 'Check out of all');
    await until(() => words(root(scene).querySelector('.at')) === 'Not checked in anywhere');
    expect(await openIn(scene.adapter, technician.id)).to.deep.equal([]);
    expect(root(scene).querySelector('.said')!.textContent.trim()).to.equal('');
  });

  it('tells why somebody was not checked out, and tries again', async () => {
    let isDown = true;
    const store = memory(plant({ a: [labor(technician.id, '1')] }));
    const scene = await show({
      ...store,
      execute: (...given) => (isDown ? Promise.reject(new AdapterFault('offline')) : store.execute(...given)),
    });
    await press(scene, 'Check out of 1 Step a');
    await until(() => words(root(scene).querySelector('.notice')).includes('There is no connection.'));
    await expectAccessible(scene.bar);
    isDown = false;
    await press(scene, 'Try again');
    await until(() => steps(scene).length === 0);
  });

  for (const [name, store] of Object.entries({
    'the memory adapter': (run: Run) => {
      const adapter = memory(run);
      return [adapter, adapter] as const;
    },
    'one IndexedDB database': (run: Run) => {
      const first = open({ runs: [run] });
      return [first, open({ name: first.database })] as const;
    },
  })) {
    it(`R96, R98: on ${name}: what happens on another device is shown at once, and said`, async () => {
      const [here, there] = store(plant({ a: [labor(technician.id, '1')] }));
      const scene = await show(here);
      await give(there, technician.id, { type: 'check-in', stepId: 'b' });
      await until(() => steps(scene).length === 2);
      await give(there, technician.id, { type: 'check-out', stepId: 'b', because: 'idle' });
      await until(() => words(root(scene).querySelector('.notice')).includes('2 Step b: nobody answered.'));
      await give(there, lead.id, { type: 'fail-step', stepId: 'a', reason: 'Cracked' });
      await until(() => steps(scene).length === 0);
      expect(words(root(scene).querySelector('.said'))).to.contain('Mei Tanaka failed 1 Step a.');
      await press(scene, 'Dismiss');
      await until(() => root(scene).querySelectorAll('.said .notice').length === 1);
    });
  }

  describe('switching', () => {
    it('R73: by PIN: whom the backend has recognized takes over; who worked before stays checked in and is told', async () => {
      const scene = await show(pins(memory(plant({ a: [labor(technician.id, '1')] }))));
      const switched: PersonSwitchedEvent[] = [];
      document.body.addEventListener('person-switched', (event) => switched.push(event), { once: true });
      await press(scene, 'Switch person');
      await until(() => root(scene).querySelector('dialog[open]'));
      const whom = root(scene).querySelector<HTMLSelectElement>('#whom')!;
      expect(root(scene).activeElement).to.equal(whom);
      whom.value = lead.id;
      whom.dispatchEvent(new Event('change'));
      // Typed at once it would be a badge.
      const enter = async (pin: string): Promise<void> => {
        root(scene).querySelector<HTMLInputElement>('#pin')!.value = pin;
        await sendKeys({ press: 'Enter' });
      };
      await until(() => root(scene).activeElement?.id === 'pin');
      await enter('9999');
      await until(() => words(root(scene).querySelector('.identify .notice')).includes('does not know'));
      expect(scene.outer.person).to.equal(technician.id);
      await until(() => root(scene).activeElement?.id === 'pin');
      await enter('1234');
      await until(() => words(root(scene).querySelector('.person')).includes('Mei Tanaka'));
      expect(switched[0]).to.deep.include({ person: lead.id, actor: { person: lead.id, proof: 'p' } });
      expect(scene.outer.session!.person).to.equal(lead.id);
      expect(root(scene).querySelector('dialog')).to.equal(null);
      expect(words(root(scene).querySelector('.others'))).to.contain(
        'Still checked in: Amara Osei, 1 Step a',
      );
      expect(await openIn(scene.adapter, technician.id)).to.deep.equal(['a']);
      expect(words(root(scene).querySelector('.bar'))).to.contain('Mei Tanaka works here now.');
      await until(() => root(scene).activeElement?.className.includes('switch-person'));
    });

    it('R73: by badge, wherever the focus is: the badge says who it is', async () => {
      const scene = await show(pins(memory(plant())));
      await press(scene, 'Switch person');
      await until(() => root(scene).querySelector('dialog[open] .badge-line'));
      let at = performance.now();
      for (const key of [...`BADGE-${qualityEngineer.id}`, 'Enter']) {
        const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
        Object.defineProperty(event, 'timeStamp', { value: (at += 5) });
        (root(scene).activeElement ?? document.body).dispatchEvent(event);
      }
      await until(() => words(root(scene).querySelector('.person')).includes('Jonas Lindqvist'));
      expect(scene.outer.person).to.equal(qualityEngineer.id);
    });

    it('by choosing a name, where the backend believes the session; Escape changes nothing', async () => {
      const scene = await show(memory(plant()));
      await press(scene, 'Switch person');
      await until(() => root(scene).querySelector('dialog[open]'));
      await expectAccessible(scene.bar);
      await sendKeys({ press: 'Escape' });
      await until(() => !root(scene).querySelector('dialog'));
      expect(scene.outer.person).to.equal(technician.id);
      await press(scene, 'Switch person');
      await until(() => root(scene).querySelector('dialog[open]'));
      [...root(scene).querySelectorAll<HTMLElement>('.choose button')]
        .find((one) => words(one).includes('Mei'))!
        .click();
      await until(() => words(root(scene).querySelector('.person')).includes('Mei Tanaka'));
    });

    it('a page may keep it: the person stays', async () => {
      const scene = await show(memory(plant()));
      document.body.addEventListener('person-switched', (event) => event.preventDefault(), { once: true });
      await press(scene, 'Switch person');
      await until(() => root(scene).querySelectorAll('.choose button').length > 1);
      root(scene).querySelectorAll<HTMLElement>('.choose button')[2]!.click();
      await until(() => !root(scene).querySelector('dialog'));
      await scene.outer.updateComplete;
      expect(scene.outer.person).to.equal(technician.id);
    });

    it('what the person before had typed stays theirs, and comes back with them', async () => {
      const field = Object.assign(document.createElement('measurement-field'), {
        lang: 'en',
        fieldId: 'bore',
      });
      const both = { a: [labor(technician.id, '1'), labor(lead.id, '2')] };
      const scene = await show(
        memoryAdapter({ runs: [plant(both)], tenant: `switch-${Math.random()}` }),
        technician.id,
        [field],
      );
      const input = (): HTMLInputElement => field.shadowRoot!.querySelector<HTMLInputElement>('#input')!;
      await until(() => input());
      input().focus();
      // It cannot be saved, so it stays as it was typed.
      await sendKeys({ type: 'about 12' });
      const choose = async (person: { name: string }): Promise<void> => {
        await press(scene, 'Switch person');
        await until(() => root(scene).querySelectorAll('.choose button').length > 1);
        [...root(scene).querySelectorAll<HTMLElement>('.choose button')]
          .find((one) => words(one).includes(person.name))!
          .click();
        await until(() => words(root(scene).querySelector('.person')).includes(person.name));
      };
      await choose(lead);
      await until(() => input().value === '');
      await choose(technician);
      await until(() => input().value === 'about 12');
    });
  });

  describe('idleness', () => {
    let clock: FakeClock;
    let restore: () => void;
    beforeEach(() => {
      clock = fakeClock(start);
      restore = useClock(clock);
    });
    afterEach(() => {
      document.body.replaceChildren();
      restore();
    });
    const dialog = (scene: Scene): HTMLElement | null => root(scene).querySelector('dialog.idle');
    const idle = (run: Run): Adapter =>
      memoryAdapter({ runs: [run], now: () => new Date(clock.now()).toISOString() });
    const busy = { a: [labor(technician.id, '1')], b: [labor(technician.id, '2')] };
    /** Until the question is there: what watches comes by itself. */
    async function asked(scene: Scene, minutes = 30): Promise<void> {
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
      await until(() => {
        if (!dialog(scene)) clock.pass(minutes * minute);
        return dialog(scene);
      });
    }

    it('R98: who does not answer is checked out of every step, and told', async () => {
      const scene = await show(idle(plant(busy, { idleMinutes: 30 })));
      await asked(scene);
      await until(() => root(scene).querySelector('dialog.idle[open]'));
      expect(words(dialog(scene))).to.contain('Are you still there?');
      expect(words(dialog(scene))).to.contain('Checked in to 1 Step a and 2 Step b.');
      expect(words(root(scene).activeElement)).to.equal('I am still here');
      const left = root(scene).querySelector('.left')!;
      clock.pass(20_000);
      expect(left.textContent).to.equal('40 sec');
      clock.pass(40_000);
      await until(() => words(dialog(scene)).includes('Amara Osei was checked out of 1 Step a and 2 Step b'));
      // It is heard with the button that closes it.
      const ok = root(scene).activeElement;
      expect(words(ok)).to.equal('OK');
      expect(words(root(scene).getElementById(ok!.getAttribute('aria-describedby')!))).to.contain(
        'checked out of',
      );
      expect(await openIn(scene.adapter, technician.id)).to.deep.equal([]);
      const { items } = await scene.adapter.history!('run');
      expect(items.map((event) => 'because' in event && event.because)).to.deep.equal(['idle', 'idle']);
      restore();
      await expectAccessible(scene.bar);
      await press(scene, 'OK');
      await until(() => !dialog(scene));
      expect(root(scene).querySelector('.said .notice')).to.equal(null);
    });

    for (const [what, event] of Object.entries({
      key: () => new KeyboardEvent('keydown', { key: 'x', bubbles: true, cancelable: true }),
      touch: () => new PointerEvent('pointerdown', { bubbles: true }),
    })) {
      it(`R98: a ${what} is an answer, and goes nowhere else`, async () => {
        const scene = await show(idle(plant(busy, { idleMinutes: 30 })));
        await asked(scene);
        const given = event();
        await until(() => {
          // One that comes late takes no answer in its first moment.
          clock.pass(500);
          dialog(scene)?.dispatchEvent(given);
          return !dialog(scene);
        });
        clock.pass(minute);
        expect(await openIn(scene.adapter, technician.id)).to.deep.equal(['a', 'b']);
      });
    }

    it('R98: the big button is an answer; the other one checks out now', async () => {
      const scene = await show(idle(plant(busy, { idleMinutes: 30 })));
      await asked(scene);
      await press(scene, 'I am still here');
      await until(() => !dialog(scene));
      await asked(scene);
      await press(scene, 'Check me out now');
      await until(() => steps(scene).length === 0);
      await until(() => !dialog(scene));
      const { items } = await scene.adapter.history!('run');
      expect(items.map((event) => 'because' in event && event.because)).to.deep.equal(['asked', 'asked']);
    });

    it('R98: who is still there goes on where they were', async () => {
      const input = document.createElement('input');
      const scene = await show(idle(plant(busy, { idleMinutes: 30 })), technician.id, [input]);
      input.focus();
      await asked(scene);
      await until(() => words(root(scene).activeElement) === 'I am still here');
      await press(scene, 'I am still here');
      await until(() => !dialog(scene));
      expect(document.activeElement).to.equal(input);
    });

    it('R98: is asked once, however many elements are on the page', async () => {
      const step = document.createElement('run-step');
      const scene = await show(idle(plant(busy, { idleMinutes: 30 })), technician.id, [step]);
      await asked(scene);
      await until(() => step.shadowRoot?.querySelector('.bar'));
      expect(step.shadowRoot!.querySelector('dialog.idle')).to.equal(null);
    });

    it('R98: a step with a longer time of its own stays open', async () => {
      const run = plant(busy, { idleMinutes: 30 });
      const [a, ...others] = run.steps;
      const scene = await show(idle({ ...run, steps: [{ ...a!, policy: { idleMinutes: 480 } }, ...others] }));
      await asked(scene);
      expect(words(dialog(scene))).to.contain('Checked in to 2 Step b.');
      clock.pass(minute);
      await until(() => words(dialog(scene)).includes('was checked out of 2 Step b'));
      expect(await openIn(scene.adapter, technician.id)).to.deep.equal(['a']);
    });

    it('R98: nobody is asked where no limit is set', async () => {
      const scene = await show(idle(plant(busy)));
      clock.pass(1000 * minute);
      await scene.bar.updateComplete;
      expect(dialog(scene)).to.equal(null);
    });

    it('R98: what could not be sent is told, and tried again', async () => {
      let isDown = true;
      const store = idle(plant(busy, { idleMinutes: 30 }));
      const scene = await show({
        ...store,
        execute: (...given) =>
          isDown ? Promise.reject(new AdapterFault('offline')) : store.execute(...given),
      });
      await asked(scene);
      clock.pass(minute);
      await until(() => words(dialog(scene)).includes('There is no connection.'));
      isDown = false;
      clock.pass(minute);
      await until(() => words(dialog(scene)).includes('was checked out'));
    });
  });
});
