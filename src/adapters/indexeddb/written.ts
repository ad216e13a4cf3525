/** The records that a command leaves behind, and the topics under which its events are found again. */
import type { Receipt, RunEvent } from '../../domain/command.js';
import type { Id, Run } from '../../domain/run.js';
import { valueIn } from '../embedded/reading.js';
import type { EventRecord, ReceiptRecord } from './records.js';

/** Of a run as it was before. */
export const receiptRecord = (
  { id: runId, sequence }: Run,
  { commandId, events, warnings, siblings }: Receipt,
): ReceiptRecord => ({
  v: 1,
  runId,
  commandId,
  after: sequence,
  events: events.length,
  ...(warnings && { warnings }),
  ...(siblings && { siblings }),
});

export const valuesTopic = (targetId: Id): string => `values ${targetId}`;
export const commentsTopic = (stepId: Id): string => `comments ${stepId}`;

const topicOf = (event: RunEvent): string | undefined => {
  if ('targetId' in event && valueIn(event)) return valuesTopic(event.targetId);
  return event.type === 'commented' ? commentsTopic(event.stepId) : undefined;
};

export function eventRecord(event: RunEvent): EventRecord {
  const topic = topicOf(event);
  return {
    v: 1,
    runId: event.runId,
    sequence: event.sequence,
    event,
    ...(topic !== undefined && { topic }),
  };
}
