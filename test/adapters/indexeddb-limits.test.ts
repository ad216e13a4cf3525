// What a run of 500 steps with 50 people and 10,000 comments asks of the browser's database, as counts of what is read and
// written: the same on every machine.
import { expect } from 'chai';
import type { CommandRequest, RunEvent } from '../../src/domain/index.js';
import { evolveAll } from '../../src/domain/index.js';
import { eventRecord } from '../../src/adapters/indexeddb/written.js';
import { busyRun } from '../../src/testing/busy-run.js';
import { ended, open, settled } from './support/databases.js';
import { idleWork, replace } from './support/spy.js';
import { done, newCommand } from './support/work.js';

const stepId = 'step-120';
const at = '2026-11-20T09:00:00.000Z';
const run = busyRun();
const comments = Array.from({ length: 10_000 }, (_, index): RunEvent<'commented'> => {
  const by = `person-${(index % 50) + 1}`;
  const comment = { id: `comment-${index}`, stepId, by, at, text: `Number ${index}` };
  return {
    v: 1,
    id: `event-${index}`,
    runId: run.id,
    sequence: index + 1,
    commandId: `earlier-${index}`,
    by,
    at,
    type: 'commented',
    stepId,
    comment,
  };
});
const commented = evolveAll(run, comments);

/** What is asked of each store from now on, and how many records came. */
function asked(): { take(): Record<string, number> } {
  const counts = new Map<string, number>();
  const count = (key: string, by = 1): unknown => counts.set(key, (counts.get(key) ?? 0) + by);
  type Method = (this: IDBObjectStore | IDBIndex, ...given: unknown[]) => IDBRequest;
  for (const method of ['get', 'getKey', 'getAll', 'getAllKeys', 'openCursor', 'add', 'put'] as const) {
    for (const { prototype } of [IDBObjectStore, IDBIndex]) {
      if (!(method in prototype)) continue;
      const kind = prototype as unknown as Record<string, Method>;
      const original: Method = replace(kind, method, function (...given) {
        const request = original.apply(this, given);
        const name = `${this instanceof IDBIndex ? this.objectStore.name : this.name} ${method}`;
        count(name);
        if (method === 'getAll')
          request.addEventListener('success', () =>
            count(`${name}, records`, (request.result as unknown[]).length),
          );
        if (method === 'openCursor')
          request.addEventListener('success', () => {
            if (request.result) count(`${name}, records`);
          });
        return request;
      });
    }
  }
  return {
    take() {
      const taken = Object.fromEntries(counts);
      counts.clear();
      return taken;
    },
  };
}

const request = (more: CommandRequest, runId = run.id) => ({ ...newCommand(more), runId });
const value = (text: string) =>
  request({ type: 'set-value', stepId, targetId: `${stepId}-gap-1`, value: text });

describe('500 steps, 50 people at once, 10,000 comments in indexedDbAdapter', function () {
  this.timeout(30_000);

  async function filled(): Promise<string> {
    const { database, ...adapter } = open({ runs: [commented] });
    await adapter.load(run.id);
    adapter.close();
    const connection = await settled(indexedDB.open(database));
    const transaction = connection.transaction('events', 'readwrite');
    const complete = ended(transaction);
    for (const event of comments) transaction.objectStore('events').put(eventRecord(event));
    await complete;
    connection.close();
    return database;
  }

  it('a load reads the steps once, and of the events those since the last checkpoint', async () => {
    const name = await filled();
    const idle = idleWork();
    const seen = asked();
    const adapter = open({ name });
    await adapter.load(run.id);
    const whole = {
      'meta get': 1,
      'heads get': 1,
      'runs get': 1,
      'steps getAll': 1,
      'steps getAll, records': 500,
      'events getAll': 1,
    };
    expect(seen.take()).to.deep.equal({ ...whole, 'events getAll, records': 0 });
    // Another one, of which this page knows all that there is.
    await adapter.load(run.id);
    expect(seen.take()).to.deep.equal({ 'heads get': 1 });

    for (let time = 0; time < 70; time += 1) await done(adapter, value(`4.${time}`), 'person-1');
    seen.take();
    await idle();
    // Of 500 steps the one that has changed.
    expect(seen.take()).to.deep.equal({ 'runs get': 1, 'runs put': 1, 'steps put': 1 });
    await open({ name }).load(run.id);
    expect(seen.take()).to.deep.equal({ ...whole, 'events getAll, records': 0 });
  });

  it('a command reads its receipt and the head, and writes what happened', async () => {
    const adapter = open({ name: await filled() });
    await adapter.load(run.id);
    const seen = asked();
    for (const command of [
      value('5'),
      request({ type: 'comment', stepId, text: 'Look' }),
      request({ type: 'check-out', stepId }),
    ]) {
      await done(adapter, command, 'person-7');
      expect(seen.take(), command.type).to.deep.equal({
        'receipts get': 1,
        'heads get': 1,
        'events add': 1,
        'receipts add': 1,
        'heads put': 1,
      });
    }
    // Everybody is checked out of it.
    await done(adapter, request({ type: 'hold-step', stepId, reason: 'other', comment: 'No' }), 'person-7');
    expect(seen.take()).to.include({ 'heads put': 1, 'receipts add': 1 });
  });

  it('R93: a page of comments or of the history reads as many as it gives, and one', async () => {
    const adapter = open({ name: await filled() });
    await adapter.load(run.id);
    const seen = asked();
    const newest = await adapter.comments(run.id, stepId, { newestFirst: true, limit: 20 });
    expect(newest.items[0]!.text).to.equal('Number 9999');
    expect(seen.take()).to.deep.equal({
      'heads getKey': 1,
      'events openCursor': 1,
      'events openCursor, records': 21,
    });
    await adapter.history(run.id, { limit: 50 });
    expect(seen.take()).to.deep.equal({
      'heads getKey': 1,
      'events getAll': 1,
      'events getAll, records': 51,
    });
  });

  it('R81: a command in a batch of twenty-one reads a receipt and the head of each run, and no step of any', async () => {
    const batch = { id: 'carts', name: 'Carts' };
    const runs = Array.from({ length: 21 }, (_, index) => ({ ...run, id: `run-${index}`, batch }));
    const adapter = open({ runs });
    const command = (text: string) => ({ ...value(text), runId: 'run-0' });
    await done(adapter, command('5'), 'person-1');
    const seen = asked();
    const { siblings } = await done(adapter, command('4.9'), 'person-1');
    expect(siblings).to.have.deep.members(runs.slice(1).map(({ id }) => ({ runId: id })));
    expect(seen.take()).to.deep.equal({
      'receipts get': 1,
      'receipts getKey': 20,
      'heads get': 21,
      'heads getAllKeys': 1,
      'events add': 21,
      'receipts add': 21,
      'heads put': 21,
    });
  });
});
