/** What an embedded store gives to read: summaries, pages, and what its events say of a field or a step. */
import type { Command, RunEvent } from '../../domain/command.js';
import { runStatus } from '../../domain/lifecycle.js';
import type { Comment, Id, Run, ValueRecord } from '../../domain/run.js';
import { AdapterFault, type Page, type Paged, type RunSummary } from '../adapter.js';

/** A command as it came, out of the caller's reach. What cannot be stored is told before anything is decided. */
export function storable(command: Command): Command {
  try {
    return structuredClone(command);
  } catch (cause) {
    throw new AdapterFault('malformed', { cause });
  }
}

export const summaryOf = (run: Run): RunSummary => ({
  id: run.id,
  number: run.number,
  title: run.title,
  status: runStatus(run),
  ...(run.unit && { unit: run.unit.serial ?? run.unit.lot ?? run.unit.partNumber }),
  ...(run.batch && { batch: run.batch }),
  stepsComplete: run.steps.filter((step) => step.status === 'complete').length,
  stepsTotal: run.steps.length,
  ...(run.startedAt !== undefined && { startedAt: run.startedAt }),
});

/**
 * A page of a list that is at hand whole. The cursor is the position where the page ended, counted from the oldest:
 * what is recorded between two pages moves neither.
 */
export function pageOf<T>(
  all: readonly T[],
  { cursor, limit = 50, newestFirst = false }: Page & { newestFirst?: boolean } = {},
): Paged<T> {
  if (newestFirst) {
    const end = Number(cursor ?? all.length);
    const start = Math.max(0, end - limit);
    return { items: all.slice(start, end).reverse(), ...(start > 0 && { cursor: String(start) }) };
  }
  const from = Number(cursor ?? 0);
  const to = from + limit;
  return { items: all.slice(from, to), ...(to < all.length && { cursor: String(to) }) };
}

/**
 * What an event says of a field's value: one was recorded, taken away, or accepted as a deviation (then the record has
 * nothing but that). Nothing for any other event.
 */
export function valueIn(event: RunEvent): ValueRecord | undefined {
  const { by, at } = event;
  switch (event.type) {
    case 'value-set':
    case 'marked-not-applicable':
      return event.record;
    case 'value-cleared': {
      const { reason } = event;
      return { value: null, cleared: true, how: 'typed', by, at, ...(reason !== undefined && { reason }) };
    }
    case 'deviation-accepted':
      return { value: null, how: 'typed', by, at, deviation: event.deviation };
    default:
      return undefined;
  }
}

export const valuesIn = (events: readonly RunEvent[], targetId: Id): readonly ValueRecord[] =>
  events.flatMap((event) =>
    'targetId' in event && event.targetId === targetId ? (valueIn(event) ?? []) : [],
  );

export const commentsIn = (events: readonly RunEvent[], stepId: Id): readonly Comment[] =>
  events.flatMap((event) => (event.type === 'commented' && event.stepId === stepId ? [event.comment] : []));
