/** The steps of a run, written while nobody waits, so that loading it need not replay everything that ever happened. */
import type { Id, Run } from '../../domain/run.js';
import type { Database, Put } from './database.js';
import { runRecord, upcast } from './records.js';

/** A run as this page knows it, and as it is in a checkpoint that is at least as old as the stored one. */
export interface Known {
  run: Run;
  checkpoint: Run;
}

/** Safari has no idle callback. */
const whenIdle = (work: () => void): unknown =>
  'requestIdleCallback' in globalThis ? requestIdleCallback(work) : setTimeout(work, 200);

/** Plans checkpoints, one at a time for each run. */
export function checkpoints(store: Database): (entry: Known) => void {
  const planned = new Set<Id>();

  async function write(entry: Known): Promise<void> {
    const { run, checkpoint } = entry;
    await store.write(['runs', 'steps'], async (transaction, put) => {
      const there = await transaction.objectStore('runs').get(run.id);
      // Another tab has been further.
      if (there && upcast(there).sequence >= run.sequence) return;
      putCheckpoint(put, run, checkpoint);
    });
    entry.checkpoint = run;
  }

  return (entry) => {
    const { id } = entry.run;
    if (planned.has(id)) return;
    planned.add(id);
    whenIdle(() => {
      // One that fails is due again at the next save: it makes loading faster, and nothing depends on it.
      write(entry)
        .catch(() => {})
        .finally(() => planned.delete(id));
    });
  };
}

/** Writes the steps that are not in the base; what no event touched is the identical object. */
export function putCheckpoint(put: Put, run: Run, base?: Run): void {
  put('runs', runRecord(run));
  run.steps.forEach((step, index) => {
    if (step !== base?.steps[index]) put('steps', { v: 1, runId: run.id, index, step });
  });
}
