/** Callbacks by key: whoever follows a target hears of that target and of nothing else. */
export class Followers<Arguments extends readonly unknown[] = []> {
  readonly #byKey = new Map<string, Set<(...news: Arguments) => void>>();

  /** Returns what ends it. */
  follow(key: string, callback: (...news: Arguments) => void): () => void {
    let callbacks = this.#byKey.get(key);
    if (!callbacks) this.#byKey.set(key, (callbacks = new Set()));
    callbacks.add(callback);
    return () => {
      callbacks.delete(callback);
      if (callbacks.size === 0 && this.#byKey.get(key) === callbacks) this.#byKey.delete(key);
    };
  }

  /** Whether anybody was there to hear it. */
  tell(key: string, ...news: Arguments): boolean {
    const callbacks = this.#byKey.get(key);
    if (!callbacks) return false;
    for (const callback of [...callbacks]) callback(...news);
    return true;
  }

  keys(): readonly string[] {
    return [...this.#byKey.keys()];
  }
}
