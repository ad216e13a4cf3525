/** The as-built record: what really went in, as a tree. */
import type { Child, Id, Install, Instant, InstallMethod, Run } from './run.js';

export interface AsBuilt extends Child {
  stepId: Id;
  requirementId: Id;
  unitId: Id;
  /** Whether it is an approved substitute rather than the required part. */
  substitute: boolean;
  by: Id;
  at: Instant;
  how: InstallMethod;
}

/**
 * Everything that is in the assembly, in the order of the steps. What is inside a made unit stands in that unit, unless
 * nobody knows the unit.
 */
export function asBuilt({ steps }: Run): readonly AsBuilt[] {
  const installed = steps.flatMap(({ requirements }) => requirements.flatMap(({ installs }) => installs));
  const known = new Set(installed.map(({ id }) => id));
  return steps.flatMap(({ id: stepId, requirements }) =>
    requirements.flatMap(({ id: requirementId, partNumber, installs }) =>
      installs
        .filter(({ into }) => into === undefined || !known.has(into))
        .map(({ id: _, splitFrom: __, into: ___, ...install }: Install) => ({
          ...install,
          stepId,
          requirementId,
          substitute: install.partNumber !== partNumber,
        })),
    ),
  );
}
