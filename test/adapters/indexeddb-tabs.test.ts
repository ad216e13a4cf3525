import { expect } from 'chai';
import { suiteRuns } from '../../src/testing/conformance/seed-run.js';
import { open, storedEvents } from './support/databases.js';
import { replace } from './support/spy.js';
import { comment, done, give, listen, newCommand, runId, seed, start, width } from './support/work.js';

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

describe('indexedDbAdapter, in two tabs', () => {
  async function twoTabs(): Promise<[ReturnType<typeof open>, ReturnType<typeof open>]> {
    const first = open(seed);
    const second = open({ ...seed, name: first.database });
    await Promise.all([first.load(runId), second.load(runId)]);
    return [first, second];
  }

  it('records what both do at once one after another', async () => {
    const tabs = await twoTabs();
    await Promise.all(upTo(20).map((count) => done(tabs[count % 2]!, comment(`Comment ${count}`))));
    const events = await storedEvents(tabs[0].database, runId);
    expect(events.map(({ sequence }) => sequence)).to.deep.equal(upTo(20));
    expect(await tabs[0].load(runId)).to.deep.equal(await tabs[1].load(runId));
    expect((await tabs[0].load(runId)).steps[0]!.commentCount).to.equal(20);
  });

  it('decides a command on what the other tab has done', async () => {
    const [first, second] = await twoTabs();
    await done(first, start());
    const base = (await second.load(runId)).steps[0]!.fields[0]!.version;
    await done(first, width('9.5', base));
    expect(await give(second, width('10', base))).to.have.property('refused', 'stale');
    await done(first, newCommand({ type: 'check-out', stepId: 'measure' }));
    expect(await give(second, newCommand({ type: 'check-out', stepId: 'measure' }))).to.have.property(
      'refused',
      'invalid',
    );
  });

  it('R49, R61: gives a serial that both install at once, in two runs, to one of them', async () => {
    for (const round of upTo(5)) {
      const tabs = await twoTabs();
      const install = (more: object) =>
        newCommand({
          type: 'install-part',
          stepId: 'assemble',
          targetId: 'motor',
          unitId: 'motor-1',
          quantity: '1',
          how: 'scanned',
          ...more,
        });
      await done(tabs[0], start('assemble'));
      await done(tabs[1], newCommand({ type: 'start-step', stepId: 'assemble', runId: 'suite-2' }));
      const [first, second] = round % 2 ? [0, 1] : [1, 0];
      const answers = await Promise.all([
        give(tabs[first]!, install({})),
        give(tabs[second]!, install({ runId: 'suite-2' })),
      ]);
      expect(answers.filter((answer) => 'events' in answer)).to.have.lengthOf(1);
      expect(answers.filter((answer) => 'refused' in answer)[0]).to.deep.include({
        refused: 'not-installable',
      });
      const runs = await Promise.all([tabs[0].load(runId), tabs[1].load('suite-2')]);
      const installs = runs.flatMap(({ steps }) =>
        steps.flatMap(({ requirements }) => requirements.flatMap((one) => one.installs)),
      );
      expect(installs.map(({ unitId }) => unitId)).to.deep.equal(['motor-1']);
      const [unit] = await tabs[0].findUnits(undefined, 'Mot-1');
      const holder = runs.find(({ sequence }) => sequence > 3)!;
      expect(unit?.installedIn).to.deep.equal({ runId: holder.id, requirementId: 'motor' });
    }
  });

  it('gives the same receipt for a command that the other tab has sent', async () => {
    const [first, second] = await twoTabs();
    const once = comment('Once');
    const [one, other] = await Promise.all([give(first, once), give(second, once)]);
    expect(other).to.deep.equal(one);
    expect((await first.load(runId)).sequence).to.equal(1);
  });

  it('tells those who watch in one tab what the other does, in order', async () => {
    const [first, second] = await twoTabs();
    const { events, until } = listen(second);
    await done(first, start());
    for (const value of ['9', '10', '11']) await done(first, width(value));
    await until(6);
    expect(events.map(({ sequence }) => sequence)).to.deep.equal(upTo(6));
    expect(events).to.deep.equal(await storedEvents(first.database, runId));
  });

  it('tells everything in order although the messages between tabs are lost', async () => {
    replace(globalThis, 'BroadcastChannel', undefined as unknown as typeof BroadcastChannel);
    const [first, second] = await twoTabs();
    const { events, until } = listen(second);
    await done(first, start());
    await done(first, width('10'));
    await done(second, comment('I have seen nothing'));
    await until(5);
    expect(events.map(({ sequence }) => sequence)).to.deep.equal(upTo(5));
  });

  it('puts runs and units in once, whichever tab opens first', async () => {
    const name = open().database;
    const tabs = upTo(4).map(() => open({ ...seed, name }));
    const runs = await Promise.all(tabs.map((tab) => tab.listRuns()));
    expect(runs.map((list) => list.length)).to.deep.equal([2, 2, 2, 2]);
    expect(await tabs[0]!.findUnits(undefined, 'P-MOTOR')).to.have.lengthOf(3);
  });

  it('leaves what is there as it is when it is put in again, and adds what is new', async () => {
    const first = open(seed);
    await done(first, start('assemble'));
    await done(
      first,
      newCommand({
        type: 'install-part',
        stepId: 'assemble',
        targetId: 'motor',
        unitId: 'motor-1',
        quantity: '1',
        how: 'scanned',
      }),
    );
    const before = await first.load(runId);
    const third = { ...suiteRuns()[0]!, id: 'suite-3' };
    const again = open({ name: first.database, runs: [...suiteRuns(), third], units: seed.units });
    expect(await again.load(runId)).to.deep.equal(before);
    expect((await again.findUnits(undefined, 'Mot-1'))[0]).to.have.property('status', 'installed');
    expect(await again.load('suite-3')).to.deep.equal(third);
  });
});
