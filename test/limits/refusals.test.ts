import { expect } from 'chai';
import type { Adapter } from '../../src/adapters/adapter.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { Refusal, RefusalCode, RefusalReason } from '../../src/domain/command.js';
import { decide, isRefusal, type CommandRequest, type Run } from '../../src/domain/index.js';
import { nameOf } from '../../src/elements/names.js';
import { de } from '../../src/messages/de.js';
import { en, type Messages } from '../../src/messages/en.js';
import type { Explanation } from '../../src/messages/explain.js';
import { createRunSession } from '../../src/session.js';
import * as seed from '../../src/testing/seed.js';
import { commandOf, having, now, runOf, step, withPolicy, working, workingOn } from '../domain/runs.js';
import { beforeSending, provoked, type Provoked } from './provoked.js';

const languages: Readonly<Record<string, Messages>> = { en, de };

/** The refusal of a command that must be refused. */
function refused({ run, request, by = 'ada', facts = {} }: Provoked): Refusal {
  const answer = decide(run, commandOf(request), { by, at: now, facts });
  if (!isRefusal(answer)) throw new Error(`not refused: ${JSON.stringify(request)}`);
  return answer;
}

/** As the elements say it. */
function explained(messages: Messages, run: Run, request: CommandRequest, refusal: Refusal): Explanation {
  const about = ('targetId' in request ? request.targetId : undefined) ?? request.stepId;
  return messages.refusal.say(refusal, {
    name: about === undefined ? run.title : nameOf(run, about),
    command: request.type,
    nameOf: (id) => nameOf(run, id),
    personName: (id) => run.people.find((person) => person.id === id)?.name ?? id,
  });
}

/** Nothing of it is empty, unfilled, or says that nobody knows. */
function expectWhole(messages: Messages, said: Explanation, names: readonly string[]): void {
  const whole = [said.what, said.why, said.next].join(' ');
  for (const part of [said.what, said.why, said.next]) {
    expect(part.trim(), whole).to.match(/\p{L}.*\.$/su);
    expect(part).to.not.match(/[{}[\]|]|undefined|null|NaN|\[object|\s{2}|“”|„“|\(\)| [.,;:!?]/);
  }
  const vague = messages.refusal.say({ refused: 'invalid', detail: { reason: 'unit-status' } }, nobody).why;
  expect(said.why).to.not.equal(vague);
  for (const name of names) expect(whole).to.contain(name);
}
const nobody = { name: 'x', nameOf: (id: string) => id };

const cases = Object.entries(provoked) as [RefusalReason, readonly Provoked[]][];

describe('refusals', () => {
  for (const [reason, all] of cases) {
    it(`${reason}: a command is refused for it, and told what, why and what to do`, () => {
      for (const one of all) {
        const refusal = refused(one);
        expect(refusal.detail?.reason, JSON.stringify(one.request)).to.equal(reason);
        for (const messages of Object.values(languages)) {
          expectWhole(messages, explained(messages, one.run, one.request, refusal), one.names);
        }
      }
    });
  }

  it('what the domain refuses is refused in the same way by a backend, and changes nothing', async () => {
    for (const { run, request, by = 'ada', facts = {} } of cases.flatMap(([, all]) => all)) {
      const backend = memoryAdapter({
        runs: [run],
        units: Object.values(facts.units ?? {}),
        tools: Object.values(facts.tools ?? {}),
        now: () => now,
      });
      const answer = await backend.execute(commandOf(request), { as: { person: by } });
      expect(answer).to.deep.equal(refused({ run, request, by, facts, names: [] }));
      expect((await backend.load(run.id)).sequence).to.equal(run.sequence);
    }
  });

  it('a number that can mean two things is told before it is sent', async () => {
    const run = workingOn({ fields: [seed.number('gap', 'Gap', 'mm', undefined)] });
    const session = createRunSession({
      adapter: memoryAdapter({ runs: [run] }),
      runId: run.id,
      person: 'ada',
    });
    await new Promise<void>((resolve) => void session.follow('', resolve));
    session.entry('gap').send({ type: 'EDIT', draft: '1,234', base: '0' });
    const read = session.draftRequest('gap', 'en');
    expect(read).to.deep.equal({ problem: beforeSending[0] });
    for (const messages of Object.values(languages)) {
      const refusal: Refusal = { refused: 'invalid', detail: { reason: beforeSending[0], message: '1,234' } };
      expectWhole(messages, messages.refusal.say(refusal, { ...nobody, name: 'Gap' }), ['Gap', '1,234']);
    }
    session.stop();
  });

  const gap = seed.number('gap', 'Gap', 'mm', { min: '0', max: '10' });
  const motor = seed.part('motor', 'serial', '1', 'M-1', 'Motor');
  const set = { type: 'set-value', stepId: 's', targetId: 'gap', value: '5' } as const;
  const install = {
    type: 'install-part',
    stepId: 's',
    targetId: 'motor',
    quantity: '1',
    unitId: 'unit',
    how: 'scanned',
  } as const;
  const facts = (partNumber: string) => ({
    units: { unit: { id: 'unit', partNumber, serial: 'SN-7', quantity: '1', status: 'available' } as const },
  });
  const parts = workingOn({ requirements: [motor] });

  /** What is refused for no further reason than its code. */
  const byCode: Readonly<Partial<Record<RefusalCode, readonly Provoked[]>>> = {
    blocked: [
      { run: workingOn({ fields: [gap] }), request: { type: 'complete-step', stepId: 's' }, names: ['Gap'] },
      {
        run: withPolicy(workingOn({ fields: [having(gap, '11')] }), { outOfRange: 'block' }),
        request: { type: 'accept-deviation', stepId: 's', targetId: 'gap', rationale: 'Fine' },
        names: ['Gap'],
      },
      {
        run: runOf([step('s', { required: false, status: 'in-progress' })]),
        request: { type: 'complete-run', acknowledged: [] },
        names: ['A run', 'Step s'],
      },
    ],
    'wrong-status': [
      { run: runOf([step('s', { fields: [gap] })]), request: set, names: ['Gap'] },
      { run: runOf([step('s', { status: 'hold', fields: [gap] })]), request: set, names: ['Gap'] },
      {
        run: runOf([step('s', { status: 'complete' })]),
        request: { type: 'start-step', stepId: 's' },
        names: ['Step s'],
      },
      {
        run: runOf([step('s', { status: 'unknown', reported: 'COOLING', fields: [gap] })]),
        request: set,
        names: ['Gap', 'COOLING'],
      },
    ],
    locked: [{ run: { ...workingOn({ fields: [gap] }), status: 'complete' }, request: set, names: ['Gap'] }],
    'wrong-part': [
      {
        run: parts,
        request: install,
        facts: facts('X-9'),
        names: ['Motor', 'X-9', 'M-1'],
      },
    ],
    'scan-required': [
      {
        run: withPolicy(parts, { requireScan: true }),
        request: { ...install, how: 'picked' as const },
        facts: facts('M-1'),
        names: ['Motor'],
      },
    ],
    stale: [
      {
        run: workingOn({ fields: [having({ ...gap, version: '7' }, '4')] }),
        request: { ...set, base: '0' },
        names: ['Gap', '5', '4', 'Ada'],
      },
      {
        run: runOf([working('s', { version: '7' })]),
        request: { type: 'complete-step', stepId: 's', base: '0' },
        names: ['Step s'],
      },
    ],
    'not-found': [
      { run: parts, request: { ...install, unitId: 'nowhere' }, names: ['Motor', 'nowhere'] },
      { run: parts, request: { ...set, targetId: 'gone' }, names: [] },
    ],
    'not-supported': [
      { run: parts, request: { type: 'acknowledge-findings', stepId: 's' }, names: ['Step s'] },
    ],
  };

  for (const [code, all] of Object.entries(byCode)) {
    it(`${code}: a command is refused for it, and told what, why and what to do`, () => {
      for (const one of all) {
        const refusal = refused(one);
        expect([refusal.refused, refusal.detail?.reason]).to.deep.equal([code, undefined]);
        for (const messages of Object.values(languages)) {
          expectWhole(messages, explained(messages, one.run, one.request, refusal), one.names);
        }
      }
    });
  }

  it('every code is met, but for the two that are a backend’s own', async () => {
    const own: Readonly<Partial<Record<RefusalCode, Refusal>>> = {
      rule: { refused: 'rule', detail: { message: 'Oven 3 is still cold.' } },
      reauthenticate: { refused: 'reauthenticate' },
    };
    const met = new Set(
      [...cases.flatMap(([, all]) => all), ...Object.values(byCode).flat()].map(
        (one) => refused(one).refused,
      ),
    );
    const codes: Readonly<Record<RefusalCode, 0>> = {
      blocked: 0,
      'not-permitted': 0,
      'wrong-status': 0,
      'wrong-part': 0,
      'not-installable': 0,
      'scan-required': 0,
      stale: 0,
      invalid: 0,
      locked: 0,
      rule: 0,
      reauthenticate: 0,
      'not-found': 0,
      'not-supported': 0,
    };
    expect([...met, ...Object.keys(own)]).to.have.members(Object.keys(codes));
    const run = workingOn({ fields: [gap] });
    for (const refusal of Object.values(own)) {
      const adapter: Adapter = { ...memoryAdapter({ runs: [run] }), execute: () => Promise.resolve(refusal) };
      const session = createRunSession({ adapter, runId: run.id, person: 'ada' });
      await new Promise<void>((resolve) => void session.follow('', resolve));
      const answer = (await session.execute(set)) as Refusal;
      for (const messages of Object.values(languages)) {
        const names = ['Gap', ...(answer.detail?.message ? [answer.detail.message] : [])];
        expectWhole(messages, explained(messages, run, set, answer), names);
      }
      session.stop();
    }
  });
});
