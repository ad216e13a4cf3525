// One tablet, four people, and all that can happen to a step beside the work: a signature that goes stale and a rejection,
// a hold and a hand-over, a redline, a failure and its rework, until the run is complete.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { peopleAt } from './people.mjs';
import { withPortal } from './portal.mjs';
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
    assert.ok(page);
  }));
