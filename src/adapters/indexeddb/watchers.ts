/** Those who follow a run, in this tab and in others. Messages between tabs are hints: what is told is always read. */
import type { RunEvent } from '../../domain/command.js';
import type { Id } from '../../domain/run.js';

type Tell = (events: readonly RunEvent[]) => void;
interface Watcher {
  seen: number;
  live: boolean;
  tell: Tell;
  reading?: boolean;
  again?: boolean;
}

export interface Watchers {
  watch(runId: Id, after: number, tell: Tell): () => void;
  /** Events that were just stored or found, in order. */
  tell(runId: Id, events: readonly RunEvent[]): void;
  close(): void;
}

/** `read` gives the next events after a sequence, none if there are none. */
export function watchers(
  name: string,
  read: (runId: Id, after: number) => Promise<readonly RunEvent[]>,
): Watchers {
  const all = new Map<Id, Set<Watcher>>();
  let channel: BroadcastChannel | undefined;

  /** The channel to other tabs. It listens only while somebody watches, so that an adapter nobody uses can go. */
  function between(): BroadcastChannel | undefined {
    if (!channel && globalThis.BroadcastChannel) channel = new BroadcastChannel(`stepwright ${name}`);
    if (channel) channel.onmessage = all.size > 0 ? hear : null;
    return channel;
  }
  const hear = ({ data }: MessageEvent<Id>): void => {
    for (const watcher of of(data)) void catchUp(data, watcher);
  };
  const of = (runId: Id): ReadonlySet<Watcher> => all.get(runId) ?? new Set();

  function give(watcher: Watcher, events: readonly RunEvent[]): void {
    const news = events.filter(({ sequence }) => sequence > watcher.seen);
    const last = news.at(-1);
    if (!last) return;
    watcher.seen = last.sequence;
    // Out of the caller's way: what a watcher throws is its own affair.
    queueMicrotask(() => watcher.live && watcher.tell(news));
  }

  async function catchUp(runId: Id, watcher: Watcher): Promise<void> {
    watcher.again = true;
    if (watcher.reading) return;
    watcher.reading = true;
    try {
      while (watcher.live && watcher.again) {
        watcher.again = false;
        const events = await read(runId, watcher.seen);
        if (events.length > 0) watcher.again = true;
        give(watcher, events);
      }
    } catch {
      // The storage is not to be had: whoever executes or loads is told. The next hint tries again from the same place.
    } finally {
      watcher.reading = false;
    }
  }

  return {
    watch(runId, after, tell) {
      const watcher: Watcher = { seen: after, live: true, tell };
      const those = all.get(runId) ?? new Set();
      all.set(runId, those.add(watcher));
      between();
      void catchUp(runId, watcher);
      return () => {
        watcher.live = false;
        those.delete(watcher);
        if (those.size === 0 && all.get(runId) === those) all.delete(runId);
        between();
      };
    },
    tell(runId, events) {
      between()?.postMessage(runId);
      for (const watcher of of(runId)) {
        if (!watcher.reading && events[0]!.sequence <= watcher.seen + 1) give(watcher, events);
        else void catchUp(runId, watcher);
      }
    },
    close() {
      channel?.close();
      channel = undefined;
    },
  };
}
