/** A part of an element that comes when it is needed, once for all who need it: a page at rest does without its bytes. */
export function later<Part>(bring: () => Promise<Part>): (then?: () => void) => Part | undefined {
  let part: Part | undefined;
  let coming: Promise<unknown> | undefined;
  return (then) => {
    if (part) return part;
    // What did not come, for want of a connection, is asked for again by whoever needs it next.
    coming ??= bring().then(
      (came) => (part = came),
      () => (coming = undefined),
    );
    if (then) void coming.then(() => part && then());
    return undefined;
  };
}
