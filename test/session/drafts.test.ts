import { expect } from 'chai';
import fc from 'fast-check';
import { indexedDbDrafts } from '../../src/drafts/indexeddb.js';
import { readDraft, type DraftStore, type StoredDraft } from '../../src/drafts/drafts.js';
import { define } from '../../src/define.js';
import { recordOf } from '../../src/domain/run.js';
import { newId } from '../../src/new-id.js';
import type { RunSession, SessionNews } from '../../src/session.js';
import { number, singleSelect, text } from '../../src/testing/seed.js';
import {
  aDraft,
  draftAt,
  fields,
  holding,
  memoryDrafts,
  people,
  person,
  plant,
  plantRun,
  save,
  settled,
  sit,
  stepId,
  stopAll,
  type,
} from './draft-bench.js';

define();

afterEach(() => {
  stopAll();
  document.body.replaceChildren();
});

const here = () => plant('plant', plantRun());
const until = async (test: () => unknown): Promise<void> => {
  for (let tries = 0; !test(); tries += 1) {
    if (tries > 300) throw new Error(`never: ${String(test)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};
const month = 30 * 24 * 3_600_000;
const ago = (milliseconds: number): string => new Date(Date.now() - milliseconds).toISOString();

describe('drafts: whose they are', () => {
  type Seat = [tenant: number, run: number, who: number];
  interface Act {
    what: 'edit' | 'save' | 'discard' | 'reload' | 'leave';
    seat: Seat;
    key: string;
  }
  const bit = fc.nat(1);
  // Mostly in one run, so that people meet.
  const seldom = fc.constantFrom(0, 0, 0, 0, 1);
  const act: fc.Arbitrary<Act> = fc.record({
    what: fc.constantFrom('edit', 'edit', 'edit', 'save', 'save', 'discard', 'reload', 'leave'),
    seat: fc.tuple(seldom, seldom, bit),
    key: fc.constantFrom('bore', 'remark', `comment:${stepId}`),
  });

  /** What a draft should be, and how many values had been saved at its place when it was begun. */
  interface Expected {
    draft: string;
    begun: number;
    refused?: boolean;
  }

  async function play(store: () => DraftStore, acts: readonly Act[]): Promise<void> {
    const plants = [0, 1].map((at) => plant(`plant-${at}`, plantRun('run-0'), plantRun('run-1')));
    const sessions = new Map<string, RunSession>();
    const expected = new Map<string, Expected>();
    const saves = new Map<string, number>();
    let count = 0;

    const sitting = async ([tenant, run, who]: Seat): Promise<RunSession> => {
      const name = String([tenant, run, who]);
      if (!sessions.has(name)) {
        const at = { runId: `run-${run}`, who: people[who]! };
        sessions.set(name, await sit(plants[tenant]!, store(), at));
      }
      return sessions.get(name)!;
    };
    const check = (): void => {
      for (const [name, session] of sessions)
        for (const key of ['bore', 'remark', `comment:${stepId}`])
          expect(draftAt(session, key), `${name} ${key}`).to.equal(expected.get(`${name} ${key}`)?.draft);
    };

    for (const { what, seat, key } of acts) {
      const session = await sitting(seat);
      const name = `${String(seat)} ${key}`;
      const place = `${String(seat.slice(0, 2))} ${key}`;
      const mine = expected.get(name);
      if (what === 'edit') {
        const draft = key === 'bore' ? `1.${(count += 1)}` : `text ${(count += 1)}`;
        type(session, key, draft);
        const begun = mine && !mine.refused ? mine.begun : (saves.get(place) ?? 0);
        expected.set(name, { draft, begun });
      } else if (what === 'discard') {
        session.entry(key).send({ type: 'DISCARD' });
        expected.delete(name);
      } else if (what === 'save' && mine && !key.includes(':')) {
        const changed = mine.begun !== (saves.get(place) ?? 0);
        const state = await save(session, key);
        expect(state, `saving ${name}`).to.equal(changed || mine.refused ? 'refused' : 'rest');
        if (changed) mine.refused = true;
        else {
          saves.set(place, (saves.get(place) ?? 0) + 1);
          expected.delete(name);
          const target = session.target(key);
          expect(target?.kind === 'field' && recordOf(target.field)?.value).to.equal(mine.draft);
        }
        await settled();
      } else if (what === 'reload' || what === 'leave') {
        if (what === 'leave') window.dispatchEvent(new Event('pagehide'));
        else session.stop();
        sessions.delete(String(seat));
        for (const key of ['bore', 'remark']) delete expected.get(`${String(seat)} ${key}`)?.refused;
        await sitting(seat);
        if (what === 'leave') session.stop();
      }
      check();
    }
    for (const session of sessions.values()) session.stop();
    sessions.clear();
    for (const tenant of [0, 1])
      for (const run of [0, 1]) for (const who of [0, 1]) await sitting([tenant, run, who]);
    check();
    stopAll();
  }

  it('every draft shown is the last unsaved text of that person at that place in that run, and no other’s', () =>
    fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 60, size: 'max' }), (acts) => {
        const store = memoryDrafts();
        return play(() => store, acts);
      }),
      { numRuns: 60 },
    )).timeout(60_000);

  it('the same from the database of the browser', () =>
    fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 40 }), (acts) => {
        const store = indexedDbDrafts({ name: `drafts ${newId()}` });
        return play(() => store, acts);
      }),
      { numRuns: 12 },
    )).timeout(60_000);

  it('what is stored is checked before it is shown, whatever it is', async () => {
    const junk = fc.oneof(
      fc.anything(),
      fc.record(
        {
          v: fc.constantFrom(1, 2, '1'),
          tenant: fc.constantFrom('plant', 'other', ''),
          runId: fc.constantFrom('run', 'run-2'),
          person: fc.constantFrom(...people),
          kind: fc.constantFrom('entry', 'signoff', 'review', 'install', '__proto__'),
          key: fc.constantFrom('bore', 'remark', 'grade', 'seen', '', `comment:${stepId}`, '__proto__'),
          stepId: fc.constantFrom(stepId, '', 'elsewhere'),
          targetId: fc.constantFrom('bore', 'remark', 'grade', 'seen', stepId, ''),
          base: fc.constantFrom('0', undefined, 7),
          draft: fc.oneof(fc.string(), fc.boolean(), fc.array(fc.string()), fc.anything()),
          savedAt: fc.constantFrom(ago(0), ago(2 * month), 'never'),
        },
        { requiredKeys: [] },
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(junk), async (stored) => {
        const session = await sit(here(), {
          ...memoryDrafts(),
          load: () => Promise.resolve(stored as never),
        });
        expect(session.status).to.equal('ready');
        for (const { id } of fields) {
          const draft = draftAt(session, id);
          if (draft === undefined) continue;
          const source = stored.find((one) => (one as StoredDraft | null)?.draft === draft) as StoredDraft;
          const { v, tenant, runId, person: whose, targetId } = source;
          expect([v, tenant, runId, whose, targetId]).to.deep.equal([1, 'plant', 'run', person, id]);
        }
        stopAll();
      }),
      { numRuns: 200 },
    );
  }).timeout(30_000);

  it('is not shown to another person, in another run or for another tenant', async () => {
    for (const other of [{ tenant: 'other' }, { runId: 'run-2' }, { person: people[1] }, { v: 2 as 1 }]) {
      const session = await sit(here(), holding(aDraft(other)));
      expect(draftAt(session, 'remark'), JSON.stringify(other)).to.equal(undefined);
    }
    const session = await sit(here(), holding(aDraft()));
    expect(draftAt(session, 'remark')).to.equal('half a sen');
  });
});

describe('drafts: where they belong', () => {
  const shown = async (draft: Partial<StoredDraft>, of = fields): Promise<unknown> => {
    const store = holding(aDraft(draft));
    const session = await sit(plant('plant', plantRun('run', of)), store);
    await settled();
    return draftAt(session, draft.key ?? 'remark') ?? (store.kept.size === 1 ? 'kept' : 'removed');
  };

  it('is kept and not shown where its field, its step or its kind has gone', async () => {
    expect(await shown({}, [number('bore', 'Bore', 'mm', {})])).to.equal('kept');
    expect(await shown({ stepId: 'elsewhere' })).to.equal('kept');
    expect(await shown({}, [singleSelect('remark', 'Remark', { a: 'A' })])).to.equal('kept');
    expect(await shown({ key: 'grade', targetId: 'grade', draft: 'c' })).to.equal('kept');
    expect(await shown({ key: 'grade', targetId: 'grade', draft: 'b' })).to.equal('b');
    expect(await shown({ draft: true })).to.equal('kept');
  });

  it('goes after thirty days without its place', async () => {
    expect(await shown({ savedAt: ago(month + 1000) }, [number('bore', 'Bore', 'mm', {})])).to.equal(
      'removed',
    );
    expect(await shown({ savedAt: ago(month + 1000) })).to.equal('half a sen');
  });

  it('goes when it says what is recorded', async () => {
    const adapter = here();
    const first = await sit(adapter, false);
    type(first, 'remark', 'All of it');
    expect(await save(first, 'remark')).to.equal('rest');
    const store = holding(aDraft({ draft: 'All of it' }));
    const session = await sit(adapter, store);
    expect([draftAt(session, 'remark'), store.kept.size]).to.deep.equal([undefined, 0]);
  });

  it('the same number in another unit is not what is recorded', async () => {
    const adapter = here();
    const first = await sit(adapter, false);
    type(first, 'bore', '0.05 in');
    expect(await save(first, 'bore')).to.equal('rest');
    const of = { key: 'bore', targetId: 'bore' };
    const session = await sit(adapter, holding(aDraft({ ...of, draft: '0.05' })));
    expect(draftAt(session, 'bore')).to.equal('0.05');
    const same = await sit(adapter, holding(aDraft({ ...of, draft: '0.05 in' })));
    expect(draftAt(same, 'bore')).to.equal(undefined);
  });

  it('R113: over a value that has changed meanwhile it is refused as stale, with both', async () => {
    const adapter = here();
    const store = memoryDrafts();
    const before = await sit(adapter, store);
    type(before, 'remark', 'Mine');
    before.stop();
    const other = await sit(adapter, false, { who: people[1] });
    type(other, 'remark', 'Theirs');
    await save(other, 'remark');
    const after = await sit(adapter, store);
    expect(draftAt(after, 'remark')).to.equal('Mine');
    expect(await save(after, 'remark')).to.equal('refused');
    const { refusal } = after.entry('remark').getSnapshot().context;
    expect(refusal?.refused).to.equal('stale');
    expect(refusal?.detail?.theirs?.value).to.equal('Theirs');
    expect(refusal?.detail?.yours?.value).to.equal('Mine');
  });

  it('over an own value on its way it rests on that, and is no conflict with oneself', async () => {
    const inner = here();
    let go!: () => void;
    const held = new Promise<void>((resolve) => (go = resolve));
    const slow = {
      ...inner,
      execute: async (...call: Parameters<typeof inner.execute>) => (await held, inner.execute(...call)),
    };
    const store = memoryDrafts();
    const before = await sit(slow, store);
    type(before, 'remark', 'First');
    window.dispatchEvent(new Event('pagehide'));
    const saving = save(before, 'remark');
    type(before, 'remark', 'Second');
    before.stop();
    go();
    await saving;
    while ((await inner.load('run')).sequence === 0) await settled();
    const after = await sit(inner, store);
    expect(draftAt(after, 'remark')).to.equal('Second');
    expect(await save(after, 'remark')).to.equal('rest');
  });

  it('what is said of a value is not said of another', async () => {
    const key = 'remedy:bore';
    const of = { key, targetId: 'bore', draft: 'Within the drawing’s note 4' };
    const lead = { person: people[1], ...of };
    const adapter = here();
    const first = await sit(adapter, holding(aDraft(lead)), { who: people[1] });
    expect(draftAt(first, key)).to.equal(of.draft);
    first.stop();
    const other = await sit(adapter, false);
    type(other, 'bore', '1.5');
    await save(other, 'bore');
    const second = await sit(adapter, holding(aDraft(lead)), { who: people[1] });
    expect(draftAt(second, key)).to.equal(undefined);
  });

  it('waits where nothing may be recorded now, and comes back with the work', async () => {
    const { steps, ...run } = plantRun();
    const todo = steps.map((step) => ({ ...step, status: 'todo' as const, labor: [] }));
    const session = await sit(plant('plant', { ...run, steps: todo }), holding(aDraft()));
    expect(draftAt(session, 'remark')).to.equal(undefined);
    await session.execute({ type: 'start-step', stepId });
    await until(() => draftAt(session, 'remark') === 'half a sen');
  });

  it('gives back the comment of a rejection and the note of a review', async () => {
    const adapter = here();
    const store = memoryDrafts();
    const who = people[1];
    const before = await sit(adapter, store, { who });
    before.signoff('seen').send({ type: 'REJECT' });
    before.signoff('seen').send({ type: 'COMMENT', comment: 'Burr at the edge' });
    before.stop();
    const after = await sit(adapter, store, { who });
    const rejection = after.ongoing.peek('signoff', 'seen');
    expect([rejection?.value, rejection?.context.comment]).to.deep.equal(['explaining', 'Burr at the edge']);
    after.signoff('seen').send({ type: 'CANCEL' });
    await settled();
    expect(store.kept.size).to.equal(0);
  });

  it('the forms of an issue, of labor and of the run come back as they were, to whoever may open them', async () => {
    const of = plantRun();
    const issue = {
      id: 'issue-1',
      number: 'ISS-1',
      title: 'Chip',
      status: 'pending',
      links: [stepId],
      by: person,
      at: '2026-11-20T08:00:00.000Z',
    } as const;
    const adapter = plant('plant', { ...of, issues: [issue] });
    const store = memoryDrafts();
    const forms = [
      'open-issue:',
      `open-issue:${stepId}`,
      'disposition-issue:issue-1',
      'reopen-issue:issue-1',
      `edit-labor:labor-${person}`,
    ];
    const before = await sit(adapter, store);
    for (const key of [...forms, 'attach:upload-1', 'issue:gone']) type(before, key, `{"title":"${key}"}`);
    before.stop();
    await settled();
    const after = await sit(adapter, store);
    await until(() => draftAt(after, forms[0]!) !== undefined);
    expect(forms.map((key) => draftAt(after, key))).to.deep.equal(forms.map((key) => `{"title":"${key}"}`));
    // What nobody can come back to is not kept.
    expect(['attach:upload-1', 'issue:gone'].map((key) => draftAt(after, key))).to.deep.equal([
      undefined,
      undefined,
    ]);
  });

  it('what is typed while the store is being read is what counts', async () => {
    let answer!: (drafts: StoredDraft[]) => void;
    const store = memoryDrafts();
    const asked = [new Promise<StoredDraft[]>((resolve) => (answer = resolve))];
    const session = await sit(here(), { ...store, load: () => asked.pop() ?? Promise.resolve([]) });
    type(session, 'remark', 'Newer');
    type(session, 'grade', 'b');
    session.entry('grade').send({ type: 'DISCARD' });
    answer([
      aDraft(),
      aDraft({ key: 'grade', targetId: 'grade', draft: 'a' }),
      aDraft({ key: 'bore', targetId: 'bore', draft: '1.' }),
    ]);
    await until(() => draftAt(session, 'bore') === '1.');
    expect([draftAt(session, 'remark'), draftAt(session, 'grade')]).to.deep.equal(['Newer', undefined]);
  });

  it('a draft of version 1 is read, with how it came', async () => {
    const stored = (await (await fetch('/test/session/fixtures/draft-v1.json')).json()) as unknown;
    const draft = readDraft(stored)!;
    const session = await sit(here(), holding(draft));
    const { draft: shown, base, how, resolution } = session.entry('bore').getSnapshot().context;
    expect({ shown, base, how, resolution }).to.deep.equal({
      shown: '1,25',
      base: '0',
      how: 'gauge',
      resolution: '0.01',
    });
  });
});

describe('drafts: when they are written', () => {
  it('never on a key: a hundred of them are one write, when there is time', async () => {
    const store = memoryDrafts();
    const session = await sit(here(), store);
    for (let at = 1; at <= 100; at += 1) type(session, 'remark', 'x'.repeat(at));
    await settled();
    expect(store.calls).to.deep.equal([]);
    await until(() => store.calls.length > 0);
    expect(store.calls).to.deep.equal(['save remark']);
    expect([...store.kept.values()][0]!.draft).to.have.length(100);
  });

  it('at once when the page is left, and is gone at once when it is saved', async () => {
    const store = memoryDrafts();
    const session = await sit(here(), store);
    type(session, 'remark', 'Half');
    window.dispatchEvent(new Event('pagehide'));
    expect(store.calls).to.deep.equal(['save remark']);
    await save(session, 'remark');
    await settled();
    expect([store.calls.at(-1), store.kept.size]).to.deep.equal(['remove remark', 0]);
  });

  it('a store that fails, throws or never answers disturbs nobody, and is told of once', async () => {
    const refuse = (): Promise<never> => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    const explode = (): never => {
      throw new Error('no');
    };
    const hang = (): Promise<never> => new Promise(() => undefined);
    for (const [fails, times] of [
      [refuse, 1],
      [explode, 1],
      [hang, 0],
    ] as const) {
      const store: DraftStore = { load: () => Promise.resolve([]), save: fails, remove: fails };
      const session = await sit(here(), store);
      const told: SessionNews[] = [];
      session.observe((news) => news.kind === 'drafts-unavailable' && told.push(news));
      for (const draft of ['a', 'b']) {
        type(session, 'remark', draft);
        window.dispatchEvent(new Event('pagehide'));
        await settled();
      }
      expect(told).to.have.length(times);
      expect(await save(session, 'remark')).to.equal('rest');
      session.stop();
      const unread: DraftStore = { ...store, load: fails };
      if (fails !== hang) expect((await sit(here(), { ...unread, load: refuse })).status).to.equal('ready');
    }
  });

  it('keeps nothing where nothing is to be kept', async () => {
    const adapter = here();
    const before = await sit(adapter, false);
    type(before, 'remark', 'Half');
    before.stop();
    const after = await sit(adapter, undefined);
    expect(draftAt(after, 'remark')).to.equal(undefined);
  });
});

describe('drafts: in the browser’s database', () => {
  const scope = { tenant: 'plant', runId: 'run', person };
  const fresh = () => `drafts ${newId()}`;
  const texts = async (store: DraftStore): Promise<unknown[]> =>
    (await store.load(scope)).map(({ draft }) => draft);
  /** A line as a page leaves it that ended before its database could write. */
  const leave = (name: string, draft: object): void => {
    const { tenant, runId, person: who, kind, key } = { ...aDraft(), ...draft };
    localStorage.setItem(
      `${name} ${JSON.stringify([tenant, runId, who, kind, key])}`,
      JSON.stringify({ ...aDraft(), ...draft }),
    );
  };

  it('takes over what a page that ended could only write down', async () => {
    const name = fresh();
    const store = indexedDbDrafts({ name });
    await store.save(aDraft({ savedAt: ago(2000), draft: 'older' }));
    leave(name, { draft: 'newer', savedAt: ago(1000) });
    expect(await texts(store)).to.deep.equal(['newer']);
    expect(Object.keys(localStorage).filter((key) => key.startsWith(name))).to.deep.equal([]);
    leave(name, { draft: 'oldest', savedAt: ago(5000) });
    expect(await texts(store)).to.deep.equal(['newer']);
    leave(name, { draft: null, savedAt: ago(0) });
    expect(await texts(store)).to.deep.equal([]);
    localStorage.setItem(`${name} x`, '{"broken');
    expect(await texts(store)).to.deep.equal([]);
  });

  it('what is left with the page is in the journal before the call is over, and leaves it with the transaction', async () => {
    const name = fresh();
    const store = indexedDbDrafts({ name });
    const lines = (): number => Object.keys(localStorage).filter((key) => key.startsWith(name)).length;
    const writing = store.save(aDraft(), { leaving: true });
    expect(lines()).to.equal(1);
    await writing;
    expect(lines()).to.equal(0);
    expect(await texts(indexedDbDrafts({ name }))).to.deep.equal(['half a sen']);
  });

  it('two tabs: the later one counts, and both go on when the database is deleted', async () => {
    const name = fresh();
    const [one, other] = [indexedDbDrafts({ name }), indexedDbDrafts({ name })];
    await one.save(aDraft({ draft: 'one' }));
    await other.save(aDraft({ draft: 'other' }));
    expect(await texts(one)).to.deep.equal(['other']);
    await other.remove(aDraft());
    expect(await texts(one)).to.deep.equal([]);
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = resolve;
      request.onerror = reject;
    });
    await one.save(aDraft({ draft: 'again' }));
    expect(await texts(other)).to.deep.equal(['again']);
  });

  it('forgets in thirty days what nobody came back to', async () => {
    const name = fresh();
    const store = indexedDbDrafts({ name });
    const old = ago(month + 1000);
    await store.save(aDraft({ savedAt: old }));
    await store.save(aDraft({ savedAt: old, runId: 'gone' }));
    await store.save(aDraft({ savedAt: ago(month - 60_000), runId: 'there' }));
    expect(await texts(store)).to.deep.equal(['half a sen']);
    const left = async (runId: string) => (await store.load({ ...scope, runId })).length;
    expect([await left('gone'), await left('there')]).to.deep.equal([0, 1]);
  });

  it('an element that makes its own session keeps them there, by the name of its adapter; false keeps none', async () => {
    const tenant = fresh();
    const adapter = plant(tenant, plantRun('run', [text('remark', 'Remark')]));
    const attend = async (drafts?: false): Promise<RunSession> => {
      const element = Object.assign(document.createElement('run-session'), { adapter, runId: 'run', person });
      if (drafts === false) element.drafts = drafts;
      document.body.append(element);
      await until(() => element.session?.status === 'ready');
      return element.session!;
    };
    type(await attend(), 'remark', 'Half');
    document.body.replaceChildren();
    await settled();
    const second = await attend();
    await until(() => draftAt(second, 'remark') === 'Half');
    document.body.replaceChildren();
    await settled();
    const none = await attend(false);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(draftAt(none, 'remark')).to.equal(undefined);
  });
});
