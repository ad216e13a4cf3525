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

/** Everything that is in the assembly, in the order of the steps. What is inside a made unit stands in that unit. */
export const asBuilt = (run: Run): readonly AsBuilt[] =>
  run.steps.flatMap(({ id: stepId, requirements }) =>
    requirements.flatMap(({ id: requirementId, partNumber, installs }) =>
      installs
        .filter(({ into }) => into === undefined)
        .map(({ id: _, splitFrom: __, ...install }: Install) => ({
          ...install,
          stepId,
          requirementId,
          substitute: install.partNumber !== partNumber,
        })),
    ),
  );
