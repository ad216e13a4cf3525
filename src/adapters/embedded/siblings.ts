/** What every embedded store does for the other runs of a batch; loaded when there are any. */
import { decideSiblings, isShared, unreadable } from '../../domain/batch.js';
import { isRefusal, type Command, type Receipt, type Recorder, type Sibling } from '../../domain/command.js';
import { evolveAll } from '../../domain/evolve.js';
import type { Id, Run } from '../../domain/run.js';

export { isShared };

/** What is to be recorded at a sibling: events and a receipt of its own, under the same command. */
export interface SiblingRecording {
  run: Run;
  receipt: Receipt;
}
export interface SiblingRecordings {
  told: readonly Sibling[];
  recordings: readonly SiblingRecording[];
}

/** A sibling as it was found: its run, that it has done this command already, or that nobody can read it. */
export type Found = { run: Run; done?: boolean } | { runId: Id };

/** Decides a command that was carried out at `run`, which is given as it was before. */
export function recordSiblings(
  run: Run,
  found: readonly Found[],
  command: Command,
  recorder: Recorder,
): SiblingRecordings {
  const open = found.flatMap((one) => ('run' in one && !one.done ? [one.run] : []));
  const answers = new Map(
    decideSiblings(run, open, command, recorder).map(({ runId, answer }) => [runId, answer]),
  );
  const told: Sibling[] = [];
  const recordings: SiblingRecording[] = [];
  for (const one of found) {
    if (!('run' in one)) {
      told.push({ runId: one.runId, refused: unreadable });
      continue;
    }
    const answer = one.done ? [] : answers.get(one.run.id);
    // It is over.
    if (!answer) continue;
    told.push({ runId: one.run.id, ...(isRefusal(answer) && { refused: answer }) });
    if (isRefusal(answer) || one.done) continue;
    recordings.push({
      run: evolveAll(one.run, answer),
      receipt: { commandId: command.id, events: answer },
    });
  }
  return { told, recordings };
}
