/** Which requirements stand under which: what goes into a part that is made here stands under that part. */
import type { Requirement } from '../../domain/run.js';

export interface Line {
  requirement: Requirement;
  /** Its place in the step. */
  at: number;
  parts: readonly Line[];
}

/** In the step's order. One whose part is not made here, or that would stand under itself, stands alone. */
export function linesOf(requirements: readonly Requirement[]): readonly Line[] {
  const made = new Set(requirements.filter((one) => one.madeOnAssembly).map(({ id }) => id));
  const placed = new Set<Requirement>();
  const under = (id: string | undefined): readonly Line[] =>
    requirements.flatMap((requirement, at) => {
      const owner = made.has(requirement.partOf ?? '') ? requirement.partOf : undefined;
      if (owner !== id || placed.has(requirement)) return [];
      placed.add(requirement);
      return [{ requirement, at, parts: made.has(requirement.id) ? under(requirement.id) : [] }];
    });
  const lines = under(undefined);
  return placed.size === requirements.length
    ? lines
    : [
        ...lines,
        ...requirements.flatMap((requirement, at) =>
          placed.has(requirement) ? [] : [{ requirement, at, parts: [] }],
        ),
      ];
}
