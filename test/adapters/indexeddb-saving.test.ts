import { expect } from 'chai';
import { open, rows } from './support/databases.js';
import { idleWork, requests, transactions } from './support/spy.js';
import { comment, done, newCommand, runId, seed, start, width } from './support/work.js';

describe('indexedDbAdapter, saving', () => {
  it('asks for strict durability in every transaction that writes', async () => {
    const idle = idleWork();
    const seen = transactions();
    const adapter = open({ ...seed, checkpointAfter: 1 });
    await done(adapter, start());
    await done(adapter, width('10'));
    await adapter.putFile(new File(['x'], 'x.txt'));
    await idle();
    const writing = seen.filter(({ mode }) => mode === 'readwrite');
    expect(new Set(writing.flatMap(({ stores }) => stores))).to.deep.equal(
      new Set(['heads', 'runs', 'steps', 'units', 'tools', 'parts', 'events', 'receipts', 'files']),
    );
    expect(writing.map(({ durability }) => durability)).to.deep.equal(writing.map(() => 'strict'));
    expect(writing.map(({ transaction }) => transaction.durability)).to.deep.equal(
      writing.map(() => 'strict'),
    );
  });

  it('saves in one transaction, writes what happened and nothing of the steps, and reads no event again', async () => {
    const adapter = open(seed);
    await done(adapter, start());
    const seen = transactions();
    const written: string[] = [];
    let readAll = 0;
    for (const method of ['add', 'put'] as const) requests(method, ({ name }) => written.push(name));
    requests('getAll', () => (readAll += 1));
    await done(adapter, width('10'));
    expect(seen.map(({ mode }) => mode)).to.deep.equal(['readwrite']);
    expect(seen[0]!.stores, 'what it speaks of').to.deep.equal(['heads', 'events', 'receipts', 'units']);
    expect(written.sort()).to.deep.equal(['events', 'heads', 'receipts']);
    expect(readAll).to.equal(0);
  });

  it('reads the tool that a value names in the transaction that records it', async () => {
    const adapter = open(seed);
    await done(adapter, start());
    const seen = transactions();
    const value = { id: 'caliper-1', name: '' };
    await done(adapter, newCommand({ type: 'set-value', stepId: 'measure', targetId: 'caliper', value }));
    expect(seen.map(({ stores }) => stores)).to.deep.equal([
      ['heads', 'events', 'receipts', 'units', 'tools', 'parts'],
    ]);
  });

  it('answers when the transaction is complete, and not when its requests have succeeded', async () => {
    const adapter = open(seed);
    await done(adapter, start());
    const order: string[] = [];
    transactions((transaction) => transaction.addEventListener('complete', () => order.push('complete')));
    await done(adapter, width('10'));
    order.push('answered');
    expect(order).to.deep.equal(['complete', 'answered']);
  });

  it('writes a checkpoint of the steps that changed when idle, and loads it with the events after it', async () => {
    const idle = idleWork();
    const adapter = open({ ...seed, checkpointAfter: 5 });
    const { database: name } = adapter;
    await done(adapter, start());
    for (const value of ['9', '10', '10.5']) await done(adapter, width(value));
    const steps: unknown[] = [];
    requests('put', ({ name }, _request, value) => {
      if (name === 'steps') steps.push((value as { step: { id: string } }).step.id);
    });
    await idle();
    expect(steps).to.deep.equal(['measure']);
    const stored = (await rows<{ id: string; sequence: number }>(name, 'runs')).find(
      ({ id }) => id === runId,
    );
    expect(stored?.sequence).to.equal(6);
    await done(adapter, comment('After the checkpoint'));
    await done(adapter, newCommand({ type: 'open-issue', title: 'Scratch', links: ['measure'] }));
    const run = await adapter.load(runId);
    expect(run.sequence).to.equal(8);
    expect(await open({ name }).load(runId)).to.deep.equal(run);
  });

  it('loads the same whenever checkpoints were written, by whichever of two tabs', async () => {
    const idle = idleWork();
    const first = open({ ...seed, checkpointAfter: 2 });
    await first.load(runId);
    const second = open({ name: first.database, checkpointAfter: 3 });
    const never = open({ ...seed, checkpointAfter: Infinity });
    const commands = [start(), start('assemble'), ...['9', '10', '11'].map((value) => width(value))];
    for (const round of [1, 2, 3]) commands.push(comment(`Round ${round}`), width(String(round)));
    for (const [index, command] of commands.entries()) {
      await done(index % 3 === 0 ? second : first, command);
      await done(never, command);
      if (index % 2 === 1) await idle();
      const timeless = (value: unknown): unknown =>
        JSON.parse(JSON.stringify(value).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'now'));
      const loaded = await open({ name: first.database }).load(runId);
      expect(timeless(loaded)).to.deep.equal(timeless(await never.load(runId)));
    }
    const checkpoints = await rows<{ id: string; sequence: number }>(first.database, 'runs');
    expect(checkpoints.find(({ id }) => id === runId)?.sequence).to.be.greaterThan(5);
  });

  it('keeps what no command touched the identical object', async () => {
    const adapter = open(seed);
    const before = await adapter.load(runId);
    await done(adapter, start());
    const after = await adapter.load(runId);
    expect(after.steps[0]).not.to.equal(before.steps[0]);
    expect(after.steps[1]).to.equal(before.steps[1]);
    expect(await adapter.load(runId)).to.equal(after);
  });
});
