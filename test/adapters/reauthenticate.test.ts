import { expect } from 'chai';
import type { Actor, Adapter, Identification } from '../../src/adapters/adapter.js';
import { pinsAndBadges } from '../../src/adapters/identify.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { isReceipt, isRefusal, type Command, type Refusal } from '../../src/domain/command.js';
import { readRun } from '../../src/domain/read-run.js';
import { defaultPolicy, type Person, type Run, type SignoffField } from '../../src/domain/run.js';
import { number, signoff, step } from '../../src/testing/seed.js';
import { open } from './support/databases.js';

const start = Date.parse('2026-11-20T15:00:00.000Z');
const life = 120_000;

const person = (id: string, more: Partial<Person> = {}): Person => ({
  id,
  name: id,
  roles: [],
  permissions: ['sign', 'comment'],
  ...more,
});
const role = { roles: ['Inspector'] };
/** Each with the PIN `1-` and the badge `B-` before their name; `stranger` is known to the device and not to the run. */
const people = [
  person('ines', role),
  person('igor', role),
  person('iris', role),
  person('ivo', { ...role, permissions: ['comment'] }),
  person('worker', { permissions: ['execute', 'sign', 'comment'] }),
  person('left'),
];
const identities = pinsAndBadges(
  [...people.map(({ id }) => id), 'stranger'].map((id) => ({
    person: id,
    pin: `1-${id}`,
    badge: `B-${id}`,
  })),
);

const weld = step('weld', 'Weld', {
  status: 'in-progress',
  labor: [{ id: 'l-1', personId: 'igor', in: '2026-11-20T14:00:00.000Z' }],
  evidence: [
    {
      id: 'e-1',
      file: { id: 'f-1', name: 'a.png', type: 'image/png', size: 1 },
      by: 'iris',
      at: '2026-11-20T14:01:00.000Z',
    },
  ],
  fields: [
    number('gap', 'Gap', 'mm', undefined),
    signoff('witness', 'Witnessed', 'Inspector'),
    signoff('second', 'Seen again', 'Inspector'),
    signoff('peer', 'Reviewed', 'Inspector', { peerReview: true }),
  ],
});
const runOf = (id: string): Run => ({
  v: 1,
  id,
  number: id,
  title: id,
  status: 'in-progress',
  sequence: 0,
  zone: 'UTC',
  steps: [
    weld,
    step('paint', 'Paint', { status: 'in-progress', fields: [signoff('look', 'Looked at', 'Inspector')] }),
    step('dry', 'Dry', { status: 'hold', fields: [signoff('dried', 'Dried', 'Inspector')] }),
  ],
  gates: [signoff('release', 'Released', 'Inspector')],
  issues: [],
  redlines: [],
  people,
  // Whoever left was in the team when the badge was given out.
  teams: [{ id: 'team', name: 'Inspectors', members: ['ines'], roles: ['Inspector'] }],
  policy: defaultPolicy,
  completions: [],
});

const stores = {
  'the memory adapter': memoryAdapter,
  'the IndexedDB adapter': (options: object) => open(options),
} satisfies Record<string, (options: Parameters<typeof memoryAdapter>[0] & object) => Adapter>;

/** An adapter of its own with a clock, and short ways to be recognized by it. */
class Bench {
  time = start;
  readonly adapter: Required<Pick<Adapter, 'reauthenticate'>> & Adapter;
  readonly #create: (typeof stores)[keyof typeof stores];

  constructor(create: (typeof stores)[keyof typeof stores]) {
    this.#create = create;
    this.adapter = this.#make();
  }

  #make(): Bench['adapter'] {
    const made: Adapter = this.#create({
      ...identities,
      runs: [runOf('run'), runOf('other')],
      now: () => new Date(this.time).toISOString(),
    });
    return made as Bench['adapter'];
  }

  another(): Bench {
    return new Bench(this.#create);
  }

  /** Who it is, for a command. */
  async known(who: string, command?: Command): Promise<Actor & { proof: string }> {
    const answer = await this.adapter.reauthenticate({ method: 'badge', badge: `B-${who}` }, command);
    if (isRefusal(answer)) throw new Error(`${who} is not recognized: ${JSON.stringify(answer)}`);
    return answer as Actor & { proof: string };
  }

  give(command: Command, as: Actor) {
    return this.adapter.execute(command, { as });
  }

  /** All that is recorded. */
  async record(): Promise<unknown> {
    const runs = await Promise.all(['run', 'other'].map((id) => this.adapter.load(id)));
    const events = await Promise.all(['run', 'other'].map((id) => this.adapter.history!(id)));
    return { runs, events };
  }
}

type Sign = Command<'sign'>;
const approve = (more: Partial<Sign> = {}): Sign => ({
  v: 1,
  id: 'c-1',
  type: 'sign',
  runId: 'run',
  stepId: 'weld',
  targetId: 'witness',
  decision: 'approve',
  madeAt: '2026-11-20T15:00:00.000Z',
  ...more,
});
const without = (command: Sign, key: keyof Sign): Sign => {
  const { [key]: _, ...rest } = command;
  return rest as Sign;
};
const { targetId: _target, decision: _decision, ...place } = approve();
const onHold = { ...place, stepId: 'dry' };
const note = { ...place, type: 'comment', text: 'Seen' } as Command;

/** What is tried, as what is sent in the end; before it, whatever was done to get there. */
type Attempt = (bench: Bench) => Promise<[command: Command, as: Actor]>;

/** Ines is recognized for one command, and another one is sent with her proof. */
const swapped =
  (agreed: Command, sent: Command): Attempt =>
  async (bench) => [sent, await bench.known('ines', agreed)];

/** Her proof is sent as something else. */
const retold =
  (tell: (proof: string) => unknown): Attempt =>
  async (bench) => {
    const { person: who, proof } = await bench.known('ines', approve());
    return [approve(), { person: who, proof: tell(proof) as string }];
  };

/** Somebody else is named with her proof. */
const renamed =
  (name: unknown): Attempt =>
  async (bench) => [approve(), { ...(await bench.known('ines', approve())), person: name as string }];

/** Sent when so much time has passed. */
const later =
  (milliseconds: number): Attempt =>
  async (bench) => {
    const as = await bench.known('ines', approve());
    bench.time += milliseconds;
    return [approve(), as];
  };

/** The proof fits, and the rules are the rules. */
const proven =
  (who: string, command: Command): Attempt =>
  async (bench) => [command, await bench.known(who, command)];

const proofRefused = 'reauthenticate: proof-refused';
const attempts: readonly (readonly [what: string, expected: string, attempt: Attempt])[] = [
  // Another command than was agreed to.
  ['another command id', proofRefused, swapped(approve(), approve({ id: 'c-2' }))],
  ['the command id in upper case', proofRefused, swapped(approve(), approve({ id: 'C-1' }))],
  ['another target', proofRefused, swapped(approve(), approve({ targetId: 'second' }))],
  ['another step', proofRefused, swapped(approve(), approve({ stepId: 'paint', targetId: 'look' }))],
  ['the step left out', proofRefused, swapped(approve(), without(approve(), 'stepId'))],
  [
    'a gate instead of a step',
    proofRefused,
    swapped(approve(), without(approve({ targetId: 'release' }), 'stepId')),
  ],
  ['another run', proofRefused, swapped(approve(), approve({ runId: 'other' }))],
  [
    'reject, agreed to approve',
    proofRefused,
    swapped(approve(), approve({ decision: 'reject', comment: 'No' })),
  ],
  [
    'approve, agreed to reject',
    proofRefused,
    swapped(approve({ decision: 'reject', comment: 'No' }), approve()),
  ],
  ['a comment added', proofRefused, swapped(approve(), approve({ comment: 'And more' }))],
  ['another comment', proofRefused, swapped(approve({ comment: 'One' }), approve({ comment: 'Two' }))],
  ['the comment taken away', proofRefused, swapped(approve({ comment: 'If tight' }), approve())],
  [
    'a blank after the comment',
    proofRefused,
    swapped(approve({ comment: 'One' }), approve({ comment: 'One ' })),
  ],
  ['another base', proofRefused, swapped(approve({ base: '0' }), approve({ base: '1' }))],
  ['a base added', proofRefused, swapped(approve(), approve({ base: '0' }))],
  ['the base taken away', proofRefused, swapped(approve({ base: 'before' }), approve())],
  ['something unknown added', proofRefused, swapped(approve(), { ...approve(), meaning: 'All' } as Sign)],
  ['a text for a number', proofRefused, swapped(approve(), { ...approve(), v: '1' } as unknown as Sign)],
  ['what was agreed to is a comment', proofRefused, swapped(note, approve())],
  ['what was agreed to is nothing yet', proofRefused, swapped({} as Command, approve())],
  // Another text than was given.
  ['truncated', proofRefused, retold((proof) => proof.slice(0, -1))],
  ['without its first character', proofRefused, retold((proof) => proof.slice(1))],
  ['one character more', proofRefused, retold((proof) => `${proof}0`)],
  ['in upper case', proofRefused, retold((proof) => `A${proof}`.toUpperCase())],
  ['with a blank', proofRefused, retold((proof) => ` ${proof}`)],
  ['reversed', proofRefused, retold((proof) => `${proof}x`.split('').reverse().join(''))],
  ['empty', proofRefused, retold(() => '')],
  ['the person’s id', proofRefused, retold(() => 'ines')],
  ['the command’s id', proofRefused, retold(() => 'c-1')],
  ['the PIN', proofRefused, retold(() => '1-ines')],
  ['null', proofRefused, retold(() => null)],
  ['a number', proofRefused, retold(() => 0)],
  ['true', proofRefused, retold(() => true)],
  ['an object', proofRefused, retold((proof) => ({ toString: () => proof }))],
  ['a list with the proof', proofRefused, retold((proof) => [proof])],
  ['a boxed text', proofRefused, retold((proof) => Object(proof) as unknown)],
  ['the name of a prototype', proofRefused, retold(() => '__proto__')],
  ['the name of a constructor', proofRefused, retold(() => 'constructor')],
  ['none at all', 'reauthenticate', retold(() => undefined)],
  // Another person than was recognized.
  ['another inspector is named', proofRefused, renamed('igor')],
  ['whoever works is named', proofRefused, renamed('worker')],
  ['the name in upper case', proofRefused, renamed('INES')],
  ['nobody is named', proofRefused, renamed(undefined)],
  ['a list with the name', proofRefused, renamed(['ines'])],
  ['a prototype is named', proofRefused, renamed('__proto__')],
  [
    'the proof of another person',
    proofRefused,
    async (bench) => [approve(), { ...(await bench.known('igor', approve())), person: 'ines' }],
  ],
  [
    'the proof of taking over the device',
    proofRefused,
    async (bench) => [approve(), await bench.known('ines')],
  ],
  [
    'the proof that another adapter gave',
    proofRefused,
    async (bench) => [approve(), await bench.another().known('ines', approve())],
  ],
  // Another time than it is good for.
  ['expired by a millisecond', proofRefused, later(life + 1)],
  ['expired by a day', proofRefused, later(86_400_000)],
  ['from before it was given', proofRefused, later(-1)],
  [
    'used already, for another command',
    proofRefused,
    async (bench) => {
      const as = await bench.known('ines', approve());
      await bench.give(approve(), as);
      return [approve({ id: 'c-2' }), as];
    },
  ],
  [
    'used already, for the other decision under the same id',
    proofRefused,
    async (bench) => {
      const as = await bench.known('ines', approve());
      await bench.give(approve(), as);
      return [approve({ decision: 'reject', comment: 'No' }), as];
    },
  ],
  [
    'what was recorded with a proof, sent again without one',
    'reauthenticate',
    async (bench) => {
      await bench.give(approve(), await bench.known('ines', approve()));
      return [approve(), { person: 'ines' }];
    },
  ],
  [
    'a command that asks for no proof, with one that does not fit',
    proofRefused,
    async (bench) => [note, await bench.known('ines', approve())],
  ],
  // Nothing is said of the record before it is known who asks.
  [
    'an unknown run, without a proof',
    'reauthenticate',
    () => Promise.resolve([approve({ runId: 'x' }), { person: 'ines' }]),
  ],
  [
    'an unknown target, without a proof',
    'reauthenticate',
    () => Promise.resolve([approve({ targetId: 'x' }), { person: 'ines' }]),
  ],
  [
    'without a role, without a proof',
    'reauthenticate',
    () => Promise.resolve([approve(), { person: 'worker' }]),
  ],
  // Known, and still not allowed.
  ['without the role', 'not-permitted: role', proven('worker', approve())],
  ['without the permission', 'not-permitted: permission', proven('ivo', approve())],
  ['a peer who worked', 'not-permitted: peer-review', proven('igor', approve({ targetId: 'peer' }))],
  ['a peer who took the photos', 'not-permitted: peer-review', proven('iris', approve({ targetId: 'peer' }))],
  ['no longer in the team', 'not-permitted: role', proven('left', approve())],
  ['known to the device alone', 'not-permitted: permission', proven('stranger', approve())],
  ['a stale base', 'stale', proven('ines', approve({ base: 'before' }))],
  [
    'a rejection without its comment',
    'invalid: comment-needed',
    proven('ines', approve({ decision: 'reject' })),
  ],
  ['a step on hold', 'wrong-status', proven('ines', approve({ stepId: 'dry', targetId: 'dried' }))],
  ['no such sign-off', 'not-found', proven('ines', approve({ targetId: 'gap' }))],
  [
    'a completed run',
    'locked',
    async (bench) => {
      const run = runOf('run');
      const done = memoryAdapter({
        ...identities,
        runs: [{ ...run, status: 'complete' }],
        now: () => new Date(start).toISOString(),
      });
      Object.assign(bench, {
        adapter: Object.assign(done, {
          load: () => Promise.resolve(run),
          history: () => Promise.resolve({ items: [] }),
        }),
      });
      return [approve(), await bench.known('ines', approve())];
    },
  ],
];

const said = ({ refused, detail }: Refusal): string =>
  detail?.reason ? `${refused}: ${detail.reason}` : refused;

for (const [store, create] of Object.entries(stores)) {
  describe(`who signs, on ${store}`, () => {
    it(`R73: no forged, replayed or stale attempt is carried out (${attempts.length} of them)`, () => {
      expect(attempts.length).to.be.at.least(60);
      expect(new Set(attempts.map(([what]) => what)).size).to.equal(attempts.length);
    });

    for (const [what, expected, attempt] of attempts) {
      it(`R73: refused and nothing recorded: ${what}`, async () => {
        const bench = new Bench(create);
        const [command, as] = await attempt(bench);
        const before = await bench.record();
        const answer = await bench.give(command, as);
        expect(isRefusal(answer) ? said(answer) : 'carried out').to.equal(expected);
        expect(await bench.record()).to.deep.equal(before);
      });
    }

    it('R71, R73: records who was recognized, whatever else the device believes', async () => {
      const bench = new Bench(create);
      const answer = await bench.give(approve(), await bench.known('ines', approve()));
      expect(isReceipt(answer) && answer.events[0]).to.include({ type: 'signed', by: 'ines' });
      expect((await bench.adapter.load('run')).steps[0]!.fields[1]).to.have.nested.property(
        'decisions[0].by',
        'ines',
      );
    });

    it('R73: a proof is good for two minutes, and the time on the device does not matter', async () => {
      const bench = new Bench(create);
      const as = await bench.known('ines', approve());
      bench.time += life;
      const answer = await bench.give(approve({ madeAt: '1999-01-01T00:00:00.000Z' }), as);
      expect(isReceipt(answer)).to.equal(true);
    });

    it('R73: the same command with its own proof gets the receipt that it had, however late', async () => {
      const bench = new Bench(create);
      const as = await bench.known('ines', approve());
      const first = await bench.give(approve(), as);
      bench.time += 10 * life;
      await bench.known('igor', approve({ id: 'c-2' }));
      expect(await bench.give(approve(), as)).to.deep.equal(first);
    });

    it('R73: what was refused may be sent again with its proof, once it is allowed', async () => {
      const bench = new Bench(create);
      const command = approve({ stepId: 'dry', targetId: 'dried' });
      const as = await bench.known('ines', command);
      expect(await bench.give(command, as)).to.have.property('refused', 'wrong-status');
      for (const type of ['resume-step', 'start-step'] as const) {
        const answer = await bench.give({ ...onHold, id: type, type }, { person: 'worker' });
        expect(isReceipt(answer), JSON.stringify(answer)).to.equal(true);
      }
      expect(isReceipt(await bench.give(command, as))).to.equal(true);
    });

    it('R73: what was refused is not good for longer by that', async () => {
      const bench = new Bench(create);
      const command = approve({ stepId: 'dry', targetId: 'dried' });
      const as = await bench.known('ines', command);
      expect(await bench.give(command, as)).to.have.property('refused', 'wrong-status');
      for (const type of ['resume-step', 'start-step'] as const)
        await bench.give({ ...onHold, id: type, type }, { person: 'worker' });
      bench.time += life + 1;
      expect(await bench.give(command, as)).to.have.nested.property('detail.reason', 'proof-refused');
    });

    it('R73: a command is the same in whatever order it says what it says', async () => {
      const bench = new Bench(create);
      const as = await bench.known('ines', approve());
      const turned = Object.fromEntries(Object.entries(approve()).reverse()) as unknown as Command;
      expect(isReceipt(await bench.give(turned, as))).to.equal(true);
    });

    it('R73: what was agreed to cannot be changed while it is asked who signs', async () => {
      const bench = new Bench(create);
      const agreed = { ...approve() };
      const asking = bench.known('ines', agreed);
      agreed.targetId = 'second';
      const as = await asking;
      expect(await bench.give(agreed, as)).to.have.property('refused', 'reauthenticate');
      const given = bench.give(approve(), as);
      as.person = 'worker';
      expect(isReceipt(await given)).to.equal(true);
    });

    it('R73: other commands ask for no proof, and take one that fits', async () => {
      const bench = new Bench(create);
      expect(isReceipt(await bench.give(note, { person: 'worker' }))).to.equal(true);
      const fitting = { ...note, id: 'c-2' };
      expect(isReceipt(await bench.give(fitting, await bench.known('worker', fitting)))).to.equal(true);
    });

    it('R73: a backend that asks nobody believes the session', async () => {
      const adapter = create({ runs: [runOf('run')] });
      expect('reauthenticate' in adapter).to.equal(false);
      expect(isReceipt(await adapter.execute(approve(), { as: { person: 'ines' } }))).to.equal(true);
    });
  });
}

const wrong: readonly (readonly [what: string, shown: unknown])[] = [
  ['a wrong PIN', { method: 'pin', person: 'ines', pin: '1-ine' }],
  ['the PIN of another', { method: 'pin', person: 'ines', pin: '1-igor' }],
  ['an empty PIN', { method: 'pin', person: 'ines', pin: '' }],
  ['a PIN as a number', { method: 'pin', person: 'ines', pin: 1 }],
  ['a PIN as a list', { method: 'pin', person: 'ines', pin: ['1-ines'] }],
  ['a PIN of nobody in particular', { method: 'pin', pin: '1-ines' }],
  ['a prototype by PIN', { method: 'pin', person: '__proto__', pin: '__proto__' }],
  ['an unknown badge', { method: 'badge', badge: 'B-nobody' }],
  ['an empty badge', { method: 'badge', badge: '' }],
  ['a badge in lower case', { method: 'badge', badge: 'b-ines' }],
  ['a badge that is an object', { method: 'badge', badge: {} }],
  ['a way that is not taken', { method: 'passkey', person: 'ines' }],
  ['the page’s own way, not taken', { method: 'host', person: 'ines' }],
  ['an unknown way', { method: 'believe-me', person: 'ines' }],
  ['nothing', null],
  ['a text', 'ines'],
];

describe('who somebody is', () => {
  const clocked = (more = {}) => {
    const bench = { time: start };
    const adapter = memoryAdapter({
      ...identities,
      ...more,
      runs: [runOf('run')],
      now: () => new Date(bench.time).toISOString(),
    });
    const show = (shown: unknown) => adapter.reauthenticate!(shown as Identification);
    const pin = async (who: string, text: string) => {
      const answer = await show({ method: 'pin', person: who, pin: text });
      return isRefusal(answer) ? answer.detail?.reason : answer.person;
    };
    return { bench, adapter, show, pin };
  };

  for (const [what, shown] of wrong) {
    it(`R73: is not known from ${what}`, async () => {
      const answer = await clocked().show(shown);
      expect(isRefusal(answer) && said(answer)).to.equal('reauthenticate: not-recognized');
    });
  }

  it('R73: is known by PIN and by badge, each with a proof that nobody can guess', async () => {
    const { show, adapter } = clocked();
    expect(adapter.identifies).to.deep.equal(['badge', 'pin']);
    const proofs = new Set<string>();
    for (const shown of [
      { method: 'pin', person: 'ines', pin: '1-ines' },
      { method: 'badge', badge: ' B-ines\n' },
    ]) {
      const answer = (await show(shown)) as Actor;
      expect(answer.person).to.equal('ines');
      expect(answer.proof).to.match(/^[0-9a-f]{64}$/);
      proofs.add(answer.proof!);
    }
    expect(proofs.size).to.equal(2);
  });

  it('R73: five wrong PINs of a person and it is a minute, then two; others go on', async () => {
    const { bench, pin } = clocked();
    for (let count = 0; count < 5; count++) expect(await pin('ines', 'x')).to.equal('not-recognized');
    expect(await pin('ines', '1-ines'), 'the right one does not tell itself').to.equal('too-many-tries');
    expect(await pin('igor', '1-igor')).to.equal('igor');
    bench.time += 60_000;
    expect(await pin('ines', 'x')).to.equal('not-recognized');
    bench.time += 60_000;
    expect(await pin('ines', '1-ines')).to.equal('too-many-tries');
    bench.time += 60_000;
    expect(await pin('ines', '1-ines')).to.equal('ines');
    expect(await pin('ines', 'x'), 'and it counts from the start').to.equal('not-recognized');
  });

  it('R73: wrong PINs of a person are remembered for an hour', async () => {
    const { bench, pin } = clocked();
    for (let count = 0; count < 5; count++) await pin('ines', 'x');
    bench.time += 50 * 60_000;
    expect(await pin('ines', 'x')).to.equal('not-recognized');
    expect(await pin('ines', '1-ines')).to.equal('too-many-tries');
    bench.time += 61 * 60_000;
    for (let count = 0; count < 5; count++) expect(await pin('ines', 'x')).to.equal('not-recognized');
  });

  it('R73: a way that is not offered is not asked', async () => {
    const { adapter } = clocked({ identifies: ['pin'], identify: () => Promise.resolve('ines') });
    const by = (shown: Identification) => adapter.reauthenticate!(shown, approve());
    expect(await by({ method: 'badge', badge: 'B-ines' })).to.have.property('refused');
    expect(await by({ method: 'host' })).to.have.property('refused');
    expect(await by({ method: 'pin', person: 'ines', pin: 'x' })).to.have.property('person', 'ines');
  });

  it('R73: a hundred guesses at once are a hundred tries', async () => {
    const { pin } = clocked();
    const answers = await Promise.all(Array.from({ length: 100 }, (_, at) => pin('ines', String(at))));
    expect(answers.filter((one) => one === 'not-recognized')).to.have.lengthOf(5);
    expect(answers.filter((one) => one === 'too-many-tries')).to.have.lengthOf(95);
  });

  it('R73: thirty wrong ones of whomever, badges as well, and everybody waits', async () => {
    const { bench, pin, show } = clocked();
    for (let count = 0; count < 15; count++) {
      await pin(`nobody-${count}`, 'x');
      await show({ method: 'badge', badge: `x${count}` });
    }
    expect(await pin('ines', '1-ines')).to.equal('too-many-tries');
    bench.time += 60_000;
    expect(await pin('ines', '1-ines')).to.equal('ines');
  });

  it('R73: what two people have is nobody’s, and what nobody has opens nothing', async () => {
    const shared = pinsAndBadges([
      { person: 'ines', badge: 'same', pin: '' },
      { person: 'igor', badge: 'same' },
    ]);
    expect(shared.identifies).to.deep.equal(['badge']);
    expect(await shared.identify({ method: 'badge', badge: 'same' })).to.equal(undefined);
    expect(await shared.identify({ method: 'pin', person: 'ines', pin: '' })).to.equal(undefined);
  });

  it('R73: the decision says how it was shown who signs: by the way that was taken, or in the page’s own word', async () => {
    const answers: unknown[] = [
      'ines',
      { person: 'ines', by: ' face ' },
      { person: 'ines' },
      null,
      { by: 'face' },
    ];
    const { adapter } = clocked({
      identifies: ['badge', 'pin', 'host'],
      identify: () => Promise.resolve(answers.shift() as string),
    });
    const shown = [
      { method: 'badge', badge: 'B-ines' },
      { method: 'host' },
      { method: 'pin', person: 'ines', pin: '1' },
    ] as const;
    for (const [index, one] of shown.entries()) {
      const command = approve({ id: `c-${index}` });
      await adapter.execute(command, { as: (await adapter.reauthenticate!(one, command)) as Actor });
    }
    expect(await adapter.reauthenticate!({ method: 'host' })).to.have.property('refused');
    expect(await adapter.reauthenticate!({ method: 'host' })).to.have.property('refused');
    const { fields } = (await adapter.load('run')).steps[0]!;
    const { decisions } = fields.find(({ id }) => id === 'witness') as SignoffField;
    expect(decisions.map(({ identifiedBy }) => identifiedBy)).to.deep.equal(['badge', 'face', 'pin']);
    // What comes in is as it was recorded, and the older ones say nothing of it.
    expect(readRun(await adapter.load('run')).problems).to.deep.equal([]);
  });

  it('R73: the page’s own way is asked for the command, and is not believed about another person', async () => {
    const asked: unknown[] = [];
    const { adapter } = clocked({
      identifies: undefined,
      identify: (identification: Identification, command?: Command) => {
        asked.push([identification, command?.id]);
        return Promise.resolve('ines');
      },
    });
    expect(adapter.identifies).to.deep.equal(['host']);
    expect(await adapter.reauthenticate!({ method: 'host' }, approve())).to.have.property('person', 'ines');
    expect(await adapter.reauthenticate!({ method: 'host', person: 'igor' })).to.have.property('refused');
    expect(asked).to.deep.equal([
      [{ method: 'host' }, 'c-1'],
      [{ method: 'host', person: 'igor' }, undefined],
    ]);
  });
});
