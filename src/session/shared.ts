/** One session per adapter, run and person, for elements that stand alone: counted, and stopped when nobody uses it. */
import type { Adapter } from '../adapters/adapter.js';
import type { Id } from '../domain/run.js';
import { createRunSession, type RunSession, type RunSessionOptions, type SessionNews } from '../session.js';

/** Hears the news of a session, if nobody has borrowed it before. */
type Hearing = (news: SessionNews) => void;
interface Lease {
  session: RunSession;
  /** The first of these is its owner. */
  users: Set<{ hear: Hearing }>;
}
const leases = new WeakMap<Adapter, Map<string, Lease>>();

export interface Wanted {
  adapter: Adapter;
  runId: Id;
  person: Id;
  /** The session of the person before; its run is shown until there is news. */
  after?: RunSession | undefined;
  drafts?: RunSessionOptions['drafts'];
}

/** Gives the session and what gives it back. It outlives its last user by a microtask, so an element may be moved. */
export function borrowSession(wanted: Wanted, hear: Hearing): { session: RunSession; release: () => void } {
  // Who wants nothing kept shares no session with those who do.
  const key = JSON.stringify([wanted.runId, wanted.person, Boolean(wanted.drafts)]);
  const ofAdapter = leases.get(wanted.adapter) ?? new Map<string, Lease>();
  leases.set(wanted.adapter, ofAdapter);
  const lease = ofAdapter.get(key) ?? open(wanted);
  ofAdapter.set(key, lease);
  const user = { hear };
  lease.users.add(user);
  const release = (): void => {
    if (!lease.users.delete(user)) return;
    queueMicrotask(() => {
      if (lease.users.size > 0 || ofAdapter.get(key) !== lease) return;
      ofAdapter.delete(key);
      lease.session.stop();
    });
  };
  return { session: lease.session, release };
}

function open({ adapter, runId, person, after, drafts }: Wanted): Lease {
  const known =
    after?.adapter === adapter && after.runId === runId && after.status === 'ready'
      ? after.confirmed
      : undefined;
  const session = createRunSession({ adapter, runId, person, drafts, ...(known && { run: known }) });
  const users: Lease['users'] = new Set();
  // An event is told to the page once, however many elements share the session.
  session.observe((news) => [...users][0]?.hear(news));
  return { session, users };
}
