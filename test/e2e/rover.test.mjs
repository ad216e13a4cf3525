// The whole story of a rover: three people execute a run from the first check-in to its completion, with everything
// that goes wrong on the way. They use roles, names and keys; what is asserted beside the screen is what was stored.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { qifValues } from '../../dist/testing/qif-widget.js';
import { peopleAt } from './people.mjs';
import { withPortal } from './portal.mjs';
import { runId, storedEvents, valuesIn } from './record.mjs';
import { completeTheCorners, dressTheWires, drillTheWheels, mountTheWheels } from './rover/building.mjs';
import { inspectTheBracket, testTheBoard } from './rover/checking.mjs';
import { closeTheLid, completeTheRun, nothingCanBeChanged } from './rover/closing.mjs';

test('a rover is built from the first check-in to the completed run', () =>
  withPortal(
    async ({ page }) => {
      const { amara, jonas, mei } = peopleAt(page);
      await amara.openRun('Six-wheel rover 007');
      await drillTheWheels(amara);
      await mountTheWheels(amara);
      await dressTheWires(amara, jonas);
      await completeTheCorners(amara);
      await testTheBoard(amara, jonas);
      await inspectTheBracket(amara);
      await closeTheLid(amara, mei);
      await completeTheRun(mei);
      await nothingCanBeChanged(amara);
      await theRecordIsWhole(page);
    },
    { quota: 8_000_000 },
  ));

/** The story once more, as it is stored. */
async function theRecordIsWhole(/** @type {import('playwright-core').Page} */ page) {
  const events = await storedEvents(page, runId);
  assert.deepEqual(
    events.map(({ sequence }) => sequence),
    events.map((_, at) => at + 1),
    'no event is missing',
  );
  const completed = events.flatMap((event) => (event.type === 'step-completed' ? event.stepId : []));
  assert.deepEqual(completed, [
    'drill-wheels',
    'mount-wheels',
    'dress-wires',
    'corners',
    'board-test',
    'inspection',
    'close-lid',
  ]);
  const decisions = events.flatMap((event) =>
    event.type === 'signed' ? `${event.targetId} ${event.decision.decision} ${event.by}` : [],
  );
  assert.deepEqual(decisions, [
    'wires-witness reject quality-engineer',
    'wires-witness approve quality-engineer',
    'board-review approve quality-engineer',
    'board-review approve quality-engineer',
    'release approve lead',
  ]);
  const { 'wires-photo': photo, ...values } = valuesIn(events);
  assert.equal(/** @type {any[]} */ (photo)[0].name, 'wires.jpg');
  assert.deepEqual(values, {
    'drill-bit': 'cobalt-4.0',
    'hole-1': '11.3',
    'hole-2': '11.280',
    deburred: 'pass',
    'drilled-on': '2026-11-20',
    'corners-turn': 'pass',
    'corners-note': 'Left corner is stiff when cold.',
    'supply-off': true,
    'diode-polarity': 'pass',
    headers: ['j1', 'j3', 'j5'],
    't4-t2': '14.80',
    'bus-3v3': '3.31',
    'bus-5v': '4.90',
    'bus-12v': '12.05',
    'bus-batt': '16.75',
    'j5-continuity': null,
    ...qifValues,
    'nothing-loose': true,
    'seal-number': 'SEAL-0420',
  });
  const installs = events.flatMap((event) =>
    event.type === 'part-installed'
      ? `${event.install.serial ?? event.install.lot ?? event.install.partNumber} ${event.install.quantity}`
      : [],
  );
  assert.deepEqual(installs, [
    'MOT-0417 1',
    'MOT-0418 1',
    'MOT-0419 1',
    'HUB-2211 1',
    'HYP-0093 1',
    'TRX-5374X 2',
    'UCH-0788 2',
    'RAIL-0310 2',
    'M4X6-BHCS 8',
    'M4X8-SHCS 8',
    'TL-2609 0',
  ]);
  const last = events.at(-1);
  assert.ok(last?.type === 'run-completed');
  assert.equal(last.by, 'lead');
  assert.equal(last.completion.note, 'Both issues go with the rover.');
  assert.equal(last.completion.acknowledged.length, 2);
}
