/** A part of an element that comes when it is needed, once for all who need it: a page at rest does without its bytes. */
export interface Later<Part> {
  /** The part if it is there. `then` is called when it has come, and when it could not be loaded. */
  (then?: () => void): Part | undefined;
  /** Whether the last try to load it failed. What did not come is asked for again as long as somebody waits. */
  lost: boolean;
  /** Asks once more without waiting for that. */
  again(): void;
}

/** Milliseconds until what did not come is asked for again. */
const pause = 5000;

export function later<Part>(bring: () => Promise<Part>): Later<Part> {
  let part: Part | undefined;
  let asked = false;
  let waiting: (() => void)[] = [];
  const again = async (): Promise<void> => {
    asked = true;
    try {
      part = await bring();
    } catch {
      setTimeout(() => {
        asked = false;
        if (waiting.length > 0) needed();
      }, pause);
    }
    needed.lost = !part;
    const told = waiting;
    waiting = [];
    for (const then of told) then();
  };
  const needed: Later<Part> = Object.assign(
    (then?: () => void) => {
      if (part) return part;
      if (then) waiting.push(then);
      if (!asked) void again();
      return undefined;
    },
    { lost: false, again },
  );
  return needed;
}
