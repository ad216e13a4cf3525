/** One session per adapter, run and person, for elements that stand alone: counted, and stopped when nobody uses it. */
import type { Adapter } from '../adapters/adapter.js';
import type { Id } from '../domain/run.js';
import { createRunSession, type RunSession } from '../session.js';

interface Lease {
  session: RunSession;
  users: number;
}
const leases = new WeakMap<Adapter, Map<string, Lease>>();

/** Gives the session and what gives it back. It outlives its last user by a microtask, so an element may be moved. */
export function borrowSession(
  adapter: Adapter,
  runId: Id,
  person: Id,
): { session: RunSession; release: () => void } {
  const key = JSON.stringify([runId, person]);
  const ofAdapter = leases.get(adapter) ?? new Map<string, Lease>();
  leases.set(adapter, ofAdapter);
  const lease = ofAdapter.get(key) ?? { session: createRunSession({ adapter, runId, person }), users: 0 };
  ofAdapter.set(key, lease);
  lease.users += 1;
  let released = false;
  const release = (): void => {
    if (released) return;
    released = true;
    lease.users -= 1;
    queueMicrotask(() => {
      if (lease.users > 0 || ofAdapter.get(key) !== lease) return;
      ofAdapter.delete(key);
      lease.session.stop();
    });
  };
  return { session: lease.session, release };
}
