/** Commands in order within a step, steps independent of each other. */
export class CommandQueue {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Runs a task once everything before it in its lane has been answered, well or ill. */
  run<T>(lane: string, task: () => Promise<T>): Promise<T> {
    const before = this.#last.get(lane);
    const result = before ? before.then(task, task) : task();
    this.#last.set(lane, result);
    const done = (): void => {
      if (this.#last.get(lane) === result) this.#last.delete(lane);
    };
    result.then(done, done);
    return result;
  }
}
