/** The numbers of steps, and which of them came in during the run. */
import type { Id, Run, Step } from './run.js';

/**
 * Dotted numbers in procedure order: "1", "1.0", "1.1", "2" (R23). A step that came in during the run takes the number
 * before it with a letter, "2b", so that what people have written down and called out keeps its number.
 */
export function stepNumbers(run: Run): ReadonlyMap<Id, string> {
  const numbers = new Map<Id, string>();
  const byId = new Map(run.steps.map((step) => [step.id, step]));
  const places = new Map<Id | undefined, { next: number; put: number }>();
  for (const step of run.steps) {
    const parent = step.parentId === undefined ? undefined : numbers.get(step.parentId);
    const key = parent === undefined ? undefined : step.parentId;
    const first = key === undefined ? 1 : 0;
    const place = places.get(key) ?? { next: first, put: 0 };
    places.set(key, place);
    if (isPutIn(step) && !cameAlong(byId, step)) place.put += 1;
    else {
      place.next += 1;
      place.put = 0;
    }
    // Before the first there is no number to follow.
    const early = place.next === first;
    const count = early ? first : place.next - 1;
    const letter = place.put === 0 ? '' : early ? `a${letterOf(place.put - 1)}` : letterOf(place.put);
    numbers.set(step.id, `${parent === undefined ? '' : `${parent}.`}${count}${letter}`);
  }
  return numbers;
}

/** Whether a step came in during the run, as a second try or by a redline. */
export const isPutIn = (step: Step): boolean => step.duplicateOf !== undefined || step.addedBy !== undefined;

/** Whether it came in with the step around it, as part of the same second try. */
export function cameAlong(byId: ReadonlyMap<Id, Step>, { parentId = '', duplicateOf = '' }: Step): boolean {
  const parent = byId.get(parentId)?.duplicateOf;
  return parent !== undefined && byId.get(duplicateOf)?.parentId === parent;
}

const letterOf = (index: number): string =>
  index < 26 ? String.fromCharCode(97 + index) : letterOf(Math.floor(index / 26) - 1) + letterOf(index % 26);
