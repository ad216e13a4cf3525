import { expect } from 'chai';
import { schemaVersion } from '../../src/adapters/indexeddb/records.js';
import { open, remove, rows, settled, storedEvents } from './support/databases.js';
import { failSave, replace, transactions } from './support/spy.js';
import { comment, done, faultOf, give, newCommand, runId, seed, start, width } from './support/work.js';

describe('indexedDbAdapter, when the storage fails', () => {
  for (const when of ['request', 'commit'] as const) {
    it(`says storage-full when the disk is full at the ${when}, stores nothing, and can try again`, async () => {
      const adapter = open(seed);
      await done(adapter, start());
      const before = await adapter.load(runId);
      const command = width('10');
      failSave(when, 'QuotaExceededError');
      const fault = await faultOf(give(adapter, command));
      expect([fault.code, fault.outcome]).to.deep.equal(['storage-full', 'not-done']);
      expect(await adapter.load(runId)).to.equal(before);
      expect(await open({ name: adapter.database }).load(runId)).to.deep.equal(before);
      await done(adapter, command);
      expect((await open({ name: adapter.database }).load(runId)).sequence).to.equal(before.sequence + 1);
    });
  }

  it('says storage-full when the disk is full at the opening', async () => {
    const adapter = open(seed);
    const original = replace(indexedDB, 'open', () => failing('QuotaExceededError'));
    const fault = await faultOf(adapter.load(runId));
    expect([fault.code, fault.outcome]).to.deep.equal(['storage-full', 'not-done']);
    replace(indexedDB, 'open', original);
    expect((await adapter.load(runId)).id).to.equal(runId);
  });

  it('says that there is no IndexedDB, or that the browser refuses it', async () => {
    replace(globalThis, 'indexedDB', undefined as unknown as IDBFactory);
    expect((await faultOf(open(seed).load(runId))).code).to.equal('unsupported');
    replace(globalThis, 'indexedDB', {
      open() {
        throw new DOMException('denied', 'SecurityError');
      },
    } as unknown as IDBFactory);
    expect((await faultOf(open(seed).load(runId))).code).to.equal('storage-blocked');
  });

  it('does not wait for ever for an opening that never comes', async () => {
    replace(indexedDB, 'open', () => opening());
    const fault = await faultOf(open({ ...seed, openDeadline: 20 }).load(runId));
    expect([fault.code, fault.outcome]).to.deep.equal(['storage-blocked', 'not-done']);
  });

  it('says storage-blocked while another tab holds on to the database, and opens when it lets go', async () => {
    const adapter = open({ ...seed, openDeadline: 30 });
    const other = await settled(indexedDB.open(adapter.database, 1));
    const deleting = settled(indexedDB.deleteDatabase(adapter.database));
    const fault = await faultOf(adapter.load(runId));
    expect([fault.code, fault.outcome]).to.deep.equal(['storage-blocked', 'not-done']);
    other.close();
    await deleting;
    // On a busy machine even the free database may take longer than this deadline; a person would try again, too.
    let run = await adapter.load(runId).catch(() => undefined);
    while (!run) run = await adapter.load(runId).catch(() => undefined);
    expect(run.id).to.equal(runId);
  });

  it('opens again when the browser has closed the connection, and records a command once', async () => {
    const adapter = open(seed);
    await done(adapter, start());
    const connections = connectionsOf(() => adapter.load(runId));
    for (const connection of await connections) connection.close();
    await done(adapter, comment('The connection was closed'));
    for (const connection of await connectionsOf(() => adapter.load(runId))) {
      connection.close();
      connection.dispatchEvent(new Event('close'));
    }
    await done(adapter, comment('The connection was closed, and that was told'));
    expect((await open({ name: adapter.database }).load(runId)).sequence).to.equal(5);
  });

  it('tries once more when the connection is torn down in the middle of a save', async () => {
    const adapter = open(seed);
    await done(adapter, start());
    let torn = 0;
    transactions((transaction, stores) => {
      if (!stores.includes('receipts') || torn > 0) return;
      torn += 1;
      transaction.db.close();
      queueMicrotask(() => transaction.abort());
    });
    await done(adapter, comment('Torn once'));
    expect(torn).to.equal(1);
    const events = await storedEvents(adapter.database, runId);
    expect(events.map(({ sequence }) => sequence)).to.deep.equal([1, 2, 3, 4]);
  });

  it('gives up after the second time, and admits that it does not know', async () => {
    const adapter = open(seed);
    await done(adapter, start());
    transactions((transaction, stores) => {
      if (stores.includes('receipts')) queueMicrotask(() => transaction.abort());
    });
    const fault = await faultOf(give(adapter, comment('Torn twice')));
    expect([fault.code, fault.outcome]).to.deep.equal(['internal', 'unknown']);
  });

  it('does not wait for ever for its turn, and records nothing afterwards', async () => {
    const patient = open(seed);
    await done(patient, start());
    const adapter = open({ name: patient.database, transactionDeadline: 40 });
    const other = await settled(indexedDB.open(adapter.database));
    const hold = other.transaction('events', 'readwrite');
    let holding = true;
    const keep = (): void => {
      if (holding) hold.objectStore('events').count().onsuccess = keep;
    };
    keep();
    const command = comment('Late');
    const fault = await faultOf(give(adapter, command));
    expect([fault.code, fault.outcome]).to.deep.equal(['timeout', 'not-done']);
    holding = false;
    other.close();
    await done(patient, command);
    expect(await storedEvents(adapter.database, runId)).to.have.lengthOf(4);
  });

  it('lets a later version upgrade, says unsupported from then on, and destroys nothing', async () => {
    const adapter = open(seed);
    await done(adapter, start());
    const later = await settled(indexedDB.open(adapter.database, schemaVersion + 1));
    later.close();
    expect((await faultOf(adapter.load(runId))).code).to.equal('unsupported');
    expect((await faultOf(give(adapter, comment('Too late')))).code).to.equal('unsupported');
    expect(await storedEvents(adapter.database, runId)).to.have.lengthOf(3);
  });

  it('tells that its database was deleted, instead of beginning afresh', async () => {
    const adapter = open(seed);
    await done(adapter, start());
    await remove(adapter.database);
    for (const work of [() => adapter.load(runId), () => give(adapter, comment('Gone'))]) {
      const fault = await faultOf(work());
      expect([fault.code, fault.outcome]).to.deep.equal(['storage-blocked', 'not-done']);
      expect(fault.message).to.contain('deleted');
    }
    const names = (await indexedDB.databases()).map(({ name }) => name);
    expect(names).not.to.contain(adapter.database);
    // Another tab begins afresh, and that is not the database that this one worked on.
    expect((await open({ ...seed, name: adapter.database }).load(runId)).sequence).to.equal(0);
    expect((await faultOf(give(adapter, comment('Gone')))).message).to.contain('deleted');
  });

  it('says unsupported for a record of a later version, malformed for a broken one, and reads the others', async () => {
    const { database: name, ...adapter } = open(seed);
    await adapter.load(runId);
    const [head] = (await rows<{ id: string }>(name, 'heads')).filter(({ id }) => id === runId);
    await put(name, 'heads', { ...head, v: 2 });
    expect((await faultOf(open({ name }).load(runId))).code).to.equal('unsupported');
    await put(name, 'heads', { id: runId });
    expect((await faultOf(open({ name }).load(runId))).code).to.equal('malformed');
    await put(name, 'heads', { ...head, sequence: 7 });
    expect((await faultOf(open({ name }).load(runId))).code).to.equal('malformed');
    expect((await open({ name }).load('suite-2')).id).to.equal('suite-2');
    await put(name, 'heads', head);
    expect((await open({ name }).load(runId)).id).to.equal(runId);
  });

  it('refuses a command that makes a rule throw, and stores nothing', async () => {
    const issues = [null] as never;
    const adapter = open({ ...seed, runs: seed.runs.map((run) => ({ ...run, issues })) });
    await done(adapter, newCommand({ type: 'start-step', stepId: 'measure' }));
    const before = await adapter.load(runId);
    const bad = newCommand({ type: 'open-issue', stepId: 'measure', title: 'Dent', links: ['measure'] });
    const fault = await faultOf(give(adapter, bad, 'inspector'));
    expect([fault.code, fault.outcome]).to.deep.equal(['internal', 'not-done']);
    expect(await open({ name: adapter.database }).load(runId)).to.deep.equal(before);
  });
});

async function put(name: string, store: string, value: unknown): Promise<void> {
  const database = await settled(indexedDB.open(name));
  await settled(database.transaction(store, 'readwrite').objectStore(store).put(value));
  database.close();
}

/** The connections that something uses. */
async function connectionsOf(work: () => Promise<unknown>): Promise<IDBDatabase[]> {
  const seen = transactions();
  await work();
  return [...new Set(seen.map(({ transaction }) => transaction.db))];
}

/** An opening that fails. */
function failing(name: string): IDBOpenDBRequest {
  const request = opening();
  Object.defineProperty(request, 'error', { value: new DOMException('injected', name) });
  queueMicrotask(() => request.dispatchEvent(new Event('error')));
  return request;
}

/** An opening of which nothing is heard. */
const opening = (): IDBOpenDBRequest =>
  Object.setPrototypeOf(new EventTarget(), IDBOpenDBRequest.prototype) as IDBOpenDBRequest;
