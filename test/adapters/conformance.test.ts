import { expect } from 'chai';
import { pinsAndBadges } from '../../src/adapters/identify.js';
import { indexedDbAdapter } from '../../src/adapters/indexeddb.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { adapterSuite } from '../../src/testing/index.js';
import { open, storedEvents } from './support/databases.js';

describe('the conformance suite', () => {
  describe('on memoryAdapter', () => {
    void adapterSuite({ test: it, create: (seed) => memoryAdapter({ ...seed, fileLimit: 100_000 }) });
  });

  describe('on indexedDbAdapter', () => {
    void adapterSuite({
      test: it,
      create: (seed) => open({ ...seed, fileLimit: 100_000 }),
      reopen: ({ database }) => open({ name: database }),
      peek: ({ database }, runId) => storedEvents(database, runId),
    });
  });

  describe('R73: on a memoryAdapter that asks who signs', () => {
    const people = ['worker', 'inspector', 'lead', 'visitor'] as const;
    const identities = pinsAndBadges(people.map((person) => ({ person, badge: `B-${person}` })));
    void adapterSuite({
      test: it,
      create: (seed) => memoryAdapter({ ...seed, ...identities, fileLimit: 100_000 }),
      identification: (person) => ({ method: 'badge', badge: `B-${person}` }),
    });
  });

  it('registers a test only where the ability is present and the commands are taken', () => {
    const names = (create: Parameters<typeof adapterSuite>[0]['create'], more = {}): string[] => {
      const all: string[] = [];
      void adapterSuite({ test: (name) => all.push(name), create, ...more });
      return all;
    };
    const topics = (all: string[]): string[] => [...new Set(all.map((name) => name.split(':')[0]!))].sort();
    const { load, execute } = memoryAdapter();

    const most = names(() => indexedDbAdapter({ name: 'never opened', fileLimit: 1 }), {
      reopen: () => memoryAdapter(),
      peek: () => [],
    });
    expect(most).to.have.lengthOf(67);
    const memory = names(memoryAdapter);
    expect(most.filter((name) => !memory.includes(name)).map((name) => name.split(':')[0])).to.deep.equal([
      'files',
      'batches',
      'reopen',
      'reopen',
      'peek',
    ]);
    const least = names(() => ({ load, execute }));
    expect(topics(memory).filter((topic) => !topics(least).includes(topic))).to.deep.equal([
      'comments',
      'files',
      'findParts',
      'findTools',
      'findUnits',
      'history',
      'listRuns',
      'pages',
      'watch',
    ]);
    const idle = names(() => ({ load, execute, commands: new Set() }));
    expect(topics(idle)).to.deep.equal(['faults', 'load', 'random']);
  });

  it('R73: asks how people show who they are where the adapter wants to know and nobody has said', async () => {
    const bodies = new Map<string, () => Promise<void>>();
    void adapterSuite({
      test: (name, body) => bodies.set(name, body),
      create: (seed) => memoryAdapter({ ...seed, ...pinsAndBadges([{ person: 'lead', pin: '1' }]) }),
    });
    const [, body] = [...bodies].find(([name]) => name.includes('to its completion'))!;
    const failure: unknown = await body().catch((error: unknown) => error);
    expect(failure).to.have.property('message').that.includes('`identification: (person) =>');
  });

  it('registers after `create` has answered where that takes its time', async () => {
    const names: string[] = [];
    await adapterSuite({
      test: (name) => names.push(name),
      create: (seed) => Promise.resolve(memoryAdapter(seed)),
    });
    expect(names).to.include('load: a run comes as it was put in');
  });
});
