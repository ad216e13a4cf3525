/** A small piece of work on the suite's run, to have something in a database. */
import type { Adapter } from '../../../src/adapters/adapter.js';
import {
  isReceipt,
  type Answer,
  type Command,
  type Receipt,
  type RunEvent,
} from '../../../src/domain/index.js';
import { suiteParts, suiteRuns, suiteTools, suiteUnits } from '../../../src/testing/conformance/seed-run.js';

export const seed = {
  runs: suiteRuns(),
  units: suiteUnits(),
  tools: suiteTools(),
  parts: suiteParts(),
};
export const runId = 'suite-1';

let count = 0;
export const newCommand = (more: object): Command =>
  ({ v: 1, id: `c-${(count += 1)}`, runId, madeAt: '2026-01-01T00:00:00.000Z', ...more }) as Command;
export const comment = (text: string): Command => newCommand({ type: 'comment', stepId: 'measure', text });
export const width = (value: string, base?: string): Command =>
  newCommand({ type: 'set-value', stepId: 'measure', targetId: 'width', value, base });
export const start = (stepId = 'measure'): Command => newCommand({ type: 'start-step', stepId });

export const give = (adapter: Adapter, command: Command, person = 'worker'): Promise<Answer> =>
  adapter.execute(command, { as: { person } });

export async function done(adapter: Adapter, command: Command, person = 'worker'): Promise<Receipt> {
  const answer = await give(adapter, command, person);
  if (!isReceipt(answer)) throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
  return answer;
}

/** Collects what a watch tells, and waits for a sequence. */
export function listen(
  adapter: Adapter,
  after = 0,
): { events: RunEvent[]; until(sequence: number): Promise<void> } {
  const events: RunEvent[] = [];
  let look = (): void => {};
  adapter.watch!(runId, { after }, (news) => {
    events.push(...news);
    look();
  });
  return {
    events,
    until: (sequence) =>
      new Promise((resolve) => {
        look = () => events.some((event) => event.sequence >= sequence) && resolve();
        look();
      }),
  };
}

/** The fault that something rejects with. */
export const faultOf = (
  work: Promise<unknown>,
): Promise<{ code: string; outcome: string; message: string }> =>
  work.then(
    (answer) => Promise.reject(new Error(`resolved with ${JSON.stringify(answer)}`)),
    (error: unknown) => error as { code: string; outcome: string; message: string },
  );
