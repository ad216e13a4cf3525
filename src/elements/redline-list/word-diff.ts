/** Two texts word by word: what stands in both, what has gone, what has come. */
import { align, joined, type Stretch } from '../../domain/redline-align.js';

/** Below this part in common, marks in every line are harder to read than the two texts beside each other. */
const leastCommon = 0.25;

let segmenter: Intl.Segmenter | undefined;

/** Words, and what stands between them; in every script. */
function wordsOf(text: string): string[] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

const length = (parts: readonly string[]): number => parts.reduce((sum, one) => sum + one.length, 0);

export function wordDiff(before: string, after: string): readonly Stretch[] {
  const found = align(wordsOf(before), wordsOf(after));
  const common = found.reduce((sum, one) => ('same' in one ? sum + length(one.same) : sum), 0);
  if (common < leastCommon * Math.max(before.length, after.length))
    return [{ gone: [before], come: [after] }];
  // A space alone between two changes belongs to them: marks that stop and begin at every word are not read.
  return joined(
    found.map((one, at) =>
      'same' in one && at > 0 && at < found.length - 1 && one.same.join('').trim() === ''
        ? { gone: one.same, come: one.same }
        : one,
    ),
  );
}
