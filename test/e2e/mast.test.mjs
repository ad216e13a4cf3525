// One tablet, four people, and all that can happen to a step beside the work: a signature that goes stale and a rejection,
// a hold and a hand-over, a redline, a failure and its rework, until the run is complete.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { peopleAt } from './people.mjs';
import { withPortal } from './portal.mjs';
import { storedEvents } from './record.mjs';
import { acceptAndComplete, sealAndClose } from './mast/finishing.mjs';
import { handOver, holdTheStep } from './mast/pausing.mjs';
import { correctTheInstruction } from './mast/redlining.mjs';
import { decideTheIssue, failTheCamera, tryAgain } from './mast/reworking.mjs';
import { changeWhatWasSigned, signWithTheWrongBadge, torqueTheClamp } from './mast/signing.mjs';

test('the mast: four people at one tablet, through stale signature, rejection, hold, hand-over, redline, failure and rework', () =>
  withPortal(async ({ page }) => {
    const people = peopleAt(page);
    await torqueTheClamp(people);
    await changeWhatWasSigned(people);
    await signWithTheWrongBadge(people);
    await holdTheStep(people);
    await handOver(people);
    await correctTheInstruction(people);
    await failTheCamera(people);
    await decideTheIssue(people);
    await tryAgain(people);
    await sealAndClose(people);
    await acceptAndComplete(people);
    isRecorded(await storedEvents(page, 'mast-004'));
  }));

/** Whoever worked here, each decision is recorded as that of the person who made it. */
function isRecorded(/** @type {readonly any[]} */ events) {
  const of = (/** @type {string} */ type) => events.filter((event) => event.type === type);
  assert.deepEqual(
    of('signed').map(({ targetId, decision, by }) => [targetId.split(':').at(-1), decision.decision, by]),
    [
      ['clamp-witness', 'approve', 'quality-engineer'],
      ['clamp-witness', 'reject', 'quality-engineer'],
      ['clamp-witness', 'approve', 'lead'],
      ['camera-review', 'approve', 'quality-engineer'],
      ['seal-witness', 'approve', 'quality-engineer'],
      ['lid-witness', 'approve', 'lead'],
      ['mast-accepted', 'approve', 'customer'],
      ['mast-released', 'approve', 'lead'],
    ],
  );
  const life =
    /^(run-started|step-(started|held|resumed|failed|duplicated|completed)|redline-|issue-|run-completed)/;
  assert.deepEqual(
    events.filter(({ type }) => life.test(type)).map(({ type, by }) => `${type} by ${by}`),
    [
      'run-started by technician',
      'step-started by technician',
      'step-held by technician',
      'step-resumed by lead',
      'step-completed by lead',
      'redline-proposed by quality-engineer',
      'redline-approved by quality-engineer',
      'redline-closed by quality-engineer',
      'step-started by technician',
      'issue-opened by technician',
      'step-failed by technician',
      'issue-changed by quality-engineer',
      'issue-changed by quality-engineer',
      'step-duplicated by lead',
      'step-started by technician',
      'step-completed by technician',
      'step-started by technician',
      'step-completed by technician',
      'step-started by technician',
      'step-completed by technician',
      'issue-changed by quality-engineer',
      'issue-changed by quality-engineer',
      'run-completed by lead',
    ],
  );
  // Nobody is left checked in, and why each was checked out is told.
  assert.deepEqual(
    [of('checked-in').length, of('checked-out').map(({ because }) => because)],
    [6, Array(6).fill('step-left')],
  );
  const sequences = events.map(({ sequence }) => sequence);
  assert.deepEqual(
    sequences,
    sequences.map((_, at) => at + 1),
  );
}
