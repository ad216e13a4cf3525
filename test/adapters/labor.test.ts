// The rules of labor on every store that the page brings, with two devices on one of them.
import { expect } from 'chai';
import type { Adapter } from '../../src/adapters/adapter.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import {
  isReceipt,
  isRefusal,
  type Answer,
  type CommandRequest,
  type RunEvent,
} from '../../src/domain/command.js';
import { laborOf, laborTime } from '../../src/domain/labor.js';
import type { Id, Run, Step } from '../../src/domain/run.js';
import { newId } from '../../src/new-id.js';
import { createRunSession, type RunSession } from '../../src/session.js';
import { runOf } from '../support/fields.js';
import { roverPeople } from '../../src/testing/rover-people.js';
import { open } from './support/databases.js';

const { technician, lead, customer } = roverPeople;
const time = '2026-11-20T08:00:00.000Z';

/** Two steps, the technician in both. */
function run(): Run {
  const base = runOf([]);
  const [step] = base.steps;
  const second: Step = { ...step!, id: 'other', labor: [{ ...step!.labor[0]!, id: 'labor-2' }] };
  return { ...base, steps: [step!, second] };
}

/** Two ways to the same store. */
const stores: Readonly<Record<string, () => readonly [Adapter, Adapter]>> = {
  memoryAdapter() {
    const adapter = memoryAdapter({ runs: [run()] });
    return [adapter, adapter];
  },
  indexedDbAdapter() {
    const first = open({ runs: [run()] });
    return [first, open({ name: first.database })];
  },
};

const give = (adapter: Adapter, person: Id, request: CommandRequest): Promise<Answer> =>
  adapter.execute(
    { v: 1, id: newId(), runId: 'run', madeAt: new Date().toISOString(), ...request },
    { as: { person } },
  );
const openAt = (loaded: Run, stepId: Id): readonly Id[] =>
  loaded.steps.find(({ id }) => id === stepId)!.labor.flatMap(({ out, personId }) => (out ? [] : [personId]));

for (const [name, store] of Object.entries(stores)) {
  describe(`labor on ${name}`, () => {
    let sessions: RunSession[] = [];
    const sit = async (adapter: Adapter, person: Id): Promise<RunSession> => {
      const session = createRunSession({ adapter, runId: 'run', person });
      sessions.push(session);
      while (session.status !== 'ready') await new Promise<void>((resolve) => session.follow('', resolve));
      return session;
    };
    afterEach(() => {
      for (const session of sessions) session.stop();
      sessions = [];
    });

    it('R2: checking out and in leaves the status of the step alone', async () => {
      const [adapter] = store();
      await give(adapter, technician.id, { type: 'check-out', stepId: 'work' });
      expect((await adapter.load('run')).steps[0]).to.include({ status: 'in-progress' });
      expect(openAt(await adapter.load('run'), 'work')).to.deep.equal([]);
      await give(adapter, technician.id, { type: 'check-in', stepId: 'work' });
      expect(openAt(await adapter.load('run'), 'work')).to.deep.equal([technician.id]);
    });

    it('R3, R4: holding, failing and completing a step close everybody’s labor there, and nowhere else', async () => {
      for (const request of [
        { type: 'hold-step', stepId: 'work', reason: 'waiting-for-part' },
        { type: 'fail-step', stepId: 'work', reason: 'Cracked' },
        { type: 'complete-step', stepId: 'work' },
      ] as const) {
        const [adapter] = store();
        await give(adapter, lead.id, { type: 'check-in', stepId: 'work' });
        expect(openAt(await adapter.load('run'), 'work')).to.deep.equal([technician.id, lead.id]);
        expect(isReceipt(await give(adapter, technician.id, request)), request.type).to.equal(true);
        const loaded = await adapter.load('run');
        expect(openAt(loaded, 'work'), request.type).to.deep.equal([]);
        expect(openAt(loaded, 'other')).to.deep.equal([technician.id]);
      }
    });

    it('R95, R96: several people at one step, one person at several, each with their own time', async () => {
      const [adapter] = store();
      await give(adapter, lead.id, { type: 'check-in', stepId: 'work' });
      const loaded = await adapter.load('run');
      expect(laborOf(loaded, technician.id).map(({ step }) => step.id)).to.deep.equal(['work', 'other']);
      const [work] = loaded.steps;
      const later = new Date(Date.now() + 60_000).toISOString();
      expect(laborTime(work!, later, lead.id)).to.be.within(60_000, 120_000);
      expect(laborTime(work!, later)).to.equal(
        laborTime(work!, later, lead.id) + laborTime(work!, later, technician.id),
      );
    });

    it('R97: times are set right by who may, with a reason, and the times before are in the history', async () => {
      const [adapter] = store();
      const edit = {
        type: 'edit-labor',
        stepId: 'work',
        laborId: 'labor',
        in: '2026-11-20T07:00:00.000Z',
        out: '2026-11-20T09:00:00.000Z',
        reason: 'Forgot to check out',
      } as const;
      const lacking = await give(adapter, technician.id, edit);
      expect(isRefusal(lacking) && lacking.detail?.needs).to.equal('edit-labor');
      const crossed = await give(adapter, lead.id, { ...edit, out: '2026-11-20T06:00:00.000Z' });
      expect(isRefusal(crossed) && crossed.detail?.reason).to.equal('times-crossed');
      expect(isReceipt(await give(adapter, lead.id, edit))).to.equal(true);
      expect((await adapter.load('run')).steps[0]!.labor[0]).to.include({ in: edit.in, out: edit.out });
      const { items } = await adapter.history!('run');
      const edited = items.find((event): event is RunEvent<'labor-edited'> => event.type === 'labor-edited')!;
      expect(edited).to.include({ by: lead.id, reason: edit.reason });
      expect(edited.before).to.include({ in: time });
    });

    it('R98: labor that another device closes is closed here, without reading again', async () => {
      const [here, there] = store();
      const session = await sit(here, technician.id);
      const other = await sit(there, technician.id);
      const closed = new Promise<void>((resolve) => session.follow('work', resolve));
      await other.execute({ type: 'check-out', stepId: 'work', because: 'idle' });
      await closed;
      expect(openAt(session.run!, 'work')).to.deep.equal([]);
      expect(openAt(session.run!, 'other')).to.deep.equal([technician.id]);
      const { items } = await here.history!('run');
      expect(items.at(-1)).to.include({ type: 'checked-out', because: 'idle', personId: technician.id });
    });

    it('R98: who may not work closes nobody’s labor', async () => {
      const [adapter] = store();
      const answer = await give(adapter, customer.id, { type: 'check-out', stepId: 'work' });
      expect(isRefusal(answer)).to.equal(true);
      expect(openAt(await adapter.load('run'), 'work')).to.deep.equal([technician.id]);
    });
  });
}
