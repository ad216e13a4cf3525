/** What two lists have in common, in order: the ground of every difference that is shown to a person. */

/** A stretch that stands in both, or what stood there beside what stands there now. */
export type Stretch = { same: readonly string[] } | { gone: readonly string[]; come: readonly string[] };

/** Where the parts that differ are longer than this allows, they are told as one, without looking for what was moved. */
const mostCells = 4_000_000;

/** One list beside another as stretches: those that are equal, and between them what has gone and what has come. */
export function align(from: readonly string[], to: readonly string[]): readonly Stretch[] {
  let start = 0;
  while (start < Math.min(from.length, to.length) && from[start] === to[start]) start += 1;
  let end = 0;
  while (end < Math.min(from.length, to.length) - start && from.at(-1 - end) === to.at(-1 - end)) end += 1;
  return joined([
    { same: from.slice(0, start) },
    ...between(from.slice(start, from.length - end), to.slice(start, to.length - end)),
    { same: from.slice(from.length - end) },
  ]);
}

function between(before: readonly string[], after: readonly string[]): readonly Stretch[] {
  if ((before.length + 1) * (after.length + 1) > mostCells) return [{ gone: before, come: after }];
  const lengths = common(before, after);
  const wide = after.length + 1;
  const found: Stretch[] = [];
  for (let i = 0, j = 0; i < before.length || j < after.length;) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      found.push({ same: [before[i]!] });
      i += 1;
      j += 1;
    } else if (
      j >= after.length ||
      (i < before.length && lengths[(i + 1) * wide + j]! >= lengths[i * wide + j + 1]!)
    ) {
      found.push({ gone: [before[i]!], come: [] });
      i += 1;
    } else {
      found.push({ gone: [], come: [after[j]!] });
      j += 1;
    }
  }
  return found;
}

/** The length of the longest common part from each pair of places on. */
function common(before: readonly string[], after: readonly string[]): Uint32Array {
  const wide = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * wide);
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const at = i * wide + j;
      lengths[at] =
        before[i] === after[j]
          ? lengths[at + wide + 1]! + 1
          : Math.max(lengths[at + wide]!, lengths[at + 1]!);
    }
  }
  return lengths;
}

/** With stretches of a kind that follow each other made one, and empty ones left out. */
export function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const whole: ({ same: string[] } | { gone: string[]; come: string[] })[] = [];
  for (const one of stretches) {
    const last = whole.at(-1);
    if ('same' in one) {
      if (one.same.length === 0) continue;
      if (last && 'same' in last) append(last.same, one.same);
      else whole.push({ same: [...one.same] });
    } else if (one.gone.length + one.come.length === 0) continue;
    else if (last && 'gone' in last) {
      append(last.gone, one.gone);
      append(last.come, one.come);
    } else whole.push({ gone: [...one.gone], come: [...one.come] });
  }
  return whole;
}

/** Lists may be longer than what a call takes as arguments. */
function append(to: string[], all: readonly string[]): void {
  for (const one of all) to.push(one);
}
