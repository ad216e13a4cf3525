/** Callbacks by key: whoever follows a target hears of that target and of nothing else. */
type Callback<Arguments extends readonly unknown[]> = (...news: Arguments) => void;

export class Followers<Arguments extends readonly unknown[] = []> {
  // Nearly every key has one follower, and a set for each would be a good part of what a field at rest weighs.
  readonly #byKey = new Map<string, Callback<Arguments> | Set<Callback<Arguments>>>();

  /** Returns what ends it. */
  follow(key: string, callback: Callback<Arguments>): () => void {
    const there = this.#byKey.get(key);
    if (there instanceof Set) there.add(callback);
    else this.#byKey.set(key, there ? new Set([there, callback]) : callback);
    return () => {
      const now = this.#byKey.get(key);
      if (now instanceof Set) now.delete(callback);
      if (now === callback || (now instanceof Set && now.size === 0)) this.#byKey.delete(key);
    };
  }

  /** Whether anybody was there to hear it. */
  tell(key: string, ...news: Arguments): boolean {
    const there = this.#byKey.get(key);
    if (!there) return false;
    for (const callback of there instanceof Set ? [...there] : [there]) callback(...news);
    return true;
  }

  keys(): readonly string[] {
    return [...this.#byKey.keys()];
  }
}
