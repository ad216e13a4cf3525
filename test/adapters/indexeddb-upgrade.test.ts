import { expect } from 'chai';
import { schemaVersion } from '../../src/adapters/indexeddb/records.js';
import type { Receipt, Run } from '../../src/domain/index.js';
import { ended, open, settled } from './support/databases.js';
import { comment, done, give, newCommand, runId, seed, width } from './support/work.js';

interface Fixture {
  schema: number;
  stores: Record<string, Record<string, unknown>[]>;
  expected: {
    run: Run;
    runs: unknown;
    history: unknown;
    values: unknown;
    comments: unknown;
    wire: unknown;
    /** From version 2. */
    cells?: unknown;
    board?: unknown;
    tools?: unknown;
    parts?: unknown;
    /** From version 3: the other run of the batch, and what was answered to `b-3`. */
    sibling?: Run;
    held?: Receipt;
    file: { id: string; type: string; text: string };
  };
}

/** The stores of each version as they were made then, so that today's code can't bend them to what it expects. */
const schemas: Record<number, (database: IDBDatabase, transaction: IDBTransaction) => void> = {
  1(database) {
    for (const name of ['meta', 'heads', 'runs', 'files'])
      database.createObjectStore(name, { keyPath: 'id' });
    database.createObjectStore('steps', { keyPath: ['runId', 'index'] });
    const events = database.createObjectStore('events', { keyPath: ['runId', 'sequence'] });
    events.createIndex('topic', ['runId', 'topic', 'sequence']);
    database.createObjectStore('receipts', { keyPath: ['runId', 'commandId'] });
    const units = database.createObjectStore('units', { keyPath: 'id' });
    units.createIndex('names', 'names', { multiEntry: true });
  },
  2(database, transaction) {
    schemas[1]!(database, transaction);
    for (const name of ['tools', 'parts']) database.createObjectStore(name, { keyPath: 'id' });
  },
  3(database, transaction) {
    schemas[2]!(database, transaction);
    transaction.objectStore('heads').createIndex('batch', 'summary.batch.id');
  },
};

/** A database as an earlier version left it. */
async function restore(name: string, { schema, stores }: Fixture): Promise<void> {
  const request = indexedDB.open(name, schema);
  request.onupgradeneeded = () => schemas[schema]!(request.result, request.transaction!);
  const database = await settled(request);
  const transaction = database.transaction(Object.keys(stores), 'readwrite');
  const complete = ended(transaction);
  for (const [store, records] of Object.entries(stores)) {
    for (const record of records) {
      const { type, text } = (record.file ?? {}) as { type?: string; text?: string };
      const file = text !== undefined && { file: new Blob([text], { type: type! }) };
      transaction.objectStore(store).put({ ...record, ...file });
    }
  }
  await complete;
  database.close();
}

const versions = [1, 2, 3];

it('there is a database of every version to try indexedDbAdapter on', () => {
  expect(versions.at(-1)).to.equal(schemaVersion);
});

for (const version of versions) {
  describe(`indexedDbAdapter, on a database of version ${version}`, () => {
    let fixture: Fixture;
    before(async () => {
      fixture = (await (await fetch(`/test/adapters/fixtures/v${version}.json`)).json()) as Fixture;
    });

    it('finds everything as it was', async () => {
      const adapter = open();
      await restore(adapter.database, fixture);
      const { expected } = fixture;
      expect(await adapter.load(runId)).to.deep.equal(expected.run);
      expect(await adapter.listRuns()).to.deep.equal(expected.runs);
      expect((await adapter.history(runId)).items).to.deep.equal(expected.history);
      expect((await adapter.values(runId, 'width')).items).to.deep.equal(expected.values);
      expect((await adapter.comments(runId, 'measure')).items).to.deep.equal(expected.comments);
      expect(await adapter.findUnits(undefined, 'WIRE-1')).to.deep.equal(expected.wire);
      if (version > 1) {
        const cells = await adapter.values(runId, 'left:volts', { newestFirst: true });
        expect(cells.items).to.deep.equal(expected.cells);
        expect(await adapter.findUnits(undefined, 'board-a1')).to.deep.equal(expected.board);
        expect(await adapter.findTools(undefined, '')).to.deep.equal(expected.tools);
        expect(await adapter.findParts('')).to.deep.equal(expected.parts);
      }
      const file = await adapter.getFile(expected.file.id);
      expect([file.type, await file.text()]).to.deep.equal([expected.file.type, expected.file.text]);
    });

    it('goes on where it stopped, and knows the commands that it has carried out', async () => {
      const adapter = open(seed);
      await restore(adapter.database, fixture);
      const { sequence } = fixture.expected.run;
      const [first] = (await adapter.history(runId)).items;
      const repeated = { ...newCommand({ type: 'start-step', stepId: 'measure' }), id: first!.commandId };
      expect(await give(adapter, repeated)).to.have.deep.nested.property('events[0]', first);
      const id = (): string => `after-${version}-${Math.random()}`;
      await done(adapter, { ...width('10.5'), id: id() });
      await done(adapter, { ...comment('Opened by a later version'), id: id() });
      expect((await adapter.load(runId)).sequence).to.equal(sequence + 2);
      expect((await adapter.values(runId, 'width')).items).to.have.lengthOf(3);
    });

    it('R83: works the runs of a batch as one', async () => {
      const adapter = open(seed);
      let count = 0;
      // Not the names of commands that it has carried out already.
      const lead = (more: object) =>
        done(adapter, { ...newCommand(more), id: `batch-${(count += 1)}` }, 'lead');
      await restore(adapter.database, fixture);
      if (version > 2) {
        expect(await adapter.load('suite-2')).to.deep.equal(fixture.expected.sibling);
        const again = { ...newCommand({ type: 'hold-step', stepId: 'pack', reason: 'other' }), id: 'b-3' };
        expect(await give(adapter, again, 'lead')).to.deep.equal(fixture.expected.held);
      } else {
        const batch = { id: 'carts', name: 'Carts' };
        for (const one of [runId, 'suite-2']) await lead({ type: 'join-batch', runId: one, batch });
        await lead({ type: 'hold-step', stepId: 'pack', reason: 'other' });
      }
      const { siblings } = await lead({ type: 'resume-step', stepId: 'pack' });
      expect(siblings).to.deep.equal([{ runId: 'suite-2' }]);
      const other = await open({ name: adapter.database }).load('suite-2');
      expect(other.steps.find(({ id }) => id === 'pack')!.status).to.equal('todo');
    });

    it('takes tools and parts, and a value that names one', async () => {
      const third = { ...seed.runs[0]!, id: 'suite-3' };
      const adapter = open({ ...seed, runs: [third] });
      await restore(adapter.database, fixture);
      expect(await adapter.findTools(undefined, 'cal-1')).to.deep.equal([seed.tools[0]]);
      expect(await adapter.findParts('motor')).to.deep.equal([seed.parts[0]]);
      const value = { id: 'caliper-1', name: '' };
      const at = { runId: 'suite-3', stepId: 'measure' };
      await done(adapter, newCommand({ type: 'start-step', ...at }));
      await done(adapter, newCommand({ type: 'set-value', ...at, targetId: 'caliper', value }));
      const again = open({ name: adapter.database });
      const field = (await again.load('suite-3')).steps[0]!.fields.find(({ id }) => id === 'caliper');
      expect(field).to.have.deep.nested.property('record.value', { ...value, name: 'Caliper · Cal-1' });
      expect(await again.load(runId)).to.deep.equal(fixture.expected.run);
    });
  });
}
