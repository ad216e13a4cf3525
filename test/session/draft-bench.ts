// A plant for drafts: two tenants, two runs each, two people at every step; and stores that are looked into.
import type { Adapter } from '../../src/adapters/adapter.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { Field, Run } from '../../src/domain/run.js';
import type { DraftKey, DraftStore, StoredDraft } from '../../src/drafts/drafts.js';
import { createRunSession, type RunSession } from '../../src/session.js';
import { roverPeople } from '../../src/testing/rover-people.js';
import { number, signoff, singleSelect, text } from '../../src/testing/seed.js';
import { runOf, stepId } from '../support/fields.js';

export { stepId };
export const people = [roverPeople.technician.id, roverPeople.lead.id] as const;
export const person = people[0];

export const fields: readonly Field[] = [
  number('bore', 'Bore', 'mm', { min: '1', max: '2' }),
  text('remark', 'Remark'),
  singleSelect('grade', 'Grade', { a: 'A', b: 'B' }),
  signoff('seen', 'Seen', 'Lead'),
];

/** A run in which both are checked in. */
export function plantRun(id = 'run', of: readonly Field[] = fields): Run {
  const run = runOf(of);
  const labor = people.map((personId) => ({
    id: `labor-${personId}`,
    personId,
    in: '2026-11-20T08:00:00.000Z',
  }));
  return { ...run, id, steps: run.steps.map((step) => ({ ...step, labor })) };
}

const nameOf = ({ tenant, runId, person: of, kind, key }: DraftKey): string =>
  JSON.stringify([tenant, runId, of, kind, key]);

export interface PeekedStore extends DraftStore {
  readonly kept: Map<string, StoredDraft>;
  /** What was asked of it. */
  readonly calls: string[];
}

/** A store as slow as a database, in the order of its calls. */
export function memoryDrafts(kept = new Map<string, StoredDraft>()): PeekedStore {
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => T): Promise<T> => {
    const done = turn.then(() => Promise.resolve()).then(work);
    turn = done;
    return done;
  };
  const calls: string[] = [];
  return {
    kept,
    calls,
    // It gives more than it is asked for: whose draft it is, the session checks itself.
    load: () => inTurn(() => [...kept.values()]),
    save: (draft) => {
      calls.push(`save ${draft.key}`);
      return inTurn(() => void kept.set(nameOf(draft), structuredClone(draft)));
    },
    remove: (key) => {
      calls.push(`remove ${key.key}`);
      return inTurn(() => void kept.delete(nameOf(key)));
    },
  };
}

export const settled = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));

const open = new Set<RunSession>();
export function stopAll(): void {
  for (const session of open) session.stop();
  open.clear();
}

/** A session that has read its run and been given its drafts. */
export async function sit(
  adapter: Adapter,
  drafts: DraftStore | false | undefined,
  { runId = 'run', who = person }: { runId?: string; who?: string } = {},
): Promise<RunSession> {
  const session = createRunSession({ adapter, runId, person: who, drafts });
  open.add(session);
  while (session.status === 'loading') await new Promise<void>((resolve) => session.follow('', resolve));
  if (drafts) await drafts.load({ tenant: adapter.tenant ?? '', runId, person: who }).catch(() => []);
  await settled();
  return session;
}

export const plant = (tenant: string, ...runs: readonly Run[]): Adapter => memoryAdapter({ tenant, runs });

export const draftAt = (session: RunSession, key: string): unknown =>
  session.ongoing.peek('entry', key)?.context.draft;

export function type(session: RunSession, key: string, draft: string): void {
  const target = session.target(key);
  const base = target?.kind === 'field' ? { base: target.field.version } : {};
  session.entry(key).send({ type: 'EDIT', draft, ...base });
}

/** Saves what is typed at a field; the state that the entry ends in. */
export async function save(session: RunSession, fieldId: string): Promise<string> {
  const asked = session.draftRequest(fieldId, 'en');
  if (!('request' in asked)) throw new Error(JSON.stringify(asked));
  const entry = session.entry(fieldId);
  entry.send({ type: 'SUBMIT', submission: session.submission(asked.request) });
  if (!entry.getSnapshot().hasTag('submitting')) return entry.getSnapshot().value;
  return new Promise((resolve) => {
    entry.subscribe((snapshot) => {
      if (!snapshot.hasTag('submitting')) resolve(snapshot.value);
    });
  });
}

export const aDraft = (change: Partial<StoredDraft> = {}): StoredDraft => ({
  v: 1,
  tenant: 'plant',
  runId: 'run',
  person,
  kind: 'entry',
  key: 'remark',
  stepId,
  targetId: 'remark',
  base: '0',
  draft: 'half a sen',
  savedAt: new Date().toISOString(),
  ...change,
});
export const holding = (...drafts: readonly StoredDraft[]): PeekedStore =>
  memoryDrafts(new Map(drafts.map((draft) => [nameOf(draft), draft])));
