import { expect } from 'chai';
import { AdapterFault, type Adapter } from '../../src/adapters/adapter.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { Answer, RunEvent } from '../../src/domain/command.js';
import { evolveAll } from '../../src/domain/evolve.js';
import type { NumberField, Run, Step } from '../../src/domain/run.js';
import { createRunSession, type RunSession, type SessionNews } from '../../src/session.js';
import { bigRun } from '../../src/testing/big-run.js';
import { roverPeople } from '../../src/testing/rover.js';

const person = roverPeople.technician.id;
const run = bigRun({ fields: 10 });
const stepId = run.steps[0]!.id;
const [first, second] = run.steps[0]!.fields.filter((field) => field.type === 'number') as [
  NumberField,
  NumberField,
];
const setValue = (field: NumberField, value: string) =>
  ({ type: 'set-value', stepId, targetId: field.id, value, base: field.version }) as const;

const open: RunSession[] = [];
afterEach(() => {
  for (const session of open.splice(0)) session.stop();
});

async function ready(
  adapter: Adapter,
  options: { person?: string; deadline?: number } = {},
): Promise<RunSession> {
  const session = createRunSession({ adapter, runId: run.id, person, ...options });
  open.push(session);
  if (session.status === 'loading') await new Promise<void>((resolve) => session.follow('', resolve));
  return session;
}

/** The memory adapter with some of its methods replaced. */
const wrapped = (change: (inner: Adapter) => Partial<Adapter>): Adapter => {
  const inner = memoryAdapter({ runs: [run] });
  return { ...inner, ...change(inner) };
};

const recordOf = (shown: Run | undefined, field: NumberField): string | null | undefined =>
  (shown?.steps[0]!.fields.find(({ id }) => id === field.id) as NumberField).record?.value;

const next = (session: RunSession, kind: SessionNews['kind']): Promise<SessionNews> =>
  new Promise((resolve) => {
    const stop = session.observe((news) => {
      if (news.kind === kind) resolve((stop(), news));
    });
  });

/** A promise with its handles outside. */
function gate(): { promise: Promise<void>; open: () => void } {
  let open!: () => void;
  const promise = new Promise<void>((resolve) => (open = resolve));
  return { promise, open };
}

describe('session: showing the record', () => {
  it('shows a value at once and tells nobody else', async () => {
    const hold = gate();
    const session = await ready(
      wrapped((inner) => ({ execute: async (...call) => (await hold.promise, inner.execute(...call)) })),
    );
    const told: string[] = [];
    session.follow(first.id, () => told.push(first.id));
    session.follow(second.id, () => told.push(second.id));
    const answer = session.execute(setValue(first, '12.500'));
    expect(recordOf(session.run, first)).to.equal('12.500');
    expect(session.isPending(first.id)).to.equal(true);
    hold.open();
    await answer;
    expect(session.isPending(first.id)).to.equal(false);
    expect(new Set(told)).to.deep.equal(new Set([first.id]));
  });

  it('takes a value off again when it is refused', async () => {
    const session = await ready(
      wrapped(() => ({ execute: () => Promise.resolve({ refused: 'rule' } as Answer) })),
    );
    await session.execute(setValue(first, '12'));
    expect(recordOf(session.run, first)).to.equal(undefined);
  });

  it('never shows a step complete before the backend said so', async () => {
    const hold = gate();
    const session = await ready(
      wrapped((inner) => ({ execute: async (...call) => (await hold.promise, inner.execute(...call)) })),
    );
    const answer = session.execute({ type: 'complete-step', stepId });
    expect(session.run!.steps[0]!.status).to.equal('in-progress');
    hold.open();
    await answer;
  });

  it('another person’s value arrives by itself', async () => {
    const adapter = memoryAdapter({ runs: [run] });
    const mine = await ready(adapter);
    const theirs = await ready(adapter, { person: roverPeople.lead.id });
    const news = next(mine, 'events');
    await theirs.execute(setValue(first, '12'));
    await news;
    expect(recordOf(mine.run, first)).to.equal('12');
  });

  it('R120: the run stays what its events make of it, however they come', async () => {
    const all: RunEvent[] = [];
    let deliver!: (events: readonly RunEvent[]) => void;
    const session = await ready(
      wrapped((inner) => ({
        watch: (_runId, _options, onEvents) => ((deliver = onEvents), () => undefined),
        execute: async (command, options) => {
          const answer = await inner.execute(command, options);
          if ('events' in answer) all.push(...answer.events);
          return { ...answer, events: [] };
        },
      })),
    );
    for (const value of ['1', '2', '3'])
      await session.execute({ ...setValue(first, value), base: undefined! });
    deliver([all[2]!]);
    deliver([all[1]!, all[1]!]);
    deliver([all[0]!, all[2]!]);
    expect(session.run).to.deep.equal(evolveAll(run, all));
  });

  it('R120: reads the run again when events do not fit it', async () => {
    let loads = 0;
    const session = await ready(
      wrapped((inner) => ({
        watch: undefined!,
        load: (id) => ((loads += 1), inner.load(id)),
        execute: async (command, options) => {
          const answer = await inner.execute(command, options);
          return { ...answer, events: [{ sequence: 1, type: 'nonsense' } as never] };
        },
      })),
    );
    await session.execute(setValue(first, '12'));
    if (session.status !== 'ready') await new Promise<void>((resolve) => session.follow('', resolve));
    expect(loads).to.equal(2);
    expect(recordOf(session.run, first)).to.equal('12');
  });
});

describe('session: commands', () => {
  it('R118: go in order within a step', async () => {
    const order: string[] = [];
    const session = await ready(
      wrapped((inner) => ({
        async execute(command, options) {
          order.push(`begin ${command.id}`);
          const answer = await inner.execute(command, options);
          order.push(`end ${command.id}`);
          return answer;
        },
      })),
    );
    await Promise.all([
      session.execute(setValue(first, '1'), 'a'),
      session.execute(setValue(second, '2'), 'b'),
      session.execute({ type: 'complete-step', stepId }, 'c'),
    ]);
    expect(order).to.deep.equal(['begin a', 'end a', 'begin b', 'end b', 'begin c', 'end c']);
  });

  it('R44: a value laid over an own pending one is not stale', async () => {
    const session = await ready(memoryAdapter({ runs: [run] }));
    const [one, two] = await Promise.all([
      session.execute(setValue(first, '1')),
      session.execute(setValue(first, '2')),
    ]);
    expect([one, two].every((answer) => 'events' in answer)).to.equal(true);
    expect(recordOf(session.run, first)).to.equal('2');
  });

  it('R113: a value over somebody else’s is stale, and both are named', async () => {
    const adapter = memoryAdapter({ runs: [run] });
    const session = await ready(adapter);
    await adapter.execute(
      { v: 1, id: 'other', runId: run.id, madeAt: '', ...setValue(first, '5') },
      { as: { person: roverPeople.lead.id } },
    );
    const answer = await session.execute(setValue(first, '7'));
    expect(answer).to.deep.include({ refused: 'stale' });
    const { yours, theirs } = (answer as { detail: { yours: { value: string }; theirs: { value: string } } })
      .detail;
    expect([yours.value, theirs.value]).to.deep.equal(['7', '5']);
  });

  it('a backend that throws, says nothing or makes no sense is a fault, and the entry stays', async () => {
    const answers: Record<string, () => Promise<Answer>> = {
      internal: () => Promise.reject(new Error('boom')),
      offline: () => Promise.reject(new AdapterFault('offline')),
      malformed: () => Promise.resolve(null as never),
      timeout: () => new Promise(() => undefined),
    };
    for (const [code, execute] of Object.entries(answers)) {
      const session = await ready(
        wrapped(() => ({ execute })),
        { deadline: 20 },
      );
      const entry = session.entry(first.id);
      entry.send({ type: 'EDIT', draft: '12.50' });
      entry.send({ type: 'SUBMIT', submission: session.submission(setValue(first, '12.50')) });
      await next(session, 'failed');
      await new Promise<void>((resolve) => {
        if (entry.getSnapshot().matches('failed')) resolve();
        else entry.subscribe((snapshot) => snapshot.matches('failed') && resolve());
      });
      const { fault, draft } = entry.getSnapshot().context;
      expect({ code: fault?.code, draft }).to.deep.equal({ code, draft: '12.50' });
    }
  });

  it('a look-up that says nothing or makes no sense ends as a fault, and records nothing', async () => {
    const answers: Record<string, () => Promise<never[]>> = {
      timeout: () => new Promise(() => undefined),
      malformed: () => Promise.resolve('none' as never),
    };
    for (const [code, findUnits] of Object.entries(answers)) {
      const session = await ready(
        wrapped(() => ({ findUnits })),
        { deadline: 20 },
      );
      const install = session.install('scan');
      install.send({ type: 'FIND', text: 'MOT-0417', how: 'scanned' });
      await new Promise<void>((resolve) =>
        install.subscribe((snapshot) => snapshot.matches('unfound') && resolve()),
      );
      const { fault, text } = install.getSnapshot().context;
      expect({ code: fault?.code, outcome: fault?.outcome, text }).to.deep.equal({
        code,
        outcome: 'not-done',
        text: 'MOT-0417',
      });
    }
  });

  it('the late answer to a look-up that was given up says nothing to the same one asked again', async () => {
    const asked: ((units: never[]) => void)[] = [];
    const session = await ready(
      wrapped(() => ({ findUnits: () => new Promise<never[]>((resolve) => asked.push(resolve)) })),
    );
    const install = session.install('scan');
    const find = { type: 'FIND', text: 'MOT-0417', how: 'scanned' } as const;
    install.send(find);
    // What reads a label is loaded first.
    while (asked.length === 0) await new Promise((resolve) => setTimeout(resolve));
    install.send({ type: 'CANCEL' });
    install.send(find);
    asked[0]!([]);
    await new Promise((resolve) => setTimeout(resolve));
    expect(install.getSnapshot().value).to.equal('finding');
  });

  it('R115: a retry is carried out once, though the first answer was lost', async () => {
    let lost = true;
    const session = await ready(
      wrapped((inner) => ({
        async execute(command, options) {
          const answer = await inner.execute(command, options);
          if (lost) throw new AdapterFault('timeout', { outcome: 'unknown' });
          return answer;
        },
      })),
    );
    const submission = session.submission({ type: 'comment', stepId, text: 'Torqued' });
    const entry = session.entry('comment');
    entry.send({ type: 'SUBMIT', submission });
    await next(session, 'failed');
    await Promise.resolve();
    lost = false;
    const saved = new Promise<void>((resolve) => entry.subscribe((s) => s.matches('rest') && resolve()));
    entry.send({ type: 'RETRY' });
    await saved;
    expect(session.run!.steps[0]!.commentCount).to.equal(1);
  });

  it('what is on its way settles as a fault when the session stops', async () => {
    const session = await ready(wrapped(() => ({ execute: () => new Promise(() => undefined) })));
    const answer = session.execute(setValue(first, '12'));
    session.stop();
    expect(await answer.catch((error: unknown) => error)).to.be.instanceOf(AdapterFault);
  });
});

describe('session: reading', () => {
  it('says why a run could not be read, and reads it on retry', async () => {
    let broken = true;
    const session = await ready(
      wrapped((inner) => ({
        load: (id) => (broken ? Promise.reject(new AdapterFault('offline')) : inner.load(id)),
      })),
    );
    expect([session.status, session.fault?.code]).to.deep.equal(['failed', 'offline']);
    broken = false;
    session.retry();
    while ((session.status as string) === 'loading') await new Promise<void>((r) => session.follow('', r));
    expect([session.status, session.run?.id]).to.deep.equal(['ready', run.id]);
  });

  it('whatever the backend returns, the session is ready or failed, and blockers can be asked', async () => {
    for (const answer of [
      null,
      42,
      '',
      [],
      {},
      { steps: 'none' },
      { ...run, steps: [{}] },
      { ...run, status: 'LOST' },
    ]) {
      const session = await ready(wrapped(() => ({ load: () => Promise.resolve(answer as never) })));
      expect(['ready', 'failed']).to.include(session.status);
      expect(session.blockers()).to.be.an('array');
    }
  });

  it('R24: a step that comes with a receipt is read like any foreign data', async () => {
    const session = await ready(
      wrapped((inner) => ({
        watch: undefined!,
        async execute(command, options) {
          const answer = await inner.execute(command, options);
          if (!('events' in answer)) return answer;
          const last = answer.events.at(-1)!;
          const step = { ...run.steps[0], title: 7, fields: [{ id: 'new', type: 'hologram', label: 'New' }] };
          const read = { ...last, type: 'step-read', sequence: last.sequence + 1, stepId, step };
          return { ...answer, events: [...answer.events, read as never] };
        },
      })),
    );
    await session.execute(setValue(first, '12'));
    const target = session.target('new');
    expect(target?.kind === 'field' && target.field.type).to.equal('unknown');
    expect(session.target(first.id)).to.equal(undefined);
  });

  it('blockers by target are those that the domain finds', async () => {
    const session = await ready(memoryAdapter({ runs: [run] }));
    const { stepBlockers } = await import('../../src/domain/completion.js');
    const same = (): void => {
      expect(session.blockers(stepId)).to.deep.equal(stepBlockers(session.run!, stepId, person));
    };
    same();
    const requests = [
      setValue(first, '99999'),
      { ...setValue(second, '3'), base: undefined! },
      { type: 'clear-value', stepId, targetId: first.id },
      { type: 'clear-value', stepId, targetId: second.id },
    ] as const;
    for (const request of requests) {
      await session.execute(request);
      same();
      const step = session.run!.steps[0] as Step;
      const required = step.fields.filter((field) => field.required).length + step.requirements.length;
      const { done, total } = session.progress(stepId);
      const blocked = new Set(stepBlockers(session.run!, stepId).map(({ targetId }) => targetId)).size;
      expect(total - done).to.equal(blocked);
      expect(total).to.be.within(required, required + blocked);
    }
  });
});
