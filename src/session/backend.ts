/** The backend as one person reaches one run there: whatever it does not answer in time and in form is a fault. */
import { AdapterFault, type Actor, type Adapter } from '../adapters/adapter.js';
import { isQueued, isReceipt, isRefusal, type Answer, type Command } from '../domain/command.js';
import type { Id } from '../domain/run.js';

export class Backend {
  readonly adapter: Adapter;
  readonly runId: Id;
  readonly #person: Id;
  /** In milliseconds. */
  readonly #deadline: number;
  readonly #stopping = new AbortController();

  constructor(adapter: Adapter, runId: Id, person: Id, deadline: number) {
    this.adapter = adapter;
    this.runId = runId;
    this.#person = person;
    this.#deadline = deadline;
  }

  get stopped(): boolean {
    return this.#stopping.signal.aborted;
  }

  /** What is on its way settles as a fault. */
  stop(): void {
    this.#stopping.abort();
  }

  load(): Promise<unknown> {
    const { signal } = this.#stopping;
    return this.inTime(this.adapter.load(this.runId, { signal }));
  }

  async execute(command: Command, as: Actor = { person: this.#person }): Promise<Answer> {
    const answer = await this.inTime(this.adapter.execute(command, { as }));
    const isObject = typeof answer === 'object' && (answer as Answer | null) !== null;
    if (isObject && (isRefusal(answer) || isQueued(answer))) return answer;
    if (isObject && isReceipt(answer) && Array.isArray(answer.events)) return answer;
    throw new AdapterFault('malformed', { outcome: 'unknown' });
  }

  /** Settles with a promise, or as a fault when it takes too long or the session ends. */
  inTime<T>(promise: Promise<T>): Promise<T> {
    const { signal } = this.#stopping;
    return new Promise<T>((resolve, reject) => {
      const give = (fault: AdapterFault): void => reject(fault);
      const stopped = (): void => give(new AdapterFault('unavailable', { outcome: 'unknown' }));
      const timer = setTimeout(
        () => give(new AdapterFault('timeout', { outcome: 'unknown' })),
        this.#deadline,
      );
      if (signal.aborted) stopped();
      signal.addEventListener('abort', stopped, { once: true });
      promise.then(resolve, reject).finally(() => {
        clearTimeout(timer);
        signal.removeEventListener('abort', stopped);
      });
    });
  }
}
