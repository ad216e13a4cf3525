/** The two tables of `domain/lifecycle` as machines, to draw, to walk and to test against. They are never run. */
import { createMachine } from 'xstate';
import type { CommandType } from '../domain/command.js';
import { runTransitions, stepTransitions, type Transitions } from '../domain/lifecycle.js';
import type { RunStatus, StepStatus } from '../domain/run.js';

/**
 * A command as an event. Where the step's past decides between two statuses, the event says which (`to`), as the
 * backend's answer would.
 */
export interface LifecycleEvent<Status extends string> {
  type: CommandType;
  to?: Status;
}

const states = <Status extends string>(table: Transitions<Status>): Record<Status, object> =>
  Object.fromEntries(
    Object.entries<Readonly<Partial<Record<CommandType, readonly Status[]>>>>(table).map(([status, row]) => [
      status,
      {
        on: Object.fromEntries(
          Object.entries(row).map(([command, targets]) => [
            command,
            targets.map((target, index) => ({
              target,
              ...(index < targets.length - 1 && {
                guard: ({ event }: { event: LifecycleEvent<Status> }) =>
                  event.to === undefined || event.to === target,
              }),
            })),
          ]),
        ),
      },
    ]),
  ) as Record<Status, object>;

export const stepLifecycle = createMachine({
  id: 'step',
  types: {} as { events: LifecycleEvent<StepStatus> },
  initial: 'todo',
  states: states(stepTransitions),
});

export const runLifecycle = createMachine({
  id: 'run',
  types: {} as { events: LifecycleEvent<RunStatus> },
  initial: 'todo',
  states: states(runTransitions),
});
