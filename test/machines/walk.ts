/** Walks a machine: every edge of its adjacency map, by the shortest path to its source and then the event. */
import { createActor, type AnyStateMachine, type EventFromLogic, type SnapshotFrom } from 'xstate';
import { getAdjacencyMap, getShortestPaths } from 'xstate/graph';

export interface Edge<M extends AnyStateMachine> {
  /** The events that lead to the edge's source, the edge's own event, and the states on both sides. */
  path: readonly EventFromLogic<M>[];
  event: EventFromLogic<M>;
  from: string;
  to: string;
}

/** States differ by their value alone: what the context holds is tested where it matters. */
const serializeState = (snapshot: { value: unknown }): string => JSON.stringify(snapshot.value);

export function edgesOf<M extends AnyStateMachine>(
  machine: M,
  events: readonly EventFromLogic<M>[],
  input?: unknown,
): readonly Edge<M>[] {
  const options = { events: [...events], serializeState, ...(input !== undefined && { input }) } as never;
  const paths = new Map(
    getShortestPaths(machine, options).map((path) => [
      serializeState(path.state as { value: unknown }),
      path.steps
        .map((step) => step.event as { type: string })
        .filter(({ type }) => !type.startsWith('xstate.')),
    ]),
  );
  const map = getAdjacencyMap(machine, options) as unknown as Record<
    string,
    { transitions: Record<string, { event: EventFromLogic<M>; state: { value: string } }> }
  >;
  return Object.entries(map).flatMap(([from, { transitions }]) =>
    Object.values(transitions).map(({ event, state }) => ({
      path: paths.get(from) as EventFromLogic<M>[],
      event,
      from: JSON.parse(from) as string,
      to: state.value,
    })),
  );
}

/** Runs a real actor along an edge. */
export function take<M extends AnyStateMachine>(machine: M, edge: Edge<M>, input?: unknown): SnapshotFrom<M> {
  const actor = createActor(machine, { input } as never).start();
  for (const event of [...edge.path, edge.event]) actor.send(event);
  return actor.getSnapshot();
}
