import { expect } from 'chai';
import { indexedDbAdapter } from '../../src/adapters/indexeddb.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { Adapter } from '../../src/adapters/adapter.js';
import type { Command } from '../../src/domain/index.js';
import { ended, open, rows, settled } from './support/databases.js';
import { failSave, transactions } from './support/spy.js';
import { done, faultOf, give, newCommand, runId, seed, start, width } from './support/work.js';

const other = 'suite-2';
const batch = { id: 'carts', name: 'Carts' };
const joined = { ...seed, runs: seed.runs.map((run) => ({ ...run, batch })) };
const widthOf = async (adapter: Adapter, id: string): Promise<unknown> => {
  const field = (await adapter.load(id)).steps[0]!.fields[0]!;
  return 'record' in field ? field.record?.value : undefined;
};
const hold = (): Command => newCommand({ type: 'hold-step', stepId: 'pack', reason: 'other' });

/** Spoils a record behind the adapter's back. */
async function spoil(database: string, store: string, record: object): Promise<void> {
  const connection = await settled(indexedDB.open(database));
  const transaction = connection.transaction(store, 'readwrite');
  const complete = ended(transaction);
  transaction.objectStore(store).put(record);
  await complete;
  connection.close();
}

for (const [name, create] of [
  ['memoryAdapter', (given: typeof seed = joined) => memoryAdapter(given)],
  ['indexedDbAdapter', (given: typeof seed = joined) => open(given)],
] as const) {
  describe(`a batch on ${name}`, () => {
    it('R81, R83: is recorded at the sibling under the same command, with a sequence of its own', async () => {
      const adapter = create();
      await done(adapter, {
        ...newCommand({ type: 'comment', stepId: 'pack', text: 'Before' }),
        runId: other,
      });
      const command = start();
      const { siblings } = await done(adapter, command);
      expect(siblings).to.deep.equal([{ runId: other }]);
      const { items } = await adapter.history(other);
      expect(items.map(({ sequence }) => sequence)).to.deep.equal([1, 2, 3, 4]);
      expect(
        items.slice(1).every(({ commandId, runId: id }) => commandId === command.id && id === other),
      ).to.equal(true);
      expect(await give(adapter, { ...command, runId: other }))
        .to.have.property('events')
        .with.lengthOf(3);
      expect((await adapter.load(other)).sequence).to.equal(4);
    });

    it('R81: a command that the sibling knows already does not stop the one here', async () => {
      const adapter = create();
      const command = hold();
      await done(adapter, { ...command, runId: other });
      expect(
        (await done(adapter, { ...newCommand({ type: 'resume-step', stepId: 'pack' }) })).siblings,
      ).to.have.lengthOf(1);
      expect(await give(adapter, { ...command })).to.have.property('events');
    });

    it('R81: what the sibling did by itself is not done twice, and its receipt stays', async () => {
      const adapter = create(seed);
      const command = { ...hold(), runId: other };
      const own = await done(adapter, command);
      for (const id of [runId, other])
        await done(adapter, { ...newCommand({ type: 'join-batch', batch }), runId: id }, 'lead');
      const before = await adapter.load(other);
      expect((await done(adapter, { ...command, runId })).siblings).to.deep.equal([{ runId: other }]);
      expect(await adapter.load(other)).to.deep.equal(before);
      expect(await give(adapter, command)).to.deep.equal(own);
    });

    it('R83: runs of another batch, and of none, are no siblings', async () => {
      for (const apart of [{ batch: { id: 'others', name: 'Others' } }, {}]) {
        const runs = seed.runs.map((run) => ({ ...run, ...(run.id === runId ? { batch } : apart) }));
        const adapter = create({ ...seed, runs });
        expect(await done(adapter, start())).not.to.have.property('siblings');
        expect((await adapter.load(other)).sequence).to.equal(0);
      }
    });

    it('R83: stock stays as it is, and nobody is asked where a run is on its own', async () => {
      const adapter = create();
      await done(adapter, start('assemble'));
      const install = {
        stepId: 'assemble',
        targetId: 'motor',
        unitId: 'motor-1',
        quantity: '1',
        how: 'scanned',
      };
      const { siblings } = await done(adapter, newCommand({ type: 'install-part', ...install }));
      expect(siblings).to.equal(undefined);
      const found = await adapter.findUnits(undefined, 'mot-1');
      expect(found[0]!.installedIn).to.deep.equal({ runId, requirementId: 'motor' });
      const lone = memoryAdapter(seed);
      expect(await done(lone, start())).not.to.have.property('siblings');
    });

    it('R82: a value that nobody saw is not written over', async () => {
      const adapter = create();
      await done(adapter, start());
      await done(adapter, width('10'));
      await done(adapter, newCommand({ type: 'leave-batch' }), 'lead');
      await done(adapter, width('10.5'));
      await done(adapter, newCommand({ type: 'join-batch', batch }), 'lead');
      const { version } = (await adapter.load(runId)).steps[0]!.fields[0]!;
      const { siblings } = await done(adapter, width('9.5', version));
      expect(siblings![0]!.refused).to.have.nested.property('detail.theirs.value', '10');
      expect([await widthOf(adapter, runId), await widthOf(adapter, other)]).to.deep.equal(['9.5', '10']);
    });
  });
}

describe('a batch on indexedDbAdapter, in its storage', () => {
  it('R81: one transaction, which opens no other store once the siblings are known', async () => {
    const adapter = open(joined);
    await done(adapter, start());
    const seen = transactions();
    await done(adapter, width('10'));
    expect(seen.map(({ stores }) => [...stores].sort())).to.deep.equal([
      ['events', 'heads', 'receipts', 'units'],
    ]);
  });

  it('a run on its own asks for no other run', async () => {
    const adapter = open(seed);
    await done(adapter, start());
    const asked: string[] = [];
    const original = IDBIndex.prototype.getAllKeys;
    IDBIndex.prototype.getAllKeys = function (...given) {
      asked.push(this.name);
      return original.apply(this, given);
    };
    try {
      await done(adapter, width('10'));
    } finally {
      IDBIndex.prototype.getAllKeys = original;
    }
    expect(asked).to.deep.equal([]);
  });

  it('R81: all of it is stored, or nothing', async () => {
    const adapter = open(joined);
    await done(adapter, start());
    failSave('commit', 'QuotaExceededError');
    expect((await faultOf(give(adapter, width('10')))).code).to.equal('storage-full');
    const again = open({ name: adapter.database });
    expect([await widthOf(again, runId), await widthOf(again, other)]).to.deep.equal([undefined, undefined]);
  });

  it('R81: a sibling that cannot be read is told, and does not stop the work', async () => {
    const first = open(joined);
    await done(first, start());
    first.close();
    const records = await rows<{ runId: string; index: number }>(first.database, 'steps');
    const step = records.find((one) => one.runId === other)!;
    await spoil(first.database, 'steps', { ...step, v: 9 });
    const adapter = open({ name: first.database });
    const { siblings } = await done(adapter, width('10'));
    expect(siblings).to.deep.equal([
      { runId: other, refused: { refused: 'invalid', detail: { reason: 'unreadable' } } },
    ]);
    expect(await widthOf(adapter, runId)).to.equal('10');
  });

  it('R81: a storage that fails while a sibling is read is a fault, and no word about the sibling', async () => {
    const first = open(joined);
    await done(first, start());
    first.close();
    const adapter = open({ name: first.database });
    await adapter.load(runId);
    let fails = true;
    transactions((transaction, stores) => {
      if (fails && stores.includes('steps')) transaction.abort();
    });
    await faultOf(give(adapter, width('10')));
    fails = false;
    expect(await widthOf(adapter, runId)).to.equal(undefined);
    expect((await done(adapter, width('10'))).siblings).to.deep.equal([{ runId: other }]);
  });

  it('R83: another tab that joins is heard of', async () => {
    const one = open(seed);
    await done(one, start('assemble'));
    const two = open({ name: one.database });
    for (const id of [runId, other])
      await done(two, { ...newCommand({ type: 'join-batch', batch }), runId: id }, 'lead');
    expect((await done(one, hold())).siblings).to.deep.equal([{ runId: other }]);
    expect((await two.load(other)).steps[2]!.status).to.equal('hold');
  });

  it('R83: what two tabs do at once in two runs of a batch is recorded in both', async () => {
    const one = open(joined);
    await done(one, start());
    const two = indexedDbAdapter({ name: one.database });
    await two.load(other);
    await Promise.all([
      ...['9', '9.5', '10'].map((value) => done(one, width(value))),
      ...['10.5', '11'].map((value) => done(two, { ...width(value), runId: other })),
    ]);
    const last = await widthOf(one, runId);
    expect([await widthOf(one, other), await widthOf(two, runId)]).to.deep.equal([last, last]);
    two.close();
  });
});
