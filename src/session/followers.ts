/** Callbacks by key: whoever follows a target hears of that target and of nothing else. */

/** An element that follows as itself: there are thousands, and a callback for each would weigh a good part of it. */
export interface View {
  requestUpdate(): void;
  /** Brings what it shows into view and focus; false where it only follows that, and shows something else. */
  reveal?(key: string): unknown;
}

type Follower<Arguments extends readonly unknown[]> = ((...news: Arguments) => void) | View;
type Kept<Arguments extends readonly unknown[]> = Follower<Arguments> | Set<Follower<Arguments>>;

/** Who shows thousands follows them as one, and has a view of one of them when that is told of. */
export type Views = Pick<ReadonlyMap<string, View>, 'get' | 'keys'>;

export class Followers<Arguments extends readonly unknown[] = []> {
  // Nearly every key has one follower, and needs no set for it.
  readonly #byKey = new Map<string, Kept<Arguments>>();
  readonly #all = new Set<Pick<ReadonlyMap<string, Kept<Arguments>>, 'get' | 'keys'>>([this.#byKey]);

  /** Returns what ends it. */
  follow(key: string, callback: (...news: Arguments) => void): () => void {
    this.add(key, callback);
    return () => this.remove(key, callback);
  }

  add(key: string, follower: Follower<Arguments>): void {
    const there = this.#byKey.get(key);
    if (there instanceof Set) there.add(follower);
    else this.#byKey.set(key, there && there !== follower ? new Set([there, follower]) : follower);
  }

  remove(key: string, follower: Follower<Arguments>): void {
    const there = this.#byKey.get(key);
    if (there instanceof Set) there.delete(follower);
    if (there === follower || (there instanceof Set && there.size === 0)) this.#byKey.delete(key);
  }

  addAll(views: Views): void {
    this.#all.add(views);
  }

  removeAll(views: Views): void {
    this.#all.delete(views);
  }

  /** Whether anybody was there to hear it. */
  tell(key: string, ...news: Arguments): boolean {
    const followers = this.of(key);
    for (const follower of followers) {
      if (typeof follower === 'function') follower(...news);
      else follower.requestUpdate();
    }
    return followers.length > 0;
  }

  /** Who follows a key now. */
  of(key: string): readonly Follower<Arguments>[] {
    const found: Follower<Arguments>[] = [];
    for (const one of this.#all) {
      const there = one.get(key);
      if (there instanceof Set) found.push(...there);
      else if (there) found.push(there);
    }
    return found;
  }

  keys(): readonly string[] {
    return [...this.#all].flatMap((one) => [...one.keys()]);
  }
}
